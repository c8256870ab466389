"""Superlatives: praise, rankings and certainties that nothing near supports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from checks.article import Article
from checks.evidence.settling import is_settled
from checks.evidence.sources.heard import heard_in
from checks.evidence.statements.stakes import stakes
from checks.evidence.statements.topic import is_strict
from checks.evidence.support.reach import considered
from checks.evidence.wordings.factual import behind
from checks.evidence.wordings.kinds import kind_of
from checks.evidence.wordings.wording import Wording, wordings
from checks.finding import Evidence, Finding, Severity, stricter
from checks.rule import Check, Context, Options, Rule, related
from checks.superlatives import rules
from checks.superlatives.messages import Message, lacking, told
from checks.tokens import tokens


class SuperlativesOptions(Options):
    """Settings of the superlatives check."""


NO_SOURCES = "citations/no-sources"
"""Rule that sums up facts without a source, those about the longest and the first among them."""

SURE = 0.6
"""Confidence from which praise has its rule's severity; below, it is a suggestion."""

JUDGED = frozenset({rules.PUFFERY.name, rules.SUPERLATIVE.name, rules.ABSOLUTE.name})
"""Rules of which a sentence has one finding however many of its words they mark: an editor reads one note, not four."""

NAMED = 6
"""Further words of a sentence that its note names; all are marked."""


_OF_ITS_KIND = re.compile(
    r"(?:(?:a|the|truly|wholly|simply) ){0,3}(?:unique|unparalleled|unrivall?ed|unmatched)\b", re.IGNORECASE
)
_PRAISING = ("cliche", "praise")
"""Kinds of wordings that praise and rank nothing, those that no source could support first."""


class _Unsupported(NamedTuple):
    """A wording that nothing in reach supports, and what is said of it."""

    wording: Wording
    evidence: tuple[Evidence, ...]
    message: Message


def run(article: Article, _context: Context[SuperlativesOptions]) -> Iterator[Finding]:
    """Yield findings on superlatives, puffery and absolute claims that nothing in reach supports."""
    for _, them in groupby(_unsupported(article), key=lambda one: one.wording.sentence):
        yield from _in_sentence(article, list(them))


def _unsupported(article: Article) -> Iterator[_Unsupported]:
    for found in wordings(article):
        one = found._replace(kind=_sense(article, found))
        evidence = (*one.evidence, *considered(article, one.sentence))
        if not is_settled(article, one, evidence):
            yield _Unsupported(one, evidence, told(article.slice(one.span), one.kind, behind(article, one)))


def _sense(article: Article, wording: Wording) -> str:
    """Return the kind of a wording: of what says that nothing compares, and only adds to praise, that of the praise.

    Nobody could cite who compared a "unique groundbreaking wonder"; the words are to be others.
    """
    opening = _OF_ITS_KIND.match(article.text, wording.span.start, wording.span.end) if wording.kind == "only" else None
    if opening is None:
        return wording.kind
    column = tokens(article)
    rest = range(column.at(opening.end()), column.at(wording.span.end))
    kinds = {kind_of(column, hit) for hit in heard_in(column.words, rest).strong[0]}
    return next((kind for kind in _PRAISING if kind in kinds), wording.kind)


def _in_sentence(article: Article, them: Sequence[_Unsupported]) -> Iterator[Finding]:
    """Yield a finding for all praise of a sentence, one for all its rankings, one for all certainties and one a fact.

    What an editor strikes is decided at one go; what could be looked up is looked up one by one.
    """
    alike: dict[tuple[str, int], list[_Unsupported]] = {}
    for number, one in enumerate(them):
        name = one.message.rule.name
        alike.setdefault((name, 0 if name in JUDGED else number), []).append(one)
    praises = all(one.message.rule is rules.PUFFERY for one in them)
    note = lacking(article, them[0].wording.sentence) if praises else ""
    for same in alike.values():
        yield _finding(article, sorted(same, key=lambda one: -one.wording.confidence), note)


def _finding(article: Article, same: Sequence[_Unsupported], note: str) -> Finding:
    """Return the finding at the surest of some wordings; the others are related places, the surest first."""
    (one, evidence, message), *others = same
    words = {(quote := article.slice(other.wording.span)).casefold(): f"“{quote}”" for other in others}
    words.pop(article.slice(one.span).casefold(), "")
    also = ", ".join(list(words.values())[:NAMED]) + (f" and {len(words) - NAMED} more" if len(words) > NAMED else "")
    doubtful = message.rule is rules.PUFFERY and one.confidence < SURE
    found = message.rule.finding(
        article,
        one.span,
        message.text,
        confidence=one.confidence,
        severity=Severity.SUGGESTION if doubtful else None,
        remedy=message.remedy,
        related=[related(article, other.wording.span, "in the same sentence") for other in others],
        evidence=evidence,
        group=NO_SOURCES if message.rule is rules.FACTUAL else "",
    )
    found = replace(found, message=f"{found.message}{f' Also in this sentence: {also}.' if also else ''}{note}")
    return stricter(found) if _is_acted_on(article, one, message.rule) else found


def _is_acted_on(article: Article, wording: Wording, rule: Rule) -> bool:
    """Whether readers act on a wording in a field that is held to a stricter standard: a certainty, or a ranking there.

    A ranking of something else, or praise, costs nobody health, rights or money.
    """
    if rule not in (rules.ABSOLUTE, rules.SUPERLATIVE) or not is_strict(article):
        return False
    return rule is rules.ABSOLUTE or stakes(article, wording.sentence) > 0


CHECK = Check(
    name="superlatives",
    summary="Superlatives, puffery and absolute claims that nothing near supports.",
    rules=rules.ALL,
    options=SuperlativesOptions,
    run=run,
)
