"""Severed: claims whose only sources turned out, when links were asked, to lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checks.article import Article
from checks.citations.link_rules import DEAD, DOI_UNKNOWN, HOME_PAGE
from checks.citations.statement_rules import MISSING
from checks.citations.statements import STRONG
from checks.evidence.claims import Claim, claims, told
from checks.evidence.reasons import reasons
from checks.finding import Evidence, Finding, Severity
from checks.position import Span

GONE = frozenset({DEAD.name, DOI_UNKNOWN.name, HOME_PAGE.name})
"""Rules on links behind which there is nothing that a statement could be checked against."""


def severed(article: Article, found: Iterable[Finding], least: Sequence[float]) -> Iterator[Finding]:
    """Yield a finding for each claim that needs a source and loses its last one; `found` tells which links are dead."""
    known = claims(article)
    for before, after in zip(known, weighed(known, found), strict=True):
        lost = _is_backed(before) and not _is_backed(after)
        if lost and after.need >= least[after.sentence]:
            yield _finding(article, after, next(one for one in before.evidence if one.supports))


def weighed(known: Sequence[Claim], found: Iterable[Finding]) -> tuple[Claim, ...]:
    """Return claims as they stand when the links that `found` calls dead support nothing any more."""
    dead = tuple(_places(found))
    return tuple(_without(claim, dead) for claim in known) if dead else tuple(known)


def _places(found: Iterable[Finding]) -> Iterator[Span]:
    for one in found:
        if one.rule in GONE:
            yield from (place for place in (one.span, *(other.span for other in one.related)) if place)


def _without(claim: Claim, dead: Sequence[Span]) -> Claim:
    evidence = tuple(replace(one, supports=False) if _is_dead(one, dead) else one for one in claim.evidence)
    return replace(claim, evidence=evidence, supported=claim.supported and any(one.supports for one in evidence))


def _is_backed(claim: Claim) -> bool:
    """Whether something supports what a claim states, whatever it praises besides."""
    return any(one.supports for one in claim.evidence)


def _is_dead(evidence: Evidence, dead: Sequence[Span]) -> bool:
    place = evidence.span
    return evidence.supports and place is not None and any(one.covers(place) for one in dead)


def _finding(article: Article, claim: Claim, lost: Evidence) -> Finding:
    why = reasons(article, claim.sentence)
    message = f"This sentence {told(article, claim.sentence)}, and its only source, “{lost.text}”, leads nowhere"
    return MISSING.finding(
        article,
        claim.span,
        message,
        confidence=claim.need,
        severity=None if claim.need >= STRONG else Severity.SUGGESTION,
        remedy=why[0].settles,
        evidence=claim.evidence,
        reasons=tuple(one.words for one in why),
    )
