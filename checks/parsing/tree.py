"""Turn tags and text into blocks and marks, as a browser would lay them out.

One `Reader` serves HTML and Markdown alike. It keeps the stack of open
elements that the HTML standard's tree builder keeps, without building a tree:
text stays in source order, which a browser's tree does not promise (text
astray in a table moves before it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from checks.article import Block, BlockKind, Fault, FaultKind, MarkKind
from checks.parsing.builder import OpenMark, TextBuilder
from checks.parsing.elements import (
    BLOCK,
    BOILERPLATE,
    CLOSES_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    HIDDEN,
    KINDS,
    MARKS,
    OPTIONAL_END,
    SCOPE,
    SPECIAL,
    VOID,
)
from checks.parsing.entities import references
from checks.position import Span

DEPTH = 512
"""Elements nested deeper are put beside the last one, as Chromium does."""

NOTHING: Mapping[str, str | None] = {}


@dataclass(slots=True)
class Element:
    """An open element, and what it means for the text inside."""

    name: str
    start: int
    end: int
    block: Block
    """A model for the blocks that begin inside."""
    hidden: bool = False
    depth: int = 0
    """Of lists."""
    list_group: int = 0
    marks: tuple[OpenMark, ...] = ()
    written: bool = True
    """Stands in the source as a tag, so that leaving it open is a fault."""


@dataclass(slots=True)
class Reader:
    """Reads tags and text in source order."""

    source: str
    builder: TextBuilder
    faults: list[Fault] = field(default_factory=list)
    stack: list[Element] = field(default_factory=list)
    title: str = ""
    language: str = ""
    _open: Counter[str] = field(default_factory=Counter)
    _groups: int = 0

    def __post_init__(self) -> None:
        self.stack.append(Element("", 0, 0, Block(BlockKind.PARAGRAPH, Span(0, 0)), written=False))

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self.stack[-1]

    def group(self) -> int:
        """Return a new group number."""
        self._groups += 1
        return self._groups

    # Text

    def text(self, start: int, end: int) -> None:
        """Show source text that may hold character references."""
        if self.top.hidden:
            return
        at = start
        if self.source.find("&", start, end) >= 0:
            for left, right, shown in references(self.source, start, end):
                self.literal(at, left)
                self.shown(shown, left, right)
                at = right
        self.literal(at, end)

    def literal(self, start: int, end: int) -> None:
        """Show source text as it stands."""
        if start >= end or self.top.hidden:
            return
        self._ensure_block()
        if self.top.block.kind is BlockKind.CODE:
            self.builder.exact(start, end)
        else:
            self.builder.prose(start, end)

    def shown(self, text: str, start: int, end: int) -> None:
        """Show `text` for a source range."""
        if self.top.hidden:
            return
        self._ensure_block()
        if text in " \t\n\f\r" and self.top.block.kind is not BlockKind.CODE:
            self.builder.space(start, end)
        else:
            self.builder.shown(text, start, end)

    def _ensure_block(self) -> None:
        if not self.builder.inside:
            self.builder.open(self.top.block)

    # Tags

    def start_tag(
        self, name: str, attributes: Mapping[str, str | None], start: int, end: int, *, written: bool = True
    ) -> None:
        """Read a start tag; `written` tells that it is a tag in the source."""
        if name == "image":
            name = "img"
        if name in CLOSES_PARAGRAPH:
            self._imply_ends(name, start)
        if name in BLOCK:
            self.builder.close()
        if name in VOID:
            self._void(name, attributes, start, end)
            return
        self._push(self._element(name, attributes, start, end, written))

    def _imply_ends(self, name: str, at: int) -> None:
        if self._open["p"]:
            self._end_in_scope("p", at, SCOPE | {"button"})
        if name in HEADINGS and self.top.name in HEADINGS:
            self._pop(at)
        items = ("li",) if name == "li" else ("dt", "dd") if name in ("dt", "dd") else ()
        if any(self._open[item] for item in items):
            for depth in range(len(self.stack) - 1, 0, -1):
                if self.stack[depth].name in items:
                    self._pop_to(depth, at)
                    break
                if self.stack[depth].name in SPECIAL:
                    break

    def _void(self, name: str, attributes: Mapping[str, str | None], start: int, end: int) -> None:
        if self.top.hidden:
            return
        if name == "br":
            self.builder.line_break(start, end)
        elif name == "img" and "hidden" not in attributes:
            mark = OpenMark(
                MarkKind.IMAGE, start, attributes.get("src") or "", attributes.get("alt") or "", "alt" in attributes
            )
            self.builder.finish(self.builder.begin(mark), end)

    def _element(self, name: str, attributes: Mapping[str, str | None], start: int, end: int, written: bool) -> Element:
        outer = self.top
        block, depth, list_group = outer.block, outer.depth, outer.list_group
        kind, level, group = block.kind, block.level, block.group
        if name in ("ul", "ol", "dl", "menu", "dir"):
            depth, list_group = depth + 1, self.group()
        if name in KINDS:
            kind = KINDS[name]
            level = HEADINGS.get(name, 0)
            if kind is BlockKind.LIST_ITEM:
                level, group = max(depth, 1), list_group
            elif kind is BlockKind.QUOTATION:
                group = self.group()
        if name == "table":
            group = self.group()
        language = attributes.get("lang") or block.language
        inner = Block(
            kind,
            Span(0, 0),
            level,
            block.label,
            group,
            language,
            block.boilerplate or name in BOILERPLATE,
            name == "th" or (block.header and kind is BlockKind.TABLE_CELL),
            block.spoken or name == "blockquote",
        )
        hidden = outer.hidden or name in HIDDEN or "hidden" in attributes
        marks: list[OpenMark] = []
        if name in MARKS and not hidden and (name != "a" or "href" in attributes):
            target = attributes.get("href") or "" if name == "a" else ""
            label = attributes.get("title")
            marks.append(OpenMark(MARKS[name], start, target, label or "", label is not None))
        for mark in marks:
            self.builder.begin(mark)
        return Element(name, start, end, inner, hidden, depth, list_group, tuple(marks), written)

    def _push(self, element: Element) -> None:
        if len(self.stack) >= DEPTH:
            self._pop(element.start)
        self.stack.append(element)
        self._open[element.name] += 1

    def end_tag(self, name: str, start: int, end: int) -> None:
        """Read an end tag."""
        if name == "br":
            self._void("br", NOTHING, start, end)
            return
        if name in BLOCK:
            self.builder.close()
        names = frozenset(HEADINGS) if name in HEADINGS else frozenset({name})
        if not any(self._open[one] for one in names) or not self._end_in_scope(names, start, SCOPE, end):
            self.faults.append(Fault(FaultKind.STRAY_END, Span(start, end), name))

    def _end_in_scope(self, names: str | frozenset[str], at: int, scope: frozenset[str], end: int = -1) -> bool:
        wanted = frozenset({names}) if isinstance(names, str) else names
        for depth in range(len(self.stack) - 1, 0, -1):
            name = self.stack[depth].name
            if name in wanted:
                if name in BLOCK:
                    self._pop_to(depth, at, end)
                else:
                    self._leave(self.stack.pop(depth), max(at, end))
                return True
            if name in scope:
                return False
        return False

    def _pop_to(self, depth: int, at: int, end: int = -1) -> None:
        """Close the element at `depth` and all inside; formatting lives on in what follows."""
        kept: list[Element] = []
        while len(self.stack) > depth + 1:
            element = self.stack.pop()
            if element.name in FORMATTING:
                kept.append(element)
            else:
                self._unclosed(element)
                self._leave(element, at)
        self._leave(self.stack.pop(), max(at, end))
        outer = self.top
        for element in reversed(kept):
            element.block, element.hidden = outer.block, outer.hidden
            self.stack.append(element)

    def _pop(self, at: int) -> None:
        self._leave(self.stack.pop(), at)

    def _leave(self, element: Element, end: int) -> None:
        self._open[element.name] -= 1
        if element.name in BLOCK:
            self.builder.close()
        for mark in element.marks:
            self.builder.finish(mark, end)

    def _unclosed(self, element: Element) -> None:
        if element.written and element.name not in OPTIONAL_END:
            self.faults.append(Fault(FaultKind.UNCLOSED, Span(element.start, element.end), element.name))

    def finish(self, end: int) -> None:
        """Close all that is open at the end of the source."""
        self.builder.close()
        while len(self.stack) > 1:
            element = self.stack.pop()
            self._unclosed(element)
            self._leave(element, end)
