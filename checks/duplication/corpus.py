"""The articles of a run as one corpus: what is site chrome, which articles to compare, which are near-duplicates.

Nothing here looks at every pair. Articles meet when they share several rare
shingles (three content words in a row, in few articles), and only those that
meet are compared. `Signature` is all that is kept of an article for this, so
that a corpus can outlive a run.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from zlib import crc32

from checks.duplication.align import Weights
from checks.duplication.units import Unit

SHARED = 2
"""Rare shingles that bring two articles together."""
CROWD = 12
"""A shingle in more articles than this links each to the next only, lest a crowd of copies cost its square."""
SMALLEST = 50
"""Articles that a corpus counts as having at least: in a run of two, each word that both have is not yet common."""
ALIKE = 0.48
"""Cosine of weighted words from which articles are near-duplicates: unrelated articles stay under 0.44, rewritten
ones over 0.52 (OneStopEnglish levels, human edits, machine rewrites)."""
CONTAINED = 0.06
"""Share of the shorter one's shingles that near-duplicates have in common: two articles on one subject share words,
not phrases."""
STRETCH = 15
"""Content words within which two shingles lie close together."""
CHROME_ARTICLES = 5
CHROME_SHARE = 0.005
"""A sentence in so many articles, and in this share of them, is site chrome if the rest of these articles differs."""
COPY = 0.6
"""Where this share of an article recurs elsewhere, it is a copy, and what recurs in it is not chrome."""

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of an article to compare it by."""

    id: str
    terms: Mapping[str, int]
    """How often each content word stands in it."""
    shingles: array[int]
    """Hashes of three content words in a row, in the order of the text; the same in every process."""


def signature(id: str, sentences: Iterable[Unit]) -> Signature:
    """Return the signature of an article that consists of `sentences`."""
    terms = [term for unit in sentences for term in unit.terms]
    codes = [_code(term) for term in terms]
    shingles = (
        (one * 0x9E3779B97F4A7C15 ^ two * 0xC2B2AE3D27D4EB4F ^ three * 0x165667B19E3779F9) & _MASK
        for one, two, three in zip(codes, codes[1:], codes[2:], strict=False)
    )
    return Signature(id, Counter(terms), array("Q", shingles))


@lru_cache(maxsize=500_000)
def _code(term: str) -> int:
    return crc32(term.encode("utf-8", "surrogatepass")) | 1


def chrome(articles: Sequence[Sequence[Unit]]) -> frozenset[tuple[str, ...]]:
    """Return the sentences (as terms) that many articles share while the rest of them differs."""
    articles_of: Counter[tuple[str, ...]] = Counter()
    for sentences in articles:
        articles_of.update({unit.terms for unit in sentences})
    least = max(CHROME_ARTICLES, CHROME_SHARE * len(articles))
    frequent = {terms for terms, count in articles_of.items() if count >= least}
    if not frequent:
        return frozenset()
    copied: dict[tuple[str, ...], float] = defaultdict(float)
    for sentences in articles:
        inside = {unit.terms for unit in sentences if unit.terms in frequent}
        if inside:
            share = sum(unit.words for unit in sentences if unit.terms in inside) / sum(u.words for u in sentences)
            for terms in inside:
                copied[terms] += share
    return frozenset(terms for terms in frequent if copied[terms] / articles_of[terms] < COPY)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two articles, by number, that share rare shingles."""

    one: int
    two: int
    shared: int


def meetings(signatures: Sequence[Signature]) -> Iterator[Meeting]:
    """Yield the pairs of articles that are worth comparing.

    Memory grows with the shingles that recur, not with all: a first pass
    counts them in a table of bits, the second keeps those seen twice.
    """
    recurring = _recurring(signatures)
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(signatures):
        for shingle in recurring.intersection(one.shingles):
            holders[shingle].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= CROWD:
            met.update(combinations(numbers, 2))
        else:
            met.update(pairwise(numbers))
    for (first, second), shared in met.items():
        if shared >= SHARED:
            yield Meeting(first, second, shared)


def _recurring(signatures: Sequence[Signature]) -> set[int]:
    """Return the shingles that stand in two articles, and by chance a few others.

    The table has a byte for each of eight slots a shingle; a full set of all
    shingles would take ten times the memory.
    """
    slots = (1 << (8 * sum(len(one.shingles) for one in signatures) + 1).bit_length()) - 1
    table = bytearray(slots + 1)
    again: set[int] = set()
    for one in signatures:
        for shingle in set(one.shingles):
            slot = shingle & slots
            if table[slot]:
                again.add(slot)
            table[slot] = 1
    return {shingle for one in signatures for shingle in one.shingles if shingle & slots in again}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two articles, by number, that say the same."""

    one: int
    two: int
    likeness: float
    """Cosine of their weighted words; 1 is the same words."""


def near_duplicates(signatures: Sequence[Signature], met: Iterable[Meeting]) -> Iterator[Duplicate]:
    """Yield the pairs that are near-duplicates, among those that met and the neighbours of neighbours."""
    compare = _Likeness(signatures)
    beside: dict[int, set[int]] = defaultdict(set)
    known: set[tuple[int, int]] = set()
    for meeting in met:
        like = compare(meeting.one, meeting.two)
        if like >= ALIKE and _contained(signatures[meeting.one], signatures[meeting.two]) >= CONTAINED:
            known.add((meeting.one, meeting.two))
            beside[meeting.one].add(meeting.two)
            beside[meeting.two].add(meeting.one)
            yield Duplicate(meeting.one, meeting.two, like)
    for around in list(beside.values()):
        if len(around) > CROWD:
            continue
        for one, two in combinations(sorted(around), 2):
            if (one, two) not in known:
                known.add((one, two))
                like = compare(one, two)
                if like >= ALIKE:
                    yield Duplicate(one, two, like)


class _Likeness:
    """Cosine of the words of two articles, weighted by how few articles have them."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        self._signatures = signatures
        articles_of = Counter(term for one in signatures for term in one.terms)
        self._weights = Weights(articles_of, max(SMALLEST, len(signatures)))
        self._vectors: dict[int, Mapping[str, float]] = {}

    def __call__(self, one: int, two: int) -> float:
        left, right = sorted((self._vector(one), self._vector(two)), key=len)
        return sum(weight * right[term] for term, weight in left.items() if term in right)

    def _vector(self, number: int) -> Mapping[str, float]:
        if number not in self._vectors:
            terms = self._signatures[number].terms
            weights = {term: (1 + math.log(times)) * self._weights.of(term) for term, times in terms.items()}
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            self._vectors[number] = {term: weight / length for term, weight in weights.items()}
        return self._vectors[number]


def _contained(one: Signature, two: Signature) -> float:
    """Return how much of the shorter article's shingles the other has."""
    left, right = set(one.shingles), set(two.shingles)
    return len(left & right) / max(1, min(len(left), len(right)))


def share_a_stretch(one: Signature, two: Signature) -> bool:
    """Whether three shingles lie close together in both articles, as they do in a passage that both have."""
    where = {shingle: place for place, shingle in enumerate(one.shingles)}
    meet = [(where[shingle], place) for place, shingle in enumerate(two.shingles) if shingle in where]
    return any(
        last[1] - first[1] <= STRETCH and 1 < max(here) - min(here) <= STRETCH
        for first, middle, last in zip(meet, meet[1:], meet[2:], strict=False)
        for here in [(first[0], middle[0], last[0])]
    )
