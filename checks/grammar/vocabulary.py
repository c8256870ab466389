"""Words that are no slips though no dictionary has them: names, acronyms, terms, house words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from checks.article import Article, once
from checks.grammar.rules import is_spelling
from checks.position import Span
from checks.rule import Match

REPEATED = 3
"""Times that an unknown word must stand in an article to count as a term of its own."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_ACRONYM = re.compile(r"(?:[A-Z0-9]{2,}|(?:[A-Z]\.){2,}|[A-Z]+[a-z]{0,2}[A-Z0-9]+[A-Za-z0-9]*)(?:[-/–][\w]+)*s?")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that an article and its reader's settings vouch for."""

    accepted: frozenset[str]
    """The user's, case kept."""
    counts: Mapping[str, int]
    """How often each word stands in the article, as written."""

    def accepts(self, article: Article, match: Match, span: Span) -> bool:
        """Whether an unknown word at `span` is a name or term rather than a slip."""
        if not is_spelling(match):
            return False
        word = _POSSESSIVE.sub("", article.slice(span))
        return self._known(word) or _is_shaped(word) or self.counts.get(word, 0) >= REPEATED

    def _known(self, word: str) -> bool:
        return any(
            form in self.accepted
            for form in (word, word.removesuffix("s"), word.lower(), word.lower().removesuffix("s"))
        )


def _is_shaped(word: str) -> bool:
    """Whether a word looks like a name, an acronym or a code."""
    return (
        word[:1].isupper()
        or bool(_ACRONYM.fullmatch(word))
        or any(char.isdigit() or char.isupper() for char in word[1:])
    )


def vocabulary(article: Article, accepted: frozenset[str]) -> Vocabulary:
    """Return the words that count as known in an article."""
    return Vocabulary(accepted, _counts(article))


@once
def _counts(article: Article) -> Mapping[str, int]:
    return Counter(_WORD.findall(article.text))
