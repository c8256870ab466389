"""Grammar: what a proofreader flags, without what is no fault in an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.finding import Finding
from checks.grammar import across, house, others, own
from checks.grammar.hyphens import is_open_before_noun
from checks.grammar.options import GrammarOptions
from checks.grammar.rules import confidence, describe, is_off, is_spelling, needs_noun, rule_of, severity
from checks.grammar.text import Proof, proof
from checks.grammar.variety import languages, variety
from checks.grammar.vocabulary import Vocabulary, vocabulary
from checks.languages import is_english
from checks.rule import Check, CheckUnavailable, Context, Match, PartlyChecked, Proofreader

REPLACEMENTS = 5
"""Corrections offered at most."""


BY_SOUND = frozenset({"EN_A_VS_AN"})
"""Rules that go by the sound of the next word."""

BY_NUMBER = frozenset({"A_NNS"})
"""Rules on a plural where none fits, which names such as “the Sites dashboard” look like."""


def _run(article: Article, context: Context[GrammarOptions]) -> Iterator[Finding]:
    across.forms(article)  # here, so that it is remembered with the article
    ours = own.findings(article, context.vocabulary)
    yield from ours
    if context.proofreader is None:
        raise CheckUnavailable("there is no proofreader", "Set grammar.server, or let LanguageTool start.")
    reading = proof(article)
    if not reading.text.strip():
        return
    matches, fault = _proofread(context.proofreader, reading.text, variety(article, context.options))
    if is_english(article.language):
        yield from _told(article, context, reading, matches, ours)
    else:
        yield from _told_otherwise(article, context, reading, matches)
    if fault:
        raise fault


def _told(
    article: Article,
    context: Context[GrammarOptions],
    reading: Proof,
    matches: Sequence[Match],
    ours: tuple[Finding, ...],
) -> Iterator[Finding]:
    unknown = (place for match in matches if is_spelling(match) and (place := reading.place(match.span)))
    words = vocabulary(article, context.vocabulary, unknown)
    for match in matches:
        finding = _finding(article, context, reading, match, words)
        if finding is not None and not own.is_told(finding, ours):
            yield finding


def _told_otherwise(
    article: Article, context: Context[GrammarOptions], reading: Proof, matches: Sequence[Match]
) -> Iterator[Finding]:
    for match in matches:
        finding = others.finding(article, context.options, context.vocabulary, reading, match)
        if finding is not None:
            yield finding


def _proofread(proofreader: Proofreader, text: str, language: str) -> tuple[Sequence[Match], PartlyChecked | None]:
    """Return what is flagged, and what kept the proofreader from reading all of the text."""
    try:
        return proofreader.check(text, language), None
    except PartlyChecked as fault:
        return fault.matches, fault


def _finding(
    article: Article, context: Context[GrammarOptions], reading: Proof, match: Match, words: Vocabulary
) -> Finding | None:
    if is_off(match, context.options):
        return None
    span = reading.place(match.span)
    if span is None or not span.length or words.accepts(article, match, span):
        return None
    if needs_noun(match) and not is_open_before_noun(article.text, span, match.replacements):
        return None
    if match.rule in BY_NUMBER and article.slice(span).split()[-1][0].isupper():
        return None
    if match.rule in BY_SOUND and reading.is_before_stand_in(match.span):
        return None
    return rule_of(match).finding(
        article,
        span,
        match.message,
        confidence=confidence(match),
        severity=severity(match),
        replacements=match.replacements[:REPLACEMENTS],
    )


def _leaves_out(language: str) -> str:
    return "" if is_english(language) else "its own rules, beside LanguageTool's, know English only"


CHECK = Check(
    name="grammar",
    summary="Spelling, grammar and punctuation, proofread by LanguageTool; names and terms are known.",
    rules=(*own.RULES, *across.RULES),
    options=GrammarOptions,
    run=_run,
    compare=across.compare,
    overrule=house.overrule,
    needs_proofreader=True,
    languages=languages(),
    leaves_out=_leaves_out,
    describe=describe,
)
