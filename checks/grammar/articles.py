"""Nouns that lack their article where nothing else can stand: “at end of”, “one of reasons”, “for first time”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from checks.article import PROSE, Article
from checks.finding import Finding, Severity
from checks.grammar.context import shape
from checks.grammar.data import lines, words
from checks.grammar.reading import places, reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/missing-article",
    summary="A noun without the article that it has in every such phrase: “at end of”, “one of reasons”.",
    why="Readers stumble, and take the text for a translation.",
    fix="Put in the article.",
    source="Quirk et al., A Comprehensive Grammar of the English Language, 5.11 ff.; articles.txt of this check.",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry leaves [[at end]] of the day and returns [[in same]] way."),
        Example("It is [[one of reasons]] why they came [[for first]] time."),
        Example("The ferry is known [[as good example]] of its kind, and [[in country’s]] north it is the only one."),
    ),
    passed=(
        Example("It leaves at the end of the day and returns in the same way, at first light, in first place."),
        Example("One of its engines is old, one of many. In case of fog, as part of the plan, in front of it."),
        Example("Next week is near, and last year is over. It is good practice in today’s world."),
    ),
)

_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|few"
_PREPOSITION = "in|on|at|of|by|from|for|with|to|into|during|after|since|within|over|before|until|around|across|about"
_USES = "has|have|had|uses?|used|using|shares?|shared|follows?|faces?"
_BE = "is|was|be|become|became|becomes|being|been|as"
_TELLING = (
    "good|young|old|great|key|big|small|new|major|important|large|bad|strong|popular|famous|well-known|former|typical"
)
_KINDS = (
    "man woman person leader model player place example idea role step problem question source choice member writer"
    " town village city company tool book film song story team segment way part"
)
_OWNERS = (
    "world city country company nation town president team band island region university hospital film book album"
    " agency county industry club firm museum village author"
)
_LINKED = r"[.,;]| (?:of|in|for|to|and|who|that|with|from|at|on|by|but|when|where) "
_ONE_OF = re.compile(r" of (?P<first>[a-z]{3,20})(?: (?P<second>[a-z]{3,20}))?\b(?!['’-])")
_TEENS = re.compile(r"(?:eleven|twelve|\w+teen|\w+ty|hundreds|thousands|millions|dozens)$")
REACH = 40
"""Code points before a noun in which what wants its article may begin."""


class Frame(NamedTuple):
    """What stands around a noun that then cannot lack its article."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    missing: str = "the"


def find(article: Article) -> Iterator[Finding]:
    """Yield each noun that lacks its article, with the word before it."""
    text = reading(article).text
    for noun, span in places(article, _frames()):
        for frame in _frames()[noun]:
            before = frame.before.search(text, max(0, span.start - REACH), span.start)
            if before and frame.after.match(text, span.end) and _is_prose(article, span):
                yield _finding(article, Span(before.start("open"), span.end), frame.missing)
    for _, span in places(article, ("one",)):
        match = _ONE_OF.match(text, span.end)
        if match and (end := _bare_plural(match)) and _is_prose(article, span):
            yield _finding(article, Span(span.start, end), "the")


def _is_prose(article: Article, span: Span) -> bool:
    return reading(article).block(span.start).kind in PROSE


def _bare_plural(match: re.Match[str]) -> int:
    """Return where a plural without a determiner ends after “one of”; 0 where there is none."""
    first, second = match["first"], match["second"]
    if first in words("determiners.txt") or _TEENS.match(first):
        return 0
    if shape(first) == "PL":
        return match.end("first")
    is_adjective = shape(first) in ("O", "SG", "ED", "ING")
    return match.end("second") if is_adjective and second and shape(second) == "PL" else 0


def _finding(article: Article, span: Span, missing: str) -> Finding:
    shown = article.slice(span)
    message = f"“{shown}” seems to lack “{missing}”."
    return RULE.finding(article, span, message, confidence=0.85)


@cache
def _frames() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of each noun, or word before one, that cannot stand bare in them."""
    found: dict[str, tuple[Frame, ...]] = {}

    def add(nouns: Iterable[str], before: str, after: str, missing: str = "the") -> None:
        frame = Frame(re.compile(rf"(?<![\w'’-])(?P<open>{before}) $"), re.compile(after), missing)
        for noun in nouns:
            found[noun] = (*found.get(noun, ()), frame)

    for line in lines("articles.txt"):
        before, nouns, after = line.split("\t")
        add(nouns.split("|"), before, rf" {after} ")
    add(["same"], f"{_PREPOSITION}|{_USES}", r" (?!day\b|sex\b|old\b|time next\b)[a-z]{3,}\b")
    add(["first"], _PREPOSITION, rf" (?:time|day|week|month|year|decade|{_NUMBER}|season|chapter|stage)\b")
    add(["last", "next", "past"], _PREPOSITION, rf" (?:{_NUMBER}|decade|couple)\b")
    add((f"{owner}'s" for owner in _OWNERS.split()), f"{_PREPOSITION}|that", " [a-z]")
    before_kind = rf"(?:{_BE}) (?:(?:very|quite|really|also|still|now) )?(?:{_TELLING})"
    add(_KINDS.split(), before_kind, _LINKED, "a")
    return found
