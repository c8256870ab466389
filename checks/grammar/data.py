"""Word data of this check's own rules, kept as text beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of the file `name` that hold data; those that begin with # tell where it comes from."""
    text = (files(__package__) / name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of the file `name`."""
    return frozenset(word for line in lines(name) for word in line.split())
