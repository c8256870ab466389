"""Cut a block's text where its inline markup or a finding begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checks.article import Article, Mark, MarkKind
from checks.finding import Severity
from checks.position import Span

LINE = 80
"""Code points of a line of text as the report sets it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding where it is marked in the text."""

    number: int
    """Of its note; findings that say the same share one."""
    anchor: str
    """Its own."""
    note: str
    """The note's anchor."""
    severity: Severity
    span: Span
    """In the text; empty when it is about what a reader does not see."""
    source: Span
    """In the source."""
    quote: str
    """What stands there in the source."""

    def fills(self, block: Span) -> bool:
        """Whether it is about all of a block that is more than a line long."""
        return self.span.covers(block) and block.length > LINE


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text within which nothing begins or ends."""

    text: str
    marks: tuple[Mark, ...]
    """Around it, outermost first."""
    findings: tuple[Shown, ...]
    begins: tuple[Shown, ...]
    """Findings of which this is the first stretch in the block that shows them."""
    ends: tuple[Shown, ...]
    """Findings of which this is the last stretch in the block."""
    points: tuple[Shown, ...] = ()
    """Findings without visible text that stand before it."""
    textless: tuple[Mark, ...] = ()
    """Images and markers without text that stand before it."""


def segments(article: Article, span: Span, found: Sequence[Shown], textless: Sequence[Mark]) -> Iterator[Segment]:
    """Yield the stretches of a block.

    Args:
        article: the article.
        span: the block, in the text.
        found: findings that touch the block, or stand in it unseen.
        textless: the block's images and markers without text.
    """
    around = [mark for mark in article.marks_in(span) if mark.kind is not MarkKind.IMAGE and mark.span.length]
    visible = [one for one in found if one.span.length]
    unseen = [one for one in found if not one.span.length]
    for start, end in _cuts(span, around, visible, unseen, textless):
        here = Span(start, end)
        inside = tuple(one for one in visible if one.span.overlaps(here))
        last = end == span.end
        yield Segment(
            text=article.slice(here),
            marks=tuple(sorted((mark for mark in around if mark.span.overlaps(here)), key=_outermost)),
            findings=inside,
            begins=tuple(one for one in inside if one.span.start == start),
            ends=tuple(one for one in inside if one.span.end == end or (last and one.span.end > end)),
            points=tuple(one for one in unseen if one.span.start == start),
            textless=tuple(mark for mark in textless if mark.span.start == start),
        )
    yield from _tail(span, unseen, textless)


def _tail(span: Span, unseen: Sequence[Shown], textless: Sequence[Mark]) -> Iterator[Segment]:
    points = tuple(one for one in unseen if one.span.start >= span.end)
    pictures = tuple(mark for mark in textless if mark.span.start >= span.end)
    if points or pictures:
        yield Segment("", (), (), (), (), points, pictures)


def _cuts(
    span: Span, marks: Sequence[Mark], visible: Sequence[Shown], unseen: Sequence[Shown], textless: Sequence[Mark]
) -> Iterator[tuple[int, int]]:
    at = {span.start, span.end}
    places = (*(mark.span for mark in (*marks, *textless)), *(one.span for one in (*visible, *unseen)))
    for place in places:
        at |= {edge for edge in place if span.start < edge < span.end}
    yield from pairwise(sorted(at))


def _outermost(mark: Mark) -> tuple[int, int, int]:
    return (mark.span.start, -mark.span.end, mark.source.start)
