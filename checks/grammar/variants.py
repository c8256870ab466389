"""Spellings that both sides of English put second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.reading import word_index
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/second-choice-spelling",
    summary="A spelling that American and British style guides alike put second, such as a doubled s in focused.",
    why="Most readers take it for a slip, and it will stand beside the usual spelling sooner or later.",
    fix="Use the spelling that dictionaries put first.",
    source="Merriam-Webster, the New Oxford, AP, Chicago, the Guardian and the Economist (variants.txt).",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The crew is [[focussed]] on the harbour."),
        Example("[[Focussing]] on fares alone, they raised prices. Passengers, focussing on time, stayed."),
    ),
    passed=(
        Example("The crew is focused on the harbour, and benefited from it."),
        Example("The ferry was fitted with a targeting light, and the pier was allotted to it."),
    ),
)


def find(article: Article) -> Iterator[Finding]:
    """Yield the first place of each second-choice spelling, the others as related places."""
    usual = _usual()
    index = word_index(article)
    for word in sorted(usual.keys() & index.words, key=lambda one: index[one]):
        spans = [Span(start, start + len(word)) for start in index[word]]
        if not spans:
            continue
        written = article.slice(spans[0])
        better = usual[word].capitalize() if written[0].isupper() else usual[word]
        yield RULE.finding(
            article,
            spans[0],
            f"“{written}” is usually written “{better}”.",
            confidence=0.9,
            replacements=(better,),
            related=[related(article, span) for span in spans[1:]],
        )


@cache
def _usual() -> Mapping[str, str]:
    return dict(line.split() for line in lines("variants.txt"))
