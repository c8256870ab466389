"""Owners: publishers, agencies, institutes and newspapers by name, and where their works are to be found."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Owner(NamedTuple):
    """Somebody whose works are cited by name."""

    kind: str
    """`agency`, `institute`, `periodical` or `newspaper`."""
    hosts: tuple[str, ...]
    """Hosts, each with all below it."""
    prefixes: tuple[str, ...]
    """Of its DOIs."""


@cache
def owners() -> Mapping[str, Owner]:
    """Return the owners by each of their names, written as in running text."""
    text = files("checks.evidence").joinpath("owners.toml").read_text(encoding="utf-8")
    found = {}
    for kind, them in tomllib.loads(text).items():
        for names, places in them.items():
            hosts = tuple(one for one in places if not one.startswith("10."))
            owner = Owner(kind, hosts, tuple(one for one in places if one.startswith("10.")))
            found.update(dict.fromkeys(names.split("|"), owner))
    return found


@cache
def acronyms() -> frozenset[str]:
    """Return the names of agencies, institutes and newspapers that are a single word, such as CDC and Eurostat."""
    kinds = {"agency", "institute", "newspaper"}
    return frozenset(name for name, one in owners().items() if one.kind in kinds and " " not in name)


@cache
def spelled_out() -> frozenset[str]:
    """Return the names of owners that are several words, in lower case, without an article in front."""
    return frozenset(name.lower().removeprefix("the ") for name in owners() if " " in name)


@cache
def periodicals() -> frozenset[str]:
    """Return the names of periodicals and newspapers in lower case, without an article in front."""
    kinds = {"periodical", "newspaper"}
    return frozenset(name.lower().removeprefix("the ") for name, one in owners().items() if one.kind in kinds)


@cache
def names() -> re.Pattern[str]:
    """Return a pattern of all names, the longest first."""
    parts = sorted(map(re.escape, owners()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def names_owner(text: str) -> bool:
    """Whether a text names one of the owners."""
    return names().search(text) is not None
