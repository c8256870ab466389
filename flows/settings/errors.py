"""Errors in settings, told so that they can be mended: file, line, key, what is wrong, what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.errors import UsageError

Key = tuple[str | int, ...]
"""The way to a value: names of tables and keys, and places in arrays."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with settings."""

    key: Key
    """Empty when it is the file as a whole."""
    message: str
    """Completes "gate.fail-on …": `"eror" is not one of …`."""
    hint: str = ""
    """A sentence; may be empty."""
    line: int | None = None
    """1-based, where it is known."""


class SettingsError(UsageError):
    """Settings that cannot be used; the message has a line for each thing that is wrong."""

    def __init__(self, file: Path | None, wrongs: Iterable[Wrong]) -> None:
        """Tell of `wrongs` in `file`; None is the command line."""
        self.file = file
        self.wrongs = tuple(sorted(wrongs, key=lambda one: one.line or 0))
        super().__init__("\n".join(_line(file, one) for one in self.wrongs))


OPTIONS: Mapping[Key, str] = {
    ("checks",): "--check",
    ("skip-checks",): "--skip-check",
    ("profile",): "--profile",
    ("jobs",): "--jobs",
    ("gate", "fail-on"): "--fail-on",
    ("gate", "min-confidence"): "--min-confidence",
}
"""What sets a key on the command line."""


def _line(file: Path | None, wrong: Wrong) -> str:
    where = "" if file is None else f"{shortest(file)}:{wrong.line}: " if wrong.line else f"{shortest(file)}: "
    option = OPTIONS.get(tuple(part for part in wrong.key if isinstance(part, str))) if file is None else None
    key = f"{option or dotted(wrong.key)}: " if wrong.key else ""
    hint = f" {wrong.hint}" if wrong.hint else ""
    stop = "" if wrong.message.endswith((".", "?", "!")) else "."
    return f"{where}{key}{wrong.message}{stop}{hint}"


def shortest(file: Path) -> str:
    """Return a path relative to the working directory when it is below it."""
    absolute = file.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(file)


def dotted(key: Key) -> str:
    """Return a key as one writes it in TOML: `overrides[1].rules."citations/missing-citation"`; places count from 1."""
    text = ""
    for part in key:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            bare = part.replace("-", "").replace("_", "")
            name = part if bare.isascii() and bare.isalnum() else f'"{part}"'
            text += f".{name}" if text else name
    return text
