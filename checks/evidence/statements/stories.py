"""Stories: parts of an article that retell one, where nobody is asked to believe what is told."""

from __future__ import annotations

import re
from functools import cache

from checks.article import Article, BlockKind, once
from checks.phrases import section_words

HEADING = 4
"""Words of a heading at most, above a story that is retold."""


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of fiction."""
    return section_words("checks.evidence", "lexicon/fiction.txt", section)


@once
def retold(article: Article) -> frozenset[int]:
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
        and not words_of("heading").isdisjoint(words)
        and (words_of("heading") | words_of("beside")).issuperset(words)
    )
