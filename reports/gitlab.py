"""GitLab Code Quality: the report that a merge request shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from checks.finding import Finding, Severity
from reports import summary
from reports.audit import Audit, AuditedArticle
from reports.escape import visible
from reports.place import place

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(audit: Audit) -> str:
    """Return the findings that are not suppressed, and what kept the audit from being complete, as a JSON array.

    GitLab itself tells new from old by comparing with the target branch, so
    findings of the baseline are in it too.
    """
    issues = [*_troubles(audit), *(issue for one in audit.articles for issue in _issues(one))]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issues(one: AuditedArticle) -> Iterator[dict[str, Any]]:
    for index, finding in enumerate(one.counted):
        yield _issue(one, finding, index)


def _issue(one: AuditedArticle, finding: Finding, index: int) -> dict[str, Any]:
    at = place(one, finding)
    end = {"end": at.end.line} if at.end else {}
    # A fingerprint is unique in its article only, and GitLab drops a second issue with the same one.
    key = (one.path, one.id, finding.fingerprint or f"{finding.rule} {index}")
    return {
        # GitLab does not show check_name.
        "description": visible(f"{finding.rule}: {at.prefix}{finding.message}"),
        "check_name": visible(finding.rule),
        "fingerprint": _hash(*key),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": visible(at.path), "lines": {"begin": at.line, **end}},
    }


def _troubles(audit: Audit) -> Iterator[dict[str, Any]]:
    for index, trouble in enumerate(summary.troubles(audit)):
        path = trouble.path.replace("\\", "/").removeprefix("./") or "copydesk.toml"
        yield {
            "description": visible(f"copydesk: {trouble.what} {trouble.remedy}".strip()),
            "check_name": "copydesk/incomplete",
            "fingerprint": _hash("incomplete", trouble.where, trouble.what, str(index)),
            "severity": "critical",
            "location": {"path": visible(path), "lines": {"begin": trouble.line or 1}},
        }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
