"""Which variety of which language an article is proofread in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from checks.article import Article
from checks.grammar.data import lines
from checks.grammar.dialect import dialect
from checks.grammar.options import GrammarOptions
from checks.languages import ENGLISH, is_english, primary


def variety(article: Article, options: GrammarOptions) -> str:
    """Return the language tag to proofread an article with.

    Of English see `dialect`. Of another language: the variety that the
    article's own tag names, if LanguageTool knows it; or the first one of the
    language in the settings; or LanguageTool's usual one.
    """
    if is_english(article.language):
        return dialect(article, options)
    known = varieties()[primary(article.language)]
    wanted = (article.language, *options.varieties)
    return next((one for one in wanted if one in known), known[0])


def languages() -> frozenset[str]:
    """Return the primary subtags of all languages that can be proofread."""
    return frozenset({ENGLISH, *varieties()})


@cache
def varieties() -> Mapping[str, tuple[str, ...]]:
    """Return the varieties of each language besides English, the usual one first."""
    found = map(str.split, lines("varieties.txt"))
    return MappingProxyType({language: tuple(them) for language, *them in found})
