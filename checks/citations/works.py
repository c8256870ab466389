"""References: markers without an entry, entries without a marker, the same entry twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from checks.article import Article, Format, MarkKind, once
from checks.citations.identity import TITLE_WORDS, Work, body, sameness, work
from checks.citations.reference_rules import DANGLING, DUPLICATE, UNUSED
from checks.evidence.sources.exhibits import exhibits, mentions
from checks.evidence.sources.keyed import keys, unlisted
from checks.evidence.sources.numbering import typed
from checks.evidence.sources.references import FEW, Entry, Marker, references
from checks.finding import Finding
from checks.position import Span
from checks.rule import related

MOST = 20
"""Entries of the same year and title that another one is held against."""

SURE_UNSHOWN = 0.7
"""How often a table that is not there was meant to be in the article: by reading, for there are few."""

SURE_MISCOUNTED = 0.9
"""How often a list that jumps is shown otherwise than it is cited: always, save by programs that are not CommonMark's.

Judged by what CommonMark says, not measured.
"""

SURE_KEYED = 0.6
"""How often the bibliography is missing that an article does not name: it may be named where the site is built.

Judged by what such programs allow, for there is no labelled set.
"""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

LISTED = 5
"""Labels that a message names."""


def works(article: Article) -> Iterator[Finding]:
    """Yield findings on markers and entries that do not match one to one."""
    yield from _dangling(article)
    yield from _miscounted(article)
    yield from _keyed(article)
    yield from _unshown(article)
    repeated = tuple(_duplicates(article))
    # An entry that repeats another, or is cited with another year, is not also missed: one finding for one fault.
    misdated = {article.map.to_source(body(article, entry)) for entry, _ in _misdated(article).values()}
    told = {one.span for one in repeated} | misdated
    yield from _unused(article, told)
    yield from repeated


def _dangling(article: Article) -> Iterator[Finding]:
    refs = references(article)
    markers = [marker for marker in refs.markers if not _is_link(article, marker)]
    dangling = [(marker, label) for marker, label in refs.dangling if not _is_link(article, marker)]
    labels = dict.fromkeys(label for marker in markers for label in marker.labels)
    lost = dict.fromkeys(label for _, label in dangling)
    unlisted = len(lost) > max(FEW, len(labels) / 2) and not refs.is_known
    if markers and (not refs.entries or unlisted):
        notes = {label for marker in markers if marker.note for label in marker.labels}
        listed = [f"[^{label}]" if label in notes else label for label in list(labels)[:LISTED]]
        shown = ", ".join(listed) + (" …" if len(labels) > LISTED else "")
        message = f"The text cites {len(labels)} references ({shown}), but has no list of them"
        if len(labels) == 1:
            message = f"The text cites reference {shown}, but has no list of references"
        remedy = "add its entry" if len(labels) == 1 else "add their entries"
        places = [
            related(article, marker.span, "cites a reference that is not there")
            for marker in markers[:20]
            if marker.span.length
        ]
        # A list may follow elsewhere and is missed in the article as a whole; a note is missed where it is marked.
        first = next((marker for marker in markers if marker.note), None)
        span = first.span if first and first.span.length else None
        source = first.source if first else None
        yield DANGLING.finding(
            article, span, message, confidence=0.9, source_span=source, remedy=remedy, related=places
        )
        return
    for marker, label in dangling:
        message, remedy = _missed(article, marker, label)
        span = None if marker.source else marker.span
        yield DANGLING.finding(article, span, message, confidence=0.9, source_span=marker.source, remedy=remedy)


def _missed(article: Article, marker: Marker, label: str) -> tuple[str, str]:
    """Say that no entry has a label and which there are, and what would settle it."""
    entries = references(article).entries
    cited = f"“{_shown(article, marker, label)}” is cited, but"
    numbers = sorted({int(one.label) for one in entries if one.label.isdecimal() and not one.counted})
    if marker.style == "numbered" and numbers and label.isdecimal() and not marker.note:
        there = (
            f"the entries of the list are {_runs(numbers)}" if len(numbers) > 1 else f"the one entry is {numbers[0]}"
        )
        return f"{cited} {there}", "add its entry, or correct the number"
    if meant := _misdated(article).get((marker, label)):
        return f"{cited} the entry of that name is of {meant[1]}", "correct the year that is wrong, or add the entry"
    kind, many = ("note", "notes of the article") if marker.note else ("entry", "entries of the list")
    there = f"none of the {len(entries)} {many}" if len(entries) > 1 else f"not the one {kind}"
    return f"{cited} is {there}", f"add its {kind}, or correct what is cited"


@once
def _misdated(article: Article) -> Mapping[tuple[Marker, str], tuple[Entry, str]]:
    """Return the entries that works cited by author and year must mean, which have another year, with that year.

    It is the only entry that opens with the name, and nothing else cites it.
    """
    refs = references(article)
    found = {}
    for marker, label in refs.dangling:
        if marker.style != "author-year":
            continue
        name = label.rpartition(" ")[0].casefold()
        named = [at for at, one in enumerate(refs.entries) if article.slice(one.span).casefold().startswith(name)]
        entry = refs.entries[named[0]] if len(named) == 1 and named[0] not in refs.cited else None
        if entry and (year := _YEAR.search(article.slice(entry.span))):
            found[marker, label] = entry, year[0]
    return found


def _miscounted(article: Article) -> Iterator[Finding]:
    """Yield the first entry of each list of which a marker gives the typed number while the page shows another one."""
    refs = references(article)
    cited = {label for marker in refs.markers for label in marker.labels}
    told: set[int] = set()
    for at, one in typed(article).items():
        block = article.blocks[at]
        if one.number in cited and block.group not in told:
            told.add(block.group)
            message = (
                f"The text cites this entry as “{one.number}”, as it is numbered in the source, but a Markdown list "
                f"counts by itself and the page shows it as {one.shown}"
            )
            remedy = "number list and markers without a gap"
            yield DANGLING.finding(article, block.span, message, confidence=SURE_MISCOUNTED, remedy=remedy)


def _keyed(article: Article) -> Iterator[Finding]:
    """Yield one finding on citations by key, as Pandoc reads them, in an article that names no bibliography."""
    spans = unlisted(article)
    cited = dict.fromkeys(key for span in spans for key in keys(article.slice(span)))
    if cited:
        shown = ", ".join(f"@{key}" for key in list(cited)[:LISTED]) + (" …" if len(cited) > LISTED else "")
        message = f"The text cites by key ({shown}), but the article names no bibliography"
        remedy = "name it, or cite the work"
        places = [related(article, span, "cites by key") for span in spans[1:20]]
        yield DANGLING.finding(article, spans[0], message, confidence=SURE_KEYED, remedy=remedy, related=places)


def _runs(numbers: Sequence[int]) -> str:
    """Return rising numbers in words, those that follow each other as one: "1 to 8 and 10"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    *others, last = (" to ".join(map(str, run)) for run in runs)
    return f"{', '.join(others)} and {last}" if others else last


