"""Make findings, audited articles and runs in a line each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from checks.article import Article
from checks.finding import Finding, Related, Severity, fingerprinted
from checks.position import Span
from checks.score import score
from reports.audit import AuditedArticle, CheckStatus, Gate, Run, Status, Verdict

CHECKS = ("citations", "duplication", "grammar", "readability", "residue", "superlatives")

WHY = {
    "citations": "A reader cannot check what has no source, and a wrong figure spreads.",
    "duplication": "Readers skip what they have read before, and search engines rank copies down.",
    "grammar": "A slip makes readers doubt the facts as well.",
    "readability": "Half of all readers give up on texts that ask more of them than they expect.",
    "residue": "What a paste leaves behind tells readers that nobody has read the page.",
    "superlatives": "Praise that nobody can check costs trust.",
}
FIX = {
    "citations": "Link the study or name who says so; otherwise cut the claim.",
    "duplication": "Keep the passage in one place and link to it from the other.",
    "grammar": "Correct the spelling or accept the word in the vocabulary.",
    "readability": "Cut the sentence at its first clause.",
    "residue": "Delete it, or put in its place what it stands for.",
    "superlatives": "Say what it was compared with, or drop the adjective.",
}


def find(article: Article, rule: str, quote: str, message: str, *, nth: int = 0, **more: Any) -> Finding:  # noqa: ANN401 - a finding's fields
    """Return a finding of `rule` at the `nth` place of `quote` in the source; an empty quote is the whole article."""
    start = -1
    for _ in range(nth + 1):
        start = article.source.index(quote, start + 1)
    given: dict[str, Any] = {
        "severity": Severity.WARNING,
        "confidence": 0.8,
        "why": WHY.get(rule.partition("/")[0], ""),
        "fix": FIX.get(rule.partition("/")[0], ""),
        **more,
    }
    span = Span(start, start + len(quote)) if quote else None
    return Finding(rule=rule, message=message, span=span, quote=quote, **given)


def place(article: Article, quote: str, note: str = "") -> Related:
    """Return a related place."""
    start = article.source.index(quote)
    return Related(article.id, Span(start, start + len(quote)), article.position(start).line, quote, note)


def audited(
    article: Article,
    findings: Iterable[Finding],
    *,
    path: str | None = None,
    checks: Mapping[str, CheckStatus] | None = None,
    **more: Any,  # noqa: ANN401 - an audited article's fields
) -> AuditedArticle:
    """Return the article with its findings in order, its scores and a verdict that follows from them."""
    found = sorted(fingerprinted(article, findings), key=lambda one: (one.span is not None, one.span or Span(0, 0)))
    ran = checks or {name: CheckStatus(Status.RAN) for name in CHECKS}
    worst = any(one.severity is Severity.ERROR and not one.suppressed for one in found)
    incomplete = any(one.status is Status.FAILED for one in ran.values())
    words = len(article.words)
    return AuditedArticle(
        id=article.id,
        path=article.id if path is None else path,
        sha256=hashlib.sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest(),
        article=article,
        verdict=Verdict.INCOMPLETE if incomplete else Verdict.FAILED if worst else Verdict.PASSED,
        score=score(words, found),
        scores={
            name: score(words, [one for one in found if one.check == name])
            for name, check in ran.items()
            if check.status is Status.RAN
        },
        findings=tuple(found),
        checks=ran,
        **more,
    )


def run(verdict: Verdict, checks: Mapping[str, CheckStatus] | None = None, **gate: Any) -> Run:  # noqa: ANN401 - a gate's fields
    """Return a run with fixed times."""
    policy: dict[str, Any] = {"fail_on": "error", "min_confidence": 0.5, "basis": "all findings", "reasons": (), **gate}
    return Run(
        started="2026-11-21T06:00:00+01:00",
        seconds=12.4,
        verdict=verdict,
        gate=Gate(**policy),
        checks=checks or {name: CheckStatus(Status.RAN, seconds=1.5) for name in CHECKS},
        settings="9ab1c04d55e0a7f2",
        provenance={"commit": "4f2c9d1", "LanguageTool": "6.8"},
    )
