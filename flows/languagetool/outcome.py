"""What comes of a text that is proofread in pieces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from checks.rule import Match, PartlyChecked
from flows.languagetool.faults import Fault

FAILURES = 6
"""Failed requests on one text after which the rest of it is given up."""

QUOTED = 60
"""Code points of a passage that a message quotes."""


@dataclass(slots=True)
class Outcome:
    """What came of one text so far."""

    matches: list[Match] = field(default_factory=list)
    lost: list[tuple[str, Fault]] = field(default_factory=list)
    failures: int = 0

    @property
    def hopeless(self) -> bool:
        """Whether more tries are in vain."""
        return self.failures >= FAILURES

    def add(self, matches: Iterable[Match], start: int) -> None:
        """Take note of what was flagged in the piece that begins at `start`."""
        self.matches += (replace(match, span=match.span.shift(start)) for match in matches)

    def partly(self) -> PartlyChecked:
        """Return what to raise when passages were lost."""
        text, fault = self.lost[0]
        begins = " ".join(text.split())[:QUOTED]
        more = f" and {len(self.lost) - 1} more" if len(self.lost) > 1 else ""
        return PartlyChecked(
            f"LanguageTool cannot proofread the passage that begins “{begins}…”{more}: {fault}",
            "The rest of the article was proofread. Shorten or simplify the passage, or exclude it.",
            self.matches,
        )
