"""Cut a passage to what is really shared, where its first or last sentence says more than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    here, there = ([word for word in some if word.term] for some in (ones, twos))
    aligned = LCSseq.opcodes([word.term for word in here], [word.term for word in there])
    same = [code for code in aligned if code.tag == "equal"]
    if not same:
        return Span(lefts[0].span.start, lefts[-1].span.end), Span(rights[0].span.start, rights[-1].span.end)
    head = _alike(ones, here[same[0].src_start].place, twos, there[same[0].dest_start].place, -1)
    tail = _alike(ones, here[same[-1].src_end - 1].place, twos, there[same[-1].dest_end - 1].place, 1)
    return (
        _cut(ones[head[0]], ones[tail[0]], here, lefts),
        _cut(twos[head[1]], twos[tail[1]], there, rights),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    place: int
    """Among the words of the passage."""
    text: str
    term: str
    """Empty for a function word."""
    span: Span


def _words(article: Article, sentences: Sequence[Unit]) -> list[_Word]:
    matches = [match for unit in sentences for match in WORD.finditer(article.text, *unit.span)]
    return [
        _Word(place, match.group().casefold(), term(match.group()), Span(*match.span()))
        for place, match in enumerate(matches)
    ]


def _alike(ones: Sequence[_Word], one: int, twos: Sequence[_Word], two: int, step: int) -> tuple[int, int]:
    """Return how far from two words that match the words beside them match too."""
    while (
        0 <= one + step < len(ones) and 0 <= two + step < len(twos) and ones[one + step].text == twos[two + step].text
    ):
        one, two = one + step, two + step
    return one, two


def _cut(first: _Word, last: _Word, terms: Sequence[_Word], sentences: Sequence[Unit]) -> Span:
    """Return the span from `first` to `last`, with what stands before and after unless that is much."""
    before = sum(word.place < first.place for word in terms)
    after = sum(word.place > last.place for word in terms)
    start = first.span.start if before >= LOOSE else sentences[0].span.start
    end = last.span.end if after >= LOOSE else sentences[-1].span.end
    return Span(start, end)
