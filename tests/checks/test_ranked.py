"""What ranks by what could be looked up is told as that, and as lightly."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.citations import CHECK as CITATIONS
from checks.citations import CitationsOptions
from checks.evidence.claims import claims
from checks.evidence.ranked import ranks_only
from checks.evidence.reasons import RANK, reasons
from checks.finding import Finding, Severity
from checks.overlap import distinct
from checks.parsing import parse
from checks.rule import Context
from checks.superlatives import CHECK as SUPERLATIVES
from checks.superlatives import SuperlativesOptions

FACT, MISSING = "superlatives/factual-superlative", "citations/missing-citation"
LEAFLET = (
    "# Sore knees\n\nPatients with knee pain see a doctor at the clinic. The nurse writes down symptoms and drugs, and "
    "the dose of each medicine. The patient rests.\n\n{} The diagnosis is sent to the physician.\n"
)


def article(text: str) -> Article:
    return parse(text, id="article", format=Format.MARKDOWN)


def found(text: str) -> list[Finding]:
    """Return what both checks find, each place once."""
    read = article(text)
    assert CITATIONS.run is not None
    assert SUPERLATIVES.run is not None
    every = [*CITATIONS.run(read, Context(CitationsOptions())), *SUPERLATIVES.run(read, Context(SuperlativesOptions()))]
    return [one for one in distinct(read, every) if one.span]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tolda is the longest river in the country.",
        "She was the first woman to lead the national bank.",
        "He was the richest man in the country by 1901.",
        "It is the most widely used valve in the world.",
        "The canal is the busiest in the world.",
    ],
)
def test_a_sentence_that_only_ranks_is_told_once_and_lightly_whatever_the_article_is_about(sentence: str) -> None:
    for text in (f"The harbor is blue. {sentence}", LEAFLET.format(sentence)):
        [told] = [one for one in found(text) if one.quote in sentence]
        assert (told.rule, told.severity) == (FACT, Severity.SUGGESTION)
    assert ranks_only(article(sentence), 0)


@pytest.mark.parametrize(
    ("sentence", "rank", "other"),
    [
        (
            "Mount Tolda, at 5,210 m, is the highest peak in the country.",
            "“the highest peak in the country”",
            "5,210 m",
        ),
        ("In 1990 it was the largest harbor in the world.", "“the largest harbor in the world”", "1990"),
    ],
)
def test_what_states_more_is_told_with_its_rank_first(sentence: str, rank: str, other: str) -> None:
    [told] = found(f"The harbor is blue. {sentence}")
    assert (told.rule, told.severity) == (MISSING, Severity.SUGGESTION)
    assert rank in told.message
    assert told.message.index(rank) < told.message.index(other)
    assert told.remedy == "say who measured it, when and against what"
    [claim] = [one for one in claims(article(f"The harbor is blue. {sentence}")) if one.sentence == 1]
    assert claim.why.count("ranks its subject") == 1


def test_an_effect_on_somebodys_health_is_as_grave_with_a_rank_as_without() -> None:
    sentence = "It was the first drug that lowered blood pressure in patients by 20 percent."
    [told] = [one for one in found(LEAFLET.format(sentence)) if one.quote in sentence]
    assert (told.rule, told.severity) == (MISSING, Severity.ERROR)
    assert not ranks_only(article(sentence), 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "The oldest pub in the county burned down in a storm.",
        "The northernmost region, Tolda, has a humid climate with long and cold winters.",
        "It sold nine of the ten most used valves.",
    ],
)
def test_a_rank_that_is_only_mentioned_is_not_what_is_stated(sentence: str) -> None:
    assert reasons(article(sentence), 0)[0].kind != RANK


def test_what_outdoes_all_others_ranks_before_it_gives_a_date() -> None:
    first, *_ = reasons(article("The town built more boats per head than any other town in 1922."), 0)
    assert first.kind == RANK
