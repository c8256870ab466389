"""The stack of open elements, as the HTML standard's tree builder keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from checks.parsing.context import Element, root
from checks.parsing.elements import FORMATTING, HEADINGS, SCOPE, SPECIAL, TABLE_LEVEL

DEPTH = 512
"""Elements nested deeper are put beside the last one, as Chromium does."""

_BUTTON_SCOPE = SCOPE | {"button"}
_TABLE_SCOPE = frozenset({"table", "template"})
_ITEM_SCOPE = SPECIAL - {"address", "div", "p"}
_MARKERS = frozenset({"applet", "object", "marquee", "template", "td", "th", "caption"})
"""Formatting that is open inside these ends with them."""


class Leave(Protocol):
    """Called for each element that ends."""

    def __call__(self, one: Element, end: int, *, unclosed: bool) -> None:
        """`end` is where in the source; `unclosed` tells that it wants its own end tag."""


@dataclass(slots=True)
class Stack:
    """Open elements, outermost first; the first is never closed."""

    leave: Leave
    elements: list[Element] = field(default_factory=lambda: [root()])
    _count: dict[str, int] = field(default_factory=dict)

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self.elements[-1]

    def holds(self, *names: str) -> bool:
        """Whether any element of these names is open."""
        return any(map(self._count.get, names))

    def push(self, element: Element) -> bool:
        """Open an element; return whether the stack was too deep, so that another had to end for it."""
        deep = len(self.elements) >= DEPTH
        if deep:
            self._drop(-1, element.start)
        self.elements.append(element)
        self._count[element.name] = self._count.get(element.name, 0) + 1
        return deep

    def _drop(self, depth: int, at: int, *, unclosed: bool = False) -> Element:
        element = self.elements.pop(depth)
        self._count[element.name] -= 1
        self.leave(element, at, unclosed=unclosed)
        return element

    def find(self, names: frozenset[str], scope: frozenset[str]) -> int:
        """Return the depth of the innermost element of these names, not beyond any of `scope`; 0 is none."""
        if any(map(self._count.get, names)):
            for depth in range(len(self.elements) - 1, 0, -1):
                name = self.elements[depth].name
                if name in names:
                    return depth
                if name in scope:
                    break
        return 0

    def pop_to(self, depth: int, at: int, end: int, *, unclosed: bool = False) -> None:
        """Close the element at `depth`, which ends at `end`, and all inside it, which end at `at`.

        Formatting that is open inside lives on in what follows.
        """
        kept: list[Element] = []
        keep = self.elements[depth].name not in _MARKERS
        while len(self.elements) > depth + 1:
            if keep and self.top.name in FORMATTING:
                kept.append(self.elements.pop())
            else:
                self._drop(-1, at, unclosed=True)
        self._drop(depth, end, unclosed=unclosed)
        for element in reversed(kept):
            outer = self.top
            element.block, element.bare, element.list = outer.block, outer.bare, outer.list
            element.hidden = element.hides or outer.hides_inside(element.name)
            self.elements.append(element)

    def close(self, name: str, at: int, end: int) -> bool:
        """Close what an end tag closes; return whether there was anything to close."""
        if name in HEADINGS:
            depth = self.find(frozenset(HEADINGS), SCOPE)
        elif name in TABLE_LEVEL or name == "table":
            depth = self.find(frozenset({name}), _TABLE_SCOPE - {name})
        elif name in FORMATTING:
            depth = self.find(frozenset({name}), SCOPE)
            if depth and self._holds_block(depth):
                self._adopt(depth, at, end)
                return True
        elif name == "li":
            depth = self.find(frozenset({name}), SCOPE | {"ol", "ul"})
        elif name == "template":
            depth = self.find(frozenset({name}), frozenset())
        elif name == "p":
            depth = self.find(frozenset({name}), _BUTTON_SCOPE)
        else:
            depth = self.find(frozenset({name}), SCOPE if name in SPECIAL else SPECIAL)
        if depth:
            self.pop_to(depth, at, end)
        return depth > 0

    def _holds_block(self, depth: int) -> bool:
        return any(one.name in SPECIAL for one in self.elements[depth + 1 :])

    def _adopt(self, depth: int, at: int, end: int) -> None:
        """End the formatting at `depth` round blocks that go on: the standard's adoption agency."""
        self._drop(depth, end)
        while self.elements[depth].name not in SPECIAL:
            if self.elements[depth].name in FORMATTING:
                depth += 1
            else:
                self._drop(depth, at, unclosed=True)
        for outer, inner in pairwise(self.elements[depth - 1 :]):
            inner.hidden = inner.hides or outer.hides_inside(inner.name)

    def close_paragraph(self, at: int) -> None:
        """End an open paragraph, as the start of a block does."""
        depth = self.find(frozenset({"p"}), _BUTTON_SCOPE)
        if depth:
            self.pop_to(depth, at, at)

    def close_items(self, names: frozenset[str], at: int) -> None:
        """End an open list item, as the start of the next one does."""
        depth = self.find(names, _ITEM_SCOPE - names)
        if depth:
            self.pop_to(depth, at, at)

    def close_table_parts(self, name: str, at: int) -> None:
        """End the parts of the table that a new part does not stand in."""
        table = self.find(frozenset({"table"}), _TABLE_SCOPE - {"table"})
        level = TABLE_LEVEL[name]
        for depth in range(table + 1, len(self.elements)):
            if TABLE_LEVEL.get(self.elements[depth].name, 9) >= level:
                self.pop_to(depth, at, at)
                return

    def in_table_outside_cell(self) -> int:
        """Return the depth of the table when it, and no cell of it, is what stands open; otherwise 0."""
        return self.find(frozenset({"table"}), frozenset({"td", "th", "caption", "template"}))

    def close_all(self, at: int) -> None:
        """Close everything at the end of the source."""
        while len(self.elements) > 1:
            self._drop(-1, at, unclosed=True)
