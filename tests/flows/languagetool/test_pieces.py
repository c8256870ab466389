from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.languagetool.pieces import PARAGRAPH, halves, pieces

prose = st.lists(st.text("abc .\n😀", max_size=30), max_size=12).map(PARAGRAPH.join)


@given(prose, st.integers(1, 40))
def test_pieces_make_up_the_text(text: str, size: int) -> None:
    found = list(pieces(text, size))
    assert "".join(piece for _, piece in found) == text
    assert [start for start, _ in found] == [sum(len(piece) for _, piece in found[:n]) for n in range(len(found))]


@given(prose, st.integers(1, 40))
def test_a_piece_ends_with_a_paragraph_and_is_too_long_only_when_its_first_paragraph_is(text: str, size: int) -> None:
    found = [piece for _, piece in pieces(text, size)]
    assert all(piece.endswith(PARAGRAPH) for piece in found[:-1])
    assert all(PARAGRAPH not in piece[1:size] for piece in found if len(piece) > size + len(PARAGRAPH))


def test_pieces_end_between_paragraphs() -> None:
    assert list(pieces("One.\n\nTwo.\n\nThree.", 13)) == [(0, "One.\n\nTwo.\n\n"), (12, "Three.")]


@given(prose)
def test_halves_make_up_the_text(text: str) -> None:
    cut = halves(text)
    if cut:
        assert "".join(cut) == text
        assert all(half.strip() for half in cut)
    else:
        assert sum(bool(paragraph.strip()) for paragraph in text.split(PARAGRAPH)) < 2


def test_halves_are_cut_between_paragraphs_then_between_sentences() -> None:
    assert halves("One. Two.\n\nThree.") == ("One. Two.\n\n", "Three.")
    assert halves("One. Two. Three.") == ("One. Two. ", "Three.")
    assert halves("One") is None
