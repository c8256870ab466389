"""Sentences and words of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind, MarkKind, Sentence
from checks.position import Span

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’\-‐‑][^\W_](?:[^\W_]|[\u0300-\u036f])*)*")
_URL = re.compile(r"https?://\S+|www\.\S+")


def sentences(article: Article) -> Iterator[Sentence]:
    """Yield the sentences of all blocks but code; none runs across blocks."""
    import nupunkt

    index = 0
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.CODE:
            continue
        for start, end in nupunkt.sentence_spans(article.slice(block.span), paragraph_breaks=False):
            yield Sentence(Span(start, end).shift(block.span.start), number, index)
            index += 1


def words(article: Article) -> Iterator[Span]:
    """Yield runs of letters and digits with inner apostrophes and hyphens, outside code and addresses."""
    for block in article.blocks:
        if block.kind is BlockKind.CODE:
            continue
        code = [mark.span for mark in article.marks_in(block.span, MarkKind.CODE)]
        code += [Span(*match.span()) for match in _URL.finditer(article.text, *block.span)]
        for match in _WORD.finditer(article.text, *block.span):
            span = Span(*match.span())
            if not any(span.overlaps(one) for one in code):
                yield span
