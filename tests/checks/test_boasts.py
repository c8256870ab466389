"""What sellers say of their success needs more than their word; what they charge, plan, offer and have does not."""

from __future__ import annotations

import pytest

from checks.citations import CHECK, CitationsOptions
from checks.evidence.claims import claims
from checks.evidence.statements.boasts import boasts
from checks.evidence.statements.selling import sells
from checks.finding import Finding
from checks.parsing import parse
from checks.rule import Context

SHOP = (
    "# Kettle & Fern\n\nWe sell garden sheds and greenhouses from our yard in Ludlow. Our customers order by telephone "
    "or in the shop. Delivery costs 40 pounds. Each product comes with screws.\n\n{}\n\nWe are open on weekdays."
)
DIARY = "# A week on the canal\n\nWe left on Monday. The locks were slow, and our stove smoked. {} It rained on Friday."


def boasted(sentence: str, page: str = SHOP) -> str:
    article = parse(page.format(sentence), id="article")
    found = {article.slice(article.sentences[at].span): one for at, one in boasts(article).items()}
    return found[sentence].told if sentence in found else ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Our customers save four hours a week.",
        "Our clients report fewer headaches.",
        "Gardeners who switch to our greenhouses harvest two weeks earlier and earn more.",
        "The average customer saves 90 pounds a year.",
        "Our students learn Spanish twice as quickly.",
        "Our dogs' owners are calmer and our members sleep better.",
        "Tenants of ours lose less heat.",
        "Our first buyers doubled their harvest.",
        "Companies that work with us grow three times as fast.",
        "Our guests recover within a few days.",
        "Users get their shed dry twelve days sooner.",
    ],
)
def test_effects_on_customers_need_a_source(sentence: str) -> None:
    assert boasted(sentence) == "says what customers gain"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine out of ten gardeners notice a warmer greenhouse.",
        "96 percent of our customers would recommend us.",
        "98% of our members are satisfied.",
        "Thousands of families love our sheds.",
        "More than 4,000 households rely on us.",
        "Over 300 schools trust our benches.",
        "Eight in ten people agree.",
        "Four of five guests sleep through the night.",
        "More than 900 people have learnt to build with us.",
    ],
)
def test_how_many_are_content_needs_a_source(sentence: str) -> None:
    assert boasted(sentence) == "says how many customers are satisfied or better off"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Trusted by 12,000 gardeners.", "says how many rely"),
        ("Join more than 500 studios on our waiting list.", "says how many rely"),
        ("Our sheds are used by over 90 schools.", "says how many rely"),
        ("Our success rate is 97 percent.", "gives the author's own rate"),
        ("We have won nine of ten cases.", "gives the author's own rate"),
        ("We have never lost a customer.", "gives the author's own rate"),
        ("Our customer satisfaction is higher than ever.", "gives the author's own rate"),
        ("We are rated number one in the county.", "ranks the author's own"),
        ("We were voted the best yard in Shropshire.", "ranks the author's own"),
        ("It is the easiest shed to build.", "ranks the author's own"),
        ("Our glass is by far the most durable.", "ranks the author's own"),
        ("We offer the lowest prices in town.", "ranks the author's own"),
        ("Our oil keeps wood dry for longer than any other oil.", "compares the product"),
        ("There is no safer lock for a shed.", "says that nothing is above it"),
        ("Nobody knows greenhouses like we do.", "compares the product"),
        ("The roof is stronger than ordinary glass.", "compares the product"),
        ("You can build it five times faster.", "says by how much"),
        ("The vent cuts damp by a third.", "says how much"),
        ("It pays for itself in two summers.", "says by how much"),
        ("You will notice the difference at once.", "promises its reader"),
        ("You'll never paint a shed again.", "promises its reader"),
        ("You will save 200 euros a year.", "promises its reader"),
        ("No shed is quicker to build.", "says that nothing is above it"),
        ("Other sheds rot within years, ours stay dry.", "compares the product"),
        ("Our results are better than those of the university.", "compares the product"),
        ("No other shed is as dry.", "says that nothing is above it"),
        ("We were voted yard of the year.", "ranks the author's own"),
        ("It lets you sleep better.", "promises its reader"),
        ("Our sheds are twice as strong as the usual kind.", "says by how much"),
        ("The paint kills 99 percent of all moss.", "says how much"),
        ("Gardeners recommend it.", "says who speaks well"),
        ("Vets swear by our straw.", "says who speaks well"),
        ("Customers tell us that their backs no longer ache.", "says who speaks well"),
        ("Our bench relieves pain in the back.", "says what something does"),
        ("Cedar oil prevents infections.", "says what something does"),
        ("It is England's favorite shed.", "ranks the author's own"),
    ],
)
def test_so_do_rates_ranks_comparisons_and_promises(sentence: str, told: str) -> None:
    assert boasted(sentence).startswith(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our customers pay by card or in cash.",
        "Our customers get an invoice by e-mail.",
        "Our members receive 12 issues a year.",
        "Our customers get 10 percent off in winter.",
        "Our members are free to cancel.",
        "Our clients come from all over Wales.",
        "Our customers find more than 40 kinds of shed in the yard.",
        "Our guests are mostly families with more than two children.",
        "We have sold sheds since 1998.",
        "We employ 14 people and two apprentices.",
        "More than 200 sheds stand in our yard.",
        "Our cheapest shed costs 290 pounds.",
        "The cheapest shed that we sell costs 290 pounds.",
        "It is the smallest of our greenhouses.",
        "This is the best time to plant garlic.",
        "It is best to paint the shed in May.",
        "A shed with a window costs 40 pounds more than one without.",
        "We work longer hours in summer than in winter.",
        "You will find the screws in a bag.",
        "You will get a letter within ten days.",
        "You save 10 percent if you order in winter.",
        "Cut the board in half.",
        "Our aim is that our customers save time.",
        "If our customers save money, we are glad.",
        "We want to be rated the best yard in town.",
        "We were voted best yard of 2023 by the readers of the Ludlow Post.",
        "Is it the easiest shed to build?",
        "Sunday is the busiest day in our yard.",
        "There is no better time to build than April.",
        "Rated voltage is one of the figures on the label.",
        "Our return rate on deposits is told in the contract.",
        "Most of our customers order by telephone.",
        "We trust our customers to pay.",
        "Most of our customers ask for a window.",
        "Customers can get more than one shed.",
        "In our test, four of six gardeners preferred the green one.",
        "Sheds with a floor last longer than those without.",
        "The roof prevents rust.",
        "We were voted yard of the year by the readers of the Ludlow Post.",
        "Families order a bench with the shed.",
        "Our vets come on Tuesdays.",
        "Customers tell us when they want delivery.",
        "It's best to order in winter.",
        "The bench lets you choose among three heights.",
    ],
)
def test_what_authors_may_vouch_for_needs_none(sentence: str) -> None:
    assert not boasted(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["It is the easiest way home.", "Boats are slower than any other way to travel.", "You will notice the change."],
)
def test_who_sells_nothing_compares_freely(sentence: str) -> None:
    assert not sells(parse(DIARY.format(sentence), id="article"))
    assert not boasted(sentence, DIARY)


