"""Claims beside each other that lack the same note are told as one place."""

from __future__ import annotations

from collections.abc import Sequence

from checks.article import Article, Format
from checks.citations.statement_rules import MISSING
from checks.citations.statements import statements
from checks.evidence.need import needs, sureness
from checks.finding import Finding
from checks.parsing import parse

CITED = (
    "The mill was built in 1712 by two brothers.[1] It burned down in 1790.[2] It was rebuilt in stone in 1801.[3]\n\n"
    "The owner paid 400 pounds for it in 1830.[4]"
)
FIRST = "In 1851 it employed 112 men and women from the valley."
SECOND = "In 1860 the river rose by nine feet and the wheel was lost."
THIRD = "A steam engine replaced the wheel in 1862 and doubled the output."
QUESTION = "Who could have foreseen that?"
FOURTH = "The mill closed in 1911 because of the strikes."


def told(behind: str) -> tuple[Article, Sequence[Finding]]:
    """Return an article that cites by notes and what is missed in it."""
    article = parse(f"{CITED} {behind}", id="mill", format=Format.MARKDOWN)
    return article, [one for one in statements(article, 0.3) if one.rule == MISSING.name]


def test_claims_beside_each_other_are_one_place_and_each_is_named() -> None:
    article, [found] = told(f"{FIRST} {SECOND} {THIRD}")
    assert found.quote == f"{FIRST} {SECOND} {THIRD}"
    assert [one.quote for one in found.related] == [FIRST, SECOND, THIRD]
    assert all(one.span and article.quote(one.span) == one.quote for one in found.related)
    assert found.message.startswith("None of these 3 sentences has a note, and the ")
    assert found.message.endswith(", in one note behind them if it covers all.")


def test_behind_the_last_note_all_that_lacks_one_is_one_place() -> None:
    _, [found] = told(f"{FIRST} {SECOND} {THIRD} {FOURTH}")
    assert [one.quote for one in found.related] == [FIRST, SECOND, THIRD, FOURTH]
    assert found.message.startswith("None of these 4 sentences has a note, and the ")
    _, [found] = told(f"{FIRST} {QUESTION} {THIRD}")
    assert found.quote == f"{FIRST} {QUESTION} {THIRD}"
    assert [one.quote for one in found.related] == [FIRST, THIRD]
    assert found.message.startswith("2 of these 3 sentences need a note and have none, and the ")
    assert found.message.endswith(", in one note behind them if it covers both.")
    _, [first, rest] = told(" ".join(f"In {year} it employed {year - 1700} men." for year in range(1850, 1862)))
    assert [len(first.related), len(rest.related)] == [10, 2]


def test_in_a_paragraph_without_a_note_a_place_is_no_longer_than_an_editor_takes_in() -> None:
    _, found = told(f"\n\n{FIRST} {SECOND} {THIRD} {FOURTH}")
    assert [one.quote for one in found] == [f"{FIRST} {SECOND} {THIRD}", FOURTH]
    _, [long, short] = told(
        f"\n\n{SECOND[:-1]}, {THIRD[:-1].lower()}, and {SECOND.lower()} It fell in 1863 and 9 men died."
    )
    assert not long.related
    assert not short.related


def test_a_note_or_a_paragraph_between_parts_them() -> None:
    _, found = told(f"{FIRST}\n\n{SECOND}")
    assert [one.quote for one in found] == [FIRST, SECOND]
    _, found = told(f"{FIRST} It was sold.[5] {THIRD}")
    assert THIRD in [one.quote for one in found]
    assert not any(one.related for one in found)


def test_what_is_told_for_another_reason_stands_apart() -> None:
    _, found = told(f"The [shop](https://www.amazon.com/dp/1) sold 112 wheels in 1851. {SECOND}")
    assert [bool(one.related) for one in found] == [False, False]
    _, found = told(f"Many experts believe that 112 men drowned in 1851. {SECOND}")
    assert [bool(one.related) for one in found] == [False, False]


def test_a_name_without_a_note_is_told_with_its_neighbors() -> None:
    _, [found] = told(f"According to the CDC, 112 men fell ill in 1851. {SECOND}")
    assert len(found.related) == 2


def test_an_article_without_notes_is_told_sentence_by_sentence() -> None:
    article = parse(f"{FIRST} {SECOND} {THIRD}", id="mill", format=Format.PLAIN)
    found = [one for one in statements(article, 0.3) if one.rule == MISSING.name]
    assert [one.quote for one in found] == [FIRST, SECOND, THIRD]


def test_what_is_stated_twice_is_one_claim_judged_where_it_is_first() -> None:
    _, found = told(f"{FIRST}\n\nThe mill has nine floors.[5]\n\n{FIRST}")
    assert [one.quote for one in found] == [FIRST]
    _, found = told(f"{FIRST[:-1]}.[5]\n\n{FIRST}")
    assert found == []
    _, found = told(f"{FIRST}\n\n{FIRST.replace('112', '113')}")
    assert [one.quote for one in found] == [FIRST, FIRST.replace("112", "113")]


def test_what_is_pulled_out_of_an_article_is_judged_where_it_stands_in_it() -> None:
    article = parse(f"> {FIRST}\n\nThe mill has nine floors.\n\n{FIRST}", id="mill", format=Format.MARKDOWN)
    found = [one for one in statements(article, 0.3) if one.rule == MISSING.name]
    assert FIRST in [one.quote for one in found]


def test_behind_the_last_note_a_claim_is_surer_than_what_it_states_alone() -> None:
    article, [found] = told(FOURTH)
    at = article.sentences[-1].index
    assert found.confidence == sureness(article, at, needs(article)[at]) > needs(article)[at]
    _, [apart] = told(f"\n\n{FOURTH}")
    assert apart.confidence < found.confidence
    article, [praising] = told("In 1911 the magnificent mill closed because of the strikes.")
    assert praising.confidence == needs(article)[-1], "it gives way to what says of the praise"
