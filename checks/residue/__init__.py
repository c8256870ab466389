"""Residue: what a broken paste, a template or a writing assistant leaves behind."""

from __future__ import annotations

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
)
"""What looks for residue, most telling first: of findings in one place the first is kept."""

NESTED = frozenset({quotes.RULE.name, structure.EMPTY.name, "residue/invisible-characters"})
"""Rules that say something else about a place than the rules for what stands inside it."""


class ResidueOptions(Options):
    """Settings of the residue check; it has none yet."""


def run(article: Article, _context: Context[ResidueOptions]) -> Iterator[Finding]:
    """Yield what was left behind, in source order, one finding a place."""
    kept: list[Finding] = []
    taken: list[Span] = []
    for find in FINDERS:
        for finding in find(article):
            span = finding.span
            if finding.rule not in NESTED and span is not None:
                if any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
            kept.append(finding)
    yield from sorted(kept, key=lambda one: (one.span or Span(-1, -1), one.rule))


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
        *SUPPRESSION_RULES,
    ),
    options=ResidueOptions,
    run=run,
    languages=frozenset(),
)
