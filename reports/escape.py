"""Make foreign text harmless: an article's author may be hostile, and every sink has its own traps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but not tab and line feed
    "\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # direction, zero width, joiners
    "\ud800-\udfff\ufffe\uffff"  # what no encoding carries
    "\U000e0000-\U000e007f"  # tags: invisible ASCII
    "]"
    # Joiners hold emoji and Indic or Persian letters together; elsewhere they only hide.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_UNWRITABLE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """A stretch of text that can be shown as it is, or one character that must be shown as its code."""

    text: str
    code: str
    """`U+200B`, or empty for plain text."""


def pieces(text: str) -> Iterator[Piece]:
    """Yield `text` cut at the characters that a reader cannot see or that change how the rest shows."""
    at = 0
    for match in _HIDDEN.finditer(text):
        if match.start() > at:
            yield Piece(text[at : match.start()], "")
        yield Piece(match[0], f"U+{ord(match[0]):04X}")
        at = match.end()
    if at < len(text):
        yield Piece(text[at:], "")


def visible(text: str) -> str:
    """Return `text` with hidden characters, direction marks and controls written as `⟨U+200B⟩`.

    Tab and line feed stay. The result can be encoded and holds no character that XML forbids.
    """
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Return `text` visible, trimmed and on one line: for terminals, tables and titles."""
    return visible(_SPACE.sub(" ", text.replace("\u2028", " ").replace("\u2029", " ")).strip())


def shorten(text: str, limit: int) -> str:
    """Return `text` cut to at most `limit` code points, at a word where one is near, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit * 2 // 3 else cut).rstrip() + "…"


def json_surrogates(text: str) -> str:
    """Return JSON text with lone surrogates as escapes, so that it can be encoded and reads back the same."""
    return _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
