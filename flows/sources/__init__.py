"""Sources: files, folders, globs, JSON Lines and standard input become raw articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePath
from typing import Any, BinaryIO, cast

from checks.article import Format
from flows.sources.jsonl import looks_like_records, records
from flows.sources.raw import Gathered, Raw, fingerprint
from flows.sources.read import SNIFFED, Unreadable, decode, open_file, read_all
from flows.sources.walk import SUFFIXES, Search, find, reason, shown
from reports.audit import Problem

__all__ = ["STANDARD_INPUT", "SUFFIXES", "Gathered", "Raw", "gather"]

STANDARD_INPUT = "-"

FORMATS = {".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML}
"""What a name tells. Plain text is told from content, for much that is named .txt is a paste of something else."""

RECORDS = frozenset({".jsonl", ".ndjson"})


def gather(
    paths: Sequence[str],
    *,
    exclude: Iterable[str] = (),
    root: Path | None = None,
    max_bytes: int = 10_000_000,
    stdin: BinaryIO | None = None,
) -> Gathered:
    """Read all articles that `paths` stand for.

    A file that several paths lead to is read once. What cannot be read becomes
    a problem and costs nothing else.

    Args:
        paths: files, folders, globs, and `-` for standard input; none: the working directory.
        exclude: patterns of what to leave out of folders and globs; a file named by itself is read anyway.
        root: what `exclude` is seen from; None: the working directory.
        max_bytes: the largest article.
        stdin: what `-` reads.

    Raises:
        UsageError: when a path does not exist or a glob matches nothing.
    """
    search = Search(tuple(exclude), root or Path.cwd())
    named = [path for path in paths if path != STANDARD_INPUT]
    found = tuple(find(named if paths else ["."], search))
    read: list[Raw | Problem] = [one for one in found if isinstance(one, Problem)]
    if STANDARD_INPUT in paths and stdin is not None:
        read += from_stdin(stdin, max_bytes)
    for file in _once(one for one in found if isinstance(one, Path)):
        read += from_file(file, max_bytes)
    return _in_order(read)


def from_file(file: Path, max_bytes: int) -> Iterator[Raw | Problem]:
    """Yield the article or articles of one file, or what is wrong with it."""
    path = shown(file)
    try:
        with open_file(file) as stream:
            yield from _from_stream(stream, path, max_bytes)
    except Unreadable as error:
        yield Problem(path, error.message, error.remedy, error.line)
    except OSError as error:
        yield Problem(path, f"reading failed: {reason(error)}", "Try again, or look at the disk.")


def from_stdin(stream: BinaryIO, max_bytes: int) -> Iterator[Raw | Problem]:
    """Yield the article or articles that standard input holds, or what is wrong with it."""
    buffered = BufferedReader(cast("RawIOBase", stream))
    try:
        yield from _from_stream(buffered, "", max_bytes)
    except Unreadable as error:
        yield Problem(STANDARD_INPUT, error.message, error.remedy, error.line)
    finally:
        # Otherwise the stream, which is not ours, would be closed with it.
        buffered.detach()


def _from_stream(stream: BufferedReader[Any], path: str, max_bytes: int) -> Iterator[Raw | Problem]:
    suffix = PurePath(path).suffix.lower()
    if suffix in RECORDS or (suffix not in FORMATS and looks_like_records(stream.peek(SNIFFED))):
        yield from _filled(records(stream, path, max_bytes))
        return
    source = decode(read_all(stream, max_bytes))
    yield Raw(path or STANDARD_INPUT, path, source, fingerprint(source), FORMATS.get(suffix))


def _filled(found: Iterator[Raw | Problem]) -> Iterator[Raw | Problem]:
    first = next(found, None)
    if first is None:
        raise Unreadable("the file holds no records", "Fill it, remove it, or exclude it.")
    yield first
    yield from found


def _once(files: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once, by its own name rather than a symlink's."""
    seen: set[str] = set()
    for file in sorted(files, key=lambda file: (file.is_symlink(), file)):
        real = os.path.realpath(file)
        if real not in seen:
            seen.add(real)
            yield file


def _in_order(found: Iterable[Raw | Problem]) -> Gathered:
    articles: dict[str, Raw] = {}
    problems: list[Problem] = []
    for one in sorted(found, key=lambda one: one.path):
        if isinstance(one, Problem):
            problems.append(one)
        elif one.id in articles:
            problems.append(_duplicate(one, articles[one.id]))
        else:
            articles[one.id] = one
    return Gathered(tuple(articles.values()), tuple(problems))


def _duplicate(second: Raw, first: Raw) -> Problem:
    where = f"line {first.line}" if first.line else "a file of that name"
    if first.path != second.path:
        where += f" of {first.path}" if first.line else ""
    message = f'the id "{second.id}" is taken: {where} has it too'
    return Problem(second.path, message, "Give each article an id of its own; the first one was audited.", second.line)
