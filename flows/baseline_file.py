"""Read and write the baseline's file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.baseline import Entry
from flows.errors import UsageError

SCHEMA = "copydesk/baseline/1"
_REWRITE = "Restore it, or write a new one with: copydesk baseline"


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a baseline file.

    Raises:
        UsageError: when it cannot be read or is not a baseline.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"{path}: the baseline cannot be read: {reason}.", "Write one with: copydesk baseline"
        ) from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: the baseline is not JSON: {error}.", _REWRITE) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(f'{path}: this is not a baseline: its "schema" is not "{SCHEMA}".', _REWRITE)
    findings = data.get("findings")
    if not isinstance(findings, list):
        raise UsageError(f'{path}: the baseline has no list of "findings".', _REWRITE)
    return tuple(_entry(item, number, path) for number, item in enumerate(findings, 1))


def _entry(item: object, number: int, path: Path) -> Entry:
    keys = ("path", "rule", "quote", "fingerprint")
    if (
        not isinstance(item, dict)
        or not all(isinstance(item.get(key), str) for key in keys)
        or not isinstance(item.get("id", ""), str)
    ):
        raise UsageError(f"{path}: finding {number} of the baseline is not as copydesk writes it.", _REWRITE)
    return Entry(id=item.get("id", ""), **{key: item[key] for key in keys})


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline: sorted, one finding a line, so that differences read well.

    Raises:
        UsageError: when the file cannot be written.
    """
    try:
        path.write_text("".join(_lines(tuple(sorted(entries)))), "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"{path}: the baseline cannot be written: {(error.strerror or str(error)).lower()}."
        ) from error


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    yield f'{{\n  "schema": "{SCHEMA}",\n  "findings": ['
    for index, entry in enumerate(entries):
        record = {
            "path": entry.path,
            "id": entry.id,
            "rule": entry.rule,
            "quote": entry.quote,
            "fingerprint": entry.fingerprint,
        }
        if not entry.id:
            del record["id"]
        yield (",\n    " if index else "\n    ") + json.dumps(record, ensure_ascii=False)
    yield "\n  ]\n}\n" if entries else "]\n}\n"
