"""The survey: everything in an article that can support a statement, by sentence."""

from __future__ import annotations

from checks.article import Article, once
from checks.evidence.support.supports import Support, supports


@once
def survey(article: Article) -> tuple[tuple[Support, ...], ...]:
    """Return, for each sentence of an article, everything in it that may support a statement."""
    found: list[list[Support]] = [[] for _ in article.sentences]
    for support in supports(article):
        index = article.sentence_at(support.span.start)
        # A marker behind the full stop belongs to the sentence before it.
        if index > 0 and support.closes and _begins_with(article, index, support) and _same_block(article, index):
            index -= 1
        if index >= 0:
            found[index].append(support)
    return tuple(map(tuple, found))


def _begins_with(article: Article, index: int, support: Support) -> bool:
    return support.span.start == article.sentences[index].span.start


def _same_block(article: Article, index: int) -> bool:
    return article.sentences[index].block == article.sentences[index - 1].block
