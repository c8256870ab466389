"""Nearby: where sources stand around a sentence that none of them reaches, so that a finding can say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.support.survey import survey

FARTHEST = 10
"""Sentences away beyond which nobody looks for a source: of one farther off a reader is told that none stands near."""


class Sources(NamedTuple):
    """Where sources stand in an article."""

    where: Sequence[int]
    """Sentences in which something stands that may support one, in order."""
    sections: Sequence[range]
    """The section of each sentence: what stands from one heading to the next."""


@once
def sources(article: Article) -> Sources:
    """Return where sources stand in an article."""
    sections: list[range] = []
    for _, them in groupby(article.headings[one.block] for one in article.sentences):
        size = len(list(them))
        sections += [range(len(sections), len(sections) + size)] * size
    return Sources([at for at, them in enumerate(survey(article)) if them], sections)


def nearby(there: Sources, index: int, count: int) -> list[int]:
    """Return up to `count` other sentences of the same section in which a source may stand, nearest first."""
    where, section = there.where, there.sections[index]
    low = bisect_left(where, max(section.start, index - FARTHEST))
    high = bisect_left(where, min(section.stop, index + FARTHEST + 1))
    at = bisect_left(where, index, low, high)
    around = [one for one in where[max(low, at - count) : min(high, at + count + 1)] if one != index]
    return sorted(around, key=lambda one: abs(one - index))[:count]
