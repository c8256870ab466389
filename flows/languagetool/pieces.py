"""Cut long texts where a proofreader does not notice."""

from __future__ import annotations

from collections.abc import Iterator

PARAGRAPH = "\n\n"
SENTENCE = ". "


def pieces(text: str, size: int) -> Iterator[tuple[int, str]]:
    """Yield consecutive pieces of `text` with their offsets, cut between paragraphs.

    A piece is longer than `size` code points only when one paragraph is.
    """
    start = 0
    while len(text) - start > size:
        cut = text.rfind(PARAGRAPH, start, start + size)
        if cut <= start:
            cut = text.find(PARAGRAPH, start + size)
        if cut < 0:
            break
        cut += len(PARAGRAPH)
        yield start, text[start:cut]
        start = cut
    if start < len(text) or not start:
        yield start, text[start:]


def halves(text: str) -> tuple[str, str] | None:
    """Cut `text` between the paragraphs nearest its middle, else between sentences; None when it has one sentence."""
    for mark in (PARAGRAPH, SENTENCE):
        middle = len(text) // 2
        before, after = text.rfind(mark, 0, middle + len(mark)), text.find(mark, middle)
        cuts = [
            at + len(mark)
            for at in (before, after)
            if at >= 0 and text[: at + len(mark)].strip() and text[at + len(mark) :].strip()
        ]
        if cuts:
            cut = min(cuts, key=lambda at: abs(at - middle))
            return text[:cut], text[cut:]
    return None
