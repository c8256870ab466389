from __future__ import annotations

from collections.abc import Sequence

import pytest

from checks.article import Article, Format
from checks.finding import Finding
from checks.grammar import CHECK
from checks.grammar.options import GrammarOptions
from checks.grammar.rules import describe
from checks.parsing import parse
from checks.position import Span
from checks.rule import CheckUnavailable, Context, Match, PartlyChecked
from flows.languagetool.tool import LanguageTool


class Pencil:
    """A proofreader that marks the words it was given."""

    def __init__(self, *marks: tuple[str, str, tuple[str, ...]], category: str = "TYPOS") -> None:
        self.marks = marks
        self.category = category
        self.asked: list[tuple[str, str]] = []

    def check(self, text: str, language: str) -> Sequence[Match]:
        self.asked.append((text, language))
        return [
            Match(rule, self.category, "", "Marked.", Span(at, at + len(word)), corrections)
            for word, rule, corrections in self.marks
            if (at := text.find(word)) >= 0
        ]


SPELLING = "MORFOLOGIK_RULE_EN_US"


def article(source: str) -> Article:
    return parse(source, format=Format.MARKDOWN)


def findings(source: str, pencil: Pencil, options: GrammarOptions | None = None, *words: str) -> list[Finding]:
    assert CHECK.run is not None
    context = Context(options or GrammarOptions(), pencil, frozenset(words))
    return list(CHECK.run(article(source), context))


def test_a_slip_is_found_in_the_source() -> None:
    source = "We *recieve* 😀 letters."
    (finding,) = findings(source, Pencil(("recieve", SPELLING, ("receive",))))
    assert finding.rule == f"grammar/{SPELLING}"
    assert finding.span is not None
    assert source[slice(*finding.span)] == finding.quote == "recieve"
    assert finding.replacements == ("receive",)


def test_words_that_the_user_accepts_are_none() -> None:
    pencil = Pencil(("recieves", SPELLING, ("receives",)))
    assert findings("He recieves.", pencil)
    assert not findings("He recieves.", pencil, None, "recieve")


def test_a_word_that_the_article_uses_again_and_again_is_a_term() -> None:
    pencil = Pencil(("sweeep", SPELLING, ("sweep",)))
    assert findings("A sweeep is small.", pencil)
    assert not findings("A sweeep is small. The sweeep grows. Each sweeep sings.", pencil)


@pytest.mark.parametrize("word", ["NMDA", "mRNA", "GitHub", "H2O", "5mg"])
def test_acronyms_and_codes_are_no_slips(word: str) -> None:
    assert not findings(f"About {word} today.", Pencil((word, SPELLING, ("need",))))


def test_units_are_no_slips() -> None:
    pencil = Pencil(("tiem", SPELLING, ("time",)))
    assert not findings("It has 900 tiem of floor.", pencil)
    assert findings("It has tiem of floor.", pencil)


def test_unknown_words_side_by_side_are_another_language() -> None:
    pencil = Pencil(("regarde", SPELLING, ("regard",)), ("toujour", SPELLING, ("tour",)))
    assert not findings("He said regarde toujour and left.", pencil)
    assert findings("He said regarde to the others.", pencil)


def test_rules_and_categories_can_be_off_and_on() -> None:
    pencil = Pencil(("odd", "SOME_RULE", ()), category="GRAMMAR")
    assert findings("An odd one.", pencil)
    assert not findings("An odd one.", pencil, GrammarOptions(disabled_rules=("SOME_*",)))
    assert not findings("An odd one.", pencil, GrammarOptions(disabled_categories=("GRAMMAR",)))
    style = Pencil(("odd", "SOME_RULE", ()), category="STYLE")
    assert not findings("An odd one.", style)
    assert findings("An odd one.", style, GrammarOptions(enabled_rules=("SOME_RULE",)))


def test_a_name_that_is_a_word_twice_is_no_repetition() -> None:
    rule = "ENGLISH_WORD_REPEAT_RULE"
    assert findings("It is is so.", Pencil(("is is", rule, ("is",))))
    assert not findings("In Walla Walla.", Pencil(("Walla Walla", rule, ("Walla",))))


def test_code_is_not_the_authors_prose() -> None:
    assert not findings("Type `recieve` now.", Pencil(("Xxxxxxx", SPELLING, ("receive",))))


def test_the_article_before_an_address_is_not_judged_by_a_stand_in() -> None:
    pencil = Pencil((" a ", "EN_A_VS_AN", (" an ",)), category="MISC")
    assert findings("On a island.", pencil)
    assert not findings("On a island.example.org page.", pencil)


def test_what_was_found_before_a_proofreader_failed_is_told() -> None:
    class Weary(Pencil):
        def check(self, text: str, language: str) -> Sequence[Match]:
            raise PartlyChecked("it is late", "Come back tomorrow.", super().check(text, language))

    assert CHECK.run is not None
    found = CHECK.run(article("We recieve it."), Context(GrammarOptions(), Weary(("recieve", SPELLING, ("receive",)))))
    assert next(iter(found)).quote == "recieve"
    with pytest.raises(PartlyChecked, match="it is late"):
        list(found)


def test_an_empty_article_needs_no_proofreader_to_answer() -> None:
    pencil = Pencil()
    assert not findings("```\ncode\n```\n", pencil)
    assert not pencil.asked


def test_without_a_proofreader_the_check_cannot_run() -> None:
    assert CHECK.run is not None
    with pytest.raises(CheckUnavailable):
        list(CHECK.run(article("Text."), Context(GrammarOptions())))


def test_every_rule_of_languagetool_has_a_page() -> None:
    rule = describe("grammar/EN_A_VS_AN")
    assert rule is not None
    assert rule.name == "grammar/EN_A_VS_AN"
    assert "EN_A_VS_AN" in rule.source
    assert describe("residue/truncated") is None
    assert describe("grammar/") is None


SAMPLE = """# The ferry to the islands

The ferry sails at noon, and it reach teh harbour before dark. It's captain has sailed for thirty years.

The NMDA receptor, `teh`, and Ms Brannock's glutamatergic tidewrack are fine. An boat is is not.
"""


def test_languagetool_finds_the_slips_and_nothing_else(languagetool: LanguageTool) -> None:
    assert CHECK.run is not None
    found = list(CHECK.run(article(SAMPLE), Context(GrammarOptions(), languagetool)))
    assert sorted(one.quote for one in found) == sorted(["reach", "teh", "It's", "An", "is is"])
