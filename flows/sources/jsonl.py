"""JSON Lines: one article a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from checks.article import Format
from checks.languages import suggestion
from checks.parsing.spoken import known_tag
from flows.nearest import did_you_mean
from flows.sources.raw import Raw, fingerprint
from flows.sources.read import BOM, Unreadable, decode
from reports.audit import Problem

FORMATS = {
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "txt": Format.PLAIN,
    "text": Format.PLAIN,
    "plain": Format.PLAIN,
}
"""Names that `format` may have."""

_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
_BLANK = BOM + b" \t\r\n"
_SURROGATE = re.compile("[\ud800-\udfff]")
_REMEDY = 'Each line is one JSON object such as {"id": "a-1", "text": "…"}.'


def records(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Raw | Problem]:
    """Yield the article of each line, or what is wrong with the line; blank lines are passed over.

    The file may have any size, each line at most `max_bytes`.
    """
    number = 0
    while data := stream.readline(max_bytes + 1):
        number += 1
        if len(data) > max_bytes and not data.endswith(b"\n"):
            _skip_line(stream, max_bytes)
            message = f"the line is longer than {max_bytes / 1e6:,.1f} MB"
            yield Problem(path, message, "Split it into articles, or raise `max-bytes` in the settings.", number)
        elif data.strip(_BLANK):
            yield _record(data, path, number)


def _skip_line(stream: BinaryIO, piece: int) -> None:
    while (data := stream.readline(piece)) and not data.endswith(b"\n"):
        pass


def _record(line: bytes, path: str, number: int) -> Raw | Problem:
    try:
        return _raw(_parsed(line.removeprefix(BOM) if number == 1 else line), path, number)
    except Unreadable as error:
        return Problem(path, error.message, error.remedy, number)


def looks_like_records(head: bytes) -> bool:
    """Return whether a file that begins like this is JSON Lines: no prose starts with `{"`."""
    return _RECORD.match(head) is not None


def _parsed(line: bytes) -> dict[str, Any]:
    text = decode(line).strip()
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"the line is not JSON: {error.msg} in column {error.colno}", _REMEDY) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("the line is nested too deep or holds too long a number", _REMEDY) from error
    if not isinstance(record, dict):
        raise Unreadable(f"the line is {_article(record)}, not an object", _REMEDY)
    return record


def _raw(record: dict[str, Any], path: str, line: int) -> Raw:
    source = _string(record, "text", needed=True)
    return Raw(
        id=_string(record, "id", needed=True),
        path=path,
        source=source,
        sha256=fingerprint(source),
        format=_format(record),
        title=_string(record, "title"),
        url=_string(record, "url"),
        language=_language(record),
        line=line,
    )


def _string(record: dict[str, Any], key: str, *, needed: bool = False) -> str:
    value = record.get(key)
    if value is None and not needed:
        return ""
    if key not in record:
        raise Unreadable(f'the record has no "{key}"', f"{did_you_mean(key, record)} {_REMEDY}".strip())
    if not isinstance(value, str):
        raise Unreadable(f'"{key}" is {_article(value)}, not a string', f'Write it in quotes: "{key}": "…".')
    if needed and not value.strip():
        raise Unreadable(f'"{key}" is empty', "Fill it, or remove the record.")
    if _SURROGATE.search(value):
        raise Unreadable(
            f'"{key}" holds half of a character (a lone surrogate)',
            "Write the character whole, or as a pair of \\u escapes.",
        )
    return value


def _format(record: dict[str, Any]) -> Format | None:
    name = _string(record, "format").lower()
    if name and name not in FORMATS:
        raise Unreadable(
            f'there is no format "{name}"', f"{did_you_mean(name, FORMATS)} It is markdown, html or plain.".strip()
        )
    return FORMATS[name] if name else None


def _language(record: dict[str, Any]) -> str:
    value = _string(record, "language").strip()
    tag = known_tag(value)
    if value and not tag:
        meant = suggestion(value)
        raise Unreadable(
            f'there is no language "{value}"',
            f'Write its code: "language": "{meant or "en"}".',
        )
    return tag


def _article(value: object) -> str:
    kinds = {
        bool: "a boolean",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a string",
        type(None): "null",
    }
    return kinds[type(value)]
