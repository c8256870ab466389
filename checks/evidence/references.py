"""References: markers in the running text, entries in the list, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, MarkKind, once
from checks.position import Span

HEADINGS = frozenset(
    [
        "references",
        "reference",
        "reference list",
        "bibliography",
        "works cited",
        "literature",
        "literature cited",
        "sources",
        "source",
        "citations",
        "notes",
        "notes and references",
        "references and notes",
        "footnotes",
        "endnotes",
        "sources and notes",
        "sources cited",
    ]
)
"""Headings of lists whose entries the text is expected to cite."""

FURTHER = frozenset(
    [
        "further reading",
        "external links",
        "see also",
        "resources",
        "learn more",
        "read more",
        "related links",
        "more information",
        "additional resources",
        "sources and further reading",
        "related articles",
        "recommended reading",
        "useful links",
    ]
)
"""Headings of lists that nobody expects to be cited."""

# Bracketed classes exclude the closing sign, so each scan ends at it: linear.
_NUMERIC = re.compile(r"\[(\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,30})\](?!\()")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?\"”’)])[⁰¹²³⁴-⁹]{1,3}(?:[,⁻–][⁰¹²³⁴-⁹]{1,3}){0,8}")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_PARENTHESIS = re.compile(r"\(([^()\n]{6,300})\)")
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_SURNAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_IN_PARENTHESIS = re.compile(
    rf"(?P<name>{_SURNAME})(?: (?:et al\.?|and others)| (?:and|&) {_SURNAME}|, {_SURNAME},? (?:and|&) {_SURNAME})?,? "
    rf"(?P<year>{_YEAR}|n\.d\.)(?:, (?:pp?\. ?)?\d{{1,4}}(?:[–-]\d{{1,4}})?)?$"
)
_BEFORE_PARENTHESIS = re.compile(rf"(?P<name>{_SURNAME})(?: et al\.?| (?:and|&) {_SURNAME})?(?:'s|’s)? $")
_ONLY_YEAR = re.compile(rf"{_YEAR}(?:, (?:pp?\. ?)?\d{{1,4}}(?:[–-]\d{{1,4}})?)?$")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\[?(\d{1,3})[\].)]\s+|\^?\[(\d{1,3})\]:?\s*")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+")
_FOUND_YEAR = re.compile(rf"\b{_YEAR}\b")


class Marker(NamedTuple):
    """A place in the text that points to entries."""

    style: str
    """`numeric`, `footnote` or `author-year`."""
    labels: tuple[str, ...]
    """Numbers, a footnote's name, or surname and year parted by a space."""
    span: Span
    """In the text; empty for a marker that shows no text."""
    source: Span | None
    """In the source, where the text shows nothing."""


class Entry(NamedTuple):
    """One entry of a list of references."""

    label: str
    """Number or footnote name; empty when it has none."""
    span: Span
    """In the text."""
    block: int
    expected: bool
    """Whether the text should cite it: not so under “Further reading”."""


@dataclass(frozen=True, slots=True)
class References:
    """All markers and entries of an article."""

    markers: tuple[Marker, ...]
    entries: tuple[Entry, ...]
    blocks: frozenset[int]
    """Indices of the blocks that stand in lists of references."""
    heading: Block | None
    """Heading of the first list whose entries should be cited."""
    cited: frozenset[int]
    """Indices of entries that a marker points to."""
    dangling: tuple[tuple[Marker, str], ...]
    """Markers with the label that no entry has; empty when there are no entries at all."""


@once
def references(article: Article) -> References:
    """Return the markers and entries of an article, matched."""
    entries, blocks, heading = _entries(article)
    markers = tuple(sorted(_markers(article, blocks), key=lambda one: one.span))
    cited, dangling = _match(article, markers, entries)
    return References(markers, entries, blocks, heading, cited, dangling)


def heading_kind(title: str) -> str:
    """Return `references`, `further` or nothing for the text of a heading."""
    name = re.sub(r"^[\d.\s]+|[\s:]+$", "", title).casefold()
    return "references" if name in HEADINGS else "further" if name in FURTHER else ""


def _entries(article: Article) -> tuple[tuple[Entry, ...], frozenset[int], Block | None]:
    entries: list[Entry] = []
    blocks: set[int] = set()
    heading: Block | None = None
    under, level, number, group = "", 0, 0, 0
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            if not under or block.level <= level:
                under, level, number = heading_kind(article.slice(block.span)), block.level, 0
            if under == "references" and heading is None:
                heading = block
            continue
        if block.kind is BlockKind.REFERENCE:
            blocks.add(index)
            entries.append(Entry(block.label, block.span, index, under != "further"))
        elif under and block.kind is not BlockKind.CODE:
            blocks.add(index)
            number = number + 1 if block.group == group else 1
            group = block.group
            label = _LABEL.match(article.text, block.span.start, block.span.end)
            listed = block.kind is BlockKind.LIST_ITEM
            if listed or label or _FOUND_YEAR.search(article.text, block.span.start, block.span.end):
                name = (
                    next(filter(None, label.groups()), "") if label else block.label or (str(number) if listed else "")
                )
                entries.append(Entry(name, block.span, index, under == "references"))
    return tuple(entries), frozenset(blocks), heading


