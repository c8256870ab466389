"""The audit for programs: JSON to the schema `reports/schema/audit-1.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from checks.article import Article
from checks.finding import Evidence, Finding, Related
from checks.position import Span
from checks.readability import Readability, SectionReadability
from reports.audit import Audit, AuditedArticle, CheckStatus, Problem, Run
from reports.claims import Standing, standings
from reports.escape import json_surrogates
from reports.place import stands_at

SCHEMA = "copydesk/audit/1"


def render(audit: Audit) -> str:
    """Return the audit as JSON, ended by a line feed.

    Text stands as it is, but for lone surrogates, which are escaped so that
    the result can be encoded. There is never a number that JSON does not know.
    """
    return json_surrogates(json.dumps(as_data(audit), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def as_data(audit: Audit) -> dict[str, Any]:
    """Return the audit as plain data, ready for JSON."""
    return {
        "schema": SCHEMA,
        "tool": dict(audit.tool),
        "run": _run(audit.run),
        "problems": [_problem(one) for one in audit.problems],
        "articles": [_article(one) for one in audit.articles],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "started": run.started,
        "seconds": _finite(run.seconds),
        "verdict": run.verdict.value,
        "gate": {
            "fail_on": run.gate.fail_on,
            "min_confidence": _finite(run.gate.min_confidence),
            "basis": run.gate.basis,
            "reasons": list(run.gate.reasons),
            "allow_incomplete": run.gate.allow_incomplete,
            "new_only": run.gate.new_only,
            "advisory": list(run.gate.advisory),
        },
        "checks": {name: _status(check) for name, check in run.checks.items()},
        "settings": run.settings,
        "provenance": dict(run.provenance),
    }


def _status(check: CheckStatus) -> dict[str, Any]:
    return {
        "status": check.status.value,
        "reason": check.reason,
        "remedy": check.remedy,
        "seconds": _finite(check.seconds),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "message": problem.message, "remedy": problem.remedy}


def _article(one: AuditedArticle) -> dict[str, Any]:
    article = one.article
    return {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "url": article.url if article else "",
        "format": article.format.value if article else None,
        "language": article.language if article else None,
        "words": one.words,
        "sha256": one.sha256,
        "verdict": one.verdict.value,
        "score": one.score,
        "scores": dict(one.scores),
        "checks": {name: _status(check) for name, check in one.checks.items()},
        "problems": [_problem(problem) for problem in one.problems],
        "grade_target": _finite(one.grade_target),
        "readability": _readability(one.readability),
        "sections": [_section(section) for section in one.readability.sections] if one.readability else [],
        "claims": [_claim(article, standing) for standing in standings(one)] if article else [],
        "findings": [_finding(article, finding, stands_at(one, finding)) for finding in one.findings],
    }


def _readability(readability: Readability | None) -> dict[str, Any] | None:
    if readability is None:
        return None
    return {"grade": _finite(readability.grade), **_indices(readability.indices), "notes": list(readability.notes)}


def _section(section: SectionReadability) -> dict[str, Any]:
    return {
        "title": section.title,
        "line": section.line,
        "words": section.words,
        "grade": _finite(section.grade),
        **_indices(section.indices),
        "hardest": section.hardest,
    }


def _indices(indices: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: _finite(value) for name, value in indices.items()}


def _claim(article: Article, standing: Standing) -> dict[str, Any]:
    claim, span, need, supported, noted = standing
    return {
        "quote": article.quote(span),
        "start": span.start,
        "end": span.end,
        "line": article.position(span.start).line,
        "score": _finite(claim.score),
        "need": need,
        "status": "supported" if supported else "unsupported",
        "noted": noted,
        "why": claim.why,
        "evidence": [_evidence(one) for one in claim.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind,
        "text": evidence.text,
        **_offsets(evidence.span),
        "distance": evidence.distance,
        "supports": evidence.supports,
        "target": evidence.target,
    }


def _finding(article: Article | None, finding: Finding, place: Span | None) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "check": finding.check,
        "severity": finding.severity.value,
        "confidence": _finite(finding.confidence),
        "message": finding.message,
        "why": finding.why,
        "fix": finding.fix,
        "quote": finding.quote,
        **_offsets(finding.span),
        **_lines(article, place),
        "replacements": list(finding.replacements),
        "related": [_related(place) for place in finding.related],
        "evidence": [_evidence(one) for one in finding.evidence],
        "reasons": list(finding.reasons),
        "group": finding.group,
        "sums": finding.sums,
        "fingerprint": finding.fingerprint,
        "new": finding.new,
        "suppressed": finding.suppressed,
    }


def _offsets(span: Span | None) -> dict[str, int | None]:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _lines(article: Article | None, span: Span | None) -> dict[str, int | None]:
    if article is None or span is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    start, end = article.position(span.start), article.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _related(place: Related) -> dict[str, Any]:
    return {
        "article": place.article,
        **_offsets(place.span),
        "line": place.line,
        "quote": place.quote,
        "note": place.note,
    }


def _finite(value: float | None) -> float | None:
    """Return `value`, or None for infinity and for what is not a number, which JSON cannot say."""
    return value if value is None or isfinite(value) else None
