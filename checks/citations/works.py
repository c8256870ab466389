"""References: markers without an entry, entries without a marker, the same entry twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from checks.article import Article, MarkKind
from checks.citations.identity import TITLE_WORDS, Work, body, sameness, work
from checks.citations.source_rules import DANGLING, DUPLICATE, UNUSED
from checks.evidence.references import FEW, Entry, Marker, references
from checks.finding import Finding
from checks.position import Span
from checks.rule import related

MOST = 20
"""Entries of the same year and title that another one is held against."""

LISTED = 5
"""Labels that a message names."""


def works(article: Article) -> Iterator[Finding]:
    """Yield findings on markers and entries that do not match one to one."""
    yield from _dangling(article)
    repeated = tuple(_duplicates(article))
    # An entry that repeats another is not also missed in the text: one finding in a place.
    yield from _unused(article, {one.span for one in repeated})
    yield from repeated


def _dangling(article: Article) -> Iterator[Finding]:
    refs = references(article)
    markers = [marker for marker in refs.markers if not _is_link(article, marker)]
    dangling = [(marker, label) for marker, label in refs.dangling if not _is_link(article, marker)]
    labels = dict.fromkeys(label for marker in markers for label in marker.labels)
    lost = dict.fromkeys(label for _, label in dangling)
    if markers and (not refs.entries or len(lost) > max(FEW, len(labels) / 2)):
        shown = ", ".join(list(labels)[:LISTED]) + (" …" if len(labels) > LISTED else "")
        message = f"The text cites {_count(len(labels), 'reference')} ({shown}), but there is no list of them."
        places = [
            related(article, marker.span, "cites a reference that is not there")
            for marker in markers[:20]
            if marker.span.length
        ]
        yield DANGLING.finding(article, None, message, confidence=0.9, related=places)
        return
    for marker, label in dangling:
        was = "was" if len(refs.entries) == 1 else "were"
        looked = f"{_count(len(refs.entries), 'entry', 'entries')} {was} looked at"
        message = f"No entry of the list is “{label}”; {looked}."
        yield DANGLING.finding(
            article, None if marker.source else marker.span, message, confidence=0.9, source_span=marker.source
        )


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
        message = f"None of the {len(unused)} entries is cited in the text, so no statement can be traced to one."
        if len(unused) == 1:
            message = "The one entry is not cited in the text, so no statement can be traced to it."
        places = [related(article, entry.span, "never cited") for entry in unused[:20]]
        yield UNUSED.finding(article, refs.heading.span, message, confidence=0.85, related=places)
        return
    for entry in unused:
        name = f"Entry {entry.label}" if entry.label else "This entry"
        span = body(article, entry)
        if article.map.to_source(span) not in told:
            yield UNUSED.finding(article, span, f"{name} is not cited anywhere in the text.", confidence=0.85)


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


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
