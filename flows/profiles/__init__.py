"""Profiles: named settings for kinds of writing, one TOML file each in this folder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def names() -> tuple[str, ...]:
    """Return the names of all profiles, in alphabetical order."""
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    )


def profile(name: str) -> dict[str, Any]:
    """Return the settings of a profile; those of "" are empty.

    Raises:
        KeyError: when there is no such profile.
    """
    if not name:
        return {}
    if name not in names():
        raise KeyError(name)
    return tomllib.loads(told(name))


def told(name: str) -> str:
    """Return a profile as it is written, with what it is for and where its numbers come from."""
    return (files(__name__) / f"{name}.toml").read_text("utf-8")
