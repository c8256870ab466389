"""What an article does in two ways, and seldom in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.article import Article
from checks.finding import Finding
from checks.position import Span
from checks.rule import Rule, related


@dataclass(frozen=True, slots=True)
class Style:
    """One of two styles, and where an article has it."""

    name: str
    spans: Sequence[Span]


def odd(
    article: Article, rule: Rule, one: Style, two: Style, *, least: int, share: float, confidence: float
) -> Iterator[Finding]:
    """Yield the first place of the rarer style, if the other has `least` places and it at most `share` of them."""
    usual, rare = (one, two) if len(one.spans) >= len(two.spans) else (two, one)
    if not rare.spans or len(usual.spans) < least or len(rare.spans) > share * len(usual.spans):
        return
    small = usual.name[0].lower() + usual.name[1:]
    yield rule.finding(
        article,
        rare.spans[0],
        f"{rare.name} here ({len(rare.spans)} in this article), {small} elsewhere ({len(usual.spans)}).",
        confidence=confidence,
        related=[related(article, span) for span in (*rare.spans[1:], usual.spans[0])],
    )
