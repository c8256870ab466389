from __future__ import annotations

import pytest

from checks.grammar.lexicon import UNKNOWN, is_pronounceable, rank
from checks.grammar.spelling import is_slip


@pytest.mark.parametrize(
    ("word", "corrections"),
    [
        ("recieve", ("receive", "relieve")),
        ("teh", ("the", "ten")),
        ("accomodation", ("accommodation",)),
        ("seperately", ("separately",)),
        ("messsage", ("message", "mess sage")),
        ("definately", ("definitely", "defiantly")),
        ("ofthe", ("of the", "of th")),
        ("alot", ("a lot", "lot")),
        ("are alot", ("area lot", "are a lot")),
        ("wether", ("whether", "weather")),
        ("fermment", ("ferment",)),
        ("tqmporal", ("temporal",)),
        ("Environmment", ("Environment",)),
    ],
)
def test_a_mistyped_common_word_is_a_slip(word: str, corrections: tuple[str, ...]) -> None:
    assert is_slip(word, corrections)


@pytest.mark.parametrize(
    ("word", "corrections"),
    [
        ("glutamatergic", ()),
        ("esketamine", ("ketamine",)),
        ("tidewrack", ("tide wrack",)),
        ("flowmeter", ("flow meter", "flometer")),
        ("colourful", ("colorful",)),
        ("programme", ("program",)),
        ("towelled", ("toweled",)),
        ("optionals", ("optional",)),
        ("dørslag", ("dorsal",)),
        ("Brannock", ("Bannock",)),
        ("Teslin", ("Tessin", "Teslas")),
        ("okroshka", ("Oksana",)),
        ("english", ("English",)),
        ("kik", ("kick", "kit")),
        ("nel", ("new", "net")),
        ("irisin", ("iris in",)),
        ("offerors", ("offerers",)),
        ("stemmer", ("steamer",)),
        ("wether", ("tether", "whether")),
        ("bellwether", ("bell whether",)),
    ],
)
def test_terms_compounds_names_and_the_other_sides_spelling_are_none(word: str, corrections: tuple[str, ...]) -> None:
    assert not is_slip(word, corrections)


def test_words_are_ranked_by_how_common_they_are() -> None:
    assert rank("the") == 0
    assert rank("harbor") < rank("flotsam") < UNKNOWN
    assert rank("gnrzl") == UNKNOWN


def test_letters_that_stand_together_in_no_word_are_noticed() -> None:
    assert is_pronounceable("flotsam")
    assert not is_pronounceable("flotqsam")
