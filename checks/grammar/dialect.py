"""Which English an article is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from checks.article import Article
from checks.grammar.options import GrammarOptions

OXFORD = -0.1
"""What -ize counts: British publishers use it too."""

_WORD = re.compile(r"\b[a-z]{4,}\b")
KNOWN = frozenset({"en-us", "en-gb", "en-ca", "en-au", "en-nz", "en-za"})


def dialect(article: Article, options: GrammarOptions) -> str:
    """Return the language tag to proofread an article with.

    The settings' dialect; or the article's own, when its language tag names a
    region; or the one of American and British English that more of its words
    are spelled in, American when they tell nothing.
    """
    if options.dialect != "auto":
        return options.dialect
    if article.language.casefold() in KNOWN:
        language, region = article.language.split("-")
        return f"{language.lower()}-{region.upper()}"
    spellings = _spellings()
    # Capitalised words are left out: a British institution keeps its name in an American text.
    leaning = sum(spellings.get(word, 0) for word in _WORD.findall(article.text))
    return "en-GB" if leaning > 0 else "en-US"


def is_variant(word: str) -> bool:
    """Whether a lower-case word is right in one of American and British English."""
    return word in _variants()[0]


def variant_pairs() -> tuple[tuple[str, str], ...]:
    """Return the British and the American spelling of each word that tells the two sides apart."""
    return _variants()[1]


@cache
def _spellings() -> Mapping[str, float]:
    """Return how much a word speaks for British (above 0) or American spelling."""
    weights: dict[str, float] = {}
    for british, american in _variants()[1]:
        weights[british] = 1.0
        weights[american] = OXFORD if "iz" in american and "is" in british else -1.0
    return weights


@cache
def _variants() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Return all words of the list, and the pairs of British and American words that tell the two apart."""
    text = (files(__package__) / "dialects.txt").read_text("utf-8")
    telling, _, other = text.partition("=====\n")
    pairs = tuple(_pairs(telling))
    return frozenset(word for pair in (*pairs, *_pairs(other)) for word in pair), pairs


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        if not line.startswith("#"):
            british, american = line.split()
            yield british, american
