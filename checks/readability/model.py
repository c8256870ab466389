"""What readability says about an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SectionReadability:
    """How hard one section reads."""

    title: str
    """The heading, empty for what stands before the first."""
    line: int
    """Source line where it begins, 1-based."""
    words: int
    """Words of running text; headings, tables and code do not count."""
    grade: float | None
    """Our estimate of the US school grade; None when the section is too short for any formula."""
    indices: Mapping[str, float | None]
    """Each index by its name in snake case; None where the section is too short for it."""
    hardest: str
    """Its hardest sentence, as a reader sees it."""


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard an article reads."""

    grade: float | None
    """Our estimate of the US school grade; None when the text is too short for any formula."""
    indices: Mapping[str, float | None]
    """Each index by its name in snake case; None where the text is too short for it."""
    notes: tuple[str, ...]
    """What could not be computed, and why."""
    sections: tuple[SectionReadability, ...]
