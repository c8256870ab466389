"""Who says it is not told that no source was named, but that nobody can look it up."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations.statements import statements
from checks.evidence.sources.tellers import teller
from checks.parsing import parse


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council says that it mended 400 roads in 2019.", "The council says"),
        ("The local trade association estimates that 40 mills closed.", "The local trade association estimates"),
        ("Its owners say that the mill ground 900 tons in 1998.", "Its owners say"),
        ("Police said the driver was twice over the limit.", "Police said"),
        ("The cook adds that 40 guests fell ill.", "The cook adds"),
    ],
)
def test_who_says_it_is_told_by_what_they_are(sentence: str, told: str) -> None:
    assert teller(parse(sentence, format=Format.PLAIN), 0) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill ground 900 tons in 1998.",
        "He said that the mill was sold.",
        "Birch sugar adds sweetness to the tea.",
        "The mill, 300 years old, says nothing.",
    ],
)
def test_a_sentence_that_nobody_in_particular_is_said_to_say_has_no_teller(sentence: str) -> None:
    assert teller(parse(sentence, format=Format.PLAIN), 0) == ""


NOTHING = "no link, note, reference or named source was found in or near it"


def test_a_claim_that_somebody_is_said_to_make_is_asked_where_it_can_be_read() -> None:
    text = (
        "The baker says that 40 percent of all roads were closed in 2019.\n\n"
        "In 1998 the mill ground 900 tons of flour.\n\n"
        "The rowers said that 40 of them lost their jobs in 2015."
    )
    messages = [one.message for one in statements(parse(text, format=Format.PLAIN), None) if one.span]
    assert [one.partition(", and ")[2] for one in messages] == [
        "“The baker says” comes without a link, note or reference: say where that can be read.",
        f"{NOTHING}: name the report or the data that it comes from.",
        "“The rowers said” comes without a link, note or reference: say where that can be read.",
    ]
