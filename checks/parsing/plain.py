"""Plain text: paragraphs, and headings and lists that only their shape gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Block, BlockKind
from checks.parsing.builder import TextBuilder
from checks.position import Span

_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"[ \t]*(?:[-*•–‣◦]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_END = re.compile(r"""[.!?:;,…]["'”’)\]]*$""")
HEADING_LENGTH = 100
"""Longest line, in code points, that can be a heading."""


def read_plain(builder: TextBuilder, start: int, end: int) -> None:
    """Read a source range as plain text."""
    lines = [Span(*match.span()) for match in _LINE.finditer(builder.source, start, end)]
    lines = [line for line in lines if builder.source[line.start : line.end].strip()]
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        _block(builder, line, following)


def is_heading(line: str, following: str) -> bool:
    """Tell whether a line has the shape of a heading: short, no full stop, longer text below."""
    line = line.strip()
    return (
        0 < len(line) <= HEADING_LENGTH
        and not _END.search(line)
        and any(letter.isalpha() for letter in line)
        and len(following) > len(line)
    )


def _block(builder: TextBuilder, line: Span, following: Span | None) -> None:
    source = builder.source
    item = _ITEM.match(source, line.start, line.end)
    below = source[following.start : following.end] if following else ""
    if item:
        builder.open(Block(BlockKind.LIST_ITEM, Span(0, 0), level=1))
        builder.prose(item.end(), line.end)
    else:
        heading = is_heading(source[line.start : line.end], below)
        builder.open(Block(BlockKind.HEADING, Span(0, 0), level=2) if heading else Block(BlockKind.PARAGRAPH, Span(0, 0)))
        builder.prose(line.start, line.end)
    builder.close()
