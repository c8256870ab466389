"""Find, read and layer settings: defaults, profile, settings file, overrides, command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from flows.errors import UsageError
from flows.settings.model import Origin, Settings, model

NAME = "copydesk.toml"
PROJECT = "pyproject.toml"


def load(config: Path | None = None, start: Path | None = None, changes: Mapping[str, Any] | None = None) -> Settings:
    """Return the settings in force.

    Args:
        config: the settings file; None: the nearest one from `start` upwards.
        start: the first path to audit; None or one that does not exist: the working directory.
        changes: what the command line says, shaped as the settings file is, e.g. `{"gate": {"fail-on": "never"}}`.

    Raises:
        SettingsError: when a settings file cannot be read or something in it is wrong.
    """
    file = config or find(start or Path())
    given = read(file) if file else {}
    root = file.absolute().parent if file else Path.cwd()
    return build(Origin(root, file, given, changes or {}))


def find(start: Path) -> Path | None:
    """Return the nearest settings file from `start` upwards, as far as the top of its git repository."""
    for folder in _upwards(start):
        if (folder / NAME).is_file():
            return folder / NAME
        if _has_table(folder / PROJECT):
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


def _has_table(project: Path) -> bool:
    return project.is_file() and "tool.copydesk" in project.read_text("utf-8", "replace")


def read(file: Path) -> dict[str, Any]:
    """Return what a settings file says."""
    data = tomllib.loads(file.read_text("utf-8"))
    if file.name == PROJECT:
        data = data.get("tool", {}).get("copydesk", {})
    return data


def build(origin: Origin, hits: tuple[int, ...] = (), *, keep: bool = True) -> Settings:
    """Layer and validate."""
    layers: list[Mapping[str, Any]] = [origin.given, *(origin.given["overrides"][hit] for hit in hits), origin.changes]
    merged: dict[str, Any] = {}
    for layer in layers:
        merged = merge(merged, {key: value for key, value in layer.items() if key not in {"paths"}})
    if not keep:
        merged.pop("overrides", None)
    try:
        made = model().model_validate_json(json.dumps(merged, default=str), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise UsageError(str(error)) from error
    made._origin = origin
    return made


def overridden(_settings: Settings, origin: Origin, hits: tuple[int, ...]) -> Settings:
    """Return the settings with the overrides of these indexes applied, and none left to apply."""
    return build(origin, hits, keep=False)


def merge(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `under` with `over` laid on it, table by table."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged
