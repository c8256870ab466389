"""The sentences of an article as duplication compares them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.article import PROSE, Article, MarkKind, Sentence, once
from checks.duplication.terms import WORD, term
from checks.position import Span
from checks.unread import read_words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
MOSTLY = 0.7
"""Share of a sentence in quotation marks, or in a link, from which it is somebody else's words, or a title."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of running text."""

    index: int
    """Its place among the article's units."""
    span: Span
    """In the article's text."""
    block: int
    """Index of its block in `Article.blocks`."""
    terms: tuple[str, ...]
    """Content words without endings, in order; no code, no addresses, no reference markers."""
    names: frozenset[str]
    """Those that are numbers or stand with a capital inside the sentence."""
    words: int
    """Words of any kind."""
    borrowed: bool
    """A quotation or the title of something linked: said again on purpose."""


@once
def units(article: Article) -> tuple[Unit, ...]:
    """Return the sentences of paragraphs, list items and quotations that are not site chrome."""
    return tuple(_units(article))


def _units(article: Article) -> Iterator[Unit]:
    borrowed = _Cover(_quotations(article)), _Cover([mark.span for mark in article.marks if mark.kind is MarkKind.LINK])
    words, at, index = read_words(article), 0, 0
    for sentence in article.sentences:
        while at < len(words) and words[at].start < sentence.span.start:
            at += 1
        first = at
        while at < len(words) and words[at].end <= sentence.span.end:
            at += 1
        block = article.blocks[sentence.block]
        if block.kind not in PROSE or block.boilerplate:
            continue
        parts = [part for span in words[first:at] for part in WORD.findall(article.slice(span))]
        terms = tuple(stem for stem in map(term, parts) if stem)
        if terms:
            taken = block.spoken or any(cover.of(sentence) >= MOSTLY for cover in borrowed)
            yield Unit(index, sentence.span, sentence.block, terms, frozenset(_names(parts)), len(parts), taken)
            index += 1


def _names(words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        if word[0].isdigit() or (place and word[0].isupper()):
            stem = term(word)
            if stem:
                yield stem


class _Cover:
    """Spans in order that answer how much of a sentence they cover."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def of(self, sentence: Sentence) -> float:
        """Return the covered share of the sentence."""
        start, end = sentence.span
        near = self._spans[max(0, bisect_right(self._starts, start) - 1) : bisect_left(self._starts, end)]
        return sum(max(0, min(one.end, end) - max(one.start, start)) for one in near) / max(1, end - start)


def _quotations(article: Article) -> list[Span]:
    """Return what stands in quotation marks or is marked as quoted."""
    found = [Span(*match.span()) for block in article.blocks for match in _QUOTED.finditer(article.text, *block.span)]
    return found + [mark.span for mark in article.marks if mark.kind is MarkKind.QUOTE]
