"""Inline suppressions: `<!-- copydesk-disable check/rule -- reason -->`."""

from __future__ import annotations

import re

from checks.article import Directive
from checks.position import Span

_DIRECTIVE = re.compile(r"<!--\s*copydesk-(disable-next-line|disable|enable)(?=[\s-])([^\0]*?)-->")
_SEPARATOR = re.compile(r"[\s,]+")


def directive(comment: str, at: int) -> Directive | None:
    """Return the directive that a comment at source offset `at` holds, if any."""
    match = _DIRECTIVE.fullmatch(comment)
    if match is None:
        return None
    rules = match[2].partition(" -- ")[0] if " -- " in match[2] else match[2].partition("\t-- ")[0]
    names = tuple(name for name in _SEPARATOR.split(rules) if name)
    return Directive(match[1], names, Span(at, at + len(comment)))
