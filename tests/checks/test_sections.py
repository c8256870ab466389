"""Claims that a section leaves without a source are told as one, and each is kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checks.article import Article
from checks.citations import CHECK, CitationsOptions
from checks.citations.statement_rules import FEW_SOURCES, MISSING, NO_SOURCES, VAGUE
from checks.finding import Finding, Severity, fingerprinted
from checks.grouping import grouped
from checks.overlap import distinct
from checks.parsing import parse
from checks.rule import Context

SOURCE = "([yearbook](https://www.slate.org/{}))."
CITED = "\n\n".join(
    (
        f"In 1890 the harbor shipped 30,000 tons of slate, 12 percent more than in 1889 {SOURCE.format(1890)}",
        f"In 1895 it shipped 20 percent more than the other harbors of the coast {SOURCE.format(1895)}",
        f"In 1901 the price of slate fell by 20 percent because of the strikes {SOURCE.format(1901)}",
    )
)
SUNK = "By 1898 the number of passengers had fallen by 38 percent because of the accident."
BUILT = "In 1889 fares rose by 12 percent, more than in any other harbor of the coast."
PAID = "In 1899 the company lost 40 percent of its trade, which led to higher fares for 212 families."
RAISED = "By 1903 the ferry cost 15 percent less than the coach, and 3,000 more passengers took it."


def found(text: str) -> tuple[Article, Sequence[Finding]]:
    """Return an article and what is found in it, as a reader meets it."""
    article = parse(text, id="ferry.md", name="ferry.md")
    assert CHECK.run is not None
    findings = CHECK.run(article, Context(CitationsOptions()))
    return article, [*fingerprinted(article, grouped(article, distinct(article, findings)))]


def sums(findings: Sequence[Finding]) -> list[str]:
    return [one.message for one in findings if one.sums]


def test_a_section_that_cites_nothing_is_told_once_and_each_claim_kept() -> None:
    _, findings = found(f"# Ferry\n\n## Wreck\n\n{SUNK} {BUILT}\n\n{PAID}\n\n## Trade\n\n{CITED}")
    [head] = [one for one in findings if one.sums]
    members = [one for one in findings if one.group]
    assert head.rule == FEW_SOURCES.name
    assert head.span is None
    assert head.message.startswith("3 claims in “Wreck” need a source and have none in reach.")
    assert {one.group for one in members} == {head.sums}
    assert {place.span for place in head.related} == {one.span for one in members}
    assert [one.quote for one in members] == [SUNK, BUILT, PAID]


def test_what_has_a_source_in_the_section_is_told() -> None:
    _, findings = found(f"## Wreck\n\n{SUNK} {BUILT}\n\n{PAID}\n\n{CITED}\n\n## Trade\n\nShips call.")
    assert sums(findings) == ["3 claims in “Wreck” need a source and have none in reach; 3 others have one."]


def test_two_claims_stand_for_themselves() -> None:
    _, findings = found(f"## Wreck\n\n{SUNK} {BUILT}\n\n## Trade\n\n{CITED}")
    assert sums(findings) == []
    assert [one.rule for one in findings] == [MISSING.name] * 2
    assert {one.group for one in findings} == {""}


def test_sections_within_a_section_are_told_as_one_when_each_has_few() -> None:
    _, findings = found(
        f"# Ferry\n\n## Wreck\n\n### Night\n\n{SUNK}\n\n{BUILT}\n\n### Day\n\n{PAID}\n\n{RAISED}\n\n## Trade\n\n{CITED}"
    )
    [head] = [one for one in findings if one.sums]
    assert head.sums == f"{FEW_SOURCES.name}#Wreck"
    assert head.message.startswith("4 claims in “Wreck”")


def test_the_innermost_section_with_enough_claims_is_told() -> None:
    _, findings = found(f"# Ferry\n\n## Wreck\n\n### Night\n\n{SUNK} {BUILT}\n\n{PAID}\n\n## Trade\n\n{CITED}")
    assert [one.sums for one in findings if one.sums] == [f"{FEW_SOURCES.name}#Wreck › Night"]


def test_a_title_is_over_nothing_but_the_opening() -> None:
    _, findings = found(f"# Ferry\n\n{SUNK}\n\n{BUILT}\n\n## Later\n\n{PAID}\n\n## Trade\n\n{CITED}")
    assert sums(findings) == []


@pytest.mark.parametrize("title", ["", "# Ferry\n\n"])
def test_an_article_that_cites_little_is_told_as_one(title: str) -> None:
    once = CITED.partition("\n\n")[0]
    _, findings = found(f"{title}{SUNK}\n\n{BUILT}\n\n## Later\n\n{PAID}\n\n{RAISED}\n\n## Trade\n\n{once}")
    assert sums(findings) == ["4 claims in this article need a source and have none in reach; 1 other has one."]
    assert {one.group for one in findings if not one.sums} == {FEW_SOURCES.name}


@pytest.mark.parametrize("title", ["", "# Ferry\n\n"])
def test_an_article_without_sections_is_one(title: str) -> None:
    _, findings = found(f"{title}{SUNK} {BUILT}\n\n{PAID}\n\n{CITED}")
    assert sums(findings) == ["3 claims in this article need a source and have none in reach; 3 others have one."]


def test_what_stands_before_the_first_heading_is_told_so() -> None:
    _, findings = found(f"{SUNK} {BUILT}\n\n{PAID}\n\n## Trade\n\n{CITED}")
    assert sums(findings)[0].startswith("3 claims before the first heading need a source")


def test_what_is_spread_thinly_is_told_as_one_when_it_is_much() -> None:
    parts = [f"## Part {at}\n\n{BUILT.replace('1889', str(1880 + at))}\n\n{CITED}" for at in range(9)]
    _, findings = found("\n\n".join(parts))
    assert [one.partition(" need")[0] for one in sums(findings)] == ["9 claims spread over this article"]


def test_a_sum_is_as_grave_as_the_gravest_and_as_sure_as_the_surest_of_its_group() -> None:
    _, findings = found(f"## Wreck\n\n{SUNK} {BUILT}\n\n{PAID}\n\n## Trade\n\n{CITED}")
    head, *members = findings
    assert head.severity is min((one.severity for one in members), key=lambda one: one.rank) is Severity.WARNING
    assert head.confidence == max(one.confidence for one in members)


def test_what_is_told_by_a_vague_attribution_is_counted_once() -> None:
    vague = "Experts say that the accident cost the company 40,000 pounds in 1897."
    article = parse(f"## Wreck\n\n{vague} {BUILT}\n\n{PAID}\n\n{CITED}\n\n## Trade\n\nShips call.", id="a")
    assert CHECK.run is not None
    raw = list(CHECK.run(article, Context(CitationsOptions())))
    assert {one.group for one in raw if one.rule in {VAGUE.name, MISSING.name}} == {f"{FEW_SOURCES.name}#Wreck"}
    [head] = [one for one in grouped(article, distinct(article, raw)) if one.sums]
    assert head.message.startswith("3 claims in “Wreck”")


def test_sums_of_sections_are_told_apart_and_keep_their_fingerprints_when_others_go() -> None:
    wreck, town = f"## Wreck\n\n{SUNK} {BUILT}\n\n{PAID}", f"## Town\n\n{RAISED} {SUNK[3:]}\n\n{PAID[3:]}"
    trade = f"## Trade\n\n{CITED}\n\n{CITED}"
    _, both = found(f"{wreck}\n\n{town}\n\n{trade}")
    _, one = found(f"{town}\n\n{trade}")
    first, second = (each.fingerprint for each in both if each.sums)
    assert first != second
    assert [each.fingerprint for each in one if each.sums] == [second]


def test_an_article_without_any_source_is_told_as_such() -> None:
    _, findings = found(f"## Wreck\n\n{SUNK} {BUILT}\n\n{PAID}")
    assert [one.rule for one in findings if one.sums] == [NO_SOURCES.name]
