"""Turn tags and text into blocks and marks, as a browser would lay them out.

One `Reader` serves HTML and Markdown alike. No tree is built: text stays in
source order, which a browser's tree does not promise (text astray in a table
moves before it), and every code point keeps its origin.
"""

from __future__ import annotations

from types import MappingProxyType

from checks.article import PROSE, Directive, FaultKind
from checks.parsing.builder import TextBuilder
from checks.parsing.context import Attributes, Element, element
from checks.parsing.elements import (
    BLOCK,
    BREAKOUT,
    CLOSES_PARAGRAPH,
    FOREIGN,
    HEAD_CONTENT,
    HEADINGS,
    HTML_IN_FOREIGN,
    OPTIONAL_END,
    TABLE_LEVEL,
    VOID,
)
from checks.parsing.language import language_tag
from checks.parsing.stack import Stack
from checks.parsing.unended import Unended
from checks.parsing.writer import Writer

NOTHING: Attributes = MappingProxyType({})


class Reader:
    """Reads tags in source order: keeps what is open, and has written what is shown inside."""

    def __init__(self, view: str, builder: TextBuilder) -> None:
        """`view` is the source, or a text of the same length with parts masked."""
        self.view = view
        self.builder = builder
        self.stack = Stack(self._leave)
        self.writer = Writer(view, builder, self.stack)
        self.directives: list[Directive] = []
        self.anchors: dict[str, int] = {}
        """Index of the block that begins at, or holds, each id."""
        self.title = ""
        self.language = ""
        self._groups = 0
        self._begun = False
        self._unended = Unended(view, self.stack)

    # Text

    def text(self, start: int, end: int) -> None:
        """Show source text that may hold character references."""
        while start < (stop := self._unended.stop) < end:
            self.text(start, stop)
            start = stop
            self._unended.end(start)
        self._unended.end(start)
        top = self.stack.top
        if top.name == "head" and not self.view[start:end].isspace():
            self.stack.close("head", start, start)
        self.writer.text(start, end)

    # Start tags

    def start_tag(
        self, name: str, attributes: Attributes, start: int, end: int, *, closed: bool = False, written: bool = True
    ) -> None:
        """Read a start tag; `written` tells that it stands in the source as a tag."""
        name = "img" if name == "image" else name
        if self.foreign and not self._break_out(name, start):
            if not closed:
                self._open_element(f"svg {name}", attributes, start, end, written=written)
            return
        if self._unended.end_by_start_tag(start, end):
            return
        if name in ("html", "head", "body") or not self._leaves_head(name, start):
            self._document_part(name, attributes, start, end)
            return
        if name in TABLE_LEVEL and not self.stack.holds("table"):
            return
        if name in TABLE_LEVEL:
            self.stack.close_table_parts(name, start)
        self._imply_ends(name, start)
        if name in BLOCK:
            self.builder.close()
        if name in VOID:
            self._void(name, attributes, start, end)
        elif not (closed and name in FOREIGN):
            self._open_element(name, attributes, start, end, written=written)

    @property
    def foreign(self) -> bool:
        """Whether the text is inside `<svg>` or `<math>`, and not in an HTML part of these."""
        depth = self.stack.find(FOREIGN, HTML_IN_FOREIGN)
        return depth > 0

    def _break_out(self, name: str, at: int) -> bool:
        """End an `<svg>` or `<math>` when an HTML tag follows; return whether it did."""
        if name not in BREAKOUT:
            return False
        self.stack.pop_to(self.stack.find(FOREIGN, HTML_IN_FOREIGN), at, at)
        return True

    def _leaves_head(self, name: str, at: int) -> bool:
        if name not in HEAD_CONTENT:
            self._begun = True
            if self.stack.top.name == "head":
                self.stack.close("head", at, at)
        return True

    def _document_part(self, name: str, attributes: Attributes, start: int, end: int) -> None:
        if name == "html":
            self.language = self.language or language_tag(attributes.get("lang"))
        elif name == "body":
            self.stack.close("head", start, start)
            self.language = self.language or language_tag(attributes.get("lang"))
            self._begun = True
        elif not self._begun and not self.builder.blocks and not self.stack.holds("head"):
            self._open_element(name, attributes, start, end, written=False)
        self.builder.close()

    def _imply_ends(self, name: str, at: int) -> None:
        if name == "table" and (depth := self.stack.in_table_outside_cell()):
            self.stack.pop_to(depth, at, at)
        if name in CLOSES_PARAGRAPH:
            self.stack.close_paragraph(at)
            if name in HEADINGS and self.stack.top.name in HEADINGS:
                self.stack.close(name, at, at)
            elif name == "li":
                self.stack.close_items(frozenset({"li"}), at)
            elif name in ("dt", "dd"):
                self.stack.close_items(frozenset({"dt", "dd"}), at)
        elif name in ("a", "nobr", "button"):
            self.stack.close(name, at, at)

    def _void(self, name: str, attributes: Attributes, start: int, end: int) -> None:
        if self.stack.top.hidden:
            return
        if name == "br":
            self._line_break(start, end)
        elif name == "img" and "hidden" not in attributes:
            label = attributes.get("alt") or "" if "alt" in attributes else None
            self.writer.image(start, end, attributes.get("src") or "", label)

    def _line_break(self, start: int, end: int) -> None:
        """Break the line; two breaks in a row part paragraphs."""
        if self.builder.broken and self.stack.top.block.kind in PROSE:
            self.builder.close()
        else:
            self.builder.line_break(start, end)

    def _open_element(self, name: str, attributes: Attributes, start: int, end: int, *, written: bool) -> None:
        self._groups += 1
        made = element(self.stack.top, name, attributes, start, end, self._groups)
        made.written = written
        made.filled = self.writer.filled
        if anchor := attributes.get("id") or (attributes.get("name") if name == "a" else None):
            self.anchors.setdefault(anchor, len(self.builder.blocks))
        if self.stack.push(made):
            self.writer.fault(FaultKind.TOO_DEEP, start, end, name)
        self._unended.begin(made)
        for mark in (made.mark, made.language):
            if mark:
                self.builder.begin(mark)

    # End tags

    def end_tag(self, name: str, start: int, end: int, *, written: bool = True) -> None:
        """Read an end tag."""
        ends_heading = self._unended.end(start)
        if name in ("br", "p") and self.foreign:
            self._break_out(name, start)
        if name == "br":
            self._void(name, NOTHING, start, end)
            return
        if name in BLOCK or name in ("html", "body"):
            self.builder.close()
        if name in ("html", "body"):
            return
        if self.stack.holds(*FOREIGN) and self.stack.close(f"svg {name}", start, end):
            return
        # One that closes nothing is the end tag that the heading should have.
        if not self.stack.close(name, start, end) and written and not ends_heading:
            self.writer.fault(FaultKind.STRAY_END, start, end, name)

    def _leave(self, one: Element, end: int, *, unclosed: bool) -> None:
        if one.name in BLOCK:
            self.builder.close()
        for mark in (one.language, one.mark):
            if mark:
                self.builder.finish(mark, end)
        if unclosed and one.written and one.name not in OPTIONAL_END:
            self.writer.fault(FaultKind.UNCLOSED, one.start, one.end, one.name)
        elif one.filled == self.writer.filled and one.should_hold:
            self.writer.fault(FaultKind.EMPTY, one.start, max(end, one.end), one.name)

    def finish(self, end: int) -> None:
        """Close all that is open at the end of the source."""
        self.builder.close()
        self._unended.end(end)
        self.stack.close_all(end)
