"""What praises in a sentence that ranks, told with the ranking: an editor mends both at one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checks.article import Article
from checks.finding import Finding, Related, gravest
from checks.position import Span
from checks.rule import related

PRAISE, RANKING = "superlatives/puffery", "superlatives/unsupported-superlative"
ALSO = " Also in this sentence: "


def joined(article: Article, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, the praise of a sentence with its ranking, as severe and as sure as the surer of both."""
    rankings = {at: one for one in findings if (at := _sentence(article, one, RANKING)) >= 0}
    praises: Mapping[int, Finding] = {
        at: one for one in findings if (at := _sentence(article, one, PRAISE)) in rankings and at >= 0
    }
    told = {id(one) for one in praises.values()}
    for one in findings:
        if id(one) in told:
            continue
        at = _sentence(article, one, RANKING)
        yield _with(article, one, praises[at]) if at in praises and rankings[at] is one else one


def _sentence(article: Article, finding: Finding, rule: str) -> int:
    """Return the sentence of a finding of a rule; -1 for any other, and for one that is suppressed."""
    if finding.rule != rule or finding.suppressed or finding.span is None or not article.sentences:
        return -1
    return article.sentence_of(finding.span)


def _with(article: Article, ranking: Finding, praise: Finding) -> Finding:
    places = [praise.span, *(one.span for one in praise.related)]
    spans = [article.map.to_text(one) for one in places if one]
    words = ", ".join(dict.fromkeys(f"“{article.slice(one)}”" for one in spans))
    message = ranking.message
    message = f"{message.removesuffix('.')}, {words}." if ALSO in message else f"{message}{ALSO}{words}."
    return replace(
        ranking,
        message=message,
        severity=gravest((ranking.severity, praise.severity)),
        confidence=max(ranking.confidence, praise.confidence),
        related=(*ranking.related, *(_place(article, one) for one in spans)),
    )


def _place(article: Article, span: Span) -> Related:
    return related(article, span, "in the same sentence")
