"""Reach: which supports count for a sentence, and how far from it they stand.

As a fact-checker reads: a source supports its own sentence. One that closes, a
marker such as [3] or a link in parentheses at the end, covers what stands
before it, back to the source before. Whatever it is, it goes on supporting as
long as the text goes on about it ("The study also found …"). What leads a list
in covers its items, and a line "Source: …" the list, table or paragraph above
it. What supports a sentence supports another that says the same. A link that
merely stands in the same paragraph supports nothing but its own sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.blanket import blanket, covering
from checks.evidence.carried import by_block, carried, lent
from checks.evidence.continuity import (
    ALIKE,
    MATTER,
    adds,
    goes_on,
    goes_on_about_published,
    introduces_work,
    is_pointer,
    names_again,
    points_back,
    shared,
    tells_of_work,
    tells_where_it_appeared,
    turns,
)
from checks.evidence.links import is_numbered
from checks.evidence.nearby import Sources, nearby, sources
from checks.evidence.restated import recalled, restated
from checks.evidence.stakes import GRAVE, stakes
from checks.evidence.supports import MARKERS, NAMES, Support
from checks.evidence.survey import survey
from checks.finding import Evidence

CLOSED = 3
"""Sentences that a link in parentheses at the end, or a sentence that only points to a source, covers at most."""

TOLD = 2
"""Sentences after "According to the census, …" that may still give what the census says."""

SIGNS_BESIDE = 3
"""Code points beside a link that is a sentence by itself: brackets and a stop."""

LONGEST_RUN = 12
"""Sentences over which a text goes on about one source at most."""

MOST = 100
"""Pieces of evidence that are compared with each other at most; a list of a thousand names has no more to say."""

SHOWN = 3
"""Pieces of evidence that are told of a sentence that none of them supports."""


_NAMED = {"nothing": "empty"}
"""How a link is called in evidence, where not by what it points to."""


class _Closing(NamedTuple):
    """Supports that cover what stands before them."""

    at: int
    supports: Sequence[Support]
    farthest: int
    """Sentences that they cover at most."""
    whole: bool
    """Whether they cover all of those, and not only what is about the same matter."""


@once
def reached(article: Article) -> tuple[tuple[Evidence, ...], ...]:
    """Return, for each sentence, what stands in it or reaches it, what supports it first, nearest first.

    Distances are signed: -2 stands two sentences before.
    """
    found = survey(article)
    elsewhere, captions = carried(article), lent(article)
    out: list[tuple[Evidence, ...]] = []
    for block, indices in by_block(article):
        if block not in elsewhere and not any(found[indices.start : indices.stop]):
            out += [()] * len(indices)
            continue
        closing = _closing(article, found, indices)
        runs_on = [at for at in indices if any(one.good and one.runs_on for one in found[at])]
        for index in indices:
            considered = [_evidence(one, 0, supports=one.good) for one in found[index]]
            considered += _supporting(index, closing.get(index, ()))
            if any(index - LONGEST_RUN <= at <= index + 1 for at in runs_on):
                considered += _supporting(index, _running_on(article, found, index, indices))
            considered += _supporting(index, elsewhere.get(block, ()))
            considered += _supporting(index, captions.get(index, ()))
            out.append(_sorted(considered))
    _share(article, out)
    if blanket(article):
        out = [one if one and one[0].supports else (*covering(article, at), *one) for at, one in enumerate(out)]
    return tuple(out)


def considered(article: Article, index: int) -> tuple[Evidence, ...]:
    """Return the evidence considered for a sentence, what supports it first, nearest first.

    Where nothing supports it, the sources nearest to it in its section are told
    instead, behind what stands in it.
    """
    own = reached(article)[index]
    there = sources(article)
    return own if not there.where or (own and own[0].supports) else _not_enough(there, survey(article), index, own)


def _supporting(index: int, them: Iterable[tuple[int, Support]]) -> Iterator[Evidence]:
    return (_evidence(one, at - index, supports=True) for at, one in them)


def _sorted(considered: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence with what supports first, nearest first, each source once."""
    if len(considered) < 2:  # noqa: PLR2004 - nothing to sort
        return tuple(considered)
    found: list[Evidence] = []
    # What the reader can open tells more than the words around it.
    order = sorted(considered, key=lambda one: (not one.supports, abs(one.distance or 0), one.kind in NAMES))
    for one in order[:MOST]:
        if not any(_is_same(one, other) for other in found):
            found.append(one)
    return tuple(found)


