"""Cut a passage to what is really shared, where its first or last sentence says more than that."""

from __future__ import annotations

from collections.abc import Sequence

from checks.article import Article
from checks.duplication.terms import WORD, term
from checks.duplication.units import Unit
from checks.position import Span

LOOSE = 6
"""So many content words in a row at an end that the other side lacks are cut off."""


def tight(left: Article, lefts: Sequence[Unit], right: Article, rights: Sequence[Unit]) -> tuple[Span, Span]:
    """Return the text spans of a passage on both sides, given its sentences there."""
    from rapidfuzz.distance import LCSseq

    ones, twos = _words(left, lefts), _words(right, rights)
    aligned = LCSseq.opcodes([word for word, _ in ones], [word for word, _ in twos])
    same = [code for code in aligned if code.tag == "equal"]
    if not same:
        return _whole(ones), _whole(twos)
    first, last = same[0], same[-1]
    return (
        _cut(ones, first.src_start, last.src_end, lefts),
        _cut(twos, first.dest_start, last.dest_end, rights),
    )


def _words(article: Article, sentences: Sequence[Unit]) -> list[tuple[str, Span]]:
    found = []
    for unit in sentences:
        for match in WORD.finditer(article.text, *unit.span):
            stem = term(match.group())
            if stem:
                found.append((stem, Span(*match.span())))
    return found


def _whole(words: list[tuple[str, Span]]) -> Span:
    return Span(words[0][1].start, words[-1][1].end)


def _cut(words: list[tuple[str, Span]], first: int, last: int, sentences: Sequence[Unit]) -> Span:
    start = words[first][1].start if first >= LOOSE else sentences[0].span.start
    end = words[last - 1][1].end if len(words) - last >= LOOSE else sentences[-1].span.end
    return Span(start, end)
