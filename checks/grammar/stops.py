"""Paragraphs that lack the full stop that all others have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Block, BlockKind, MarkKind
from checks.finding import Finding, Severity
from checks.grammar.data import words
from checks.grammar.reading import reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/missing-full-stop",
    summary="A paragraph or list item of whole sentences without a full stop where all others of its kind have one.",
    why="Readers wonder whether something was lost.",
    fix="Put in the full stop, or what was lost.",
    source="Every style guide; corrections that editors of publications make.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "The ferry leaves at six. It is never late.\n\nIt returns at noon. The crew eats on [[board]]\n\n"
            "Passengers wait on the pier. They bring bread and tea.\n\nThe captain waves. It is the end of the day."
        ),
        Example(
            "- Buy a ticket at the counter on the pier.\n- Wait for the crew to open the gate on the [[left]]\n"
            "- Go on board with all your bags and children.\n- Sit down before the ferry leaves the harbour."
        ),
    ),
    passed=(
        Example(
            "The ferry leaves at six. It is never late.\n\nPhotographs by Ruth Adeyemi\n\nBring these things:\n\n"
            "- bread\n- tea\n\nThe captain waves. It is the end of the day.\n\n*The crew thanks all. Come again*"
        ),
        Example("- Buy a ticket\n- Wait for the crew to open the gate.\n- Go on board\n- Sit down"),
    ),
)

_LAST = re.compile(r"[^\W_]+$")
_STOP = re.compile(r"[.!?…][)\]”\"’']*$|[:;]$")
_INSIDE = re.compile(r"[a-z]{2}[.!?][”\")]? [A-Z]")
LONG = 40
"""Code points that a list item has at least."""
FEWEST = 3
"""Others that must have a full stop."""


def find(article: Article) -> Iterator[Finding]:
    """Yield the last word of each paragraph or list item that lacks its full stop."""
    for siblings in _groups(article):
        ends = [(block, reading(article).text[slice(*block.span)].rstrip()) for block in siblings]
        bare = [(block, text) for block, text in ends if not _STOP.search(text)]
        stopped = len(ends) - len(bare)
        for block, text in bare if len(bare) == 1 and stopped >= FEWEST else ():
            last = _LAST.search(text)
            if (
                last
                and last[0].islower()
                and last[0] not in words("function-words.txt")
                and _ends(article, block, text)
            ):
                span = Span(*last.span()).shift(block.span.start)
                message = f"No full stop after “{last[0]}”, where the {stopped} others like it have one."
                yield RULE.finding(article, span, message, confidence=0.8, replacements=(f"{last[0]}.",))


def _groups(article: Article) -> Iterator[list[Block]]:
    """Yield the paragraphs with two sentences or more, and the long items of each list."""
    blocks = [block for block in reading(article).blocks if not block.spoken]
    text = reading(article).text
    yield [block for block in blocks if block.kind is BlockKind.PARAGRAPH and _INSIDE.search(text, *block.span)]
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is BlockKind.LIST_ITEM and block.group:
            lists.setdefault(block.group, []).append(block)
    yield from (items for items in lists.values() if all(item.span.length >= LONG for item in items))


def _ends(article: Article, block: Block, text: str) -> bool:
    """Whether a block ends in plain words, not in a link or emphasis (a label), and no list follows."""
    blocks = reading(article).blocks
    at = blocks.index(block) + 1
    if block.kind is BlockKind.PARAGRAPH and at < len(blocks) and blocks[at].kind is not BlockKind.PARAGRAPH:
        return blocks[at].kind is BlockKind.HEADING
    kinds = (MarkKind.LINK, MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.IMAGE)
    return not any(mark.span.end >= block.span.start + len(text) for mark in article.marks_in(block.span, *kinds))
