"""Word lists of the residue check, kept as text beside it."""

from __future__ import annotations

from checks.lists import words


def listed(name: str) -> frozenset[str]:
    """Return the words of the list `name`."""
    return words("checks.residue", f"{name}.txt")
