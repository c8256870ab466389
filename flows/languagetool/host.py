"""What LanguageTool is started in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from flows.progress import Observer


@dataclass(frozen=True, slots=True)
class Host:
    """The machine and the run, as far as they matter to LanguageTool."""

    folder: Path
    """Where fetched files are kept."""
    environment: Mapping[str, str]
    """What Java is looked for in, and started with."""
    observer: Observer
    """Told of a fetch's progress and of restarts, from other threads."""
    amount: int | None = None
    """Code points that are to be proofread, as far as that is known."""
    languages: Callable[[], Iterable[str]] = tuple
    """Tell the tags of the languages that are likely to be proofread; none: English."""
    cancelled: Event = field(default_factory=Event)
    """Set when nobody waits for LanguageTool any more."""
