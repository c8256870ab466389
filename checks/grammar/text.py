"""The text that a proofreader is given, and the way back from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checks.article import Article, Block, BlockKind, MarkKind, once
from checks.parsing.addresses import addresses
from checks.position import Run, SourceMap, Span

LEFT_OUT = frozenset({BlockKind.CODE, BlockKind.REFERENCE})
"""Blocks that hold no prose of the author's."""

_NAMED = re.compile(
    r"(?<![\w@/.-])\w[\w-]{1,62}(?:\.[\w-]{1,63}){0,5}\."
    r"(?:com|org|net|gov|edu|mil|int|info|biz|io|dev|app|co|ai|me|tv|us|uk|eu|ca|au|nz|ie|de|fr|es|it|nl|ch|at|se|no|jp|in"
    r"|html?|pdf|csv|json|xml|jsx?|tsx?|py|rb|css|scss|md|txt|docx?|xlsx?|pptx?|zip|png|jpe?g|gif|svg|mp[34]|ya?ml|toml|swf)"
    r"\b(?:/[^\s<>\"”]{1,2000})?"
)
"""Sites and files that are named in the text, such as tides.example.org or timetable.pdf."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An article as a proofreader reads it: paragraphs of prose, parted by blank lines."""

    text: str
    map: SourceMap
    """From `text` to the article's text."""
    hidden: tuple[Span, ...]
    """Where stand-ins are in `text`, for code, addresses, other languages: what is flagged there does not count."""

    def place(self, span: Span) -> Span | None:
        """Return the article's text span of a span of `text`, or None where a stand-in is touched."""
        last = bisect_right(self.hidden, Span(max(span.end - 1, span.start), 1 << 60)) - 1
        if last >= 0 and self.hidden[last].end > span.start:
            return None
        return self.map.to_source(span)

    def is_before_stand_in(self, span: Span) -> bool:
        """Whether the word after a span of `text` is a stand-in."""
        at = bisect_right(self.hidden, Span(span.end, 0))
        return at < len(self.hidden) and not self.text[span.end : self.hidden[at].start].strip()


@once
def proof(article: Article) -> Proof:
    """Return what of an article is to be proofread."""
    parts: list[str] = []
    runs: list[Run] = []
    hidden: list[Span] = []
    at = 0
    for block in article.blocks:
        if not _proofread(block):
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        for span, stand_in in _segments(article, block):
            words = _stand_in(article.slice(span)) if stand_in else article.slice(span)
            place = Span(at, at + len(words))
            if stand_in:
                hidden.append(place)
            runs.append(Run(place, span))
            parts.append(words)
            at = place.end
    return Proof("".join(parts), SourceMap.of(tuple(runs)), tuple(hidden))


def _proofread(block: Block) -> bool:
    return block.kind not in LEFT_OUT and not block.language and not block.boilerplate and block.span.length > 0


def _segments(article: Article, block: Block) -> Iterator[tuple[Span, bool]]:
    """Yield a block's parts in order, with whether a stand-in takes their place; footnote markers are dropped."""
    at = block.span.start
    for span, dropped in _interruptions(article, block):
        if span.start < at:
            continue
        if span.start > at:
            yield Span(at, span.start), False
        if not dropped:
            yield span, True
        at = span.end
    if at < block.span.end:
        yield Span(at, block.span.end), False


def _interruptions(article: Article, block: Block) -> list[tuple[Span, bool]]:
    found = [
        (mark.span, mark.kind is MarkKind.FOOTNOTE)
        for mark in article.marks_in(block.span, MarkKind.CODE, MarkKind.LANGUAGE, MarkKind.FOOTNOTE)
        if mark.span.length and block.span.covers(mark.span)
    ]
    found += [(span, False) for span, _ in addresses(article.text, *block.span)]
    found += [(Span(*match.span()), False) for match in _NAMED.finditer(article.text, *block.span)]
    return sorted(found)


def _stand_in(hidden: str) -> str:
    """Return a word of the same length that reads as a name."""
    return "X" + "x" * (len(hidden) - 1)
