"""References: markers in the running text, entries in the list, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, Format, MarkKind, once
from checks.evidence.sources.authors import cited_by_author
from checks.evidence.sources.numbering import entries_within, typed
from checks.evidence.sources.standins import templates
from checks.parsing.listed import entry_lines, lines_of, lines_under_title, number_before
from checks.parsing.titles import may_title_references
from checks.position import Span

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
        "books",
        "articles",
        "video",
        "videos",
        "podcasts",
        "websites",
    ]
)
"""Headings of lists that nobody expects to be cited."""

# Bracketed classes exclude the closing sign, so each scan ends at it: linear.
# What must stand before is looked at behind the first sign, so that the search can leap from one sign to the next.
_RAISED = re.compile(r"[⁰¹²³⁴-⁹](?<=[^\W\d_].|[.,;:!?\"”’)].)[⁰¹²³⁴-⁹]{0,2}(?:[,⁻–][⁰¹²³⁴-⁹]{1,3}){0,8}")
_RAISED_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPERSCRIPT = re.compile(r"[\[(]?\d{1,3}(?:[,;–-] ?\d{1,3}){0,20}[\])]?")
_AFTER_UNIT = re.compile(r"(?:^|[\s\d/·])[kcm]?m$|\d$")
_NUMBERS = re.compile(r"(?<=[\w.”\"%]) ?\((\d{1,3}(?:[,;–-] ?\d{1,3}){0,20})\)(?=[.,;:]|\s*(?:\n|\Z))")
FEW = 3
"""When more labels than these, and most of them, have no entry, the list is missing and not an entry."""

SEVERAL = 2
"""Works found in the list by their authors from which it is the list that the text cites from."""

WIDEST_RANGE = 60
"""Numbers that a marker such as 3–9 is taken to stand for at most."""

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,5}/[^\s\"<>]+")

_NOTE = "[^"
_NO_MARKERS = frozenset({BlockKind.CODE, BlockKind.HEADING})


class Marker(NamedTuple):
    """A place in the text that points to entries."""

    style: str
    """`numbered` (footnotes too) or `author-year`."""
    labels: tuple[str, ...]
    """Numbers, a footnote's name, or surname and year parted by a space."""
    span: Span
    """In the text; empty for a marker that shows no text."""
    source: Span | None
    """In the source, where the text shows nothing."""
    told: bool = False
    """Whether its sentence tells the authors: "Berg (2009) found …"."""
    note: bool = False
    """Whether it is written as the marker of a note, `[^1]`, which is nothing without the note."""


class Entry(NamedTuple):
    """One entry of a list of references."""

    label: str
    """Number or footnote name; empty when it has none."""
    span: Span
    """In the text."""
    block: int
    expected: bool
    """Whether the text should cite it: not so under “Further reading”."""
    counted: bool = False
    """Whether nobody numbered it, so that its label is merely its place in the list."""


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
    vacant: frozenset[str] = frozenset()
    """Labels of entries in which the template of an entry stands and no work."""

    @property
    def lost(self) -> frozenset[str]:
        """Labels that no entry has, in an article with a list, or only a vacant one, and those of notes not there.

        Where most have none, the list itself is not there.
        """
        lost = frozenset(label for _, label in self.dangling)
        labels = {label for marker in self.markers for label in marker.labels} if lost else set()
        unlisted = len(lost) > max(FEW, len(labels) / 2) and not self.is_known
        return self._unwritten | self.vacant | (frozenset() if unlisted else lost)

    @property
    def is_known(self) -> bool:
        """Whether several works cited by their authors stand in the list, so that it is the text's own.

        Numbers fit any list.
        """
        named = {label for marker in self.markers if marker.style == "author-year" for label in marker.labels}
        return len(named.difference(label for _, label in self.dangling)) >= SEVERAL

    @property
    def _unwritten(self) -> frozenset[str]:
        """Labels of notes that are nowhere in the article: a note's text is never given elsewhere, as a list may be."""
        labels = {label for marker in self.markers if marker.note for label in marker.labels}
        known = {entry.label.casefold() for entry in self.entries} if labels else set()
        return frozenset(label for label in labels if label.casefold() not in known)


def is_marked(article: Article, span: Span) -> bool:
    """Whether a reference's marker or a note's stands in a span of the text."""
    marked = any(one.span.overlaps(span) for one in references(article).markers)
    return marked or any(article.marks_in(span, MarkKind.FOOTNOTE))


@once
def references(article: Article) -> References:
    """Return the markers and entries of an article, matched."""
    entries, blocks, heading = _entries(article)
    markers = tuple(sorted(_markers(article, blocks, entries), key=lambda one: one.span))
    cited, dangling = _match(article, markers, entries)
    blank = templates(article) if entries else ()
    vacant = frozenset(one.label for one in entries if one.label and any(map(one.span.covers, blank)))
    return References(markers, entries, blocks, heading, cited, dangling, vacant)


def _entries(article: Article) -> tuple[tuple[Entry, ...], frozenset[int], Block | None]:
    entries: list[Entry] = []
    blocks: set[int] = set()
    heading: Block | None = None
    last: Block | None = None
    number = group = 0
    jumps = typed(article)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            last = block
        elif block.kind is BlockKind.REFERENCE:
            blocks.add(index)
            number = number + 1 if block.group == group and entries else 1
            group = block.group
            expected = last is None or _name(article.slice(last.span)) not in FURTHER
            announced = last is not None and may_title_references(article.slice(last.span))
            heading = heading or (last if expected and announced else None)
            within = entries_within(article, block)
            several = within or _lines(article, block)
            # Works that are merely listed, with nothing to say that they are references, need not be cited.
            expected = expected and bool(announced or several or block.label)
            label = jumps[index].number if index in jumps else block.label or str(number)
            counted = not (block.label or within or index in jumps)
            for shown, span in several or [(label, block.span)]:
                entries.append(Entry(shown, span, index, expected, counted and not number_before(article.text, span)))
    return tuple(entries), frozenset(blocks), heading


