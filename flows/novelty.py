"""What is new: not in the baseline and, when asked, on lines changed since a commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows import baseline, baseline_file, since
from flows.gate import ALL
from flows.request import Request
from flows.settings import Settings
from flows.sources import Gathered
from reports.audit import AuditedArticle


@dataclass(frozen=True, slots=True)
class Novelty:
    """How new findings are told from old ones."""

    file: Path | None = None
    """The baseline."""
    known: tuple[baseline.Entry, ...] = ()
    ref: str = ""
    changes: Mapping[str, since.Changes] = field(default_factory=dict)
    records: Mapping[str, int] = field(default_factory=dict)
    """By article id, its line in its JSONL file."""

    @classmethod
    def of(cls, request: Request, settings: Settings, gathered: Gathered) -> Novelty:
        """Read the baseline and ask git, before anything slow starts.

        Raises:
            UsageError: when the baseline cannot be read or git does not know the commit.
        """
        file = request.baseline or (settings.beside(settings.gate.baseline) if settings.gate.baseline else None)
        ref = request.since or ""
        paths = {raw.path for raw in gathered.articles if raw.path}
        return cls(
            file,
            baseline_file.read(file) if file else (),
            ref,
            since.changed_lines(ref, paths) if ref else {},
            {raw.id: raw.line for raw in gathered.articles if raw.line is not None},
        )

    @property
    def basis(self) -> str:
        """What counts, in words."""
        parts = [f"findings not in the baseline {self.file}"] if self.file else []
        parts += [f"lines changed since {self.ref}"] if self.ref else []
        return " and ".join(parts) or ALL

    def mark(self, articles: tuple[AuditedArticle, ...]) -> tuple[AuditedArticle, ...]:
        """Return `articles` with each finding marked new or not."""
        if self.file:
            articles = baseline.compare(self.known, articles, self.file.parent).articles
        if self.ref:
            articles = since.only_changed(articles, self.changes, self.records)
        return articles
