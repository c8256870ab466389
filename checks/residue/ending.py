"""Articles that stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Block, BlockKind, FaultKind, Format, MarkKind
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.lists import listed
from checks.residue.prose import MASK, prose
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/truncated",
    summary="The article stops in the middle of a sentence or inside a tag.",
    why="Readers lose the end, which often holds the advice or the limits of what was said.",
    fix="Find the end in the original, or finish the sentence.",
    source="Copy that is cut off by a length limit of a form, a model or the clipboard.",
    severity=Severity.ERROR,
    flagged=(
        Example("The ferry leaves at six. On Sundays it stops at the lighthouse as well, such as [[it did in]]"),
        Example(
            '<p>The ferry leaves at six. On Sundays it stops at the lighthouse.</p>\n[[<p class="fare]]', Format.HTML
        ),
    ),
    passed=(
        Example("The ferry leaves at six.\n\n*Photographs by Ruth Adeyemi*"),
        Example(
            "The ferry leaves at six and takes on board:\n\n- passengers with tickets\n- bicycles and dogs on a lead"
        ),
        Example("The ferry leaves at six.\n\n[Read the whole timetable on the harbour's own page](/timetable)"),
    ),
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TAIL = re.compile(r"(?:[^\s]{1,60}[ \n]){0,2}[^\s]{1,60}$")
_SENTENCE_BREAK = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
FAREWELL = frozenset({"yours", "sincerely", "regards", "faithfully", "truly", "wishes", "love", "cheers", "thanks"})
LONG = 60
"""Code points that a paragraph has at least whose full stop or lack of it counts."""
FEWEST = 8
"""Words that the last paragraph must have before its missing full stop means something."""


def find(article: Article) -> Iterator[Finding]:
    """Yield the last words of an article that breaks off, or the tag in which it does."""
    for fault in article.faults:
        if fault.kind is FaultKind.TRUNCATED:
            message = f"The source ends inside a tag or comment: <{fault.what}"
            yield RULE.finding(article, None, message, confidence=0.98, source_span=fault.source)
    last = _last(article)
    if last is None:
        return
    shown = prose(article)[slice(*last.span)].rstrip()
    confidence = _broken_off(article, last, shown)
    if confidence:
        tail = _TAIL.search(shown)
        span = Span(*(tail.span() if tail else (0, len(shown)))).shift(last.span.start)
        message = f"The article stops in the middle of a sentence, at “{article.slice(span)}”."
        yield RULE.finding(article, span, message, confidence=confidence)


def _last(article: Article) -> Block | None:
    """Return the last block of running text, unless a heading, table or picture closes the article."""
    for block in reversed(article.blocks):
        if not block.boilerplate and block.kind is not BlockKind.REFERENCE:
            return block if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION) else None
    return None


def _broken_off(article: Article, block: Block, shown: str) -> float:
    """Return how sure it is that a block breaks off; 0 when it does not."""
    words = _WORD.findall(shown)
    if len(words) < FEWEST or not (shown[-1].isalnum() or shown[-1] in ",;–—-(") or shown[-1] == MASK:
        return 0.0
    if any(mark.span.end >= block.span.end for mark in article.marks_in(block.span, MarkKind.LINK, MarkKind.EMPHASIS)):
        return 0.0
    if shown.rsplit(maxsplit=1)[-1][0] in "#@" or words[-1].casefold() in FAREWELL:
        return 0.0
    if words[-1].casefold() in listed("hanging") or shown[-1] in ",(":
        return 0.97
    if block.kind is not BlockKind.PARAGRAPH:
        return 0.0
    inside = _SENTENCE_BREAK.search(shown) is not None
    return 0.8 if inside or (len(words) >= 2 * FEWEST and _others_stop(article, block)) else 0.0


def _others_stop(article: Article, block: Block) -> bool:
    """Tell whether all other paragraphs, two at least, end in a full stop."""
    others = [
        article.slice(one.span).rstrip("”\"’')]")
        for one in article.blocks
        if one.kind is BlockKind.PARAGRAPH and one.span.length > LONG and one is not block
    ]
    return len(others) > 1 and all(text[-1:] in (".", "!", "?") for text in others)
