"""Superlatives: praise, rankings and certainties that nothing near supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.evidence.reach import reached
from checks.evidence.wording import Wording, wordings
from checks.finding import Evidence, Finding, Severity
from checks.rule import Check, Context, Options, Rule
from checks.superlatives import rules

SURE = 0.7
"""Confidence from which puffery is a warning; below, a suggestion."""

_NOTHING = "no source, figure or ranking stands in the sentence"


class SuperlativesOptions(Options):
    """Settings of the superlatives check."""


def run(article: Article, _context: Context[SuperlativesOptions]) -> Iterator[Finding]:
    """Yield findings on superlatives, puffery and absolute claims that their sentence does not support."""
    considered = reached(article)
    for one in wordings(article):
        evidence = considered[one.sentence]
        if not _is_supported(one, evidence):
            rule, message, severity = _told(article, one)
            yield rule.finding(
                article, one.span, message, confidence=one.confidence, severity=severity, evidence=evidence
            )


def _is_supported(one: Wording, evidence: Sequence[Evidence]) -> bool:
    """Whether evidence settles the wording: a ranking by what reaches it, praise by a source in its own sentence.

    A stock phrase has nothing in it that could be supported.
    """
    if one.kind == "cliche":
        return False
    return any(each.supports and (one.kind != "praise" or each.distance == 0) for each in evidence)


def _told(article: Article, one: Wording) -> tuple[Rule, str, Severity | None]:
    shown = f"“{article.slice(one.span)}”"
    milder = None if one.confidence >= SURE else Severity.SUGGESTION
    if one.kind == "measurable":
        return (
            rules.SUPERLATIVE,
            f"{shown} can be measured, but {_NOTHING}; say who did, and when.",
            Severity.SUGGESTION,
        )
    if one.kind == "judged":
        return rules.SUPERLATIVE, f"{shown} ranks it above others, but {_NOTHING}.", None
    if one.kind == "only":
        return rules.SUPERLATIVE, f"{shown} says that nothing else compares, but {_NOTHING}.", None
    if one.kind == "absolute":
        return rules.ABSOLUTE, f"{shown} leaves no room for exceptions, and {_NOTHING}.", None
    if one.kind == "cliche":
        return (
            rules.PUFFERY,
            f"{shown} is a stock phrase of advertising and tells nothing that could be checked.",
            milder,
        )
    return rules.PUFFERY, f"{shown} praises without telling the reader what for.", milder


CHECK = Check(
    name="superlatives",
    summary="Superlatives, puffery and absolute claims that nothing near supports.",
    rules=rules.ALL,
    options=SuperlativesOptions,
    run=run,
)
