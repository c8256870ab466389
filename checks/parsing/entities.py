"""Character references in HTML text, as the HTML standard reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")


@cache
def _longest(reference: str) -> tuple[str, int] | None:
    """Return what a reference shows and how many of its code points it uses up."""
    if reference[1] == "#":
        return unescape(reference) or "\ufffd", len(reference)
    name = reference[1:]
    for size in range(len(name), 1, -1):
        shown = html5.get(name[:size])
        if shown is not None:
            return shown, size + 1
    return None


def character_references(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and shown text of each character reference in a range."""
    for match in _REFERENCE.finditer(source, start, end):
        found = _longest(match[0])
        if found:
            yield match.start(), match.start() + found[1], found[0]
