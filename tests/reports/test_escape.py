"""Foreign text made harmless."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.escape import json_surrogates, one_line, pieces, shorten, visible
from reports.formats import FORMATS, TEXT_FORMATS, render
from tests.reports.samples import passed_audit


@given(st.text())
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text
    assert all(len(piece.text) == 1 for piece in pieces(text) if piece.code)


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text)
    one_line(text).encode()


@given(st.text(), st.integers(1, 30))
def test_shortened_text_keeps_to_its_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")
    assert text.startswith(short.removesuffix("…"))


def test_text_is_cut_at_a_word_where_one_is_near() -> None:
    assert shorten("one two three four", 15) == "one two three…"
    assert shorten("a" * 20, 10) == "a" * 9 + "…"


@given(st.text(alphabet=st.characters() | st.characters(categories=["Cs"])))
def test_surrogates_come_back_from_json(text: str) -> None:
    written = json_surrogates(json.dumps(text, ensure_ascii=False))
    written.encode()
    # A high and a low surrogate side by side are one character to JSON, as they are to UTF-16.
    assert json.loads(written).encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_the_formats_are_those_of_the_command_line() -> None:
    assert set(FORMATS) == {"html", "json", "sarif", "junit", "github", "gitlab", "markdown", "text"}
    assert all(render(name, passed_audit()) is not None for name in TEXT_FORMATS)


@pytest.mark.parametrize("name", ["html", "pdf", "write", "../text", ""])
def test_what_is_no_text_format_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        render(name, passed_audit())
