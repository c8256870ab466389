from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.article import Article, Format
from checks.grammar.text import proof
from checks.parsing import parse
from checks.position import Span


def markdown(source: str) -> Article:
    return parse(source, format=Format.MARKDOWN)


def test_blocks_are_paragraphs_and_code_is_left_out() -> None:
    article = markdown("# Tides\n\nFirst one.\n\n```\nx = 1\n```\n\n- item\n")
    assert proof(article).text == "Tides\n\nFirst one.\n\nitem"


def test_inline_code_and_addresses_are_hidden_behind_words_as_long() -> None:
    article = markdown("Call `open_gate()` or see https://tides.example/a.html today.")
    reading = proof(article)
    assert reading.text == "Call Xxxxxxxxxxx or see Xxxxxxxxxxxxxxxxxxxxxxxxxxxx today."
    assert reading.place(Span(6, 9)) is None
    assert reading.place(Span(0, 5)) == Span(0, 5)
    at = reading.text.index("today")
    place = reading.place(Span(at, at + 5))
    assert place is not None
    assert article.slice(place) == "today"


def test_a_full_stop_after_an_address_ends_the_sentence() -> None:
    reading = proof(markdown("See https://tides.example/a. Or tides.org, or timetable.pdf."))
    assert reading.text == "See Xxxxxxxxxxxxxxxxxxxxxxx. Or Xxxxxxxxx, or Xxxxxxxxxxxxx."


def test_a_missing_space_is_no_address() -> None:
    assert proof(markdown("It rained.then it stopped. e.g. U.S. ports")).hidden == ()


def test_what_is_flagged_up_to_a_stand_in_counts() -> None:
    reading = proof(markdown("Call `open` now."))
    assert reading.place(Span(0, 5)) is not None
    assert reading.place(Span(0, 6)) is None
    assert reading.place(Span(8, 9)) is None
    assert reading.place(Span(9, 10)) is not None


def test_footnote_markers_leave_no_gap() -> None:
    article = markdown("The tide turns.[^1] It falls.\n\n[^1]: Tables.\n")
    assert proof(article).text.startswith("The tide turns. It falls.")


PARTS = ["# A b\n\n", "c `d e` f. ", "g\n\n", "- h\n", "> i\n\n", "😀 j@k.lm ", "[^1] "]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_every_place_is_the_authors_own_words(parts: list[str]) -> None:
    article = markdown("".join(parts))
    reading = proof(article)
    for at, char in enumerate(reading.text):
        place = reading.place(Span(at, at + 1))
        if place is not None and place.length:
            assert article.slice(place) == char
