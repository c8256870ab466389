"""Reach: which supports count for a sentence, and how far from it they stand.

A marker such as [3] covers what stands before it in its paragraph; a link, a
named source or an identifier covers its own sentence, the two beside it in the
paragraph and those that go on about it ("The study also found …"). What leads
a list in covers its items, and a line "Source: …" covers the block above it.
These are the conventions of references in scholarly and of links in
journalistic writing. What supports a sentence supports another that says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article, BlockKind, once
from checks.evidence.restated import restated
from checks.evidence.survey import MARKERS, Support, survey
from checks.finding import Evidence

BESIDE = 2
"""Sentences of the same paragraph to which a link reaches, on either side."""

LOOKED_AT = 3
"""Sentences on either side in which supports are mentioned even when they do not reach."""

_GOES_ON = re.compile(
    r"(?:The|This|That|These|Those|Its|Their|Both|Another|In (?:the|this|that|these|another))"
    r"(?: same| new| latest| later| other)? "
    r"(?:study|studies|report|reports|researchers|authors?|survey|trial|trials|analysis|paper|team|findings?|results?"
    r"|data|figures|numbers|investigators|review|poll|article|experiments?|agency|organi[sz]ation|document|statistics"
    r"|participants|patients|scientists|group)\b"
    r"|(?:It|They|He|She|Researchers|Participants)(?: also| then| further| even)? "
    r"(?:found|finds|shows?|showed|reports?|reported|says?|said|notes?|noted|conclude[sd]?|suggests?|suggested"
    r"|estimate[sd]?|adds?|added|warned|warns|wrote|writes|explained|explains|argued|argues|recommend(?:s|ed)?"
    r"|observed|identified|revealed|reveals)\b"
)
_SOURCE_LINE = re.compile(r"\(?\W{0,3}(?:Sources?|Via|Data|Reference|Adapted from|Credit)\s?:", re.IGNORECASE)


@once
def reached(article: Article) -> tuple[tuple[Evidence, ...], ...]:
    """Return, for each sentence, the evidence considered, what supports it first, nearest first."""
    found = survey(article).by_sentence
    leads = _leads(article)
    blocks = _by_block(article)
    out: list[tuple[Evidence, ...]] = []
    for block, indices in blocks:
        later: Sequence[Support] = ()
        later_at = 0
        marker_after: list[tuple[int, Sequence[Support]]] = []
        for index in reversed(indices):
            marker_after.append((later_at, later))
            here = [one for one in found[index] if one.kind in MARKERS]
            if here:
                later, later_at = here, index
        marker_after.reverse()
        for index, (at, markers) in zip(indices, marker_after, strict=True):
            considered = [*_own(article, found[index])]
            considered += [_evidence(article, one, at - index, supports=True) for one in markers]
            considered += _beside(article, found, index, indices)
            considered += [
                _evidence(article, one, distance, supports=one.good)
                for distance, one in leads.get(block, ())
                if distance
            ]
            out.append(tuple(sorted(considered, key=lambda one: (not one.supports, abs(one.distance or 0)))))
    _share(article, out)
    return tuple(out)


def _share(article: Article, found: list[tuple[Evidence, ...]]) -> None:
    """Give sentences without support that of another that says the same."""
    supported = [at for at, them in enumerate(found) if them and them[0].supports]
    bare = [at for at, them in enumerate(found) if not them or not them[0].supports]
    for index, at in restated(article, bare, supported):
        nearest = found[at][0]
        found[index] = (replace(nearest, distance=at - index + (nearest.distance or 0)), *found[index])


def _by_block(article: Article) -> list[tuple[int, range]]:
    groups: list[tuple[int, range]] = []
    for sentence in article.sentences:
        if groups and groups[-1][0] == sentence.block:
            groups[-1] = (sentence.block, range(groups[-1][1].start, sentence.index + 1))
        else:
            groups.append((sentence.block, range(sentence.index, sentence.index + 1)))
    return groups


def _own(article: Article, supports: Sequence[Support]) -> Iterator[Evidence]:
    for one in supports:
        yield _evidence(article, one, 0, supports=one.good)


def _beside(article: Article, found: Sequence[Sequence[Support]], index: int, block: range) -> Iterator[Evidence]:
    """Yield what stands in the sentences around: in reach within `BESIDE`, or as far as the text goes on about it."""
    going_on = True
    for at in range(index - 1, max(block.start, index - 12) - 1, -1):
        start = article.sentences[at + 1].span.start
        going_on = going_on and bool(_GOES_ON.match(article.text, start))
        distance = index - at
        if distance > LOOKED_AT and not going_on:
            break
        for one in found[at]:
            near = distance <= BESIDE and one.kind not in MARKERS and one.kind in {"link", "doi", "identifier"}
            yield _evidence(article, one, distance, supports=one.good and (near or going_on))
    for at in range(index + 1, min(block.stop, index + LOOKED_AT + 1)):
        for one in found[at]:
            if one.kind not in MARKERS:
                near = at - index <= BESIDE and one.kind in {"link", "doi", "identifier"}
                yield _evidence(article, one, at - index, supports=one.good and near)


def _leads(article: Article) -> dict[int, tuple[tuple[int, Support], ...]]:
    """Return, by block, supports that stand in another block and reach it, with their distance."""
    found = survey(article).by_sentence
    ends: dict[int, range] = dict(_by_block(article))
    reach: dict[int, list[tuple[int, Support]]] = {}
    lead: list[Support] = []
    lead_block = -1
    for number, block in enumerate(article.blocks):
        indices = ends.get(number)
        if indices is None:
            continue
        start = article.sentences[indices.start].span.start
        if block.kind is BlockKind.LIST_ITEM:
            reach.setdefault(number, []).extend((1, one) for one in lead)
            continue
        if _SOURCE_LINE.match(article.text, start):
            here = [one for index in indices for one in found[index]]
            reach.setdefault(lead_block, []).extend((1, one) for one in here)
        elif _GOES_ON.match(article.text, start):
            reach.setdefault(number, []).extend((1, one) for one in lead)
        lead = list(found[indices.stop - 1])
        lead_block = number
    return {number: tuple(them) for number, them in reach.items() if number >= 0}


def _evidence(article: Article, support: Support, distance: int, *, supports: bool) -> Evidence:
    place = support.source or article.map.to_source(support.span)
    kind = f"{support.names} link" if support.names and support.names != "site" else support.kind
    return Evidence(kind, support.text, place, distance, supports, support.target)
