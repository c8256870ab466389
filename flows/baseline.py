"""The baseline: findings accepted earlier, in a file that is committed with the articles.

An entry covers one finding: first the one with its fingerprint, wherever it
now stands (fingerprints do not depend on path or line); failing that one of
the same rule in the same article with the same quotation (the text around it
changed), or with one at least `ALIKE` similar and `LONG_ENOUGH` long (a slip
in the flagged sentence was mended). Entries that cover nothing are *unused*;
`prune` drops them, so that the file only ever shrinks on its own.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from checks.finding import Finding
from checks.grouping import FEWEST
from checks.registry import all_rules
from reports.audit import AuditedArticle, Status

SCHEMA = "copydesk/baseline/1"
NAME = "copydesk-baseline.json"
"""Name that the command gives the file where the settings name none."""
NAME = "copydesk-baseline.json"
"""Name of the file where the settings name none."""
EXCERPT = 120
"""Code points of a quotation that an entry keeps."""
ALIKE = 0.85
"""Least share of equal characters in two quotations that are taken for one."""
LONG_ENOUGH = 20
"""Least length, in code points, of quotations that are compared by likeness."""


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
    return tuple(sorted(_entry(article, finding, folder) for article in articles for finding in article.counted))


def compare(known: Iterable[Entry], articles: Sequence[AuditedArticle], folder: Path) -> Compared:
    """Hold `articles` against a baseline in `folder`; each entry covers at most one finding."""
    left = set(known)
    found = [
        _Found(article, finding, _entry(article, finding, folder))
        for article in articles
        for finding in article.counted
    ]
    for key in (_same_place, _same_fingerprint, _same_quote):
        found = list(_uncovered(found, left, key))
    found = [one for one in found if not _covered_by_alike(one.entry, left)]
    new = {id(one.finding) for one in found}
    marked = (
        replace(article, findings=tuple(replace(one, new=one.suppressed or id(one) in new) for one in article.findings))
        for article in articles
    )
    told = tuple(replace(one, findings=tuple(_without_sums_of_old(one.findings))) for one in marked)
    return Compared(told, tuple(sorted(_answered_for(left, articles, folder))))


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


def _entry(article: AuditedArticle, finding: Finding, folder: Path) -> Entry:
    path = seen_from(folder, article.path) if article.path else ""
    record = "" if article.path == article.id else article.id
    return Entry(path, record, finding.rule, " ".join(finding.quote.split())[:EXCERPT].rstrip(), finding.fingerprint)


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
