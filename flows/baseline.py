"""The baseline: findings accepted earlier, in a file that is committed with the articles.

An entry covers one finding: first the one with its fingerprint, wherever it
now stands (fingerprints do not depend on path or line); failing that one of
the same rule in the same article with the same quotation (the text around it
changed), or with one at least `ALIKE` similar and `LONG_ENOUGH` long (a slip
in the flagged sentence was mended). A finding that tells several sentences as
one place has an entry for each, for others may join them: it is new when one of
them is, and says which. Entries that cover nothing are *unused*; `prune` drops
them, so that the file only ever shrinks on its own.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from checks.finding import Finding, Related
from checks.grouping import FEWEST
from checks.registry import all_rules
from reports.audit import AuditedArticle, Status
from reports.escape import shorten

SCHEMA = "copydesk/baseline/1"
NAME = "copydesk-baseline.json"
"""Name of the file where the settings name none."""
EXCERPT = 120
"""Code points of a quotation that an entry keeps."""
ALIKE = 0.85
"""Least share of equal characters in two quotations that are taken for one."""
LONG_ENOUGH = 20
"""Least length, in code points, of quotations that are compared by likeness."""
SHOWN = 60
"""Code points of a new sentence that a finding on several shows."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding."""

    path: str
    """Seen from the baseline's folder, with forward slashes."""
    id: str
    """Of the record, in a file of several; otherwise empty."""
    rule: str
    quote: str
    """The first `EXCERPT` code points of what it quoted, white space collapsed; for the reader and for likeness."""
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Audited articles held against a baseline."""

    articles: tuple[AuditedArticle, ...]
    """As given; findings that the baseline covers are no longer new."""
    unused: tuple[Entry, ...]
    """Entries that cover nothing, of articles that were audited or whose file is gone."""


def entries(articles: Iterable[AuditedArticle], folder: Path) -> tuple[Entry, ...]:
    """Return an entry for each finding of `articles` that is not suppressed, as seen from the baseline's folder."""
    return tuple(sorted(part.entry for one in _found(articles, folder) for part in _parts(one)))


def compare(known: Iterable[Entry], articles: Sequence[AuditedArticle], folder: Path) -> Compared:
    """Hold `articles` against a baseline in `folder`; each entry covers at most one finding."""
    left = set(known)
    found = list(_found(articles, folder))
    for key in (_same_place, _same_fingerprint):
        found = list(_uncovered(found, left, key))
    found = [part for one in found for part in _parts(one)]
    for key in (_same_place, _same_fingerprint, _same_quote):
        found = list(_uncovered(found, left, key))
    new: dict[int, list[_Found]] = defaultdict(list)
    for one in found:
        if not _covered_by_alike(one.entry, left):
            new[id(one.finding)].append(one)
    marked = (
        replace(article, findings=tuple(_marked(one, new.get(id(one), ())) for one in article.findings))
        for article in articles
    )
    told = tuple(replace(one, findings=tuple(_without_sums_of_old(one.findings))) for one in marked)
    return Compared(told, tuple(sorted(_answered_for(left, articles, folder))))


def _marked(finding: Finding, new: Sequence[_Found]) -> Finding:
    """Return a finding that knows whether it is new; `new`: it, or those sentences of a run that are not covered."""
    message = finding.message
    if new and len(new) < len(_run(finding)):
        told = (shorten(one.entry.quote.rstrip("."), SHOWN) for one in new)
        message = f"{message} New among them: {', '.join(f'“{quote}”' for quote in told)}."
    return replace(finding, new=finding.suppressed or bool(new), message=message)


