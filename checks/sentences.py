"""Sentences and words of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from checks.article import Article, Block, BlockKind, MarkKind, Sentence
from checks.ends import overlooked
from checks.parsing.addresses import addresses
from checks.position import Span

_MISSING_SPACE = re.compile(
    r"(?:(?<=[a-z]{2}[.!?])|(?<=[a-z]{2}[.!?][\"'”’)\]]))(?=[A-Z][a-z])"
    r"(?!(?:Com|Org|Net|Gov|Edu|Info|Io|Js|Ai|App|Pdf|Docx?|Html?|Xml|Json)\b)"
)
_LINE_START = re.compile(r"\n(?=[\"“‘'(\[]?[A-Z0-9])")
_ASIDE = re.compile(r"[.!?]\s(?=\([A-Z][^()\n]{0,300}[.!?]\)(?:\s|\Z))")
_GOES_ON = re.compile(
    r"[!?][\"'”’)\]]*\s+(?=[a-z])(?![a-z]+[A-Z])|\bU\.[KNS]\.\s+(?=[A-Z][\w.]+ (?:[A-Z]|of\b)|[A-Z]{2,}\b)"
)
"""Where no sentence ends: names such as Yahoo!, what somebody asks, and what belongs to the U.S."""
_CUTS = (_MISSING_SPACE, _LINE_START, _ASIDE)
_MAY_END = re.compile(r"[.!?…‽。！？\n].", re.DOTALL)
"""What a text of more than one sentence holds."""
UNBROKEN = 400
"""Code points without a space that no prose holds, and over which nupunkt takes quadratic time."""
_UNBROKEN = re.compile(rf"\S{{{UNBROKEN},}}")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and its like: they part no word."""
_span = partial(tuple.__new__, Span)
"""Make a span of a pair; there are as many as words, and the class itself takes twice the time."""


def sentences(article: Article) -> Iterator[Sentence]:
    """Yield the sentences of all blocks but code; none runs across blocks.

    nupunkt cuts each block. What it cannot know is added: a full stop without
    a space before the next sentence ("the end.Then"), and lines that are
    broken on purpose. Footnote markers and inline code neither cut a sentence
    nor keep it from being cut; a marker belongs to the sentence it follows.
    """
    index = 0
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.CODE:
            continue
        shown = article.slice(block.span)
        starts = _starts(article, block, shown) if _MAY_END.search(shown) else ()
        for span in _tiles(shown, starts):
            yield Sentence(span.shift(block.span.start), number, index)
            index += 1


def _starts(article: Article, block: Block, shown: str) -> Sequence[int]:
    """Return where sentences begin in a block's text."""
    import nupunkt

    masked, kept = _masked(article, block, shown)
    found = nupunkt.segmenter().spans(masked, paragraph_breaks=False)
    starts = {_after_closing(masked, start) for start, _ in found}
    starts.difference_update(match.end() for match in _GOES_ON.finditer(masked))
    starts.update(match.end() for cut in _CUTS for match in cut.finditer(masked))
    starts.update([*overlooked(masked, starts)])
    return list(_outside_of(sorted(starts), kept)) if kept else sorted(starts)


def _masked(article: Article, block: Block, shown: str) -> tuple[str, list[Span]]:
    """Return a block's text with markers blanked and code spelt out neutrally, and what no sentence may begin in."""
    at = block.span.start
    kept = [span for span, _ in addresses(shown, 0, len(shown))]
    pieces: list[str] = []
    done = 0
    for mark in article.marks_in(block.span, MarkKind.FOOTNOTE, MarkKind.CODE):
        start, end = max(mark.span.start - at, done), min(mark.span.end, block.span.end) - at
        if end > start:
            filler = " " if mark.kind is MarkKind.FOOTNOTE else "0"
            pieces += (shown[done:start], filler * (end - start))
            kept.append(Span(start, end))
            done = end
    masked = "".join((*pieces, shown[done:])) if pieces else shown
    if len(masked) >= UNBROKEN and max(map(len, masked.split())) >= UNBROKEN:
        masked = _UNBROKEN.sub(lambda match: "x" * len(match[0]), masked)
    return masked, sorted(kept)


def _after_closing(text: str, start: int) -> int:
    """Return the offset after closing quotation marks and brackets, and a stop after them: they begin no sentence."""
    while start < len(text) and text[start] in "”’)]»":
        start += 1
    if 0 < start < len(text) and text[start] == "." and text[start - 1] in '”’)]»"':
        start += 1
    return start


def _outside_of(offsets: Sequence[int], spans: Sequence[Span]) -> Iterator[int]:
    """Yield the offsets that are not inside any span; both are in order."""
    at = reach = 0
    for offset in offsets:
        while at < len(spans) and spans[at].start < offset:
            reach = max(reach, spans[at].end)
            at += 1
        if offset >= reach:
            yield offset


def _tiles(shown: str, starts: Sequence[int]) -> Iterator[Span]:
    """Yield the tight spans that begin at `starts` and together cover a block.

    What is only the number of a list item is part of what follows.
    """
    first = 0
    for end in (*starts, len(shown)):
        piece = shown[first:end]
        tight = piece.strip()
        if tight and (end == len(shown) or not _NUMBER.fullmatch(tight)):
            at = first + len(piece) - len(piece.lstrip())
            yield Span(at, at + len(tight))
            first = end


def words(article: Article) -> Iterator[Span]:
    """Yield runs of letters and digits with inner apostrophes and hyphens, outside code and addresses.

    A number with inner points or commas is one word; combining marks and
    invisible characters belong to the word around them.
    """
    text = article.text
    pattern = _word_pattern(_joiners(text))
    skipped = [block.span for block in article.blocks if block.kind is BlockKind.CODE]
    skipped += [mark.span for mark in article.marks if mark.kind is MarkKind.CODE]
    skipped += [span for span, _ in addresses(text, 0, len(text))]
    for left, right in _between(0, len(text), sorted(skipped)):
        yield from map(_span, (match.span() for match in pattern.finditer(text, left, right)))


def _between(start: int, end: int, skipped: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a range that no span of `skipped`, which are in order, covers."""
    for span in skipped:
        if start < span.start:
            yield start, span.start
        start = max(start, span.end)
    if start < end:
        yield start, end


def _joiners(text: str) -> str:
    """Return the combining marks and invisible characters that occur in a text."""
    if text.isascii():
        return ""
    unusual = {one for one in set(text) if one > "\u02ff" or one == "\u00ad"}
    return "".join(sorted(one for one in unusual if unicodedata.category(one)[0] == "M" or one in _INVISIBLE))


@lru_cache(maxsize=64)
def _word_pattern(joiners: str) -> re.Pattern[str]:
    """Return the pattern of a word in a text with these combining marks and invisible characters."""
    run = rf"[^\W_]+(?:[{joiners}]+[^\W_]*)*" if joiners else r"[^\W_]+"
    return re.compile(rf"{run}(?:(?:['’ʼ\-‐‑]|(?<=\d)[.,](?=\d)){run})*")
