"""What can be told only from the whole text: headings by shape, references, addresses, languages."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from checks.article import Block, BlockKind, Mark, MarkKind
from checks.parsing.addresses import address_marks
from checks.parsing.language import same_language
from checks.parsing.reader import Reader
from checks.parsing.references import markers, with_anchored, with_references
from checks.parsing.shape import headings
from checks.parsing.spoken import foreign_quotations, with_languages
from checks.position import SourceMap


def refine(text: str, places: SourceMap, reader: Reader, language: str, source: str) -> tuple[list[Block], list[Mark]]:
    """Return the blocks and marks of a text that was read, with all that its parts tell about each other.

    `source` is empty where the line breaks in it are none to the reader.
    """
    marks = sorted(reader.builder.marks, key=lambda mark: (mark.span, mark.source))
    marks = [mark for mark in marks if mark.kind is not MarkKind.LANGUAGE or not same_language(mark.target, language)]
    blocks = _with_headings(text, reader.builder.blocks, reader.builder.bare, marks)
    blocks = with_references(text, blocks, marks, places, source)
    blocks = with_languages(text, blocks, language)
    marks += foreign_quotations(text, blocks, places, language)
    blocks, marks = with_anchored(text, blocks, marks, reader.anchors)
    marks += address_marks(text, blocks, marks, places)
    marks += markers(text, blocks, marks, places)
    return blocks, marks


def _with_headings(text: str, blocks: list[Block], bare: Container[int], marks: Sequence[Mark]) -> list[Block]:
    """Return the blocks; bare lines and bold paragraphs that have the shape of a heading are one."""
    bold = {mark.span for mark in marks if mark.kind is MarkKind.STRONG}
    linked = {mark.span for mark in marks if mark.kind is MarkKind.LINK}
    paragraphs = (at for at, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH)
    candidates = {at for at in paragraphs if (at in bare or blocks[at].span in bold) and blocks[at].span not in linked}
    if not candidates:
        return blocks
    kinds = [block.kind for block in blocks]
    found = headings([text[slice(*block.span)] for block in blocks], kinds, candidates)
    made, level = list(blocks), 1
    for at, block in enumerate(blocks):
        if at in found:
            made[at] = replace(block, kind=BlockKind.HEADING, level=1 if at == 0 else min(level + 1, 6), group=0)
        elif block.kind is BlockKind.HEADING:
            level = block.level
    return made
