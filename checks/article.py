"""The Article: an immutable text as a reader sees it, tied to its source.

Two coordinate systems, never mixed: *text* offsets count code points of
`Article.text` (what a reader sees); *source* offsets count code points of
`Article.source` (the file, untouched). Checks work on the text; `Rule.finding`
turns places into source ranges at the edge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, groupby
from types import MappingProxyType
from typing import Any

from checks.once import once
from checks.position import Position, SourceMap, Span, line_starts, position

__all__ = [
    "PROSE",
    "Article",
    "Block",
    "BlockKind",
    "Directive",
    "Fault",
    "FaultKind",
    "Format",
    "Mark",
    "MarkKind",
    "Section",
    "Sentence",
    "once",
]


class Format(StrEnum):
    """How a source is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"


class BlockKind(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    CODE = "code"
    REFERENCE = "reference"


class MarkKind(StrEnum):
    """What an inline mark is."""

    LINK = "link"
    IMAGE = "image"
    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    SUPERSCRIPT = "superscript"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the article, e.g. a paragraph; `span` is in the text."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Heading level 1 to 6; list nesting depth from 1; otherwise 0."""
    label: str = ""
    """Of a reference: its number or footnote name, as markers name it."""
    group: int = 0
    """Items of one list, cells of one table, blocks of one quotation share a number; 0 is none."""
    language: str = ""
    """BCP 47 tag when it is marked as other than the article's."""
    boilerplate: bool = False
    """Site chrome: navigation, footer, share links, cookie notice."""
    header: bool = False
    """A table's header cell."""
    spoken: bool = False
    """Stands inside a quotation, whatever its kind."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One inline mark: a link, an image, emphasis, inline code, a footnote marker."""

    kind: MarkKind
    span: Span
    """In the text; empty for what shows no text (an image)."""
    source: Span
    """In the source: the whole mark with its markup."""
    target: str = ""
    """Link address, image address, footnote label or language tag, entities decoded."""
    label: str = ""
    """Link title or an image's alternative text; `has_label` tells empty from missing."""
    has_label: bool = False


class FaultKind(StrEnum):
    """What is wrong with the markup."""

    UNCLOSED = "unclosed"
    STRAY_END = "stray-end"
    BROKEN_TAG = "broken-tag"
    EMPTY = "empty"
    """A heading, list item, link or the like that shows nothing."""
    TRUNCATED = "truncated"
    TOO_DEEP = "too-deep"
    """Nested deeper than a browser goes; put beside its parent."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a parser had to mend: an unclosed element, a tag broken over lines."""

    kind: FaultKind
    source: Span
    what: str
    """The element or marker concerned, e.g. `section`."""


@dataclass(frozen=True, slots=True)
class Directive:
    """An inline suppression: `disable`, `enable` or `disable-next-line`, of some rules or (empty) all."""

    action: str
    rules: tuple[str, ...]
    source: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `span` is in the text."""

    span: Span
    block: int
    """Index of its block in `Article.blocks`."""
    index: int
    """Index in `Article.sentences`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (or none, for what stands before the first) and the blocks under it."""

    heading: Block | None
    blocks: tuple[Block, ...]


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
"""Kinds of block that hold running text. Table cells, captions and headings hold fragments."""


@dataclass(frozen=True, eq=False)
class Article:
    """One text to audit. Made by `checks.parsing.parse`; compare by identity."""

    id: str
    source: str = field(repr=False)
    format: Format
    text: str = field(repr=False)
    """What a reader sees: blocks parted by a blank line."""
    map: SourceMap = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    faults: tuple[Fault, ...] = field(default=(), repr=False)
    directives: tuple[Directive, ...] = field(default=(), repr=False)
    title: str = ""
    """From front matter, `<title>`, the caller or the first heading, in this order; may be empty."""
    language: str = "en"
    """BCP 47 tag."""
    url: str = ""
    metadata: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Front matter."""

    def slice(self, span: Span) -> str:
        """Return the reader's text under a text span."""
        return self.text[span.start : span.end]

    def quote(self, source: Span) -> str:
        """Return the untouched source under a source span."""
        return self.source[source.start : source.end]

    def position(self, offset: int) -> Position:
        """Return line and column of a source offset."""
        return position(self._line_starts, offset)

    @cached_property
    def made(self) -> dict[object, Any]:
        """What was made of this article, by what made it (`once`)."""
        return {}

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return line_starts(self.source)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of all blocks but code, in reading order."""
        from checks.sentences import sentences

        return tuple(sentences(self))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words of all blocks but code, in reading order, as text spans."""
        from checks.sentences import words

        return tuple(words(self))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The article cut at its headings."""
        found = []
        for heading, indices in groupby(range(len(self.blocks)), key=self.headings.__getitem__):
            under = tuple(self.blocks[at] for at in indices if at != heading)
            found.append(Section(self.blocks[heading] if heading >= 0 else None, under))
        return tuple(found)

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """For each block, the index of the heading that it stands under, a heading's own for itself; -1 without one."""
        own = (at if block.kind is BlockKind.HEADING else -1 for at, block in enumerate(self.blocks))
        return tuple(accumulate(own, max))

    def block_at(self, offset: int) -> int:
        """Return the index of the block in which a text offset stands, or behind which; -1 before the first."""
        return bisect_right(self._block_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence in which a text offset stands, or behind which; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence_of(self, source: Span) -> int:
        """Return the index of the sentence in which a source span begins, or behind which; -1 before the first."""
        return self.sentence_at(self.map.to_text(source).start)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.span.start for block in self.blocks)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _sentences_by_block(self) -> Mapping[int, tuple[Sentence, ...]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return {block: tuple(them) for block, them in found.items()}

    def sentences_of(self, block: Block) -> tuple[Sentence, ...]:
        """Return the sentences of one of this article's blocks."""
        return self._sentences_by_block.get(self.block_at(block.span.start), ())

    def marks_in(self, span: Span, *kinds: MarkKind) -> Iterator[Mark]:
        """Yield marks (of `kinds`, or all) that touch a text span, in order.

        A mark without text (an image, a footnote marker in Markdown) touches
        the span that it stands in, before or after.
        """
        for index in range(bisect_left(self._marks_reach, span.start), len(self.marks)):
            mark = self.marks[index]
            if mark.span.start > span.end:
                break
            touches = mark.span.overlaps(span) or (mark.span.length == 0 and mark.span.start >= span.start)
            if touches and (not kinds or mark.kind in kinds):
                yield mark

    @cached_property
    def code(self) -> tuple[Span, ...]:
        """Where code stands, in blocks and within lines, as text spans."""
        blocks = (one.span for one in self.blocks if one.kind is BlockKind.CODE)
        return *blocks, *(one.span for one in self.marks if one.kind is MarkKind.CODE)

    @cached_property
    def _marks_reach(self) -> tuple[int, ...]:
        return tuple(accumulate((mark.span.end for mark in self.marks), max))
