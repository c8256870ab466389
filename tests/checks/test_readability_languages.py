"""Readability in languages other than English: the indices that there are, and nothing that only English has."""

from __future__ import annotations

from pathlib import Path

import pytest
import textstat

from checks.article import Article
from checks.parsing import parse
from checks.readability import CHECK, measure
from checks.readability.formulas import OTHERS, reading_ease
from checks.readability.prose import prose
from checks.rule import Context

TEXTS = Path(__file__).parent / "languages" / "texts"
LONG = "Wer im Winter auf die Insel will " + "und dort einen Freund hat " * 8 + "sollte früh buchen."


def article(language: str) -> Article:
    """Return an article of more than 100 words in a language."""
    return parse((TEXTS / f"{language}.md").read_text("utf-8") * 2)


def rules(article: Article, **options: float) -> set[str]:
    assert CHECK.run
    return {finding.rule for finding in CHECK.run(article, Context(CHECK.options(**options)))}


@pytest.mark.parametrize(
    ("language", "name", "method"),
    [
        ("de", "wiener_sachtextformel", lambda text: textstat.wiener_sachtextformel(text, 1)),
        ("de", "flesch_reading_ease", textstat.flesch_reading_ease),
        ("es", "fernandez_huerta", textstat.fernandez_huerta),
        ("it", "gulpease_index", textstat.gulpease_index),
        ("fr", "flesch_reading_ease", textstat.flesch_reading_ease),
        ("pl", "lix", textstat.lix),
    ],
)
def test_an_index_is_what_textstat_says_in_that_language(language: str, name: str, method: object) -> None:
    text = article(language)
    clean = " ".join(sentence.clean for sentence in prose(text))
    textstat.set_lang(language)
    try:
        assert measure(text).indices[name] == round(method(clean), 2)  # type: ignore[operator]
    finally:
        textstat.set_lang("en_US")


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl", "pl"])
def test_each_language_has_its_indices_and_no_grade(language: str) -> None:
    measured = measure(article(language))
    assert measured.grade is None
    assert tuple(measured.indices) == tuple(index.name for index in OTHERS[language])
    assert None not in measured.indices.values()
    assert measured.notes[0].startswith("Our estimate of the grade knows English only")
    assert {section.grade for section in measured.sections} == {None}


def test_english_is_measured_as_before_whatever_was_measured_in_between() -> None:
    english = "The ferry leaves at six, and nobody on the island minds that it is late. " * 12
    before = measure(parse(english))
    measure(article("de"))
    assert measure(parse(english + "\n")).indices == before.indices
    assert before.grade is not None


def test_what_is_counted_in_words_and_lines_holds_in_any_language() -> None:
    assert rules(parse(f"---\nlang: de\n---\n\n{LONG}\n")) == {"readability/long-sentence"}
    text = "---\nlang: de\n---\n\n" + "Die Fähre fährt um sechs ab. " * 40
    assert rules(parse(text)) == {"readability/dense-paragraph"}


def test_a_reading_ease_under_the_target_is_told_by_the_language_s_own_formula() -> None:
    spanish = article("es")
    ease = reading_ease(measure(spanish).indices)
    assert ease is not None
    assert rules(spanish, target_ease=ease + 1) == {"readability/reading-ease"}
    assert rules(spanish, target_ease=ease - 1) == set()
    assert rules(article("pl"), target_ease=120) == set()


def test_languages_without_any_index_are_not_measured() -> None:
    assert "cs" not in CHECK.languages
    assert CHECK.leaves_out("en-GB") == ""
    assert "English only" in CHECK.leaves_out("de-AT")
