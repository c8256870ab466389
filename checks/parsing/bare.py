"""Text that a paste leaves in HTML without paragraphs, parted by line breaks only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.parsing.elements import BLOCK
from checks.parsing.shape import hard_wrapped
from checks.position import Span

_BOUNDARY = re.compile(rf"</?(?:{'|'.join(sorted(BLOCK | {'html', 'body', 'head'}))})(?=[\t\n\f\r />])", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LINE_END = re.compile(r"\r\n|\n|\r")


class BareLines:
    """Decides, stretch by stretch, whether the lines of bare text are paragraphs.

    A stretch reaches to the next tag of a block. Its lines are paragraphs
    unless they are broken at a fixed width, as an editor program does.
    """

    def __init__(self, view: str) -> None:
        self._view = view
        self._until = -1
        self._parted = False
        self._kept: list[Span] = []

    def keep(self, span: Span) -> None:
        """Do not part lines within `span`; spans come in order."""
        self._kept.append(span)

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield the pieces of a stretch of text, and whether a paragraph ends after each."""
        if not self.parts(start):
            yield start, end, False
            return
        at = start
        for match in _LINE_END.finditer(self._view, start, end):
            if any(one.start < match.start() < one.end for one in self._kept[-8:]):
                continue
            yield at, match.end(), True
            at = match.end()
        if at < end:
            yield at, end, False

    def parts(self, at: int) -> bool:
        """Tell whether the line at a source offset, in bare text, is a paragraph of its own."""
        if at >= self._until:
            boundary = _BOUNDARY.search(self._view, at)
            self._until = boundary.start() if boundary else len(self._view)
            self._until = max(self._until, at + 1)
            shown = _TAG.sub("", self._view[at : self._until])
            self._parted = not hard_wrapped([line.strip() for line in shown.splitlines()])
        return self._parted
