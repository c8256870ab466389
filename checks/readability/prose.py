"""The running text of an article, as readability counts it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.article import PROSE, Article, Block, Section, once
from checks.position import Span
from checks.unread import read_words

_POINTS = re.compile(r"(?<=\w)[.,:](?=\w)")
"""Inside "3.5" and "p.m": no end of a sentence."""
_PART = re.compile(r"\w+(?:'\w+)*")
FRAGMENT = 2
"""Sentences of so few words (labels, lone names) do not count as sentences, as in textstat."""


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence of running text."""

    span: Span
    """In the article's text."""
    block: int
    """Index of its block in `Article.blocks`."""
    words: tuple[str, ...]
    """Parts of hyphenated compounds count one by one; code and addresses not at all."""

    @property
    def clean(self) -> str:
        """The words and a full stop: nothing inside that a formula could take for a sentence's end."""
        return " ".join(self.words) + "."


@once
def prose(article: Article) -> tuple[Read, ...]:
    """Return the sentences of paragraphs, list items and quotations, without site chrome and foreign blocks."""
    return tuple(_prose(article))


def by_section(article: Article) -> Iterator[tuple[Section, tuple[Read, ...]]]:
    """Yield each section that holds running text, with its sentences."""
    sentences, at = prose(article), 0
    for section in article.sections:
        first = at
        end = section.blocks[-1].span.end if section.blocks else 0
        while at < len(sentences) and sentences[at].span.end <= end:
            at += 1
        if first < at:
            yield section, sentences[first:at]


def is_prose(article: Article, block: Block) -> bool:
    """Whether readability looks at the block."""
    foreign = block.language and block.language.partition("-")[0] != article.language.partition("-")[0]
    return block.kind in PROSE and not block.boilerplate and not foreign


def _prose(article: Article) -> Iterator[Read]:
    words, at = read_words(article), 0
    for sentence in article.sentences:
        while at < len(words) and words[at].start < sentence.span.start:
            at += 1
        first = at
        while at < len(words) and words[at].end <= sentence.span.end:
            at += 1
        if first < at and is_prose(article, article.blocks[sentence.block]):
            yield Read(sentence.span, sentence.block, tuple(_parts(article, words[first:at])))


def _parts(article: Article, words: Iterable[Span]) -> Iterator[str]:
    for span in words:
        word = article.slice(span)
        if word.isalnum():
            yield word
        else:
            plain = _POINTS.sub("", word.replace("’", "'"))
            yield from _PART.findall(plain)


def counted(sentences: Iterable[Read]) -> int:
    """Return how many of the sentences count as such; at least one."""
    return max(1, sum(len(sentence.words) > FRAGMENT for sentence in sentences))
