"""Forms: whether a word that looks like a form of a verb is one where it stands.

"The town fortified the wall" tells what happened; "fortified foods" names a
kind of food. "It reports a loss" says what something does; "reports of a loss"
does not. The neighbors of the word tell, as far as that goes without parsing.
"""

from __future__ import annotations

from functools import cache

from checks.phrases import section_words
from checks.tokens import Tokens

_ADJECTIVES = ("al", "ous", "ive", "ful", "able", "ible", "ary")
"""Endings of words that hardly ever stand before a verb."""

SHORTEST = 4
"""Letters of a plural: "is", "was" and "has" are none, whatever stands before them."""


def is_participle(column: Tokens, at: int, where: range, *, joined: bool = False) -> bool:
    """Whether a past form in a sentence stands before a noun and says of what kind that is: "of fortified foods".

    With `joined` so does one behind "and": "eggs and fortified foods", but "saved time and reduced costs" looks alike.
    """
    before, after = _beside(column, at, where)
    named = after.isalpha() and after not in _words("function") and not after.endswith("ly")
    begins = before in _words("before a noun") or (joined and before in _words("joining"))
    return column.words[at].endswith("ed") and named and begins


def is_plural(column: Tokens, at: int, where: range) -> bool:
    """Whether a word in -s in a sentence is a plural: "natural forces", "reports of it", "Doubles from €140"."""
    before, after = _beside(column, at, where)
    if not column.words[at].endswith("s") or len(column.words[at]) < SHORTEST:
        return False
    if before in _words("before a noun") or before in _words("before a plural") or before.endswith(_ADJECTIVES):
        return True
    return after in _words("behind a noun") or (not before and after in _words("behind a price"))


def _beside(column: Tokens, at: int, where: range) -> tuple[str, str]:
    """Return the words before and behind a token; nothing outside the sentence."""
    before = column.words[at - 1] if at > where.start else ""
    return before, column.words[at + 1] if at + 1 < where.stop else ""


def is_no_verb(column: Tokens, at: int, where: range, *, joined: bool = False) -> bool:
    """Whether what looks like a form of a verb is a participle or a plural."""
    return is_participle(column, at, where, joined=joined) or is_plural(column, at, where)


@cache
def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/forms.txt", section)
