"""Small letters in the names of institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.reading import found
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/lowercase-name",
    summary="The name of an institution that begins with a small letter: “the department of Health”.",
    why="Half a name in capitals reads like a slip, and may hide that an institution is meant.",
    fix="Begin the name with a capital letter.",
    source="Chicago Manual of Style 8.62, AP Stylebook: capitalization.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("She works at the [[department]] of Transport in the capital."),
        Example("He studied at the [[university]] of Bergen and left the [[ministry]] of Fisheries and Coast."),
    ),
    passed=(
        Example("She works at the Department of Transport. The department of the navy is large."),
        Example("The university of my youth, a department of IBM, every university of England."),
    ),
)

_INSTITUTION = re.compile(
    r"\bthe (?P<name>department|ministry|university|institute|bureau) of (?:the )?(?=[A-Z][a-z]{3,})(?!England|Britain)"
)


def find(article: Article) -> Iterator[Finding]:
    """Yield each institution whose name begins with a small letter."""
    for match in found(article, _INSTITUTION):
        span = Span(*match.span("name"))
        better = match["name"].capitalize()
        message = f"“{match['name']}” is part of a name here and wants a capital letter."
        yield RULE.finding(article, span, message, confidence=0.8, replacements=(better,))
