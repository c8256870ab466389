"""Phrases that an article uses over and over, as texts written for search engines do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.article import PROSE, Article, BlockKind
from checks.duplication.terms import WORD, term
from checks.position import Span

SHORTEST, LONGEST = 4, 8
"""Words of a phrase. Up to three are a term, which has to be named; more than eight are a passage."""
OFTEN = 5
"""Times that a phrase must occur to be looked at."""
SWALLOWED = 0.7
"""A phrase that stands so often inside a longer one is not told apart from it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and where it stands, in the article's text."""

    words: tuple[str, ...]
    places: tuple[Span, ...]
    share: float
    """Share of the article's words that it makes up."""


Token = tuple[str, Span]


def repeated_phrases(article: Article, share: float) -> Iterator[Phrase]:
    """Yield the phrases that make up at least `share` of the article's words, longest first."""
    lines = list(_lines(article))
    total = sum(map(len, lines))
    kept: list[tuple[tuple[str, ...], int]] = []
    for words, places in sorted(_counted(lines).items(), key=lambda item: (-len(item[0]), -len(item[1]), item[0])):
        often = len(places)
        if often < OFTEN or often * len(words) < share * total:
            continue
        if any(times >= SWALLOWED * often and _holds(longer, words) for longer, times in kept):
            continue
        kept.append((words, often))
        spans = tuple(Span(lines[line][at][1].start, lines[line][at + len(words) - 1][1].end) for line, at in places)
        if not _is_name(article, spans):
            yield Phrase(words, spans, often * len(words) / total)


def _lines(article: Article) -> Iterator[Sequence[Token]]:
    """Yield the words of each sentence and heading."""
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        if (block.kind in PROSE or block.kind is BlockKind.HEADING) and not block.boilerplate and not block.spoken:
            yield [
                (match.group().casefold().replace("’", "'"), Span(*match.span()))
                for match in WORD.finditer(article.text, *sentence.span)
            ]


def _counted(lines: Sequence[Sequence[Token]]) -> Mapping[tuple[str, ...], list[tuple[int, int]]]:
    """Return where each phrase stands that recurs often enough, by line and word; each grows from a shorter one."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    grown = _grams(lines, SHORTEST, None)
    for length in range(SHORTEST, LONGEST + 1):
        often = {words: places for words, places in grown.items() if len(places) >= OFTEN}
        found.update({words: places for words, places in often.items() if _is_phrase(words)})
        if not often:
            break
        grown = _grams(lines, length + 1, often)
    return found


def _grams(
    lines: Sequence[Sequence[Token]], length: int, shorter: Mapping[tuple[str, ...], list[tuple[int, int]]] | None
) -> Mapping[tuple[str, ...], list[tuple[int, int]]]:
    grams: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    if shorter is None:
        for number, line in enumerate(lines):
            said = [word for word, _ in line]
            for at in range(len(said) - length + 1):
                grams[tuple(said[at : at + length])].append((number, at))
        return grams
    for words, places in shorter.items():
        for number, at in places:
            line = lines[number]
            if at + length <= len(line):
                grams[(*words, line[at + length - 1][0])].append((number, at))
    return grams


def _is_phrase(words: tuple[str, ...]) -> bool:
    """Whether it begins and ends with a content word and is no mere run of numbers."""
    return bool(term(words[0]) and term(words[-1])) and any(word.isalpha() and term(word) for word in words)


def _holds(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(longer[at : at + size] == words for at in range(len(longer) - size + 1))


def _is_name(article: Article, places: Sequence[Span]) -> bool:
    """Whether it is written with capitals wherever it stands in running text: a name or a title."""
    written = Counter(_capitals(article.slice(place)) for place in places)
    return written[True] > written[False]


def _capitals(phrase: str) -> bool:
    words = [word for word in WORD.findall(phrase) if term(word)]
    return sum(not word[0].islower() for word in words[1:]) * 2 > len(words[1:])
