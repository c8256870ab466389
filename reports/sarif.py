"""SARIF 2.1.0: what GitHub code scanning and other viewers of analysis results read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from checks.finding import Evidence, Finding, Related, Severity, gravity
from reports import summary
from reports.audit import Audit, AuditedArticle, Verdict
from reports.escape import json_surrogates, visible
from reports.excerpts import in_sentence, shown
from reports.place import Place, place
from reports.rules import rule_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 25_000
"""Results that GitHub takes in one run; the whole file is refused when there are more."""
DESCRIPTION = 1024
"""Characters that GitHub takes of a rule's description."""
RELATED = 100
"""Related places that GitHub shows of a result."""

EVIDENCE = 5
"""Pieces of evidence that a result carries, nearest first; JSON has all of them."""

QUOTED = 200
"""Code points of a sentence that is quoted of a place which the result sums up."""

_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}


def render(audit: Audit) -> str:
    """Return the audit as one SARIF run, worst findings first, since a viewer may not show them all."""
    pairs = [(one, finding) for one in audit.articles for finding in one.findings]
    pairs.sort(key=lambda pair: (pair[1].suppressed, gravity(pair[1])))
    pairs = pairs[:RESULTS]
    names = sorted({finding.rule for _, finding in pairs})
    index = {name: at for at, name in enumerate(names)}
    first = {finding.rule: finding for _, finding in reversed(pairs)}
    by_id = {one.id: one for one in audit.articles}
    marks_new = summary.judges_new(audit)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(audit, (first[name] for name in names))},
                "columnKind": "unicodeCodePoints",
                "automationDetails": {"id": "copydesk/"},
                "invocations": [_invocation(audit)],
                "results": [_result(one, finding, index, by_id, marks_new=marks_new) for one, finding in pairs],
            }
        ],
    }
    return json_surrogates(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _driver(audit: Audit, samples: Iterable[Finding]) -> dict[str, Any]:
    version = audit.tool.get("copydesk", "")
    return {
        "name": "copydesk",
        **({"semanticVersion": version} if version else {}),
        "rules": [_rule(finding) for finding in samples],
    }


def _rule(sample: Finding) -> dict[str, Any]:
    rule = rule_text(sample)
    told = f"{rule.summary}\n\n{rule.why}\n\n{rule.fix}"
    return {
        "id": visible(rule.name),
        "name": visible(rule.title),
        "shortDescription": {"text": visible(rule.summary)[:DESCRIPTION]},
        "fullDescription": {"text": visible(f"{rule.summary} {rule.why}".strip())[:DESCRIPTION]},
        "help": {"text": visible(told), "markdown": visible(rule.page or told)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [visible(sample.check)], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _invocation(audit: Audit) -> dict[str, Any]:
    troubles = summary.troubles(audit)
    return {
        "executionSuccessful": audit.run.verdict is not Verdict.INCOMPLETE,
        "toolExecutionNotifications": [
            *(_notification(trouble) for trouble in troubles),
            *({"level": "note", "message": {"text": visible(told)}} for told in _left_out(audit)),
        ],
    }


def _left_out(audit: Audit) -> tuple[str, ...]:
    """Return, as sentences, what was not looked at without anything having gone wrong."""
    return tuple(dict.fromkeys((*(told for _, told in summary.skipped(audit)), *summary.limits(audit))))


def _notification(trouble: summary.Trouble) -> dict[str, Any]:
    told: dict[str, Any] = {"level": "error", "message": {"text": visible(f"{trouble.what} {trouble.remedy}".strip())}}
    if trouble.path:
        region = {"region": {"startLine": trouble.line}} if trouble.line else {}
        told["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri(trouble.path)}, **region}}]
    return told


def _result(
    one: AuditedArticle, finding: Finding, index: dict[str, int], by_id: dict[str, AuditedArticle], *, marks_new: bool
) -> dict[str, Any]:
    at = place(one, finding)
    result: dict[str, Any] = {
        "ruleId": visible(finding.rule),
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(f"{at.prefix}{finding.message} {finding.advice}".strip())},
        "locations": [_location(at, one)],
        "partialFingerprints": {
            # The only key that GitHub reads. Its own, a hash of the line's beginning, would make one
            # alert of all findings in a paragraph that is written on one line.
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "copydesk/v1": finding.fingerprint,
        },
        "rank": round(100 * finding.confidence, 1),
    }
    if marks_new:
        result["baselineState"] = "new" if finding.new else "unchanged"
    if finding.evidence:
        result["properties"] = {"evidence": [_evidence(each) for each in finding.evidence[:EVIDENCE]]}
    if finding.suppressed:
        result["suppressions"] = [{"kind": "inSource"}]
    if finding.related:
        result["relatedLocations"] = [
            _related(number, other, by_id, whole=bool(finding.sums))
            for number, other in enumerate(finding.related[:RELATED], 1)
        ]
    if finding.replacements and at.start:
        result["fixes"] = [_fix(at, text) for text in finding.replacements[:5]]
    return result


def _evidence(evidence: Evidence) -> dict[str, Any]:
    """Return what was looked at as a support; how far it stands is told in sentences, below zero before."""
    target = {"target": visible(evidence.target)} if evidence.target else {}
    told = {"kind": evidence.kind, "text": visible(evidence.text), **target}
    return {**told, "distance": evidence.distance, "supports": evidence.supports}


def _location(at: Place, one: AuditedArticle) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri(at.path)}, "region": _region(at)}}
    if at.record:
        location["logicalLocations"] = [{"name": visible(one.id), "kind": "object"}]
    return location


def _region(at: Place) -> dict[str, int]:
    if at.start is None or at.end is None:
        return {"startLine": 1}
    return {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
    }


def _related(number: int, other: Related, by_id: dict[str, AuditedArticle], *, whole: bool) -> dict[str, Any]:
    twin = by_id.get(other.article)
    line = {"region": {"startLine": other.line}} if other.line and not (twin and place(twin).record) else {}
    path = place(twin).path if twin else other.article
    article = twin.article if twin else None
    quoted = in_sentence(article, other, QUOTED) if whole else shown(article, other)
    told = ": ".join(part for part in (other.note, quoted) if part) or other.article
    return {
        "id": number,
        "message": {"text": _message(told)},
        "physicalLocation": {"artifactLocation": {"uri": uri(path)}, **line},
    }


def _fix(at: Place, text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(at), "insertedContent": {"text": visible(text)}}
    changes = [{"artifactLocation": {"uri": uri(at.path)}, "replacements": [replacement]}]
    return {"description": {"text": visible(f"Replace with “{text}”.")}, "artifactChanges": changes}


def _message(text: str) -> str:
    """Return `text` such that no viewer takes a part of it for one of SARIF's embedded links."""
    return _LINK.sub(r"\\[", visible(text))


def uri(path: str) -> str:
    """Return a file's path as a URI: relative ones stay relative, absolute ones become `file://`."""
    plain = visible(path)
    if PureWindowsPath(plain).drive or PurePosixPath(plain).is_absolute():
        name = plain.replace("\\", "/").lstrip("/")
        return f"file:///{quote(name, safe='/:')}"
    return quote(plain.replace("\\", "/").removeprefix("./"), safe="/")
