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
section names what a phrase means. Phrases are found by their first word and
then tried step by step, so the time is proportional to the length of the text,
whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress
from typing import NamedTuple

ANY = "_"


class Step(NamedTuple):
    """One place of a phrase."""

    words: frozenset[str]
    """Words that fit; empty for any word."""
    optional: bool


class Phrase(NamedTuple):
    """One line of a list."""

    section: str
    steps: tuple[Step, ...]


class Rest(NamedTuple):
    """What must stand behind the first word of a phrase."""

    section: str
    steps: tuple[Step, ...]


class Hit(NamedTuple):
    """A phrase found: tokens `first` up to, not including, `stop`."""

    first: int
    stop: int
    section: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """A compiled phrase list."""

    beginnings: Mapping[str, Mapping[str, tuple[Rest, ...]]]
    """By its first word, then by the second, what remains of each phrase; "" holds those with which any may follow.

    Most words that begin phrases are common ones, of which the next word rules nearly all out.
    """

    def find(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> list[Hit]:
        """Return, from each word in order, the longest phrase of every section that begins there."""
        return self.find_each(words, [range(start, len(words) if stop is None else stop)])[0]

    def find_each(self, words: Sequence[str], places: Sequence[range]) -> list[list[Hit]]:
        """Return what `find` finds in each of `places`, which stand in reading order and overlap nowhere."""
        beginnings = self.beginnings
        begins = beginnings.__contains__
        found: list[list[Hit]] = []
        for place in places:
            last = place.stop
            here: list[Hit] = []
            for first in compress(place, map(begins, words[place.start : last])):
                rests = beginnings[words[first]]
                them = (rests.get(words[first + 1]) if first + 1 < last else None) or rests[""]
                if them:
                    here += _longest(them, words, first, last)
            found.append(here)
        return found


def _longest(rests: tuple[Rest, ...], words: Sequence[str], first: int, last: int) -> list[Hit]:
    found: dict[str, int] = {}
    for section, steps in rests:
        stop = first + 1
        for number, (fitting, optional) in enumerate(steps):
            if optional:
                stop = _end(steps, number, words, stop, last)
                break
            if stop == last or (fitting and words[stop] not in fitting):
                stop = -1
                break
            stop += 1
        if stop > found.get(section, 0):
            found[section] = stop
    return [Hit(first, stop, section) for section, stop in found.items()]


def _end(steps: tuple[Step, ...], step: int, words: Sequence[str], at: int, last: int) -> int:
    """Return where the rest of a phrase ends at the latest, or -1."""
    if step == len(steps):
        return at
    fitting, optional = steps[step]
    stop = -1
    if at < last and (not fitting or words[at] in fitting):
        stop = _end(steps, step + 1, words, at + 1, last)
    if optional:
        stop = max(stop, _end(steps, step + 1, words, at, last))
    return stop


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


def compile_phrases(entries: Iterable[tuple[str, str]]) -> Phrases:
    """Return the phrase list of pairs of section and line."""
    beginnings: dict[str, dict[str, list[Rest]]] = {}
    for section, line in entries:
        steps = phrase(section, line).steps
        for number, step in enumerate(steps):
            rest = Rest(section, steps[number + 1 :])
            followers = _followers(rest.steps) or ("",)
            for word in step.words:
                known = beginnings.setdefault(word, {})
                for follower in followers:
                    known.setdefault(follower, []).append(rest)
            if not step.optional:
                break
    return Phrases({word: _with_any(known) for word, known in beginnings.items()})


def _with_any(known: Mapping[str, list[Rest]]) -> dict[str, tuple[Rest, ...]]:
    """Return the rests by the word that follows, each with those with which any may follow."""
    always = known.get("", [])
    return {"": tuple(always), **{word: (*always, *them) for word, them in known.items() if word}}


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