def _without_sums_of_old(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings but for new ones that sum up what was accepted: they tell nothing that is new, nor was accepted.

    What they sum up stands for itself, so that there are as many that are not new as the baseline covers.
    """
    fresh = Counter(one.group for one in findings if one.group and one.new and not one.suppressed)
    for one in findings:
        if not one.sums or not one.new or one.suppressed or fresh[one.sums] >= FEWEST:
            yield one


def updated(known: Iterable[Entry], articles: Sequence[AuditedArticle], folder: Path) -> tuple[Entry, ...]:
    """Return the baseline that accepts all findings of `articles` and keeps what it says of others."""
    before = set(known)
    return tuple(sorted({*(before - set(_answered_for(before, articles, folder))), *entries(articles, folder)}))


class _Found(NamedTuple):
    article: AuditedArticle
    finding: Finding
    entry: Entry


def _found(articles: Iterable[AuditedArticle], folder: Path) -> Iterator[_Found]:
    for article in articles:
        path = seen_from(folder, article.path) if article.path else ""
        record = "" if article.path == article.id else article.id
        for finding in article.counted:
            entry = Entry(path, record, finding.rule, _excerpt(finding.quote), finding.fingerprint)
            yield _Found(article, finding, entry)


def _parts(one: _Found) -> Iterator[_Found]:
    """Yield a finding for each of the sentences that it tells as one place; otherwise the finding itself."""
    run = _run(one.finding)
    for place in run:
        told = f"{one.entry.rule}\0{' '.join(place.quote.split()).casefold()}"
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        yield one._replace(entry=replace(one.entry, quote=_excerpt(place.quote), fingerprint=digest))
    if not run:
        yield one


def _run(finding: Finding) -> Sequence[Related]:
    """Return the sentences that a finding tells as one place, none where it is about a single one."""
    span = finding.span
    inside = (
        span and len(finding.related) > 1 and all(place.span and span.covers(place.span) for place in finding.related)
    )
    return finding.related if inside else ()


def _excerpt(quote: str) -> str:
    return " ".join(quote.split())[:EXCERPT].rstrip()


def _same_place(entry: Entry) -> tuple[str, ...]:
    return entry.fingerprint, entry.rule, entry.path, entry.id


def _same_fingerprint(entry: Entry) -> tuple[str, ...]:
    return entry.fingerprint, entry.rule


def _same_quote(entry: Entry) -> tuple[str, ...]:
    return entry.quote, entry.rule, entry.path, entry.id


def _uncovered(found: Iterable[_Found], left: set[Entry], key: Callable[[Entry], tuple[str, ...]]) -> Iterator[_Found]:
    """Yield what no entry with the same key covers; take entries that cover something out of `left`."""
    by_key: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in sorted(left, reverse=True):
        by_key[key(entry)].append(entry)
    for one in found:
        covering = by_key[key(one.entry)]
        if covering:
            left.remove(covering.pop())
        else:
            yield one


def _covered_by_alike(entry: Entry, left: set[Entry]) -> bool:
    best = max(
        (
            (_likeness(entry.quote, one.quote), one)
            for one in left
            if (one.rule, one.path, one.id) == (entry.rule, entry.path, entry.id)
        ),
        default=(0.0, None),
    )
    if best[1] is None or best[0] < ALIKE:
        return False
    left.remove(best[1])
    return True


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    if min(len(one), len(other)) < LONG_ENOUGH:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


def _answered_for(known: Iterable[Entry], articles: Sequence[AuditedArticle], folder: Path) -> Iterator[Entry]:
    """Yield the entries of which this run could say whether they still hold.

    What the network says of an article's links is not always asked, and not the same each time.
    """
    online = {name for name, rule in all_rules().items() if rule.online}
    audited: dict[str, dict[str, AuditedArticle]] = defaultdict(dict)
    for article in articles:
        audited[seen_from(folder, article.path)]["" if article.path == article.id else article.id] = article
    for entry in known:
        its = audited.get(entry.path, {}).get(entry.id)
        if its is not None:
            status = its.checks.get(entry.rule.partition("/")[0])
            if status is not None and status.status is Status.RAN and entry.rule not in online:
                yield entry
        elif entry.path in audited or not (folder / entry.path).exists():
            yield entry


def seen_from(folder: Path, path: str) -> str:
    """Return a path (relative to the working directory) as seen from `folder`, with forward slashes."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return path
