"""What is said of references, identifiers and notes that do not lead to a work."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations import CitationsOptions, run
from checks.evidence.sources.identifiers import identifiers
from checks.evidence.sources.references import references
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


KILN = "Kilns came in 1702 [1]. Coal came in 1740 [2]. Nine closed in 1910 [4]. One is left [5].\n\n"
WORKS = (
    "A. Brook, *Kilns*. Leeds, 1990.",
    "B. Marsh, *Coal*. Hull, 1991.",
    "C. Fell, *Ash*. York, 1999.",
    "D. Tarn, 2001.",
)


def listed(form: str, numbers: tuple[int, ...], parted: str = "\n") -> str:
    """Return an article with a list of works numbered so."""
    entries = zip(numbers, WORKS, strict=False)
    return f"{KILN}## Notes\n\n" + parted.join(f"{form.format(number)} {work}" for number, work in entries) + "\n"


def found_in(source: str, format: Format) -> list[tuple[str, str]]:
    article = parse(source, format=format)
    return [(entry.label, article.slice(entry.span)) for entry in references(article).entries]


@pytest.mark.parametrize("parted", ["\n", "\n\n", "  \n"])
def test_entries_behind_a_gap_in_the_numbers_are_entries(parted: str) -> None:
    source = listed("[{}]", (1, 2, 4, 5), parted)
    found = found_in(source, Format.MARKDOWN)
    assert [label for label, _ in found] == ["1", "2", "4", "5"]
    assert all(shown == shown.strip() for _, shown in found)
    assert messages(source, "dangling-reference") == []


@pytest.mark.parametrize("form", ["[{}]", "{}."])
def test_so_are_they_in_plain_text_and_in_lines_of_a_page(form: str) -> None:
    plain = listed(form, (1, 2, 4, 5)).replace("## ", "").replace("*", "")
    page = f"<p>{KILN}</p><h2>Notes</h2><p>{'<br>'.join(listed(form, (1, 2, 4, 5)).splitlines()[4:])}</p>"
    assert [label for label, _ in found_in(plain, Format.PLAIN)] == ["1", "2", "4", "5"]
    assert [label for label, _ in found_in(page, Format.HTML)] == ["1", "2", "4", "5"]


@pytest.mark.parametrize("form", ["[{}]", "{}."])
def test_a_marker_of_the_number_that_was_left_out_has_no_entry(form: str) -> None:
    found = messages(listed(form, (1, 2, 3, 5)), "dangling-reference")
    assert [one for one in found if one.startswith("“4” is cited, but the entries of the list are 1 to 3 and 5: ")]


def test_an_entry_behind_a_gap_that_nothing_cites_is_told() -> None:
    [message] = messages(listed("[{}]", (1, 2, 4, 9)), "unused-reference")
    assert message.startswith("Entry 9 ")


@pytest.mark.parametrize(
    "goes_on",
    [
        "as told in\n[14] and elsewhere",
        "as told in note [14]. Ripon",
        "vol. 14. Ripon",
    ],
)
def test_a_number_within_an_entry_begins_none(goes_on: str) -> None:
    for form in ("[{}]", "{}."):
        source = listed(form, (1, 2)).replace("Hull", goes_on)
        assert [label for label, _ in found_in(source, Format.MARKDOWN)][:2] == ["1", "2"]
        assert len(found_in(source, Format.MARKDOWN)) == 2


def test_a_markdown_list_that_jumps_shows_other_numbers_than_the_text_cites() -> None:
    [message] = messages(listed("{}.", (1, 2, 4, 5)), "dangling-reference")
    assert "cites this entry as “4”" in message
    assert "shows it as 3" in message


@pytest.mark.parametrize("numbers", [(1, 1, 1, 1), (1, 2, 2, 3), (4, 3, 2, 1)])
def test_a_markdown_list_numbered_carelessly_is_counted(numbers: tuple[int, ...]) -> None:
    start = numbers[0]
    labels = [label for label, _ in found_in(listed("{}.", numbers), Format.MARKDOWN)]
    assert labels == [str(start + at) for at in range(4)]


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


BY_YEAR = "Hens lay more in spring ({}).\n\n## References\n\n{}\n"
HOLM = "Holm, A. (2018). Hens in spring. Egg Press."


def test_a_work_cited_with_another_year_than_its_entry_has_is_one_finding() -> None:
    source = BY_YEAR.format("Holm, 2019", HOLM)
    [message] = messages(source, "dangling-reference")
    assert message.startswith("“Holm, 2019” is cited, but the entry of that name is of 2018: ")
    assert not messages(source, "unused-reference")


@pytest.mark.parametrize(
    ("cited", "entries"),
    [
        ("Holm, 2018; Holm, 2019", HOLM),
        ("Holm, 2019", f"{HOLM}\n\nHolm, A. (2016). Hens in autumn. Egg Press."),
    ],
    ids=["the entry is cited besides", "it may be either"],
)
def test_a_work_that_may_be_another_is_missed(cited: str, entries: str) -> None:
    [message] = messages(BY_YEAR.format(cited, entries), "dangling-reference")
    assert " is of 2018" not in message
