"""From what was examined to an audit: settings, suppressions, baseline, scores, verdict."""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from checks.article import Article
from checks.finding import Finding, fingerprinted
from checks.grouping import grouped
from checks.overlap import distinct
from checks.readability.options import ReadabilityOptions
from checks.registry import all_checks
from checks.score import score
from checks.suppression import suppress
from flows.gate import judge
from flows.job import Job
from flows.pipeline import Examined
from flows.settings import Settings, apply, asked, digest
from reports.audit import Audit, AuditedArticle, CheckStatus, Run, Status, Verdict

PACKAGES = ("copydesk", "language-tool-python", "prefect", "textstat")
"""Packages whose versions an audit records."""


def conclude(job: Job, examined: Sequence[Examined]) -> Audit:
    """Return the audit of a run: every finding as the settings want it, marked new or not, and the verdict."""
    audited = job.novelty.mark(tuple(_audited(one, job.settings) for one in examined))
    articles = tuple(_marked(one, job.settings.for_path(one.path)) for one in audited)
    checks = dict(_statuses(job.settings, examined))
    judged = judge(articles, job.settings, problems=job.gathered.problems, checks=checks, basis=job.novelty.basis)
    return Audit(
        tool=tool(),
        run=Run(
            started=job.started.isoformat(timespec="seconds"),
            seconds=round(time.monotonic() - job.clock, 3),
            verdict=judged.verdict,
            gate=judged.gate,
            checks=checks,
            settings=digest(job.settings),
            provenance=job.tools.provenance(),
        ),
        articles=judged.articles,
        problems=job.gathered.problems,
    )


def tool() -> dict[str, str]:
    """Return the versions that an audit depends on."""
    found = {name: _version(name) for name in PACKAGES}
    return found | {"python": platform.python_version()}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _audited(one: Examined, settings: Settings) -> AuditedArticle:
    raw = one.raw
    if one.article is None:
        return AuditedArticle(raw.id, raw.path, raw.sha256, None, Verdict.INCOMPLETE, None, problems=one.problems)
    ran = [name for name, status in one.checks.items() if status.status is Status.RAN]
    findings = settled(one.article, one.findings, ran, settings.for_path(one.raw.path))
    words = len(one.article.words)
    return AuditedArticle(
        raw.id,
        raw.path,
        raw.sha256,
        one.article,
        Verdict.INCOMPLETE,
        score=score(words, findings),
        scores={name: score(words, (finding for finding in findings if finding.check == name)) for name in ran},
        findings=findings,
        claims=one.claims,
        readability=one.readability,
        checks=one.checks,
        problems=one.problems,
        grade_target=_grade_target(settings.for_path(one.raw.path)),
    )


def _grade_target(settings: Settings) -> float | None:
    options = settings.options("readability")
    return options.target_grade if isinstance(options, ReadabilityOptions) else None


def settled(
    article: Article, findings: Sequence[Finding], ran: Sequence[str], settings: Settings
) -> tuple[Finding, ...]:
    """Return the findings as suppressions and settings leave them: each slip once, in order, with fingerprints."""
    wanted = apply(settings, suppress(article, findings, ran))
    told = grouped(article, distinct(article, wanted, settings.advisory), asked(settings))
    ordered = sorted(told, key=_order)
    return tuple(fingerprinted(article, ordered))


def _marked(one: AuditedArticle, settings: Settings) -> AuditedArticle:
    """Return an article of which it is known what is new with its sums in line with that."""
    return replace(one, findings=tuple(grouped(one.article, one.findings, asked(settings)))) if one.article else one


def _order(finding: Finding) -> tuple[int, int, str, int, str]:
    start, end = finding.span or (-1, -1)
    # Sums come in the order of the sections that they sum up.
    first = min((one.span.start for one in finding.related if one.span), default=0) if finding.sums else 0
    return start, end, finding.rule, first, finding.message


def _statuses(settings: Settings, examined: Sequence[Examined]) -> Iterator[tuple[str, CheckStatus]]:
    """Yield what became of each check in the run as a whole."""
    for name in all_checks():
        if name not in settings.selected:
            yield name, CheckStatus(Status.SKIPPED, "it was not asked for")
            continue
        yield name, _together([one.checks[name] for one in examined if name in one.checks])


def _together(statuses: Sequence[CheckStatus]) -> CheckStatus:
    seconds = round(sum(status.seconds for status in statuses), 3)
    failed = [status for status in statuses if status.status is Status.FAILED]
    if failed:
        where = "" if len(failed) == len(statuses) else f" (on {len(failed)} of {len(statuses)} articles)"
        return CheckStatus(Status.FAILED, f"{failed[0].reason}{where}", failed[0].remedy, seconds)
    skipped = [status for status in statuses if status.status is Status.SKIPPED]
    if statuses and len(skipped) == len(statuses):
        return CheckStatus(Status.SKIPPED, skipped[0].reason, seconds=seconds)
    return CheckStatus(Status.RAN, _left_out(statuses), seconds=seconds)


def _left_out(statuses: Sequence[CheckStatus]) -> str:
    """Say where a check that ran left something out, and why."""
    reasons = Counter(status.reason for status in statuses if status.reason)
    return "; ".join(f"{reason} (on {count} of {len(statuses)} articles)" for reason, count in sorted(reasons.items()))
