"""Closing: what stands behind statements and covers them: a marker such as [3], a link in parentheses at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checks.article import Article
from checks.evidence.sources.links import is_numbered
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.support.bonds import CLOSED, bond, ranks
from checks.evidence.support.continuity import (
    MATTER,
    adds,
    akin,
    introduces_work,
    refers,
    shared,
    speaks_of_view,
    tells_where_it_appeared,
)
from checks.evidence.support.pointing import POINTED, Pointing, pointing, points_to
from checks.evidence.support.running import LONGEST_RUN, carries_on
from checks.evidence.support.supports import MARKERS, Support

SIGNS_BESIDE = 3
"""Code points beside a link that is a sentence by itself: brackets and a stop."""


class _Closing(NamedTuple):
    """Supports that cover what stands before them."""

    at: int
    supports: Sequence[Support]
    farthest: int
    """Sentences that they cover at most."""
    whole: bool
    """Whether they cover all of those, and not only what is about the same matter."""
    how: Pointing | None = None
    """How their sentence points to them, where it does no more."""


def closing(
    article: Article, found: Sequence[Sequence[Support]], block: range
) -> Mapping[int, Sequence[tuple[int, Support]]]:
    """Return, for the sentences of a block, what closes behind them and covers them."""
    covered: dict[int, list[tuple[int, Support]]] = {}
    last: _Closing | None = None
    for index in reversed(block):
        here = found[index]
        near = last is not None and last.at - index <= last.farthest and not _has_own(here, last)
        if last and near and (_covers(article, last, index) or _is_led_to(article, last, index, covered)):
            covered[index] = [(last.at, one) for one in last.supports]
        good = [one for one in here if one.good]
        if good:
            last = _closes(article, good, index, block) or (None if _ends(good, last) else last)
    return covered


def _closes(article: Article, good: Sequence[Support], index: int, block: range) -> _Closing | None:
    """Return what closes a sentence, of what stands in it and is any good."""
    them = [one for one in good if one.closes or _is_alone(article, one, index)]
    how = pointing(article, index)
    if any(one.kind in MARKERS for one in them):
        named = all(map(_names_authors, them))
        if named and how:
            return _Closing(index, them, POINTED, whole=True, how=Pointing.WORK)
        return _Closing(index, them, _farthest(article, index, them, block), whole=not named)
    if how:
        return None if how is Pointing.NOTHING else _Closing(index, them or good, POINTED, whole=True, how=how)
    if them:
        return _Closing(index, them, _farthest(article, index, them, block), _is_whole(article, index, them))
    if tells_where_it_appeared(article, index):
        return _Closing(index, good, _told_of(article, index, block), whole=True)
    return None


def _ends(good: Sequence[Support], last: _Closing | None) -> bool:
    """Whether what closes further on covers nothing before a sentence that has a source of its own.

    A link ends it; whose authors are named, what bears their names does.
    """
    if any(one.kind == "link" for one in good):
        return True
    return last is not None and all(map(_names_authors, last.supports)) and any(one.kind in MARKERS for one in good)


def _has_own(here: Sequence[Support], last: _Closing) -> bool:
    """Whether a sentence has a marker of its own, or a link put there as its source though it is none.

    Nobody looks for the proof of that in the next link, only in a note.
    """
    if any(one.good and one.closes and one.kind in MARKERS for one in here):
        return True
    return any(one.poor for one in here) and not any(one.kind in MARKERS for one in last.supports)


def _is_whole(article: Article, index: int, closing: Sequence[Support]) -> bool:
    """Whether a link that closes a sentence is put behind all that stands before, and not only behind that sentence."""
    return adds(article, index) or any(is_numbered(one.text) or _is_alone(article, one, index) for one in closing)


def _covers(article: Article, last: _Closing, index: int) -> bool:
    """Whether what closes a sentence covers one before it."""
    if last.how:
        beside = last.at == index + 1
        return points_to(article, last.how, last.at, index, beside=beside)
    away = last.at - index
    asked = bond(article, index, away)
    if asked.farthest is not None and away > asked.farthest:
        return False
    if all(map(_names_authors, last.supports)):
        return _is_by_them(article, index, last.at, asked.words)
    if not last.whole:
        return _is_of_one_matter(article, index, last.at)
    if not asked.words or shared(article, index, last.at) >= asked.words:
        return True
    return asked.farthest == 1 and speaks_of_view(article, last.at)


def _is_of_one_matter(article: Article, index: int, at: int) -> bool:
    """Whether what closes a sentence may bear out one before it, too; a grave effect must be what it is about."""
    return shared(article, index, at) >= (MATTER if stakes(article, index) >= GRAVE else 1)


def _is_by_them(article: Article, index: int, at: int, words: int) -> bool:
    """Whether works whose authors are named cover a sentence: the one just before, or one about the same matter.

    What is grave, or ranks something before all others, must be what theirs is about wherever it stands.
    """
    if stakes(article, index) >= GRAVE:
        return shared(article, index, at) >= MATTER
    if words or at - index > 1 or ranks(article, index):
        return akin(article, index, at) >= max(words, 1)
    return True


def _is_led_to(article: Article, last: _Closing, index: int, covered: Mapping[int, object]) -> bool:
    """Whether works whose authors are named cover a sentence because the next one, which they cover, speaks of it."""
    if last.whole or not all(map(_names_authors, last.supports)) or stakes(article, index) >= GRAVE:
        return False
    follows = last.at == index + 1 or index + 1 in covered
    plain = not ranks(article, index) and bond(article, index, last.at - index).words == 0
    return follows and plain and refers(article, index + 1)


def _names_authors(support: Support) -> bool:
    """Whether a marker names who wrote the work: "(Berg, 2011)"."""
    return support.kind == "reference" and bool(support.target) and not support.target[:1].isdigit()


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
