"""What stands in an article's text and yet is not read as words: reference markers and template expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, MarkKind, once
from checks.position import Span

# "[3]", "[3, 4]", "[12–14]", "[a]", "[note 2]"; "{{ title }}", "{% if … %}".
_MARKER = re.compile(r"\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|[a-z]|note \d{1,3})\]")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")


@once
def read_words(article: Article) -> tuple[Span, ...]:
    """Return the article's words without those that a reader passes over."""
    return tuple(_read(article))


def _read(article: Article) -> Iterator[Span]:
    unread = [Span(*match.span()) for shape in (_MARKER, _TEMPLATE) for match in shape.finditer(article.text)]
    unread += [mark.span for mark in article.marks if mark.kind is MarkKind.FOOTNOTE and mark.span.length]
    unread.sort()
    at = 0
    for word in article.words:
        while at < len(unread) and unread[at].end <= word.start:
            at += 1
        if at == len(unread) or not unread[at].overlaps(word):
            yield word
