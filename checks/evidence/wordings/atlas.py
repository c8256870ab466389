"""Atlas: rankings that hardly boast, for any map or table settles them.

"The third-largest city", "its capital and largest city", "the warmest zones lie
north of it": a place further down a table, what everybody looks up in an atlas,
and sets that are named by a rank, not ranked. Whether their sentence needs a
source is for what else it states to tell.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from checks.article import Article
from checks.evidence.statements.outline import is_bare, tense
from checks.evidence.wordings.ranking import is_local
from checks.phrases import Hit, section_words
from checks.tokens import Tokens

_NUMBER = re.compile(r"\d{1,3}(?:rd|th|nd|st)?")
_LIES = re.compile(r"(?:^|^(?:in|of|on) .{2,40} )(?:is|are|was|were) (?:in|on|at|near|along|around)\b")
"""What only says where a set is: "the highest peaks in Wales are in the north"."""

_ENDINGS = frozenset(["th", "st", "nd", "rd"])
_PLACING = frozenset(["in", "into", "to", "from", "between", "near", "around", "across", "through", "over"])
_SUPERLATIVE = frozenset(["most", "least"])
_OPENINGS = frozenset([",", ";", ":", "—", "–", "(", "and", "but", "while", "in"])
_COPULAS = frozenset(["is", "are", "was", "were", "include", "includes", "included", "remain", "remains", "became"])
HEAD = 4
"""Tokens behind a ranking among which the noun that it ranks stands."""

_JOINTS = frozenset(["in", "of", "on", "at", "by", "for", "with", "from", "to", "and", ","])
"""Words that end the noun that is ranked."""

BEHIND = 12
"""Tokens behind such a noun in which a verb says what is so ranked."""

BEYOND = 6
"""Tokens from a figure on in which "above sea level" may stand."""

RANGE = 9
"""Tokens before the end of a range, "from the coast to the highest streams", in which it begins."""

MEASURE = 25
"""Tokens on either side of a ranking in which a map's measure may stand."""


@cache
def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/atlas.txt", section)


def claims_nothing(article: Article, column: Tokens, hit: Hit, sentence: int) -> bool:
    """Whether a ranking claims nothing of the world, or no more than a map or table shows."""
    return _is_on_map(column, hit, column.sentences[sentence]) or is_local(article, column, hit, sentence)


def _is_on_map(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking by size, age or number is one that a map or a table settles."""
    return (
        _is_numbered(column, hit, where)
        or _is_seat(column, hit, where)
        or _names_set(column, hit, where)
        or _is_whereabouts(column, hit, where)
    )


def measures_land(column: Tokens, hit: Hit, at: int, where: range) -> bool:
    """Whether the figure at a token measures land or a living thing that is ranked: "at 388 km2 the largest lake"."""
    words = column.words
    if abs(at - hit.first) > MEASURE or _words("unit").isdisjoint(words[at + 1 : min(where.stop, at + 3)]):
        return False
    head = takewhile(lambda word: word not in _JOINTS, words[hit.stop : min(where.stop, hit.stop + HEAD)])
    beside = words[max(where.start, at - HEAD) : min(where.stop, at + BEYOND)]
    return not _words("land").isdisjoint(head) or "area" in beside or "sea" in beside


def _is_numbered(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a number from the third on stands before a ranking: "the 12th-longest"."""
    at = hit.first - 1
    if at >= where.start and column.words[at] in _SUPERLATIVE:
        at -= 1
    if at < where.start:
        return False
    word = column.words[at]
    if word in _ENDINGS or (word[:1].isdigit() and not word.isdigit()):
        number = column.words[at - 1] if word in _ENDINGS and at > where.start else word
        return _NUMBER.fullmatch(number) is not None and number not in {"1", "2", "1st", "2nd"}
    return word in _words("ordinal")


def _is_seat(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a place is told by its largest city: "its capital and largest city", "Scania's largest city"."""
    words = column.words
    if words[hit.stop - 1] not in _words("size") or words[hit.stop] not in _words("city"):
        return False
    before = words[max(where.start, hit.first - HEAD) : hit.first]
    return bool(before) and (before[-1] in {"its", "their"} or before[-1].endswith("'s") or "capital" in before)


def _names_set(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "the" and a plural open a clause that is about something else: "the warmest zones lie north of it"."""
    words, the = column.words, hit.first - 1
    if the < where.start or words[the] != "the" or (the > where.start and words[the - 1] not in _OPENINGS):
        return False
    head = _plural_head(column, range(hit.stop, min(where.stop, hit.stop + HEAD)))
    if head is None:
        return False
    if words[the - 1] == "in" and the - 1 == where.start:
        return True  # "In the earliest inscriptions the letter lies on its side."
    behind = words[head + 1 : min(where.stop, head + 1 + BEHIND)]
    if _LIES.search(" ".join(behind)):
        return True
    if not behind or not (behind[0] in _JOINTS or _is_verb(behind[0]) or is_bare(behind[0])):
        return False  # "the oldest arts festival"
    return _COPULAS.isdisjoint(behind) and any(_is_verb(word) or is_bare(word) for word in behind)


def _is_whereabouts(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking tells where: "moved to the largest cities", "from the coast to the highest streams"."""
    words, the = column.words, hit.first - 1
    if the - 1 < where.start or words[the] != "the" or words[the - 1] not in _PLACING:
        return False
    head = _plural_head(column, range(hit.stop, min(where.stop, hit.stop + HEAD)))
    if head is None:
        return False
    return words[head] in _words("land") | _words("city") or "from" in words[max(where.start, the - RANGE) : the]


def _plural_head(column: Tokens, near: range) -> int | None:
    """Return the plural that ends the nouns behind a ranking; nothing when a verb or another word comes before it."""
    for at in near:
        word = column.words[at]
        if _is_plural(word) or (at == near.start and word.endswith("s") and _is_verb(word)):
            return at  # behind a ranking "mills" is a noun
        if not word.isalpha() or word in _JOINTS or _is_verb(word):
            return None
    return None


def _is_verb(word: str) -> bool:
    return tense(word) in {"present", "past"}


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and tense(word) == "s"
