"""Places in a text, and the way from the reader's text back to the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of Unicode code points, 0-based."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return the same range moved by `by` code points."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A line and a column, both 1-based; the column counts code points."""

    line: int
    column: int


class Run(NamedTuple):
    """A stretch of the reader's text and the source it stands for.

    When both sides have the same length they match code point by code point;
    otherwise (an entity, collapsed white space, a `<br>`) the whole source
    range stands for the whole text range.
    """

    text: Span
    source: Span

    @property
    def literal(self) -> bool:
        """Whether text and source match code point by code point."""
        return self.text.length == self.source.length


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each code point of the reader's text stands in the source.

    Runs are in order and do not overlap, in the text and in the source alike.
    Text between runs (the blank lines that part blocks) has no source.
    """

    runs: tuple[Run, ...]
    _text_starts: tuple[int, ...]
    _source_starts: tuple[int, ...]

    @classmethod
    def of(cls, runs: tuple[Run, ...]) -> Self:
        """Index `runs`.

        Raises:
            ValueError: when runs are empty, overlap or are out of order.
        """
        for run in runs:
            if run.text.length <= 0 or run.source.length <= 0:
                msg = f"empty run {run}"
                raise ValueError(msg)
        for one, two in pairwise(runs):
            if one.text.end > two.text.start or one.source.end > two.source.start:
                msg = f"runs out of order: {one} before {two}"
                raise ValueError(msg)
        return cls(runs, tuple(r.text.start for r in runs), tuple(r.source.start for r in runs))

    def to_source(self, span: Span) -> Span:
        """Return the smallest source range that holds the text range `span`.

        A range without any source (empty, or only blank lines between blocks)
        maps to an empty range at the nearest place before it.
        """
        first = bisect_right(self._text_starts, span.start) - 1
        if first < 0 or self.runs[first].text.end <= span.start:
            first += 1
        last = bisect_left(self._text_starts, span.end) - 1
        if span.length <= 0 or first > last:
            at = self.runs[first - 1].source.end if first else 0
            if span.length <= 0 and first < len(self.runs):
                at = self._point(span.start, self.runs[first], at)
            return Span(at, at)
        head, tail = self.runs[first], self.runs[last]
        start = head.source.start
        if head.literal:
            start += max(0, span.start - head.text.start)
        end = tail.source.end
        if tail.literal:
            end -= max(0, tail.text.end - span.end)
        return Span(start, end)

    def to_text(self, span: Span) -> Span:
        """Return the text range that the source range `span` shows as.

        Source that a reader does not see maps to an empty range where it would
        stand.
        """
        first = bisect_right(self._source_starts, span.start) - 1
        if first < 0 or self.runs[first].source.end <= span.start:
            first += 1
        last = bisect_left(self._source_starts, span.end) - 1
        if span.length <= 0 or first > last:
            if first < len(self.runs):
                at = self.runs[first].text.start
                if self.runs[first].literal:
                    at += max(0, span.start - self.runs[first].source.start)
            else:
                at = self.runs[-1].text.end if self.runs else 0
            return Span(at, at)
        head, tail = self.runs[first], self.runs[last]
        start = head.text.start
        if head.literal:
            start += max(0, span.start - head.source.start)
        end = tail.text.end
        if tail.literal:
            end -= max(0, tail.source.end - span.end)
        return Span(start, end)

    @staticmethod
    def _point(at: int, run: Run, before: int) -> int:
        if at < run.text.start:
            return before
        return run.source.start + (at - run.text.start if run.literal else 0)


def line_starts(source: str) -> tuple[int, ...]:
    r"""Return the offset of each line's first code point; lines end in \n, \r\n or \r."""
    return (0, *(match.end() for match in _LINE_END.finditer(source)))


def position(starts: tuple[int, ...], offset: int) -> Position:
    """Return the line and column of `offset`, given the text's `line_starts`."""
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)
