from __future__ import annotations

from collections.abc import Sequence

import pytest

from checks.article import Article, Format
from checks.finding import Finding
from checks.grammar import CHECK, own
from checks.grammar.context import odds, shape
from checks.grammar.options import GrammarOptions
from checks.grammar.reading import places, reading, word_index
from checks.parsing import parse
from checks.position import Span
from checks.rule import CheckUnavailable, Context, Match


def article(source: str, format_: Format = Format.MARKDOWN, language: str = "en") -> Article:
    return parse(source, id="one", format=format_, language=language)


def quotes(source: str, rule: str, *accepted: str) -> list[str]:
    return [one.quote for one in own.findings(article(source), frozenset(accepted)) if one.rule == f"grammar/{rule}"]


class Marks:
    """A proofreader that marks one word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def check(self, text: str, _language: str) -> Sequence[Match]:
        at = text.index(self.word)
        return [Match("SOME_RULE", "GRAMMAR", "", "Marked.", Span(at, at + len(self.word)), ())]


SLIP = "They took there coats and left."


def test_our_findings_come_before_the_failure_of_the_proofreader() -> None:
    assert CHECK.run is not None
    found: list[Finding] = []
    with pytest.raises(CheckUnavailable):
        found.extend(CHECK.run(article(SLIP), Context(GrammarOptions())))
    assert [one.quote for one in found] == ["there"]


@pytest.mark.parametrize(("word", "rules"), [("there", ["confused-word"]), ("coats", ["SOME_RULE", "confused-word"])])
def test_what_we_say_the_proofreader_need_not_repeat(word: str, rules: list[str]) -> None:
    assert CHECK.run is not None
    found = CHECK.run(article(SLIP), Context(GrammarOptions(), Marks(word)))
    assert sorted(one.rule.removeprefix("grammar/") for one in found) == rules


def test_words_that_the_user_accepts_are_left_alone() -> None:
    assert quotes("We are on Youtube.", "name-spelling") == ["Youtube"]
    assert not quotes("We are on Youtube.", "name-spelling", "Youtube")


def test_our_rules_know_english_only() -> None:
    assert own.findings(article(SLIP), frozenset())
    assert not own.findings(article(SLIP, language="nl"), frozenset())


@pytest.mark.parametrize("source", ["", "\n\n", "```\nthere coats\n```\n", "İİİ They took there coats.", "( “ )"])
def test_odd_sources_keep_their_places(source: str) -> None:
    one = article(source)
    for finding in own.findings(one, frozenset()):
        assert finding.span is not None
        assert one.quote(finding.span) == finding.quote
        assert finding.quote in ("there", "(", ")", "“")


def test_code_quoted_addresses_and_other_languages_are_masked() -> None:
    one = article('Type `there coats`, see <https://there.test/there> or <i lang="nl">there</i>. It is there.')
    assert [span.start for _, span in places(one, ["there"])] == [one.text.rindex("there")]
    assert len(reading(one).text) == len(one.text)


def test_words_are_indexed_without_regard_to_case_and_apostrophe() -> None:
    index = word_index(article("It’s here. IT'S there, isn't it?"))
    assert list(index["it's"]) == [0, 11]
    assert "it" in index


@pytest.mark.parametrize(
    ("token", "kind"),
    [("ships", "PL"), ("ship", "SG"), ("bus", "SG"), ("Bergen", "NAME"), ("the", "the"), ("12", "#"), ("feet", "PL")],
)
def test_shapes(token: str, kind: str) -> None:
    assert shape(token) == kind


def test_context_speaks_for_the_right_word() -> None:
    assert odds("there their", ["They", "took"], ["coats", "and"]) < 0
    assert odds("there their", ["I", "think"], ["is", "a"]) > 0


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("They did not want to loose the race.", "They did not want to lose the race."),
        ("He gave a sneak peak at the boat.", "He gave a sneak peek at the boat."),
        ("It had an affect on trade.", "It had an effect on trade."),
        ("The mayor is the principle author.", "The mayor is the principal author."),
        ("It works in principal.", "It works in principle."),
        ("The town was lead by sailors.", "The town was led by sailors."),
        ("It is different in the passed years.", "It is different in the past years."),
        ("Nobody knows weather it rains.", "Nobody knows whether it rains."),
        ("A man who's work is known.", "A man whose work is known."),
        ("She plays a key roll in the town.", "She plays a key role in the town."),
    ],
)
def test_confused_words_are_told_by_their_phrase(wrong: str, right: str) -> None:
    assert len(quotes(wrong, "confused-word")) == 1
    assert not quotes(right, "confused-word")


def test_quotations_of_several_paragraphs_are_balanced() -> None:
    long = "He said: “We left at six.\n\n“We came back at noon.\n\n“Nobody was there.”\n\nThe ferry is old."
    assert not quotes(long, "unbalanced")
    assert quotes(long.replace("\n\n“Nobody", "\n\nNobody").replace("there.”", "there."), "unbalanced") == ["“"]


def test_a_name_is_told_once_with_its_other_places() -> None:
    (finding,) = [
        one
        for one in own.findings(article("Github here. Github there, and GITHUB."), frozenset())
        if "name" in one.rule
    ]
    assert [one.quote for one in finding.related] == ["Github"]
    assert finding.replacements == ("GitHub",)
