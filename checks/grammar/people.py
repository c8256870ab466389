"""A person's or place's name spelled in two ways in one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checks.article import PROSE, Article
from checks.finding import Finding, Severity
from checks.grammar.lexicon import UNKNOWN, rank
from checks.grammar.reading import found, reading
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/name-two-ways",
    summary="A name of two words of which one is spelled in two ways in one article: Katherine and Catherine Brandt.",
    why="Readers wonder whether these are two people, and the one who is named minds most.",
    fix="Look the name up, and spell it that way throughout.",
    source="Every style guide: check names; compares names of two words that differ by one letter.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "Katherine Brandt built the ferry. In 1911 Katherine Brandt sold it. [[Catherine Brandt]] died in 1940."
        ),
        Example("We met Ole Kvalheim. The boat of Ole Kvalheim is red, and [[Ole Kvalhiem]] likes it."),
    ),
    passed=(
        Example("Katherine Brandt built the ferry, and Katherine Brandt sold it to Marta Brandt and Marta Brand."),
        Example("We met Ole Kvalheim and Ole Kvalheim's sons. Harbour Street crosses Harbor Streets."),
    ),
)

NAME = re.compile(r"(?<![\w'’.-])([A-Z][a-zà-ÿ]{2,20}) ([A-Z][a-zà-ÿ]{2,20})(?![\w-])")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("z", "s"))
_DOUBLED = re.compile(r"(.)\1")
MOST = 100
"""Names that are compared with each other at most."""
LONG = 6
"""Letters from which on a difference of one letter is no coincidence."""


def find(article: Article) -> Iterator[Finding]:
    """Yield the rarer spelling of each name that is spelled in two ways, at its first place."""
    names: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for match in found(article, NAME):
        if reading(article).block(match.start()).kind in PROSE:
            names[match[1], match[2]].append(Span(*match.span()))
    for usual, rare in _pairs(names):
        right, places = " ".join(usual), names[rare]
        yield RULE.finding(
            article,
            places[0],
            f"“{article.slice(places[0])}” is “{right}” elsewhere in this article ({len(names[usual])} times).",
            confidence=0.8,
            replacements=(right,),
            related=[related(article, span) for span in (*places[1:], names[usual][0])],
        )


def _pairs(names: Mapping[tuple[str, str], Sequence[Span]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield names that are one but for a letter of one word, the more frequent first."""
    for same, other in ((0, 1), (1, 0)):
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in names:
            groups[name[same]].append(name)
        for group in groups.values():
            ordered = sorted(group, key=lambda name: -len(names[name]))[:MOST]
            for at, rare in enumerate(ordered):
                for usual in ordered[:at]:
                    if len(names[usual]) > len(names[rare]) and is_misspelled(usual[other], rare[other]):
                        yield usual, rare


def is_misspelled(usual: str, rare: str) -> bool:
    """Whether a name is another one mistyped: sounds the same, or differs by a letter and one is no known word."""
    from rapidfuzz.distance import OSA

    one, other = usual.lower(), rare.lower()
    if min(len(one), len(other)) < LONG or one.rstrip("s") == other.rstrip("s"):
        return False
    if _sound(one) == _sound(other):
        return True
    both_known = max(rank(one), rank(other)) < UNKNOWN
    return not both_known and OSA.distance(one, other, score_cutoff=1) == 1


def _sound(name: str) -> str:
    """Return letters that stand for how a name sounds: Katherine and Catherine, Philip and Phillip are the same."""
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return _DOUBLED.sub(r"\1", name)
