"""What an audit comes to, in numbers and in sentences: shared by all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.finding import Finding, Severity, gravity
from reports.audit import Audit, AuditedArticle, CheckStatus, Gate, Problem, Status, Verdict


@dataclass(frozen=True, slots=True)
class Totals:
    """An audit in numbers. Suppressed findings are counted only as such."""

    articles: int
    passed: int
    failed: int
    incomplete: int
    words: int
    findings: int
    new: int
    suppressed: int
    severities: Mapping[Severity, int]
    checks: Mapping[str, int]


def totals(audit: Audit) -> Totals:
    """Count articles by verdict and findings by severity and check."""
    verdicts = Counter(one.verdict for one in audit.articles)
    counted = [finding for one in audit.articles for finding in one.counted]
    severities = Counter(finding.severity for finding in counted)
    return Totals(
        articles=len(audit.articles),
        passed=verdicts[Verdict.PASSED],
        failed=verdicts[Verdict.FAILED],
        incomplete=verdicts[Verdict.INCOMPLETE],
        words=sum(one.words for one in audit.articles),
        findings=len(counted),
        new=sum(finding.new for finding in counted),
        suppressed=sum(len(one.findings) - len(one.counted) for one in audit.articles),
        severities={severity: severities[severity] for severity in Severity},
        checks=per_check(audit, counted),
    )


def per_check(audit: Audit, findings: Iterable[Finding]) -> dict[str, int]:
    """Count `findings` by check; every check of the run is there, also those with none."""
    counts = Counter(finding.check for finding in findings)
    return {name: counts[name] for name in sorted({*audit.run.checks, *counts})}


def judges_new(audit: Audit) -> bool:
    """Whether only some findings count for the gate, so that new ones must be told from old ones."""
    return audit.run.gate.basis != "all findings" or any(
        not finding.new for one in audit.articles for finding in one.findings
    )


def listed(audit: Audit, one: AuditedArticle) -> tuple[Finding, ...]:
    """Return the findings of an article that a list for reading on the spot shows.

    Where only new findings count the others are left out: whoever asks what a
    change brought in would not find it among them.
    """
    if audit.run.gate.new_only and judges_new(audit):
        return tuple(finding for finding in one.counted if finding.new)
    return tuple(one.counted)


def unlisted_sentence(audit: Audit) -> str:
    """Say how many findings `listed` leaves out; nothing when there are none."""
    count = sum(len(one.counted) - len(listed(audit, one)) for one in audit.articles)
    if not count:
        return ""
    return f"The {count:,} that are not new are not listed." if count > 1 else "The one that is not new is not listed."


def blocks(gate: Gate, finding: Finding) -> bool:
    """Whether a finding is one that the gate fails on; budgets and least scores may fail an article without any."""
    if finding.suppressed or finding.check in gate.advisory or gate.fail_on == "never":
        return False
    if gate.new_only and not finding.new:
        return False
    return finding.severity.rank <= Severity(gate.fail_on).rank and finding.confidence >= gate.min_confidence


def lenient(audit: Audit) -> bool:
    """Whether there are findings and none of them could have failed anything, so that passing says little."""
    return audit.run.gate.fail_on == "never" and any(one.counted for one in audit.articles)


def verdict_sentence(audit: Audit) -> str:
    """Say how the audit ended, in one sentence."""
    sums, verdict = totals(audit), audit.run.verdict
    if not audit.articles and verdict is Verdict.PASSED:
        return "There was no article to audit."
    if verdict is Verdict.PASSED:
        one = sums.articles == 1
        every = "Both" if sums.articles == 2 else f"All {sums.articles:,}"  # noqa: PLR2004 - the word for two
        passes = "The article passes" if one else f"{every} articles pass"
        return f"{passes}, as no finding is to fail {'it' if one else 'them'}." if lenient(audit) else f"{passes}."
    fails = f"{sums.failed:,} of {number(sums.articles, 'article')} {'fails' if sums.failed == 1 else 'fail'}"
    if verdict is Verdict.INCOMPLETE:
        return f"The audit is incomplete; {fails}." if sums.failed else "The audit is incomplete."
    gaps = ", and not everything was audited" if troubles(audit) else ""
    if sums.articles == sums.failed == 1:
        return f"The article fails{gaps}."
    return f"{fails}{gaps}." if sums.failed else f"The audit fails{gaps}."


def findings_sentence(audit: Audit) -> str:
    """Say how many findings there are, by severity."""
    sums = totals(audit)
    if not sums.findings:
        return "No findings."
    parts = ", ".join(number(count, severity) for severity, count in sums.severities.items() if count)
    new = f", {sums.new:,} of them new" if sums.new else ", none of them new"
    new = (", all of them new" if sums.findings == sums.new > 1 else new) if judges_new(audit) else ""
    hidden = f"; {sums.suppressed:,} more suppressed" if sums.suppressed else ""
    return f"{number(sums.findings, 'finding')}{new}: {parts}{hidden}{_summing(audit)}."


def _summing(audit: Audit) -> str:
    """Say how many findings sum others up, which are counted as well."""
    heads = members = 0
    for one in audit.articles:
        groups = Counter(finding.group for finding in one.counted if finding.group)
        its = [groups[finding.sums] for finding in one.counted if finding.sums and groups[finding.sums]]
        heads, members = heads + len(its), members + sum(its)
    if not heads:
        return ""
    return f"; {heads:,} of them {'sums' if heads == 1 else 'sum'} up {members:,} others"


def by_severity(severities: Iterable[Severity], new: str = "") -> str:
    """Return e.g. `2 errors, 1 warning and 3 suggestions`; `new` stands before each noun."""
    counts = Counter(severities)
    parts = [number(counts[severity], f"{new}{severity}") for severity in Severity if counts[severity]]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def number_more(rest: Sequence[Finding]) -> str:
    """Return e.g. `4 more warnings` or `6 more: 2 errors and 4 warnings` for findings that a list leaves out."""
    if len({one.severity for one in rest}) == 1:
        return number(len(rest), f"more {rest[0].severity}")
    return f"{len(rest):,} more: {by_severity(one.severity for one in rest)}"


def reasons(audit: Audit) -> tuple[str, ...]:
    """Return why the gate decided as it did.

    Where all findings of some severities failed their articles the number of findings by severity has told that: then
    it is told which severities fail an article.
    """
    gate = audit.run.gate
    counted = [finding for one in audit.articles for finding in one.counted]
    failing = [finding.severity for finding in counted if blocks(gate, finding)]
    total = sum(finding.severity in set(failing) for finding in counted)
    told = f" {by_severity(failing)}." if failing and total == len(failing) else ""
    return tuple(_policy(gate) if told and reason.endswith(told) else reason for reason in gate.reasons)


def _policy(gate: Gate) -> str:
    """Say which findings fail an article."""
    which = {"error": "Errors fail", "warning": "Errors and warnings fail", "suggestion": "All findings fail"}
    return f"{which[gate.fail_on]} an article (--fail-on {gate.fail_on})."


def number(count: int, noun: str, plural: str = "") -> str:
    """Return `1 article`, `2,000 articles`; `plural` where it does not end in a mere s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that kept the audit from being complete, told in the same way whatever it was."""

    where: str
    """The check's name or the file, with its line where it is known."""
    what: str
    """One sentence."""
    remedy: str
    path: str = ""
    line: int | None = None


