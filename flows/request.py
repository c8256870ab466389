"""What a run is asked to do, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flows.errors import UsageError
from flows.nearest import nearest
from reports.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Output:
    """One format to write, and where to."""

    format: str
    target: Path | None
    """None: standard output."""

    @classmethod
    def parse(cls, text: str) -> Output:
        """Read `FORMAT` or `FORMAT=FILE`.

        Raises:
            UsageError: when there is no such format, HTML has no folder, or a folder stands where a file should.
        """
        name, equals, target = text.partition("=")
        if name not in FORMATS:
            close = nearest(name, FORMATS)
            hint = f"Did you mean {close}?" if close else f"There are: {', '.join(FORMATS)}."
            raise UsageError(f"--output {text}: there is no format {name!r}.", hint)
        if equals and not target:
            raise UsageError(f"--output {text}: the file name is missing.", f"Write --output {name}=FILE.")
        if name == "html" and not target:
            raise UsageError("--output html needs a folder.", "Write --output html=DIR.")
        file = Path(target) if target else None
        # Told now: the audit may take long, and be written at its end.
        if file and name == "html" and file.is_file():
            raise UsageError(f"--output {text}: {target} is a file.", "HTML needs a folder: --output html=DIR.")
        if file and name != "html" and file.is_dir():
            raise UsageError(f"--output {text}: {target} is a folder.", f"Name a file: --output {name}=FILE.")
        return cls(name, file)


@dataclass(frozen=True, slots=True)
class Request:
    """One audit to do."""

    paths: tuple[str, ...] = ()
    config: Path | None = None
    changes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Settings of the command line, shaped as the settings file is."""
    baseline: Path | None = None
    since: str | None = None
    outputs: tuple[Output, ...] = ()