def test_what_goes_on_about_those_who_gain_boasts_as_well() -> None:
    article = parse(SHOP.format("Our customers save four hours a week. They lose less heat."), id="article")
    told = {article.slice(article.sentences[at].span) for at in boasts(article)}
    assert "They lose less heat." in told


def missed(source: str) -> list[Finding]:
    assert CHECK.run is not None
    found = CHECK.run(parse(source, id="article"), Context(CitationsOptions()))
    return [one for one in found if one.rule == "citations/missing-citation"]


def test_a_boast_is_told_with_what_would_settle_it() -> None:
    [one] = [one for one in missed(SHOP.format("Our clients report fewer headaches.")) if "clients" in one.quote]
    assert "what customers gain" in one.message
    assert "say how that was measured" in one.message


def test_a_boast_with_a_source_is_a_claim_that_has_one() -> None:
    sentence = "Our customers save four hours a week ([time study](https://www.timeuse.org/studies/sheds-2021.pdf))."
    assert not [one for one in missed(SHOP.format(sentence)) if "customers save" in one.quote]
    article = parse(SHOP.format(sentence), id="article")
    [claim] = [one for one in claims(article) if "customers save" in article.slice(one.span)]
    assert claim.supported


def test_a_line_that_is_no_sentence_boasts_as_well() -> None:
    line = "Trusted by 12,000 gardeners"
    assert [one.quote for one in missed(SHOP.format(line)) if "12,000" in one.quote] == [line]
    article = parse(SHOP.format(line), id="article")
    assert line in [article.slice(one.span) for one in claims(article)]
