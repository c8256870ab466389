"""Write what a reader sees of a source between its tags: text, characters that stand for others, images."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import BlockKind, Fault, FaultKind, MarkKind
from checks.parsing.bare import BareLines
from checks.parsing.builder import OpenMark, TextBuilder
from checks.parsing.elements import BLOCK, MARKS, NAMED_WHEN_BROKEN
from checks.parsing.entities import character_references
from checks.parsing.stack import Stack
from checks.position import Span

FAULTS = 1000
"""Faults that are kept; nobody reads on after these."""

MASK = "\0"
"""Stands in the view for what is not shown; a browser leaves it out as well."""

_BROKEN_TAG = re.compile(r"<[\t\n\f\r ]+/?([A-Za-z][A-Za-z0-9]{0,15})(?:[\t\n\f\r ][^<>]{0,300})?>")


class Writer:
    """Writes to the builder what is shown inside the elements that are open, and notes what had to be mended."""

    def __init__(self, view: str, builder: TextBuilder, stack: Stack) -> None:
        self.faults: list[Fault] = []
        self._view = view
        self._builder = builder
        self._stack = stack
        self._bare = BareLines(view)
        self._unseen = 0

    @property
    def filled(self) -> int:
        """How much was written so far; an element that leaves it as it was shows nothing."""
        return self._builder.length + self._unseen

    def text(self, start: int, end: int) -> None:
        """Show source text that may hold character references."""
        if self._stack.top.hides_inside():
            return
        self._find_broken_tags(start, end)
        at = start
        if self._view.find("&", start, end) >= 0:
            for left, right, shown in character_references(self._view, start, end):
                self._lines(at, left)
                self.shown(shown, left, right)
                at = right
        self._lines(at, end)

    def _find_broken_tags(self, start: int, end: int) -> None:
        if self._view.find("<", start, end) < 0:
            return
        for match in _BROKEN_TAG.finditer(self._view, start, end):
            name = match[1].lower()
            if name in BLOCK or name in MARKS or name in NAMED_WHEN_BROKEN:
                self.fault(FaultKind.BROKEN_TAG, match.start(), match.end(), name)
                self._bare.keep(Span(*match.span()))

    def _lines(self, start: int, end: int) -> None:
        """Show text; in a paste without paragraphs each line is one."""
        if not self._stack.top.bare:
            self.literal(start, end)
            return
        for left, right, ends_line in self._bare.lines(start, end):
            self.literal(left, right)
            if ends_line:
                self._builder.close()

    def literal(self, start: int, end: int) -> None:
        """Show source text as it stands."""
        if start >= end or self._stack.top.hides_inside():
            return
        self._ensure_block(start)
        kind = self._stack.top.block.kind
        for left, right in self._unmasked(start, end):
            if kind is BlockKind.CODE:
                self._builder.exact(left, right)
            else:
                self._builder.prose(left, right)

    def _unmasked(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a range that are not masked."""
        at = start
        while (cut := self._view.find(MASK, at, end)) >= 0:
            self._unseen += 1
            if at < cut:
                yield at, cut
            at = cut + 1
        if at < end:
            yield at, end

    def shown(self, text: str, start: int, end: int) -> None:
        """Show `text` for a source range."""
        if self._stack.top.hides_inside():
            return
        self._ensure_block(start)
        if text in "\t\n\f\r " and self._stack.top.block.kind is not BlockKind.CODE:
            self._builder.space(start, end)
        else:
            self._builder.shown(text, start, end)

    def _ensure_block(self, start: int) -> None:
        if not self._builder.inside:
            top = self._stack.top
            self._builder.open(top.block, bare=top.bare and not top.block.boilerplate and self._bare.parts(start))

    def image(self, start: int, end: int, target: str, label: str | None) -> None:
        """Note an image; a label of None is missing."""
        self._unseen += 1
        self._builder.point(OpenMark(MarkKind.IMAGE, start, target.strip(), label or "", label is not None), end)

    def fault(self, kind: FaultKind, start: int, end: int, what: str) -> None:
        """Note something that had to be mended."""
        if len(self.faults) < FAULTS:
            self.faults.append(Fault(kind, Span(start, end), what))
