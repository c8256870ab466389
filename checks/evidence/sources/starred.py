"""Starred: notes to a sign such as * or † further up that name a source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checks.article import Article, BlockKind, MarkKind, once

STAR = re.compile(r"[*†‡](?:(?<=[\w.,;:!?)”\"%].)|(?<=\w [†‡]))(?![\w*†‡])")
"""A sign behind a word or a stop that leads to a note; what stands before it is looked at last, for signs are rare."""
SIGNS = "*†‡"
LONGEST_NOTE = 250
"""Code points of a note behind such a sign at most."""
_STARRED = re.compile(r"(?P<sign>[*†‡])\s?(?P<note>[^\s*†‡][^\n]{4,300}(?<!\*))\Z")
_NAMES_SOURCE = re.compile(
    r"\b(?:(?:1[5-9]|20)\d\d|[Ss]ources?|[Dd]ata|[Ss]tudy|[Ss]urvey|[Rr]eports?|[Cc]ensus|ISBN|doi)\b|https?://|www\."
)


@once
def starred(article: Article) -> Mapping[str, Sequence[int]]:
    """Return the blocks that are notes to a sign such as * or † further up and name a source, by their sign."""
    found: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    for match in STAR.finditer(article.text) if any(sign in article.text for sign in SIGNS) else ():
        first.setdefault(match[0], match.start())
    for index, block in enumerate(article.blocks if first else ()):
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.REFERENCE} or block.span.length > LONGEST_NOTE:
            continue
        note = _STARRED.match(article.slice(block.span).strip())
        if note is None or first.get(note["sign"], block.span.start) >= block.span.start:
            continue
        if _NAMES_SOURCE.search(note["note"]) or any(article.marks_in(block.span, MarkKind.LINK)):
            found.setdefault(note["sign"], []).append(index)
    return found
