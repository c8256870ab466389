"""Sentences that begin with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from checks.article import Article, Block, BlockKind
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import prose
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/lowercase-start",
    summary="A sentence or heading that begins with a small letter.",
    why="It looks as if its beginning were lost, and readers stumble over where the sentence starts.",
    fix="Begin with a capital letter, after checking that nothing before it was cut off.",
    source="Every style guide; known names in checks/residue/lowercase.txt, abbreviations in abbreviations.txt beside it.",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry leaves at six. [[it]] returns at noon."),
        Example("# Timetable\n\n[[leaving]] at six, the ferry returns at noon."),
        Example("# Timetable\n\nThe ferry leaves at six.\n\n## [[fares]] and Tickets\n\nA ticket costs three euros."),
    ),
    passed=(
        Example("The shop sells phones. iPhone users queue at dawn. eBay sells the rest, and pH strips too."),
        Example("Bring water, bread, etc. and leave early, i.e. before six. At 6 a.m. the ferry leaves."),
        Example("You need:\n\n- a coat\n- a hat\n\nor at least a scarf."),
        Example("“Will it rain?” she asked. “No!” he said … and then it rained."),
        Example("The speed is\n\n```\nv = s / t\n```\n\nwhere s is the way."),
        Example("Read more at the harbour's page. harbour.test has the fares."),
    ),
)

_FIRST = re.compile(r"[“‘\"']{0,2}([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_FINISHED = re.compile(r"(?:^|[^\w.])([^\W\d_][^\W_]+(?:['’-][^\W_]+)*|\d{4}|[^\W_]+\)|\d+ ?%)[.!?]$")
_CLOSED = re.compile(r"[.!?]['\"”’)\]]*$")


_NOTHING_HIDDEN = re.compile(r"^[^{}]*$")
SHORTEST = 30
"""Code points that the first sentence of a paragraph has at least; shorter lines may be labels."""


@cache
def _words(name: str) -> frozenset[str]:
    lines = files("checks.residue").joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def find(article: Article) -> Iterator[Finding]:
    """Yield the first word of each sentence and heading that begins with a small letter."""
    if article.language.partition("-")[0] != "en":
        return
    capital = _headings_begin_with_capitals(article)
    for before, block in pairwise((None, *article.blocks)):
        if block is None or block.boilerplate or block.language:
            continue
        if block.kind is BlockKind.HEADING and capital:
            yield from _first(article, block.span, 0.85, "heading")
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM):
            yield from _in_block(article, before, block)


def _in_block(article: Article, before: Block | None, block: Block) -> Iterator[Finding]:
    text = prose(article)
    sentences = article.sentences_of(block)
    if block.kind is BlockKind.PARAGRAPH and sentences and _begins_anew(article, before):
        first = sentences[0].span
        whole = first.length >= SHORTEST and _CLOSED.search(text[slice(*first)])
        if whole and _NOTHING_HIDDEN.search(_line_before(article, first)):
            yield from _first(article, first, 0.85, "paragraph")
    for one, two in pairwise(sentences):
        ending = _FINISHED.search(text[slice(*one.span)])
        if ending and ending[1].casefold() not in _words("abbreviations.txt") and not _in_a_name(article, one.span, ending):
            yield from _first(article, two.span, 0.95, "sentence")


def _in_a_name(article: Article, sentence: Span, ending: re.Match[str]) -> bool:
    """Tell whether `!` or `?` may belong to a title or name in mid-sentence, as in “the Hi! festival”."""
    if ending[0].endswith("."):
        return False
    return ending[1][0].isupper() or any(mark.span.end == sentence.end for mark in article.marks_in(sentence))


def _begins_anew(article: Article, before: Block | None) -> bool:
    """Tell whether no sentence can go on from the block before: from a list, a formula, a quotation, a colon."""
    if before is None or before.kind is BlockKind.HEADING:
        return True
    return before.kind is BlockKind.PARAGRAPH and _CLOSED.search(article.slice(before.span)) is not None


def _line_before(article: Article, span: Span) -> str:
    """Return what stands in the source line before a text span, such as a shortcode that is filled in later."""
    start = article.map.to_source(span).start
    return article.source[start - article.position(start).column + 1 : start]


def _first(article: Article, span: Span, confidence: float, what: str) -> Iterator[Finding]:
    text = prose(article)
    match = _FIRST.match(text, *span)
    if match is None or not match[1][0].islower() or match[1][1:] != match[1][1:].lower():
        return
    following = text[match.end() : match.end() + 1]
    if match[1] in _words("lowercase.txt") or (following and following not in " ,;:.!?”\"’)\n"):
        return
    place = Span(*match.span(1))
    word = match[1]
    replacement = word[0].upper() + word[1:]
    message = f"This {what} begins with a small letter: “{word}”."
    yield RULE.finding(article, place, message, confidence=confidence, replacements=(replacement,))


def _headings_begin_with_capitals(article: Article) -> bool:
    firsts = [
        next((sign for sign in article.slice(block.span) if sign.isalpha()), "")
        for block in article.blocks
        if block.kind is BlockKind.HEADING
    ]
    capital = sum(sign.isupper() for sign in firsts)
    # The one that is judged does not count, so one other heading is enough to know the manner.
    return capital > (len(firsts) - 1) / 2
