"""Compare two wordings word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
WORDS = 400
"""Tokens of a passage that are compared; the comparison takes their square in time."""

Parts = tuple[tuple[bool, str], ...]
"""Text in order, each part with whether it differs."""


@dataclass(frozen=True, slots=True)
class Change:
    """A wording and another that could stand in its place; empty when it should go."""

    old: str
    new: str


def changes(old: str, new: str) -> Change:
    """Return a replacement; a long quotation is cut to the words around what changes."""
    if len(old) <= _LONG:
        return Change(old, new)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left = max(0, start - _AROUND)
    right = max(end - _AROUND, 0)
    return Change(_cut(old, left, right), _cut(new, left, right))


_LONG, _AROUND = 120, 30


def _common(one: str, two: str) -> int:
    length = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        length += 1
    return length


def _cut(text: str, left: int, right: int) -> str:
    inner = text[left : len(text) - right]
    return f"{'…' if left else ''}{inner}{'…' if right else ''}"


def compare(one: str, two: str) -> tuple[Parts, Parts]:
    """Return both texts in parts that are common or differ; white space and case do not count."""
    left, right = _tokens(one), _tokens(two)
    matcher = SequenceMatcher(None, [_key(token) for token in left], [_key(token) for token in right], autojunk=False)
    here: list[tuple[bool, str]] = []
    there: list[tuple[bool, str]] = []
    for kind, left_start, left_end, right_start, right_end in matcher.get_opcodes():
        here.append((kind != "equal", "".join(left[left_start:left_end])))
        there.append((kind != "equal", "".join(right[right_start:right_end])))
    return tuple(_told(here)), tuple(_told(there))


def _tokens(text: str) -> list[str]:
    found = [match[0] for match in _TOKEN.finditer(text)]
    return found if len(found) <= WORDS else [*found[:WORDS], " …"]


def _key(token: str) -> str:
    return " " if token.isspace() else token.casefold()


def _told(parts: list[tuple[bool, str]]) -> Iterator[tuple[bool, str]]:
    for differs, text in parts:
        if text:
            yield differs and not text.isspace(), text
