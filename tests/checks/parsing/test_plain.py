"""Plain text: what only its shape gives away."""

from __future__ import annotations

import pytest

from checks.article import BlockKind, MarkKind
from tests.checks.parsing.shown import blocks, marks, plain, texts
from tests.checks.parsing.sources import SAMPLES

H, P, L, Q, R = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTATION,
    BlockKind.REFERENCE,
)

PROSE = (
    "Bees fly out when it is warm and dry, and they stay in the hive for most of the winter, close together in a ball."
)


@pytest.mark.parametrize(
    "heading",
    ["The Life of Bees", "What do bees eat?", "THE LIFE OF BEES", "2. Bees", "Bees: A Life", "the life of bees"],
)
def test_a_short_line_above_prose_is_a_heading(heading: str) -> None:
    assert blocks(plain(f"{PROSE}\n{heading}\n{PROSE}")) == [(P, PROSE), (H, heading), (P, PROSE)]


@pytest.mark.parametrize(
    "line",
    [
        "Bees fly out.",
        "By Jane Miller",
        "3 May 2021",
        "“Bees fly”",
        "https://bees.test/a",
        "Dear reader,",
        "<section>",
        "“`html",
        "-----",
        "12",
        "Note:",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert H not in [kind for kind, _ in blocks(plain(f"{PROSE}\n{line}\n{PROSE}"))]


def test_a_heading_needs_something_below_it() -> None:
    assert blocks(plain(f"{PROSE}\n\nThe End of It")) == [(P, PROSE), (P, "The End of It")]


def test_title_and_first_heading_may_follow_each_other_but_a_list_of_names_is_none() -> None:
    assert [kind for kind, _ in blocks(plain(f"Bees\n\nA Life\n\n{PROSE}"))] == [H, H, P]
    kinds = [kind for kind, _ in blocks(plain(f"{PROSE}\nAnna Bee\nBert Cox\nCarl Doe\nDora Eve\n{PROSE}"))]
    assert kinds.count(H) <= 2


def test_long_lines_are_paragraphs_and_wrapped_lines_are_joined() -> None:
    assert texts(plain(f"{PROSE}\n{PROSE}")) == [PROSE, PROSE]
    wrapped = (
        "Bees fly out when it is warm and\ndry, and they stay in the hive for\nmost of the winter.\nThen it\nends."
    )
    assert len(plain(wrapped).blocks) < 4
    assert texts(plain("Bees fly out when it is warm and\ndry, and they stay in.")) == [
        "Bees fly out when it is warm and dry, and they stay in."
    ]


def test_a_line_that_only_happens_to_begin_in_lower_case_is_its_own() -> None:
    assert [kind for kind, _ in blocks(plain(f"The Life of Bees\nbees fly. {PROSE}"))] == [H, P]


def test_lists() -> None:
    article = plain("- a\n- b\n  c\n    * d\n1) e\n\n2) f\nText.\n• g")
    assert blocks(article)[:5] == [(L, "a"), (L, "b c"), (L, "d"), (L, "e"), (L, "f")]
    assert [block.level for block in article.blocks] == [1, 1, 2, 1, 1, 0, 1]
    groups = [block.group for block in article.blocks]
    assert len(set(groups[:5])) == 1
    assert groups[6] not in groups[:6]


def test_a_number_alone_makes_no_list() -> None:
    article = plain(f"1. Bees fly\n{PROSE}\n2. Bees sting\n{PROSE}\n3. Bees are what this sentence is about.")
    assert [kind for kind, _ in blocks(article)] == [H, P, H, P, P]
    assert texts(article)[2] == "2. Bees sting"


def test_quoted_mail() -> None:
    article = plain("> a b\n> c\n\nd e.")
    assert blocks(article) == [(Q, "a b c"), (P, "d e.")]
    assert article.blocks[0].spoken


def test_the_walk() -> None:
    article = plain((SAMPLES / "walk.txt").read_text("utf-8"))
    assert blocks(article) == [
        (H, "Walking in Winter"),
        (P, "By A. Walker"),
        (
            P,
            (
                "Winter walks need planning. The days are short, and paths that are dry in summer can be under water "
                "by November [1]. Tell somebody where you are going."
            ),
        ),
        (H, "What to take"),
        (L, "A lamp"),
        (L, "A map, and the skill to read it"),
        (Q, "Go early, she said."),
        (H, "References"),
        (R, "[1] Hill, B. (2015). Wet feet. https://walk.test/x."),
    ]
    assert article.title == "Walking in Winter"
    assert article.blocks[-1].label == "1"
    assert marks(article, MarkKind.FOOTNOTE) == [("[1]", "1", "[1]")]
    assert marks(article, MarkKind.LINK) == [("https://walk.test/x", "https://walk.test/x", "https://walk.test/x")]
