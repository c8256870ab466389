"""Restatements: what an article says twice, so that the source of one place serves the other.

A summary repeats in other sections what the text supports, and nobody expects
the same source twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from checks.article import Article
from checks.tokens import tokens

LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

FEWEST = 6
"""Such words from which two sentences can be told to say the same."""

SHARED = 0.75
"""Share of their words, those of both taken together, that two sentences have in common when they say the same."""

COMMON = 16
"""Sentences in which a word may stand to be looked up."""


def restated(article: Article, bare: Collection[int], supported: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a sentence without support and a supported one that says the same in about the same words."""
    if not bare or not supported:
        return
    where: dict[str, list[int]] = {}
    words = {index: _words(article, index) for index in supported}
    for index, them in words.items():
        for word in them:
            where.setdefault(word, []).append(index)
    for index in bare:
        own = _words(article, index)
        if len(own) < FEWEST:
            continue
        best = _likest(own, where)
        if best >= 0 and len(own & words[best]) >= SHARED * len(own | words[best]):
            yield index, best


def _words(article: Article, index: int) -> frozenset[str]:
    column = tokens(article)
    where = column.sentences[index]
    return frozenset(word for word in column.words[where.start : where.stop] if len(word) >= LETTERS)


def _likest(own: frozenset[str], where: Mapping[str, list[int]]) -> int:
    """Return the sentence that shares most rare words, or -1."""
    count = Counter(at for word in own if len(found := where.get(word, [])) <= COMMON for at in found)
    return count.most_common(1)[0][0] if count else -1
