"""Quotation marks and brackets that are opened and not closed in a paragraph, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import PROSE, Article, Block
from checks.finding import Finding, Severity
from checks.grammar.reading import reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/unbalanced",
    summary="A bracket or double quotation mark without its other half in the same paragraph.",
    why="Readers cannot tell where the aside or the quotation ends, and whose words they read.",
    fix="Put in the missing half, or delete the one that is there.",
    source="Every style guide; a quotation of several paragraphs opens in each and closes in the last.",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry [[(]]built in 1911 is the oldest in the bay."),
        Example("The captain said, [[“]]We leave at six, and went on board.\n\nThe ferry left at seven."),
        Example("The pier was rebuilt in 1954[[)]] and again in 1987."),
    ),
    passed=(
        Example("“We leave at six,” said the captain (in 1911), “or not at all.”"),
        Example("“We left at six.\n\n“We came back at noon,” said the captain."),
        Example('Choose: a) the ferry, b) the pier, or 1) both :) and 6" more, written as [sic.'),
    ),
)

_MARK = re.compile(r"[()“”]")
_LABEL = re.compile(r"(?:^|[\s(;:,])(?:[A-Za-z]{1,2}|[ivxIVX]{1,4}|\d{1,3})$|[:;=8][-^o]?$")
_LETTERS = re.compile(r"[^\W\d_]")
_PAIRS = {"(": ")", "“": "”"}
FEWEST = 20
"""Code points of a paragraph that is looked at."""


def find(article: Article) -> Iterator[Finding]:
    """Yield the half of a pair that stands alone in its paragraph, where it is the only one there."""
    alone = [
        halves
        for block in reading(article).blocks
        if block.kind in PROSE and block.span.length >= FEWEST and (halves := list(_alone(article, block)))
    ]
    for halves in _without_long_quotations(article, alone):
        if len(halves) == 1:
            yield _finding(article, halves[0])


def _alone(article: Article, block: Block) -> Iterator[Span]:
    text = reading(article).text
    opened: dict[str, list[int]] = {"(": [], "“": []}
    for match in _MARK.finditer(text, *block.span):
        mark, at = match[0], match.start()
        if mark in opened:
            opened[mark].append(at)
            continue
        before = opened["(" if mark == ")" else "“"]
        if before:
            before.pop()
        elif mark == "”" or not _LABEL.search(text[max(block.span.start, at - 5) : at]):
            yield Span(at, at + 1)
    following = text[block.span.end : block.span.end + 3].lstrip()
    for mark, places in opened.items():
        if mark == "(" or not following.startswith("“"):
            yield from (Span(at, at + 1) for at in places)


def _without_long_quotations(article: Article, alone: list[list[Span]]) -> Iterator[list[Span]]:
    """Yield what stands alone, but for what opens in one paragraph, perhaps again in each, and closes later."""
    waiting: list[list[Span]] = []
    for halves in alone:
        mark = article.slice(halves[0]) if len(halves) == 1 else ""
        if mark and waiting and _PAIRS.get(article.slice(waiting[-1][0])) == mark:
            waiting = []
        elif mark in _PAIRS:
            waiting.append(halves)
        else:
            yield halves
    last = reading(article).blocks[-1].span.start if waiting else 0
    yield from (halves for halves in waiting if article.slice(halves[0]) == "(" or halves[0].end <= last)


def _finding(article: Article, span: Span) -> Finding:
    mark = article.slice(span)
    what = "bracket" if mark in "()" else "quotation mark"
    state = "opened and not closed" if mark in "(“" else "closed and not opened"
    return RULE.finding(article, span, f"A {what} is {state} in this paragraph.", confidence=0.85)
