from __future__ import annotations

import pytest

from checks.article import Format
from checks.grammar.dialect import dialect, is_variant
from checks.grammar.options import GrammarOptions
from checks.parsing import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing here tells.", "en-US"),
        ("The colour of the harbour at dawn.", "en-GB"),
        ("The color of the harbor at dawn.", "en-US"),
        ("They organize a colourful parade.", "en-GB"),
        ("They organise a parade.", "en-GB"),
        ("They organize a parade.", "en-US"),
        ("The color chart of the Ministry of Defence, Labour and Honour.", "en-US"),
    ],
)
def test_the_spelling_of_an_article_tells_its_dialect(text: str, expected: str) -> None:
    assert dialect(parse(text, format=Format.PLAIN), GrammarOptions()) == expected


def test_settings_come_before_the_article_and_the_article_before_its_spelling() -> None:
    article = parse("The colour of money.", format=Format.PLAIN, language="en-AU")
    assert dialect(article, GrammarOptions()) == "en-AU"
    assert dialect(article, GrammarOptions(dialect="en-CA")) == "en-CA"


def test_variants_are_right_on_either_side() -> None:
    assert all(is_variant(word) for word in ("colour", "color", "programme", "grey"))
    assert not is_variant("colouur")
