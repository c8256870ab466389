"""The table of claims: what an article states, what supports it, and the way to its place and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reports.audit import AuditedArticle
from reports.claims import Standing, standings
from reports.html.considered import Seen, is_worth, seen
from reports.html.links import block_at

if TYPE_CHECKING:
    from reports.html.notes import Notes
    from reports.html.segments import Shown


class Listed(NamedTuple):
    """A claim that the page lists."""

    anchor: str
    standing: Standing


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
    noted: bool
    """Whether a finding is on it."""
    summed: bool
    """Whether a note on the article or a section sums one of them up."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of an article, each part in reading order."""

    without: tuple[ClaimRow, ...]
    """Those that nothing supports and a note is on."""
    perhaps: tuple[ClaimRow, ...]
    """Those that nothing supports, but that do not surely need a source."""
    supported: tuple[ClaimRow, ...]
    doubtful: tuple[ClaimRow, ...]
    """Those that hardly need a source, none of which is asked for one."""

    @property
    def doubtful_supported(self) -> int:
        """Number of claims that hardly need a source and have one."""
        return sum(row.supported for row in self.doubtful)

    @property
    def told(self) -> str:
        """What was said of the claims without a source, in a sentence; empty where each has a note of its own."""
        summed, every = sum(row.summed for row in self.without), len(self.without)
        own = every - summed
        if own == every:
            return ""
        if not own:
            return "Each is summed up above." if every > 1 else "It is summed up above."
        several, alone = ("are" if summed > 1 else "is"), ("have notes" if own > 1 else "has a note")
        return f"{summed:,} {several} summed up above and {own:,} {alone} of {'their' if own > 1 else 'its'} own."


def listed(one: AuditedArticle) -> Iterator[Listed]:
    """Yield the claims of an article that its page lists: those that may need a source or are asked for one.

    Programs find the others in the JSON.
    """
    for number, standing in enumerate(standings(one), 1):
        if standing.need != "slight":
            yield Listed(f"c-{number}", standing)


def claims(one: AuditedArticle, found: Notes) -> Claims:
    """Return the table of claims of an article whose notes are `found`."""
    rows = tuple(_rows(one, found))
    bare = [row for row in rows if row.need != "low" and not row.supported]
    return Claims(
        tuple(row for row in bare if row.noted),
        tuple(row for row in bare if not row.noted),
        tuple(row for row in rows if row.need != "low" and row.supported),
        tuple(row for row in rows if row.need == "low"),
    )


def _rows(one: AuditedArticle, found: Notes) -> Iterator[ClaimRow]:
    article = one.article
    if article is None:
        return
    for anchor, (claim, source, need, supported, noted) in listed(one):
        about = [shown for shown in found.shown if shown.source.overlaps(source) and found.is_about(shown)]
        # A note that is shown at several places of a claim is one note.
        notes = tuple({shown.number: shown for shown in reversed(about)}.values())[::-1]
        evidence = [piece for piece in claim.evidence if piece.supports or not supported]
        yield ClaimRow(
            anchor,
            article.slice(claim.span),
            f"#f-{notes[0].anchor}" if notes else f"#b-{block_at(article, source)}",
            article.position(source.start).line,
            need,
            claim.why,
            supported,
            tuple(map(seen, evidence if supported else filter(is_worth, evidence[:1]))),
            notes,
            noted,
            any(found.by_number[shown.number].summed_by for shown in notes),
        )
