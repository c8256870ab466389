"""Recognise reference lists and the markers that point into them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from checks.article import Block, BlockKind, Mark, MarkKind
from checks.parsing.entries import RAISED_DIGITS, entries, typed_label
from checks.parsing.fitting import fitting
from checks.parsing.listed import lines_of, lines_under_title
from checks.parsing.titles import is_reference_heading, plain_title
from checks.position import SourceMap, Span

_NUMBERED = re.compile(r"\[\^?(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3})(?=\s?\w)|\((\d{1,3})\)(?=\s)")
_OF_NOTES = re.compile(
    r"(?:^|[_-])(?:fn|foot-?notes?|end-?notes?|notes?|n|ftn|edn|sdfootnote|ref|cite|bib)(?:[_-]|\d|$)", re.IGNORECASE
)
"""Names of places within a page that are those of notes: `fn1`, `footnote-2`, `_ftn3`."""
_RAISED = re.compile(r"(?:(?<=[.,;:!?”\"’)])|(?<=[^\W\d_]{3}))[⁰¹²³⁴-⁹]{1,3}(?:[,⁻–⁰¹²³⁴-⁹]{1,20})?")
"""Raised numbers behind a stop or a word that is no unit such as m."""
_ONLY_NUMBER = re.compile(r"\W{0,3}\d{1,3}\W{0,3}")
_MARKER = re.compile(
    r"\[(?:\^(?P<name>[^\[\]\s^]{1,60})|(?P<numbers>[1-9]\d{0,2}(?:\s?[,;–-]\s?\d{1,3}){0,20}))\](?![(\w]|:\S)"
)
_RANGE = re.compile(r"(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?")
_SUPERSCRIPT = re.compile(r"[\[(]?(\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20})[\])]?")
_ENTRY_KINDS = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.REFERENCE})
WIDEST_MARKER = 8
"""Code points of a raised link that is a footnote marker."""
WIDEST_RANGE = 30
"""Numbers that a marker such as [3–9] is taken to stand for at most."""


def with_references(
    text: str, blocks: Sequence[Block], marks: Sequence[Mark], places: SourceMap, source: str
) -> list[Block]:
    """Return the blocks, with the entries of reference lists known as such and labelled.

    Numbered items keep their number as a label until it is known what links to them. `source` is empty where the
    line breaks in it are none to the reader.
    """
    made = list(blocks)
    listed = {at for title, section in _sections(text, blocks) for at in entries(text, blocks, title, section)}
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.REFERENCE or at in listed:
            made[at] = _entry(text, block)
        elif block.kind is BlockKind.PARAGRAPH and lines_under_title(text, lines_of(text, block.span, places, source)):
            made[at] = replace(block, kind=BlockKind.REFERENCE)
    return _numbered_at_end(text, fitting(text, made, marks))


def _sections(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, range]]:
    """Yield the sections whose heading announces sources, with the heading in plain words."""
    title, level, first = "", 0, 0
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or (level and block.level > level):
            continue
        if level:
            yield title, range(first, at)
        title = plain_title(text[slice(*block.span)])
        level, first = (max(block.level, 1) if is_reference_heading(title) else 0), at + 1
    if level:
        yield title, range(first, len(blocks))


def _entry(text: str, block: Block) -> Block:
    label = block.label or typed_label(text, block.span).translate(RAISED_DIGITS)
    return replace(block, kind=BlockKind.REFERENCE, label=label)


def _numbered_at_end(text: str, blocks: list[Block]) -> list[Block]:
    """Take paragraphs `[1] …` or `¹ …`, and so on, at the end of a text without a heading for references."""
    at = len(blocks)
    while at and blocks[at - 1].kind in _ENTRY_KINDS and _NUMBERED.match(text, *blocks[at - 1].span):
        at -= 1
    tail = blocks[at:]
    if at and tail and (first := _NUMBERED.match(text, *tail[0].span)) and (first[1] == "1" or first[2] == "¹"):
        return [*blocks[:at], *(_entry(text, replace(block, label="")) for block in tail)]
    return blocks


def with_anchored(
    text: str, blocks: Sequence[Block], marks: Sequence[Mark], anchors: Mapping[str, int]
) -> tuple[list[Block], list[Mark]]:
    """Resolve links within the page: those from a superscript, or into a reference list, are footnote markers.

    So is a number right behind a word or a stop that leads to a place named as notes are.
    """
    made, kept = list(blocks), []
    raised = [mark for mark in marks if mark.kind is MarkKind.SUPERSCRIPT]
    raised_at = {at for mark in raised for at in (mark.span.start, mark.span.end - 1)}
    for mark in marks:
        anchor = unquote(mark.target[1:]) if mark.kind is MarkKind.LINK and mark.target.startswith("#") else ""
        to = _held(text, made, anchors.get(anchor, -1)) if anchor else -1
        block = made[to] if 0 <= to < len(made) else None
        after = block is not None and block.span.start > mark.span.end
        listed = block is not None and block.kind is BlockKind.REFERENCE and after
        raised_here = bool({mark.span.start, mark.span.end - 1} & raised_at)
        small = mark.span.length <= WIDEST_MARKER and (raised_here or _is_behind(text, mark.span, anchor))
        noted = small and block is not None and after and block.kind in _ENTRY_KINDS
        if block is not None and (listed or noted):
            label = block.label or anchor
            made[to] = replace(block, kind=BlockKind.REFERENCE, label=label)
            kept.append(replace(mark, kind=MarkKind.FOOTNOTE, target=label, label="", has_label=False))
        elif small and anchor and block is None:
            kept.append(replace(mark, kind=MarkKind.FOOTNOTE, target=anchor, label="", has_label=False))
        else:
            kept.append(mark)
    return [_unlabelled(block) for block in made], kept


def _held(text: str, blocks: Sequence[Block], to: int) -> int:
    """Return the block that holds the note to which a link leads: the next one where it leads to a mere number."""
    if not 0 <= to < len(blocks) - 1 or not _ONLY_NUMBER.fullmatch(text, *blocks[to].span):
        return to
    return to + 1


def _is_behind(text: str, span: Span, anchor: str) -> bool:
    """Whether the text of a link is a number that stands right behind a word or a stop, and leads to a note."""
    before = text[span.start - 1 : span.start]
    return bool(before.strip() and _ONLY_NUMBER.fullmatch(text, *span) and _OF_NOTES.search(anchor))


def _unlabelled(block: Block) -> Block:
    return replace(block, label="") if block.label and block.kind is not BlockKind.REFERENCE else block


def markers(text: str, blocks: Sequence[Block], marks: Sequence[Mark], places: SourceMap) -> Iterator[Mark]:
    """Yield a mark for each entry that a marker in the text, such as [2, 5–7] or a raised 3, points to."""
    labels = {block.label for block in blocks if block.kind is BlockKind.REFERENCE and block.label}
    taken = {mark.span.start for mark in marks if mark.kind in (MarkKind.FOOTNOTE, MarkKind.LINK)}
    code = {at for mark in marks if mark.kind is MarkKind.CODE for at in range(*mark.span)} if "[" in text else set()
    for block in blocks:
        if block.kind in (BlockKind.CODE, BlockKind.REFERENCE):
            continue
        for match in _MARKER.finditer(text, *block.span):
            span = Span(*match.span())
            # "[1]: …" at the beginning of a line is an entry; within one, before a quotation or a list, a marker.
            first = span.start == block.span.start or text[span.start - 1] == "\n"
            entry = first and text.startswith(":", span.end)
            if not entry and taken.isdisjoint((span.start, span.start + 1)) and span.start not in code:
                for target in [match["name"]] if match["name"] else _numbers(match["numbers"]):
                    yield Mark(MarkKind.FOOTNOTE, span, places.to_source(span), target)
    yield from _raised(text, blocks, labels, places)
    begun = {block.span.start for block in blocks if block.kind is BlockKind.REFERENCE}
    for mark in marks:
        raised = _SUPERSCRIPT.fullmatch(text, *mark.span) if mark.kind is MarkKind.SUPERSCRIPT else None
        if raised and mark.span.start not in begun and labels and taken.isdisjoint(range(*mark.span)):
            for target in _numbers(raised[1]):
                if target in labels:
                    yield Mark(MarkKind.FOOTNOTE, mark.span, mark.source, target)


def _raised(text: str, blocks: Sequence[Block], labels: Collection[str], places: SourceMap) -> Iterator[Mark]:
    """Yield a mark for each entry that raised digits, such as ² or ⁴⁻⁶, point to."""
    prose = (one for one in blocks if labels and one.kind not in (BlockKind.CODE, BlockKind.REFERENCE))
    for match in (one for block in prose for one in _RAISED.finditer(text, *block.span)):
        numbers = list(_numbers(match[0].translate(RAISED_DIGITS)))
        if all(number in labels for number in numbers):
            span = Span(*match.span())
            yield from (Mark(MarkKind.FOOTNOTE, span, places.to_source(span), number) for number in numbers)


def _numbers(written: str) -> Iterator[str]:
    for match in _RANGE.finditer(written):
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        if first <= last < first + WIDEST_RANGE:
            yield from map(str, range(first, last + 1))
        else:
            yield match[1]
            yield match[2]
