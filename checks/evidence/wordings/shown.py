"""Shown: which words of a sentence a finding marks and quotes as its wording."""

from __future__ import annotations

from checks.article import Article
from checks.evidence.wordings.possessive import opens_place, owns_widely
from checks.phrases import Hit
from checks.position import Span
from checks.tokens import Tokens

_JOINS = frozenset(["in", "on", "of", "for", "at", "and", "when", "among", ";"])
"""Words that join a ranking or a certainty to what follows."""

NO_END = frozenset(["the", "a", "an", "your", "our", "their", "its", "his", "her", "this", "these", ".", ",", "!"])
"""Words that open what follows, and stops: no wording ends with them."""


def shown(article: Article, column: Tokens, hit: Hit, where: range, kind: str) -> Span:
    """Return the place of a wording, widened to "the world's leading" and "fastest-acting", without a last "the"."""
    words, first, stop = column.words, hit.first, hit.stop
    if kind in {"judged", "measurable", "only"}:
        if first > where.start and owns_widely(words[first - 1]):
            first -= 1
            first -= first > where.start and opens_place(words[first - 1])
        first -= first > where.start and words[first - 1] == "the"
        while stop < where.stop and article.text[column.span(first, stop).end] == "-":
            stop += 1
    openers = NO_END if kind in {"praise", "cliche"} else NO_END | _JOINS
    while stop - first > 1 and words[stop - 1] in openers:
        stop -= 1
    return column.span(first, stop)
