"""Write the reader's text in source order, and keep the way back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checks.article import Block, BlockKind, Mark, MarkKind
from checks.position import Run, SourceMap, Span

BREAK = "\n\n"
"""Stands between blocks."""

_SPACE = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]")
_EDGE = re.compile(r"[\t\n\f\r ]*")


@dataclass(slots=True)
class OpenMark:
    """A mark whose end is not known yet."""

    kind: MarkKind
    source: int
    target: str = ""
    label: str = ""
    has_label: bool = False
    start: int = -1
    """Offset of its first visible code point; -1 as long as there is none."""


@dataclass(slots=True)
class TextBuilder:
    """The text so far, its runs, blocks and marks.

    Text must be added in source order. White space between words is held back
    until a word follows, as a browser does, so no block begins or ends with it.
    """

    source: str
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _open: Block | None = None
    _start: int = -1
    _space: tuple[int, int] | None = None
    _line_break: tuple[int, int] | None = None
    _waiting: list[OpenMark] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Source offset after the last code point that is shown."""
        return self._runs[-1].source.end if self._runs else 0

    @property
    def inside(self) -> bool:
        """Whether a block is open."""
        return self._open is not None

    @property
    def showing(self) -> bool:
        """Whether the open block shows something already."""
        return self._start >= 0

    def open(self, block: Block) -> None:
        """Begin a block like `block`, whose span is ignored; one that is open is closed."""
        self.close()
        self._open = block

    def close(self) -> None:
        """End the open block; it is dropped when it shows nothing."""
        if self._open is not None and self._start >= 0:
            one = self._open
            self.blocks.append(
                Block(
                    one.kind,
                    Span(self._start, self.length),
                    one.level,
                    one.label,
                    one.group,
                    one.language,
                    one.boilerplate,
                    one.header,
                    one.spoken,
                )
            )
        self._open, self._start, self._space, self._line_break = None, -1, None, None

    def prose(self, start: int, end: int) -> None:
        """Show a source range, white space collapsed."""
        source = self.source
        first = _EDGE.match(source, start, end)
        at = first.end() if first else start
        if at > start:
            self.space(start, at)
        for match in _SPACE.finditer(source, at, end):
            left, right = match.span()
            if right - left == 1 and right < end:
                continue
            self._literal(at, left)
            self.space(left, right)
            at = right
        tail = end
        while tail > at and source[tail - 1] == " ":
            tail -= 1
        self._literal(at, tail)
        if tail < end:
            self.space(tail, end)

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            shown = self.source[start:end]
            if not shown.isprintable():
                shown = shown.translate(_TO_SPACE)
            self._add(shown, start, end)

    def exact(self, start: int, end: int) -> None:
        r"""Show a source range as it stands, but \r\n and \r as \n."""
        for match in _LINES.finditer(self.source, start, end):
            shown = match[0]
            self._add("\n" if shown[0] == "\r" else shown, *match.span())

    def shown(self, text: str, start: int, end: int) -> None:
        """Show `text` for a source range, such as an entity."""
        if text and start < end:
            self._add(text, start, end)

    def space(self, start: int, end: int) -> None:
        """Note white space: one space, once something follows it in this block."""
        if self._start >= 0 and self._line_break is None and self._space is None:
            self._space = (start, end)

    def line_break(self, start: int, end: int) -> None:
        """Note a line break, which swallows white space around it."""
        if self._start >= 0 and self._line_break is None:
            self._space, self._line_break = None, (start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._start < 0:
            if self.blocks:
                self._parts.append(BREAK)
                self.length += len(BREAK)
            self._start = self.length
        elif self._line_break is not None:
            self._run("\n", *self._line_break)
        elif self._space is not None:
            self._run(" ", *self._space)
        self._space = self._line_break = None
        if self._waiting:
            for mark in self._waiting:
                mark.start = self.length
            self._waiting.clear()
        self._run(text, start, end)

    def _run(self, text: str, start: int, end: int) -> None:
        at, size = self.length, len(text)
        self.length += size
        self._parts.append(text)
        if self._runs:
            last = self._runs[-1]
            joined = last.text.end == at and last.source.end == start
            if joined and size == end - start and last.text.length == last.source.length:
                self._runs[-1] = Run(Span(last.text.start, at + size), Span(last.source.start, end))
                return
        self._runs.append(Run(Span(at, at + size), Span(start, end)))

    def begin(self, mark: OpenMark) -> OpenMark:
        """Begin a mark at the next code point that is shown."""
        self._waiting.append(mark)
        return mark

    def finish(self, mark: OpenMark, end: int) -> Mark:
        """End a mark; `end` is the source offset after its markup."""
        if mark.start < 0:
            self._waiting = [one for one in self._waiting if one is not mark]
        start = mark.start if mark.start >= 0 else self.length
        made = Mark(
            mark.kind,
            Span(start, self.length),
            Span(mark.source, max(end, mark.source)),
            mark.target,
            mark.label,
            mark.has_label,
        )
        self.marks.append(made)
        return made

    def text(self) -> str:
        """Return the text; no block may be open."""
        return "".join(self._parts)

    def map(self) -> SourceMap:
        """Return the way back to the source."""
        return SourceMap.of(tuple(self._runs))


_TO_SPACE = dict.fromkeys(map(ord, "\t\n\f\r"), " ")
_LINES = re.compile(r"\r\n|\r|[^\r]+")


def paragraph() -> Block:
    """Return a plain paragraph to open."""
    return Block(BlockKind.PARAGRAPH, Span(0, 0))
