"""Plain text: paragraphs, and headings, lists and quotations that only their shape gives away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from checks.article import Block, BlockKind
from checks.parsing.builder import TextBuilder
from checks.parsing.shape import hard_wrapped, headings, joins, widest
from checks.position import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"([ \t]*)(?:[-*•–‣◦▪·]|\(?(\d{1,3}|[a-z])[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"[-=_*~#+.·•—– \t]{3,}")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_TAB = 4


@dataclass(slots=True)
class Piece:
    """Lines that make one block."""

    kind: BlockKind
    lines: list[Span]
    level: int = 0
    label: str = ""
    group: int = 0
    marker: int = -1
    """Of a list item: where its line begins."""


def read_plain(builder: TextBuilder, start: int, end: int) -> None:
    """Read a source range as plain text."""
    pieces = _without_lone_numbers(list(_Lines(builder.source, start, end).pieces()))
    for piece in _with_headings(builder.source, pieces):
        spoken = piece.kind is BlockKind.QUOTATION
        builder.open(Block(piece.kind, Span(0, 0), piece.level, piece.label, piece.group, spoken=spoken))
        for line in piece.lines:
            builder.space(builder.at, line.start)
            builder.prose(line.start, line.end)
        builder.close()


@dataclass(slots=True)
class _Lines:
    """Puts lines together to paragraphs, items and quotations."""

    source: str
    start: int
    end: int
    groups: int = 0
    list_group: int = 0
    indents: list[int] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece]:
        """Yield the blocks, headings still as paragraphs."""
        lines = [Span(*match.span(1)) for match in _LINE.finditer(self.source, self.start, self.end)]
        shown = [self.source[line.start : line.end].strip() for line in lines]
        everywhere = hard_wrapped(shown)
        width = widest(shown)
        for first, last in _stretches(shown):
            wrapped = everywhere or hard_wrapped(shown[first:last])
            limit = width if everywhere else widest(shown[first:last])
            current = self._piece(lines[first])
            for at in range(first + 1, last):
                goes_on = wrapped and joins(shown[at - 1], shown[at], limit)
                if self._continues(current, lines[at], goes_on=goes_on, indented=not wrapped):
                    current.lines.append(self._unquoted(lines[at]))
                else:
                    yield current
                    current = self._piece(lines[at])
            yield current

    def _unquoted(self, line: Span) -> Span:
        quoted = _QUOTED.match(self.source, *line)
        return Span(quoted.end(), line.end) if quoted else line

    def _continues(self, current: Piece, line: Span, *, goes_on: bool, indented: bool) -> bool:
        """Tell whether a line belongs to the block above it."""
        if _QUOTED.match(self.source, *line):
            return current.kind is BlockKind.QUOTATION
        item = _ITEM.match(self.source, *line)
        if item:
            # A wrapped line may begin with a number and a full stop by chance.
            return goes_on and bool(item[2]) and current.kind is BlockKind.PARAGRAPH
        if goes_on:
            return current.kind is not BlockKind.QUOTATION
        return indented and current.kind is BlockKind.LIST_ITEM and self.source[line.start] in " \t"

    def _piece(self, line: Span) -> Piece:
        if _QUOTED.match(self.source, *line):
            self.groups += 1
            return Piece(BlockKind.QUOTATION, [self._unquoted(line)], group=self.groups)
        if item := _ITEM.match(self.source, *line):
            level = self._level(len(item[1].expandtabs(_TAB)))
            rest = Span(item.end(), line.end)
            return Piece(BlockKind.LIST_ITEM, [rest], level, item[2] or "", self.list_group, line.start)
        self.list_group = 0
        self.indents.clear()
        return Piece(BlockKind.PARAGRAPH, [line])

    def _level(self, indent: int) -> int:
        """Return how deep an item of this indentation is nested in the list that goes on or begins."""
        if not self.list_group:
            self.groups += 1
            self.list_group = self.groups
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents)


def _stretches(shown: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) of the lines that blank lines and rules part."""
    first = -1
    for at, text in enumerate(shown):
        if not text or _RULE.fullmatch(text):
            if first >= 0:
                yield first, at
            first = -1
        elif first < 0:
            first = at
    if first >= 0:
        yield first, len(shown)


def _without_lone_numbers(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces; what is numbered but alone in its list is a paragraph, and may be a heading."""
    sizes = Counter(piece.group for piece in pieces if piece.kind is BlockKind.LIST_ITEM)
    return [
        Piece(BlockKind.PARAGRAPH, [Span(piece.marker, piece.lines[0].end), *piece.lines[1:]])
        if piece.kind is BlockKind.LIST_ITEM and piece.label and sizes[piece.group] == 1
        else piece
        for piece in pieces
    ]


def _with_headings(source: str, pieces: list[Piece]) -> list[Piece]:
    texts = [" ".join(source[line.start : line.end].strip() for line in piece.lines) for piece in pieces]
    kinds = [piece.kind for piece in pieces]
    found = headings(texts, kinds, {at for at, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH})
    return [
        replace(piece, kind=BlockKind.HEADING, level=1 if at == 0 else 2) if at in found else piece
        for at, piece in enumerate(pieces)
    ]
