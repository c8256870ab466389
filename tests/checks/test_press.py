"""Who tells it by their office, as newspapers do, is a source that a reader can ask; a crowd and a seller are none."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.citations.statements import statements
from checks.evidence.sources.attribution import attributions
from checks.evidence.support.reach import reached
from checks.parsing import parse

QUAY = (
    "# The quay\n\nIt rained on Friday. The boats lay in the bay. Gulls sat on the wall. The baker closed at noon. "
    "A dog barked all night.\n\n{}\n"
)
"""An article that cites nothing, long enough to be one."""


def article(sentence: str) -> Article:
    return parse(QUAY.format(sentence), id="article", format=Format.MARKDOWN)


def told(sentence: str) -> list[str]:
    """Return who is credited by an office or a full name in a sentence."""
    one = parse(sentence, id="article", format=Format.PLAIN)
    return [
        one.slice(each.span)
        for them in attributions(one)
        for each in them
        if each.kind in {"office", "person", "named"}
    ]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Police said that nine boats were stolen.", ["Police said"]),
        ("The harbor master told the Herald that nine boats sank.", ["The harbor master told"]),
        ("Nine boats sank, says the pier manager, Tove Lund.", ["says the pier manager"]),
        ("Nine boats will be sold, a club spokesman confirmed.", ["a club spokesman confirmed"]),
        ("A spokeswoman for the trust said that nine boats sank.", ["A spokeswoman for the trust said"]),
        ("Nine boats sank, according to figures released by the trust on Monday.",
         ["according to figures released by the trust on Monday"]),
        ("Nine boats sank, according to the club.", ["according to the club"]),
        ("Minutes of the May meeting record nine votes.", ["Minutes of the May meeting record"]),
        ("The indictment says that nine boats were sunk.", ["The indictment says"]),
        ("An evaluation of nine piers by the county's engineers, published in June, found nine leaks.",
         ["An evaluation of nine piers by the county's engineers, published in June, found"]),
        ("His figures show that nine boats sank.", ["His figures show"]),
        ("Nine boats sank, according to her order book.", ["according to her order book"]),
        ("An inspection by the regulator, the TBA, in May found nine leaks.",
         ["An inspection by the regulator, the TBA, in May found"]),
        ("In a statement, the firm said it had lost nine boats.", ["the firm said"]),
        ("The bank's accounts show a loss of 9 million.", ["The bank's accounts show"]),
        ("The jury was told that nine boats sank.", ["The jury was told"]),
        ("Councillors were told on Monday that nine boats sank.", ["Councillors were told"]),
        ("The club, which owns the pier, put the damage at 9,000.", ["The club, which owns the pier, put"]),
        ("Election officials said nine boxes were empty.", ["Election officials said"]),
        ("Analysts at Berg & Holm expect nine closures.", ["Analysts at Berg & Holm expect"]),
        ("Tove Lund said that nine boats sank.", ["Tove Lund said"]),
        ("Campaigner Tove Lund accused the port of sinking boats.", ["Campaigner Tove Lund accused"]),
        ("The Kremlin denied that nine boats sank.", ["The Kremlin denied"]),
        ("Mr Lund's firm lost nine boats, he told the court.", ["he told"]),
        ("Rents fell, the lender Northgate said.", ["the lender Northgate said"]),
        ("A state report released on Monday says that nine boats sank.",
         ["A state report released on Monday says"]),
        ("Her widow said that nine boats sank.", ["Her widow said"]),
    ],
)  # fmt: skip
def test_who_tells_it_by_an_office_can_be_asked(sentence: str, who: list[str]) -> None:
    assert told(sentence) == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials say that nine boats sank.",
        "Government officials say that nine boats sank.",
        "Government data show that nine boats sank.",
        "The department found a new pier for its nine boats.",
        "Sources said that nine boats sank.",
        "A source said that nine boats sank.",
        "A report says that nine boats sank.",
        "An evaluation found that nine boats sank.",
        "An analysis of piers by experts found that nine boats sank.",
        "Last year's figures show that nine boats sank.",
        "A resident said that nine boats sank.",
        "Some councillors think that nine boats sank.",
        "The council report was lost in the flood.",
        "The claims of the council fill nine pages.",
        "The port recalled nine boats.",
        "The court of the guild ruled on nine boats.",
        "Our records show that nine boats sank.",
        "The car says nothing of boats.",
        "Before the council, a man said that nine boats sank.",
        "The firm says that its pump is the best on the market.",
        "Northern Pumps says its boats never sink.",
        "The record of the harbor is long.",
        "Nine boats lay at the quay of the club.",
    ],
)
def test_who_is_nobody_in_particular_or_sells_it_cannot(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents on the quay rose by 12 percent in 2019, according to figures released by the council.",
        "Police said that 14 people were arrested in May 2019.",
        "Minutes of the May meeting record that 12 members left in 2019.",
        "Tove Lund believes that the port wasted 9 million in 2019.",
    ],
)
def test_what_they_tell_needs_no_other_source(sentence: str) -> None:
    one = article(sentence)
    assert not [found for found in statements(one, None) if found.quote == sentence]
    assert reached(one)[-1][0].supports


HEALTH = (
    "# Fever\n\nPatients with fever take a drug in the clinic. The doctor asks about pain, nausea and sleep. Blood is "
    "taken. A nurse writes the dose down.\n\nChildren get half the dose. Vomiting is a symptom, too.\n\n{}\n"
)


@pytest.mark.parametrize(
    ("sentence", "bears"),
    [
        ("Police said that 14 people were arrested in May.", True),
        ("The hospital said that 40 beds were empty in May.", True),
        ("The council said that willow bark cures fever in nine patients of ten.", False),
        ("Tove Lund said that willow bark reduces pain by half.", False),
        ("The mayor says that willow bark never harms a child.", False),
    ],
)
def test_a_word_is_not_enough_for_what_heals_or_never_fails(sentence: str, *, bears: bool) -> None:
    one = parse(HEALTH.format(sentence), id="article", format=Format.MARKDOWN)
    (evidence,) = {each.kind: each for each in reached(one)[-1] if not each.distance}.values()
    assert (evidence.supports, evidence.kind) == (bears, "named-source" if bears else "hearsay")


def test_it_is_said_that_a_word_is_not_enough() -> None:
    one = parse(HEALTH.format("The council said that willow bark cures fever in 90 percent of patients."))
    (message,) = [found.message for found in statements(one, None) if "willow" in found.quote]
    assert "“The council said” is only somebody's word, on which this cannot rest" in message


def test_where_others_have_a_note_so_has_what_an_office_says() -> None:
    one = parse(
        "The quay is old.[1] Nine boats sank in 1990.[2] The council said that 40 boats left in 2019.\n\n"
        "## References\n\n1. Berg, A. (2012). Quays.\n2. Lund, B. (2015). Boats.\n",
        id="article",
        format=Format.MARKDOWN,
    )
    assert not reached(one)[2][0].supports


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("The council said that nine boats sank.", "The wall would cost 9 million, it said.", True),
        ("The council said that nine boats sank.", "She said that 40 more were lost in 2019.", True),
        ("The council said that nine boats sank.", "Sugar prices rose by 40 percent in 2012.", False),
        (
            "Rents rose by 4 percent, according to the council.",
            "Wages have risen by about 3% a year since 1990.",
            False,
        ),
        (
            "Tests by the research institute VTT in 2019 found frost.",
            "Finland dug more wells than Norway in 2022.",
            False,
        ),
    ],
)
def test_a_named_source_goes_on_only_as_long_as_the_matter_does(before: str, after: str, *, goes_on: bool) -> None:
    one = article(f"{before} {after}")
    assert any(each.supports for each in reached(one)[-1]) is goes_on


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("According to the 2019 SAIL*D trial, nine boats sank.", "According to the 2019 SAIL*D trial"),
        ("The rules below come from the Road Agency's handbook:", "come from the Road Agency's handbook"),
        ("Smith, a professor at Leeds, said that nine boats sank.", "Smith, a professor at Leeds, said"),
        (
            "Tove Lund, who has run the port office in Odda since 1990, said that boats sank.",
            "Tove Lund, who has run the port office in Odda since 1990, said",
        ),
        ("Unite, which represents rowers, said that nine boats sank.", "Unite, which represents rowers, said"),
    ],
)
def test_a_source_is_shown_by_its_whole_name(sentence: str, shown: str) -> None:
    assert shown in told(sentence)


def test_what_an_unnamed_source_said_is_vague() -> None:
    (found,) = statements(article("A source said that nine boats were sunk."), None)
    assert (found.rule, found.message.split(" names")[0]) == ("citations/vague-attribution", "“A source said”")


@pytest.mark.parametrize(
    ("lead", "reaches"),
    [
        ("The following come from the 2020 WHO guideline on exercise:", True),
        ("The figures in this list are taken from the Road Agency:", True),
        ("The numbers below come from the council:", True),
        ("These apples come from Spain:", False),
        ("The following come from experience:", False),
    ],
)
def test_a_list_has_the_source_from_which_it_is_said_to_come(lead: str, *, reaches: bool) -> None:
    one = article(f"{lead}\n\n- Nine in ten boats sank in 2019.\n- Rents rose by 30 percent in 2020.")
    assert any(each.supports for each in reached(one)[-1]) is reaches


def test_an_office_tells_a_reader_whom_to_ask_only_in_an_article() -> None:
    claim = "The president said by now 5.4 percent of the workers would be out of work."
    assert any(one.rule == "citations/missing-citation" for one in statements(parse(claim), None))
