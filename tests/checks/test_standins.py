"""What holds the place of a source that was never put in supports nothing, and is told."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations import CitationsOptions, run
from checks.evidence.claims import claims
from checks.parsing import parse
from checks.residue import CHECK as RESIDUE
from checks.residue import run as residue
from checks.rule import Context


def rules(source: str) -> list[str]:
    """Return the rules of what is found in a text, save those on claims."""
    article = parse(source, format=Format.MARKDOWN)
    found = [*run(article, Context(CitationsOptions())), *residue(article, Context(RESIDUE.options()))]
    return [one.rule for one in found if one.rule not in {"citations/missing-citation", "citations/few-sources"}]


def is_supported(source: str) -> bool:
    """Whether the first claim of a text has a source."""
    return claims(parse(source, format=Format.MARKDOWN))[0].supported


@pytest.mark.parametrize(
    "doi",
    [
        "10.1016/j.hive.2021.XXXXXX",
        "10.1016/j.xxxx.2021.xx.xxx",
        "10.1111/hive.1234XXXX",
        "10.1000/xyz123",
        "10.1002/hive.####",
        "10.1002/hive.xx.xxx",
    ],
)
def test_a_doi_whose_rest_is_to_come_is_none(doi: str) -> None:
    for shown in (f"https://doi.org/{doi}", f"([trial](https://doi.org/{doi.replace('#', '%23')}))", f"(doi: {doi})"):
        source = f"Bees halved the losses of 40 orchards in 2019 {shown}."
        assert rules(source) == ["citations/malformed-doi"]
        assert not is_supported(source)


@pytest.mark.parametrize(
    "doi",
    [
        "10.1016/j.hive.2021.104729",
        "10.1093/hive/xxx",
        "10.1007/978-3-030-XXIX-1",
        "10.1021/acs.xyzzy.9b01234",
        "10.1371/journal.phive.0012345",
        "10.1111/exxon.12345",
    ],
)
def test_letters_that_belong_to_a_doi_are_left_alone(doi: str) -> None:
    source = f"Bees halved the losses of 40 orchards in 2019 (https://doi.org/{doi})."
    assert rules(source) == []
    assert is_supported(source)


@pytest.mark.parametrize(
    "address",
    ["https://www.hives.org/papers/XXXXXXXX/", "https://www.example.com/hives", "https://hives.org/read?id=12xxxx"],
)
def test_an_address_that_is_still_to_come_supports_nothing(address: str) -> None:
    source = f"Bees halved the losses of 40 orchards in 2019 ([trial]({address}))."
    assert rules(source) == ["residue/placeholder"]
    assert not is_supported(source)


@pytest.mark.parametrize("address", ["https://www.hives.org/xxl-hives", "https://hives.org/games/xxx", "/plan/xxxi"])
def test_other_addresses_with_such_letters_are_addresses(address: str) -> None:
    assert rules(f"Bees halved the losses of 40 orchards in 2019 ([trial]({address})).") == []


@pytest.mark.parametrize(
    "template",
    ["(Author, Year)", "[Author, Title, Year]", "[Surname, Journal, Year]", "[Last name, first initial, title]"],
)
def test_a_template_of_a_reference_is_told_and_supports_nothing(template: str) -> None:
    source = f"Bees halved the losses of 40 orchards in 2019 {template}."
    assert rules(source) == ["citations/placeholder-citation"]
    assert not is_supported(source)


@pytest.mark.parametrize(
    "text",
    [
        "Cite each work in the text as follows: give the style as (Author, Title, Year).",
        "Each card lists the basics (author, title, year) of the book.",
        "Write entries such as [Author, Title, Year] by hand.",
        "Her column (Title and Deed) ran for a year.",
        "Write `[Author, Title, Year]` by hand.",
    ],
)
def test_a_template_that_is_told_of_is_none(text: str) -> None:
    assert rules(text) == []


def test_an_entry_that_is_a_template_supports_nothing() -> None:
    listed = "Bees halved the losses of 40 orchards in 2019 [1].\n\n## References\n\n1. {}\n"
    assert not is_supported(listed.format("[Author, Title, Journal, Year]"))
    assert is_supported(listed.format("Brandt, M. Orchards. Insect Letters, 2020."))


def test_a_key_without_a_bibliography_is_told_once() -> None:
    source = "Bees halved the losses [@brandt2019; @lee2020]. They sleep [@moe:2021, p. 4]."
    assert rules(source) == ["citations/dangling-reference"]
    assert rules(f"---\nbibliography: hives.bib\n---\n\n{source}") == []


@pytest.mark.parametrize(
    "text", ["The list is kept by [@hivemind].", "Write `[@brandt2019]` to cite.", "Mail a@b2019.org."]
)
def test_an_account_and_code_are_no_keys(text: str) -> None:
    assert rules(text) == []
