"""What becomes of a proofreader's findings in other languages than English."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import pytest

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar import CHECK
from checks.grammar.options import GrammarOptions
from checks.grammar.others import unwanted
from checks.grammar.rules import unwanted_categories
from checks.grammar.variety import languages, varieties, variety
from checks.parsing import parse
from checks.position import Span
from checks.rule import Context, Match

GERMAN = "Auf dem Markt stehn viele Händler, und jeder ruft lauter als sein Nachbar."


class Red:
    """Flags given words of a text, with a rule, a category, a kind of issue and corrections."""

    def __init__(self, *flags: tuple[str, str, str, str, tuple[str, ...]]) -> None:
        self.flags = flags
        self.language = ""

    def check(self, text: str, language: str) -> Sequence[Match]:
        self.language = language
        return [
            Match(rule, category, issue, "Fehler.", Span(at, at + len(word)), corrections)
            for word, rule, category, issue, corrections in self.flags
            if (at := text.find(word)) >= 0
        ]


def german(text: str, language: str = "de") -> Article:
    return parse(f"---\nlang: {language}\n---\n\n{text}\n")


def findings(article: Article, red: Red, words: Iterable[str] = (), **options: list[str]) -> list[Finding]:
    assert CHECK.run
    return list(
        CHECK.run(article, Context(GrammarOptions.model_validate_json(json.dumps(options)), red, frozenset(words)))
    )


def unknown(word: str, *corrections: str, rule: str = "GERMAN_SPELLER_RULE") -> Red:
    return Red((word, rule, "TYPOS", "misspelling", corrections))


def test_our_own_rules_for_english_do_not_look_at_german() -> None:
    text = "Der Der Zug, der um acht fahrt, hat focussed  und  irgendwas ( vergessen."
    assert findings(german(text), Red()) == []


def test_a_mistyped_word_is_a_warning_less_sure_than_in_english() -> None:
    (finding,) = findings(german(GERMAN), unknown("stehn", "stehen", "steh"))
    assert (finding.quote, finding.severity, finding.replacements) == ("stehn", Severity.WARNING, ("stehen", "steh"))
    assert finding.confidence == 0.5


@pytest.mark.parametrize("text", ["Brannoks Laden ist zu.", "Der Turbolader-3 läuft.", "Die Firma BRNK ist zu."])
def test_what_no_keystroke_turns_into_a_known_word_is_none(text: str) -> None:
    word = next(one for one in ("Brannoks", "Turbolader-3", "BRNK") if one in text)
    assert findings(german(text), unknown(word, "Banane", "Branchen-Turbo", "BRANDY")) == []


def test_a_capital_inside_a_sentence_is_a_name_where_nouns_have_none() -> None:
    spanish = parse("---\nlang: es\n---\n\nAyer llegó Marta Gomes al puerto.\n")
    assert findings(spanish, unknown("Gomes", "Gómez", rule="MORFOLOGIK_RULE_ES")) == []
    assert findings(german("Gestern war der Hafn geschlossen."), unknown("Hafn", "Hafen"))


def test_words_of_the_user_and_words_used_often_are_known() -> None:
    assert findings(german(GERMAN), unknown("stehn", "stehen"), ["stehn"]) == []
    assert findings(german(f"{GERMAN} Sie stehn da, und sie stehn dort."), unknown("stehn", "stehen")) == []


@pytest.mark.parametrize(
    ("rule", "category", "issue"),
    [
        ("STIL", "STYLE", "style"),
        ("ZU_VIEL", "GRAMMAR", "register"),
        ("STRICH", "TYPOGRAPHY", "typographical"),
        ("GERMAN_WORD_REPEAT_BEGINNING_RULE", "MISC", "uncategorized"),
        ("DE_UNPAIRED_QUOTES", "PUNCTUATION", "typographical"),
    ],
)
def test_taste_is_off_unless_asked_for(rule: str, category: str, issue: str) -> None:
    red = Red(("stehn", rule, category, issue, ()))
    assert findings(german(GERMAN), red) == []
    assert len(findings(german(GERMAN), red, enabled_rules=[rule])) == 1


def test_rules_and_categories_are_switched_off_by_the_settings() -> None:
    red = Red(("stehn", "DAS_DASS", "GRAMMAR", "uncategorized", ("Dass",)))
    (finding,) = findings(german(GERMAN), red)
    assert finding.severity is Severity.WARNING
    assert findings(german(GERMAN), red, disabled_rules=["DAS_*"]) == []
    assert findings(german(GERMAN), red, disabled_categories=["GRAMMAR"]) == []


def test_the_server_is_spared_what_is_off() -> None:
    rules, categories = unwanted(GrammarOptions.model_validate({"disabled-rules": ["DAS_DASS", "A*"]}), "de-DE")
    assert {"DAS_DASS", "UPPERCASE_SENTENCE_START"} <= rules
    assert not any("*" in rule for rule in rules)
    assert {"STYLE", "CAT_TYPOGRAPHIE"} <= categories
    # A rule that is wanted may be in any category.
    assert unwanted(GrammarOptions.model_validate({"enabled-rules": ["STIL"]}), "de-DE")[1] == frozenset()
    assert unwanted(GrammarOptions(), "en-GB")[1] == unwanted_categories(GrammarOptions())


@pytest.mark.parametrize(
    ("language", "settings", "asked"),
    [
        ("de", [], "de-DE"),
        ("de", ["pt-BR", "de-AT"], "de-AT"),
        ("de-CH", ["de-AT"], "de-CH"),
        ("de-LU", ["de-AT"], "de-AT"),
        ("pt", [], "pt-PT"),
        ("fr-CA", [], "fr-CA"),
        ("pl", [], "pl-PL"),
        ("en-GB", ["de-AT"], "en-GB"),
    ],
)
def test_the_variety_is_the_article_s_then_the_settings_then_the_usual_one(
    language: str, settings: list[str], asked: str
) -> None:
    red = Red()
    findings(german(GERMAN, language), red, varieties=settings)
    assert red.language == asked


def test_every_language_that_is_fetched_has_a_usual_variety() -> None:
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl"} <= languages()
    assert all(known[0].partition("-")[0] == language for language, known in varieties().items())
    assert variety(german(GERMAN), GrammarOptions()) == "de-DE"
