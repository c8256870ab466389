"""GitHub workflow commands: annotations on the files of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Finding, Severity
from reports import summary
from reports.audit import Audit, AuditedArticle
from reports.escape import visible
from reports.place import place

LIMIT = 10
"""Annotations of each level that GitHub keeps of one step; what comes later is dropped without a word."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def render(audit: Audit) -> str:
    """Return one command a line, worst first, and a last plain line that says how many were held back.

    Findings that another one sums up come after all others of their severity.

    Of old findings (in the baseline, on unchanged lines) and suppressed ones
    nothing is said: annotations are for what this change brings.
    """
    lines: dict[str, list[str]] = {level: [] for level in _LEVELS.values()}
    lines["error"] += [_trouble(trouble) for trouble in summary.troubles(audit)]
    for level, command in _commands(audit):
        lines[level].append(command)
    shown = [command for commands in lines.values() for command in commands[:LIMIT]]
    held = sum(len(commands) for commands in lines.values()) - len(shown)
    if held:
        shown.append(f"… and {held:,} more: GitHub shows {LIMIT} of each level in a step. See the report.")
    return "".join(f"{line}\n" for line in shown)


def _commands(audit: Audit) -> Iterator[tuple[str, str]]:
    pairs = [(one, finding) for one in audit.articles for finding in one.counted if finding.new]
    for one, finding in sorted(
        pairs, key=lambda pair: (pair[1].severity.rank, bool(pair[1].group), -pair[1].confidence)
    ):
        yield _LEVELS[finding.severity], _command(one, finding)


def _command(one: AuditedArticle, finding: Finding) -> str:
    at = place(one, finding)
    properties = {"file": at.path, "line": at.line, "title": finding.rule}
    if at.start and at.end:
        properties["endLine"] = at.end.line
        # GitHub takes columns for a range in one line only, and drops the annotation otherwise.
        if at.start.line == at.end.line:
            properties |= {"col": at.start.column, "endColumn": at.end.column}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    advice = f"\n{finding.advice}" if finding.advice else ""
    return f"::{_LEVELS[finding.severity]} {told}::{_data(at.prefix + finding.message + advice)}"


def _trouble(trouble: summary.Trouble) -> str:
    told = {"file": trouble.path, "line": trouble.line, "title": "copydesk: incomplete"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in told.items() if value)
    where = f"{trouble.where}: " if trouble.path else ""
    return f"::error {properties}::{_data(f'{where}{trouble.what} {trouble.remedy}'.strip())}"


def _data(text: str) -> str:
    return visible(text.replace("\r\n", "\n")).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
