"""Exhibits: the tables, charts and pictures that an article shows, and where its text speaks of them.

A table is known by its cells, a picture by its mark; either may have captions:
what HTML marks as one, a line "Table 2: …", a line in emphasis right beside
it, or a line "Source: …" right below.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, MarkKind, once
from checks.position import Span

_NAMES = r"(?P<what>[Tt]able|[Ff]igure|Fig\.|[Cc]hart|[Gg]raph|Exhibit)"
_NUMBERED = rf"{_NAMES}\s(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?)"
_LABEL = re.compile(rf"{_NUMBERED}(?P<sign>[.:–—)]?)(?:\s|\Z)")
_BY_NUMBER = re.compile(rf"\b{_NUMBERED}\b")
_BY_PLACE = re.compile(
    r"\b(?:(?P<led>[Ss]ee|[Ii]n) )?(?:[Tt]he |[Tt]his |[Oo]ur )(?:following )?"
    r"(?P<what>table|chart|graph|diagram|infographic|figure)\b"
    r"(?P<where> above| below)?(?(where)|(?(led)|(?= (?:shows?|gives?|lists?|compares|illustrates|plots|sums)\b)))"
)
_SOURCE_LINE = re.compile(r"\W{0,3}(?:Sources?|Data|Credit|Adapted from|Notes?)\b ?(?::|from\b|by\b)", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:their|his|her|its)\s\Z")
_OTHERS_BEHIND = re.compile(r"\s(?:of|in|from|by)\s(?:the |their |this |that )?[A-Z\[(]")

LONGEST_CAPTION = 300
"""Code points of a line in emphasis or one that names a source, beyond which it is a paragraph."""


class Exhibit(NamedTuple):
    """A table, chart or picture that an article shows."""

    kind: str
    """`table`, or `chart` for whatever is a picture."""
    number: str
    """As in "Table 2"; empty when it has none."""
    start: int
    """Where it begins in the text."""
    captions: tuple[int, ...]
    """Blocks that belong to it and say what it shows and where that comes from."""


class Mention(NamedTuple):
    """A place in which the text speaks of a table, chart or picture."""

    span: Span
    """In the text."""
    kind: str
    """As of an exhibit."""
    number: str
    """Empty where it is spoken of by its place."""
    exhibit: Exhibit | None
    """The one that is meant; None when the article shows no such."""


@once
def exhibits(article: Article) -> tuple[Exhibit, ...]:
    """Return the tables, charts and pictures of an article, in reading order."""
    return tuple(sorted((*_tables(article), *_pictures(article)), key=lambda one: one.start))


def _tables(article: Article) -> Iterator[Exhibit]:
    blocks = article.blocks
    at = 0
    while at < len(blocks):
        if blocks[at].kind is not BlockKind.TABLE_CELL:
            at += 1
            continue
        first = at
        while at < len(blocks) and blocks[at].kind is BlockKind.TABLE_CELL and blocks[at].group == blocks[first].group:
            at += 1
        captions = tuple(one for one in (first - 1, at, at + 1) if _belongs(article, one, at))
        yield Exhibit("table", _number(article, captions, "table"), blocks[first].span.start, captions)


def _belongs(article: Article, caption: int, after: int) -> bool:
    """Whether a block beside a table that ends before the block `after` is one of its captions."""
    if caption == after + 1:
        # A line that names the source may stand below the caption.
        return _is_caption(article, after) and _is_line(article, caption, _SOURCE_LINE)
    return _is_caption(article, caption)


def _pictures(article: Article) -> Iterator[Exhibit]:
    """Yield pictures, and captions that stand without one: what they belong to may be drawn by a script."""
    starts = [block.span.start for block in article.blocks]
    taken: set[int] = set()
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE:
            at = bisect_left(starts, mark.span.start)
            captions = tuple(one for one in (at, at + 1) if _is_caption(article, one) and one not in taken)[:2]
            captions = captions if captions[:1] == (at,) else ()
            taken.update(captions)
            label = _LABEL.match(mark.label)
            number = label["number"] if label else _number(article, captions, "chart")
            yield Exhibit("chart", number, mark.span.start, captions)
    for at, block in enumerate(article.blocks):
        label = _label(article, block) if at not in taken else None
        if label:
            yield Exhibit(_kind(label["what"]), label["number"], block.span.start, (at,))


def _is_caption(article: Article, at: int) -> bool:
    if not 0 <= at < len(article.blocks):
        return False
    block = article.blocks[at]
    if block.kind is BlockKind.CAPTION:
        return True
    return block.kind is BlockKind.PARAGRAPH and (
        _label(article, block) is not None or _is_line(article, at, _SOURCE_LINE) or _is_emphasized(article, block)
    )


def _label(article: Article, block: Block) -> re.Match[str] | None:
    """Return the label with which a block begins that is a caption: "Table 2: …"."""
    label = _LABEL.match(article.text, block.span.start, block.span.end)
    return label if label and (block.kind is BlockKind.CAPTION or label["sign"]) else None


def _is_line(article: Article, at: int, pattern: re.Pattern[str]) -> bool:
    if not 0 <= at < len(article.blocks) or article.blocks[at].kind not in {BlockKind.PARAGRAPH, BlockKind.CAPTION}:
        return False
    span = article.blocks[at].span
    return span.length <= LONGEST_CAPTION and bool(pattern.match(article.text, span.start, span.end))


def _is_emphasized(article: Article, block: Block) -> bool:
    if block.span.length > LONGEST_CAPTION:
        return False
    return any(mark.span.covers(block.span) for mark in article.marks_in(block.span, MarkKind.EMPHASIS))


def _kind(what: str) -> str:
    return "table" if what.lower() == "table" else "chart"


def _number(article: Article, captions: Sequence[int], kind: str) -> str:
    for at in captions:
        label = _label(article, article.blocks[at])
        if label and _kind(label["what"]) == kind:
            return label["number"]
    return ""


@once
def mentions(article: Article) -> tuple[Mention, ...]:
    """Return where the text speaks of tables and charts: by number, or by their place ("the table below")."""
    shown = exhibits(article)
    if not shown:
        return ()
    own = [article.blocks[at].span for one in shown for at in one.captions]
    found = [*_numbered(article, shown), *_placed(article, shown)]
    return tuple(sorted(one for one in found if not any(one.span.overlaps(span) for span in own)))


def _numbered(article: Article, shown: Sequence[Exhibit]) -> Iterator[Mention]:
    by_number = {(one.kind, one.number): one for one in reversed(shown) if one.number}
    if not by_number:
        return
    for match in _BY_NUMBER.finditer(article.text):
        kind = _kind(match["what"])
        exhibit = by_number.get((kind, match["number"]))
        if exhibit is not None or not _is_of_others(article, match):
            yield Mention(Span(*match.span()), kind, match["number"], exhibit)


def _is_of_others(article: Article, match: re.Match[str]) -> bool:
    """Whether a table is that of another work: "Table 2 of Berg 2010", "their Figure 3"."""
    before = article.text[max(0, match.start() - 6) : match.start()]
    return bool(_OTHERS.search(before) or _OTHERS_BEHIND.match(article.text, match.end()))


def _placed(article: Article, shown: Sequence[Exhibit]) -> Iterator[Mention]:
    for match in _BY_PLACE.finditer(article.text):
        kind = _kind(match["what"])
        alike = [one for one in shown if one.kind == kind]
        below = [one for one in alike if one.start > match.end() and match["where"] != " above"][:1]
        above = [one for one in alike if one.start <= match.start() and match["where"] != " below"][-1:]
        meant = min([*above, *below], key=lambda one: abs(one.start - match.start()), default=None)
        if meant is not None and _is_near(article, match.start(), meant.start):
            yield Mention(Span(*match.span()), kind, "", meant)


def _is_near(article: Article, one: int, other: int) -> bool:
    """Whether no heading stands between two places, so that they are in one section."""
    return article.headings[article.block_at(one)] == article.headings[article.block_at(other)]
