"""Web addresses, e-mail addresses and DOIs that stand in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.article import Block, BlockKind, Mark, MarkKind
from checks.position import SourceMap, Span

_ADDRESS = re.compile(
    r"""(?P<url>\b(?:https?|ftp)://[^\s<>"“”«»]+|\bwww\.[^\s<>"“”«»]+\.[^\s<>"“”«»]+)"""
    r"""|(?P<doi>\bdoi:\s?10\.\d{4,9}/[^\s<>"“”«»]+|(?<![\w/.])10\.\d{4,9}/[^\s<>"“”«»]+)"""
    r"""|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})""",
    re.IGNORECASE,
)
_CLUES = ("://", "@", "10.", "www.")
_PAIRS = {")": "(", "]": "[", "}": "{", "’": "‘"}
_TRAILING = ".,;:!?'*_…"


def addresses(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the addresses in a range of text, and where each leads.

    Full stops and closing brackets that belong to the sentence are left out.
    """
    if not _may_hold(text[start:end]):
        return
    for match in _ADDRESS.finditer(text, start, end):
        stop = _trim(text, match.start(), match.end())
        written = text[match.start() : stop]
        if match["doi"]:
            target = "https://doi.org/" + written[written.index("10.") :]
        elif match["mail"]:
            target = f"mailto:{written}"
        else:
            target = written if "://" in written else f"http://{written}"
        yield Span(match.start(), stop), target


def _may_hold(text: str) -> bool:
    """Whether a text may hold an address at all: most hold none."""
    lowered = text.lower()
    return any(clue in lowered for clue in _CLUES)


def _trim(text: str, start: int, end: int) -> int:
    opened = {one: text.count(one, start, end) for one in _PAIRS.values()}
    closed = {one: text.count(one, start, end) for one in _PAIRS}
    while end > start + 1:
        last = text[end - 1]
        if last in _PAIRS and closed[last] > opened[_PAIRS[last]]:
            closed[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def address_marks(text: str, blocks: Sequence[Block], marks: Sequence[Mark], places: SourceMap) -> Iterator[Mark]:
    """Yield a link for each address that is not part of one already."""
    if not _may_hold(text):
        return
    links = [mark.span for mark in marks if mark.kind is MarkKind.LINK]
    at = 0
    for block in blocks:
        if block.kind is BlockKind.CODE:
            continue
        for span, target in addresses(text, *block.span):
            while at < len(links) and links[at].end <= span.start:
                at += 1
            if at == len(links) or not links[at].overlaps(span):
                yield Mark(MarkKind.LINK, span, places.to_source(span), target)
