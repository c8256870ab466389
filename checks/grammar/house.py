"""Words that a publication uses again and again: terms of its own, and no slips."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.finding import Finding
from checks.grammar.options import GrammarOptions
from checks.grammar.rules import PREFIX, is_speller
from checks.grammar.spelling import CANDIDATES, is_plain_slip
from checks.rule import Context

ARTICLES = 3
"""Articles that must have an unknown word for it to count as a term of the publication."""

MORE_USUAL = 2
"""Times as many articles as have the word may have one of its corrections; with more it is a slip that spreads."""

_POSSESSIVE = re.compile(r"['’]s?$")


def overrule(
    found: Sequence[tuple[Article, Sequence[Finding]]], _context: Context[GrammarOptions]
) -> Iterator[tuple[str, Finding]]:
    """Yield unknown words that stand in several articles, and are not seldom beside what they may stand for."""
    places: dict[str, list[tuple[Article, Finding]]] = defaultdict(list)
    for article, findings in found:
        for finding in findings:
            if is_speller(finding.rule.removeprefix(PREFIX)):
                places[_POSSESSIVE.sub("", finding.quote)].append((article, finding))
    articles = [article for article, _ in found]
    for some in places.values():
        times = len({article.id for article, _ in some})
        word, corrections = some[0][1].quote, some[0][1].replacements
        if times < ARTICLES or is_plain_slip(word, corrections):
            continue
        if _most(articles, corrections[:CANDIDATES]) <= MORE_USUAL * times:
            yield from ((article.id, finding) for article, finding in some)


def _most(articles: Sequence[Article], words: Sequence[str]) -> int:
    """Return in how many articles the word stands that stands in most."""
    patterns = [re.compile(rf"\b{re.escape(word)}\b") for word in words]
    return max(
        (sum(pattern.search(article.text) is not None for article in articles) for pattern in patterns), default=0
    )
