"""Heard: the phrases of the lists of evidence in each sentence, those of all lists looked for at one go.

Words are walked through once, however many lists there are: what a word may be part of stands in one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checks.article import Article, once
from checks.phrases import Hit, Phrases, compile_phrases, read
from checks.tokens import tokens

_HARMLESS = frozenset({"plain", "term"})
"""Sections of phrases that are usually, or always, meant plainly whatever strong words stand in them."""

RANKINGS = ("checks.evidence", "lexicon/rankings.txt")
OUTRIGHT = frozenset({"first", "owned", "outright", "single", "record", "certain", "slogan"})
"""Sections of what ranks outright, and of slogans."""


class Heard(NamedTuple):
    """The phrases of each list, by sentence, in reading order."""

    credits: Sequence[list[Hit]]
    """That credit somebody or something."""
    cues: Sequence[list[Hit]]
    """That tell what a sentence claims."""
    strong: Sequence[list[Hit]]
    """That may praise or rank."""
    harmless: Sequence[list[Hit]]
    """That are usually or always meant plainly, whatever strong words stand in them."""


@once
def heard(article: Article) -> Heard:
    """Return the phrases in each sentence of an article."""
    column = tokens(article)
    return Heard(*phrase_lists().find_lists(column.words, column.sentences))


def heard_in(words: Sequence[str], where: range) -> Heard:
    """Return the phrases in a range of tokens, as if it were the only sentence."""
    return Heard(*phrase_lists().find_lists(words, [where]))


@cache
def phrase_lists() -> Phrases:
    """Return the lists in the order of `Heard`, compiled once a process."""
    return compile_phrases(
        read("checks.evidence", "lexicon/attribution.txt"),
        read("checks.evidence", "lexicon/claims.txt"),
        strong(),
        (entry for entry in _praise() if entry[0] in _HARMLESS),
    )


def strong() -> Iterator[tuple[str, str]]:
    """Yield the entries of what may praise or rank: "the first", what ranks outright, slogans and praise."""
    yield "first", "the first|last"
    yield from (entry for entry in read(*RANKINGS) if entry[0] in OUTRIGHT)
    yield from (entry for entry in _praise() if entry[0] not in _HARMLESS)


def _praise() -> Iterator[tuple[str, str]]:
    names = ("praise", "promotion", "peacock", "superlatives", "terms")
    return (entry for name in names for entry in read("checks.evidence", f"lexicon/{name}.txt"))
