"""For which figures a line speaks that names one source for figures."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.evidence.support.reach import reached
from checks.parsing import parse

ACCOUNTS = "Figures are taken from the audited accounts."


def covered(source: str, words: str) -> bool:
    """Return whether anything supports the sentence that holds `words`."""
    article = parse(source, id="article", format=Format.MARKDOWN)
    [index] = [one.index for one in article.sentences if words in article.slice(one.span)]
    return any(one.supports for one in reached(article)[index])


def in_other_section(blanket: str, sentence: str, heading: str = "Money") -> str:
    return f"# The harbor\n\nShips call daily.\n\n## {heading}\n\n{blanket}\n\n## Later\n\n{sentence}"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"## Money\n\n{ACCOUNTS} Revenue rose by 12 percent.\n\n## Later\n\nRain fell.", "Revenue"),
        (f"## Money\n\n{ACCOUNTS}\n\nThe harbor had 412 cranes.\n\n## Later\n\nRain fell.", "412 cranes"),
        (in_other_section(ACCOUNTS, "Dredging cost 3 million euros."), "Dredging"),
        (
            in_other_section("All amounts are taken from the ledger of the guild. It is kept.", "Tar was 4 pounds."),
            "Tar",
        ),
        (in_other_section("All figures are from the census of 1901.", "In the town lived 4,120 dockers."), "4,120"),
        (in_other_section("Rainfall data are taken from our records.", "Rainfall was 41 inches."), "41 inches"),
        ("## Trade\n\nTraffic figures are from the company's ledgers. It bore 9 tons.\n\n## Now\n\nRain.", "9 tons"),
        (in_other_section("Figures on landings come from the ministry's yearbook.", "Landings were 900 tons."), "900"),
        (in_other_section("Unless otherwise stated, figures are from the survey.", "It has 40 berths."), "40 berths"),
        (in_other_section("Figures are taken from the register.", "The port has 40 berths.", "Notes"), "40 berths"),
        ("# Port\n\nFigures are taken from the register.\n\n## Later\n\nIt has 40 berths.", "40 berths"),
        ("The port has 40 berths.\n\nFigures are taken from the register.", "40 berths"),
    ],
)
def test_it_speaks_for_its_section_its_kind_of_figures_or_for_all(source: str, words: str) -> None:
    source = source.replace("our records", "the records").replace("the ministry's yearbook", "the yearbook")
    assert covered(source, words)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (in_other_section(ACCOUNTS, "Asthma affects 22 percent of the children."), "Asthma"),
        (in_other_section(ACCOUNTS, "The first quay was built in 1712 by 300 men."), "1712"),
        (in_other_section(ACCOUNTS, "The harbor has 41 inches of rain a year."), "41 inches"),
        (f"## Money\n\n{ACCOUNTS}\n\nAsthma has 22 percent of the children.\n\n## Later\n\nRain fell.", "Asthma"),
        (f"Asthma affects 22 percent of the children.\n\n{ACCOUNTS}", "Asthma"),
        (f"The first quay was built in 1712 by 300 men.\n\n{ACCOUNTS}", "1712"),
        (in_other_section("Figures are taken from the register.", "The town has 40 inns."), "40 inns"),
        (in_other_section("Rainfall data are taken from the records.", "The town has 40 inns."), "40 inns"),
        (in_other_section("Figures on landings come from the yearbook.", "The town has 40 inns."), "40 inns"),
        (in_other_section(ACCOUNTS, "Dredging will cost 3 million euros."), "Dredging"),
        (in_other_section(ACCOUNTS, "Dredging is dear."), "Dredging"),
    ],
)
def test_it_says_nothing_of_other_figures(source: str, words: str) -> None:
    assert not covered(source, words)
