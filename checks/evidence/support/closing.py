"""Closing: what stands behind statements and covers them: a marker such as [3], a link in parentheses at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checks.article import Article
from checks.evidence.sources.links import is_numbered
from checks.evidence.statements.outline import outlines
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.statements.topic import is_strict
from checks.evidence.support.continuity import (
    MATTER,
    adds,
    introduces_work,
    is_pointer,
    shared,
    tells_where_it_appeared,
)
from checks.evidence.support.running import LONGEST_RUN, carries_on
from checks.evidence.support.supports import MARKERS, Support
from checks.tokens import tokens

CLOSED = 3
"""Sentences that a link in parentheses at the end, or a sentence that only points to a source, covers at most."""

SIGNS_BESIDE = 3
"""Code points beside a link that is a sentence by itself: brackets and a stop."""

CURES = frozenset({"cure", "cures", "cured", "heal", "heals", "healed", "reverse", "reverses", "reversed"})
"""Words that promise more than relief."""


class _Closing(NamedTuple):
    """Supports that cover what stands before them."""

    at: int
    supports: Sequence[Support]
    farthest: int
    """Sentences that they cover at most."""
    whole: bool
    """Whether they cover all of those, and not only what is about the same matter."""


def closing(
    article: Article, found: Sequence[Sequence[Support]], block: range
) -> Mapping[int, Sequence[tuple[int, Support]]]:
    """Return, for the sentences of a block, what closes behind them and covers them."""
    covered: dict[int, list[tuple[int, Support]]] = {}
    last: _Closing | None = None
    for index in reversed(block):
        if last and last.at - index <= last.farthest and _covers(article, last, index):
            covered[index] = [(last.at, one) for one in last.supports]
        good = [one for one in found[index] if one.good]
        them = [one for one in good if one.closes or _is_alone(article, one, index)]
        if not them and good and is_pointer(article, index):
            them = good
        if them:
            last = _Closing(index, them, _farthest(article, index, them, block), _is_whole(article, index, them))
        elif good and tells_where_it_appeared(article, index):
            last = _Closing(index, good, _told_of(article, index, block), whole=True)
        elif last and any(one.good and one.kind == "link" for one in found[index]):
            last = None
    return covered


def _is_whole(article: Article, index: int, closing: Sequence[Support]) -> bool:
    """Whether what closes a sentence is put behind all that stands before, and not only behind that sentence."""
    if is_pointer(article, index) or adds(article, index):
        return True
    return any(one.kind in MARKERS or is_numbered(one.text) or _is_alone(article, one, index) for one in closing)


def _covers(article: Article, last: _Closing, index: int) -> bool:
    """Whether what closes a sentence covers one before it."""
    whole = last.whole and (last.at - index <= CLOSED or not _promises(article, index))
    return whole or _is_of_one_matter(article, index, last.at)


def _promises(article: Article, index: int) -> bool:
    """Whether an article on health, law or money gives a figure or a cure for what readers risk.

    Nobody looks for its proof in a note many sentences on, unless that is about the same.
    """
    if not is_strict(article) or stakes(article, index) < GRAVE:
        return False
    return outlines(article)[index].figures > 0 or not CURES.isdisjoint(tokens(article).of(index))


def _is_of_one_matter(article: Article, index: int, at: int) -> bool:
    """Whether what closes a sentence may bear out one before it, too; a grave effect must be what it is about."""
    return shared(article, index, at) >= (MATTER if stakes(article, index) >= GRAVE else 1)


def _farthest(article: Article, index: int, closing: Sequence[Support], block: range) -> int:
    """Return how many sentences before its own what closes a sentence covers at most.

    What bears out a work that its sentence introduces says nothing of what stands before, unless it is a note, whose
    writers put one behind all that it bears out.
    """
    if introduces_work(article, index) and not any(_is_note(one) for one in closing):
        return 0
    return len(block) if any(one.kind in MARKERS for one in closing) else CLOSED


def _is_note(support: Support) -> bool:
    """Whether a marker leads to a note or an entry by its number, and does not name the authors."""
    return support.kind == "footnote" or (support.kind == "reference" and support.target[:1].isdigit())


def _told_of(article: Article, index: int, block: range) -> int:
    """Return how many sentences tell of the work whose place of publication follows: the one before, and on it went."""
    at = index - 1
    while at > block.start and index - at < LONGEST_RUN and carries_on(article, at):
        at -= 1
    return index - at


def _is_alone(article: Article, support: Support, index: int) -> bool:
    """Whether a link stands by itself behind what it supports: "… above the plain. [Survey]"."""
    return support.kind == "link" and article.sentences[index].span.length - support.span.length <= SIGNS_BESIDE
