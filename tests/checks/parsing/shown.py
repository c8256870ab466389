"""What tests of parsing look at."""

from __future__ import annotations

from checks.article import Article, BlockKind, Format, MarkKind
from checks.parsing import parse


def markdown(source: str) -> Article:
    """Parse Markdown."""
    return parse(source, format=Format.MARKDOWN)


def html(source: str) -> Article:
    """Parse HTML."""
    return parse(source, format=Format.HTML)


def plain(source: str) -> Article:
    """Parse plain text."""
    return parse(source, format=Format.PLAIN)


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, article.slice(block.span)) for block in article.blocks]


def texts(article: Article) -> list[str]:
    """Return the text of each block."""
    return [text for _, text in blocks(article)]


def marks(article: Article, kind: MarkKind) -> list[tuple[str, str, str]]:
    """Return text, target and source of the marks of a kind."""
    found = (mark for mark in article.marks if mark.kind is kind)
    return [(article.slice(mark.span), mark.target, article.quote(mark.source)) for mark in found]
