"""Plain lists: words and lines kept as text beside the module that uses them.

One entry a line; lines that begin with # tell where the list comes from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of the list `name` in `package`, one for each line, read once a process."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return all words of the list `name` in `package`."""
    return frozenset(word for line in lines(package, name) for word in line.split())
