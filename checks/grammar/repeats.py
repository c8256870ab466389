"""Phrases written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.reading import reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/repeated-phrase",
    summary="Two or three words that stand twice in a row, as in “in the in the”.",
    why="It is what remains of a sentence that was changed half, and readers stop at it.",
    fix="Delete one of the two.",
    source="Corrections that editors of publications make; proofreaders look for single words only.",
    severity=Severity.WARNING,
    flagged=(
        Example("The crew takes part [[in the in the]] race."),
        Example("The [[harbour’s harbour’s]] light is old."),
        Example("The ferry is [[one of the **one of the]]** oldest."),
    ),
    passed=(
        Example("They left for the\n\nfor the island."),
        Example("They went on again and again and again, step by step by step."),
        Example("The ferry, the ferry that we had, had had no name. New York, New York is far."),
        Example("Knock knock, knock knock. Duran Duran sang it, and so did the the band."),
    ),
)

_PLAIN = re.compile(r"[a-z]{1,20}")
_TOKEN = re.compile(r"\S+")
_OWNER = re.compile(r"\b([^\W\d_]{2,30}['’]s) \1(?![\w'’-])")
"""An owner twice, which is no name that is a word twice."""
LONGEST = 3
_JOINS = frozenset({"and", "by", "or", "to", "after", "upon", "on", "for", "very"})


def find(article: Article) -> Iterator[Finding]:
    """Yield each phrase of two or three words that stands twice in a row, and each owner that does."""
    text = reading(article).text
    for match in _OWNER.finditer(text):
        yield _finding(article, Span(*match.span()), match[1])
    words = text.split()
    hits = sorted(_hits(words))
    if not hits:
        return
    places = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    done = 0
    for first, length in hits:
        span = Span(places[first].start, places[first + 2 * length - 1].end)
        if first >= done and "\n" not in text[span.start : span.end]:
            done = first + 2 * length
            yield _finding(article, span, " ".join(words[first : first + length]))


def _hits(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first word, and the length, of each phrase that stands twice in a row."""
    for length in (LONGEST, LONGEST - 1):
        same = [one == two for one, two in zip(words, words[length:], strict=False)]
        for at, (one, two) in enumerate(pairwise(same)):
            if one and two and all(same[at : at + length]) and _is_slip(words[at : at + length]):
                yield at, length


def _is_slip(phrase: list[str]) -> bool:
    """Whether a phrase is plain words, and none that are repeated on purpose: again and again, step by step."""
    if len(set(phrase)) < len(phrase) or not all(map(_PLAIN.fullmatch, phrase)):
        return False
    return len(phrase) == LONGEST or not _JOINS.intersection(phrase)


def _finding(article: Article, span: Span, written: str) -> Finding:
    is_plain = article.quote(article.map.to_source(span)) == article.slice(span)
    return RULE.finding(
        article,
        span,
        f"“{written}” stands twice in a row.",
        confidence=0.95,
        replacements=(written,) if is_plain else (),
    )
