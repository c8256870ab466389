"""Possessives: rankings of what a place, its people or a body has: "Norway's first lighthouse", "the town's only pub".

They claim what a register or a handbook would show. What a person, a house, a
day or a book has is ranked within it, and nobody looks that up: "Anna's best
friend", "the house's oldest part".
"""

from __future__ import annotations

from functools import cache

from checks.lists import words
from checks.phrases import Hit, section_words
from checks.tokens import Tokens

_MAKER = "'s"
NEAR = 3
"""Tokens behind a ranking among which its noun is looked for."""

_LAST = "last"
_TIMES = frozenset(["season's", "era's", "century's", "generation's", "tournament's", "conference's"])
"""Owners within which things come in turn: "the season's first snow"."""
_JOINTS = frozenset([",", "and", ";", "of", "in", "to", "was", "is", "were", "are", "had", "has", "for", "on", "at"])


def owns_widely(word: str) -> bool:
    """Whether a word is the owner of what a whole place, market or kind of body has: "Norway's", "the colon's"."""
    return word.endswith(_MAKER) and word.removesuffix(_MAKER) in _wide()


def opens_place(word: str) -> bool:
    """Whether a word opens a place name of two words, such as "New" Zealand."""
    return word in _section("place opening")


def counts_owned(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether the last word of a wording, "first", "last" or "only", counts what a place or a body has.

    Not what it has in turn or by custom: "the country's first minister", "the
    town's last election".
    """
    near = column.words[hit.stop : min(where.stop, hit.stop + NEAR)]
    owner = _owner(column, hit.stop - 1, where)
    if not owns_widely(owner) or owner in _TIMES or not is_owned(column, hit, where):
        return False
    if column.words[hit.stop - 1] == _LAST:
        return near[0] in _section("left")
    none = _section("counted") | _section("kin") | _section("part") | _section("ranks")
    head = next((at for at, word in enumerate(near) if word in _JOINTS), len(near))
    whose = column.words[hit.stop - 3] if hit.stop - 3 >= where.start else ""
    return whose not in _section("own") and near[0] not in none and near[max(0, head - 1)] not in none


def is_owned(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether the last word of a wording stands between an owner and a noun: "the country's first museum"."""
    noun = hit.stop < where.stop and column.words[hit.stop].isalpha()
    return noun and bool(_owner(column, hit.stop - 1, where))


def ranks_within(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether something is ranked within what owns it, which is no place: "the tree's lowest branches"."""
    owner = _owner(column, hit.first, where)
    named = hit.first > where.start and column.forms[hit.first - 1][:1].isupper()
    return bool(owner) and not named and not owns_widely(owner)


def _owner(column: Tokens, at: int, where: range) -> str:
    """Return the word in the possessive that stands before a token; empty without."""
    word = column.words[at - 1] if at > where.start else ""
    return word if word.endswith(_MAKER) else ""


@cache
def _wide() -> frozenset[str]:
    return _section("wide") | _section("owner") | words("checks.evidence", "lexicon/places.txt")


def _section(name: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/rankings.txt", name)
