"""What states nothing of the world needs no source: what the article does, its author's work, made-up cases."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.evidence import claims
from checks.evidence.statements.exempt import BYLINE, EXAMPLE, FRAGMENT, exempt
from checks.evidence.statements.supposed import CASE, DOUBT, GLOSS
from checks.evidence.statements.unclaimed import unclaimed
from checks.parsing import parse


def markdown(source: str) -> Article:
    return parse(source, id="article", format=Format.MARKDOWN)


def why(source: str, words: str) -> str:
    """Return why the one sentence that holds `words` needs no source."""
    article = markdown(source)
    [sentence] = [one for one in article.sentences if words in article.slice(one.span)]
    return exempt(article, sentence) or unclaimed(article, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In this article, we will look at what makes a kiln crack.",
        "This guide explains how kilns are fired in five steps.",
        "We delve into the science of glazes and what the potters of Delft knew.",
        "The next section describes three faults and how to mend them.",
        "Let's take a closer look at the chemistry.",
        "It is not legal advice.",
        "The information on this page is for potters only and is no medical advice.",
        "From its power to harden clay to its use in glazes, we examine what salt does in a kiln.",
    ],
)
def test_what_the_article_does(sentence: str) -> None:
    assert why(sentence, sentence) == "it tells what the article does"


@pytest.mark.parametrize(
    "sentence",
    [
        "In this article, a kiln is said to crack in one of nine firings.",
        "This report shows that kilns crack more often in winter.",
        "This guide explains why 40 percent of kilns crack.",
        "This rule has changed twice, as the guild's legal advice shows.",
        "In damp winters, we know, kilns crack more often.",
        "Potters delve into the science of glazes for years.",
    ],
)
def test_what_an_article_states_is_a_claim(sentence: str) -> None:
    assert not why(sentence, sentence)


@pytest.mark.parametrize(
    ("sentence", "sends"),
    [
        ("People with weak lungs should ask their doctor first.", True),
        ("Talk to your doctor before you fire a kiln.", True),
        ("Anyone who fires a kiln needs to consult a qualified lawyer.", True),
        ("Potters must see a doctor twice: the dust can harm their lungs.", False),
        ("Potters should see a doctor, for 40 percent have weak lungs.", False),
        ("Doctors should ask potters more often.", False),
    ],
)
def test_advice_to_ask_somebody_who_knows(sentence: str, sends: bool) -> None:  # noqa: FBT001
    assert (why(sentence, sentence) == "advice to ask somebody who knows") is sends


@pytest.mark.parametrize(
    ("sentence", "calls"),
    [
        ("Anyone who has photographs of the mill from before 1950 should write to the secretary.", True),
        ("Members who joined in 2019 are welcome to come to the dinner.", True),
        ("Anyone who joined before 1950 paid 3 shillings a year.", False),
        ("Those who bathed in the mill pond could come down with a fever.", False),
    ],
)
def test_a_call_on_readers(sentence: str, calls: bool) -> None:  # noqa: FBT001
    assert (why(sentence, sentence) == "a call on readers") is calls


@pytest.mark.parametrize(
    "sentence",
    [
        "Our results suggest that slow firing halves the number of cracks.",
        "We found that half of the pots had cracked.",
        "After nine weeks, we measured 30 percent fewer cracks.",
        "In our own tests, the small kiln used 12 kilowatt hours.",
    ],
)
def test_the_author_s_own_work(sentence: str) -> None:
    assert why(sentence, sentence) == "the author's own work"


@pytest.mark.parametrize(
    "sentence",
    [
        "In our tests, the kiln cracked fewer pots than any other on the market.",
        "Their results suggest that slow firing halves the number of cracks.",
        "Kilns like our tests show crack in winter.",
    ],
)
def test_comparisons_with_rivals_and_others_work_are_claims(sentence: str) -> None:
    assert not why(sentence, sentence)


def test_own_work_in_health_is_to_be_published() -> None:
    article = (
        "# Does garlic lower blood pressure?\n\nHypertension is a risk for stroke and heart disease. Patients take "
        "drugs against high blood pressure for years.\n\nWe found that it lowers systolic pressure by 9 mmHg "
        "in patients with hypertension."
    )
    assert not why(article, "We found")


DIARY = (
    "# The kiln\n\nI fired all my pots. I broke some of them. I cried for a while. We laughed at it later. "
    "My dog slept by the fire. I swept the floor.\n\n{}"
)


@pytest.mark.parametrize(
    ("sentence", "lived"),
    [
        ("When I bought the kiln, I was given 20 kilograms of clay for 90 dollars.", True),
        ("In 1998 I fired 40 pots a week.", True),
        ("My first kiln lasted 11 years.", True),
        ("I read that 40 percent of kilns crack.", False),
        ("My doctor says that 40 percent of potters cough.", False),
        ("In 1998 potters fired 40 pots a week.", False),
    ],
)
def test_what_the_author_has_lived_through(sentence: str, lived: bool) -> None:  # noqa: FBT001
    assert (why(DIARY.format(sentence), sentence) == "the author's own experience") is lived
    assert why(sentence, sentence) != "the author's own experience", "by itself it may be anybody's"


def test_a_made_up_case_goes_on_until_the_text_turns() -> None:
    source = (
        "Suppose Nadia earns 2,400 dollars a month. She pays 1,200 in rent. That leaves her with 1,200. So she saves a "
        "third. Most tenants in the city pay 41 percent of what they earn. She would pay half of that abroad."
    )
    assert why(source, "Nadia") == EXAMPLE
    assert [why(source, words) for words in ("1,200 in rent", "leaves her", "a third")] == [EXAMPLE] * 3
    assert not why(source, "Most tenants")
    assert not why(source, "abroad"), "nothing goes on behind the turn"


def test_a_made_up_case_ends_with_its_paragraph() -> None:
    assert not why("Imagine you borrow a boat for 900 dollars.\n\nIt costs 4,000 dollars to build one.", "to build")


@pytest.mark.parametrize(
    "name", ["Suppose Nadia earns", "Say Nadia owns", "Let's assume that a potter earns", "Say you owe"]
)
def test_made_up_cases_with_and_without_a_name(name: str) -> None:
    assert why(f"{name} 900 dollars for a boat that leaks.", "900") == EXAMPLE


MANUAL = "# The queue\n\n{sentence} Start it like this.\n\n```sh\nqueue --keep 900\n```\n"


@pytest.mark.parametrize(
    ("sentence", "documents"),
    [
        ("By default the queue keeps 1,000 jobs.", True),
        ("Requests larger than 2 MB are rejected with status 413.", True),
        ("The server needs 40 MB of memory at most for 300 connections.", True),
        ("The queue keeps `limit` jobs at most.", True),
        ("The queue is used by 9 million developers on their servers.", False),
        ("A queue cuts the response time of most servers by 40 percent.", False),
        ("The ferry carries 300 cars in an hour.", False),
    ],
)
def test_a_manual_tells_how_its_product_behaves(sentence: str, documents: bool) -> None:  # noqa: FBT001
    assert (why(MANUAL.format(sentence=sentence), sentence.replace("`", "")) == "it documents a product") is documents
    assert not unclaimed_in_prose(sentence), "without any code it is a text like others"


def unclaimed_in_prose(sentence: str) -> str:
    article = markdown(f"# The queue\n\n{sentence.replace('`', '')}")
    return unclaimed(article, article.sentences[1])


@pytest.mark.parametrize(
    ("heading", "who"),
    [("Our board", True), ("About the author", True), ("Meet the potters", True), ("The board of 1921", False)],
)
def test_who_is_behind_the_article(heading: str, who: bool) -> None:  # noqa: FBT001
    source = (
        f"# Pots\n\n## {heading}\n\n### Anna Berg\n\nAnna Berg has led the works since 2004 and was trained in Delft."
        "\n\nPots crack in one of nine firings.\n\n## Kilns\n\nMarta Dahl fired the first kiln in 1931."
    )
    assert (why(source, "Anna Berg has") == "it tells who is behind the article") is who
    assert not why(source, "crack")
    assert not why(source, "Marta Dahl")


@pytest.mark.parametrize(
    "line",
    [
        "By Marta Dahl, registered dietitian.",
        "Medically reviewed by Dr. Ole Berg.",
        "Last updated on 3 May 2024.",
        "Published May 3, 2024",
        "Photo: The works after the fire of 1931.",
        "Correction (14 March 2024): An earlier version gave another number of kilns.",
        "An earlier version of this article gave another number of kilns.",
    ],
)
def test_lines_on_who_made_the_article_and_when_are_no_claims(line: str) -> None:
    assert why(f"# Pots\n\n{line}\n\nPots crack.", line) in {BYLINE, FRAGMENT}


@pytest.mark.parametrize(
    "sentence",
    [
        "By May, half of the kilns had cracked in the frost.",
        "Updated in 1984, the works had 40 kilns and a school.",
        "Reviewed by nobody, the report was full of errors in 2019.",
    ],
)
def test_what_only_begins_like_such_a_line_is_a_claim(sentence: str) -> None:
    assert not why(f"# Pots\n\n{sentence}\n\nPots crack.", sentence)


def test_a_paragraph_on_the_author_at_the_end() -> None:
    bio = "Marta Dahl is a writer and potter. She has fired kilns since 2004 and won two prizes."
    filler = "\n\nPots crack in winter." * 4
    assert why(f"# Pots{filler}\n\n*{bio}*", "since 2004") == "it tells who is behind the article"
    assert not why(f"# Pots\n\n{bio}{filler}", "since 2004"), "at the beginning it is the story"


def test_what_needs_no_source_is_no_row_unless_it_praises() -> None:
    article = markdown("Our results suggest that slow firing cuts the number of cracks by 40 percent in all kilns.")
    assert not claims(article)
    praised = markdown("Our results suggest that this is a revolutionary kiln that cuts cracks by 40 percent.")
    [row] = claims(praised)
    assert row.need == 0
    assert "praises" in row.why


def test_a_vague_attribution_stands_in_a_row_however_little_is_stated() -> None:
    source = "Some say you should drink your own tea. I do, and so does my aunt."
    article = markdown(source)
    [row] = claims(article)
    assert article.slice(row.span).startswith("Some say")
    assert row.why == "names nobody"
    assert not row.supported


@pytest.mark.parametrize(
    "sentence",
    [
        "If a neighbour offered you twice the rent in cash, you would ask why.",
        "Even if somebody swore to it, you wouldn't sign.",
        "Had we known what it cost, we would have stayed at home.",
        "You would never lend a stranger your keys if someone asked in the street.",
        "If you missed the last ferry, you'd sleep on the quay.",
    ],
)
def test_what_is_only_thought_of(sentence: str) -> None:
    assert why(sentence, sentence) == CASE


@pytest.mark.parametrize(
    "sentence",
    [
        "The new quay would cost £2.4 million.",
        "If the tax were dropped, rents would fall by a tenth.",
        "If you stopped smoking, you would live longer.",
        "If you took it daily, you would damage your liver.",
        "If the king refused, he would lose the throne.",
        "If you filed late, you would be liable.",
        "If you missed the payment, you would owe 5 percent more.",
        "Then he would move to Delft, where he built nine kilns.",
        "The drug may cause cancer.",
    ],
)
def test_what_would_come_of_something_in_the_world_is_a_claim(sentence: str) -> None:
    assert not why(sentence, sentence)


@pytest.mark.parametrize(
    ("sentence", "doubts"),
    [
        ("That may have been the tea or the quiet street.", True),
        ("It might just have been luck.", True),
        ("Perhaps it was the weather.", True),
        ("That may have been the largest of 40 fires.", False),
        ("It may have been caused by the dust.", False),
        ("This may double the cost of a firing.", False),
    ],
)
def test_what_the_author_doubts(sentence: str, *, doubts: bool) -> None:
    told = why(f"I slept well for the first week in the new flat. {sentence}", sentence)
    assert told == (DOUBT if doubts else "")
    assert not why(f"The kiln of Delft burnt down in May. {sentence}", sentence), "it is nobody's own"


@pytest.mark.parametrize(
    "sentence",
    [
        "Normal use means the ordinary effect of living in a flat.",
        "Wedging means the practice of working clay by hand.",
        "A quitclaim refers to a deed that gives up a right.",
        "Bisque is the potter's name for clay that was fired once.",
        "Grog denotes a material that was ground after firing.",
        "A muffle is a box of clay that keeps the flame from the pots.",
        "A pug mill was a machine in which clay was kneaded.",
        "A bellows is a bag that raises the heat of a fire.",
        "A banding wheel is one that is turned by hand.",
        "Sprigging is the craft of pressing clay ornaments onto a pot.",
        "A decorator is somebody who paints pots.",
        "An arbiter is a third person who settles a quarrel.",
    ],
)
def test_what_a_word_means(sentence: str) -> None:
    assert why(sentence, sentence) == GLOSS


@pytest.mark.parametrize(
    "sentence",
    [
        "A cut means lower yields for savers.",
        "Austerity means the end of free museums.",
        "The strike means a week of delays for travellers.",
        "Drought means less work for the millers of Delft.",
        "This means the time of cheap clay is over.",
        "Rationing means a system of queues for 40 percent of families.",
        "The report refers to a method that nobody has tried.",
        "A kiln is an oven that has ruined half the potters of the town.",
        "A muffle is a box that keeps pots cleaner than a sagger does.",
        "A pug mill is a machine that injured 30 potters in a year.",
        "A mudpack is a treatment that improves the memory.",
        "A dust mask is a mask that prevents disease in potters.",
        "A damper is a flap that cuts the cost by a tenth.",
        "A break is a pause that improves the work of potters.",
        "A sagger is a box that always cracks.",
        "A bottle oven is a kiln that was invented in Stoke.",
        "A kick wheel is a wheel that potters use, and it wears out their knees.",
        "A glaze is a coat that most potters buy.",
        "Wedging denotes a way of kneading clay, which has been shown to strengthen the wrists.",
    ],
)
def test_what_something_comes_to_is_a_claim(sentence: str) -> None:
    assert not why(sentence, sentence)


def test_what_follows_from_a_case_is_no_claim() -> None:
    source = "She asked the bank, and it said no. Suppose that rents rose by 10 percent. Then she would move."
    assert why(source, "Suppose that") == why(source, "Then she") == EXAMPLE


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("He used every trick in the book to get out of the firing.", True),
        ("I could eat a horse after a day at the wheel.", True),
        ("The kiln was on its last legs by then.", True),
        ("The early bird gets the best clay.", True),
        ("He used every trick in the book to sell 40 kilns.", False),
        ("The early bird gets the clay, which prevents disease.", False),
        ("Every trick of the potters is old.", False),
    ],
)
def test_a_saying_states_nothing(sentence: str, *, said: bool) -> None:
    assert why(sentence, sentence) == ("a saying" if said else "")
