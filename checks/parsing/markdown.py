"""Markdown (CommonMark with GitHub's extensions) with HTML inside."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from checks.article import MarkKind
from checks.parsing.builder import REPLACEMENT, OpenMark
from checks.parsing.html import read_html, read_token
from checks.parsing.offsets import code_points
from checks.parsing.reader import Reader
from checks.parsing.shortcodes import mask
from checks.parsing.tags import TokenKind, tokens
from checks.position import Span

SHORTCODE = "\ue000"
"""Stands for each code point of a shortcode in what the Markdown parser is given."""

Value: TypeAlias = Any
"""What an event carries; pyromark's own types are private, and the names tell."""
Event: TypeAlias = Any
"""A name, or one name with a value."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_RETURN = re.compile("\r(?!\n)")
_TICKS = re.compile("`+")
_SHORTCODES = re.compile(f"{SHORTCODE}+")

_TAGS = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "Item": "li",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
    "Table": "table",
    "TableRow": "tr",
    "TableHead": "tr",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "s",
}


def readable(source: str) -> str:
    """Return a text of the same length that the Markdown parser takes, shortcodes masked."""
    given = source.replace("\0", REPLACEMENT).replace(SHORTCODE, REPLACEMENT)
    if not given.isascii() and _SURROGATE.search(given):
        given = _SURROGATE.sub(REPLACEMENT, given)
    if "\r" in given:
        # The parser knows no footnotes between carriage returns.
        given = _LONE_RETURN.sub("\n", given)
    return mask(given, SHORTCODE)


def read_markdown(reader: Reader, given: str, start: int, end: int) -> None:
    """Read a range of `given`, which `readable` made of the source, as Markdown."""
    import pyromark

    option = pyromark.Options
    options = (
        option.ENABLE_TABLES
        | option.ENABLE_FOOTNOTES
        | option.ENABLE_STRIKETHROUGH
        | option.ENABLE_TASKLISTS
        | option.ENABLE_GFM
        | option.ENABLE_HEADING_ATTRIBUTES
        | option.ENABLE_DEFINITION_LIST
    )
    text = given[start:end]
    at = code_points(text)
    events = _Events(reader, given)
    for event, place in pyromark.events_with_range(text, options=options):
        events.read(event, start + at(place["start"]), start + at(place["end"]))
    events.finish()


def _named(event: Event) -> tuple[str, Value]:
    """Return the name and the value of an event, or of what starts or ends."""
    if isinstance(event, str):
        return event, None
    named: tuple[str, Value] = event.popitem()
    return named


class _Events:
    """Translates the Markdown parser's events into tags and text."""

    def __init__(self, reader: Reader, given: str) -> None:
        self.reader = reader
        self.given = given
        self.in_header = False
        self.html: list[Span] = []
        self.images: list[tuple[str, list[str]]] = []
        """Addresses and alternative texts of the images that are open."""
        self.held = Span(-1, -1)
        """Literal text not yet handed on; the parser cuts it at each character that might have been markup."""

    def read(self, event: Event, start: int, end: int) -> None:
        """Take in one event, a name or a name with a value, and its source range."""
        what, value = _named(event)
        if what == "SoftBreak" or (what == "Text" and self.given[start:end] == value):
            if not self.images:
                self._hold(start, end)
                return
        elif what != "Html" or not self.html:
            self.finish()
        if what in ("Start", "End"):
            name, detail = _named(value)
            if what == "Start":
                self._start(name, detail, start, end)
            else:
                self._end(name, detail, start, end)
        elif self.images:
            self.images[-1][1].append(value if what in ("Text", "Code") else " " if what.endswith("Break") else "")
        else:
            self._inline(what, value, start, end)

    def _hold(self, start: int, end: int) -> None:
        """Keep literal text back until something else follows."""
        if start != self.held.end or self.html:
            self.finish()
            self.held = Span(start, end)
        else:
            self.held = Span(self.held.start, end)

    def finish(self) -> None:
        """Hand on what was kept back."""
        if self.html:
            self._read_html_block()
        elif self.held.length:
            self.reader.writer.literal(*self.held)
        self.held = Span(-1, -1)

    def _inline(self, what: str, value: Value, start: int, end: int) -> None:
        reader = self.reader
        if what == "Text":
            reader.writer.shown(value, start, end)
        elif what == "HardBreak":
            reader.start_tag("br", {}, start, end, written=False)
        elif what == "Code":
            self._code(value, start, end)
        elif what == "InlineHtml":
            read_html(reader, start, end)
        elif what == "Html":
            self.html.append(Span(start, end))
        elif what == "FootnoteReference" and not reader.stack.top.hidden:
            reader.builder.point(OpenMark(MarkKind.FOOTNOTE, start, value), end)
        elif what == "Rule":
            reader.start_tag("hr", {}, start, end, written=False)

    def _code(self, value: str, start: int, end: int) -> None:
        reader, given = self.reader, self.given
        ticks = _TICKS.match(given, start, end)
        width = ticks.end() - start if ticks else 0
        inner = Span(start + width, end - width)
        reader.start_tag("code", {}, start, end, written=False)
        if inner.length == len(value):
            reader.writer.literal(*inner)
        elif given[inner.start + 1 : inner.end - 1] == value:
            reader.writer.literal(inner.start + 1, inner.end - 1)
        else:
            reader.writer.shown(value, *inner)
        reader.end_tag("code", end, end, written=False)

    def _read_html_block(self) -> None:
        """Read the lines of an HTML block as one, though quotation marks `>` may stand between them."""
        lines, self.html = self.html, []
        start = lines[0].start
        if all(one.end == two.start for one, two in pairwise(lines)):
            read_html(self.reader, start, lines[-1].end)
            return
        view = [" "] * (lines[-1].end - start)
        for line in lines:
            view[line.start - start : line.end - start] = self.reader.view[line.start : line.end]
        for found in tokens("".join(view), 0, len(view), lambda: self.reader.foreign):
            token = found._replace(start=found.start + start, end=found.end + start)
            if token.kind is not TokenKind.TEXT:
                read_token(self.reader, token)
                continue
            for line in lines:
                if line.overlaps(Span(token.start, token.end)):
                    self.reader.text(max(line.start, token.start), min(line.end, token.end))

    def _start(self, name: str, value: Value, start: int, end: int) -> None:
        attributes: dict[str, str | None] = {}
        tag = _TAGS.get(name, "")
        if name == "Heading":
            tag = value["level"].lower()
            attributes = {"id": value["id"]} if value["id"] else {}
        elif name == "List":
            tag = "ul" if value is None else "ol"
            attributes = {"start": str(value)}
        elif name == "TableCell":
            tag = "th" if self.in_header else "td"
        elif name == "Link":
            tag = "a"
            attributes = {"href": self._target(value["dest_url"], start, end)}
            if value["title"]:
                attributes["title"] = value["title"]
        elif name == "FootnoteDefinition":
            self._footnote(value, start)
        elif name == "Image":
            self.images.append((self._target(value["dest_url"], start, end), []))
        elif name == "TableHead":
            self.in_header = True
        if tag and not self.images:
            self.reader.start_tag(tag, attributes, start, start, written=False)

    def _end(self, name: str, value: Value, start: int, end: int) -> None:
        tag = _TAGS.get(name, "")
        if name == "Heading":
            tag = value.lower()
        elif name == "List":
            tag = "ol" if value else "ul"
        elif name == "TableCell":
            tag = "th" if self.in_header else "td"
        elif name == "Link":
            tag = "a"
        elif name == "FootnoteDefinition":
            tag = "section"
        elif name == "TableHead":
            self.in_header = False
        if name == "Image":
            self._image(start, end)
        elif tag and not self.images:
            self.reader.end_tag(tag, end, end, written=False)

    def _footnote(self, label: str, start: int) -> None:
        reader = self.reader
        reader.start_tag("section", {"class": "footnotes"}, start, start, written=False)
        reader.stack.top.block = replace(reader.stack.top.block, label=label)

    def _image(self, start: int, end: int) -> None:
        target, texts = self.images.pop()
        label = "".join(texts)
        if self.images:
            self.images[-1][1].append(label)
        elif not self.reader.stack.top.hidden:
            # Markdown cannot tell an empty alternative text from a missing one.
            self.reader.writer.image(start, end, target, label or None)

    def _target(self, address: str, start: int, end: int) -> str:
        """Return an address with its shortcodes back in place."""
        wanted = len(_SHORTCODES.findall(address))
        if not wanted:
            return address
        source = self.reader.builder.source
        written = [source[slice(*match.span())] for match in _SHORTCODES.finditer(self.given, start, end)]
        originals = iter(written[-wanted:])
        return _SHORTCODES.sub(lambda _: next(originals, ""), address)
