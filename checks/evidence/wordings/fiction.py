"""Fiction: praise that is a part of a story that is retold.

"The novel centers on an uncompromising architect": the architect is so in the
book, and nobody is asked to believe it. What is said of the book itself is praise.
"""

from __future__ import annotations

import re
from functools import cache

from checks.article import Article, BlockKind, once
from checks.phrases import Hit, section_words
from checks.tokens import Tokens

VERB = 4
"""Tokens behind a work in which the verb stands by which it tells its story."""

_MILD = frozenset({"praise", "faint"})
_IS = frozenset(["is", "are", "was", "were", "who", "becomes", "be"])

HEADING = 4
"""Words of a heading at most, above a story that is retold."""


@cache
def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/fiction.txt", section)


def is_of_story(article: Article, column: Tokens, hit: Hit, sentence: int) -> bool:
    """Whether a wording stands in a story that is retold: under "Plot", or behind "the novel follows"."""
    if article.sentences[sentence].block in _retold(article):
        return True
    before = column.words[column.sentences[sentence].start : hit.first]
    # "The film follows the stunning", whatever it is, is said by whoever sells it.
    return _leads(before, "figure", _IS) or (hit.section in _MILD and _leads(before, "work", _words("tells")))


def _leads(before: list[str], section: str, telling: frozenset[str]) -> bool:
    """Whether a word of a section stands there with a verb close behind it that tells of a story."""
    if _words(section).isdisjoint(before):
        return False
    named = (at for at, word in enumerate(before) if word in _words(section))
    return any(not telling.isdisjoint(before[at + 1 : at + 1 + VERB]) for at in named)


@once
def _retold(article: Article) -> frozenset[int]:
    """Return the blocks under headings such as "Plot" and "Main characters"."""
    found: set[int] = set()
    level = 0
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            if not level or block.level <= level:
                level = block.level if _heads_story(article.slice(block.span)) else 0
        elif level:
            found.add(number)
    return frozenset(found)


def _heads_story(heading: str) -> bool:
    words = re.findall(r"[^\W\d_]+", heading.lower())
    return (
        0 < len(words) <= HEADING
        and not _words("heading").isdisjoint(words)
        and (_words("heading") | _words("beside")).issuperset(words)
    )
