"""Unended: headings that are never closed, and where each was meant to end.

A browser shows all that follows such a heading as its part. What a reader
takes for the heading ends with the first block of text, at a blank line, or
with its first line where whole sentences follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from checks.parsing.context import Element
from checks.parsing.elements import BLOCK, HEADINGS
from checks.parsing.shape import HEADING_LENGTH
from checks.parsing.stack import Stack

_TAG = re.compile(r"<(?P<ends>/?)(?P<name>[hH][1-6])(?=[\s/>])[^<>]*>")
_BREAK = r"<br\b[^<>]{0,40}>"
_EDGE = re.compile(rf"</?(?:{'|'.join(sorted(BLOCK))})(?=[\s/>])|\n[ \t\r]*\n|{_BREAK}\s*{_BREAK}", re.IGNORECASE)
_LINE_END = re.compile(rf"\n|{_BREAK}", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>|&nbsp;")
_SENTENCE = re.compile(r"\w\W+\w+[.!?…][\"'”’»)\]]*(?:\s|\Z)")
_SENTENCES = re.compile(r"\w\W+\w+[.!?…][\"'”’»)\]]*\s+[\"“‘(]?[A-Z\d]")


class UnendedHeadings:
    """Ends the headings of a source that are never closed where they were meant to end."""

    def __init__(self, view: str, stack: Stack) -> None:
        self._view = view
        self._stack = stack
        self._open: Element | None = None
        self.stop = -1
        """Where the heading that is open was meant to end; -1 without one."""

    @cached_property
    def _where(self) -> Mapping[int, int]:
        return unended(self._view)

    def begin(self, element: Element) -> None:
        """Take note of an element that begins, in case it is such a heading."""
        if element.written and element.name in HEADINGS and element.start in self._where:
            self._open, self.stop = element, self._where[element.start]

    def end(self, at: int) -> bool:
        """End such a heading if it was meant to end at `at` or before; return whether one was ended."""
        if self._open is None or at < self.stop:
            return False
        depth = next((depth for depth, one in enumerate(self._stack.elements) if one is self._open), 0)
        self._open, self.stop = None, -1
        if depth:
            self._stack.pop_to(depth, at, at, unclosed=True)
        return depth > 0

    def end_by_start_tag(self, start: int, end: int) -> bool:
        """End such a heading as `end` does; return whether a start tag did it that was meant for an end tag."""
        return self.end(start) and self._where.get(start) == end


def unended(view: str) -> Mapping[int, int]:
    """Return where the headings that are never closed were meant to end, by where their tags begin.

    A heading that ends before anything is shown in it is none: sentences
    follow its tag, or it is a start tag that was meant for an end tag.
    """
    tags = list(_TAG.finditer(view)) if "<h" in view or "<H" in view else []
    found: dict[int, int] = {}
    meant_to_end = -1
    for number, tag in enumerate(tags):
        following = tags[number + 1] if number + 1 < len(tags) else None
        if tag["ends"] or (following is not None and following["ends"]):
            continue
        limit = following.start() if following else len(view)
        if tag.start() == meant_to_end:
            found[tag.start()] = tag.end()
            continue
        found[tag.start()] = stop = _end(view, tag.end(), limit)
        if following is not None and stop == limit and following["name"].lower() == tag["name"].lower():
            meant_to_end = limit  # <h2>Fares<h2>
    return found


def _end(view: str, start: int, limit: int) -> int:
    """Return where a heading ends whose tag ends at `start`, at `limit` at the latest."""
    stop = _first(_EDGE, view, start, limit)
    line = _first(_LINE_END, view, start, stop)
    if _SENTENCE.search(_shown(view[line:stop])):
        stop = line
    title = _shown(view[start:stop])
    return start if len(title) > HEADING_LENGTH or _SENTENCES.search(title) else stop


def _first(edge: re.Pattern[str], view: str, start: int, limit: int) -> int:
    """Return where the first of some edges stands before which anything is shown; `limit` without one."""
    last = start
    for found in edge.finditer(view, start, limit):
        if _shown(view[last : found.start()]):
            return found.start()
        last = found.start()
    return limit


def _shown(markup: str) -> str:
    return _MARKUP.sub(" ", markup).strip()
