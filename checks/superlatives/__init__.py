"""Superlatives: praise, rankings and certainties that nothing near supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.evidence.reach import considered
from checks.evidence.wording import Wording, is_supported, wordings
from checks.finding import Evidence, Finding, Severity
from checks.position import Span
from checks.rule import Check, Context, Options
from checks.superlatives import rules
from checks.superlatives.messages import told


class SuperlativesOptions(Options):
    """Settings of the superlatives check."""


NO_SOURCES = "citations/no-sources"
"""Rule that sums up facts without a source, those about the longest and the first among them."""

SURE = 0.6
"""Confidence from which praise has its rule's severity; below, it is a suggestion."""

BEHIND = 60
"""Characters behind a wording that show what it is said of."""


def run(article: Article, _context: Context[SuperlativesOptions]) -> Iterator[Finding]:
    """Yield findings on superlatives, puffery and absolute claims that nothing in reach supports."""
    for one in wordings(article):
        evidence = (*one.evidence, *considered(article, one.sentence))
        if not is_supported(one, evidence, article.map.to_source(one.span)):
            yield _finding(article, one, evidence)


def _finding(article: Article, one: Wording, evidence: Sequence[Evidence]) -> Finding:
    behind = Span(one.span.end, min(article.sentences[one.sentence].span.end, one.span.end + BEHIND))
    message = told(article.slice(one.span), one.kind, article.slice(behind))
    doubtful = message.rule is rules.PUFFERY and one.confidence < SURE
    return message.rule.finding(
        article,
        one.span,
        message.text,
        confidence=one.confidence,
        severity=Severity.SUGGESTION if doubtful else None,
        evidence=evidence,
        group=NO_SOURCES if message.rule is rules.FACTUAL else "",
    )


CHECK = Check(
    name="superlatives",
    summary="Superlatives, puffery and absolute claims that nothing near supports.",
    rules=rules.ALL,
    options=SuperlativesOptions,
    run=run,
)
