"""Nearby: where sources stand around a sentence that none of them reaches, so that a finding can say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, BlockKind
from checks.evidence.survey import survey

FARTHEST = 30
"""Sentences away beyond which nobody looks for a source."""


class Sources(NamedTuple):
    """Where sources stand in an article."""

    where: Sequence[int]
    """Sentences in which something stands that may support one, in order."""
    sections: Sequence[int]
    """Number of the section of each sentence: what stands from one heading to the next."""


def sources(article: Article) -> Sources:
    """Return where sources stand in an article."""
    number = 0
    by_block = []
    for block in article.blocks:
        number += block.kind is BlockKind.HEADING
        by_block.append(number)
    where = [at for at, them in enumerate(survey(article)) if them]
    return Sources(where, [by_block[one.block] for one in article.sentences])


def nearby(there: Sources, index: int) -> Iterator[int]:
    """Yield the other sentences of the same section in which something stands that may support one, nearest first."""
    where = there.where
    ahead = bisect_left(where, index)
    back = ahead - 1
    if ahead < len(where) and where[ahead] == index:
        ahead += 1
    while True:
        before, after = _distance(there, back, index), _distance(there, ahead, index)
        if min(before, after) > FARTHEST:
            return
        if before <= after:
            yield where[back]
            back -= 1
        else:
            yield where[ahead]
            ahead += 1


def _distance(there: Sources, at: int, index: int) -> int:
    """Return how far away a sourced sentence stands; beyond `FARTHEST` where there is none in the section."""
    where, sections = there
    if 0 <= at < len(where) and sections[where[at]] == sections[index]:
        return abs(where[at] - index)
    return FARTHEST + 1
