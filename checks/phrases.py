"""Phrase lists: wordings kept as data, matched over tokens in linear time.

A list is a text file beside the module that uses it:

    # a comment; the first lines name the source of the list
    [section]
    studies|research show|shows|suggest|suggests
    some _ argue
    (a|an)? growing number

One phrase a line, words parted by spaces. `a|b` is either word, a trailing `?`
makes a word optional, `_` stands for any one word. A hyphen is a space, and so cannot
stand in a choice. The
section names what a phrase means. Phrases are found by their rarest word and
then tried step by step, so the time is proportional to the length of the text,
whatever the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, compress, product
from operator import itemgetter
from typing import NamedTuple

ANY = "_"

FREQUENT = 5_000
"""Words of English, the most frequent, of which it matters how frequent they are."""


class Step(NamedTuple):
    """One place of a phrase."""

    words: frozenset[str]
    """Words that fit; empty for any word."""
    optional: bool


class Phrase(NamedTuple):
    """One line of a list."""

    section: str
    steps: tuple[Step, ...]


class Around(NamedTuple):
    """What must stand around the rarest word of a phrase."""

    section: str
    before: tuple[Step, ...]
    """None of them optional."""
    steps: tuple[Step, ...]
    """What follows it."""
    number: int = 0
    """Of its list, where there are several."""


class Neighbors(NamedTuple):
    """What must stand around a word, by the word before it or else by the one behind it, or whatever these are."""

    before: Mapping[str, tuple[Around, ...]]
    behind: Mapping[str, tuple[Around, ...]]
    any: tuple[Around, ...]


class Hit(NamedTuple):
    """A phrase found: tokens `first` up to, not including, `stop`."""

    first: int
    stop: int
    section: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """A compiled phrase list, or several."""

    anchors: Mapping[str, Neighbors]
    """By its rarest word, then by a word beside that, what else there is of each phrase.

    Most phrases begin with common words, at which one would look for them at every turn.
    """
    count: int = 1
    """Number of lists."""

    def find(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> list[Hit]:
        """Return, from each word in order, the longest phrase of every section that begins there."""
        return self.find_each(words, [range(start, len(words) if stop is None else stop)])[0]

    def find_each(self, words: Sequence[str], places: Sequence[range]) -> list[list[Hit]]:
        """Return what `find` finds in each of `places`, which stand in reading order and overlap nowhere."""
        return self.find_lists(words, places)[0]

    def find_lists(self, words: Sequence[str], places: Sequence[range]) -> list[list[list[Hit]]]:
        """Return, for each list, what is found in each of `places`."""
        anchors = self.anchors
        found: list[list[list[Hit]]] = [[[] for _ in places] for _ in range(self.count)]
        within = range(places[0].start, places[-1].stop) if places else range(0)
        number, start, stop = -1, 0, 0
        for at in compress(within, map(anchors.__contains__, words[within.start : within.stop])):
            while at >= stop:
                number += 1
                start, stop = places[number].start, places[number].stop
            if at < start:
                continue
            ahead, behind, alone = anchors[words[at]]
            them = alone
            if ahead:
                them += ahead.get(words[at - 1], ())
            if behind and at + 1 < stop:
                them += behind.get(words[at + 1], ())
            for section, before, steps, which in them:
                first = at - len(before)
                if before and (first < start or _end(before, words, first, at) < 0):
                    continue
                end = _end(steps, words, at + 1, stop) if steps else at + 1
                if end > 0:
                    found[which][number].append(_hit(Hit, (first, end, section)))
        return [[_longest(here) if len(here) > 1 else here for here in them] for them in found]


_hit = tuple.__new__
"""Makes a hit in half the time that calling its class takes."""


def _end(steps: tuple[Step, ...], words: Sequence[str], at: int, last: int) -> int:
    """Return where the rest of a phrase ends at the latest, or -1."""
    for number, (fitting, optional) in enumerate(steps):
        fits = at < last and (not fitting or words[at] in fitting)
        if optional:
            rest = steps[number + 1 :]
            return max(_end(rest, words, at + 1, last) if fits else -1, _end(rest, words, at, last))
        if not fits:
            return -1
        at += 1
    return at


def _longest(found: list[Hit]) -> list[Hit]:
    """Return hits in reading order, of those of a section that begin at a word the longest."""
    found.sort()
    if len(set(map(_FIRST, found))) == len(found):
        return found
    return sorted({(one.first, one.section): one for one in found}.values())


_FIRST = itemgetter(0)


def phrase(section: str, line: str) -> Phrase:
    """Return the phrase that a line of a list stands for.

    Raises:
        ValueError: when it may begin with any word, nothing in it is required, or a choice holds a hyphen.
    """
    if any("|" in part and "-" in part for part in line.split()):
        msg = f"a choice cannot hold a hyphen: {line!r}"
        raise ValueError(msg)
    steps = []
    for part in line.casefold().replace("-", " ").split():
        words = part.rstrip("?").strip("()").split("|")
        steps.append(Step(frozenset() if words == [ANY] else frozenset(words), part.endswith("?")))
    required = next((number for number, step in enumerate(steps) if not step.optional), None)
    if required is None or not all(step.words for step in steps[: required + 1]):
        msg = f"a phrase must begin with a word and require one: {line!r}"
        raise ValueError(msg)
    return Phrase(section, tuple(steps))


def compile_phrases(*lists: Iterable[tuple[str, str]]) -> Phrases:
    """Return the phrases of lists of pairs of section and line."""
    anchors: dict[str, list[Around]] = {}
    for number, entries in enumerate(lists):
        for section, line in entries:
            steps = phrase(section, line).steps
            rarest = _rarest(steps)
            for before in _ways(steps[:rarest]):
                around = Around(section, before, steps[rarest + 1 :], number)
                for word in steps[rarest].words:
                    anchors.setdefault(word, []).append(around)
    return Phrases({word: _neighbors(them) for word, them in anchors.items()}, len(lists))


def _neighbors(them: Iterable[Around]) -> Neighbors:
    before: defaultdict[str, list[Around]] = defaultdict(list)
    behind: defaultdict[str, list[Around]] = defaultdict(list)
    alone = []
    for one in them:
        if one.before and (words := one.before[-1].words):
            for word in words:
                before[word].append(one)
        elif followers := _followers(one.steps):
            for word in followers:
                behind[word].append(one)
        else:
            alone.append(one)
    return Neighbors(_as_tuples(before), _as_tuples(behind), tuple(alone))


def _as_tuples(them: Mapping[str, Sequence[Around]]) -> Mapping[str, tuple[Around, ...]]:
    return {word: tuple(found) for word, found in them.items()}


def _rarest(steps: Sequence[Step]) -> int:
    """Return the number of the required step whose most frequent word is the least frequent in English."""
    from checks.grammar.lexicon import most_frequent

    places = most_frequent(FREQUENT)

    def place(word: str) -> int:
        # No sign is a word, and yet hardly any word stands as often as a full stop.
        return places.get(word, FREQUENT) if word[:1].isalnum() else 0

    required = (number for number, step in enumerate(steps) if step.words and not step.optional)
    return max(required, key=lambda number: min(map(place, steps[number].words)))


def _ways(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    """Yield the steps with and without each that is optional."""
    choices = [((Step(step.words, optional=False),), ()) if step.optional else ((step,),) for step in steps]
    return (tuple(chain.from_iterable(way)) for way in product(*choices))


def _followers(steps: Sequence[Step]) -> frozenset[str]:
    """Return the words of which one must come first in `steps`; empty when any may, or nothing need come."""
    found: frozenset[str] = frozenset()
    for step in steps:
        if not step.words:
            return frozenset()
        found |= step.words
        if not step.optional:
            return found
    return frozenset()


def read(package: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield section and line of each entry of the list `name` in `package`."""
    section = ""
    for raw in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line:
            yield section, line


@cache
def section_words(package: str, name: str, section: str) -> frozenset[str]:
    """Return the words of a section of the list `name` in `package`, each by itself."""
    return frozenset(word for here, line in read(package, name) if here == section for word in line.split())


@cache
def phrases(package: str, *names: str) -> Phrases:
    """Return the phrase lists `names` of `package` as one, compiled once a process."""
    return compile_phrases(entry for name in names for entry in read(package, name))
