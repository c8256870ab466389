"""Sentences that begin with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checks.article import Article, Block, BlockKind
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.lists import listed
from checks.residue.prose import prose, quoted
from checks.rule import Example, Rule, related

RULE = Rule(
    name="residue/lowercase-start",
    summary="A sentence or heading that begins with a small letter.",
    why="It looks as if its beginning were lost, and readers stumble over where the sentence starts.",
    fix="Begin with a capital letter, after checking that nothing before it was cut off.",
    source="Every style guide; known names and abbreviations in lowercase.txt and abbreviations.txt of this check.",
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
    gaps=(
        Example(
            "“The ferry left.” [[it]] came back at noon.",
            note="After a closing quotation mark the sentence may go on, as in “Why?” she asked.",
        ),
    ),
)

_FIRST = re.compile(r"[“‘\"']{0,2}([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_NEXT = re.compile(
    r"(?<![\w.@/-])(?P<last>[^\W\d_][^\W_]{1,40}(?:['’-][^\W_]{1,40}){0,3}|(?:19|20)\d\d|[^\W_]{2,40}\)|\d{1,4} ?%)"
    r"(?P<mark>[.!?])[ \n]+(?P<next>[^\W\d_])"
)
"""After a closing quotation mark the sentence often goes on (“Why?” she asked), so none may stand there."""
_ENDS_WORD = re.compile(r"[ ,;!?”\"’)\n]|[.](?!\w)|$")
_ROMAN = re.compile(r"[IVXLC]+")
FEWEST = 4
"""Words of a question or exclamation from which on it must be a sentence of its own."""
_SUFFIXES = frozenset({"com", "org", "net", "gov", "edu"})
_CLOSED = re.compile(r"[.!?]['\"”’)\]]*$")
_NOTHING_HIDDEN = re.compile(r"^[^{}]*$")
MANY = 8
"""Findings from which on they are told as one, if half of the sentences have one."""
SHORTEST = 30
"""Code points that the first sentence of a paragraph has at least; shorter lines may be labels."""


def find(article: Article) -> Iterator[Finding]:
    """Yield the first word of each sentence and heading that begins with a small letter; one if all do."""
    findings = list(_all(article))
    if len(findings) > max(MANY, len(article.sentences) / 2):
        message = f"Sentences in this article begin with small letters, {len(findings)} of them."
        places = tuple(related(article, article.map.to_text(one.span)) for one in findings[1:] if one.span)
        findings = [replace(findings[0], message=message, related=places)]
    yield from findings


def _all(article: Article) -> Iterator[Finding]:
    if article.language.partition("-")[0] != "en":
        return
    capital = _headings_begin_with_capitals(article)
    for before, block in pairwise((None, *article.blocks)):
        if block is None or block.boilerplate or block.language:
            continue
        if block.kind is BlockKind.HEADING and capital and " " in article.slice(block.span):
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
    for match in _NEXT.finditer(text, *block.span):
        if _ends_sentence(article, block, match):
            yield from _first(article, Span(match.start("next"), block.span.end), 0.95, "sentence")


def _ends_sentence(article: Article, block: Block, match: re.Match[str]) -> bool:
    """Tell whether the mark ends a sentence, not an abbreviation, a title or a question within one."""
    last = match["last"]
    if match["mark"] == ".":
        return last.casefold() not in listed("abbreviations") and not _ROMAN.fullmatch(last)
    if last[0].isupper() or any(mark.span.end == match.end("mark") for mark in article.marks_in(block.span)):
        return False  # “the Hi! festival”, or a title in a link or in italics.
    before = prose(article)[block.span.start : match.start("mark")]
    start = max(before.rfind(sign) for sign in '.?!:;—–(“"') + 1
    # Not “When? where? why?”, nor “Oh no! what a mess”, nor speech, which has its own manners.
    return before[start:].lstrip(" )”’\"'")[:1].isupper() and before[start:].count(" ") >= FEWEST and not quoted(before)


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
    place = Span(*match.span(1))
    if match[1] in listed("lowercase") | _SUFFIXES or not _ENDS_WORD.match(text, place.end):
        return
    if len(match[1]) == 1 and text[place.end : place.end + 1] == ".":
        return  # The letter of an item.
    if "-" in match[1] and what != "sentence":
        return  # The name of a command or a package, as likely as not.
    if any(mark.span == place for mark in article.marks_in(place)):
        return  # A term, set apart as one.
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
