"""Numbering: which numbers the entries of a list of references bear, also where the list leaves some out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, Format, once
from checks.position import Span

INDENT = 40
"""Code points of white space and signs of quotation before the number of an entry at most."""

WIDEST_GAP = 5
"""By how much a number without brackets is greater than that of the entry before at most, where some were left out."""

_NUMBERED_ENTRY = re.compile(r"(?<!\w)\[(\d{1,3})\]:?\s")
_NUMBERED_LINE = re.compile(r"(?<!\S)(\d{1,3})[.)]\s")
_BEGINS = re.compile(r"[\s*_“\"‘'(\[<]{0,4}(?:[^\W_a-z]|https?:|www\.|doi\b|10\.\d)")
"""What an entry begins with: a capital, a figure or an address; a line that only goes on begins with a small letter."""
_TYPED = re.compile(r"[\s>]{0,40}(\d{1,3})[.)]\s")


def entries_within(article: Article, block: Block) -> list[tuple[str, Span]]:
    """Return the entries `[1] …`, `[2] …` of a list that was written without blank lines, with their labels.

    Markdown makes one paragraph of them; that their numbers stand at the
    beginning of lines or go up one by one tells what was meant.
    """
    if not block.label.isdecimal():
        return []
    starts: list[re.Match[str]] = []
    in_brackets = article.text[block.span.start] == "["
    pattern = _NUMBERED_ENTRY if in_brackets else _NUMBERED_LINE
    for match in pattern.finditer(article.text, block.span.start, block.span.end):
        if _is_next(article, match, starts[-1] if starts else None, in_brackets=in_brackets):
            starts.append(match)
    if len(starts) < 2 or starts[0].start() != block.span.start:  # noqa: PLR2004 - a list
        return []
    stops = [one.start() for one in starts[1:]] + [block.span.end]
    return [(one[1], _tight(article.text, one.start(), stop)) for one, stop in zip(starts, stops, strict=True)]


def _tight(text: str, start: int, stop: int) -> Span:
    """Return the span of an entry without the break behind it."""
    return Span(start, start + len(text[start:stop].rstrip()))


def _is_next(article: Article, match: re.Match[str], last: re.Match[str] | None, *, in_brackets: bool) -> bool:
    """Whether a number is that of the entry behind the last one."""
    if last is None:
        return True
    step = int(match[1]) - int(last[1])
    if in_brackets and step == 1:
        return True
    if not _begins_line(article, match.start()):
        return False  # "vol. 2. Oslo"
    if step == 1:
        return True
    goes_on = not _BEGINS.match(article.text, match.end())
    return not goes_on and (in_brackets or 0 < step <= WIDEST_GAP)


def _begins_line(article: Article, at: int) -> bool:
    """Whether a place in the text begins a line that the reader sees or, save in HTML, one of the source."""
    if article.text[at - 1] == "\n" or not at:
        return True
    if article.format is Format.HTML:
        return False
    place = article.map.to_source(Span(at, at + 1)).start
    return article.source[max(0, place - INDENT) : place].rstrip(" \t>").endswith("\n") if place else True


class Typed(NamedTuple):
    """The number that a writer typed before an entry, and the one that the page shows."""

    number: str
    shown: str


@once
def typed(article: Article) -> Mapping[int, Typed]:
    """Return the numbers typed before the entries of Markdown lists that jump, by the index of their blocks.

    Markdown counts items itself and shows 1, 2, 3 for `1.`, `2.`, `4.`; markers
    in the text follow what was typed. A list all of whose items are typed `1.`
    is meant to be counted.
    """
    found: dict[int, Typed] = {}
    for them in _lists(article):
        numbers = [_typed_before(article, article.blocks[at]) for at in them]
        if all(numbers) and all(int(one) < int(other) for one, other in pairwise(numbers)):
            labels = [article.blocks[at].label for at in them]
            found.update((at, Typed(*pair)) for at, *pair in zip(them, numbers, labels, strict=True))
    return {at: one for at, one in found.items() if one.number != one.shown}


def _lists(article: Article) -> Iterator[Sequence[int]]:
    """Yield the blocks of each ordered list of references."""
    lists: dict[int, list[int]] = {}
    for at, block in enumerate(article.blocks if article.format is Format.MARKDOWN else ()):
        if block.kind is BlockKind.REFERENCE and block.group and block.label.isdecimal():
            lists.setdefault(block.group, []).append(at)
    yield from lists.values()


def _typed_before(article: Article, block: Block) -> str:
    """Return the number typed at the beginning of the line in which a block begins."""
    place = article.map.to_source(Span(block.span.start, block.span.start + 1)).start
    match = _TYPED.match(article.source, article.source.rfind("\n", 0, place) + 1, place)
    return match[1] if match else ""
