"""What the shape of lines tells where no markup does: wrapped text, headings."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from checks.article import BlockKind
from checks.parsing.titles import is_reference_heading

NARROWEST_WRAP, WIDEST_WRAP = 30, 120
"""Columns at which lines may be wrapped."""

FULL_LINES = 0.6
"""Share of line breaks at which the next word would not have fitted: it is the width that breaks the lines."""

RUNNING_LINES = 0.4
"""Share of line breaks inside a sentence from which on lines are taken for wrapped, whatever their width."""

HEADING_LENGTH = 100
"""Longest heading without markup, in code points."""

HEADING_WORDS = 16

LONGER = 1.5
"""How much longer than its heading a paragraph is that ends like a sentence or has some length."""

SHORTEST_PROSE = 60
"""Code points that a paragraph has under a heading unless it ends like a sentence."""

BYLINE_LENGTH = 80

_ENDS_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_ENDS_CLAUSE = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
_NO_HEADING_END = re.compile(r"""[.,;:…"”»]$""")
_NO_HEADING_START = re.compile(r"""[-–—*•"“«(<>\[{}|`/\\]|https?:|www\.""")
_MARKUP = re.compile(r"[<>{}|\\]|```|://|@\w")
_LETTER = re.compile(r"[^\W\d_]")
_BYLINE = re.compile(
    r"(?:by|written by|words by|posted|published|updated|last updated|reviewed by|edited by|date)\b"
    r"|\d{1,2}\.? \w{3,9}\.? \d{4}\b|\w{3,9}\.? \d{1,2}, \d{4}\b|\d{4}-\d\d-\d\d\b|\d{1,2} min(?:ute)?s? read",
    re.IGNORECASE,
)


def hard_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines (stripped; blank ones part paragraphs) are broken at a fixed width.

    Two signs are counted over the breaks between neighbouring lines: the next
    line's first word would not have fitted, or it goes on in lower case where
    no sentence had ended. Long lines are never taken for wrapped.
    """
    width = widest(lines)
    breaks = [(one, two) for one, two in pairwise(lines) if one and two]
    if not breaks or not 0 < width <= WIDEST_WRAP:
        return False
    full = sum(_is_full(one, two, width) for one, two in breaks)
    running = sum(runs_on(one, two) for one, two in breaks)
    return (full >= FULL_LINES * len(breaks) and running > 0) or running >= RUNNING_LINES * len(breaks)


def widest(lines: Sequence[str]) -> int:
    """Return the length of the longest line, leaving aside lone words such as addresses where there are others."""
    return max((len(line) for line in lines if " " in line), default=max(map(len, lines), default=0))


def runs_on(line: str, following: str) -> bool:
    """Tell whether a sentence goes on from a line to the next."""
    return following[0].islower() and not _ENDS_CLAUSE.search(line)


def joins(line: str, following: str, width: int) -> bool:
    """Tell whether, in text wrapped at `width`, a line goes on in the next."""
    return runs_on(line, following) or _is_full(line, following, width)


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted."""
    return width >= NARROWEST_WRAP and len(line) + 1 + len(following.split(None, 1)[0]) > width


def looks_like_heading(line: str) -> bool:
    """Tell whether a line by itself could be a heading: short, no full stop, no markup, no byline."""
    if not line or len(line) > HEADING_LENGTH or len(line.split()) > HEADING_WORDS:
        return False
    if not _LETTER.search(line) or _NO_HEADING_END.search(line) or _NO_HEADING_START.match(line):
        return False
    return not _MARKUP.search(line) and not _is_byline(line)


def _is_byline(line: str) -> bool:
    return len(line) <= BYLINE_LENGTH and bool(_BYLINE.match(line))


def headings(texts: Sequence[str], kinds: Sequence[BlockKind], candidates: Container[int]) -> set[int]:
    """Return which blocks are headings, by their shape and by what follows.

    A heading stands above longer prose, above a list or the like, or above
    one more heading that does; bylines and dates in between do not count.
    The name of a list of references is one in any case.
    """
    found: set[int] = set()
    below = len(texts)
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        if at in candidates and below < len(texts) and looks_like_heading(text):
            if below in found:
                stands_above = below + 1 not in found
            elif kinds[below] is BlockKind.PARAGRAPH:
                stands_above = is_reference_heading(text) or _is_prose_under(text, texts[below])
            else:
                stands_above = kinds[below] is not BlockKind.HEADING
            if stands_above:
                found.add(at)
        if not (at in candidates and _is_byline(text)):
            below = at
    return found


def _is_prose_under(heading: str, text: str) -> bool:
    if len(text) <= LONGER * len(heading):
        return False
    return len(text) > SHORTEST_PROSE or bool(_ENDS_SENTENCE.search(text))
