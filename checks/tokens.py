"""Tokens: the words, numbers and signs of an article's sentences, each found once."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from checks.article import Article, once
from checks.known import Known
from checks.position import Span

# Hyphens and underscores part words and are dropped: "world-class" reads like "world class".
# Each alternative consumes greedily from one class, so the scan is linear.
_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)?|[^\w\s-]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of an article in reading order, as parallel columns."""

    forms: list[str]
    """As written."""
    words: list[str]
    """In lower case, with straight apostrophes."""
    starts: list[int]
    """Text offset of each."""
    sentences: tuple[range, ...]
    """Token indices of each of `Article.sentences`."""

    def span(self, first: int, stop: int) -> Span:
        """Return the text span of the tokens from `first` up to, not including, `stop`."""
        return Span(self.starts[first], self.starts[stop - 1] + len(self.forms[stop - 1]))

    def of(self, sentence: int) -> list[str]:
        """Return the words of one of `Article.sentences`."""
        where = self.sentences[sentence]
        return self.words[where.start : where.stop]

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after a text offset."""
        return bisect_left(self.starts, offset)


@once
def tokens(article: Article) -> Tokens:
    """Return the tokens of an article's sentences."""
    text = article.text
    forms: list[str] = []
    starts: list[int] = []
    for match in _TOKEN.finditer(text):
        forms.append(match[0])
        starts.append(match.start())
    words = list(map(_FOLDED.__getitem__, forms))
    sentences = tuple(
        range(bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)) for one in article.sentences
    )
    return Tokens(forms, words, starts, sentences)


@once
def vocabulary(article: Article) -> frozenset[str]:
    """Return the words and signs of an article, each once: what needs none of them need not be looked for."""
    return frozenset(tokens(article).words)


def folded(form: str) -> str:
    """Return a token in lower case, with a straight apostrophe."""
    return form.lower().replace("’", "'")


_FOLDED = Known(folded)
