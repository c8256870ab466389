"""Phrases that article spinners make: each word is a synonym, the whole is no English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.reading import reading, word_index
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/spun-phrase",
    summary="A set phrase in which a word was replaced by a synonym, as article spinners do: “take benefit of”.",
    why="Readers stumble, and those who know such texts take the whole article for copied and disguised.",
    fix="Put in the phrase that is meant, and compare the article with what it may have been made from.",
    source="After the tortured phrases of Cabanac, Labbé and Magazinov (2021); spun.txt of this check.",
    severity=Severity.WARNING,
    flagged=(
        Example("Passengers [[take benefit of]] the fares, [[in phrases of]] price."),
        Example("The doctor on board treats [[heart disappointment]] [[frequently enough]]."),
    ),
    passed=(
        Example("Passengers take advantage of the fares, and the benefit of the ferry is great."),
        Example("The doctor treats heart failure often. He did not call frequently, enough said."),
    ),
)


def find(article: Article) -> Iterator[Finding]:
    """Yield each phrase of the list."""
    text, index = reading(article).text, word_index(article)
    for phrase, parts, meant in _phrases():
        if parts <= index.words:
            first = phrase.replace("-", " ").split()[0]
            for start in index[first]:
                end = start + len(phrase)
                outside = text[start - 1 : start] + text[end : end + 1]
                if text[start:end].lower() == phrase and not any(char.isalnum() or char == "-" for char in outside):
                    yield _finding(article, Span(start, end), meant)


def _finding(article: Article, span: Span, meant: str) -> Finding:
    shown = article.slice(span)
    better = meant[0].upper() + meant[1:] if shown[0].isupper() else meant
    message = f"“{shown}” reads like “{meant}” with synonyms put in."
    return RULE.finding(article, span, message, confidence=0.85, replacements=(better,))


@cache
def _phrases() -> tuple[tuple[str, frozenset[str], str], ...]:
    """Return each phrase in small letters, with its words and what is meant."""
    rows = [line.split("\t") for line in lines("spun.txt")]
    return tuple((phrase.lower(), frozenset(phrase.lower().replace("-", " ").split()), meant) for phrase, meant in rows)
