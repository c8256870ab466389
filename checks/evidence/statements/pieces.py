"""Pieces: what of a sentence is quoted to show an editor which words are meant, never cut off in the middle."""

from __future__ import annotations

from checks.article import Article
from checks.evidence.statements.outline import shape
from checks.tokens import Tokens

PIECE = 4
"""Tokens that are quoted of what a sentence tells, where nothing else stands out."""
_LEAST_PIECE = 3
"""Tokens below which what is left of such a piece tells nothing: "has one"."""
LED = 3
"""Tokens that are quoted at most of what a piece leads on to."""
_COMPARING = frozenset(["as", "than"])
_DETERMINERS = frozenset(["the", "a", "an", "any", "other", "in", "its", "their"])
"""Words that lead on from there to what something is compared with."""


def led_on(column: Tokens, place: range) -> int:
    """Return where a comparison ends with what it compares with: "twice as many", "worse than the mill"."""
    stop = place.stop
    leading = _COMPARING | _DETERMINERS
    while stop < min(len(column.words), place.stop + LED) and column.words[stop - 1] in leading:
        if not column.words[stop][0].isalnum():
            return place.stop
        stop += 1
    return stop


def piece(article: Article, column: Tokens, rest: range) -> str:
    """Return the first words of the rest of a sentence, up to a sign, with an ellipsis where more follow."""
    stop = rest.start + 1
    while stop < min(rest.stop, rest.start + PIECE) and column.words[stop][0].isalnum():
        stop += 1
    stop = _rounded(column, range(rest.start, stop), rest.stop)
    goes_on = stop < rest.stop and column.words[stop][0].isalnum()
    return article.slice(column.span(rest.start, stop)) + ("…" if goes_on else "")


def _rounded(column: Tokens, shown: range, last: int) -> int:
    """Return where a piece ends with a word that does not lead on: before such words, or behind if little is left."""
    leading, stop = shape("leading on"), shown.stop
    while stop > shown.start + 1 and column.words[stop - 1] in leading:
        stop -= 1
    if stop - shown.start >= _LEAST_PIECE or stop == shown.stop:
        return stop
    stop = shown.stop
    while stop < last and stop < shown.start + 2 * PIECE and column.words[stop][0].isalnum():
        stop += 1
        if column.words[stop - 1] not in leading:
            break
    return stop
