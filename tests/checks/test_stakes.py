"""What readers risk much by believing is held to a lower bar in articles on health, law and money."""

from __future__ import annotations

import pytest

from checks.evidence.need import GRAVE_BAR, bars, needs
from checks.evidence.statements.stakes import is_grave
from checks.evidence.wordings.wording import RANKED, STRICTLY, praise, wordings
from checks.parsing import parse

VEINS = (
    "# Varicose veins\n\nYour doctor treats the veins of patients with surgery or an injection. You rest for a day "
    "after the treatment. You pay at the clinic.\n\n{}\n\nYou get a letter for your physician. Ask for the diagnosis."
)
HIPS = (
    "# Rosehip capsules\n\nWe dry rosehips in our own shed and grind them for capsules. Each supplement holds vitamin "
    "C and iron. You take one with a meal, and your stomach hardly notices.\n\nYou can open them as well. {}\n\nAsk "
    "your doctor if you are pregnant or take medicine for your blood. You pay 18 euros. We send it to you the same day."
)


@pytest.mark.parametrize(
    ("sentence", "grave"),
    [
        ("Untreated, they lead to ulcers.", True),
        ("Surgery always fails in the end.", True),
        ("Patients who walk heal faster.", True),
        ("Hundreds of patients were cured.", True),
        ("We lead patients to the ward.", False),
        ("You may always ask a nurse.", False),
        ("Surgery is the most painful treatment.", True),
        ("Always rinse the stocking.", False),
        ("Older patients come in the morning.", False),
        ("The ward has eight beds.", False),
    ],
)
def test_effects_and_what_has_no_exception_are_grave(sentence: str, grave: bool) -> None:  # noqa: FBT001
    article = parse(VEINS.format(sentence), id="article")
    at = next(one.index for one in article.sentences if article.slice(one.span) == sentence)
    assert is_grave(article, at) is grave


def test_the_bar_is_lower_for_them_where_a_strict_standard_is_held_to() -> None:
    sentence = "Untreated, they lead to ulcers and blood clots."
    article = parse(VEINS.format(sentence), id="article")
    at = next(one.index for one in article.sentences if article.slice(one.span) == sentence)
    assert needs(article)[at] >= GRAVE_BAR
    assert bars(article)[at] == GRAVE_BAR
    assert bars(article)[at + 1] > GRAVE_BAR


def test_a_certainty_is_told_the_sooner_there() -> None:
    article = parse(HIPS.format("There is no risk of dependence."), id="article")
    [told] = [one for one in wordings(article) if one.kind == "absolute"]
    assert article.slice(told.span) == "no risk"
    [share] = praise(article)[told.sentence : told.sentence + 1]
    assert STRICTLY <= share < RANKED == told.confidence
