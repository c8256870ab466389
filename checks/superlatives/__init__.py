"""Superlatives: praise, rankings and certainties that nothing near supports."""

from __future__ import annotations

from collections.abc import Iterator

from checks.article import Article
from checks.evidence.reach import reached
from checks.finding import Evidence, Finding, Severity
from checks.rule import Check, Context, Options, Rule
from checks.superlatives import rules
from checks.superlatives.wording import Wording, wordings


class SuperlativesOptions(Options):
    """Settings of the superlatives check."""


def run(article: Article, context: Context[SuperlativesOptions]) -> Iterator[Finding]:
    """Yield findings on superlatives, puffery and absolute claims that nothing in reach supports."""
    considered = reached(article)
    for one in wordings(article):
        evidence = considered[one.sentence]
        if one.kind == "puffery" or not any(each.supports for each in evidence):
            yield _finding(article, one, evidence)


def _finding(article: Article, one: Wording, evidence: tuple[Evidence, ...]) -> Finding:
    rule, message, severity = _told(article, one)
    return rule.finding(article, one.span, message, confidence=one.confidence, severity=severity, evidence=evidence)


def _told(article: Article, one: Wording) -> tuple[Rule, str, Severity | None]:
    shown = f"“{article.slice(one.span)}”"
    nothing = "no source, figure or ranking stands with it"
    if one.kind == "measurable":
        return (
            rules.SUPERLATIVE,
            f"{shown} can be measured, but {nothing}; say who counted, and when.",
            Severity.SUGGESTION,
        )
    if one.kind == "judged":
        return rules.SUPERLATIVE, f"{shown} ranks above all others, but {nothing}.", None
    if one.kind == "only":
        return rules.SUPERLATIVE, f"{shown} says that nothing else compares, but {nothing}.", None
    if one.kind == "absolute":
        return rules.ABSOLUTE, f"{shown} leaves no room for exceptions, and {nothing}.", None
    if one.kind == "cliche":
        return rules.PUFFERY, f"{shown} is a stock phrase of advertising and says nothing that could be checked.", None
    return rules.PUFFERY, f"{shown} praises without telling the reader what for.", None


CHECK = Check(
    name="superlatives",
    summary="Superlatives, puffery and absolute claims that nothing near supports.",
    rules=rules.ALL,
    options=SuperlativesOptions,
    run=run,
)
