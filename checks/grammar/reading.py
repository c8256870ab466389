"""The author's own prose, with all else masked, for the rules that this check has of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checks.article import Article, Block, MarkKind, once
from checks.grammar.text import LEFT_OUT
from checks.parsing.addresses import addresses
from checks.position import Span

MASK = "\ufffc"
"""Stands for each code point of code, addresses and other languages; no pattern of ours matches it."""

REACH = 2_000
"""Code points that a quotation has at most."""

_FILE = re.compile(r"(?<![\w@])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,6}\b(?:/[^\s<>\"”()]{0,2000})?")
"""File names and addresses without a scheme."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_PART_BEFORE = re.compile(r"(?:[^\W\d_]'|\w)$")
_PART_AFTER = re.compile(r"'[^\W\d_]|\w")
_JOINED = frozenset("-@#/_'’.0123456789")
_GOES_ON = re.compile(r"[-@/_0-9]|['’.]\w")

_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text with what is no prose of the author's masked, code point for code point."""

    text: str
    blocks: tuple[Block, ...]
    """Blocks that are proofread, in order."""
    starts: tuple[int, ...]
    """Where each of `blocks` starts."""

    def block(self, offset: int) -> Block:
        """Return the block that an offset stands in."""
        return self.blocks[bisect_right(self.starts, offset) - 1]

    def before(self, offset: int) -> str:
        """Return what stands before an offset in its block, as far as one quotation reaches."""
        return self.text[max(self.block(offset).span.start, offset - REACH) : offset]


@once
def reading(article: Article) -> Reading:
    """Return what of an article our own rules look at; lines of one block are joined by spaces."""
    blocks = tuple(
        block
        for block in article.blocks
        if block.kind not in LEFT_OUT and not block.language and not block.boilerplate and block.span.length
    )
    parts: list[str] = []
    at = 0
    for block in blocks:
        parts += ("\n" * (block.span.start - at), _masked(article, block))
        at = block.span.end
    return Reading("".join(parts), blocks, tuple(block.span.start for block in blocks))


def _masked(article: Article, block: Block) -> str:
    shown = _BREAK.sub(" ", article.slice(block.span))
    hidden = [span for span, _ in addresses(shown, 0, len(shown))]
    if "." in shown:
        hidden += (Span(*match.span()) for match in _FILE.finditer(shown))
    for mark in article.marks_in(block.span, MarkKind.CODE, MarkKind.LANGUAGE, MarkKind.FOOTNOTE):
        span = Span(max(mark.span.start, block.span.start), min(mark.span.end, block.span.end))
        if span.length > 0:
            hidden.append(span.shift(-block.span.start))
    if not hidden:
        return shown
    pieces: list[str] = []
    at = 0
    for span in sorted(hidden):
        start = max(at, span.start)
        if span.end > start:
            pieces += (shown[at:start], MASK * (span.end - start))
            at = span.end
    return "".join((*pieces, shown[at:]))


def is_quoted(before: str) -> bool:
    """Tell whether what follows `before` in its block stands inside quotation marks."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


class WordIndex(Mapping[str, tuple[int, ...]]):
    """Where each word of a text starts; the text is in small letters, and a word is looked for when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = frozenset(_WORD.findall(text))
        self._found: dict[str, tuple[int, ...]] = {}

    def __getitem__(self, word: str) -> tuple[int, ...]:
        if word not in self.words:
            raise KeyError(word)
        if word not in self._found:
            self._found[word] = tuple(self._places(word))
        return self._found[word]

    def _places(self, word: str) -> Iterator[int]:
        text = self._text
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_PART_BEFORE.search(text, max(0, start - 2), start) or _PART_AFTER.match(text, end)):
                yield start
            start = text.find(word, end)

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


@once
def word_index(article: Article) -> WordIndex:
    """Return where each word starts in the prose of an article; a word ends at a hyphen.

    Rules that look for few words look here, so that not each goes through the text.
    """
    return WordIndex(_small(reading(article).text))


def _small(text: str) -> str:
    """Return a text in small letters, code point for code point."""
    small = text.lower()
    if len(small) != len(text):  # a capital such as the dotted İ becomes two code points
        small = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    return small.replace("’", "'")


def places(article: Article, wanted: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Yield each of some words with where it stands whole, not beside a hyphen, an at sign or the like."""
    text, index = reading(article).text, word_index(article)
    for word in wanted:
        for start in index.get(word, ()):
            span = Span(start, start + len(word))
            if text[start - 1 : start] not in _JOINED and not _GOES_ON.match(text, span.end):
                yield word, span


def found(article: Article, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern, which must not reach across blank lines, stands in the prose of an article."""
    yield from pattern.finditer(reading(article).text)