def _shown(article: Article, marker: Marker, label: str) -> str:
    """Return a marker's label as its reader sees it, if it is the only one: that of a note in HTML is its address."""
    if len(marker.labels) > 1 or marker.told:
        return label
    return article.quote(marker.source) if marker.source else article.slice(marker.span).strip("[]()^ ")


def _unshown(article: Article) -> Iterator[Finding]:
    """Yield tables and charts that the text speaks of by a number which none of those that it shows has."""
    told = set()
    for one in mentions(article):
        numbers = [each.number for each in exhibits(article) if each.kind == one.kind and each.number]
        if one.exhibit is None and numbers and (one.kind, one.number) not in told:
            told.add((one.kind, one.number))
            name, _, _ = article.slice(one.span).rpartition(one.number)
            shown = ", ".join(dict.fromkeys(numbers))
            message = f"There is no “{article.slice(one.span)}” in this article; it shows {name}{shown}."
            yield DANGLING.finding(article, one.span, message, confidence=SURE_UNSHOWN)


def _is_link(article: Article, marker: Marker) -> bool:
    """Whether a marker leads to the work itself and needs no entry."""
    return any(not mark.target.startswith("#") for mark in article.marks_in(marker.span, MarkKind.LINK))


def _unused(article: Article, told: Collection[Span | None]) -> Iterator[Finding]:
    refs = references(article)
    expected = [(index, entry) for index, entry in enumerate(refs.entries) if entry.expected]
    unused = [entry for index, entry in expected if index not in refs.cited]
    if not unused:
        return
    if not refs.markers and refs.heading is not None:
        several = len(unused) > 1
        message = f"None of the {len(unused)} entries is" if several else "The one entry is not"
        places = [related(article, entry.span, "never cited") for entry in unused[:20]]
        yield UNUSED.finding(
            article,
            refs.heading.span,
            f"{message} cited in the text",
            confidence=0.85,
            remedy=f"cite {'each' if several else 'it'} where it supports something, or remove it",
            related=places,
        )
        return
    for entry in unused:
        name = _called(article, entry)
        span = body(article, entry)
        if article.map.to_source(span) not in told:
            remedy = "cite it where it supports something, or remove it"
            yield UNUSED.finding(article, span, f"{name} is not cited in the text", confidence=0.85, remedy=remedy)


def _called(article: Article, entry: Entry) -> str:
    if entry.label.isdecimal():
        return f"Entry {entry.label}"
    # The label of a note is a name in Markdown, and an address in HTML.
    named = entry.label and article.format is Format.MARKDOWN
    return f"The note “{entry.label}”" if named else "This entry"


def _duplicates(article: Article) -> Iterator[Finding]:
    seen: dict[object, list[tuple[Entry, Work]]] = defaultdict(list)
    for entry in references(article).entries:
        one = work(article, entry)
        keys = {*one.keys, (one.year, one.title[:TITLE_WORDS])}
        earlier = (pair for key in keys for pair in seen[key][:MOST])
        first, why = next(((other, why) for other, known in earlier if (why := sameness(known, one))), (None, ""))
        if first is not None:
            name = f"entry {first.label}" if first.label else "an earlier entry"
            place = related(article, first.span, "the same work")
            message = f"This is the same work as {name}: both have the same {why}."
            yield DUPLICATE.finding(article, body(article, entry), message, confidence=0.9, related=(place,))
        for key in keys:
            seen[key].append((entry, one))
