"""The score follows its published formula."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import Finding, Severity
from checks.score import WORDS_PER_UNIT, score


def finding(severity: Severity = Severity.ERROR, confidence: float = 1.0) -> Finding:
    """Return a finding that weighs its severity times its confidence."""
    return Finding("residue/placeholder", severity, confidence, "", "", "", None, "")


FINDINGS = st.lists(st.builds(finding, st.sampled_from(Severity), st.floats(0.01, 1)), max_size=30)


def test_no_finding_is_a_hundred() -> None:
    assert score(500, []) == 100
    assert score(0, []) == 100


def test_one_certain_error_in_75_words_is_fifty() -> None:
    assert score(WORDS_PER_UNIT, [finding()]) == 50


@pytest.mark.parametrize(
    ("severity", "expected"), [(Severity.ERROR, 89), (Severity.WARNING, 94), (Severity.SUGGESTION, 98)]
)
def test_a_milder_finding_costs_less(severity: Severity, expected: int) -> None:
    # 600 words are 8 units: 8 / (8 + weight).
    assert score(600, [finding(severity)]) == expected


def test_a_doubtful_finding_costs_less() -> None:
    # 75 words are 1 unit: 1 / (1 + 0.5).
    assert score(75, [finding(confidence=0.5)]) == 67


def test_suppressed_findings_cost_nothing() -> None:
    assert score(75, [replace(finding(), suppressed=True)]) == 100


@given(st.integers(0, 100_000), FINDINGS)
def test_it_stays_between_0_and_100_and_never_rises_with_a_finding(words: int, findings: list[Finding]) -> None:
    before = score(words, findings)
    assert 0 <= score(words, [*findings, finding()]) <= before <= 100


@given(st.integers(1, 10_000), FINDINGS)
def test_the_same_findings_in_a_longer_text_cost_no_more(words: int, findings: list[Finding]) -> None:
    assert score(2 * words, findings) >= score(words, findings)
