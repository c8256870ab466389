"""The survey: everything in an article that can support a statement, by sentence."""

from __future__ import annotations

from bisect import bisect_right

from checks.article import Article, once
from checks.evidence.supports import Support, supports


@once
def survey(article: Article) -> tuple[tuple[Support, ...], ...]:
    """Return, for each sentence of an article, everything in it that may support a statement."""
    starts = [one.span.start for one in article.sentences]
    found: list[list[Support]] = [[] for _ in starts]
    for support in supports(article):
        index = bisect_right(starts, support.span.start) - 1
        # A marker behind the full stop belongs to the sentence before it.
        if index > 0 and support.closes and support.span.start == starts[index] and _same_block(article, index):
            index -= 1
        if index >= 0:
            found[index].append(support)
    return tuple(map(tuple, found))


def _same_block(article: Article, index: int) -> bool:
    return article.sentences[index].block == article.sentences[index - 1].block
