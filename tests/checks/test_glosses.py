"""What only tells what a term of health or money means needs no source."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.evidence.statements.glosses import is_gloss
from checks.parsing import parse

PAGE = (
    "# Tests and loans\n\nPatients see a doctor at the clinic. The nurse asks about symptoms and drugs, and blood is "
    "taken. The bank asks for a deposit.\n\n{}\n"
)


@pytest.mark.parametrize(
    ("sentence", "defines"),
    [
        ("A smear is a sample of cells.", True),
        ("A catheter is a thin, flexible tube.", True),
        ("A mammogram is an X-ray of the breast.", True),
        ("The nurse who runs the ward is called a sister.", True),
        ("Foreclosure is the process by which a lender takes back a house.", True),
        ("Refinancing is the replacement of one loan by another.", True),
        ("A smear is a test that finds nine tumours in ten.", False),
        ("A smear is a safe test.", False),
        ("A smear is the most feared test.", False),
        ("The nurse who runs the ward is called a hero.", False),
        ("A levy is a tax that drove out the mills.", False),
        ("A mortgage is a debt that ruins families.", False),
        ("Refinancing is a way to save money.", False),
    ],
)
def test_a_term_is_told_by_its_kind_and_by_nothing_that_it_does(sentence: str, *, defines: bool) -> None:
    article = parse(PAGE.format(sentence), id="article", format=Format.MARKDOWN)
    assert is_gloss(article, article.sentences[-1]) == defines
