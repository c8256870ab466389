"""Put findings, images and other marks without text where they stand: in a block, or in a place between blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checks.article import Article, Block, Mark, MarkKind
from checks.position import Span
from reports.html.segments import Shown


@dataclass(slots=True)
class Item:
    """A block, or what no block shows: an image on its own, markup that a finding is about."""

    source: Span
    block: Block | None = None
    index: int = -1
    """The block's."""
    textless: list[Mark] = field(default_factory=list)
    """Images, and markers of notes that a program numbers."""
    found: list[Shown] = field(default_factory=list)


def items(article: Article, found: Sequence[Shown]) -> list[Item]:
    """Return blocks and what stands between them, in source order, with their images, markers and findings."""
    blocks = [Item(article.map.to_source(block.span), block, index) for index, block in enumerate(article.blocks)]
    starts = [item.source.start for item in blocks]
    shown = [block.span.start for block in article.blocks]
    loose: list[Item] = []
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE:
            _home(blocks, starts, loose, mark.source).textless.append(mark)
        elif mark.kind is MarkKind.FOOTNOTE and not mark.span.length:
            # It may stand where the source of its block ends.
            at = article.block_at(mark.span.start)
            home = blocks[at] if at >= 0 else _home(blocks, starts, loose, mark.source)
            home.textless.append(mark)
    for one in found:
        if one.span.length:
            for item in _touched(blocks, shown, one.span):
                item.found.append(one)
        else:
            _home(blocks, starts, loose, one.source).found.append(one)
    return sorted([*blocks, *loose], key=lambda item: item.source.start)


def _home(blocks: Sequence[Item], starts: Sequence[int], loose: list[Item], source: Span) -> Item:
    """Return the item in which an unseen source range stands; a new one when it is in no block."""
    near = bisect_right(starts, source.start) - 1
    if near >= 0 and source.start < blocks[near].source.end:
        return blocks[near]
    for item in loose:
        if item.source.overlaps(source) or item.source == source:
            return item
    loose.append(Item(source))
    return loose[-1]


def _touched(blocks: Sequence[Item], starts: Sequence[int], span: Span) -> Iterator[Item]:
    """Yield the blocks, which begin at `starts` in the text, that show some of a text span."""
    for item in blocks[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]:
        if item.block and item.block.span.overlaps(span):
            yield item
