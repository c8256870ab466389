"""The audit without orchestration: what `copydesk check` runs and the Prefect flow maps over batches.

gather ─► examine each article ─► compare all articles ─► conclude
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checks.article import Article
from checks.citations.severed import weighed
from checks.evidence import Claim, claims, praised
from checks.finding import Finding
from checks.languages import named, primary
from checks.parsing import ParseError, parse
from checks.readability import Readability, measure
from checks.rule import Check, CheckUnavailable, Context
from flows.remembered.articles import Known, Outcome
from flows.sources import Raw
from flows.toolbox import Toolbox
from reports.audit import CheckStatus, Problem, Status


@dataclass(frozen=True, slots=True)
class Examined:
    """One article and what the checks that look at it alone made of it."""

    raw: Raw
    article: Article | None
    findings: tuple[Finding, ...] = ()
    checks: Mapping[str, CheckStatus] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    readability: Readability | None = None
    problems: tuple[Problem, ...] = ()


def examine(raw: Raw, tools: Toolbox) -> Examined:
    """Parse one article and run the checks that look at it alone.

    What earlier runs found out is not done again. Nothing that goes wrong with
    an article or a check escapes: an article that cannot be parsed comes back
    with a problem, a check that could not run with its status.
    """
    known = tools.recall(raw)
    try:
        article = known.article() or _parsed(raw, tools)
    except ParseError as error:
        return Examined(raw, None, problems=(Problem(raw.path or raw.id, error.message, error.remedy, error.line),))
    found: list[Finding] = []
    statuses: dict[str, CheckStatus] = {}
    for check in tools.checks_for(raw.path):
        known.tell(article, check.name)
        statuses[check.name], findings = known.outcome(check.name) or _checked(check, article, tools, known)
        found += findings
        statuses[check.name] = _begun(check, article, statuses[check.name], tools.context(check, raw.path))
    ran = {name for name, status in statuses.items() if status.status is Status.RAN}
    made = Examined(
        raw,
        article,
        tuple(found),
        statuses,
        _claims_of(article, ran),
        measure(article) if "readability" in ran else None,
    )
    known.learn_article(article)
    tools.keep(known)
    return made


def _checked(check: Check[Any], article: Article, tools: Toolbox, known: Known) -> Outcome:
    """Run a check on one article, and take note of what it found."""
    outcome = Outcome(*_run(check, article, tools.context(check, known.raw.path)))
    known.learn_outcome(check.name, outcome)
    if check.needs_proofreader and outcome.status.status is Status.RAN:
        tools.done(known.raw)
    return outcome


def _begun(check: Check[Any], article: Article, status: CheckStatus, context: Context[Any]) -> CheckStatus:
    """Let a check that ran begin what it will finish, and return what became of it."""
    if check.begin is None or status.status is not Status.RAN:
        return status
    try:
        check.begin(article, context)
    except Exception as error:  # noqa: BLE001 - as below
        return _failed(check.name, error)
    return status


def _claims_of(article: Article, ran: Collection[str]) -> tuple[Claim, ...]:
    """Return the table of claims, which tells of what the checks that ran have looked at."""
    if "citations" in ran:
        return claims(article)
    return praised(article) if "superlatives" in ran else ()


def _parsed(raw: Raw, tools: Toolbox) -> Article:
    language = raw.language or tools.settings.for_path(raw.path).given_language
    return parse(
        raw.source, id=raw.id, name=raw.path, format=raw.format, title=raw.title, url=raw.url, language=language
    )


def _run(check: Check[Any], article: Article, context: Context[Any]) -> tuple[CheckStatus, tuple[Finding, ...]]:
    if check.languages and primary(article.language) not in check.languages:
        return CheckStatus(Status.SKIPPED, f"it does not know {named(article.language)}"), ()
    if check.run is None:
        return CheckStatus(Status.RAN, check.leaves_out(article.language)), ()
    status, found = _looked(check.run, check.name, article, context)
    if status.status is Status.RAN:
        status = replace(status, reason=check.leaves_out(article.language))
    return status, found


def _looked(
    look: Callable[[Article, Context[Any]], Iterable[Finding]], check: str, article: Article, context: Context[Any]
) -> tuple[CheckStatus, tuple[Finding, ...]]:
    began = time.perf_counter()
    found: list[Finding] = []
    status = CheckStatus(Status.RAN)
    try:
        # One by one: what was found before a failure is kept.
        for finding in look(article, context):
            found.append(finding)  # noqa: PERF402
    except Exception as error:  # noqa: BLE001 - a fault in one check must not cost the article the others
        status = _failed(check, error)
    return replace(status, seconds=time.perf_counter() - began), tuple(found)


def _failed(check: str, error: Exception) -> CheckStatus:
    if isinstance(error, CheckUnavailable):
        return CheckStatus(Status.FAILED, error.reason, error.remedy)
    reason = f"of a fault in copydesk: {type(error).__name__}: {error}"
    return CheckStatus(Status.FAILED, reason, f"Please report it; `--skip-check {check}` goes on without this check.")


def compare(examined: Sequence[Examined], tools: Toolbox) -> tuple[Examined, ...]:
    """Let checks finish what had to wait, run those that look across articles, and add what they find."""
    together = tuple(examined)
    for check in tools.checks:
        finished = tuple(_finished(check, one, tools) for one in together)
        together = _compare(check, _overruled(check, finished, tools), tools)
    return together


def _finished(check: Check[Any], one: Examined, tools: Toolbox) -> Examined:
    if check.finish is None or one.article is None or not _ran(one, check.name):
        return one
    status, findings = _looked(check.finish, check.name, one.article, tools.context(check, one.raw.path))
    after = _with(one, check.name, findings, status, status.seconds)
    return replace(after, claims=weighed(after.claims, findings))


def _overruled(check: Check[Any], examined: tuple[Examined, ...], tools: Toolbox) -> tuple[Examined, ...]:
    """Take out what a check found in one article and does not hold in view of all."""
    if check.overrule is None:
        return examined
    found = [
        (one.article, [finding for finding in one.findings if finding.check == check.name])
        for one in examined
        if one.article and _ran(one, check.name)
    ]
    try:
        gone = set(check.overrule(found, tools.context(check, "")))
    except Exception as error:  # noqa: BLE001 - as above
        status = _failed(check.name, error)
        return tuple(_with(one, check.name, (), status, 0) for one in examined)
    return tuple(
        replace(one, findings=tuple(finding for finding in one.findings if (one.raw.id, finding) not in gone))
        for one in examined
    )


def _compare(check: Check[Any], examined: tuple[Examined, ...], tools: Toolbox) -> tuple[Examined, ...]:
    if check.compare is None:
        return examined
    taking_part = [one.article for one in examined if one.article and _ran(one, check.name)]
    extra: dict[str, list[Finding]] = defaultdict(list)
    began = time.perf_counter()
    status: CheckStatus | None = None
    try:
        for article, finding in check.compare(taking_part, tools.context(check, "")):
            extra[article].append(finding)
    except Exception as error:  # noqa: BLE001 - as above
        status = _failed(check.name, error)
    each = (time.perf_counter() - began) / max(1, len(taking_part))
    return tuple(_with(one, check.name, extra[one.raw.id], status, each) for one in examined)


def _with(
    one: Examined, check: str, findings: Sequence[Finding], status: CheckStatus | None, seconds: float
) -> Examined:
    if not _ran(one, check):
        return one
    before = one.checks[check]
    after = replace(status or before, seconds=before.seconds + seconds)
    return replace(one, findings=(*one.findings, *findings), checks={**one.checks, check: after})


def _ran(one: Examined, name: str) -> bool:
    status = one.checks.get(name)
    return status is not None and status.status is Status.RAN


def batches(raws: Iterable[Raw], size: int, count: int) -> Iterator[tuple[Raw, ...]]:
    """Yield `raws` in order, in batches of at most `count` articles and, if more than one, `size` code points."""
    batch: list[Raw] = []
    held = 0
    for raw in raws:
        if batch and (len(batch) >= count or held + len(raw.source) > size):
            yield tuple(batch)
            batch, held = [], 0
        batch.append(raw)
        held += len(raw.source)
    if batch:
        yield tuple(batch)
