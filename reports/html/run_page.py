"""The page of the run: how it ended, what could not be audited, and all articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.finding import Severity, gravest
from reports import summary
from reports.audit import Audit, AuditedArticle, Status, Verdict
from reports.html.article_page import light
from reports.html.environment import page
from reports.html.links import Links, Page
from reports.rules import title

TOP = 12
"""Rules that the page lists as the most frequent."""

_WORDS = {Verdict.PASSED: "Passes", Verdict.FAILED: "Fails", Verdict.INCOMPLETE: "Incomplete"}
_ORDER = {Verdict.FAILED: 0, Verdict.INCOMPLETE: 1, Verdict.PASSED: 2}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in the table."""

    href: str
    title: str
    path: str
    verdict: Verdict
    word: str
    score: int | None
    light: str
    findings: int
    new: int
    counts: tuple[int | None, ...]
    """By check; None where the check did not run."""
    grade: float | None
    words: int


@dataclass(frozen=True, slots=True)
class CheckCard:
    """One check over all articles."""

    name: str
    status: Status
    told: str
    remedy: str
    count: int
    severities: tuple[tuple[Severity, int, float, float], ...]
    """Severity, findings, and where its stretch of the bar begins and how long it is, in per cent."""
    articles: int
    """With at least one finding."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One of the most frequent rules."""

    title: str
    name: str
    severity: Severity
    findings: int
    articles: int
    example: str
    """The page of the article that has most of them."""
    example_title: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that share text."""

    pages: tuple[Page, ...]
    near: bool
    """Whether two of them are near-duplicates."""
    passages: int


def render(audit: Audit, pages: Sequence[Page], links: Links) -> str:
    """Return the run's page."""
    names = tuple(name for name, check in audit.run.checks.items() if check.status is not Status.SKIPPED)
    rows = sorted((_row(one, names) for one in pages), key=_worst_first)
    return page(
        "run.html",
        audit,
        title=summary.verdict_sentence(audit),
        home="index.html",
        extra_style=_labels(("Verdict", "Score", "Findings", *map(str.capitalize, names), "Grade", "Words")),
        sentence=summary.verdict_sentence(audit),
        findings=summary.findings_sentence(audit),
        reasons=summary.reasons(audit),
        totals=summary.totals(audit),
        troubles=summary.troubles(audit),
        checks=tuple(_cards(audit)),
        names=names,
        rows=rows,
        rules=tuple(_rules(pages)),
        clusters=tuple(_clusters(links)),
        marks_new=summary.judges_new(audit),
    )


def _row(here: Page, names: Sequence[str]) -> ArticleRow:
    one = here.one
    counts = Counter(finding.check for finding in one.counted)
    return ArticleRow(
        href=here.name,
        title=one.title,
        path=one.path if one.path == one.id or not one.path else f"{one.path} · {one.id}",
        verdict=one.verdict,
        word=_WORDS[one.verdict],
        score=one.score,
        light=light(one.score),
        findings=len(one.counted),
        new=sum(finding.new for finding in one.counted),
        counts=tuple(counts[name] if _ran(one, name) else None for name in names),
        grade=one.readability.grade if one.readability else None,
        words=one.words,
    )


def _ran(one: AuditedArticle, name: str) -> bool:
    return name in one.checks and one.checks[name].status is Status.RAN


def _worst_first(row: ArticleRow) -> tuple[int, int, str, str]:
    return (_ORDER[row.verdict], row.score if row.score is not None else -1, row.title.casefold(), row.href)


def _cards(audit: Audit) -> Iterator[CheckCard]:
    for name, check in audit.run.checks.items():
        found = [finding for one in audit.articles for finding in one.counted if finding.check == name]
        severities = Counter(finding.severity for finding in found)
        articles = sum(any(finding.check == name for finding in one.counted) for one in audit.articles)
        stretches = tuple(_stretches(severities))
        yield CheckCard(name, check.status, check.reason, check.remedy, len(found), stretches, articles)


def _stretches(severities: Counter[Severity]) -> Iterator[tuple[Severity, int, float, float]]:
    total, begun = severities.total(), 0
    for severity in Severity:
        count = severities[severity]
        if count:
            yield severity, count, round(100 * begun / total, 2), round(100 * count / total, 2)
            begun += count


def _rules(pages: Sequence[Page]) -> Iterator[RuleRow]:
    found: dict[str, Counter[int]] = defaultdict(Counter)
    worst: dict[str, Severity] = {}
    for index, here in enumerate(pages):
        for finding in here.one.counted:
            found[finding.rule][index] += 1
            known = worst.setdefault(finding.rule, finding.severity)
            worst[finding.rule] = gravest((known, finding.severity))
    ranked = sorted(found, key=lambda rule: (-found[rule].total(), rule))
    for rule in ranked[:TOP]:
        most, _ = min(found[rule].items(), key=lambda pair: (-pair[1], pair[0]))
        here = pages[most]
        yield RuleRow(title(rule), rule, worst[rule], found[rule].total(), len(found[rule]), here.name, here.one.title)


def _clusters(links: Links) -> Iterator[Cluster]:
    """Yield groups of articles that are linked by findings of duplication, the largest first."""
    leader = {name: name for name in links.pages}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    near: set[str] = set()
    passages: Counter[str] = Counter()
    for name, here in links.pages.items():
        for finding in here.one.counted:
            others = {place.article for place in finding.related if place.article != name} & links.pages.keys()
            if finding.check != "duplication" or not others:
                continue
            passages[name] += finding.span is not None
            near |= {name} if finding.rule.endswith("/near-duplicate") else set()
            for other in others:
                leader[lead(other)] = lead(name)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in links.pages:
        groups[lead(name)].append(name)
    for group in sorted(groups.values(), key=lambda some: (-len(some), some[0])):
        if len(group) > 1:
            shared = sum(passages[name] for name in group)
            yield Cluster(tuple(links.pages[name] for name in group), not near.isdisjoint(group), shared)


_PLAIN = re.compile(r"[^A-Za-z0-9 -]")


def _labels(columns: Sequence[str]) -> str:
    """Return style rules that name each cell on a narrow screen, where the table's head is not shown.

    A name in each cell would make up a third of a page with a thousand articles.
    """
    rules = "".join(
        f'#articles td:nth-child({index})::before{{content:"{_PLAIN.sub("", name)}"}}'
        for index, name in enumerate(columns, 2)
    )
    return f"@media (max-width: 66rem) {{{rules}}}"
