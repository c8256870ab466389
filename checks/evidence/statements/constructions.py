"""Constructions: comparisons and forecasts whose words stand apart, so that no list of phrases finds them."""

from __future__ import annotations

from checks.evidence.statements.outline import shape
from checks.tokens import Tokens

BETWEEN = 8
"""Tokens between a comparative and its "than" at most: "less stock than", "more shops close in winter than"."""

_MORE = frozenset(["more", "less", "fewer"])
_NO_MORE = frozenset(["any", "no", "once", "rather", "other", "the"])
"""Words before a comparative that compares nothing: "no more", "once more", "the more"."""
_PARTING = frozenset([",", ";", ":", "–", "—", "(", ")", "and", "but", "or"])
_ON = frozenset(["by", "from", "in", "through", "until"])
"""Words before the year of what is told."""
_NO_WILL = frozenset(["a", "an", "free", "good", "her", "his", "ill", "its", "my", "our", "the", "their", "your"])
"""Words before a "will" that is a noun."""


def compared(column: Tokens, where: range) -> range | None:
    """Return the tokens of a comparison whose "than" stands apart, up to the "than"; None without."""
    words = column.words
    if "than" not in words[where.start : where.stop]:
        return None
    than = words.index("than", where.start, where.stop)
    for at in range(than - 2, max(where.start, than - BETWEEN - 1) - 1, -1):
        if words[at] in _PARTING:
            return None
        if words[at] in _MORE or words[at] in shape("comparative"):
            free = at == where.start or words[at - 1] not in _NO_MORE
            return range(at, than + 1) if free else None
    return None


def to_come(column: Tokens, where: range, year: range) -> range | None:
    """Return the tokens that say that something will be so in a year, from the "will"; None where nothing does.

    A year that only names something is none of what is to come: "the 2019 law will apply".
    """
    words = column.words
    if "will" not in words[where.start : where.stop] or words[year.start - 1] not in _ON:
        return None
    at = words.index("will", where.start, where.stop)
    if at + 1 >= where.stop or not words[at + 1].isalpha() or (at > where.start and words[at - 1] in _NO_WILL):
        return None
    return range(at, year.stop if year.start > at else min(at + 2, where.stop))
