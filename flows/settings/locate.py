"""Where in a TOML file a key stands. tomllib does not tell."""

from __future__ import annotations

import tomllib
from typing import Any

from flows.settings.errors import Key


def line_of(text: str, key: Key) -> int | None:
    """Return the line, 1-based, where the statement that sets `key` begins; None when nothing does.

    The first lines of a TOML file are TOML themselves wherever a statement
    ends. So the statement that makes `key` appear is found by reading ever
    more lines: slow, but only done when there is something to complain about,
    and right about tables, inline tables, arrays and strings of many lines.
    """
    lines = text.split("\n")
    whole = 0
    for end in range(1, len(lines) + 1):
        try:
            data = tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        if _has(data, key):
            return whole + 1
        whole = end
    return None


def _has(data: Any, key: Key) -> bool:  # noqa: ANN401 - whatever TOML holds
    for part in key:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True
