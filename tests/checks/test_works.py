"""What is said of references, identifiers and notes that do not lead to a work."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations import CitationsOptions, run
from checks.evidence.identifiers import identifiers
from checks.parsing import parse
from checks.rule import Context

LIST = "\n\n## References\n\n1. Brandt, M. (2016). Bees.\n2. Lee, S. (2017). Wasps.\n3. Moe, R. (2018). Ants.\n"
NAMED = (
    "\n\n## References\n\n- Brandt, M. (2016). Bees at sea. Insect Letters.\n- Lee, S. (2017). Wasps. Insect Letters.\n"
)


def messages(source: str, rule: str) -> list[str]:
    found = run(parse(source, format=Format.MARKDOWN), Context(CitationsOptions()))
    return [one.message for one in found if one.rule == f"citations/{rule}"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            f"Bees swim [1], wasps dive [2], ants float [3] and flies drown [9].{LIST}",
            "“9” is cited, but the entries of the list are 1 to 3: ",
        ),
        (
            f"Bees swim (Brandt, 2016), wasps dive (Lee, 2017), and flies drown (Okafor, 2019).{NAMED}",
            "“Okafor, 2019” is cited, but is none of the 2 entries of the list: ",
        ),
        (
            "Bees swim.[^a] Wasps dive.[^b] Ants float.[^c]\n\n[^a]: Brandt, 2016.\n[^b]: Lee, 2017.\n",
            "“c” is cited, but is none of the 2 notes of the article: ",
        ),
    ],
)
def test_a_marker_without_an_entry_is_told_with_the_entries_that_there_are(source: str, told: str) -> None:
    [message] = messages(source, "dangling-reference")
    assert message.startswith(told)


@pytest.mark.parametrize(
    ("shown", "letter", "digit"),
    [
        ("10.1O16/j.cell.2020.01.001", "O", "0"),
        ("1O.1016/j.cell.2020.01.001", "O", "0"),
        ("doi: 10.l016/j.cell.2020.01.001", "l", "1"),
        ("https://doi.org/I0.1016/j.cell.2020.01.001", "I", "1"),
    ],
)
def test_a_letter_in_the_prefix_of_a_doi_is_named(shown: str, letter: str, digit: str) -> None:
    [one] = identifiers(f"The trial ({shown}) is over.")
    assert f"a letter {letter} stands in its prefix where the digit {digit} belongs" in one.fault


@pytest.mark.parametrize("shown", ["10.1016/jO.lI.2020", "version 10.1010/12", "1O.2", "lo.1O16"])
def test_letters_elsewhere_are_no_fault(shown: str) -> None:
    assert not any(one.fault for one in identifiers(f"The trial ({shown}) is over."))


def test_a_wrong_number_that_is_no_doi_has_a_rule_of_its_own() -> None:
    source = "See the handbook, ISBN 978-0-306-40615-8, and the trial (doi: 11.1016/j.cell)."
    assert len(messages(source, "malformed-identifier")) == len(messages(source, "malformed-doi")) == 1


def test_somebody_who_is_introduced_lacks_a_note_and_no_introduction() -> None:
    source = (
        "Bees sleep five hours a night.[^a] Wasps sleep six hours a night.[^a] According to Tom, who runs nine hives, "
        "ants cut their sleep by 40 percent in winter.\n\n[^a]: Brandt, 2016. Bees at night.\n"
    )
    [told] = messages(source, "missing-citation")
    assert "has no note, as others in this article have" in told
