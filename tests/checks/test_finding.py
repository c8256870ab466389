"""Fingerprints tell findings apart and know them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checks.article import Article
from checks.finding import Finding, Related, Severity, fingerprinted
from checks.parsing import parse
from checks.position import Span

WORDS = st.lists(
    st.sampled_from(["tide", "harbour", "gauge", "salt", "rope", "lamp", "keeper", "é", "👩‍🚀"]),
    min_size=1,
    max_size=12,
)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


def at(
    article: Article, span: Span | None, rule: str = "residue/placeholder", related: Sequence[Related] = ()
) -> Finding:
    """Return a finding at a text span of `article`."""
    place = article.map.to_source(span) if span else None
    quote = article.quote(place) if place else ""
    return Finding(rule, Severity.WARNING, 0.9, "", "", "", place, quote, related=tuple(related))


def of_words(article: Article) -> list[Finding]:
    """Return a finding for each word of `article`, with fingerprints."""
    return list(fingerprinted(article, [at(article, word) for word in article.words]))


@given(PARAGRAPHS)
def test_they_are_unique_in_an_article(paragraphs: list[str]) -> None:
    prints = [one.fingerprint for one in of_words(parse("\n\n".join(paragraphs)))]
    assert len(set(prints)) == len(prints)
    assert all(len(one) == 16 for one in prints)


@given(PARAGRAPHS, PARAGRAPHS)
def test_they_survive_paragraphs_put_before_and_after(paragraphs: list[str], others: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    # Upper case letters keep the new paragraphs apart from the old ones.
    extra = [f"Q{number} {other.replace('e', 'x').upper()}" for number, other in enumerate(others)]
    before = of_words(parse(text))
    after = of_words(parse("\n\n".join([*extra, text, *reversed(extra)])))
    assert {one.fingerprint for one in before} <= {one.fingerprint for one in after}


@given(PARAGRAPHS, st.sampled_from(["\n", "\r\n"]))
def test_they_survive_a_new_name_and_new_line_ends(paragraphs: list[str], end: str) -> None:
    before = of_words(parse("\n\n".join(paragraphs), id="old.md"))
    after = of_words(parse((end * 2).join(paragraphs), id="new/name.md"))
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]


def test_the_same_words_in_another_sentence_are_another_finding() -> None:
    one = parse("The old lamp hung over the wet quay.")
    two = parse("The new lamp stood beside the dry dock.")
    [first] = fingerprinted(one, [at(one, Span(8, 12))])
    [second] = fingerprinted(two, [at(two, Span(8, 12))])
    assert (first.quote, second.quote) == ("lamp", "lamp")
    assert first.fingerprint != second.fingerprint


def test_another_rule_in_the_same_place_is_another_finding() -> None:
    article = parse("The old lamp.")
    first, second = fingerprinted(
        article, [at(article, Span(4, 7)), at(article, Span(4, 7), rule="residue/missing-space")]
    )
    assert first.fingerprint != second.fingerprint


def test_message_confidence_and_severity_do_not_enter() -> None:
    article = parse("The old lamp.")
    finding = at(article, Span(4, 7))
    other = replace(finding, message="Reworded.", confidence=0.4, severity=Severity.ERROR)
    assert next(fingerprinted(article, [finding])).fingerprint == next(fingerprinted(article, [other])).fingerprint


def test_a_finding_about_the_article_is_known_by_its_related_articles() -> None:
    article = parse("The old lamp.")
    twins = [
        at(article, None, "duplication/near-duplicate", [Related(name, None, None, "")]) for name in ("a.md", "b.md")
    ]
    first, second = fingerprinted(article, twins)
    [again] = fingerprinted(parse("The new lamp, rewritten."), [twins[0]])
    assert first.fingerprint != second.fingerprint
    assert again.fingerprint == first.fingerprint


def test_a_place_that_shows_no_text_has_one_too() -> None:
    article = parse("![](quay.jpg)\n")
    finding = replace(at(article, None), span=Span(0, 13), quote="![](quay.jpg)")
    assert next(fingerprinted(article, [finding])).fingerprint


def test_severities_rank_from_the_worst() -> None:
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.ERROR, Severity.WARNING, Severity.SUGGESTION]
