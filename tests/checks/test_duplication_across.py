"""What the articles of a run have in common: found on both sides, without looking at every pair."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import samples
from checks.article import Article, Format
from checks.duplication import CHECK
from checks.duplication.corpus import chrome, meetings, near_duplicates, signature
from checks.duplication.options import DuplicationOptions
from checks.duplication.units import units
from checks.finding import Finding
from checks.parsing import parse
from checks.rule import Context

TEXTS = [samples.ORCHARD, samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT, samples.PURCHASING]
PASSAGE = (
    "The paper mill by the weir closed in the year of the flood, and for a long time nobody wanted the building. "
    "Then a printer from the coast rented the ground floor and repaired the great press with parts from a "
    "scrapyard."
)
REWORDED = (
    "For a long time nobody wanted the paper mill by the weir, which had closed in the year of the flood. Then a "
    "printer from the coast rented its ground floor, and with scrapyard parts repaired the great press."
)


def articles(*sources: str) -> list[Article]:
    return [parse(source, id=f"a{number}", format=Format.MARKDOWN) for number, source in enumerate(sources)]


def compare(some: Sequence[Article], **options: float) -> list[tuple[str, Finding]]:
    assert CHECK.compare is not None
    found = list(CHECK.compare(some, Context(DuplicationOptions(**options))))
    by_id = {article.id: article for article in some}
    for id_, one in found:
        assert one.span is not None
        assert by_id[id_].quote(one.span) == one.quote
        for place in one.related:
            assert place.article != id_
            if place.span is not None:
                assert by_id[place.article].quote(place.span) == place.quote
    return found


def pairs(found: Sequence[tuple[str, Finding]], rule: str) -> set[tuple[str, str]]:
    return {(id_, place.article) for id_, one in found if rule in one.rule for place in one.related}


def test_unrelated_articles_have_nothing_in_common() -> None:
    assert compare(articles(*TEXTS)) == []


@pytest.mark.parametrize("there", [PASSAGE, REWORDED], ids=["copied", "reworded"])
def test_a_shared_passage_is_found_on_both_sides(there: str) -> None:
    some = articles(f"{TEXTS[0]}\n\n{PASSAGE}\n\n{TEXTS[1]}", f"{TEXTS[2]}\n\n{there}\n\n{TEXTS[3]}", *TEXTS[4:])
    found = compare(some)
    assert [(id_, one.rule, one.quote) for id_, one in found] == [
        ("a0", "duplication/shared-passage", PASSAGE),
        ("a1", "duplication/shared-passage", there),
    ]
    assert [[(place.article, place.quote) for place in one.related] for _, one in found] == [
        [("a1", there)],
        [("a0", PASSAGE)],
    ]


def test_a_passage_in_three_articles_is_told_once_in_each() -> None:
    some = articles(*(f"{TEXTS[number]}\n\n{PASSAGE}\n\n{TEXTS[number + 3]}" for number in range(3)))
    found = compare(some)
    assert [id_ for id_, _ in found] == ["a0", "a1", "a2"]
    assert all(len(one.related) == 2 for _, one in found)


def test_near_duplicates_name_each_other_and_list_no_passages() -> None:
    one = f"# The mill\n\n{PASSAGE}\n\n{samples.FERRY}"
    two = f"# An old mill\n\n{REWORDED}\n\n{samples.FERRY}"
    found = compare(articles(one, samples.BAKERY, two))
    assert [(id_, finding.rule, finding.quote) for id_, finding in found] == [
        ("a0", "duplication/near-duplicate", "The mill"),
        ("a2", "duplication/near-duplicate", "An old mill"),
    ]
    assert all(len(finding.related) == 1 and finding.related[0].span is None for _, finding in found)


def test_many_copies_are_named_up_to_a_number_and_counted() -> None:
    some = articles(*[f"{TEXTS[0]}\n\n{TEXTS[1]}"] * 9, *TEXTS[2:])
    found = [one for id_, one in compare(some) if id_ == "a0"]
    assert len(found) == 5
    assert "3 more articles" in found[-1].message
    assert len([one for id_, one in compare(some, related_articles=20) if id_ == "a0"]) == 8


@settings(max_examples=25)
@given(st.permutations(range(6)))
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    sources = [
        f"{TEXTS[0]}\n\n{PASSAGE}\n\n{TEXTS[1]}",
        f"{TEXTS[2]}\n\n{REWORDED}\n\n{TEXTS[3]}",
        TEXTS[4],
        f"{TEXTS[4]} It was a long day.",
        TEXTS[5],
        samples.ORDINANCE,
    ]
    some = articles(*sources)
    expected, found = compare(some), compare([some[number] for number in order])
    for rule in ("shared-passage", "near-duplicate"):
        assert pairs(found, rule) == pairs(expected, rule)
    assert pairs(expected, "shared-passage") == {("a0", "a1"), ("a1", "a0")}
    assert pairs(expected, "near-duplicate") == {("a2", "a3"), ("a3", "a2")}


FOOTER = (
    "Our editors read every article twice before it is published. If you find a mistake all the same, tell us by "
    "letter or telephone. We have reported from this valley for ninety years and are owned by our readers."
)


def test_what_many_articles_share_is_site_chrome() -> None:
    bodies = [*TEXTS, samples.DOCTRINE]
    assert compare(articles(*(f"{FOOTER}\n\n{body}" for body in bodies))) == []
    assert len(chrome([units(article) for article in articles(*(f"{body}\n\n{FOOTER}" for body in bodies))])) == 3


def test_copies_of_one_article_are_not_taken_for_chrome() -> None:
    some = articles(*[TEXTS[0]] * 6, *TEXTS[1:])
    assert chrome([units(article) for article in some]) == frozenset()
    assert len(pairs(compare(some), "near-duplicate")) == 30


def test_the_same_quotation_and_the_same_closing_are_no_finding() -> None:
    said = (
        "“We never thought that a single winter could carry away a path that our grandparents had walked all their"
        " lives, and now we have to draw every map of this coast again,” said the warden."
    )
    quoting = [f"{TEXTS[number]}\n\n{said}\n\n{TEXTS[number + 2]}" for number in range(2)]
    closing = [f"{TEXTS[number]}\n\nTell us on the telephone what you saw of the great flood." for number in (4, 5)]
    assert compare(articles(*quoting, *closing), min_shared_words=8) == []


def test_a_closing_in_the_middle_of_the_other_article_is_a_passage() -> None:
    some = articles(f"{TEXTS[0]}\n\n{PASSAGE}", f"{TEXTS[1]}\n\n{PASSAGE}\n\n{TEXTS[2]}")
    assert pairs(compare(some), "shared-passage") == {("a0", "a1"), ("a1", "a0")}


def test_unrelated_articles_never_meet() -> None:
    some = [signature(article.id, units(article)) for article in articles(*TEXTS)]
    assert list(meetings(some)) == []


def test_a_crowd_of_copies_meets_in_a_chain_not_all_with_all() -> None:
    some = [signature(str(number), units(article)) for number, article in enumerate(articles(*[TEXTS[0]] * 300))]
    met = list(meetings(some))
    assert 299 <= len(met) <= 600
    assert {number for one in met for number in (one.one, one.two)} == set(range(300))


def test_signatures_can_be_kept_and_used_without_the_articles() -> None:
    some = [signature(article.id, units(article)) for article in articles(TEXTS[0], TEXTS[1], f"{TEXTS[0]} And so on.")]
    kept = pickle.loads(pickle.dumps(some))
    assert kept == some
    assert [(one.one, one.two) for one in near_duplicates(kept, meetings(kept))] == [(0, 2)]


def test_signatures_are_the_same_in_every_process() -> None:
    script = (
        "from checks import samples; from checks.parsing import parse; from checks.duplication.units import units\n"
        "from checks.duplication.corpus import signature\n"
        "print(*signature('x', units(parse(samples.FERRY))).shingles)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().split() == [str(one) for one in signature("x", units(parse(samples.FERRY))).shingles]
