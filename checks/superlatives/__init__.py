"""Superlatives: praise, rankings and certainties that nothing near supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.evidence.reach import reached
from checks.evidence.wording import Wording, wordings
from checks.finding import Evidence, Finding, Severity
from checks.rule import Check, Context, Options
from checks.superlatives import rules
from checks.superlatives.messages import LOOK_UP, told


class SuperlativesOptions(Options):
    """Settings of the superlatives check."""


NO_SOURCES = "citations/no-sources"
"""Rule that sums up facts without a source, those about the longest and the first among them."""

SURE = 0.6
"""Confidence from which praise has its rule's severity; below, it is a suggestion."""


def run(article: Article, _context: Context[SuperlativesOptions]) -> Iterator[Finding]:
    """Yield findings on superlatives, puffery and absolute claims that nothing in reach supports."""
    considered = reached(article)
    for one in wordings(article):
        evidence = (*one.evidence, *considered[one.sentence])
        if not is_supported(one, evidence):
            yield _finding(article, one, evidence)


def is_supported(one: Wording, evidence: Sequence[Evidence]) -> bool:
    """Whether evidence settles the wording: a ranking by what reaches it, praise by a source in its own sentence.

    A stock phrase has nothing in it that could be supported.
    """
    if one.kind == "cliche":
        return False
    return any(each.supports and (one.kind != "praise" or each.distance == 0) for each in evidence)


def _finding(article: Article, one: Wording, evidence: Sequence[Evidence]) -> Finding:
    message = told(article.slice(one.span), one.kind)
    # What can be measured or looked up needs a source, not another wording.
    mild = message.can_be_checked or (message.rule is rules.PUFFERY and one.confidence < SURE)
    return message.rule.finding(
        article,
        one.span,
        message.text,
        confidence=one.confidence,
        severity=Severity.SUGGESTION if mild else None,
        fix=LOOK_UP if message.can_be_checked else "",
        evidence=evidence,
        group=NO_SOURCES if message.can_be_checked else "",
    )


CHECK = Check(
    name="superlatives",
    summary="Superlatives, puffery and absolute claims that nothing near supports.",
    rules=rules.ALL,
    options=SuperlativesOptions,
    run=run,
)
