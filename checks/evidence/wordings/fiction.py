"""Fiction: praise that is a part of a story that is retold.

"The novel centers on an uncompromising architect": the architect is so in the
book, and nobody is asked to believe it. What is said of the book itself is praise.
"""

from __future__ import annotations

from checks.article import Article
from checks.evidence.statements.stories import retold, words_of
from checks.phrases import Hit
from checks.tokens import Tokens

VERB = 4
"""Tokens behind a work in which the verb stands by which it tells its story."""

_MILD = frozenset({"praise", "faint"})
_IS = frozenset(["is", "are", "was", "were", "who", "becomes", "be"])


def is_of_story(article: Article, column: Tokens, hit: Hit, sentence: int) -> bool:
    """Whether a wording stands in a story that is retold: under "Plot", or behind "the novel follows"."""
    if article.sentences[sentence].block in retold(article):
        return True
    before = column.words[column.sentences[sentence].start : hit.first]
    # "The film follows the stunning", whatever it is, is said by whoever sells it.
    return _leads(before, "figure", _IS) or (hit.section in _MILD and _leads(before, "work", words_of("tells")))


def _leads(before: list[str], section: str, telling: frozenset[str]) -> bool:
    """Whether a word of a section stands there with a verb close behind it that tells of a story."""
    if words_of(section).isdisjoint(before):
        return False
    named = (at for at, word in enumerate(before) if word in words_of(section))
    return any(not telling.isdisjoint(before[at + 1 : at + 1 + VERB]) for at in named)
