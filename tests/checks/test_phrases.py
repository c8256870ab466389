"""Phrase lists: what they find, and that it is what trying each phrase at each word finds."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

import pytest

from checks.phrases import Hit, Phrase, Step, compile_phrases, phrase


def found(line: str, text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[one.first : one.stop]) for one in compile_phrases([("it", line)]).find(words)]


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("studies show", "some studies show that", ["studies show"]),
        ("studies|trials show|suggest", "trials suggest it and studies show it", ["trials suggest", "studies show"]),
        ("some _ argue", "some critics argue , some argue", ["some critics argue"]),
        ("(a|an)? growing number", "a growing number", ["a growing number", "growing number"]),
        ("one of? the best", "one the best and one of the best", ["one the best", "one of the best"]),
        ("best in? the? world", "the best in the world", ["best in the world"]),
        ("state of the art", "state of the", []),
        ("world class", "the world class", ["world class"]),
    ],
)
def test_a_phrase_is_found(line: str, text: str, expected: list[str]) -> None:
    assert found(line, text) == expected


def test_the_longest_of_a_section_is_told() -> None:
    both = compile_phrases([("it", "the best"), ("it", "the best ever"), ("other", "the")])
    assert both.find(["the", "best", "ever"]) == [Hit(0, 1, "other"), Hit(0, 3, "it")]


def test_a_phrase_stays_in_its_place() -> None:
    words = ["we", "are", "the", "best", "and", "the", "best"]
    assert compile_phrases([("it", "the best")]).find_each(words, [range(3), range(3, 5), range(5, 7)]) == [
        [],
        [],
        [Hit(5, 7, "it")],
    ]


def test_the_same_is_found_as_by_trying_each_phrase_at_each_word() -> None:
    chance = random.Random(7)
    # Frequent words and rare ones: what phrases are looked up by depends on that.
    vocabulary = ["the", "of", "in", "best", "world", "zebra"]
    for _ in range(300):
        entries = [(chance.choice("ab"), line) for line in _lines(chance, vocabulary)]
        words = chance.choices(vocabulary, k=chance.randrange(25))
        middle = len(words) // 2
        places = [range(middle), range(middle, len(words))]
        expected = [_slowly([phrase(*one) for one in entries], words, place) for place in places]
        assert compile_phrases(entries).find_each(words, places) == expected, (entries, words)


def _lines(chance: random.Random, vocabulary: Sequence[str]) -> Iterator[str]:
    for _ in range(chance.randrange(1, 6)):
        before = "".join(f"{chance.choice(vocabulary)}? " for _ in range(chance.randrange(2)))
        rest = (
            chance.choice(["_", f"{chance.choice(vocabulary)}?", "|".join(chance.sample(vocabulary, 2))])
            for _ in range(chance.randrange(4))
        )
        yield f"{before}{chance.choice(vocabulary)} {' '.join(rest)}"


def _slowly(them: Sequence[Phrase], words: Sequence[str], place: range) -> list[Hit]:
    longest: dict[tuple[int, str], int] = {}
    for first in place:
        for section, steps in them:
            for stop in range(first + 1, place.stop + 1):
                if _reads(steps, words[first:stop]):
                    longest[first, section] = max(stop, longest.get((first, section), 0))
    return sorted(Hit(first, stop, section) for (first, section), stop in longest.items())


def _reads(steps: Sequence[Step], words: Sequence[str]) -> bool:
    return re.fullmatch("".join(_pattern(step) for step in steps), "".join(f"{word} " for word in words)) is not None


def _pattern(step: Step) -> str:
    words, optional = step
    return f"(?:(?:{'|'.join(words) or r'[a-z]+'}) ){'?' if optional else ''}"


@pytest.mark.parametrize("line", ["_ best", "very? really?", "well-known|famous places"])
def test_a_line_that_cannot_be_looked_up_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(line)) if "-" in line else "phrase must begin"):
        phrase("it", line)
