"""Words that an article itself vouches for: linked, in its front matter, or explained in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checks.article import Article, MarkKind, once

PROSE_KEYS = frozenset(
    {
        "title",
        "subtitle",
        "linktitle",
        "deck",
        "summary",
        "description",
        "excerpt",
        "abstract",
        "lead",
        "teaser",
        "body",
    }
)
"""Front matter that is written like the article, and may hold the same slips."""

MOST = 2_000
"""Words of front matter that are taken note of."""

SHORTEST = 4
"""Letters from which a link's address can vouch for a word: fewer stand in any address."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_SHORT_BEFORE = re.compile(r"\b(?P<short>[^\W\d_]{2,8})s? \((?P<words>[^()\n]{5,100})\)")
_SHORT_INSIDE = re.compile(r" \((?P<short>[^\W\d_]{2,8})s?\)")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "with"})
BEFORE = 12
"""Words before a bracket among which what it abbreviates may begin."""
REACH = 120
"""Code points before a bracket that those words may take."""


@once
def vouched(article: Article) -> frozenset[str]:
    """Return words, in small letters, that an article's links, front matter and explanations know."""
    return frozenset(word.lower() for word in (*_linked(article), *_in_front_matter(article), *_explained(article)))


def _linked(article: Article) -> Iterator[str]:
    """Yield words of links that stand in the link's address as well."""
    for mark in article.marks:
        if mark.kind is MarkKind.LINK and mark.span.length:
            target = mark.target.lower()
            for word in _WORD.findall(article.slice(mark.span)):
                if len(word) >= SHORTEST and word.lower() in target:
                    yield word


def _in_front_matter(article: Article) -> Iterator[str]:
    """Yield words of tags, authors, terms and other front matter that is no prose."""
    for count, word in enumerate(_words_of(article.metadata)):
        if count >= MOST:
            return
        yield word


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _WORD.findall(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if str(key).lower().replace("_", "") not in PROSE_KEYS:
                yield from _words_of(inner)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for inner in value:
            yield from _words_of(inner)


def _explained(article: Article) -> Iterator[str]:
    """Yield short forms with what they stand for in brackets behind them, or that stand in brackets behind it."""
    for match in _SHORT_BEFORE.finditer(article.text):
        if _stand_for(match["short"], _WORD.findall(match["words"])):
            yield match["short"]
    for match in _SHORT_INSIDE.finditer(article.text):
        start = max(article.text.rfind("\n", 0, match.start()) + 1, match.start() - REACH)
        before = _WORD.findall(article.text[start : match.start()])[-BEFORE:]
        if any(_stand_for(match["short"], before[at:]) for at in range(len(before))):
            yield match["short"]


def _stand_for(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of a short form are the first letters of words, small ones left out or not."""
    letters = short.lower()
    return letters in (
        "".join(word[0].lower() for word in words),
        "".join(word[0].lower() for word in words if word.lower() not in _SMALL),
    )
