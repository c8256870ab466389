"""A Markdown summary: for a job's page or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.finding import Finding, Severity
from reports import summary
from reports.audit import Audit, AuditedArticle, Status, Verdict
from reports.escape import one_line, shorten
from reports.excerpts import excerpt, member
from reports.place import place

LIMIT = 60_000
"""Bytes: a comment may have 65,536 characters; a job summary over 1 MiB is lost as a whole."""

_SIGNS = {Verdict.PASSED: "✅", Verdict.FAILED: "❌", Verdict.INCOMPLETE: "⚠️"}
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$&]")
_LINKING = re.compile(r"@|:(?=//)|www(?=\.)|&#35;")
_SHOWN = 20
"""Findings of one article that are listed."""


def render(audit: Audit) -> str:
    """Return the summary; what does not fit is left out by the section, and the last line says so."""
    parts: list[str] = []
    size, left_out = 400, 0
    for part in _parts(audit):
        length = len(part.encode()) + 2
        if size + length > LIMIT:
            left_out += 1
            continue
        size += length
        parts.append(part)
    if left_out:
        parts.append(f"*{summary.number(left_out, 'section')} left out for want of space; see the full report.*")
    return "\n\n".join(parts) + "\n"


def text(foreign: str, limit: int = 300) -> str:
    """Return foreign text on one line, so that Markdown shows it as it is: no markup, link, mention or reference."""
    plain = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", shorten(one_line(foreign), limit))
    # GitHub finds these in the finished page, so an entity does not stop it, but an empty comment does.
    return _LINKING.sub(lambda match: f"{match[0]}<!-- -->", plain)


def _parts(audit: Audit) -> Iterator[str]:
    verdict = audit.run.verdict
    yield f"## {_SIGNS[verdict]} {summary.verdict_sentence(audit)}"
    yield " ".join(filter(None, (summary.findings_sentence(audit), summary.unlisted_sentence(audit))))
    if audit.run.gate.reasons:
        yield "\n".join(f"- {text(reason)}" for reason in summary.reasons(audit))
    if limits := summary.limits(audit):
        yield "\n".join(f"- {text(limit)}" for limit in limits)
    troubles = summary.troubles(audit)
    if troubles:
        yield "### Not audited\n\n" + "\n".join(_trouble(trouble) for trouble in troubles)
    if audit.articles:
        yield _table(audit)
    for one in sorted(audit.articles, key=_worst):
        if summary.listed(audit, one):
            yield _findings(audit, one)
    tool = ", ".join(f"{text(name)} {text(version)}" for name, version in audit.tool.items())
    yield f"<sub>{tool} · {text(audit.run.started)}</sub>"


def _worst(one: AuditedArticle) -> tuple[bool, int, str]:
    return (one.verdict is Verdict.PASSED, one.score if one.score is not None else -1, one.id)


def _trouble(trouble: summary.Trouble) -> str:
    where = f"{text(trouble.where)}: " if trouble.path else ""
    return f"- **{where}{text(trouble.what)}** {text(trouble.remedy)}".rstrip()


def _table(audit: Audit, limit: int = 100) -> str:
    names = [name for name, check in audit.run.checks.items() if check.status is not Status.SKIPPED]
    rows = [
        "| | Article | Score | " + " | ".join(text(name.capitalize()) for name in names) + " |",
        "|---|---|---:|" + "---:|" * len(names),
    ]
    for one in sorted(audit.articles, key=_worst)[:limit]:
        counts = [_count(one, name) for name in names]
        score = "–" if one.score is None else str(one.score)
        rows.append(f"| {_SIGNS[one.verdict]} | {text(one.title, 80)} | {score} | {' | '.join(counts)} |")
    if len(audit.articles) > limit:
        rows.append(f"\n… and {len(audit.articles) - limit:,} more articles.")
    return "\n".join(rows)


def _count(one: AuditedArticle, name: str) -> str:
    if name not in one.checks or one.checks[name].status is not Status.RAN:
        return "–"
    return str(sum(finding.check == name for finding in one.counted))


def _findings(audit: Audit, one: AuditedArticle) -> str:
    listed = summary.listed(audit, one)
    summed = summary.sums(listed)
    members = {id(finding): its for finding, its in summed}
    groups = sorted(summary.repeats([finding for finding, _ in summed]), key=lambda same: same[0].severity.rank)
    lines = [line for same in groups[:_SHOWN] for line in (_finding(one, same), *_members(one, members[id(same[0])]))]
    if len(groups) > _SHOWN:
        lines.append(f"- … and {len(groups) - _SHOWN:,} more")
    head = f"<summary><strong>{text(one.title, 80)}</strong>: {summary.number(len(listed), 'finding')}</summary>"
    opened = " open" if one.verdict is not Verdict.PASSED and len(audit.articles) == 1 else ""
    return f"<details{opened}>{head}\n\n" + "\n".join(lines) + "\n\n</details>"


def _members(one: AuditedArticle, worst: Sequence[Finding]) -> Iterator[str]:
    """Yield the findings that another one sums up, a line each."""
    for finding in worst[:_SHOWN]:
        at = place(one, finding)
        line = f" line {at.line}" if at.start else ""
        yield f"  - {_severity(finding)}{line}: {text(member(one.article, finding, 160))}"
    if rest := worst[_SHOWN:]:
        yield f"  - … and {summary.number_more(rest)}"


def _finding(one: AuditedArticle, same: list[Finding]) -> str:
    first = same[0]
    at = place(one, first)
    line = f" line {at.line}" if at.start and first.span else ""
    times = f" ({len(same)} times)" if len(same) > 1 else ""
    quote = excerpt(one.article, first, 60)
    told = f"{first.message} “{quote}”" if quote else first.message
    return f"- {_severity(first)}{line}: {text(told)}{times} <sub>{text(first.rule)}</sub>"


def _severity(finding: Finding) -> str:
    word = finding.severity.capitalize()
    return f"**{word}**" if finding.severity is Severity.ERROR else word
