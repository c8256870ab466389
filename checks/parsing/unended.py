"""Unended: headings, quotations and the like that are never closed, and where each was meant to end.

A browser shows all that follows such an element as its part. What a reader
takes for a heading ends with the first block of text, at a blank line, or with
its first line where whole sentences follow.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush

from checks.parsing.context import Element
from checks.parsing.elements import BLOCK, HEADINGS
from checks.parsing.shape import HEADING_LENGTH
from checks.parsing.stack import Stack

_TAG = re.compile(r"<(?P<ends>/?)(?P<name>[hH][1-6])(?=[\s/>])[^<>]*>")
_CONTAINER = re.compile(r"<(?P<ends>/?)(?P<name>blockquote|pre|table|[uo]l)(?=[\s/>])[^<>]*>", re.IGNORECASE)
_TEXTS = frozenset({"blockquote", "pre"})
"""Of these, those that end with their first text; the others end at the next heading."""
WATCHED = frozenset({*HEADINGS, "blockquote", "pre", "table", "ul", "ol"})
"""Elements that exempt what they hold from being read as text."""
_BREAK = r"<br\b[^<>]{0,40}>"
_BLOCK_TAG = rf"</?(?:{'|'.join(sorted(BLOCK))})(?=[\s/>])"
_BLOCK = re.compile(_BLOCK_TAG, re.IGNORECASE)
_EDGE = re.compile(rf"{_BLOCK_TAG}|\n[ \t\r]*\n|{_BREAK}\s*{_BREAK}", re.IGNORECASE)
_LINE_END = re.compile(rf"\n|{_BREAK}", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>|&nbsp;")
_SENTENCE = re.compile(r"\w\W+\w+[.!?…][\"'”’»)\]]*(?:\s|\Z)")
_SENTENCES = re.compile(r"\w\W+\w+[.!?…][\"'”’»)\]]*\s+[\"“‘(]?[A-Z\d]")


class Unended:
    """Ends the elements of a source that are never closed where they were meant to end."""

    def __init__(self, view: str, stack: Stack) -> None:
        self._view = view
        self._stack = stack
        self._open: list[tuple[int, int, Element]] = []
        """A heap of where those that are open were meant to end and began, and what they are."""

    @property
    def stop(self) -> int:
        """Where the first of those that are open was meant to end; -1 without one."""
        return self._open[0][0] if self._open else -1

    @cached_property
    def _where(self) -> Mapping[int, int]:
        return unended(self._view)

    def begin(self, element: Element) -> None:
        """Take note of an element that begins, in case it is never closed."""
        if element.written and element.name in WATCHED and element.start in self._where:
            heappush(self._open, (self._where[element.start], -element.start, element))

    def end(self, at: int) -> bool:
        """End those that were meant to end at `at` or before; return whether any was ended."""
        ended = False
        while self._open and self._open[0][0] <= at:
            *_, element = heappop(self._open)
            depth = next((depth for depth, one in enumerate(self._stack.elements) if one is element), 0)
            if depth:
                self._stack.pop_to(depth, at, at, unclosed=True)
                ended = True
        return ended

    def end_by_start_tag(self, start: int, end: int) -> bool:
        """End elements as `end` does; return whether a start tag did it that was meant for an end tag."""
        return self.end(start) and self._where.get(start) == end


def unended(view: str) -> Mapping[int, int]:
    """Return where the elements that are never closed were meant to end, by where their tags begin."""
    if "<" not in view:
        return {}
    headings = list(_TAG.finditer(view)) if "<h" in view or "<H" in view else []
    starts = [one.start() for one in headings if not one["ends"]]
    return dict((*_headings(view, headings), *_containers(view, starts)))


def _headings(view: str, tags: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield where headings that are never closed begin and were meant to end.

    A heading that ends before anything is shown in it is none: sentences
    follow its tag, or it is a start tag that was meant for an end tag.
    """
    meant_to_end = -1
    for number, tag in enumerate(tags):
        following = tags[number + 1] if number + 1 < len(tags) else None
        if tag["ends"] or (following is not None and following["ends"]):
            continue
        limit = following.start() if following else len(view)
        if tag.start() == meant_to_end:
            yield tag.start(), tag.end()
            continue
        stop = _end(view, tag.end(), limit)
        yield tag.start(), stop
        if following is not None and stop == limit and following["name"].lower() == tag["name"].lower():
            meant_to_end = limit  # <h2>Fares<h2>


def _containers(view: str, headings: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where quotations, code, lists and tables that are never closed begin and were meant to end.

    A quotation ends with its first paragraph, code where a block of text begins, the others at the next heading.
    """
    left: dict[str, list[re.Match[str]]] = {}
    for tag in _CONTAINER.finditer(view):
        same = left.setdefault(tag["name"].lower(), [])
        if not tag["ends"]:
            same.append(tag)
        elif same:
            same.pop()
    for name, tags in left.items():
        ends = (
            _behind_text(view, tags[0].end(), _BLOCK if name == "pre" else _EDGE)
            if name in _TEXTS and tags
            else headings
        )
        for tag in tags:
            at = bisect_left(ends, tag.end())
            if at < len(ends):
                yield tag.start(), ends[at]


def _behind_text(view: str, start: int, edge: re.Pattern[str]) -> list[int]:
    """Return the edges from `start` on before each of which anything is shown, back to the edge before."""
    found, last = [], start
    for one in edge.finditer(view, start):
        if _shown(view[last : one.start()]):
            found.append(one.start())
        last = one.start()
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
