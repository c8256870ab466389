"""Find and read the settings file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from flows.settings.errors import Key, SettingsError, Wrong
from flows.settings.locate import line_of

NAME = "copydesk.toml"
PROJECT = "pyproject.toml"
TABLE = ("tool", "copydesk")


def find(start: Path) -> Path | None:
    """Return the nearest settings file from `start` upwards, as far as the top of its git repository.

    In one folder `copydesk.toml` comes before `pyproject.toml`, which counts
    only when it has a table `[tool.copydesk]`.
    """
    for folder in _upwards(start):
        if (folder / NAME).is_file():
            return folder / NAME
        if has_table(folder / PROJECT):
            return folder / PROJECT
        if (folder / ".git").exists():
            return None
    return None


def _upwards(start: Path) -> Iterator[Path]:
    here = start.absolute()
    if not here.exists():
        here = Path.cwd()
    if not here.is_dir():
        here = here.parent
    yield here
    yield from here.parents


_HEADER = re.compile(r"^\s*\[+\s*tool\s*\.\s*copydesk\b", re.MULTILINE)


def has_table(project: Path) -> bool:
    """Return whether a project file sets something for us; by its look, for it may be broken elsewhere."""
    try:
        return _HEADER.search(project.read_text("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path) -> dict[str, Any]:
    """Return what a settings file says.

    Raises:
        SettingsError: when it cannot be read, is not TOML, or is a project file without `[tool.copydesk]`.
    """
    try:
        data = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise SettingsError(
            file, [Wrong((), f"the settings cannot be read: {(error.strerror or str(error)).lower()}")]
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError(file, [Wrong((), "the settings are not UTF-8", "Save the file as UTF-8.", line)]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(file, [_not_toml(str(error), file)]) from error
    return _table(file, data) if file.name == PROJECT else data


def _not_toml(said: str, file: Path) -> Wrong:
    place = re.search(r" \(at line (\d+), column (\d+)\)", said)
    if place is None:
        last = len(file.read_text("utf-8").rstrip().splitlines())
        return Wrong((), f"this is not TOML: {said}", line=last or None)
    return Wrong((), f"this is not TOML: {said[: place.start()]}, in column {place[2]}", line=int(place[1]))


def _table(file: Path, data: Mapping[str, Any]) -> dict[str, Any]:
    for part in TABLE:
        inner = data.get(part)
        if not isinstance(inner, Mapping):
            raise SettingsError(file, [Wrong((), "there is no table [tool.copydesk]")])
        data = inner
    return dict(data)


def placed(file: Path, wrong: Wrong) -> Wrong:
    """Return `wrong` with the line of its key, or of the nearest table around it."""
    try:
        text = file.read_text("utf-8")
    except OSError:
        return wrong
    above: Key = TABLE if file.name == PROJECT else ()
    ways = (wrong.key[:length] for length in range(len(wrong.key), 0, -1))
    return replace(wrong, line=next(filter(None, (line_of(text, (*above, *way)) for way in ways)), None))
