"""One slip is told once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.finding import Finding, Severity
from checks.overlap import distinct
from checks.position import Span

SOURCE = "The fery leaves at six.It returns {{ hour }} later."


def at(rule: str, quote: str) -> Finding:
    """Return a finding of `rule` at the first `quote` in the source."""
    start = SOURCE.index(quote)
    return Finding(rule, Severity.WARNING, 0.9, "", "", "", Span(start, start + len(quote)), quote)


GAP = at("residue/missing-space", "six.It")
VARIABLE = at("residue/template-variable", "{{ hour }}")


@pytest.mark.parametrize(
    "finding",
    [
        at("grammar/SENTENCE_WHITESPACE", "It"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "six.It"),
        at("grammar/UNPAIRED_BRACKETS", "{{"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "hour"),
    ],
)
def test_grammar_gives_way_to_residue_in_the_same_place(finding: Finding) -> None:
    assert list(distinct([finding, GAP, VARIABLE])) == [GAP, VARIABLE]


@pytest.mark.parametrize(
    "finding",
    [
        at("grammar/MORFOLOGIK_RULE_EN_US", "fery"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "six"),
        at("grammar/AGREEMENT", "leaves"),
        at("superlatives/puffery", "It"),
        replace(at("grammar/SENTENCE_WHITESPACE", "It"), suppressed=True),
        replace(GAP, rule="grammar/WHOLE", span=None, quote=""),
    ],
)
def test_other_findings_stay(finding: Finding) -> None:
    assert finding in list(distinct([finding, GAP, VARIABLE]))


def test_a_suppressed_finding_makes_nothing_give_way() -> None:
    whitespace = at("grammar/SENTENCE_WHITESPACE", "It")
    assert list(distinct([whitespace, replace(GAP, suppressed=True)])) == [whitespace, replace(GAP, suppressed=True)]