def _lines(article: Article, block: Block) -> list[tuple[str, Span]]:
    """Return the entries that were written line by line, with the numbers typed before them or counted."""
    source = "" if article.format is Format.HTML else article.source
    lines = lines_of(article.text, block.span, article.map, source)
    them = lines_under_title(article.text, lines)[1:] or entry_lines(article.text, lines)
    return [(number_before(article.text, line) or str(at), line) for at, line in enumerate(them, 1)]


def _name(title: str) -> str:
    return re.sub(r"^[\d.\s]+|[\s:]+$", "", title).casefold()


def _markers(article: Article, listed: frozenset[int], entries: Sequence[Entry]) -> Iterator[Marker]:
    numbered: dict[Span, list[str]] = {}
    first: dict[Span, Span] = {}
    for mark in article.marks:
        if mark.kind is MarkKind.FOOTNOTE:
            numbered.setdefault(mark.source, []).append(mark.target)
            first[mark.source] = mark.span
    for source, targets in numbered.items():
        span = first[source]
        note = article.source.startswith(_NOTE, source.start)
        yield Marker("numbered", tuple(dict.fromkeys(targets)), span, None if span.length else source, note=note)
    taken = [span for span in first.values() if span.length]
    shut = [one.span for at, one in enumerate(article.blocks) if at in listed or one.kind in _NO_MARKERS]
    shut += [mark.span for mark in article.marks if mark.kind is MarkKind.CODE]
    labels = frozenset(entry.label for entry in entries)
    for one in (*_author_year(article, entries), *_raised(article), *_in_parentheses(article.text, labels)):
        if not any(one.span.overlaps(span) for span in (*shut, *taken)):
            yield one


def _raised(article: Article) -> Iterator[Marker]:
    """Yield raised numbers that stand behind a word or a stop and are no exponents."""
    for mark in article.marks:
        if mark.kind is MarkKind.SUPERSCRIPT and _SUPERSCRIPT.fullmatch(shown := article.slice(mark.span)):
            before = article.text[max(0, mark.span.start - 2) : mark.span.start]
            if before.strip() and not _AFTER_UNIT.search(before):
                yield Marker("numbered", _numbers(shown.strip("[]()")), mark.span, None)
    for match in _RAISED.finditer(article.text) if any(digit in article.text for digit in _RAISED_SIGNS) else ():
        before = article.text[max(0, match.start() - 2) : match.start()]
        if not _AFTER_UNIT.search(before):
            yield Marker("numbered", _numbers(match[0].translate(_RAISED_DIGITS)), Span(*match.span()), None)


def _in_parentheses(text: str, labels: frozenset[str]) -> Iterator[Marker]:
    """Yield numbers in parentheses behind a statement, as in "(1, 3)", where a list has entries of these numbers."""
    if not any(label.isdecimal() for label in labels):
        return
    for match in _NUMBERS.finditer(text):
        numbers = _numbers(match[1])
        if labels.issuperset(numbers):
            yield Marker("numbered", numbers, Span(text.index("(", match.start()), match.end()), None)


def _numbers(shown: str) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in re.split(r"[,;]", shown):
        first, *rest = (int(one) for one in re.findall(r"\d+", part))
        last = rest[0] if rest and 0 < rest[0] - first < WIDEST_RANGE else first
        numbers += map(str, range(first, last + 1))
    return tuple(numbers)


def _author_year(article: Article, entries: Sequence[Entry]) -> Iterator[Marker]:
    for one in cited_by_author(article.text, [article.slice(entry.span) for entry in entries]):
        yield Marker("author-year", one.labels, one.span, None, one.told)


def _match(
    article: Article, markers: tuple[Marker, ...], entries: tuple[Entry, ...]
) -> tuple[frozenset[int], tuple[tuple[Marker, str], ...]]:
    by_label: dict[str, list[int]] = {}
    # Where works are cited by their authors, nobody counts the entries of a list without numbers.
    by_authors = 2 * sum(marker.style == "author-year" for marker in markers) > len(markers)
    for index, entry in enumerate(entries):
        if not (entry.counted and by_authors):
            by_label.setdefault(entry.label.casefold(), []).append(index)
    cited: set[int] = set()
    dangling: list[tuple[Marker, str]] = []
    shown = [article.slice(entry.span).casefold() for entry in entries]
    for marker in markers:
        for label in marker.labels:
            if marker.style == "author-year":
                name, _, year = label.rpartition(" ")
                found = [index for index, words in enumerate(shown) if name.casefold() in words and year in words]
            else:
                found = by_label.get(label.casefold(), [])
            cited.update(found)
            if not found and entries:
                dangling.append((marker, label))
    return frozenset(cited), tuple(dangling)


def dois(text: str) -> Iterator[Span]:
    """Yield the DOIs in a text, without the punctuation that follows them."""
    for match in _DOI.finditer(text) if "10." in text else ():
        shown = match[0].rstrip(".,;:!?'\"”’]>")
        while shown.endswith(")") and shown.count("(") < shown.count(")"):
            shown = shown[:-1].rstrip(".,;")
        if shown.endswith("/") and shown.count("/") == 1:
            continue  # a prefix whose work was left out
        yield Span(match.start(), match.start() + len(shown))
