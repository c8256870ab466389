"""A finding on praise says so when its sentence also states what could be looked up, without a source."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.citations import CHECK as CITATIONS
from checks.citations import CitationsOptions
from checks.evidence.claims import claims
from checks.evidence.need import bars
from checks.finding import LIKELY, Finding
from checks.parsing import parse
from checks.rule import Context
from checks.superlatives import CHECK, SuperlativesOptions

ALSO = "The sentence also "
FERRIES = " ".join(
    f"The ferry to island {name} leaves from the old pier at noon{'' if name in 'BDF' else f' [{number}]'}."
    for number, name in enumerate("ABCDEFGHIJ", start=1)
)
"""Passages of an article that cites as a rule, in which what is amid them is asked for a source when it states much."""
WORKS = "\n".join(f"{number}. Berg, E. Ferries of the north, volume {number}. 2011." for number in range(1, 11))
SENTENCES = (
    "The wonderful, unforgettable crossing is 20 percent shorter than the old one.",
    "The wonderful crossing is 20 percent shorter than the old one.",
    "The truly unforgettable crossing is 20 percent shorter than the old one.",
    "The amazing engine uses less fuel than the old one.",
    "The incredible new engine cuts fuel use by 20 percent.",
    "The amazing ferry carries 40 percent more cars than the old one.",
    "The truly unforgettable pier was paid for by 300 families.",
    "The stunning and breathtaking pier was paid for by 300 families.",
    "The stunning, world-class pier was paid for by 300 families in the town.",
    "The stunning and wonderful pier was paid for by 300 families in the town.",
    "A hidden gem, the pier was paid for by 300 families.",
    "The pier is a breathtaking sight.",
)


def praised(sentence: str) -> tuple[Article, list[Finding]]:
    """Return an article with a sentence of praise, and what is found of praise."""
    article = parse(
        f"# Ferries\n\n{sentence} {FERRIES}\n\n## References\n\n{WORKS}",
        id="article",
        format=Format.MARKDOWN,
    )
    assert CHECK.run is not None
    return article, list(CHECK.run(article, Context(SuperlativesOptions())))


def test_what_is_likely_to_need_a_source_and_is_told_nowhere_else_is_told_with_the_praise() -> None:
    assert CITATIONS.run is not None
    seen = set()
    for sentence in SENTENCES:
        article, found = praised(sentence)
        noted = [one for one in found if ALSO in one.message]
        missing = [
            one
            for one in CITATIONS.run(article, Context(CitationsOptions()))
            if one.quote == sentence and one.confidence >= LIKELY
        ]
        assert not (noted and missing)
        claim = next((one for one in claims(article) if article.slice(one.span) == sentence), None)
        bar = bars(article)[claim.sentence] if claim else 0.0
        likely = claim is not None and min(bar, LIKELY) <= claim.need < max(bar, LIKELY)
        assert bool(noted) is likely
        seen.add(likely)
    assert seen == {True, False}


@pytest.mark.parametrize(
    "source", ["[survey](https://www.ssb.no/en/piers/2019)", "[survey](https://doi.org/10.1000/pier.7)"]
)
def test_what_has_a_source_is_not_said_to_lack_one(source: str) -> None:
    _, found = praised(f"The wonderful crossing is 20 percent shorter than the old one ({source}).")
    assert not any(ALSO in one.message for one in found)


def test_the_note_says_what_could_be_looked_up() -> None:
    told = [one.message for sentence in SENTENCES for one in praised(sentence)[1] if ALSO in one.message]
    assert told
    assert all(one.endswith(" without a source.") and one.count(ALSO) == 1 for one in told)
