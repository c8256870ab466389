"""Passages that an article repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checks.article import Article
from checks.duplication.align import Passage, Side, Weights, likeness, passages, points
from checks.duplication.terms import WORD
from checks.duplication.trim import tight
from checks.duplication.units import Unit, units
from checks.position import Span

NEIGHBOURS = 2
PARALLEL = 0.8
"""Sentences of one paragraph so close together may be built alike on purpose; they must be nearly the same."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage and where it is repeated, in the article's text."""

    first: Span
    again: Span
    likeness: float
    """1 is word for word."""
    surest: float
    """The likeness of its most alike sentences."""
    words: int
    """Of the repetition."""


def repeats(article: Article, least: int) -> Iterator[Repeat]:
    """Yield the passages of at least so many words that say again what stood before, by the place of the repetition."""
    sentences = units(article)
    weights = Weights(Counter(term for unit in sentences for term in set(unit.terms)), len(sentences))
    side = Side(sentences, weights)

    def allowed(one: Unit, two: Unit) -> bool:
        if one.index >= two.index:
            return False
        close = one.block == two.block and two.index - one.index <= NEIGHBOURS
        return not close or likeness(side.profiles[one.index], side.profiles[two.index], weights) >= PARALLEL

    found = [part for one in passages(points(side, side, allowed)) for part in _apart(one)]
    for passage in sorted(found, key=lambda one: (one.right, one.left)):
        left, right = (sentences[first : last + 1] for first, last in (passage.left, passage.right))
        first, again = tight(article, left, article, right)
        words = len(WORD.findall(article.slice(again)))
        if min(words, len(WORD.findall(article.slice(first)))) >= least:
            yield Repeat(first, again, passage.likeness, passage.surest, words)


def _apart(passage: Passage) -> Iterator[Passage]:
    """Yield the passage, or, where its two sides overlap (a list of like sentences), its like pairs one by one."""
    if passage.left[1] < passage.right[0]:
        yield passage
        return
    for point in passage.points:
        if point.likeness >= PARALLEL:
            yield Passage((point,))