def _is_same(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces of evidence are one source: cited twice, or seen twice in overlapping words."""
    if one.kind in MARKERS and other.kind in MARKERS:
        return one.target == other.target and bool(one.target)
    overlaps = one.span is not None and other.span is not None and one.span.overlaps(other.span)
    if overlaps or one.kind in NAMES or other.kind in NAMES:
        return overlaps and one.supports == other.supports
    return one.kind == other.kind and one.target == other.target and (one.text == other.text or bool(one.target))


def _closing(
    article: Article, found: Sequence[Sequence[Support]], block: range
) -> dict[int, list[tuple[int, Support]]]:
    """Return, for the sentences of a block, what closes behind them and covers them."""
    covered: dict[int, list[tuple[int, Support]]] = {}
    last: _Closing | None = None
    for index in reversed(block):
        if last and last.at - index <= last.farthest and (last.whole or _is_of_one_matter(article, index, last.at)):
            covered[index] = [(last.at, one) for one in last.supports]
        good = [one for one in found[index] if one.good]
        closing = [one for one in good if one.closes or _is_alone(article, one, index)]
        if not closing and good and is_pointer(article, index):
            closing = good
        if closing:
            last = _Closing(
                index, closing, _farthest(article, index, closing, block), _is_whole(article, index, closing)
            )
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
    while at > block.start and index - at < LONGEST_RUN and (goes_on(article, at) or _carries_on(article, at)):
        at -= 1
    return index - at


def _is_alone(article: Article, support: Support, index: int) -> bool:
    """Whether a link stands by itself behind what it supports: "… above the plain. [Survey]"."""
    return support.kind == "link" and article.sentences[index].span.length - support.span.length <= SIGNS_BESIDE


def _running_on(
    article: Article, found: Sequence[Sequence[Support]], index: int, block: range
) -> Iterator[tuple[int, Support]]:
    """Yield what stands in another sentence of the paragraph that this one goes on about."""
    at, named = index, True
    while at > max(block.start, index - LONGEST_RUN):
        named = named and (goes_on(article, at) or _carries_on(article, at))
        at -= 1
        usable = [one for one in found[at] if one.good and one.runs_on]
        if usable and not named:
            # What follows a marker without one of its own is not from there, unless it says so.
            usable = [one for one in usable if one.kind not in MARKERS]
        if usable and (named or _is_told_on(article, found, index, at)):
            yield from ((at, one) for one in usable)
        if not named and index - at >= TOLD:
            break
    after = index + 1
    if after < block.stop:
        usable = [one for one in found[after] if one.good and one.runs_on and one.kind not in MARKERS]
        if usable and (points_back(article, after) or _is_alike(article, index, after)):
            yield from ((after, one) for one in usable)


def _is_alike(article: Article, before: int, after: int) -> bool:
    """Whether two sentences beside each other are about the same matter."""
    return shared(article, before, after) >= ALIKE and not turns(article, after)


def _carries_on(article: Article, index: int) -> bool:
    """Whether a sentence carries on what the one before gave as found: "Of these, …", "The effect faded …"."""
    return adds(article, index) and (tells_of_work(article, index - 1) or goes_on(article, index - 1))


def _is_told_on(article: Article, found: Sequence[Sequence[Support]], index: int, at: int) -> bool:
    """Whether a sentence tells more of what an earlier one gave from its source, without naming that again."""
    if names_again(article, index, at):
        return True
    if index - at == 1 and (_is_alike(article, at, index) or goes_on_about_published(article, index)):
        return True
    between = range(at + 1, index)
    return (
        tells_of_work(article, at)
        and not any(found[one] for one in (*between, index))
        and all(shared(article, one, at) >= MATTER for one in (*between, index))
    )


def _share(article: Article, found: list[tuple[Evidence, ...]]) -> None:
    """Give sentences without support that of another that says the same."""
    supported = [at for at, them in enumerate(found) if them and them[0].supports]
    bare = [at for at, them in enumerate(found) if not them or not them[0].supports]
    for index, at in (*restated(article, bare, supported), *recalled(article, bare, supported)):
        nearest = found[at][0]
        found[index] = (replace(nearest, distance=at - index + (nearest.distance or 0)), *found[index])


def _not_enough(
    there: Sources, found: Sequence[Sequence[Support]], index: int, own: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Return what stands in or around a sentence that nothing supports, nearest first."""
    told = list(own[:SHOWN])
    for at in nearby(there, index, SHOWN - len(told)):
        # A marker without an entry or a bare name is no source that stands near; a link to a film says that it is none.
        best = next((one for one in found[at] if one.good), None) or next((one for one in found[at] if one.names), None)
        if best:
            told.append(_evidence(best, at - index, supports=False))
    return tuple(told)


def _evidence(support: Support, distance: int, *, supports: bool) -> Evidence:
    kind = f"{_NAMED.get(support.names, support.names)} link" if support.names not in {"", "site"} else support.kind
    return Evidence(kind, support.text, support.place, distance, supports, support.target)
