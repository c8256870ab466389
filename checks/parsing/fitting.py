"""Fitting: lists of references known by their entries and by the markers that they fit, whatever stands above them.

Writers call such a list "Sources used", set a line or nothing above it, and type
its title in bold or with a colon. What tells it from steps and questions is that
its items read like works, and that the numbers in the text are theirs. The shares
are ours, by reading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from checks.article import Block, BlockKind, Mark, MarkKind
from checks.parsing.entries import AUTHORED, LABEL, RAISED_DIGITS, looks_like_work, typed_label
from checks.parsing.titles import may_title_references
from checks.position import Span

_MARKED = re.compile(r"\[([1-9]\d{0,2}(?:\s?[,;–-]\s?\d{1,3}){0,20})\](?![(\w:])|([⁰¹²³⁴-⁹]{1,3})")
_RAISED = re.compile(r"[\[(]?([1-9]\d{0,2}(?:\s?[,;–-]\s?\d{1,3}){0,20})[\])]?")
_NUMBERS = re.compile(r"(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?")
WIDEST_RANGE = 30
"""Numbers that a marker such as [3–9] is taken to stand for at most."""

FEWEST = 2
"""Works that make a list of references which neither a title nor a marker announces."""

BEHIND = 3
"""Blocks behind such a list at most: a word on the author, a licence, a line of thanks."""


class _List(NamedTuple):
    """Items or numbered paragraphs that stand together."""

    blocks: range
    numbers: Mapping[int, str]
    """The numbers that entries begin with, by block."""
    works: int
    """How many of them read like works."""


def fitting(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Block]:
    """Return the blocks, with those as entries that a title or their numbers show to be, and with their title."""
    made = list(blocks)
    links = [mark.span for mark in marks if mark.kind is MarkKind.LINK and mark.target.startswith("http")]
    raised = {mark.span.start: mark.span for mark in marks if mark.kind is MarkKind.SUPERSCRIPT}
    listed = any(one.kind is BlockKind.REFERENCE for one in blocks)
    markers, cited, seen = sorted(_markers(text, blocks, marks)), set[str](), 0
    for one in _lists(text, blocks, raised, frozenset(links)):
        above = one.blocks.start - 1
        start = blocks[one.blocks.start].span.start
        while seen < len(markers) and markers[seen][0] < start:
            cited.add(markers[seen][1])
            seen += 1
        titled = above >= 0 and _is_title(text, blocks[above])
        if not (titled or one.works):
            continue
        fits = 2 * len(cited.intersection(one.numbers.values())) >= max(1, len(cited))
        mostly = 2 * one.works >= len(one.blocks)
        ended = not listed and 3 * one.works >= 2 * len(one.blocks) and _ends(blocks, markers, one)
        if (titled and (fits or mostly)) or (ended and (fits or _is_bare_list(text, blocks, one))):
            numbers = one.numbers if titled or fits else {}
            for at in one.blocks:
                made[at] = replace(blocks[at], kind=BlockKind.REFERENCE, label=numbers.get(at, ""))
            if titled and blocks[above].kind is BlockKind.PARAGRAPH:
                made[above] = replace(blocks[above], kind=BlockKind.HEADING, level=_level(blocks[:above]), group=0)
    return made


def _lists(text: str, blocks: Sequence[Block], raised: Mapping[int, Span], links: Collection[Span]) -> Iterator[_List]:
    """Yield the lists of an article, and the paragraphs with a number in front that stand together."""
    for _, them in groupby(range(len(blocks)), key=lambda at: _key(text, blocks[at], raised)):
        run = list(them)
        if _key(text, blocks[run[0]], raised):
            numbers = {at: number for at in run if (number := _number(text, blocks[at], raised))}
            shown = (text[slice(*blocks[at].span)] for at in run)
            works = sum(looks_like_work(one) or blocks[at].span in links for at, one in zip(run, shown, strict=True))
            yield _List(range(run[0], run[-1] + 1), numbers, works)


def _key(text: str, block: Block, raised: Mapping[int, Span]) -> str:
    """Return what items of one list share; empty for what is in none."""
    if block.kind is BlockKind.LIST_ITEM:
        return f"list {block.group}"
    numbered = block.kind is BlockKind.PARAGRAPH and _number(text, block, raised)
    return "paragraphs" if numbered else ""


def _number(text: str, block: Block, raised: Mapping[int, Span]) -> str:
    if block.label:
        return block.label
    mark = raised.get(block.span.start)
    if mark and (match := _RAISED.fullmatch(text, *mark)):
        return match[1]
    if block.kind is BlockKind.LIST_ITEM:
        return ""
    number = typed_label(text, block.span).translate(RAISED_DIGITS)
    return number if number.isdecimal() else ""


def _is_title(text: str, block: Block) -> bool:
    """Whether a heading, or a paragraph that is no more than a title, may stand above a list of references."""
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return False
    return may_title_references(text[slice(*block.span)])


def _markers(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[tuple[int, str]]:
    """Yield the numbers that markers in the text hold, each with where it stands."""
    for block in blocks:
        if block.kind is not BlockKind.CODE:
            for match in _MARKED.finditer(text, *block.span):
                for number in _numbers((match[1] or match[2]).translate(RAISED_DIGITS)):
                    yield match.start(), number
    for mark in marks:
        raised = _RAISED.fullmatch(text, *mark.span) if mark.kind is MarkKind.SUPERSCRIPT else None
        for number in _numbers(raised[1]) if raised else ():
            yield mark.span.start, number


def _numbers(written: str) -> Iterator[str]:
    for first, last in _NUMBERS.findall(written):
        low, high = int(first), int(last or first)
        yield from map(str, range(low, high + 1) if low <= high < low + WIDEST_RANGE else (low, high))


def _ends(blocks: Sequence[Block], markers: Sequence[tuple[int, str]], one: _List) -> bool:
    """Whether a list ends an article: hardly anything stands behind it, and no marker."""
    behind = len(blocks) - one.blocks.stop
    last = blocks[one.blocks.stop - 1].span.end
    return behind <= BEHIND and not (markers and markers[-1][0] >= last)


def _is_bare_list(text: str, blocks: Sequence[Block], one: _List) -> bool:
    """Whether all that a list holds plainly are works, so that nothing need announce it."""
    shown = [text[slice(*blocks[at].span)] for at in one.blocks]
    return (
        len(shown) >= FEWEST
        and all(AUTHORED.match(LABEL.sub("", each, count=1)) for each in shown)
        and (one.works == len(shown))
    )


def _level(before: Sequence[Block]) -> int:
    """Return the level of a title below the last heading before it."""
    last = next((one.level for one in reversed(before) if one.kind is BlockKind.HEADING), 1)
    return min(last + 1, 6)
