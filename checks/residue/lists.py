"""Word lists of the residue check, kept as text beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of the list `name`; lines that begin with # tell where it comes from."""
    lines = files("checks.residue").joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
