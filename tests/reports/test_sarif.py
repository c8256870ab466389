"""SARIF as GitHub reads it, which asks for more, and in places for less, than the standard's schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from checks.registry import all_rules
from reports import sarif
from tests.reports.builders import find
from tests.reports.samples import failed_audit, incomplete_audit, passed_audit
from tests.reports.texts import tea


def run(audit: object = None) -> dict[str, Any]:
    log = json.loads(sarif.render(failed_audit() if audit is None else audit))  # type: ignore[arg-type]
    assert log["version"] == "2.1.0"
    only: list[dict[str, Any]] = log["runs"]
    assert len(only) == 1
    return only[0]


def test_results_name_their_rule_by_index() -> None:
    one = run()
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in one["results"]})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in one["results"])
    assert all(rule[part]["text"] for rule in rules for part in ("shortDescription", "fullDescription", "help"))


def test_worst_findings_come_first_and_suppressed_ones_last() -> None:
    results = run()["results"]
    levels = [result["level"] for result in results if "suppressions" not in result]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert set(levels) == {"error", "warning", "note"}
    assert [result["suppressions"] for result in results[-1:]] == [[{"kind": "inSource"}]]


def test_fingerprints_are_unique_in_a_file() -> None:
    results = run()["results"]
    keys = [
        (
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["partialFingerprints"]["copydesk/v1"],
        )
        for result in results
    ]
    assert len(keys) == len(set(keys)) == 23
    assert all(result["partialFingerprints"]["primaryLocationLineHash"].endswith(":1") for result in results)


def test_regions_count_code_points() -> None:
    one = run()
    assert one["columnKind"] == "unicodeCodePoints"
    puffery = next(result for result in one["results"] if result["ruleId"] == "superlatives/puffery")
    region = puffery["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 21, "startColumn": 38, "endLine": 21, "endColumn": 51}
    assert puffery["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == region


def test_what_is_in_the_baseline_is_unchanged() -> None:
    assert {result["baselineState"] for result in run()["results"]} == {"new", "unchanged"}
    assert all("baselineState" not in result for result in run(passed_audit())["results"])


def test_twins_are_related_locations() -> None:
    shared = next(result for result in run()["results"] if result["ruleId"] == "duplication/shared-passage")
    related = shared["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "guides/brewing.md"
    assert related["physicalLocation"]["region"]["startLine"] > 1


def test_an_incomplete_audit_says_why() -> None:
    invocation = run(incomplete_audit())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    told = [note["message"]["text"] for note in notes if note["level"] == "error"]
    assert told[0].startswith("Grammar could not run, because there is no Java on this machine.")
    assert len(told) == 3
    skipped = [note["message"]["text"] for note in notes if note["level"] == "note"]
    assert skipped == ["Readability did not run: it was not asked for."]


def test_declared_rules_speak_for_themselves() -> None:
    name, rule = next(iter(all_rules().items()))
    audit = failed_audit()
    article = tea()
    one = replace(audit.articles[1], findings=(find(article, name, "Experts say", "A message."),))
    told = run(replace(audit, articles=(one,)))["tool"]["driver"]["rules"][0]
    assert told["shortDescription"]["text"] == rule.summary
    assert rule.why in told["help"]["text"]
    assert "## How to fix it" in told["help"]["markdown"]


def test_more_results_than_github_takes_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULTS", 5)
    results = run()["results"]
    assert [result["level"] for result in results] == ["error"] * 5


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("guides/a b#1.md", "guides/a%20b%231.md"),
        ("./a.md", "a.md"),
        ("guides\\a.md", "guides/a.md"),
        ("/srv/a b.md", "file:///srv/a%20b.md"),
        ("C:\\texts\\a.md", "file:///C:/texts/a.md"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


def test_a_message_holds_no_link() -> None:
    audit = failed_audit()
    finding = find(tea(), "residue/x", "Experts say", "See [this](javascript:alert) and a[1].", fix="")
    one = replace(audit.articles[1], findings=(finding,))
    message = run(replace(audit, articles=(one,)))["results"][0]["message"]["text"]
    assert message == "See \\[this](javascript:alert) and a[1]."


def test_results_carry_the_evidence_that_was_considered_and_how_far_it_stands() -> None:
    considered = [each for result in run()["results"] for each in result.get("properties", {}).get("evidence", ())]
    assert considered
    assert all(set(each) >= {"kind", "text", "distance", "supports"} for each in considered)
    assert {each["supports"] for each in considered} <= {True, False}
