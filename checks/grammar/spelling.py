"""Tell whether a word that no dictionary has is a slip, or one that dictionaries lack.

LanguageTool flags every unknown word. On published prose nine of ten are
names, terms, compounds and the other side's spellings. What tells a slip is
its correction: a common word, a keystroke away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.grammar.dialect import is_variant
from checks.grammar.lexicon import is_pronounceable, is_term, joining_words, rank

CANDIDATES = 3
"""Of the proofreader's corrections, best first, that are looked at."""

COMMON = 20_000
"""Rank of a word that people mistype; on development data nearly all slips stood for one of these."""

VERY_COMMON = 10_000
"""Rank of a word that may be two keystrokes away."""

KEYSTROKES = 2
LESS_COMMON = 30_000
"""Rank for longer words, where one keystroke is less of a coincidence."""

SHORT = 4
USUAL = 1_000
"""Rank of a word that one of so few letters may stand for."""

PLAIN = 6
"""Letters of a word that is a keystroke from a very common one by no coincidence."""

RARE = 20_000
"""Rank beyond which a known word is unlikely where the proofreader lacks it and a common one is a keystroke away."""

EVERYDAY = 1_000
"""Rank of that common one."""

LONG = 7
PART = 5_000
"""Rank of each part of words that ran together."""

CAPITALISED = 9
"""Letters of a capitalised word from which it may be a slip rather than a name."""

CAPITALISED_RANK = 5_000

_DOUBLED = re.compile(r"([a-z])\1")
_TRIPLED = re.compile(r"([a-z])\1\1")
_BRITISH_L = re.compile(r"ll(?=(?:ed|ing|ers?|ors?)$)")


def is_slip(word: str, corrections: Sequence[str], *, opens: bool = False) -> bool:
    """Whether an unknown word is mistyped, given a proofreader's corrections, best first.

    A capital tells of a name, unless the word opens a sentence.
    """
    low = word.lower()
    if not low.isascii() or is_variant(low) or is_term(low):
        return low == word and is_everyday_slip(word, corrections)
    whole = [one.lower() for one in corrections[:CANDIDATES] if one.isalpha()]
    if low in whole[:1]:
        return False
    if word[:1].isupper():
        keystrokes = KEYSTROKES if opens else 1
        common = (one for one in whole if rank(one) < CAPITALISED_RANK)
        return len(word) >= CAPITALISED and any(_distance(low, one) <= keystrokes for one in common)
    if any(_is_mistyped(low, one) for one in whole):
        return True
    return any(_lacks_space(low, one) for one in corrections[:CANDIDATES])


def is_everyday_slip(word: str, corrections: Sequence[str]) -> bool:
    """Whether a rare word stands where an everyday one, a keystroke away, must be meant: “wether” for “whether”."""
    if rank(word) < RARE or len(word) < PLAIN:
        return False
    whole = [one for one in corrections[:1] if one.isalpha() and rank(one) < EVERYDAY]
    return any(_is_near(word, one) and not _is_plural(word, one) for one in whole)


def is_plain_slip(word: str, corrections: Sequence[str]) -> bool:
    """Whether a word is so surely mistyped that neither repetition nor unknown words beside it make it a term.

    It is in small letters, of some length, and a keystroke from a very common word, as "recieved" is.
    """
    if not (word.isascii() and word.islower() and len(word) >= PLAIN) or is_variant(word) or is_term(word):
        return False
    whole = (one for one in corrections[:CANDIDATES] if one.isalpha() and rank(one) < VERY_COMMON)
    return any(_is_near(word, one) and not _is_plural(word, one) for one in whole)


def _is_mistyped(word: str, correction: str) -> bool:
    if _BRITISH_L.sub("l", word) == correction or _is_plural(word, correction):
        return False
    if len(word) <= SHORT:
        return _is_short_slip(word, correction)
    if not _is_near(word, correction):
        return len(word) >= LONG and rank(correction) < VERY_COMMON and _distance(word, correction) <= KEYSTROKES
    if rank(correction) < (LESS_COMMON if len(word) >= LONG else COMMON):
        return True
    return bool(_TRIPLED.search(word)) or not is_pronounceable(word)


def _is_short_slip(word: str, correction: str) -> bool:
    """Whether a word of few letters is mistyped: nearly any is a letter away from some common one."""
    if len(word) < SHORT:
        return rank(correction) < USUAL and sorted(word) == sorted(correction)
    return rank(correction) < USUAL and word[0] == correction[0] and _is_near(word, correction)


def _is_plural(word: str, correction: str) -> bool:
    """Whether a word is the correction with an s, such as a noun made of an adjective."""
    return word == f"{correction}s" and not correction.endswith("s")


def _is_near(word: str, correction: str) -> bool:
    return _distance(word, correction) == 1


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=KEYSTROKES))


def _lacks_space(word: str, correction: str) -> bool:
    """Whether the correction parts the word, and one part is a word that makes no compounds, as in ofthe."""
    words, parts = word.split(), correction.lower().split()
    if len(parts) <= len(words) or "".join(parts) != "".join(words):
        return False
    if not any(part in joining_words() for part in parts if part not in words):
        return False
    return all(rank(part) < PART for part in parts)
