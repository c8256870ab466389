"""What the words around a word speak for: a small linear model over context features.

Each feature is a word beside the place, or the shapes of the words before and
after it; a shape is a function word itself, or a guess at what another word
is: singular, plural, in -ing. A pair of words that are taken for each other
has a weight for each telling feature; their sum is the log of the odds for
the pair's first word, when both are as likely from the start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from checks.grammar.data import lines, words
from checks.grammar.lexicon import UNKNOWN, rank

BEFORE = 5
"""Tokens before the place that are looked at."""
AFTER = 2
SCALE = 10
"""Weights are kept in tenths."""

_SINGULAR = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "ship")
_NO_PLURAL = ("ss", "us", "is")


@lru_cache(maxsize=50_000)
def shape(token: str) -> str:
    """Return what a token looks like: itself if it is a function word, or the guess at its kind."""
    low = token.lower()
    if low in words("function-words.txt"):
        return low
    if not token[0].isalpha():
        return "#" if token[0].isdigit() else token[0]
    if low.endswith(("'s", "'")):
        return "GEN"
    return _kind(low, named=token[0].isupper())


def _kind(low: str, *, named: bool) -> str:
    if low in words("irregular-plurals.txt"):
        return "PL"
    plural = low.endswith("s") and not low.endswith(_NO_PLURAL)
    if named:
        return "NAMES" if plural else "NAME"
    if plural:
        return "PL" if any(rank(one) < UNKNOWN for one in _singulars(low)) else "S"
    for ending, kind in (("ly", "LY"), ("ing", "ING"), ("ed", "ED")):
        if low.endswith(ending):
            return kind
    return "SG" if low.endswith(_SINGULAR) or any(rank(one) < UNKNOWN for one in _plurals(low)) else "O"


def _singulars(word: str) -> list[str]:
    ends = (("s", ""), ("es", ""), ("ies", "y"))
    return [word.removesuffix(plural) + singular for plural, singular in ends if word.endswith(plural)]


def _plurals(word: str) -> list[str]:
    return [f"{word}s", f"{word}es", *([f"{word[:-1]}ies"] if word.endswith("y") else ())]


def features(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return the features of a place between tokens, the nearest last in `before` and first in `after`.

    A text's edges are padded; apostrophes are straight.
    """
    left = [*("^" * BEFORE), *before][-BEFORE:]
    right = [*after, *("$" * AFTER)][:AFTER]
    s5, s4, s3, s2, s1 = map(shape, left)
    n1, n2 = map(shape, right)
    p2, p1 = left[-2].lower(), left[-1].lower()
    f1, f2 = right[0].lower(), right[1].lower()
    return [
        f"a {p1}", f"b {p2}", f"c {f1}", f"d {f2}", f"e {s1}", f"f {s2} {s1}", f"g {s3} {s2} {s1}",
        f"h {s4} {s3} {s2} {s1}", f"i {s5} {s4} {s3} {s2} {s1}", f"j {n1}", f"k {n1} {n2}", f"l {p1} {f1}",
        f"m {s1} {n1}", f"n {p2} {p1}", f"o {f1} {f2}", f"q {p1[-3:]}", f"r {f1[-3:]}", f"s {s3} {s2}",
        f"t {s2} {s1} {n1}",
    ]  # fmt: skip


def odds(pair: str, before: Sequence[str], after: Sequence[str]) -> float:
    """Return the log odds that the first word of a pair, such as `there their`, belongs between the tokens."""
    weights = _models()[pair]
    get = weights.get
    return (weights[""] + sum(get(one, 0) for one in features(before, after))) / SCALE


@cache
def _models() -> Mapping[str, Mapping[str, int]]:
    """Return the weights of each pair; the empty feature is what each place begins with."""
    models: dict[str, dict[str, int]] = {}
    weights: dict[str, int] = {}
    for line in lines("contexts.txt"):
        if line.startswith("["):
            weights = models[line[1:-1]] = {}
        else:
            feature, _, weight = line.rpartition("\t")
            weights[feature] = int(weight)
    return models
