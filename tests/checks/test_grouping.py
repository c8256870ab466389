"""A sum says what is left of what it sums up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.article import Article
from checks.citations import CHECK, CitationsOptions
from checks.citations.statement_rules import MISSING, NO_SOURCES
from checks.finding import Finding, Severity, fingerprinted
from checks.grouping import FEWEST, grouped
from checks.parsing import parse
from checks.rule import Context

FERRY = (
    "The ferry sank in 1897 and 212 passengers died. It had been built in Glasgow in 1889 and was sold twice before "
    "the accident. The company paid 40,000 pounds to the families and went bankrupt in 1899."
)
WRECK = " The wreck was raised in 1901 and sold for 300 pounds."


def audited(text: str = FERRY) -> tuple[Article, list[Finding]]:
    """Return an article without sources and what is found in it."""
    article = parse(text, id="ferry", name="ferry.txt")
    assert CHECK.run is not None
    return article, list(CHECK.run(article, Context(CitationsOptions())))


def test_a_sum_is_as_sure_as_the_surest_of_its_group_and_lists_it_worst_first() -> None:
    article, found = audited()
    head, *members = grouped(article, found)
    assert (head.rule, {one.group for one in members}) == (NO_SOURCES.name, {NO_SOURCES.name})
    assert head.confidence == max(one.confidence for one in members)
    assert head.message.startswith(f"{len(members)} claims")
    sure = {one.span: one.confidence for one in members}
    shares = [sure[place.span] for place in head.related]
    assert len(shares) == len(members)
    assert shares == sorted(shares, reverse=True)


def test_a_sum_counts_neither_suppressed_findings_nor_those_that_are_gone() -> None:
    article, found = audited(FERRY + WRECK)
    assert len(found) == FEWEST + 2
    gone = [one for one in found if "wreck" not in one.quote]
    silenced = [replace(one, suppressed="wreck" in one.quote) for one in found]
    for left in (gone, silenced):
        head, *rest = grouped(article, left)
        assert head.message.startswith(f"{FEWEST} claims")
        assert len(head.related) == FEWEST
        assert [one.group for one in rest if one.suppressed] == [""] * (left is silenced)


def test_there_is_no_sum_of_few_and_no_group_without_a_sum() -> None:
    article, found = audited()
    head, *members = found
    few, alone = list(grouped(article, found[:FEWEST])), list(grouped(article, members))
    assert [(one.rule, one.group) for one in few] == [(MISSING.name, "")] * (FEWEST - 1)
    assert [(one.rule, one.group) for one in alone] == [(MISSING.name, "")] * len(members)
    silenced = replace(head, suppressed=True)
    kept = list(grouped(article, [silenced, *members]))
    assert kept == [silenced, *(replace(one, group="") for one in members)]


def test_a_sum_is_new_when_enough_of_its_group_is_and_says_how_many() -> None:
    article, found = audited(FERRY + WRECK)
    head, first, *others = found
    mostly = next(grouped(article, [head, replace(first, new=False), *others]))
    assert mostly.new
    assert f"({FEWEST} of them new)" in mostly.message
    hardly = next(grouped(article, [head, first, *(replace(one, new=False) for one in others)]))
    assert not hardly.new


@pytest.mark.parametrize("rank", range(len(Severity)))
def test_a_sum_is_as_grave_as_the_gravest_that_is_left_of_its_group(rank: int) -> None:
    article, [head, *members] = audited(FERRY + WRECK)
    least, worst = Severity.SUGGESTION, list(Severity)[rank]
    members = [replace(one, severity=least) for one in members]
    assert next(grouped(article, [head, *members])).severity is least
    members[2] = replace(members[2], severity=worst)
    told = next(grouped(article, [replace(head, severity=Severity.WARNING), *members]))
    assert told.severity is worst
    assert told.related[0].span == members[2].span or worst is least
    silenced = [replace(one, suppressed=one is members[2]) for one in members]
    assert next(grouped(article, [head, *silenced])).severity is least


def test_a_sum_of_new_findings_is_no_graver_than_these() -> None:
    article, [head, first, *others] = audited(FERRY + WRECK)
    error, rest = replace(first, severity=Severity.ERROR), [replace(one, severity=Severity.WARNING) for one in others]
    assert next(grouped(article, [head, error, *rest])).severity is Severity.ERROR
    assert next(grouped(article, [head, replace(error, new=False), *rest])).severity is Severity.WARNING
    old = [replace(one, new=False) for one in (error, *rest)]
    assert next(grouped(article, [head, *old])).severity is Severity.ERROR


def test_a_sum_is_graver_than_its_group_only_where_that_is_asked_for() -> None:
    article, [head, *members] = audited()
    members = [replace(one, severity=Severity.WARNING) for one in members]
    told = [next(grouped(article, [head, *members], {NO_SOURCES.name: asked})).severity for asked in Severity]
    assert told == [Severity.ERROR, Severity.WARNING, Severity.WARNING]


def test_a_sum_keeps_its_fingerprint_when_claims_come_and_go() -> None:
    prints = set()
    for text in (FERRY, FERRY + WRECK):
        article, found = audited(text)
        prints.add(next(fingerprinted(article, grouped(article, found))).fingerprint)
    assert len(prints) == 1
