"""LanguageTool itself, in languages other than English, on articles that we wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.grammar import CHECK
from checks.grammar.options import GrammarOptions
from checks.parsing import parse
from checks.rule import Context
from flows.languagetool import launch
from flows.languagetool.tool import LanguageTool
from flows.progress import Silent

TEXTS = Path(__file__).parents[2] / "checks" / "languages" / "texts"
FAULTS = {
    "de-faults.md": ["komen", "Das", "Wegen dem Regen", "Nachmitag"],
    "fr-faults.html": ["vienent", "préparer", "gratuit", "peuve", "a ouvrir"],
}

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]


@pytest.fixture(scope="module")
def polyglot() -> Iterator[LanguageTool]:
    """Yield a LanguageTool that is started with German and French."""
    with launch(GrammarOptions(), Silent(), languages=lambda: ("en-US", "de-DE", "fr")) as tool:
        yield tool


def quotes(name: str, tool: LanguageTool, options: GrammarOptions | None = None) -> list[str]:
    article = parse((TEXTS / name).read_text("utf-8"), name=name)
    return [finding.quote for finding in CHECK.run(article, Context(options or GrammarOptions(), tool))]  # type: ignore[misc]


@pytest.mark.parametrize("name", FAULTS)
def test_planted_faults_are_found_and_nothing_else(polyglot: LanguageTool, name: str) -> None:
    assert quotes(name, polyglot) == FAULTS[name]


@pytest.mark.parametrize("name", ["de.md", "fr.md", "es.md"])
def test_what_is_right_is_left_alone(polyglot: LanguageTool, name: str) -> None:
    assert quotes(name, polyglot) == []


def test_each_is_read_in_its_own_language_by_one_server(polyglot: LanguageTool) -> None:
    assert [match.rule for match in polyglot.check("We recieve it.", "en-US")] == ["MORFOLOGIK_RULE_EN_US"]
    assert [match.rule for match in polyglot.check("Wir komen an.", "de-AT")] == ["AUSTRIAN_GERMAN_SPELLER_RULE"]
    assert polyglot.facts()["restarts"] == "0"
    assert polyglot.facts()["languages"] == "de, en, fr"


def test_a_language_more_is_learnt_by_the_running_server(polyglot: LanguageTool) -> None:
    text = "Il mulino sul fiume è rimasto chiuzo per venti anni."
    assert [text[slice(*match.span)] for match in polyglot.check(text, "it")] == ["chiuzo"]
    assert [match.rule for match in polyglot.check("Wir komen an.", "de-DE")] == ["GERMAN_SPELLER_RULE"]
    assert polyglot.facts()["restarts"] == "1"