def _markers(article: Article, listed: frozenset[int]) -> Iterator[Marker]:
    lists = [article.blocks[index].span for index in listed]
    shut = [*lists, *(one.span for one in article.blocks if one.kind in {BlockKind.CODE, BlockKind.HEADING})]
    shut += [mark.span for mark in article.marks if mark.kind is MarkKind.CODE]
    raised: list[Marker] = []
    for mark in article.marks:
        if mark.kind is MarkKind.FOOTNOTE:
            yield Marker("footnote", (mark.target,), mark.span, mark.source if not mark.span.length else None)
        elif mark.kind is MarkKind.SUPERSCRIPT and _is_raised_number(article, mark.span):
            raised.append(Marker("numeric", _numbers(article.slice(mark.span).strip("[]() ")), mark.span, None))
    plain = [*_numeric(article.text), *_author_year(article.text)]
    for match in _RAISED.finditer(article.text):
        raised.append(Marker("numeric", _numbers(match[0].translate(_RAISED_DIGITS)), Span(*match.span()), None))
    for one in plain + raised:
        if not any(one.span.overlaps(span) for span in shut):
            yield one


def _is_raised_number(article: Article, span: Span) -> bool:
    """Whether a superscript is a marker and not an exponent: digits behind a word or a stop."""
    shown = article.slice(span).strip("[]() ")
    before = article.text[max(0, span.start - 2) : span.start]
    unit = re.search(r"(?:^|[\s\d/·])[kcm]?m$|\d$", before)
    return bool(re.fullmatch(r"\d{1,3}(?:[,;–-] ?\d{1,3})*", shown)) and bool(before.strip()) and not unit


def _numbers(shown: str) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in re.split(r"[,;]", shown):
        ends = [int(one) for one in re.findall(r"\d+", part)]
        if len(ends) == 2 and 0 < ends[1] - ends[0] < 60:
            numbers += [str(number) for number in range(ends[0], ends[1] + 1)]
        else:
            numbers += [str(one) for one in ends]
    return tuple(numbers)


def _numeric(text: str) -> Iterator[Marker]:
    for match in _NUMERIC.finditer(text):
        yield Marker("numeric", _numbers(match[1]), Span(*match.span()), None)


def _author_year(text: str) -> Iterator[Marker]:
    for match in _PARENTHESIS.finditer(text):
        inner = match[1]
        labels = []
        for part in inner.split(";"):
            found = _IN_PARENTHESIS.search(part.strip())
            if found and not _MONTH.match(found["name"]):
                labels.append(f"{found['name']} {found['year']}")
        if not labels and _ONLY_YEAR.match(inner):
            before = _BEFORE_PARENTHESIS.search(text[max(0, match.start() - 80) : match.start()])
            if before:
                labels.append(f"{before['name']} {inner[:4]}")
        if labels:
            yield Marker("author-year", tuple(labels), Span(*match.span()), None)
    for match in re.finditer(r"\((?P<year>(?:1[5-9]|20)\d\d[a-z]?)\)", text):
        before = _BEFORE_PARENTHESIS.search(text[max(0, match.start() - 80) : match.start()])
        if before and ("et al" in before[0] or " and " in before[0] or "&" in before[0]):
            yield Marker("author-year", (f"{before['name']} {match['year']}",), Span(*match.span()), None)


def _match(
    article: Article, markers: tuple[Marker, ...], entries: tuple[Entry, ...]
) -> tuple[frozenset[int], tuple[tuple[Marker, str], ...]]:
    by_label: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        by_label.setdefault(entry.label.casefold(), []).append(index)
    cited: set[int] = set()
    dangling: list[tuple[Marker, str]] = []
    for marker in markers:
        for label in marker.labels:
            if marker.style == "author-year":
                name, _, year = label.partition(" ")
                found = [
                    index
                    for index, entry in enumerate(entries)
                    if name.casefold() in (shown := article.slice(entry.span).casefold()) and year in shown
                ]
            else:
                found = by_label.get(label.casefold(), [])
            cited.update(found)
            if not found and entries:
                dangling.append((marker, label))
    return frozenset(cited), tuple(dangling)


def dois(text: str) -> Iterator[Span]:
    """Yield the DOIs in a text, without the punctuation that follows them."""
    for match in _DOI.finditer(text):
        shown = match[0].rstrip(".,;:!?'\"”’]>")
        while shown.endswith(")") and shown.count("(") < shown.count(")"):
            shown = shown[:-1].rstrip(".,;")
        yield Span(match.start(), match.start() + len(shown))
