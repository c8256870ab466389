"""UTF-8 byte offsets to code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_WIDE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


def code_points(text: str) -> Callable[[int], int]:
    """Return a function from UTF-8 byte offsets of `text` to code points."""
    if text.isascii():
        return lambda offset: offset
    ends: list[int] = []
    surplus = [0]
    extra = 0
    for match in _WIDE.finditer(text.encode()):
        start, end = match.span()
        extra += end - start - 1
        ends.append(end)
        surplus.append(extra)
    return lambda offset: offset - surplus[bisect_right(ends, offset)]
