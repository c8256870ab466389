"""The survey: everything in an article that can support a statement, by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checks.article import Article, MarkKind, once
from checks.evidence.attribution import attributions
from checks.evidence.links import KIND_NAMES, SUPPORTING, kind_of
from checks.evidence.references import dois, references
from checks.position import Span

MARKERS = frozenset({"footnote", "reference"})
"""Kinds that point to an entry; by convention they cover what stands before them in the paragraph."""

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+")
_IDENTIFIER = re.compile(
    r"\b(?:PMID:? ?\d{4,8}|PMCID:? ?PMC\d{4,8}|arXiv: ?\d{4}\.\d{4,5}|NCT\d{8}|ISBN(?:-1[03])?:? ?[\d-]{9,16}[\dX])\b"
)
_NO = frozenset({"nothing", "anchor", "contact", "image"})


class Support(NamedTuple):
    """Something that may support a statement."""

    kind: str
    """`link`, `footnote`, `reference`, `doi`, `identifier`, or `named-source`."""
    text: str
    """What stands there, in a reader's words."""
    span: Span
    """In the text."""
    good: bool
    """Whether a reader could check the statement against it."""
    target: str = ""
    source: Span | None = None
    """In the source, for what shows no text."""
    names: str = ""
    """Of a link: what it points to, a key of `KIND_NAMES`."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All supports of an article."""

    by_sentence: tuple[tuple[Support, ...], ...]
    count: int
    """Number of supports that a reader could check."""
    has_markers: bool
    """Whether the article cites by footnotes or references, not by links alone."""


@once
def survey(article: Article) -> Survey:
    """Find everything in an article that can support a statement."""
    starts = [one.span.start for one in article.sentences]
    found: list[list[Support]] = [[] for _ in starts]
    for support in _supports(article):
        index = bisect_right(starts, support.span.start) - 1
        # A marker behind the full stop belongs to the sentence before it.
        if (
            index > 0
            and support.kind in MARKERS
            and support.span.start == starts[index]
            and _same_block(article, index)
        ):
            index -= 1
        if index >= 0:
            found[index].append(support)
    by_sentence = tuple(tuple(them) for them in found)
    good = [one for them in by_sentence for one in them if one.good]
    return Survey(by_sentence, len(good), any(one.kind in MARKERS for one in good))


def _same_block(article: Article, index: int) -> bool:
    return article.sentences[index].block == article.sentences[index - 1].block


def _supports(article: Article) -> Iterator[Support]:
    yield from _links(article)
    refs = references(article)
    for marker in refs.markers:
        kind = "footnote" if marker.source else "reference"
        shown = article.slice(marker.span) or f"[{marker.labels[0]}]"
        yield Support(kind, shown, marker.span, good=True, target=", ".join(marker.labels), source=marker.source)
    for span in dois(article.text):
        yield Support("doi", article.slice(span), span, good=True, target=article.slice(span))
    for match in _IDENTIFIER.finditer(article.text):
        yield Support("identifier", match[0], Span(*match.span()), good=True, target=match[0])
    for them in attributions(article):
        for one in them:
            if one.kind in {"named", "name"}:
                yield Support("named-source", article.slice(one.span), one.span, one.kind == "named")


def _links(article: Article) -> Iterator[Support]:
    marked: list[Span] = []
    for mark in article.marks:
        if mark.kind is not MarkKind.LINK:
            continue
        marked.append(mark.span)
        names = kind_of(mark.target, article.url)
        if names not in _NO:
            shown = article.slice(mark.span) or KIND_NAMES[names]
            empty = not mark.span.length
            yield Support(
                "link",
                shown,
                mark.span,
                names in SUPPORTING and not empty,
                mark.target,
                mark.source if empty else None,
                names,
            )
    edges = [span.start for span in marked]
    for match in _URL.finditer(article.text):
        span = Span(*match.span())
        at = bisect_right(edges, span.start) - 1
        if at < 0 or not marked[at].overlaps(span):
            names = kind_of(match[0].rstrip(".,;:!?)"), article.url)
            yield Support("link", match[0], span, names in SUPPORTING, match[0], None, names)
