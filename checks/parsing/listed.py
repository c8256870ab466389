"""Listed: entries that were written line by line in one paragraph, with their title or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checks.parsing.entries import AUTHORED, ENTRY, LABEL, typed_label
from checks.parsing.titles import LONGEST, may_title_references
from checks.position import SourceMap, Span

FEWEST = 2
"""Entries of such a list at least: one dated line under "Notes" may be anything."""

_BREAK = re.compile(r"\n")


def lines_of(text: str, span: Span, places: SourceMap, source: str) -> Sequence[Span]:
    """Return the lines of a paragraph: those that the reader sees, and those of the source if it is given.

    Markdown joins the lines that somebody typed one below the other.
    """
    edges = [match.start() for match in _BREAK.finditer(text, *span)]
    if source:
        shown = places.to_source(span)
        edges += [places.to_text(Span(*match.span())).start for match in _BREAK.finditer(source, *shown)]
    edges = [span.start, *sorted({one for one in edges if span.start < one < span.end}), span.end]
    found = []
    for start, stop in pairwise(edges):
        line = text[start:stop]
        if line.strip():
            found.append(Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
    return found


def lines_under_title(text: str, lines: Sequence[Span]) -> Sequence[Span]:
    """Return the lines of a paragraph that is a list of sources with its title, the title first; nothing for others.

    Pastes from office programs break such lists by lines alone.
    """
    if len(lines) <= FEWEST or lines[0].length > LONGEST or not may_title_references(text[slice(*lines[0])]):
        return ()
    return lines if all(_is_entry(text, line) for line in lines[1:]) else ()


def entry_lines(text: str, lines: Sequence[Span]) -> Sequence[Span]:
    """Return the lines of a paragraph each of which is an entry that begins with who wrote it; nothing for others.

    Where an entry goes on in the next line, nobody can tell how many there are.
    """
    several = len(lines) >= FEWEST and all(AUTHORED.match(text, *line) and ENTRY.search(text, *line) for line in lines)
    return lines if several else ()


def _is_entry(text: str, line: Span) -> bool:
    return bool(ENTRY.search(text, *line) or LABEL.match(text, *line))


def number_before(text: str, line: Span) -> str:
    """Return the number typed before an entry; empty where there is none."""
    number = typed_label(text, line)
    return number if number.isdecimal() else ""
