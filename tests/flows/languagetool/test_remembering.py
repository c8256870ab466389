"""A paragraph is proofread once; what is found does not depend on what was remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable, Match, PartlyChecked
from flows.languagetool.remembering import Languages, Remembering, spans
from flows.remembered.store import Store

if TYPE_CHECKING:
    from flows.languagetool.tool import LanguageTool

TEXT = (
    "The keeper reads the the gauge each morning.\n\n"
    "Nobody have seen the ledger since March. \U0001f30a The tide are late.\n\n"
    "The second basin is smaller than first one."
)
CHANGED = TEXT.replace("since March", "since the spring")


class Counting:
    """A LanguageTool that notes what it is asked."""

    def __init__(self, real: LanguageTool) -> None:
        self.real = real
        self.asked: list[str] = []
        self.begun = 0
        self.amount: int | None = None
        self.languages: tuple[str, ...] = ()

    def begin(self, amount: int | None, languages: Languages) -> LanguageTool:
        self.amount, self.languages = amount, tuple(languages())
        self.begun += 1
        return cast("LanguageTool", self)

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        self.asked.append(text)
        return self.real.check(text, language)

    def facts(self) -> dict[str, str]:
        return {"version": "6.8"}

    def close(self) -> None:
        """Leave the shared server alone."""


@pytest.fixture
def counting(languagetool: LanguageTool) -> Counting:
    return Counting(languagetool)


def remembering(counting: Counting, folder: Path, **options: object) -> Remembering:
    return Remembering(GrammarOptions.model_validate(options), counting.begin, Store(folder, 10))


def test_a_second_run_asks_for_nothing_and_starts_nothing(counting: Counting, tmp_path: Path) -> None:
    with remembering(counting, tmp_path) as first:
        found = first.check(TEXT, "en-US")
        first.done("article")
    assert {TEXT[slice(*match.span)] for match in found} >= {"the the"}
    again = Counting(counting.real)
    with remembering(again, tmp_path) as second:
        second.expect({"article": 9})
        assert second.check(TEXT, "en-US") == found
        assert "100 %" in second.facts()["cache"]
    with remembering(again, tmp_path) as third:
        assert third.facts()["cache"] == "no paragraph was asked for"
    assert (again.asked, again.begun) == ([], 0)


def test_only_a_changed_paragraph_is_asked_for_and_the_result_is_that_of_a_whole_check(
    counting: Counting, tmp_path: Path
) -> None:
    with remembering(counting, tmp_path) as first:
        first.check(TEXT, "en-US")
        first.done("article")
    again = Counting(counting.real)
    with remembering(again, tmp_path) as second:
        second.expect({"another article": 40, "article": 2})
        assert (again.begun, again.amount) == (1, 40)
        patched = second.check(CHANGED, "en-US")
    assert again.asked == [CHANGED.split("\n\n")[1]]
    with remembering(counting, tmp_path / "fresh") as fresh:
        assert fresh.check(CHANGED, "en-US") == patched


def test_without_a_memory_the_same_is_found(counting: Counting, tmp_path: Path) -> None:
    with Remembering(GrammarOptions(), counting.begin) as forgetful, remembering(counting, tmp_path) as mindful:
        assert forgetful.check(TEXT, "en-US") == mindful.check(TEXT, "en-US")
        assert forgetful.check(TEXT, "en-US") == mindful.check(TEXT, "en-US")
    assert len(counting.asked) == 3


def test_other_settings_and_languages_are_remembered_apart(counting: Counting, tmp_path: Path) -> None:
    for options, language in (({}, "en-US"), ({"level": "picky"}, "en-US"), ({}, "en-GB")):
        with remembering(counting, tmp_path, **options) as one:
            one.check(TEXT, language)
    assert len(counting.asked) == 3


class Partial(Counting):
    """A LanguageTool that loses part of every text."""

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        raise PartlyChecked("by hand", "Nothing.", super().check(text, language)[:1])


def test_what_was_lost_is_asked_for_again(counting: Counting, tmp_path: Path) -> None:
    partial = Partial(counting.real)
    with remembering(partial, tmp_path) as first, pytest.raises(PartlyChecked) as lost:
        first.check(TEXT, "en-US")
    assert [TEXT[slice(*match.span)] for match in lost.value.matches] == ["the the"]
    with remembering(counting, tmp_path) as second:
        second.check(TEXT, "en-US")
    assert counting.asked == [TEXT]


class Absent(Counting):
    """No LanguageTool at all."""

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        raise CheckUnavailable("there is no Java")


def test_known_articles_need_no_languagetool_and_new_ones_say_why_not(counting: Counting, tmp_path: Path) -> None:
    with remembering(counting, tmp_path) as first:
        found = first.check(TEXT, "en-US")
    with remembering(Absent(counting.real), tmp_path) as second:
        assert second.check(TEXT, "en-US") == found
        with pytest.raises(CheckUnavailable, match="no Java"):
            second.check(CHANGED, "en-US")


@pytest.mark.parametrize(("text", "expected"), [("", []), ("a", ["a"]), ("a\n\nb\n\n\n\nc", ["a", "b", "c"])])
def test_paragraphs_are_parted_by_blank_lines(text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in spans(text)] == expected
