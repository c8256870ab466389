"""How the claims of an article stand, the same in every report: how much each needs a source, whether it has one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checks.evidence import Claim
from checks.evidence.claims import LIKELY, LISTED
from checks.finding import Finding
from checks.position import Span
from reports.audit import AuditedArticle

HIGH = 0.75
"""Score from which a claim is called one that highly needs a source."""

CLAIMING = frozenset({"citations", "superlatives"})
"""Checks that look at claims."""

ASKING = frozenset({"citations/missing-citation", "citations/vague-attribution"})
"""Rules that miss a source where none, or none that is named, stands. Whoever is asked for one is not told that it is
there: what supports a sentence may bear out less than all of it."""


class Standing(NamedTuple):
    """A claim as the reports tell it."""

    claim: Claim
    source: Span
    need: str
    """How much it needs a source: `high`, `medium`, `low`, or `slight`, of which only programs are told."""
    supported: bool
    noted: bool
    """Whether a finding is on it."""


def standings(one: AuditedArticle) -> tuple[Standing, ...]:
    """Return how the claims of an article stand, in reading order."""
    article = one.article
    if article is None:
        return ()
    asked = [finding for finding in one.counted if finding.span and finding.check in CLAIMING]
    sources = [article.map.to_source(claim.span) for claim in one.claims]
    return tuple(
        _standing(claim, source, _on(source, asked)) for claim, source in zip(one.claims, sources, strict=True)
    )


def _on(source: Span, findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings on a claim, the places that belong to them included."""
    return [
        one
        for one in findings
        if any(span and source.overlaps(span) for span in (one.span, *(place.span for place in one.related)))
    ]


def _standing(claim: Claim, source: Span, findings: Sequence[Finding]) -> Standing:
    asked = any(one.group or one.rule in ASKING for one in findings)
    supported = claim.supported and not asked
    lacking = bool(findings) and not supported and (asked or claim.score >= LISTED)
    return Standing(claim, source, _need(claim.score, lacking=lacking), supported, bool(findings))


def _need(score: float, *, lacking: bool) -> str:
    """Return in a word how much a claim needs a source; `lacking`: whether it has none and a note in it."""
    if score >= HIGH:
        return "high"
    if score >= LIKELY or lacking:
        return "medium"
    return "low" if score >= LISTED else "slight"
