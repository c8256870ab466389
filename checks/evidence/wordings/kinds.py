"""Kinds of wording: which a phrase is, which of several tells most, and which of them make one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checks.phrases import Hit, read
from checks.tokens import Tokens

_RANKING = {
    **dict.fromkeys(["largest", "biggest", "oldest", "earliest", "newest", "fastest"], "measurable"),
    **dict.fromkeys(["only", "first"], "only"),
    **dict.fromkeys(
        ["best", "most", "greatest", "finest", "strongest", "top", "leading", "foremost", "worst"], "judged"
    ),
}
"""Words that make a ranking of praise, and of which kind."""

_GRADES = frozenset(["rate", "class", "notch", "drawer", "shelf", "tier", "quality"])
"""Words that make of "first" and "top" a grade, not a place in time or in a ranking."""

_RANKS = ("absolute", "only", "judged", "measurable", "cliche", "praise")
"""Kinds, the one that tells most first."""

TAIL = 5
"""Tokens behind a wording from which what it ranges over is a wording of its own."""

_PLAIN_KINDS = {
    "first": "only",
    "owned": "only",
    "outright": "only",
    "single": "judged",
    "certain": "absolute",
    "record": "measurable",
    "slogan": "cliche",
}
"""Kinds of wordings that are taken whatever stands around them, by section."""

_CAUSES = frozenset(
    [
        *("reason", "cause", "source", "killer", "complaint", "concern", "problem", "threat", "risk", "factor"),
        *("barrier", "obstacle", "mistake", "driver", "question", "predictor", "employer", "export", "import"),
    ]
)
"""What the number one of is counted, not praised."""

_WARM = frozenset({"hype", "praise", "faint", "range"})
"""Sections of praise, in which a ranking word may stand."""

_RANGES = frozenset(["in", "of"])
LINK = 3
"""Tokens that may stand between wordings of one list."""

_LISTED = frozenset([",", "and", "&", "or", "yet", "the", "most"])
_ADJECTIVES = frozenset({"judged", "measurable", "praise"})


class Taken(NamedTuple):
    """A phrase that is reported."""

    hit: Hit
    confidence: float


def kind_of(column: Tokens, hit: Hit) -> str:
    """Return the kind of wording that a phrase is."""
    if hit.section == "outright" and not _CAUSES.isdisjoint(column.words[hit.first : hit.stop]):
        return "measurable"
    if hit.section in _PLAIN_KINDS:
        return _PLAIN_KINDS[hit.section]
    if hit.section not in _WARM:
        return hit.section
    last = column.words[hit.stop - 1]
    measured = superlatives().get(last) == "measurable"
    if measured or (hit.stop < len(column.words) and _is_measured_behind(last, column.words[hit.stop])):
        return "measurable"
    words = column.words[hit.first : hit.stop]
    words = words[2:] if words[0] in {"first", "top"} and not _GRADES.isdisjoint(words[1:2]) else words
    ranks = [_RANKING[word] for word in words if word in _RANKING]
    return min(ranks, key=_RANKS.index, default="praise")


def is_measured(column: Tokens, hit: Hit) -> bool:
    """Whether "most" makes a ranking that could be measured of the one word of a phrase."""
    return hit.stop == hit.first + 1 and graded().get(column.words[hit.first]) == "measurable"


def _is_measured_behind(last: str, word: str) -> bool:
    """Whether a word makes, behind the `last` one of a phrase, a ranking that could be measured.

    Behind "one of the", "highest"; behind "most", "populous".
    """
    listed = graded() if last == "most" else superlatives() if last == "the" else {}
    return listed.get(word) == "measurable"


@cache
def superlatives() -> Mapping[str, str]:
    """Return the superlatives of one word, each with its kind: `measurable` or `judged`."""
    return {word: kind for kind, (first, *rest) in _listed() if not rest for word in first.split("|")}


@cache
def graded() -> Mapping[str, str]:
    """Return what follows "most", each with its kind, the first under which it is listed."""
    pairs = [(kind, rest[0]) for kind, (first, *rest) in _listed() if first == "most" and rest]
    return {word: kind for kind, words in reversed(pairs) for word in words.split("|")}


def _listed() -> Iterator[tuple[str, list[str]]]:
    """Yield the phrases of the list that rank, as words, each with its kind."""
    for section, line in read("checks.evidence", "lexicon/superlatives.txt"):
        if section in {"measurable", "judged"}:
            yield section, line.split()


def most_telling(column: Tokens, hits: Iterable[Hit]) -> Mapping[range, Hit]:
    """Return, of the kinds that the same words are listed under, the one that tells most, those of praise last."""

    def rank(one: Hit) -> tuple[bool, int]:
        return one.section in _WARM, _rank(column, one)

    found: dict[range, Hit] = {}
    for hit in hits:
        place = range(hit.first, hit.stop)
        found[place] = min(found.get(place, hit), hit, key=rank)
    return found


def joined(column: Tokens, taken: Sequence[Taken]) -> Iterator[Taken]:
    """Join wordings that touch or are listed, "the best in the world", "rich and famous": one place, one finding.

    What a ranking ranges over ("the longest river in the country") is a part of it, too, but not of its span.
    """
    found: list[Taken] = []
    for one in taken:
        gap = one.hit.first - found[-1].hit.stop if found else TAIL
        if (0 < gap < TAIL and column.words[one.hit.first] in _RANGES) or (gap and one.hit.section == "range"):
            continue
        if found and gap == 0 and one.hit.section == "faint":
            continue  # "the first smart kettle": what stands beside a stronger word is no praise by itself
        if found and _belong(column, found[-1].hit, one.hit):
            last = found.pop()
            # Of "the oldest and loveliest" the half that is a matter of judgment needs another wording.
            warm = [part for part in (last, one) if gap and kind_of(column, part.hit) != "measurable"]
            telling = min(warm or (last, one), key=lambda part: _rank(column, part.hit))
            kind = kind_of(column, telling.hit)
            whole = Hit(last.hit.first, one.hit.stop, telling.hit.section if kind == "praise" else kind)
            found.append(Taken(whole, max(last.confidence, one.confidence)))
        else:
            found.append(one)
    yield from found


def _belong(column: Tokens, last: Hit, one: Hit) -> bool:
    """Whether two wordings touch, or are adjectives of one list."""
    between = column.words[last.stop : one.first]
    if len(between) > LINK or not _LISTED.issuperset(between):
        return False
    return not between or _ADJECTIVES.issuperset((kind_of(column, last), kind_of(column, one)))


def _rank(column: Tokens, hit: Hit) -> int:
    """Return which kind tells most of wordings that touch; the least number does."""
    return _RANKS.index(kind_of(column, hit))
