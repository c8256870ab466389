"""What harms somebody if it is not true is asked for a source in any article, and what only sounds so is not."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.citations import CHECK, CitationsOptions
from checks.evidence.statements.accusations import accusations
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.rule import Context

TOWN = (
    "# News of the town\n\nThe town lies on the river ([town site](https://www.town.gov/about)). The square has a "
    "fountain, and market day is Friday. We went there in May. A bus leaves from the gate. The bridge is closed on "
    "Sundays. We had tea by the water.\n\nThe choir met in the hall. Its doors are green.\n\n{}\n"
)


def article(sentence: str) -> Article:
    return parse(TOWN.format(sentence), id="article", format=Format.MARKDOWN)


def accused(sentence: str) -> list[str]:
    read = article(sentence)
    return [read.slice(one.span) for one in accusations(read).values()]


def missing(sentence: str) -> list[Finding]:
    assert CHECK.run is not None
    found = CHECK.run(article(sentence), Context(CitationsOptions()))
    return [one for one in found if one.rule == "citations/missing-citation" and one.quote == sentence]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The councillor took bribes from two developers.", "took bribes"),
        ("Its founder was found guilty of tax evasion.", "was found guilty of tax evasion"),
        ("Two drivers were sacked for stealing fuel.", "were sacked for stealing"),
        ("The farmer beat his wife.", "beat his wife"),
        ("The plant dumps untreated waste in the estuary.", "dumps untreated waste in the"),
        ("The laboratory falsified its results.", "falsified its results"),
        ("Staff at the home neglected and starved residents.", "neglected and starved residents"),
        ("The director is a crook.", "is a crook"),
        ("He stole the designs from a rival.", "stole the designs"),
        ("Nettle tea dissolves kidney stones.", "dissolves kidney stones"),
        ("The spray makes men impotent.", "makes men impotent"),
        ("Traffic noise raises the risk of stroke.", "raises the risk of stroke"),
        ("Heat pumps eliminate childhood asthma.", "eliminate childhood asthma"),
    ],
)
def test_an_accusation_or_an_effect_on_a_body_is_a_claim_beside_a_source_for_something_else(
    sentence: str, words: str
) -> None:
    assert accused(sentence) == [words]
    [told] = missing(sentence)
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    "sentence",
    [
        "The novel tells of a baker who was convicted of arson.",
        "The court heard that the builder stole a van.",
        "Police said that the driver was arrested for assault.",
        "The paper alleged that the mayor took bribes.",
        "If a councillor took a bribe, she would have to go.",
        "Anyone found guilty of theft loses the licence.",
        "Do not accept a bribe from a supplier.",
        "No officer was dismissed for fraud.",
        "The band is criminally underrated.",
        "He stole a glance at the clock.",
        "He stole home from third base.",
        "They beat their own record.",
        "The smith forged a new hinge.",
        "She was charged with the care of the garden.",
        "The statute defines fraud as a crime.",
        "Salt cures ham.",
        "The tonic was sold as a cure for gout.",
        "The charity raises money for stroke patients.",
        "The home takes in abused and neglected children.",
        "Prevent asthma by airing the rooms.",
    ],
)
def test_what_is_told_by_others_supposed_denied_or_a_metaphor_accuses_nobody(sentence: str) -> None:
    assert accused(sentence) == []


def test_what_is_retold_under_a_plot_accuses_nobody() -> None:
    told = "## {}\n\nThe baker was convicted of arson. He stole a van."
    assert accused(told.format("Trial")) == ["was convicted of arson", "stole a van"]
    assert accused(told.format("Plot")) == []


def test_an_account_that_a_court_opens_goes_on() -> None:
    assert accused("The court met in May. The baker stole a van. He forged two letters.") == []
    assert accused("The choir met in May. The baker stole a van.") == ["stole a van"]


def test_a_source_of_its_own_settles_it() -> None:
    ruling = "The baker was convicted of arson ([ruling](https://www.courts.gov/baker-2019))."
    assert missing(ruling) == []


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        ("The boiler never needs servicing.", True),
        ("It won't interact with your medicines.", True),
        ("The paint never peels.", True),
        ("The garden never needs a plan.", False),
        ("I never needed to repair it.", False),
    ],
)
def test_what_sellers_promise_of_upkeep_and_safety_is_a_certainty(sentence: str, *, promises: bool) -> None:
    from checks.evidence.wordings.wording import wordings

    assert any(one.kind == "absolute" for one in wordings(article(sentence))) == promises
