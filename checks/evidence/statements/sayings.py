"""Sayings: set phrases and plain exaggerations, of which nobody asks where they come from.

"The oldest trick in the book" ranks nothing, and who "could eat a horse" states
nothing. A figure, an effect or the law in the same sentence is stated all the same.
"""

from __future__ import annotations

from checks.article import Article, Sentence
from checks.evidence.statements.outline import cues, outlines
from checks.evidence.statements.topic import is_strict
from checks.phrases import phrases
from checks.tokens import Tokens, tokens

SAYING = "a saying"
_STATING = frozenset({"result", "cause", "law", "finance", "health"})
"""Cues of what holds in the world beside a saying."""


def sayings(column: Tokens, where: range) -> list[range]:
    """Return the tokens of the sayings in a sentence."""
    found = phrases("checks.evidence", "lexicon/sayings.txt").find(column.words, where.start, where.stop)
    return [range(hit.first, hit.stop) for hit in found]


def is_saying(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence says something in a saying, and states nothing besides."""
    if is_strict(article) or outlines(article)[sentence.index].figures:
        return False
    column = tokens(article)
    said = sayings(column, column.sentences[sentence.index])
    stated = [hit for hit in cues(article)[sentence.index] if hit.section in _STATING]
    return bool(said) and all(any(hit.first in one for one in said) for hit in stated)
