"""The figures: indices and estimate of an article and of each of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article, once
from checks.languages import ENGLISH, primary
from checks.readability.estimate import MINIMUM_WORDS as ESTIMABLE
from checks.readability.estimate import grade, hardness
from checks.readability.formulas import MINIMUM_WORDS, indices, shortfalls
from checks.readability.model import Readability, SectionReadability
from checks.readability.prose import Read, by_section, counted, prose

COMPARABLE = 8
"""Words of a sentence from which its grade says something."""


@once
def measure(article: Article) -> Readability:
    """Return how hard the article and its sections read."""
    sentences = prose(article)
    words = sum(len(sentence.words) for sentence in sentences)
    language = primary(article.language)
    return Readability(
        grade=_grade(sentences, words, ESTIMABLE) if language == ENGLISH else None,
        indices=indices(_clean(sentences), words, counted(sentences), language),
        notes=tuple(shortfalls(words, counted(sentences), language)),
        sections=tuple(_sections(article)),
    )


def _grade(sentences: Sequence[Read], words: int, least: int) -> float | None:
    return round(grade(sentences), 1) if words >= least else None


def _clean(sentences: Sequence[Read]) -> str:
    return " ".join(sentence.clean for sentence in sentences)


def _sections(article: Article) -> Iterator[SectionReadability]:
    """Yield the sections that hold running text."""
    language = primary(article.language)
    for section, inside in by_section(article):
        words = sum(len(sentence.words) for sentence in inside)
        begin = section.heading or section.blocks[0]
        yield SectionReadability(
            title=article.slice(section.heading.span).strip() if section.heading else "",
            line=article.position(article.map.to_source(begin.span).start).line,
            words=words,
            grade=_grade(inside, words, MINIMUM_WORDS) if language == ENGLISH else None,
            indices=indices(_clean(inside), words, counted(inside), language),
            hardest=article.slice((hardest if language == ENGLISH else longest)(inside).span),
        )


def longest(sentences: Sequence[Read]) -> Read:
    """Return the longest sentence: the hardest, as far as that can be told without knowing the words."""
    return max(sentences, key=lambda sentence: len(sentence.words))


def hardest(sentences: Sequence[Read]) -> Read:
    """Return the hardest sentence, of those that are long enough to compare if there are any."""
    return max(sentences, key=lambda sentence: (len(sentence.words) >= COMPARABLE, hardness([sentence])))
