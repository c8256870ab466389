"""Where in a TOML file a key stands. tomllib does not tell."""

from __future__ import annotations

import tomllib

from flows.settings.errors import Key


def line_of(text: str, key: Key) -> int | None:
    """Return the line, 1-based, where the statement that sets `key` begins; None when nothing does.

    The first lines of a TOML file are TOML themselves wherever a statement
    ends. So the statement that makes `key` appear is found by reading ever
    more lines: slow, but only done when there is something to complain about,
    and right about tables, inline tables, arrays and strings of many lines.
    """
    lines = text.splitlines(keepends=True)
    whole = 0
    for end in range(1, len(lines) + 1):
        try:
            data = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        if _has(data, key):
            return next((number for number in range(whole + 1, end + 1) if _says(lines[number - 1])), end)
        whole = end
    return None


def _has(data: object, key: Key) -> bool:
    for part in key:
        if isinstance(data, dict) and part in data:
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return False
    return True


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
