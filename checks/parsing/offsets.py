"""UTF-8 byte offsets to code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_WIDE = re.compile(r"[^\x00-\x7f]")


def code_points(text: str) -> Callable[[int], int]:
    """Return a function from UTF-8 byte offsets of `text` to code points."""
    if text.isascii():
        return lambda offset: offset
    ends: list[int] = []
    surplus = [0]
    extra = 0
    for match in _WIDE.finditer(text):
        extra += len(match[0].encode()) - 1
        ends.append(match.end() + extra)
        surplus.append(extra)
    return lambda offset: offset - surplus[bisect_right(ends, offset)]