def troubles(audit: Audit) -> tuple[Trouble, ...]:
    """Return all that kept the audit from being complete: checks of the run, then input, then articles.

    A check that failed in the run is not told again for each article.
    """
    return tuple(_troubles(audit))


def _troubles(audit: Audit) -> Iterator[Trouble]:
    for name, check in audit.run.checks.items():
        if check.status is Status.FAILED:
            yield Trouble(name, could_not(name, check), check.remedy)
    for problem in audit.problems:
        yield _problem(problem)
    for one in audit.articles:
        told = {name for name, check in audit.run.checks.items() if check.status is Status.FAILED}
        yield from article_troubles(one, told)


def article_troubles(one: AuditedArticle, told: Iterable[str] = ()) -> Iterator[Trouble]:
    """Yield what kept one article from being audited wholly, but for the checks already `told` of."""
    for problem in one.problems:
        yield _problem(problem)
    for name, check in one.checks.items():
        if check.status is Status.FAILED and name not in told:
            yield Trouble(one.path or one.id, could_not(name, check), check.remedy, one.path)


def _problem(problem: Problem) -> Trouble:
    where = f"{problem.path}:{problem.line}" if problem.line and problem.path else problem.path
    return Trouble(where, problem.message, problem.remedy, problem.path, problem.line)


def limits(audit: Audit) -> tuple[str, ...]:
    """Say of each check that was asked for what it did not look at, by its nature: an article in another language."""
    return tuple(_limits(audit))


def _limits(audit: Audit) -> Iterator[str]:
    for name, check in audit.run.checks.items():
        if check.status is Status.RAN and check.reason:
            yield f"{name.capitalize()}: {check.reason}."
        elif check.status is Status.SKIPPED and any(_is_skipped(one, name) for one in audit.articles):
            yield f"{name.capitalize()} did not run: {check.reason}."


def _is_skipped(one: AuditedArticle, name: str) -> bool:
    """Whether a check was asked for on an article that it does not know the language of."""
    return name in one.checks and one.checks[name].status is Status.SKIPPED


def skipped(audit: Audit) -> tuple[tuple[str, str], ...]:
    """Return the checks that did not run in this audit, each with a sentence that says why."""
    return tuple(
        (name, f"{name.capitalize()} did not run: {check.reason}.")
        for name, check in audit.run.checks.items()
        if check.status is Status.SKIPPED
    )


def could_not(name: str, check: CheckStatus) -> str:
    """Say that a check could not run, and why."""
    return sentence(f"{name} could not run, because {check.reason}" if check.reason else f"{name} could not run")


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and a full stop, unless it ends in one."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def repeats(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings with those together that say the same of the same words, in order of the first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for index, finding in enumerate(findings):
        same = (finding.rule, finding.message, finding.severity, finding.quote.casefold(), finding.new)
        groups.setdefault(same if finding.span and finding.quote else (index,), []).append(finding)
    return list(groups.values())


def sums(findings: Sequence[Finding]) -> list[tuple[Finding, tuple[Finding, ...]]]:
    """Return the findings each with those that it sums up, worst first, which then do not stand for themselves.

    A sum that tells its places knows which are worst; others are ordered by severity and confidence.
    """
    heads = {finding.sums for finding in findings if finding.sums}
    told = {(one.sums, at.span): rank for one in findings if one.sums for rank, at in enumerate(one.related)}
    members: dict[str, list[Finding]] = {}
    last = len(told)
    for finding in sorted(
        findings,
        key=lambda one: (told.get((one.group, one.span), last), gravity(one)),
    ):
        if finding.group in heads:
            members.setdefault(finding.group, []).append(finding)
    return [
        (finding, tuple(members.get(finding.sums, ())) if finding.sums else ())
        for finding in findings
        if finding.group not in heads
    ]
