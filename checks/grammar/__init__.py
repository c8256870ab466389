"""Grammar: what a proofreader flags, without what is no fault in an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.finding import Finding
from checks.grammar import across, house, own
from checks.grammar.dialect import dialect
from checks.grammar.hyphens import is_open_before_noun
from checks.grammar.options import GrammarOptions
from checks.grammar.rules import confidence, describe, is_off, is_spelling, needs_noun, rule_of, severity
from checks.grammar.text import Proof, proof
from checks.grammar.vocabulary import Vocabulary, vocabulary
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
    matches, fault = _proofread(context.proofreader, reading.text, dialect(article, context.options))
    unknown = (place for match in matches if is_spelling(match) and (place := reading.place(match.span)))
    words = vocabulary(article, context.vocabulary, unknown)
    for match in matches:
        finding = _finding(article, context, reading, match, words)
        if finding is not None and not own.is_told(finding, ours):
            yield finding
    if fault:
        raise fault


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


CHECK = Check(
    name="grammar",
    summary="Spelling, grammar and punctuation, proofread by LanguageTool; names and terms are known.",
    rules=(*own.RULES, *across.RULES),
    options=GrammarOptions,
    run=_run,
    compare=across.compare,
    overrule=house.overrule,
    needs_proofreader=True,
    describe=describe,
)
