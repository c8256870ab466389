"""A seller's own word is a statement with a speaker and yet no evidence; what the house is and sells it may tell."""

from __future__ import annotations

import pytest

from checks.citations import CHECK, CitationsOptions
from checks.evidence.statements.houseword import housewords
from checks.evidence.statements.ownhouse import HOUSE, RECKONED, SOLD, ownhouse
from checks.evidence.statements.topic import topic
from checks.evidence.support.reach import reached
from checks.parsing import parse
from checks.rule import Context

PILLS = (
    "# A pill against seasickness\n\nSeasickness brings nausea, headaches and fatigue. The new medicine is a tablet "
    "that patients take before the trip. It holds ginger and a small dose of caffeine.\n\n{}\n\nDoctors prescribe "
    "other drugs as well."
)
FUNDS = (
    "# Sparkasse opens a fund\n\nThe bank offers a fund to investors with small savings. The fund holds bonds and "
    "stocks, and its fees are paid from the assets.\n\n{}\n\nInvestors can sell on any day."
)
FIRM = (
    "# Lund and Berg\n\nWe are lawyers for tenants. Our clients book by telephone, and a first talk costs 60 euros. We "
    "offer a fixed price for a lawsuit against a landlord, in court or by settlement.\n\nYou can "
    "reach us until six. We answer letters within a week. {}"
)


def rests(sentence: str, page: str) -> bool:
    article = parse(page.format(sentence), id="article")
    return any(article.slice(article.sentences[at].span) == sentence for at in housewords(article))


@pytest.mark.parametrize(
    "sentence",
    [
        '"It is completely safe," said the company\'s chief executive.',
        '"Nobody has ever felt sick with it," says the maker\'s founder, Inga Holm.',
        '"It prevents nausea within minutes," our medical director told us.',
        "According to the firm's head of research, the tablet has no side effects.",
        'The manufacturer claims: "It cures seasickness."',
        '"It never makes anybody tired," says our founder.',
        '"Nine in ten people notice a difference," said Per Lund, founder of Maristab.',
        "Dr Nils Moe, who sells the tablets, says that they are clinically proven.",
        'Ada Fjeld, whose company makes the tablets, said: "There are no side effects."',
    ],
)
def test_a_seller_does_not_bear_out_what_is_sold(sentence: str) -> None:
    assert topic(parse(PILLS.format(sentence), id="article")) == "health"
    assert rests(sentence, PILLS)


@pytest.mark.parametrize(
    ("sentence", "page"),
    [
        ('"It is completely safe," said Marta Lund, professor of medicine at the University of Bergen.', PILLS),
        ('"The tablets are pressed in Molde," said the company\'s chief executive.', PILLS),
        ('"We opened the factory in May," says the maker\'s founder, Inga Holm.', PILLS),
        ('"Sales rose by 12 percent," said the bank\'s chief executive, Anna Berg.', FUNDS),
        ('"I felt well on the whole trip," says Nora Dahl, a sailor from Bodø.', PILLS),
        ('"They are proven," said Dr Nils Moe, who tests the tablets at the University of Oslo.', PILLS),
        ("The tablet is completely safe.", PILLS),
    ],
)
def test_somebody_from_outside_does_and_a_house_tells_of_itself(sentence: str, page: str) -> None:
    assert not rests(sentence, page)


def test_the_word_of_a_seller_is_shown_and_supports_nothing() -> None:
    sentence = '"It is completely safe," says our founder, Anna Berg.'
    article = parse(PILLS.format(sentence), id="article")
    [at] = housewords(article)
    assert [(one.kind, one.supports) for one in reached(article)[at]] == [("own word", False)]
    assert CHECK.run is not None
    found = CHECK.run(article, Context(CitationsOptions()))
    [told] = [one for one in found if one.rule == "citations/missing-citation" and "Anna Berg" in one.quote]
    assert "rests on the word of the seller" in told.message


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("We have worked in this field since 1994.", HOUSE),
        ("Our firm employs 12 people, two of them in Narvik.", HOUSE),
        ("Since 2011 we have advised tenants only.", HOUSE),
        ("Anna Lund founded the firm in 1994.", HOUSE),
        ("Jan Berg has been with us since 2006.", HOUSE),
        ("Each folder holds 14 forms and a list of courts.", SOLD),
        ("The small package includes two letters and one call.", SOLD),
        ("The first letter costs 40 euros and the second 20. That makes 60 euros.", RECKONED),
        ("A call costs 3 euros a month. Together with the letters that is little. This is 36 euros a year.", ""),
        ("A letter costs 40 euros, 20 euros less than a talk.", SOLD),
        ("Anna Lund studied law in Bergen and joined the bar in 1991.", HOUSE),
        ("A letter costs the average tenant 40 euros.", ""),
        ("A usual letter costs 40 euros.", ""),
        ("We have won most of our cases since 1994.", ""),
        ("We are faster than other firms.", ""),
        ("Our firm has reduced the rents of tenants by a third.", ""),
        ("Rents rose in 1994 by 12 percent.", ""),
        ("That makes 60 euros.", ""),
    ],
)
def test_what_a_house_vouches_for(sentence: str, why: str) -> None:
    article = parse(FIRM.format(sentence), id="article")
    assert ownhouse(article, article.sentences[-1]) == why
