"""Lay settings over one another, each over those before: defaults, profile, settings file, overrides, command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from flows.profiles import names, profile
from flows.settings.errors import SettingsError, Wrong
from flows.settings.file import find, placed, read
from flows.settings.model import Origin, Settings, beside
from flows.settings.names import unknown_names
from flows.settings.validate import Invalid, validated

Said = Mapping[str, Any]
"""Settings as a file says them."""


def load(config: Path | None = None, start: Path | None = None, changes: Said | None = None) -> Settings:
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
    _checked(file, given)
    _checked(None, changes or {})
    origin = Origin(file.absolute().parent if file else Path.cwd(), file, given, changes or {})
    settings = _made(origin, given.get("overrides", ()))
    if not settings.selected:
        raise SettingsError(file, [Wrong(("skip-checks",), "no check is left to run")])
    return settings


def overridden(origin: Origin, hits: Iterable[int]) -> Settings:
    """Return the settings with the overrides of these places applied, and none left to apply."""
    return _made(origin, (), [origin.given["overrides"][hit] for hit in hits])


def _made(origin: Origin, overrides: Iterable[Said], applied: Iterable[Said] = ()) -> Settings:
    layers = [origin.given, *applied, origin.changes]
    name = next((layer["profile"] for layer in reversed(layers) if layer.get("profile")), "")
    merged: Said = profile(name) if name in names() else {}
    for layer in layers:
        merged = merged_with(merged, {key: value for key, value in layer.items() if key not in {"paths", "overrides"}})
    try:
        settings = validated({**merged, "profile": name, "overrides": list(overrides)})
    except Invalid as error:
        raise SettingsError(origin.file, error.wrongs) from error
    settings.come_from(origin, _words(origin, settings))
    return settings


def merged_with(under: Said, over: Said) -> dict[str, Any]:
    """Return `under` with `over` laid on it, table by table.

    Checks to skip add up. In `rules`, what is said of a check wins over what a
    weaker layer says of its rules.
    """
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        if key == "rules" and below:
            merged[key] = {rule: level for rule, level in below.items() if rule.partition("/")[0] not in value} | value
        elif key == "skip-checks" and below:
            merged[key] = [*below, *value]
        elif isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = merged_with(below, value)
        else:
            merged[key] = value
    return merged


def _checked(file: Path | None, said: Said) -> None:
    """Hold one layer by itself against the model, so that an error can be laid at its door."""
    try:
        validated(said)
        wrongs = tuple(unknown_names(said))
    except Invalid as error:
        wrongs = error.wrongs
    if wrongs:
        raise SettingsError(file, [placed(file, one) for one in wrongs] if file else wrongs)


def _words(origin: Origin, settings: Settings) -> frozenset[str]:
    """Return the words of the vocabulary's files."""
    file = origin.file
    words: set[str] = set()
    for index, name in enumerate(settings.vocabulary.files):
        try:
            lines = beside(origin, name).read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = (error.strerror or str(error)).lower() if isinstance(error, OSError) else "it is not UTF-8"
            wrong = Wrong(("vocabulary", "files", index), f"{name} cannot be read: {why}")
            raise SettingsError(file, [placed(file, wrong) if file else wrong]) from error
        words |= {word for line in lines if (word := line.partition("#")[0].strip())}
    return frozenset(words)
