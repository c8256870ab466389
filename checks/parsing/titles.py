"""Titles: how lists of sources are called, in a heading or in a line of their own."""

from __future__ import annotations

import re
from functools import cache

from checks.lists import lines, words

LONGEST = 60
"""Code points of the title of a list of sources at most."""

_NOT_LETTERS = re.compile(r"[^\w\s]|[\d_]")
_HEADS = frozenset(
    [
        *("reference", "references", "source", "sources", "citations", "bibliography", "literature", "footnotes"),
        *("endnotes", "notes", "works", "reading"),
    ]
)
"""What a title of a list of sources has at least."""


@cache
def _titles() -> frozenset[str]:
    return frozenset(lines("checks.parsing", "reference-headings.txt"))


@cache
def _beside() -> frozenset[str]:
    return words("checks.parsing", "reference-title-words.txt")


def is_reference_heading(text: str) -> bool:
    """Tell whether a heading announces a list of sources, whatever stands under it."""
    return plain_title(text) in _titles()


def may_title_references(text: str) -> bool:
    """Tell whether a heading or a line may stand above a list of sources: "Sources used in this article:"."""
    if len(text) > LONGEST:
        return False
    said = plain_title(text)
    them = said.split()
    return said in _titles() or (not _HEADS.isdisjoint(them) and all(one in _HEADS or one in _beside() for one in them))


def plain_title(title: str) -> str:
    """Return a heading in lower case, without numbers and signs."""
    return " ".join(_NOT_LETTERS.sub(" ", title.casefold().replace("&", " and ")).split())
