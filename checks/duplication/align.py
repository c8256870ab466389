"""Passages that two runs of sentences have in common, word for word or reworded.

Sentences are points: two that say much the same make a point (left, right).
Points that lie close together make a passage, if one of them at least is
strong. This is the seed-and-extend scheme of the plagiarism detectors of the
PAN competitions (Potthast et al. 2014), on weighted words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from checks.duplication.units import Unit

STRONG = 0.5
"""Likeness of two sentences from which they say the same; reworded ones reach it, others on one subject seldom do."""
WEAK = 0.3
"""Likeness from which they may belong to a passage that has a strong point."""
LONE = 0.55
"""Likeness that a passage of one sentence must have: nothing around it speaks for it."""
MEAN = 0.4
"""Likeness of a passage as a whole."""
OTHER = 0.75
"""Likeness that is asked where each side has names or numbers of its own: the same said of something else."""
GAP = 1
"""Sentences that may lie between two points of one passage, on either side."""
COMMON = 12
"""Terms in more sentences than this bring no pair together; they count once a pair is looked at."""
TERMS = 4
"""Terms that two sentences must share for a strong point."""
PLAIN = 2
"""And so many of them must not be names or numbers: a name has to be said again."""


@dataclass(frozen=True, slots=True)
class Point:
    """Two sentences, by index, that say much the same."""

    left: int
    right: int
    likeness: float
    """1 is word for word."""
    shared: int
    """Terms in common."""
    strong: bool
    """It can make a passage, not only belong to one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Points that lie close together: what stands between the outermost is the passage."""

    points: tuple[Point, ...]

    @property
    def left(self) -> tuple[int, int]:
        """First and last sentence on the left."""
        return min(point.left for point in self.points), max(point.left for point in self.points)

    @property
    def right(self) -> tuple[int, int]:
        """First and last sentence on the right."""
        return min(point.right for point in self.points), max(point.right for point in self.points)

    @property
    def likeness(self) -> float:
        """The mean over its points by their shared terms; 1 is word for word."""
        return sum(point.likeness * point.shared for point in self.points) / sum(point.shared for point in self.points)

    @property
    def surest(self) -> float:
        """The likeness of its most alike sentences."""
        return max(point.likeness for point in self.points)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells: the rarer, the more."""

    counts: Mapping[str, int]
    """In how many sentences (or articles) each term stands."""
    total: int

    def of(self, term: str) -> float:
        """Return the weight of a term."""
        return math.log1p(self.total / self.counts.get(term, 1))


@dataclass(frozen=True, slots=True)
class Profile:
    """A sentence made ready for comparing."""

    terms: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    weight: float
    borrowed: bool


def profile(unit: Unit, weights: Weights) -> Profile:
    """Return what likeness looks at."""
    terms = frozenset(unit.terms)
    return Profile(terms, frozenset(pairwise(unit.terms)), unit.names, sum(map(weights.of, terms)), unit.borrowed)


def likeness(one: Profile, two: Profile, weights: Weights) -> float:
    """Return how alike two sentences are, 0 to 1.

    Half of it asks how much of both is shared, the rest how much of the
    shorter one is, and whether in the same order.
    """
    weight = sum(map(weights.of, one.terms & two.terms))
    both = 2 * weight / (one.weight + two.weight)
    less = weight / min(one.weight, two.weight)
    order = len(one.pairs & two.pairs) / max(1, min(len(one.pairs), len(two.pairs)))
    return 0.55 * both + 0.15 * less + 0.3 * less * order


def _strong(one: Profile, two: Profile, like: float) -> bool:
    shared = one.terms & two.terms
    if like < STRONG or len(shared) < TERMS or (one.borrowed and two.borrowed):
        return False
    plain = shared - (one.names & two.names)
    differ = one.names - two.terms and two.names - one.terms
    return len(plain) >= PLAIN and (like >= OTHER or not differ)


class Side:
    """Sentences made ready for comparing with others under the same weights."""

    def __init__(self, sentences: Sequence[Unit], weights: Weights) -> None:
        self.units = sentences
        self.weights = weights
        self.profiles = [profile(unit, weights) for unit in sentences]
        self.holders: dict[str, list[int]] = defaultdict(list)
        """Which sentences hold a term."""
        self.same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        """Which sentences consist of just these terms."""
        for number, (unit, one) in enumerate(zip(sentences, self.profiles, strict=True)):
            self.same[unit.terms].append(number)
            for term in one.terms:
                self.holders[term].append(number)


def points(left: Side, right: Side, allowed: Callable[[Unit, Unit], bool]) -> Iterator[Point]:
    """Yield the pairs of sentences that are alike; `allowed` tells which may be compared at all."""
    for one, two in sorted(_candidates(left, right)):
        if allowed(left.units[one], right.units[two]):
            here, there = left.profiles[one], right.profiles[two]
            like = likeness(here, there, left.weights)
            if like >= WEAK:
                yield Point(one, two, like, len(here.terms & there.terms), _strong(here, there, like))


def _candidates(left: Side, right: Side) -> set[tuple[int, int]]:
    """Return the pairs that share two telling terms, or all of them."""
    meet: Counter[tuple[int, int]] = Counter()
    for term in left.holders.keys() & right.holders.keys():
        ones, twos = left.holders[term], right.holders[term]
        if len(ones) <= COMMON and len(twos) <= COMMON:
            meet.update(product(ones, twos))
    found = {pair for pair, times in meet.items() if times > 1}
    for terms in left.same.keys() & right.same.keys():
        ones, twos = left.same[terms], right.same[terms]
        found.update(product(ones[:COMMON], twos[:COMMON]))
        found.update(product(ones[:1], twos))
        found.update(product(ones, twos[:1]))
    return found


def passages(found: Iterable[Point], lone: float = LONE) -> Iterator[Passage]:
    """Yield the passages that the points make: those close together, one of them at least strong.

    A passage of one pair of sentences must have the likeness `lone`.
    """
    for cluster in _clusters(sorted(found, key=lambda point: (point.left, point.right))):
        passage = Passage(tuple(cluster))
        strong = any(point.strong and (len(cluster) > 1 or point.likeness >= lone) for point in cluster)
        if strong and passage.likeness >= MEAN:
            yield passage


def _clusters(found: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield groups of points that hang together by steps of at most `GAP` sentences on both sides."""
    cells = {(point.left, point.right): point for point in found}
    reach = range(-GAP - 1, GAP + 2)
    seen: set[tuple[int, int]] = set()
    for start in cells:
        if start in seen:
            continue
        seen.add(start)
        cluster, todo = [], [start]
        while todo:
            here = todo.pop()
            cluster.append(cells[here])
            for step in ((here[0] + down, here[1] + across) for down in reach for across in reach):
                if step in cells and step not in seen:
                    seen.add(step)
                    todo.append(step)
        yield cluster
