"""JUnit XML: a suite per article, a case per check, for the test tab of any CI."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from checks.finding import Finding
from reports import summary
from reports.audit import Audit, AuditedArticle, CheckStatus, Status, Verdict
from reports.escape import visible
from reports.place import place


def render(audit: Audit) -> str:
    """Return the audit as JUnit XML.

    A case fails when the check has findings that the gate fails on; its other
    findings go to its output. A check that could not run is an error, one that
    was not asked for is skipped. A last suite holds the audit itself, with the
    gate's reasons, the checks that did not run in it, and what could not be read.
    """
    root = ET.Element("testsuites", name="copydesk")
    for one in audit.articles:
        root.append(_suite(one.path or one.id, _cases(audit, one)))
    root.append(_suite("copydesk", _audit_cases(audit)))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(name: str, cases: Iterator[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(name))
    suite.extend(cases)
    suite.set("tests", str(len(suite)))
    for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(total, str(sum(case.find(tag) is not None for case in suite)))
    return suite


def _cases(audit: Audit, one: AuditedArticle) -> Iterator[ET.Element]:
    name = one.path if one.path and one.path == one.id else f"{one.path} {one.id}".strip()
    for problem in summary.article_troubles(one, told=one.checks):
        yield _error(_case(name, "read"), problem.what, problem.remedy)
    for check, status in one.checks.items():
        yield _check(audit, one, _case(name, check), check, status)


def _check(audit: Audit, one: AuditedArticle, case: ET.Element, check: str, status: CheckStatus) -> ET.Element:
    if status.status is Status.FAILED:
        return _error(case, summary.could_not(check, status), status.remedy)
    if status.status is Status.SKIPPED:
        ET.SubElement(case, "skipped", message=visible(status.reason))
        return case
    findings = [finding for finding in one.counted if finding.check == check]
    harmless = one.verdict is Verdict.PASSED
    failing = [finding for finding in findings if not harmless and summary.blocks(audit.run.gate, finding)]
    rest = [finding for finding in findings if finding not in failing]
    if failing:
        failure = ET.SubElement(case, "failure", message=summary.number(len(failing), "finding"), type=visible(check))
        failure.text = "\n".join(_line(one, finding) for finding in failing)
    if rest:
        ET.SubElement(case, "system-out").text = "\n".join(_line(one, finding) for finding in rest)
    return case


def _audit_cases(audit: Audit) -> Iterator[ET.Element]:
    gate = _case("copydesk", "gate")
    if audit.run.verdict is Verdict.FAILED:
        reasons = "\n".join(map(visible, audit.run.gate.reasons))
        ET.SubElement(gate, "failure", message=visible(summary.verdict_sentence(audit)), type="gate").text = reasons
    yield gate
    for name, status in audit.run.checks.items():
        if status.status is Status.FAILED:
            yield _error(_case("copydesk", name), summary.could_not(name, status), status.remedy)
    for name, told in summary.skipped(audit):
        case = _case("copydesk", name)
        ET.SubElement(case, "skipped", message=visible(told))
        yield case
    for problem in audit.problems:
        yield _error(_case("copydesk", problem.path or "input"), problem.message, problem.remedy)


def _case(owner: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=visible(owner), name=visible(name))


def _error(case: ET.Element, what: str, remedy: str) -> ET.Element:
    ET.SubElement(case, "error", message=visible(what)).text = visible(remedy)
    return case


def _line(one: AuditedArticle, finding: Finding) -> str:
    at = place(one, finding)
    where = f"{at.path}:{at.start.line}:{at.start.column}" if at.start else at.path
    return visible(f"{where}: {finding.severity} {finding.rule} {at.prefix}{finding.message}")
