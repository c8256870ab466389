"""Write the reader's text in source order, and keep the way back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from checks.article import Block, Mark, MarkKind
from checks.position import Run, SourceMap, Span

BREAK = "\n\n"
"""Stands between blocks."""

NESTED_MARKS = 3
"""Open marks of one kind that are kept; HTML's "Noah's Ark clause" has the same number."""

REPLACEMENT = "\ufffd"

_SPACES = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]")
_SPACE = re.compile(r"[\t\n\f\r ]*")
_LINE_ENDS = re.compile(r"[\r\n]+")
_LINES = re.compile(r"\r\n|\r|[^\r]+")
_UNSHOWN = {
    **dict.fromkeys(map(ord, "\t\n\f\r"), " "),
    **dict.fromkeys((0, *range(0xD800, 0xE000)), REPLACEMENT),
}
_UNSHOWN_EXACTLY = {code: shown for code, shown in _UNSHOWN.items() if shown != " "}


@dataclass(slots=True)
class OpenMark:
    """A mark whose end is not known yet."""

    kind: MarkKind
    source: int
    target: str = ""
    label: str = ""
    has_label: bool = False
    start: int = -1
    """Offset of its first code point in the open block; -1 as long as there is none."""
    written: int = -1
    """Index of its part in an earlier block, if there is one."""


