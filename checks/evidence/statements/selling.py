"""Selling: whether an article is a seller's own page, and its sentences as they are looked at for boasts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.statements.counting import numerals
from checks.evidence.statements.outline import outlines
from checks.phrases import section_words
from checks.tokens import Tokens, tokens, vocabulary

OWN = 0.08
"""Share of sentences that speak of the author from which the page is its author's own, by reading."""

FEWEST = 4
"""Different words of trade that must stand in it: one of them alone makes no shop."""

SHARE = 0.01
"""Share of its words that are words of trade: pages of sellers have from 1.4 to 6 in a hundred, magazines below one."""


@once
def sells(article: Article) -> bool:
    """Whether the author of an article speaks for a house that sells something, by its words of trade."""
    words = tokens(article).words
    seen = vocabulary(article)
    if len(seen & _words("trade")) < FEWEST or seen.isdisjoint(_words("price")) or seen.isdisjoint(_words("house")):
        return False
    if sum(map(_words("trade").__contains__, words)) < SHARE * len(words):
        return False
    told = outlines(article)
    return sum(one.own for one in told) >= OWN * len(told)


def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/selling.txt", section)


class Line(NamedTuple):
    """A sentence as it is looked at for boasts."""

    column: Tokens
    where: range
    seen: frozenset[str]
    """Its words, each once."""
    own: bool
    """Whether it speaks of its author."""
    instructs: bool
    """Whether it tells the reader to do something."""
    goes_on: bool
    """Whether the sentence before, in the same paragraph, boasts."""
    selling: bool
    """Whether a seller speaks in the whole article."""

    def word(self, at: int) -> str:
        """Return the token at `at` in lower case; nothing outside the sentence."""
        return self.column.words[at] if at in self.where else ""

    def words(self, first: int, stop: int) -> list[str]:
        """Return the tokens from `first` up to, not including, `stop` that stand in the sentence."""
        return self.column.words[max(first, self.where.start) : min(stop, self.where.stop)]

    def places(self, section: str) -> Iterator[int]:
        """Yield where words of a section stand."""
        them = words_of(section)
        if not them.isdisjoint(self.seen):
            yield from (at for at in self.where if self.column.words[at] in them)


def line_of(article: Article, sentence: int, *, goes_on: bool = False) -> Line:
    """Return a sentence as it is looked at for boasts."""
    column, outline = tokens(article), outlines(article)[sentence]
    seen = frozenset(column.of(sentence))
    return Line(column, column.sentences[sentence], seen, outline.own, outline.instructs, goes_on, sells(article))


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of boasts."""
    return section_words("checks.evidence", "lexicon/boasts.txt", section)


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or in letters."""
    return word[:1].isdigit() or word in numerals()
