"""What a source yields: articles as they lie, and what could not be had."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from checks.article import Format
from reports.audit import Problem


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as it lies in its source, not yet parsed."""

    id: str
    """Unique in a run: the JSONL record's id, otherwise the path."""
    path: str
    """Relative to the working directory, with forward slashes; empty for standard input."""
    source: str = field(repr=False)
    """The text, untouched: byte order mark and line ends included."""
    sha256: str
    """Of the source as UTF-8, 64 hex digits."""
    format: Format | None = None
    """None: to be told from the content."""
    title: str = ""
    url: str = ""
    language: str = ""
    line: int | None = None
    """The record's line in its JSONL file, 1-based; None for an article that is a file of its own."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the given paths yield."""

    articles: tuple[Raw, ...]
    """By path, then in the order of the JSONL file."""
    problems: tuple[Problem, ...]
    """What could not be read, in the order of the articles."""


def fingerprint(source: str) -> str:
    """Return the SHA-256 of a text as UTF-8."""
    return hashlib.sha256(source.encode()).hexdigest()
