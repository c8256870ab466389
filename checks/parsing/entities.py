"""Character references in HTML text, as the HTML standard reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import html5

LONGEST_NUMBER = 64

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")


@cache
def _longest(reference: str) -> tuple[str, int] | None:
    """Return what a reference shows and how many of its code points it uses up."""
    if reference[1] == "#":
        # More digits than any code point has would only tax the conversion to a number.
        shown = unescape(reference) if len(reference) <= LONGEST_NUMBER else ""
        return shown or "\ufffd", len(reference)
    name = reference[1:]
    for size in range(len(name), 1, -1):
        if name[:size] in html5:
            return html5[name[:size]], size + 1
    return None


def character_references(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and shown text of each character reference in a range."""
    for match in _REFERENCE.finditer(source, start, end):
        found = _longest(match[0])
        if found:
            yield match.start(), match.start() + found[1], found[0]


def decoded(text: str) -> str:
    """Return a text with its character references replaced, as in attributes."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda match: _attribute(match[0]), text)


def _attribute(reference: str) -> str:
    """Return what a reference in an attribute shows; there, a name without `;` must be the whole word."""
    found = _longest(reference)
    if found is None or (reference[1] != "#" and reference[-1] != ";" and found[1] < len(reference)):
        return reference
    return found[0] + reference[found[1] :]
