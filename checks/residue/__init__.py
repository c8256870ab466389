"""Residue: what a broken paste, a template or a writing assistant leaves behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from checks.article import Article
from checks.finding import Finding
from checks.position import Span
from checks.residue import (
    assistant,
    characters,
    ending,
    fence,
    images,
    markup,
    opening,
    placeholder,
    quotes,
    spacing,
    structure,
    template,
    tongue,
)
from checks.rule import Check, Context, Options
from checks.suppression import RULES as SUPPRESSION_RULES

FINDERS = (
    fence.find,
    assistant.find,
    template.find,
    placeholder.find,
    markup.find,
    characters.mojibake,
    quotes.find,
    ending.find,
    spacing.find,
    opening.find,
    structure.unclosed,
    structure.empty,
    images.find,
    characters.invisible,
    tongue.find,
)
"""What looks for residue, most telling first: of findings in one place the first is kept."""

NESTED = frozenset({quotes.RULE.name, structure.EMPTY.name, "residue/invisible-characters"})
"""Rules that say something else about a place than the rules for what stands inside it."""


class ResidueOptions(Options):
    """Settings of the residue check; it has none yet."""


def run(article: Article, _context: Context[ResidueOptions]) -> Iterator[Finding]:
    """Yield what was left behind, in source order, one finding a place."""
    taken: list[Span] = []
    kept = [
        finding
        for find in FINDERS
        for finding in find(article)
        if finding.rule in NESTED or finding.span is None or _take(taken, finding.span)
    ]
    yield from sorted(kept, key=lambda one: (one.span or Span(-1, -1), one.rule))


def _take(taken: list[Span], span: Span) -> bool:
    """Add a span to those that are taken, which are in order, unless it overlaps one."""
    at = bisect_left(taken, span)
    if any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1]):
        return False
    taken.insert(at, span)
    return True


CHECK = Check(
    name="residue",
    summary="What a broken paste, a template or a writing assistant left behind.",
    rules=(
        markup.RULE,
        fence.RULE,
        placeholder.RULE,
        ending.RULE,
        template.RULE,
        assistant.RULE,
        opening.RULE,
        spacing.RULE,
        structure.UNCLOSED,
        structure.HIDDEN,
        structure.EMPTY,
        images.RULE,
        quotes.RULE,
        characters.MOJIBAKE,
        characters.INVISIBLE,
        tongue.RULE,
        *SUPPRESSION_RULES,
    ),
    options=ResidueOptions,
    run=run,
    languages=frozenset(),
)
