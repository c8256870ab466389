"""The table of claims: what an article states, what supports it, and the way to its place and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checks.evidence import Claim
from checks.position import Span
from reports.audit import AuditedArticle
from reports.html.considered import Seen, seen
from reports.html.links import block_at

if TYPE_CHECKING:
    from reports.html.notes import Notes
    from reports.html.segments import Shown

HIGH, LIKELY, DOUBTFUL = 0.75, 0.5, 0.3
"""Scores from which a claim is called one that highly needs a source, is listed openly, and is listed at all: below
that it is none that a reader need look at; programs find it in the JSON."""


class Listed(NamedTuple):
    """A claim that the page lists."""

    anchor: str
    claim: Claim
    source: Span


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim and what supports it."""

    anchor: str
    text: str
    href: str
    """To the mark of a finding on it, or to its block."""
    line: int
    need: str
    why: str
    supported: bool
    evidence: tuple[Seen, ...]
    """What supports it, or, where nothing does, what stands nearest."""
    notes: tuple[Shown, ...]
    """Findings that are marked in it."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of an article, each part in reading order."""

    without: tuple[ClaimRow, ...]
    """Those that nothing supports."""
    supported: tuple[ClaimRow, ...]
    doubtful: tuple[ClaimRow, ...]
    """Those that hardly need a source, none of which has a note."""

    @property
    def noted(self) -> int:
        """Number of claims without a source that have a note; the others are not sure enough to be findings."""
        return sum(bool(row.notes) for row in self.without)


def listed(one: AuditedArticle) -> Iterator[Listed]:
    """Yield the claims of an article that its page lists."""
    if one.article is None:
        return
    for number, claim in enumerate(one.claims, 1):
        if claim.score >= DOUBTFUL:
            yield Listed(f"c-{number}", claim, one.article.map.to_source(claim.span))


def claims(one: AuditedArticle, found: Notes) -> Claims:
    """Return the table of claims of an article whose notes are `found`."""
    rows = tuple(_rows(one, found))
    return Claims(
        tuple(row for row in rows if row.need != "low" and not row.supported),
        tuple(row for row in rows if row.need != "low" and row.supported),
        tuple(row for row in rows if row.need == "low"),
    )


def _rows(one: AuditedArticle, found: Notes) -> Iterator[ClaimRow]:
    article = one.article
    if article is None:
        return
    for anchor, claim, source in listed(one):
        notes = tuple(shown for shown in found.shown if shown.source.overlaps(source) and found.is_about(shown))
        evidence = [piece for piece in claim.evidence if piece.supports or not claim.supported]
        yield ClaimRow(
            anchor,
            article.slice(claim.span),
            f"#f-{notes[0].anchor}" if notes else f"#b-{block_at(article, source)}",
            article.position(source.start).line,
            "high" if claim.score >= HIGH else "medium" if claim.score >= LIKELY or notes else "low",
            claim.why,
            claim.supported,
            tuple(map(seen, evidence if claim.supported else evidence[:1])),
            notes,
        )
