"""Which items of lists are claims though they are no whole sentences."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.evidence.statements.exempt import FRAGMENT, exempt
from checks.parsing import parse


def exemption(item: str) -> str:
    """Return why an item of a list is no claim."""
    article = parse(f"What oats do:\n\n- {item}\n- Salt and pepper\n", id="article", format=Format.MARKDOWN)
    return exempt(article, article.sentences[1])


@pytest.mark.parametrize(
    "item",
    [
        "Cuts cholesterol by 30%",
        "Lowers blood pressure",
        "Reduces the risk of stroke by a fifth",
        "May lower the risk of heart disease",
        "Proven to reduce wrinkles by 40% in 4 weeks",
        "Clinically shown to reduce joint pain",
        "Boosts sales by 30 percent",
        "Relieves joint pain and stress",
        "Helps reduce inflammation of the gut",
        "Kills 99% of germs",
        "Prevents heart disease",
    ],
)
def test_an_effect_with_its_measure_or_on_health_is_a_claim(item: str) -> None:
    assert exemption(item) == ""


@pytest.mark.parametrize(
    "item",
    [
        "Cup of oats",
        "2 cups of milk",
        "Easy to use",
        "Reduce salt in your diet by half",
        "Cuts, bruises and burns of the skin",
        "Effects on blood pressure",
        "Prevents rust",
        "Increases in cost of 30%",
        "Free shipping over $50",
        "Lists all patients by name",
        "Heart disease",
        "Sleep, stress and pain",
    ],
)
def test_a_label_an_ingredient_a_feature_or_an_instruction_is_none(item: str) -> None:
    assert exemption(item) == FRAGMENT
