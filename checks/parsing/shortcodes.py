"""Shortcodes: what a site's software replaces before a reader sees the text."""

from __future__ import annotations

import re
from functools import cache

from checks.lists import lines

_TAGS = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"))
"""Opening and closing of shortcodes that may span lines."""


@cache
def _bracketed() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lines("checks.parsing", "shortcodes.txt")))
    # Not a link or a reference: those are followed by one of ( [ :
    return re.compile(rf"\[/?(?:{names})(?:[ =][^\[\]\n]*)?\](?![(\[:])", re.IGNORECASE)


def mask(text: str, character: str) -> str:
    """Return a text of the same length in which `character` stands for all of every shortcode.

    Known are Hugo's `{{< … >}}` and `{{% … %}}`, the tags `{% … %}` of Liquid
    and Jinja, and WordPress's `[name …]` for the names in `shortcodes.txt`.
    Template variables (`{{ name }}`) are not: no reader should see these.
    """
    for opening, closing in _TAGS:
        if opening in text:
            text = _masked_between(text, opening, closing, character)
    if "[" not in text:
        return text
    return _bracketed().sub(lambda match: character * (match.end() - match.start()), text)


def _masked_between(text: str, opening: str, closing: str, character: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        end += len(closing)
        # What opens twice was never closed the first time.
        start = text.rfind(opening, start, end)
        pieces += (text[at:start], character * (end - start))
        at = end
    return "".join((*pieces, text[at:]))
