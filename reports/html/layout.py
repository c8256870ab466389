"""Lay an article out: the text as the editor knows it, and beside each block its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from checks.article import Article, BlockKind, Format
from checks.finding import gravest
from reports.html import markup
from reports.html.items import Item, items
from reports.html.notes import Note, Notes
from reports.html.segments import Shown, segments


@dataclass(frozen=True, slots=True)
class Row:
    """One block, or what stands between two, with its notes."""

    kind: str
    """A kind of block, or `unseen`."""
    html: Markup
    index: int = -1
    """The block's; -1 when it is none."""
    level: int = 0
    """Depth of a list item; of a heading, the level that it has on the page."""
    own_level: int = 0
    """Of a heading: the level that it has in the article."""
    label: str = ""
    language: str = ""
    direction: str = ""
    header: bool = False
    spoken: bool = False
    boilerplate: bool = False
    group: int = 0
    notes: tuple[Note, ...] = ()
    """Those that begin here."""
    again: tuple[Note, ...] = ()
    """Those that stand further up and hold here too."""
    bars: tuple[Shown, ...] = ()
    """Findings about all of the block, which are shown as a bar beside it."""
    before: str = ""
    """Source between the row before it and this one."""

    @property
    def bar(self) -> str:
        """The worst severity of a finding about all of the block; empty when there is none."""
        return gravest(one.severity for one in self.bars) if self.bars else ""

    @property
    def bar_numbers(self) -> str:
        """The numbers of the notes about all of the block."""
        return " ".join(str(one.number) for one in self.bars)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together."""

    kind: str
    """`row`, `list`, `table`, `references`, `chrome` (menus, footers) or `quote`, which holds parts."""
    rows: tuple[Row, ...] = ()
    parts: tuple[Part, ...] = ()
    lines: tuple[tuple[Row | None, ...], ...] = ()
    """Of a table: its rows of cells; None is an empty cell."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of all its rows."""
        return tuple(note for row in self.rows for note in row.notes)

    @property
    def again(self) -> tuple[Note, ...]:
        """The notes that hold here too, each once."""
        own = {note.number for note in self.notes}
        return tuple({note.number: note for row in self.rows for note in row.again if note.number not in own}.values())


def lay_out(article: Article, notes: Notes) -> tuple[Part, ...]:
    """Return the article in parts, in reading order."""
    return tuple(_parts(tuple(_rows(article, notes)), article.format, quoted=False))


def _rows(article: Article, notes: Notes) -> Iterator[Row]:
    told: set[int] = set()
    counts: dict[int, int] = {}
    level, end = 2, 0
    for item in items(article, notes.shown):
        block = item.block
        numbers = dict.fromkeys(one.number for one in item.found)
        fresh = tuple(notes.by_number[number] for number in numbers if number not in told)
        begin = {one.number for one in item.found if not block or one.span.start >= block.span.start}
        again = tuple(notes.by_number[number] for number in numbers if number in told and number in begin)
        told.update(numbers)
        if block and block.kind is BlockKind.HEADING:
            level = min(level + 1, block.level + 2, 6)
        before = article.source[end : item.source.start] if item.source.start - end < _GAP else ""
        end = max(end, item.source.end)
        row = _row(article, item, level, fresh, again, before)
        yield replace(row, label=_number(row, counts)) if row.kind == BlockKind.LIST_ITEM else row


_ITEM_NUMBER = re.compile(r"(?:^|[\s>])(\d{1,4}[.)])[ \t]+$")
_LIST_TAG = re.compile(r"<(ol|ul)\b", re.IGNORECASE)


def _number(row: Row, counts: dict[int, int]) -> str:
    """Return a list item's number as its reader sees it, empty in a list with bullets.

    Args:
        row: the item.
        counts: items so far of each list that the source marks as numbered.
    """
    written = _ITEM_NUMBER.search(row.before[-12:])
    if written:
        return written[1]
    tags = _LIST_TAG.findall(row.before)
    if tags and tags[-1].lower() == "ol":
        counts.setdefault(row.group, 0)
    if row.group not in counts:
        return ""
    counts[row.group] += 1
    return f"{counts[row.group]}."


_GAP = 4000
"""Code points of markup between two cells or list items that are looked at."""


def _row(
    article: Article, item: Item, level: int, fresh: tuple[Note, ...], again: tuple[Note, ...], before: str
) -> Row:
    block = item.block
    if block is None:
        html = markup.unseen_places(item.textless, item.found)
        return Row("unseen", html, notes=fresh, again=again, before=before)
    heading = block.kind is BlockKind.HEADING
    bars = tuple(one for one in item.found if one.fills(block.span))
    inner = [one for one in item.found if one not in bars]
    return Row(
        kind=block.kind.value,
        html=markup.barred(markup.inline(segments(article, block.span, inner, item.textless)), bars, block.span),
        bars=bars,
        index=item.index,
        level=level if heading else block.level,
        own_level=block.level if heading else 0,
        label=block.label,
        language=markup.language(block.language),
        direction=markup.direction(article.slice(block.span)),
        header=block.header,
        spoken=block.spoken,
        boilerplate=block.boilerplate,
        group=block.group,
        notes=fresh,
        again=again,
        before=before,
    )


def _parts(rows: Sequence[Row], form: Format, *, quoted: bool) -> Iterator[Part]:
    for kind, some in groupby(rows, key=lambda row: _belongs(row, quoted=quoted)):
        together = tuple(some)
        name = kind[0]
        if name == "row":
            yield from (Part("row", (row,)) for row in together)
        elif name == "quote":
            yield Part("quote", parts=tuple(_parts(together, form, quoted=True)))
        elif name == "table":
            yield Part("table", together, lines=tuple(_lines(together, form)))
        else:
            yield Part(name, together)


def _belongs(row: Row, *, quoted: bool) -> tuple[str, int]:
    """Return what a row is part of: rows in succession with the same answer go together."""
    if row.boilerplate and not row.notes and not row.again:
        return ("chrome", 0)
    if not quoted and (row.spoken or row.kind == BlockKind.QUOTATION):
        return ("quote", 0)
    if row.kind == BlockKind.LIST_ITEM:
        return ("list", 0)
    if row.kind == BlockKind.TABLE_CELL:
        return ("table", row.group)
    if row.kind == BlockKind.REFERENCE:
        return ("references", 0)
    return ("row", 0)


_CELL_TAG = re.compile(r"<t[dh]\b", re.IGNORECASE)


def _after_last_row(before: str) -> tuple[bool, str]:
    """Return whether a row begins in the markup before a cell, and what stands after where it does."""
    start = before.lower().rfind("<tr")
    return start >= 0, before[max(start, 0) :]


def _lines(cells: Sequence[Row], form: Format) -> Iterator[tuple[Row | None, ...]]:
    """Yield a table's rows; what parts two cells in the source tells rows and empty cells."""
    line: list[Row | None] = []
    for at, cell in enumerate(cells):
        row, between = _after_last_row(cell.before)
        tags = len(_CELL_TAG.findall(between))
        if tags or form is Format.HTML:
            ends, skipped = row, max(tags - 1, 0)
        else:
            last = cell.before.rpartition("\n")[2]
            ends, skipped = "\n" in cell.before, max(last.count("|") - 1, 0)
        if at and ends:
            yield tuple(line)
            line = []
        line += [None] * (skipped if at or form is Format.HTML else 0)
        line.append(cell)
    if line:
        yield tuple(line)
