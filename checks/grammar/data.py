"""Word data of this check's own rules, kept as text beside it."""

from __future__ import annotations

from checks import lists


def lines(name: str) -> tuple[str, ...]:
    """Return the lines of the file `name` that hold data."""
    return lists.lines("checks.grammar", name)


def words(name: str) -> frozenset[str]:
    """Return all words of the file `name`."""
    return lists.words("checks.grammar", name)
