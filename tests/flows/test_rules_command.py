"""What `copydesk rules` tells."""

from __future__ import annotations

import json

import pytest

from checks.page import page
from checks.registry import all_checks, all_rules
from flows import rules
from flows.errors import UsageError


def test_the_table_has_every_rule_with_its_severity_and_summary() -> None:
    lines = rules.table(width=1_000).splitlines()
    for one in all_rules().values():
        (line,) = [line for line in lines if line.split()[:1] == [one.name]]
        assert line.split()[1] == one.severity
        assert line.endswith(one.summary)
    for check in all_checks().values():
        assert f"{check.name}: {check.summary}" in lines


@pytest.mark.parametrize("width", [110, 140])
def test_the_table_keeps_within_its_width(width: int) -> None:
    assert max(map(len, rules.table(width=width).splitlines())) <= width


def test_the_table_as_json_has_every_rule() -> None:
    records = json.loads(rules.table("json"))
    assert {record["rule"]: record["summary"] for record in records} == {
        one.name: one.summary for one in all_rules().values()
    }
    assert all(record["flagged"] and record["why"] and record["fix"] for record in records)


def test_a_rule_is_explained_by_its_page() -> None:
    assert rules.explain("superlatives/puffery") == page(all_rules()["superlatives/puffery"])


def test_the_check_may_be_left_out() -> None:
    assert rules.explain("puffery") == rules.explain("superlatives/puffery")


def test_a_check_is_explained_by_all_its_rules() -> None:
    said = rules.explain("citations")
    assert all(f"# `{one.name}`" in said for one in all_checks()["citations"].rules)


def test_a_proofreaders_own_rule_is_described_without_empty_sections() -> None:
    said = rules.explain("grammar/EN_A_VS_AN")
    assert "`grammar/EN_A_VS_AN`" in said
    assert "lagged" not in said


def test_one_rule_as_json() -> None:
    (record,) = json.loads(rules.explain("puffery", "json"))
    assert (record["rule"], record["check"]) == ("superlatives/puffery", "superlatives")


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("superlatives/pufery", "superlatives/puffery"),
        ("pufery", "superlatives/puffery"),
        ("superlative/puffery", "superlatives/puffery"),
        ("citation", "citations"),
    ],
)
def test_an_unknown_rule_is_told_the_nearest(wrong: str, meant: str) -> None:
    with pytest.raises(UsageError) as caught:
        rules.explain(wrong)
    assert caught.value.remedy == f'Did you mean "{meant}"?'


def test_a_rule_like_no_other_is_told_where_they_are_listed() -> None:
    with pytest.raises(UsageError, match="List them all with: copydesk rules"):
        rules.explain("zzzzzzzz")
