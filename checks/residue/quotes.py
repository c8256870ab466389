"""Paragraphs that an assistant or a form wrapped in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Block, BlockKind
from checks.finding import Finding, Severity
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/wrapping-quotes",
    summary="A whole paragraph of the article's own text in quotation marks.",
    why="Readers look for the person who is quoted, and there is none.",
    fix="Take the quotation marks away, or say who is quoted.",
    source="Prompts and answers of writing assistants put the text that was asked for in quotation marks.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "# The ferry\n\n[[“In this article we explore the ferry that has crossed the bay for ninety years. "
            "From its first captain to its new engine, we look at what keeps it afloat.”]]\n\nIt leaves at six."
        ),
        Example(
            '[["This guide explains the fares of the ferry and who travels free. '
            'Dogs, bicycles and small children are among those who do, as the table shows."]]\n\nTickets are cheap.'
        ),
    ),
    passed=(
        Example(
            "The captain remembers her first winter.\n\n“I had no gloves and no radio, and the ice came up to the "
            "rail. We crossed all the same, because the doctor was on board.”\n\nShe retired in 2011."
        ),
        Example(
            "> “In this article we explore the ferry that has crossed the bay for years,” the paper began in 1964."
        ),
    ),
)

_WRAPPED = re.compile(r"\s*(?:“[^”]{80,}”|\"[^\"]{80,}\")\s*$")
_OF_ITSELF = re.compile(
    r"\b(?:this|our) (?:article|guide|post|piece|blog|blog post|page|section|exploration|overview|essay|report)\b"
    r"|\bin (?:the following|this article)\b"
    r"|\bwe(?:'ll|’ll| will)? (?:explore|delve|examine|dive|discuss|unpack|break down|look at)\b",
    re.IGNORECASE,
)


def find(article: Article) -> Iterator[Finding]:
    """Yield each paragraph in quotation marks that speaks of the article itself."""
    for block in article.blocks:
        if block.kind is BlockKind.PARAGRAPH and not block.spoken and _is_wrapped(article, block):
            shown = article.slice(block.span)
            message = f"The whole paragraph stands in quotation marks but speaks of the article itself: {shown[:40]}…"
            yield RULE.finding(article, block.span, message, confidence=0.9)


def _is_wrapped(article: Article, block: Block) -> bool:
    shown = article.slice(block.span)
    return _WRAPPED.match(shown) is not None and _OF_ITSELF.search(shown) is not None
