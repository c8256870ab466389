"""What somebody is credited with goes on as long as the text plainly tells it further, and no longer."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations.statements import statements
from checks.evidence.support.reach import reached
from checks.parsing import parse


def supported(text: str) -> list[bool]:
    """Return, for each sentence of a text, whether something supports it."""
    article = parse(text, format=Format.MARKDOWN)
    return [bool(them) and them[0].supports for them in reached(article)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "A 2019 survey by the Bee Keepers Association found that 30 percent of hives died. Losses were highest in "
            "the north. Small keepers lost more than large ones."
        ),
        "According to the Tide Office, the sea rose by 20 centimeters. The rise was fastest after 1990.",
        (
            "Data from Statistics Norway show that wages grew by 3 percent in 2019. Nurses gained most. Teachers fell "
            "behind by 2 percent."
        ),
        (
            "According to Maria Berg, a professor of geology at Uppsala University, the lake is 9,000 years old. It "
            "formed when the ice melted. Its level has fallen by 4 meters since 1900."
        ),
        (
            "As the Harbor Trust reported in 2017, 60 ships called each month. Tankers made up a third. The busiest "
            "month was August with 80."
        ),
        "Of 1,140 readers 702 want Sundays, as the [poll](https://www.ssb.no/r/9) shows. Parents ask most often.",
        "The Road Agency counts 312 deaths on rural roads. Most of them happened at night. In towns the number fell.",
    ],
)
def test_what_is_told_further_has_the_source_of_what_was_told(text: str) -> None:
    assert all(supported(text))


@pytest.mark.parametrize(
    "text",
    [
        "According to the Tide Office, the sea rose by 20 centimeters. The mayor was born in Turku in 1961.",
        "According to the Tide Office, 700,000 people drown each year. Coffee lowers the risk of stroke by 22 percent.",
        (
            "A 2019 survey by the Bee Keepers Association found that 30 percent of hives died. However, sugar prices "
            "doubled in 2012."
        ),
        "The Road Agency counts 312 deaths. Electric bicycles were invented in 1895 and sold 40,000 times.",
        "According to the Tide Office, the sea rose by 20 centimeters. Some say that the sea will rise further.",
        "Data from Statistics Norway show that wages grew by 3 percent in 2019. Oslo was founded by Harald in 1048.",
    ],
)
def test_what_brings_in_something_else_has_not(text: str) -> None:
    assert supported(text) == [True, False]


def test_who_is_asked_for_a_work_is_not_asked_again_for_what_it_also_found() -> None:
    text = (
        "A 2012 survey showed that 40 percent of boats leak. The survey also counted 300 wrecks in 1990. The boat of "
        "the mayor sank in 1923 and was raised in 1950.\n\n"
        "The survey also found that 40 percent of ships burn within ten years."
    )
    article = parse(text, format=Format.PLAIN)
    found = [one.quote[:24] for one in statements(article, None) if one.span]
    assert found == ["A 2012 survey showed tha", "The boat of the mayor sa", "The survey also found th"]


KAVA = (
    "# Kava and anxiety\n\n{claim} The plant grows on islands. Farmers dry the root for weeks. It is ground and mixed "
    "with water. Families drink it in the evening. Travelers described the ceremony.[1]\n\nDoctors prescribe other "
    "drugs for depression. Patients with liver disease should ask for treatment.[2] The symptoms of the disease "
    "vary.[1]\n\n## References\n\n1. Berg, A. (2012). Kava in the Pacific.\n2. Lund, B. (2015). Liver damage.\n"
)


@pytest.mark.parametrize(
    ("claim", "covered"),
    [
        ("Kava lowers anxiety in 90 percent of patients.", False),
        ("Kava cures anxiety in patients.", False),
        ("Kava was brought to the coast by ship.", True),
        ("Travelers describe that the ceremony cures patients.", True),
    ],
)
def test_a_far_note_proves_no_cure_and_no_figure_on_health_unless_it_is_about_it(claim: str, *, covered: bool) -> None:
    article = parse(KAVA.format(claim=claim), format=Format.MARKDOWN)
    at = next(one.index for one in article.sentences if article.slice(one.span) == claim)
    them = reached(article)[at]
    assert (bool(them) and them[0].supports) is covered


ITEMS = "- Hives fell by 12 percent.\n- In the north 40 keepers gave up.\n"
ANALYSIS = (
    "Bees are in trouble, according to [an analysis](https://www.bees.org/journal/2019/analysis) of their keepers."
)


@pytest.mark.parametrize(
    ("between", "covered"),
    [
        ("The report lists what has changed:", True),
        ("Spring is late this year. The report lists what has changed:", False),
        ("Here is what you can do:", False),
        ("The winter was long.", False),
    ],
)
def test_a_paragraph_that_goes_on_about_a_work_carries_it_to_the_list_it_leads_in(
    between: str, *, covered: bool
) -> None:
    found = supported(f"{ANALYSIS} Keepers like to talk.\n\n{between}\n\n{ITEMS}")
    assert found[-2:] == [covered, covered]
