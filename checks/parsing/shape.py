"""What the shape of lines tells where no markup does: wrapped text, headings."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from checks.article import BlockKind

WIDEST_WRAP = 120
"""Columns at which nobody wraps lines any more."""

HEADING_LENGTH = 100
"""Longest heading without markup, in code points."""

HEADING_WORDS = 16

LONGER = 1.5
"""How much longer than its heading a paragraph is at least."""

SHORTEST_PROSE = 60
"""Code points that a paragraph under such a heading has at least."""

_ENDS_SENTENCE = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
_NO_HEADING_END = re.compile(r"""[.,;:…"”»]$""")
_NO_HEADING_START = re.compile(r"""[-–—*•"“«(<>\[{}|`/\\]|https?:|www\.|by\s+[A-Z]""")
_MARKUP = re.compile(r"[<>{}|\\]|```|://|@\w")
_LETTER = re.compile(r"[^\W\d_]")


def hard_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines (stripped; blank ones part paragraphs) are broken at a fixed width.

    Two signs are counted over the breaks between neighbouring lines: the next
    line's first word would not have fitted, or it goes on in lower case where
    no sentence had ended. Long lines are never taken for wrapped.
    """
    widths = [len(line) for line in lines if " " in line]
    if not widths or max(widths) > WIDEST_WRAP:
        return False
    breaks = [(one, two) for one, two in pairwise(lines) if one and two]
    if not breaks:
        return False
    full = sum(len(one) + 1 + len(two.split(None, 1)[0]) > max(widths) for one, two in breaks)
    running = sum(two[0].islower() and not _ENDS_SENTENCE.search(one) for one, two in breaks)
    if len(breaks) == 1:
        return running > 0
    return full >= 0.6 * len(breaks) and running > 0 or running >= 0.4 * len(breaks)


def joins(line: str, following: str, width: int) -> bool:
    """Tell whether, in wrapped text, a line goes on in the next."""
    if following[0].islower() and not _ENDS_SENTENCE.search(line):
        return True
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def looks_like_heading(line: str) -> bool:
    """Tell whether a line by itself could be a heading: short, no full stop, no markup."""
    if not line or len(line) > HEADING_LENGTH or len(line.split()) > HEADING_WORDS:
        return False
    if not _LETTER.search(line) or _NO_HEADING_END.search(line) or _NO_HEADING_START.match(line):
        return False
    return not _MARKUP.search(line)


def headings(texts: Sequence[str], kinds: Sequence[BlockKind], candidates: Container[int]) -> set[int]:
    """Return which blocks are headings, by their shape and by what follows.

    A heading stands above longer prose, above a list or the like, or above
    one more heading that does.
    """
    found: set[int] = set()
    for at in range(len(texts) - 2, -1, -1):
        if at not in candidates or not looks_like_heading(texts[at]):
            continue
        below, kind = texts[at + 1], kinds[at + 1]
        if at + 1 in found:
            stands_above = at + 2 not in found
        elif kind is BlockKind.PARAGRAPH:
            stands_above = len(below) > LONGER * len(texts[at]) and len(below) > SHORTEST_PROSE
        else:
            stands_above = kind is not BlockKind.HEADING
        if stands_above:
            found.add(at)
    return found
