"""Quotations that show enough of a sentence, and the words in question in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.article import Format
from checks.finding import Finding, settled_by
from checks.parsing import parse
from reports.excerpts import around, excerpt, in_sentence, member
from tests.reports.builders import find
from tests.reports.texts import tea

LONG = "The ferry was built in Glasgow and sold twice before it sank in the winter of 1897 with all hands on board."


@pytest.mark.parametrize(
    ("words", "limit", "told"),
    [
        ("ferry", 40, "The ferry was built in Glasgow and…"),
        ("1897", 40, "…the winter of 1897 with all hands on…"),
        ("on board", 40, "…winter of 1897 with all hands on board."),
        ("1897", 200, LONG),
        ("absent", 30, "The ferry was built in…"),
        ("THE WINTER", 30, "…sank in the winter of 1897…"),
        ("", 20, "The ferry was built…"),
    ],
)
def test_a_sentence_is_cut_around_the_words_in_question(words: str, limit: int, told: str) -> None:
    assert around(LONG, words, limit) == told
    assert len(told) <= limit or told == LONG


@pytest.mark.parametrize("limit", range(16, 120))
def test_the_words_are_in_the_cut_wherever_they_stand(limit: int) -> None:
    for word in LONG.split():
        assert word.casefold() in around(LONG, word, limit).casefold()
        assert len(around(LONG, word, limit)) <= limit


def test_an_excerpt_is_only_given_where_the_message_does_not_quote() -> None:
    article = tea()
    quoting = find(article, "a/b", "revolutionary", "“Revolutionary” praises.")
    silent = find(article, "a/b", "revolutionary", "It praises.")
    assert excerpt(article, quoting, 60) == ""
    assert excerpt(article, silent, 60) == "revolutionary"
    assert excerpt(article, silent, 8) == "revolut…"


def test_markup_that_shows_nothing_is_not_told_beside_what_the_message_quotes_of_it() -> None:
    article = parse('The map <a href="https://www.maps.org/harbor"></a> is old.', format=Format.HTML)
    link = '<a href="https://www.maps.org/harbor"></a>'
    telling = find(article, "a/b", link, "A link to “https://www.maps.org/harbor” has no text.")
    assert excerpt(article, telling, 60) == ""
    assert excerpt(article, replace(telling, message="A link has no text."), 60) == link


def claim(quote: str, reason: str) -> Finding:
    """Return a finding that another one sums up."""
    return find(tea(), "citations/missing-citation", quote, "None.", reasons=(reason,))


def test_a_member_is_told_by_its_sentence_and_why_it_is_one() -> None:
    article = tea()
    nine = claim("Nine in ten drinkers pour the water too hot.", "gives a figure (“Nine in ten”)")
    assert member(article, nine, 80) == "“Nine in ten drinkers pour the water too hot.” gives a figure"
    elsewhere = replace(nine, reasons=("gives a figure (“two”)",))
    assert member(article, elsewhere, 80) == "“Nine in ten drinkers pour the water too hot.” gives a figure (“two”)"
    assert member(article, replace(nine, reasons=()), 24) == "“Nine in ten drinkers…”"
    assert member(article, nine, 24) == "“Nine in ten drinkers…”"


def test_a_member_tells_what_would_settle_it_where_the_sentence_leaves_room() -> None:
    article = tea()
    nine = claim("Nine in ten drinkers pour the water too hot.", "gives a figure (“Nine in ten”)")
    asked = settled_by(replace(nine, message="This gives a figure, and the note (“A: b”) is far"), "name the report")
    sentence = "“Nine in ten drinkers pour the water too hot.” gives a figure"
    assert member(article, asked, 120) == f"{sentence}: name the report"
    assert member(article, asked, 70) == sentence, "the sentence comes before what to do about it"
    general = replace(nine, message="It names “a: b”.", fix="Look it up.")
    assert member(article, general, 120) == sentence, "what to do in general is told elsewhere"


@pytest.mark.parametrize("limit", range(20, 120))
def test_a_member_keeps_to_its_line(limit: int) -> None:
    for reason in (
        "gives a figure (“two of the three hundred pots”)",
        "names no study or report",
        "compares (“too hot”)",
    ):
        nine = claim("Nine in ten drinkers pour the water too hot.", reason)
        assert len(member(tea(), nine, limit)) <= limit


def test_words_of_a_sentence_are_shown_with_the_rest_of_it() -> None:
    article = tea()
    vague = claim("Experts say", "names nobody")
    assert in_sentence(article, vague, 40) == "Experts say that the the kettle should…"
    assert in_sentence(article, vague, 300).endswith("left in the pot.")
    assert in_sentence(None, vague, 300) == "Experts say"
    assert in_sentence(article, replace(vague, span=None, quote=""), 300) == ""