@dataclass(slots=True)
class TextBuilder:
    """The text so far, its runs, blocks and marks.

    Text must be added in source order; what comes too late is left out. White
    space between words is held back until a word follows, as a browser does,
    so no block begins or ends with it. A mark that is open when its block ends
    is cut there and goes on in the next.
    """

    source: str
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bare: set[int] = field(default_factory=set)
    """Indices of the blocks that were opened as such: lines without markup, which may be headings."""
    _parts: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _block: Block | None = None
    _bare: bool = False
    _start: int = -1
    _inked: bool = False
    _gap: tuple[str, int, int] | None = None
    _open: list[OpenMark] = field(default_factory=list)
    _waiting: list[OpenMark] = field(default_factory=list)
    _floating: list[tuple[OpenMark, int]] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Source offset after the last code point that is shown."""
        return self._runs[-1].source.end if self._runs else 0

    @property
    def inside(self) -> bool:
        """Whether a block is open."""
        return self._block is not None

    @property
    def broken(self) -> bool:
        """Whether a line break is the last thing that the open block got."""
        return self._gap is not None and self._gap[0] != " "

    # Blocks

    def open(self, block: Block, *, bare: bool = False) -> None:
        """Begin a block like `block`, whose span is ignored; one that is open is closed."""
        self.close()
        self._block, self._bare = block, bare

    def close(self) -> None:
        """End the open block; there is none when nothing, or nothing but space, is shown."""
        if self._block is None:
            return
        if self._start >= 0:
            if self._inked:
                if self._bare:
                    self.bare.add(len(self.blocks))
                self.blocks.append(replace(self._block, span=Span(self._start, self.length)))
            for mark in self._open:
                if mark.start >= 0:
                    self._write(mark, mark.start, self.at)
                    mark.start, mark.source, mark.written = -1, self.at, len(self.marks) - 1
            self._waiting = list(self._open)
        self._settle(self.length)
        self._block, self._start, self._gap, self._inked = None, -1, None, False

    # Text

    def prose(self, start: int, end: int) -> None:
        """Show a source range, white space collapsed."""
        source = self.source
        first = _SPACE.match(source, start, end)
        at = first.end() if first else start
        if at > start:
            self.space(start, at)
        for match in _SPACES.finditer(source, at, end):
            left, right = match.span()
            if right - left == 1 and right < end:
                continue
            self._literal(at, left)
            self.space(left, right)
            at = right
        tail = end - 1 if at < end and source[end - 1] == " " else end
        self._literal(at, tail)
        if tail < end:
            self.space(tail, end)

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            shown = self.source[start:end]
            self._add(shown if shown.isprintable() else shown.translate(_UNSHOWN), start, end)

    def exact(self, start: int, end: int) -> None:
        r"""Show a source range as it stands, but \r\n and \r as \n; line ends at the edges of a block are left out."""
        lead = _LINE_ENDS.match(self.source, start, end)
        if self._start < 0 and lead:
            start = lead.end()
        tail = end
        while tail > start and self.source[tail - 1] in "\r\n":
            tail -= 1
        for match in _LINES.finditer(self.source, start, tail):
            shown = match[0]
            self._add("\n" if shown[0] == "\r" else shown.translate(_UNSHOWN_EXACTLY), *match.span())
        if tail < end and self._start >= 0:
            self._hold(tail, end)

    def _hold(self, start: int, end: int) -> None:
        """Hold back line ends until more follows."""
        if self._gap is not None:
            self._run(*self._gap)
        lines = self.source[start:end].replace("\r\n", "\n").replace("\r", "\n")
        self._gap = (lines, start, end)

    def shown(self, text: str, start: int, end: int) -> None:
        """Show `text` for a source range, such as an entity."""
        if text and start < end:
            self._add(text.translate(_UNSHOWN_EXACTLY), start, end)

    def space(self, start: int, end: int) -> None:
        """Note white space: one space, once something follows it in this block."""
        if self._start >= 0 and self._gap is None:
            self._gap = (" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """Note a line break, which swallows white space around it."""
        if self._start >= 0 and (self._gap is None or self._gap[0] == " "):
            self._gap = ("\n", start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if start < self.at:
            return
        if self._start < 0:
            if self.length:
                self._parts.append(BREAK)
                self.length += len(BREAK)
            self._start = self.length
            self._settle(self.length)
        elif self._gap is not None:
            self._run(*self._gap)
        self._gap = None
        if self._waiting:
            for mark in self._waiting:
                mark.start = self.length
            self._waiting.clear()
        self._inked = self._inked or not text.isspace()
        self._run(text, start, end)

    def _run(self, text: str, start: int, end: int) -> None:
        at, size = self.length, len(text)
        self.length += size
        self._parts.append(text)
        if self._runs and size == end - start:
            last = self._runs[-1]
            if last.literal and last.text.end == at and last.source.end == start:
                self._runs[-1] = Run(Span(last.text.start, at + size), Span(last.source.start, end))
                return
        self._runs.append(Run(Span(at, at + size), Span(start, end)))

    # Marks

    def begin(self, mark: OpenMark) -> None:
        """Begin a mark at the next code point that is shown."""
        if sum(one.kind is mark.kind for one in self._open) < NESTED_MARKS:
            self._open.append(mark)
            self._waiting.append(mark)

    def finish(self, mark: OpenMark, end: int) -> None:
        """End a mark; `end` is the source offset after its markup."""
        if not any(one is mark for one in self._open):
            return
        self._open = [one for one in self._open if one is not mark]
        self._waiting = [one for one in self._waiting if one is not mark]
        if mark.start >= 0:
            self._write(mark, mark.start, end)
        elif mark.written < 0:
            self.point(mark, end)
        else:
            last = self.marks[mark.written]
            self.marks[mark.written] = replace(last, source=Span(last.source.start, max(end, last.source.end)))

    def point(self, mark: OpenMark, end: int) -> None:
        """Set a mark that shows no text, such as an image."""
        if self._start >= 0:
            mark.start = self.length
            self._write(mark, self.length, end)
        else:
            self._floating.append((mark, end))

    def _settle(self, at: int) -> None:
        for mark, end in self._floating:
            self._write(mark, at, end, at)
        self._floating.clear()

    def _write(self, mark: OpenMark, start: int, end: int, stop: int = -1) -> None:
        span = Span(start, self.length if stop < 0 else stop)
        source = Span(mark.source, max(end, mark.source))
        self.marks.append(Mark(mark.kind, span, source, mark.target, mark.label, mark.has_label))

    # Outcome

    def text(self) -> str:
        """Return the text; no block may be open."""
        return "".join(self._parts)

    def map(self) -> SourceMap:
        """Return the way back to the source."""
        self._settle(self.length)
        return SourceMap.of(tuple(self._runs))
