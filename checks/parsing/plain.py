"""Plain text: paragraphs, and headings, lists and quotations that only their shape gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checks.article import Block, BlockKind
from checks.parsing.builder import TextBuilder
from checks.parsing.shape import hard_wrapped, headings, joins
from checks.position import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"([ \t]*)(?:[-*•–‣◦▪·]|\(?(\d{1,3}|[a-z])[.)])[ \t]+(?=\S)")
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


def read_plain(builder: TextBuilder, start: int, end: int) -> None:
    """Read a source range as plain text."""
    lines = [Span(*match.span(1)) for match in _LINE.finditer(builder.source, start, end)]
    pieces = _with_headings(builder.source, list(_pieces(builder.source, lines)))
    for piece in pieces:
        spoken = piece.kind is BlockKind.QUOTATION
        builder.open(Block(piece.kind, Span(0, 0), piece.level, piece.label, piece.group, spoken=spoken))
        for line, following in pairwise([*piece.lines, None]):
            if line is not None:
                builder.prose(line.start, line.end)
            if line is not None and following is not None:
                builder.space(line.end, following.start)
        builder.close()


def _pieces(source: str, lines: Sequence[Span]) -> Iterator[Piece]:
    """Yield the blocks of a text, headings still as paragraphs."""
    shown = [source[line.start : line.end].strip() for line in lines]
    wrapped = hard_wrapped(shown)
    width = max((len(line) for line in shown if " " in line), default=0)
    current: Piece | None = None
    above = ""
    list_group = 0
    groups = 0
    indents: list[int] = []
    for line, text in zip(lines, shown, strict=True):
        if not text or _RULE.fullmatch(text):
            if current:
                yield current
            current, above = None, ""
            continue
        bullet, quoted = _BULLET.match(source, *line), _QUOTED.match(source, *line)
        goes_on = wrapped and current is not None and bool(above) and joins(above, text, width)
        above = text
        if quoted:
            inner = Span(quoted.end(), line.end)
            if current and current.kind is BlockKind.QUOTATION:
                current.lines.append(inner)
                continue
            groups += 1
            kind, inner_group = BlockKind.QUOTATION, groups
            piece = Piece(kind, [inner], 0, "", inner_group)
        elif bullet and not (goes_on and bullet[2] and not bullet[1]):
            indent = len(bullet[1].expandtabs(_TAB))
            if not list_group:
                groups += 1
                list_group = groups
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            number = bullet[2] or ""
            piece = Piece(BlockKind.LIST_ITEM, [Span(bullet.end(), line.end)], len(indents), number, list_group)
        elif goes_on and current:
            current.lines.append(line)
            continue
        elif current and current.kind is BlockKind.LIST_ITEM and source[line.start] in " \t" and not wrapped:
            current.lines.append(line)
            continue
        else:
            piece = Piece(BlockKind.PARAGRAPH, [line])
            list_group, indents = 0, []
        if current:
            yield current
        current = piece
    if current:
        yield current


def _with_headings(source: str, pieces: list[Piece]) -> list[Piece]:
    texts = [" ".join(source[line.start : line.end].strip() for line in piece.lines) for piece in pieces]
    kinds = [piece.kind for piece in pieces]
    found = headings(texts, kinds, {at for at, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH})
    return [
        replace(piece, kind=BlockKind.HEADING, level=1 if at == 0 else 2) if at in found else piece
        for at, piece in enumerate(pieces)
    ]
