"""Shortcodes: what a site's software replaces before a reader sees the text."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TEMPLATE = re.compile(r"\{\{<(?:(?!>\}\}|\{\{)[^\0])*?>\}\}|\{\{%(?:(?!%\}\}|\{\{)[^\0])*?%\}\}|\{%[^%{}]*%\}")


@cache
def _bracketed() -> re.Pattern[str]:
    lines = files("checks.parsing").joinpath("shortcodes.txt").read_text("utf-8").splitlines()
    names = "|".join(re.escape(line) for line in lines if line and not line.startswith("#"))
    # Not a link or a reference: those are followed by one of ( [ :
    return re.compile(rf"\[/?(?:{names})(?:[ =][^\[\]\n]*)?\](?![(\[:])", re.IGNORECASE)


def mask(text: str, character: str) -> str:
    """Return a text of the same length in which `character` stands for all of every shortcode.

    Known are Hugo's `{{< … >}}` and `{{% … %}}`, the tags `{% … %}` of Liquid
    and Jinja, and WordPress's `[name …]` for the names in `shortcodes.txt`.
    Template variables (`{{ name }}`) are not: no reader should see these.
    """

    def blank(match: re.Match[str]) -> str:
        return character * (match.end() - match.start())

    if "{" in text:
        text = _TEMPLATE.sub(blank, text)
    return _bracketed().sub(blank, text) if "[" in text else text
