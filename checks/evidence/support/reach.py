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

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article, once
from checks.evidence.sources.blanket import blanket, covering
from checks.evidence.support.carried import by_block, carried, lent, pointed
from checks.evidence.support.closing import closing
from checks.evidence.support.nearby import Sources, nearby, sources
from checks.evidence.support.restated import recalled, restated
from checks.evidence.support.running import LONGEST_RUN, running_on
from checks.evidence.support.supports import MARKERS, NAMES, Support
from checks.evidence.support.survey import survey
from checks.finding import Evidence

MOST = 100
"""Pieces of evidence that are compared with each other at most; a list of a thousand names has no more to say."""

SHOWN = 3
"""Pieces of evidence that are told of a sentence that none of them supports."""


_NAMED = {"nothing": "empty"}
"""How a link is called in evidence, where not by what it points to."""


@once
def reached(article: Article) -> tuple[tuple[Evidence, ...], ...]:
    """Return, for each sentence, what stands in it or reaches it, what supports it first, nearest first.

    Distances are signed: -2 stands two sentences before.
    """
    found, elsewhere, below = survey(article), carried(article), pointed(article)
    out: list[tuple[Evidence, ...]] = []
    for block, indices in by_block(article):
        if block in elsewhere or any(found[indices.start : indices.stop]) or not below.keys().isdisjoint(indices):
            out += _in_block(article, indices, elsewhere.get(block, ()))
        else:
            out += [()] * len(indices)
    _share(article, out)
    if blanket(article):
        out = [one if one and one[0].supports else (*covering(article, at), *one) for at, one in enumerate(out)]
    return tuple(out)


def _in_block(
    article: Article, block: range, elsewhere: Sequence[tuple[int, Support]]
) -> Iterator[tuple[Evidence, ...]]:
    """Yield what reaches each sentence of a block, into which `elsewhere` reaches from others."""
    found, captions, below = survey(article), lent(article), pointed(article)
    behind = closing(article, found, block)
    runs_on = [at for at in block if any(one.good and one.runs_on for one in found[at])]
    for index in block:
        near = any(index - LONGEST_RUN <= at <= index + 1 for at in runs_on)
        around = [
            *behind.get(index, ()),
            *(running_on(article, found, index, block) if near else ()),
            *elsewhere,
            *captions.get(index, ()),
            *below.get(index, ()),
        ]
        inside = [_evidence(one, 0, supports=one.good) for one in found[index]]
        yield _sorted([*inside, *(_evidence(one, at - index, supports=True) for at, one in around)])


def considered(article: Article, index: int) -> tuple[Evidence, ...]:
    """Return the evidence considered for a sentence, what supports it first, nearest first.

    Where nothing supports it, the sources nearest to it in its section are told
    instead, behind what stands in it.
    """
    own = reached(article)[index]
    there = sources(article)
    return own if not there.where or (own and own[0].supports) else _not_enough(there, survey(article), index, own)


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
