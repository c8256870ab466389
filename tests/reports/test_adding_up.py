"""What is shown, counted and gated adds up: each format tells the same findings of an article that one sums up."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from checks.article import Format
from checks.citations import CHECK, CitationsOptions
from checks.evidence.claims import claims
from checks.finding import Severity
from checks.grouping import grouped
from checks.parsing import parse
from checks.rule import Context
from flows.gate import judge
from flows.settings import load
from reports import github, gitlab, html, junit, markdown, sarif, summary, text
from reports.audit import Audit
from reports.json import as_data
from tests.reports.builders import audited
from tests.reports.pages import read
from tests.reports.samples import failed_audit

TEA = (
    "# Green tea and health\n\nGreen tea lowers the risk of stroke by 22 percent in adults over 50. It reduces blood "
    "pressure in patients with diabetes. Two cups a day cut cholesterol by 5 percent.\n\nIn Japan, 80 percent of all "
    "adults drink it daily. Studies show that it prevents dementia. Doctors recommend three cups a day to patients "
    "with heart disease."
)
NAMES = [one.value for one in Severity]


def told(*, strict: bool) -> Audit:
    """Return the audit of an article without sources, judged by the gate."""
    article = parse(TEA, id="tea.md", format=Format.MARKDOWN)
    assert CHECK.run is not None
    found = CHECK.run(article, Context(CitationsOptions(standard="strict" if strict else "usual")))
    one = audited(article, grouped(article, found), path="tea.md")
    judged = judge([one], load())
    failed = failed_audit()
    return replace(failed, articles=judged.articles, run=replace(failed.run, gate=judged.gate, verdict=judged.verdict))


def levels(names: list[str], found: list[str]) -> dict[str, int]:
    """Return how often each severity is told, by the name that a format gives it."""
    counts = Counter(found)
    return {severity: counts[name] for severity, name in zip(NAMES, names, strict=True)}


@pytest.mark.parametrize("strict", [True, False])
def test_each_format_tells_as_many_of_each_severity_as_are_counted(*, strict: bool) -> None:
    audit = told(strict=strict)
    counted = {one.value: count for one, count in summary.totals(audit).severities.items()}
    assert sum(counted.values()) > 3
    lines = re.findall(rf"^ *(?:\d+:\d+|-)  ({'|'.join(NAMES)}) ", text.render(audit), re.MULTILINE)
    assert levels(NAMES, lines) == counted
    [article] = as_data(audit)["articles"]
    assert levels(NAMES, [one["severity"] for one in article["findings"]]) == counted
    results = json.loads(sarif.render(audit))["runs"][0]["results"]
    assert levels(["error", "warning", "note"], [one["level"] for one in results]) == counted
    issues = json.loads(gitlab.render(audit))
    assert levels(["major", "minor", "info"], [one["severity"] for one in issues]) == counted
    commands = re.findall(r"^::(\w+) ", github.render(audit), re.MULTILINE)
    assert levels(["error", "warning", "notice"], commands) == counted
    cases = re.findall(rf"tea\.md:\d+:\d+: ({'|'.join(NAMES)}) ", junit.render(audit))
    assert levels(NAMES, cases) == counted
    items = re.findall(r"^ *- \**(\w+)\**(?: line \d+)?: ", markdown.render(audit), re.MULTILINE)
    assert levels([one.capitalize() for one in NAMES], items) == counted
    page = read(next(page for name, page in html.render(audit).items() if name != "index.html"))
    notes = [one.one("p", of="head").one("b").text for one in page.all("div", of="note")]
    assert levels([one.capitalize() for one in NAMES], notes) == counted


def test_how_many_findings_sum_others_up_is_told() -> None:
    audit = told(strict=False)
    members = sum(bool(one.group) for one in audit.articles[0].findings)
    assert summary.findings_sentence(audit).endswith(f"; 1 of them sums up {members} others.")
    alone = replace(audit, articles=(replace(audit.articles[0], findings=audit.articles[0].findings[1:]),))
    assert "sum" not in summary.findings_sentence(alone)


@pytest.mark.parametrize("strict", [True, False])
def test_the_gate_counts_what_is_shown(*, strict: bool) -> None:
    audit = told(strict=strict)
    errors = summary.totals(audit).severities[Severity.ERROR]
    assert bool(errors) is strict
    told_by_gate = [f"tea.md has {summary.number(errors, 'error')}."] if errors else []
    assert list(audit.run.gate.reasons) == told_by_gate
    head = next(one for one in audit.articles[0].findings if one.sums)
    assert (head.severity is Severity.ERROR) is bool(errors)


MILL = (
    "# The mill\n\nThe mill burned in 1871 and 40 people died ([county log](https://www.county.gov/log/1871)). The "
    "mayor fled in 1872 with 300 pounds.[^1] Rents fell by 12 percent in 1873.\n\nThe legendary mill is the best in "
    "the valley. In 1890 the council bought it for 200 pounds (source?).[^1]\n\n[^1]: County log, 1872.\n"
)


def test_each_report_counts_as_many_claims_with_a_source_and_without() -> None:
    article = parse(MILL, id="mill.md", format=Format.MARKDOWN)
    assert CHECK.run is not None
    found = CHECK.run(article, Context(CitationsOptions()))
    audit = replace(failed_audit(), articles=(audited(article, grouped(article, found), claims=claims(article)),))
    [one] = as_data(audit)["articles"]
    needing = [claim for claim in one["claims"] if claim["need"] not in {"low", "slight"}]
    without = [claim for claim in needing if claim["status"] == "unsupported"]
    counts = {
        "Without a source": sum(claim["noted"] for claim in without),
        "May need a source": sum(not claim["noted"] for claim in without),
        "With a source": len(needing) - len(without),
    }
    assert all(counts.values())
    [bought] = [claim for claim in one["claims"] if "(source?)" in claim["quote"]]
    assert bought["status"] == "unsupported", "it is asked for a source, whatever note stands beside it"
    page = read(next(page for name, page in html.render(audit).items() if name != "index.html"))
    heads = " ".join(head.text for head in page.all("h3"))
    for name, count in counts.items():
        assert f"{name} ({count})" in heads
