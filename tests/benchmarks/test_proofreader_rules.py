"""The page on LanguageTool's rules tells what the settings of the check do."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.grammar.options import GrammarOptions
from checks.grammar.rules import unwanted_rules
from checks.position import Span
from checks.rule import Match
from tests.benchmarks.proofreader_rules import state

PAGE = Path(__file__).parents[2] / "docs" / "languagetool-rules.md"
NOT_RUN = {"EN_DASH_RULE", "WRONG_GENITIVE_APOSTROPHE"}
"""Off for reasons that `rules.toml` gives, and without numbers on the page."""
EXPLAINED = {"A_NNS", "EN_SPLIT_WORDS_HYPHEN"}
"""On, for reasons that the page gives."""

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| rule")
]
ON = [row for row in ROWS if row[2] == "on" and row[0] not in EXPLAINED]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_page_tells_what_becomes_of_a_rule(row: list[str]) -> None:
    rule, category, told, *_ = row
    assert state(Match(rule, category, "", "", Span(0, 1), ())) == told


def test_every_rule_that_is_off_has_its_numbers_on_the_page() -> None:
    named = {row[0] for row in ROWS}
    assert unwanted_rules(GrammarOptions()) - NOT_RUN <= named


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[2] == "on" and row[0] not in EXPLAINED], ids=lambda row: row[0]
)
def test_no_rule_that_is_on_was_wrong_on_the_articles_again_and_again_and_hardly_ever_right(row: list[str]) -> None:
    right, wrong, _, edited, planted, fixed, _ = (int(cell or 0) for cell in row[3:])
    assert right + planted + fixed >= wrong + edited or wrong + edited < 2
