"""Markdown (CommonMark and GitHub's extensions) with HTML inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checks.article import Fault, FaultKind
from checks.parsing.html import read_html
from checks.parsing.offsets import code_points
from checks.parsing.tree import Reader

_SURROGATE = re.compile("[\ud800-\udfff]")
_TAGS = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "Item": "li",
    "FootnoteDefinition": "div",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
    "Table": "table",
    "TableRow": "tr",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "s",
    "Link": "a",
    "Image": "object",
}


def read_markdown(reader: Reader, start: int, end: int) -> None:
    """Read a source range as Markdown."""
    import pyromark

    option = pyromark.Options
    options = (
        option.ENABLE_TABLES | option.ENABLE_FOOTNOTES | option.ENABLE_STRIKETHROUGH | option.ENABLE_TASKLISTS
    )
    text = _SURROGATE.sub("\ufffd", reader.source[start:end])
    at = code_points(text)
    state = _State(reader)
    for event, place in pyromark.events_with_range(text, options=options):
        state.event(event, start + at(place["start"]), start + at(place["end"]))


class _State:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.header = False

    def event(self, event: Any, start: int, end: int) -> None:
        reader = self.reader
        if isinstance(event, str):
            if event == "SoftBreak":
                reader.literal(start, end)
            elif event == "HardBreak":
                reader.start_tag("br", {}, start, end, written=False)
            return
        ((what, value),) = event.items()
        if what == "Text":
            if reader.source[start:end] == value:
                reader.literal(start, end)
            else:
                reader.shown(value, start, end)
        elif what == "Code":
            reader.start_tag("code", {}, start, end, written=False)
            ticks = (end - start - len(value)) // 2
            reader.shown(value, start, end)
            reader.end_tag("code", end, end)
        elif what in ("Html", "InlineHtml"):
            read_html(reader, start, end)
        elif what == "Start":
            self.start(value, start, end)
        elif what == "End":
            self.end(value, end)

    def start(self, what: Any, start: int, end: int) -> None:
        name, value = (what, {}) if isinstance(what, str) else next(iter(what.items()))
        tag = _TAGS.get(name, "")
        attributes: dict[str, str | None] = {}
        if name == "Heading":
            tag = value["level"].lower()
        elif name == "List":
            tag = "ul" if value is None else "ol"
        elif name == "TableHead":
            self.header, tag = True, "tr"
        elif name == "TableCell":
            tag = "th" if self.header else "td"
        elif name == "Link":
            attributes["href"] = value["dest_url"]
        elif name == "Image":
            self.reader.start_tag("img", {"src": value["dest_url"], "alt": ""}, start, end, written=False)
        if tag:
            self.reader.start_tag(tag, attributes, start, start, written=False)

    def end(self, what: Any, end: int) -> None:
        name, value = (what, None) if isinstance(what, str) else next(iter(what.items()))
        tag = _TAGS.get(name, "")
        if name == "Heading":
            tag = value.lower()
        elif name == "List":
            tag = "ol" if value else "ul"
        elif name == "TableHead":
            self.header, tag = False, "tr"
        elif name == "TableCell":
            tag = "th" if self.header else "td"
        if tag:
            self.reader.end_tag(tag, end, end)
