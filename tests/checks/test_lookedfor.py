"""A message says what stands near a claim and why that does not settle it."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations.lookedfor import NEAR, SHOWN, looked_for, wants_note
from checks.citations.statements import STRONG, statements
from checks.finding import LIKELY, Evidence, Severity
from checks.parsing import parse

NOTHING = "no link, note, reference or named source was found in or near it"
USELESS = "nothing that could support it was found in or near it"


@pytest.mark.parametrize(
    ("nearest", "told"),
    [
        (
            Evidence("reference", "[4]", distance=-3),
            "the nearest note (“[4]”, 3 sentences before) belongs to another statement",
        ),
        (
            Evidence("link", "the yearbook", distance=1),
            "the nearest link (“the yearbook”, 1 sentence after) belongs to",
        ),
        (Evidence("video link", "watch", distance=0), "the link in it leads to a video"),
        (Evidence("named-source", "The CDC says", distance=0), "“The CDC says” has no note, as others in"),
        (
            Evidence("named-source", "Tom, who bakes, says", distance=0),
            "“Tom, who bakes, says” has no note, as others in",
        ),
        (Evidence("own word", "Dozer says", distance=0), "“Dozer says” is that party's own word, not independent"),
        (Evidence("name", "says Berg", distance=0), "it names “says Berg” without saying who"),
        (Evidence("name", "According to Tom", distance=0), "it names “Tom” without saying who"),
        (Evidence("empty link", "a study", distance=0, target="#"), "the link in it, “a study”, leads nowhere"),
        (Evidence("footnote", "[4]", distance=-1), "the nearest note (“[4]”, 1 sentence before) belongs"),
        (Evidence("reference", "[9]", distance=0), "its note “[9]” has no entry"),
        (Evidence("identifier", "PMID 012", distance=0), "the number in it, PMID 012, cannot be right"),
        (
            Evidence("link", "the mill", distance=0, target="https://www.mill.net"),
            "“the mill”, leads to a front page",
        ),
        (
            Evidence("link", "learn more", distance=0, target="https://www.mill.net/a/b"),
            "“learn more”, only invites to read on",
        ),
        (Evidence("link", "a count", distance=0, target="ttps://mill.net/a/b"), "“a count”, cannot be opened"),
        (Evidence("link", "y" * 90, distance=2), f"“{'y' * (SHOWN - 1)}…”"),
        (Evidence("link", "the yearbook", distance=NEAR), "(“the yearbook”, 5 sentences after) belongs to another"),
        (Evidence("footnote", "[4]", distance=-NEAR - 1), "the nearest note (“[4]”) is 6 sentences before it"),
        (
            Evidence("link", "a count of all the bees in the valley of 1902", distance=2),
            "“a count of all the bees in the valley…”",
        ),
    ],
)
def test_the_nearest_source_is_told_with_its_place_and_what_is_wrong_with_it(nearest: Evidence, told: str) -> None:
    assert told in looked_for([nearest, Evidence("link", "far away", distance=3)])


@pytest.mark.parametrize(
    ("evidence", "wanted"),
    [
        (Evidence("named-source", "According to the CDC", distance=0), True),
        (Evidence("named-source", "2019 study in the Lancet", distance=0), True),
        (Evidence("named-source", "According to Berg", distance=0), True),
        (Evidence("named-source", "Tom, who bakes, says", distance=0), True),
        (Evidence("name", "According to Tom", distance=0), False),
        (Evidence("name", "says Berg", distance=0), False),
        (Evidence("named-source", "According to the CDC", distance=-1), False),
        (Evidence("named-source", "According to the CDC", distance=0, supports=True), False),
        (Evidence("link", "According to the CDC", distance=0), False),
    ],
)
def test_who_is_named_as_the_source_wants_a_note(evidence: Evidence, *, wanted: bool) -> None:
    assert bool(wants_note([evidence])) is wanted


def test_a_sentence_that_names_its_source_is_asked_for_a_note_as_a_suggestion() -> None:
    source = (
        "Fever is common.[1] It lasts for three days.[2] Most patients stay at home.[3]\n\nAccording to the CDC, 22 "
        "percent of all children with fever are brought to a hospital each year.\n\n1. Berg. Fever. 2011.\n"
    )
    found = list(statements(parse(source, id="article", format=Format.MARKDOWN), 0.3, strict=False))
    [asked] = [one for one in found if "CDC" in one.quote]
    assert asked.severity is Severity.SUGGESTION
    assert asked.message.startswith("This sentence names its source, “According to the CDC”, but has no note")


def test_what_stands_beside_a_sentence_and_is_no_source_is_passed_over() -> None:
    film, yearbook = Evidence("video link", "watch", distance=-1), Evidence("link", "the yearbook", distance=2)
    assert "the yearbook" in looked_for([film, yearbook])
    assert looked_for([film]) == USELESS
    cart = Evidence("link", "Add to cart", distance=-1, target="https://mill.net/cart/add")
    front = Evidence("link", "The mill", distance=-1, target="https://mill.net/")
    assert looked_for([cart, front]) == USELESS
    own = Evidence("own link", "my count of bees", distance=1, target="/bees/count-of-2019")
    book = Evidence("identifier", "ISBN 0306406152", distance=1)
    trial = Evidence("link", "Start your free 14-day trial", distance=1, target="https://mill.net/join/now")
    shop = Evidence("link", "the mill's shop", distance=1, target="https://mill.net/pumps/all")
    assert looked_for([own, book, trial, shop]) == USELESS
    assert "the yearbook" in looked_for([own, book, trial, yearbook])
    results = Evidence("link", "how the trial of 2019 started", distance=1, target="https://mill.net/trial/2019")
    assert "how the trial" in looked_for([results])


def test_where_there_is_nothing_all_that_was_looked_for_is_told() -> None:
    assert looked_for([]) == NOTHING


@pytest.mark.parametrize(
    "source",
    [
        "Pumps cut bills by 30 percent in 2019.\n\nThe yearbook has it.[1]\n\n[1]: Yearbook 2019.",
        "Bees fly. Pumps cut bills by 30 percent in 2019.\n\nWatch [the film](https://youtu.be/frost).",
        "Pumps cut bills by 30 percent in 2019. Rain fell.\n\nIt rains, said Marta Lund, a baker.",
    ],
)
def test_what_a_finding_says_of_sources_agrees_with_those_that_it_carries(source: str) -> None:
    found = [one for one in statements(parse(source, id="article", format=Format.MARKDOWN), 0.3) if one.span]
    assert found
    for one in found:
        assert (NOTHING in one.message) is (not one.evidence)


def test_a_vague_attribution_is_not_told_as_its_own_source() -> None:
    source = "Rain fell. Opponents said that the bridge, which cost 3 million pounds, was a waste of money in 2019."
    vague = [one for one in statements(parse(source, id="article"), 0.3) if one.rule.endswith("vague-attribution")]
    assert all("without saying who" not in one.message for one in vague)
    assert [one.message.partition(",")[0] for one in vague] == ["“Opponents said” names nobody"]


def test_a_work_that_is_not_told_is_to_be_named() -> None:
    source = "Bees sleep in winter. A 2012 survey showed that 40 percent of the hives are lost each year."
    [found] = [one for one in statements(parse(source, id="article"), 0.3) if "40 percent" in one.quote]
    assert found.message.endswith(": name the survey and where it can be read.")


LUNGS = "The new filter prevents asthma and halves the risk of other diseases of the lungs."
CLAIMS = "Pumps cut bills by 30 percent.{} They last 40 years on average. In 1931 the first one drained nine farms."


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ("", "no link, note, reference or named person was found."),
        (" A [study](#) has it.", "checked against; its one link leads to nothing."),
        (" [Buy one](https://pumps.net/products/frost).", "checked against; its one link leads to a shop."),
        (
            " [Buy one](https://pumps.net/products/frost), [see it](https://youtu.be/frost) or [visit us](https://pumps.net).",
            "its 3 links lead to shops, videos and front pages or further reading.",
        ),
    ],
)
def test_an_article_whose_links_support_nothing_is_told_where_they_lead(links: str, told: str) -> None:
    found = list(statements(parse(CLAIMS.format(links), id="article", format=Format.MARKDOWN), 0.3))
    assert found[0].rule == "citations/no-sources"
    assert told in found[0].message


def test_nobody_is_said_to_be_missing_where_somebody_is_named() -> None:
    source = CLAIMS.format("") + "\n\nIt is a good pump, Lund said."
    head = next(statements(parse(source, id="article", format=Format.MARKDOWN), 0.3))
    assert head.rule == "citations/no-sources"
    assert "no link, note or reference was found, and nobody named in it is given as their source." in head.message


def test_claims_without_a_source_are_told_in_the_order_of_what_a_reader_risks() -> None:
    source = CLAIMS.format("") + f"\n\n{LUNGS}"
    head, *members = statements(parse(source, id="article", format=Format.MARKDOWN), 0.3)
    assert head.rule == "citations/no-sources"
    assert len(head.related) == len(members) > 1
    asthma = next(one for one in members if "asthma" in one.quote)
    assert asthma.confidence < max(one.confidence for one in members)
    assert head.related[0].span == asthma.span


def test_what_a_list_promises_for_health_comes_before_its_features() -> None:
    items = (
        "Weighs 310 g, which is 40% less than other bottles.",
        "Some 40,000 bottles are made in a year.",
        "It keeps drinks cold for 24 hours, 6 hours longer than rivals.",
        "Lowers blood pressure by 12%",
        "Its mineral stick slows the aging of skin by 30 percent.",
        "Drinking from it heals ulcers in nine patients out of ten.",
    )
    source = "# The bottle\n\n" + "\n".join(f"- {one}" for one in items)
    head = next(statements(parse(source, id="article", format=Format.MARKDOWN), 0.3))
    assert {place.quote for place in head.related[:3]} == set(items[3:])


def test_what_may_cost_health_is_more_than_advice_where_it_is_likely() -> None:
    source = CLAIMS.format("") + f"\n\n{LUNGS}"
    found = statements(parse(source, id="article", format=Format.MARKDOWN), 0.3, strict=False)
    weak = {"asthma" in one.quote: one.severity for one in found if LIKELY <= one.confidence < STRONG}
    assert weak == {True: Severity.WARNING, False: Severity.SUGGESTION}


def test_a_link_without_text_is_told_by_its_address() -> None:
    source = "Bees made 40 percent less honey in 2019 than in 2018.\n\nRain fell. [](https://www.gov.uk/bees-of-2019)\n"
    told = [one.message for one in statements(parse(source, id="article", format=Format.MARKDOWN), 0.3)]
    assert told
    assert not any("an official source" in one for one in told)
