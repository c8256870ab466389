"""What an article without sources comes to, whatever settings, baseline and `--min-confidence` leave of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from checks.article import Article
from checks.citations import CHECK, CitationsOptions
from checks.finding import Finding
from checks.grouping import FEWEST
from checks.parsing import parse
from checks.rule import Context
from flows.conclude import settled
from flows.settings import load

SUM = "citations/no-sources"
TEA = (
    "# Green tea and health\n\nGreen tea lowers the risk of stroke by 22 percent in adults over 50. It reduces blood "
    "pressure in patients with diabetes. Two cups a day cut cholesterol by 5 percent.\n\nIn Japan, 80 percent of all "
    "adults drink it daily. Studies show that it prevents dementia. Doctors recommend three cups a day to patients "
    "with heart disease."
)


def found(text: str, changes: dict[str, Any] | None = None) -> tuple[Article, Sequence[Finding]]:
    """Return an article with its findings as settings leave them."""
    article = parse(text, id="tea.md", name="tea.md")
    settings = load(changes=changes or {})
    options = settings.options("citations")
    assert CHECK.run is not None
    assert isinstance(options, CitationsOptions)
    return article, settled(article, list(CHECK.run(article, Context(options))), ["citations"], settings)


@pytest.mark.parametrize("least", [0, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99])
def test_a_sum_is_there_with_what_it_counts_or_not_at_all(least: float) -> None:
    _, findings = found(TEA, {"gate": {"min-confidence": least}})
    sums = [one for one in findings if one.rule == SUM]
    members = [one for one in findings if one.group == SUM]
    assert all(one.confidence >= least for one in findings)
    assert bool(sums) == bool(members)
    for one in sums:
        assert one.message.startswith(f"{len(members)} claims")
        assert len(one.related) == len(members)
        assert one.confidence == max(member.confidence for member in members)


def test_a_sum_stays_as_long_as_enough_of_its_group_do() -> None:
    _, every = found(TEA)
    surest = sorted((one.confidence for one in every if one.group), reverse=True)
    _, few = found(TEA, {"gate": {"min-confidence": surest[FEWEST - 1]}})
    assert [one.rule for one in few].count(SUM) == 1


@pytest.mark.parametrize("off", ["citations/missing-citation", SUM])
def test_no_group_outlives_its_sum_and_no_sum_its_group(off: str) -> None:
    _, findings = found(TEA, {"rules": {off: "off"}})
    assert findings
    assert SUM not in {one.rule for one in findings}
    assert {one.group for one in findings} == {""}


def test_what_is_suppressed_is_not_counted() -> None:
    _, findings = found(
        TEA.replace("Green tea lowers", "<!-- copydesk-disable-next-line citations -->\nGreen tea lowers")
    )
    [head] = [one for one in findings if one.rule == SUM]
    members = [one for one in findings if one.group == SUM]
    assert any(one.suppressed for one in findings)
    assert not any(one.suppressed for one in members)
    assert head.message.startswith(f"{len(members)} claims")


def test_a_strict_standard_is_told() -> None:
    _, findings = found(TEA, {"profile": "health"})
    [head] = [one for one in findings if one.rule == SUM]
    assert head.message.endswith("is held to a stricter standard.")
