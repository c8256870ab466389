"""Compounds before a noun that lack their hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.context import shape
from checks.grammar.data import lines, words
from checks.grammar.reading import found
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/missing-hyphen",
    summary="A compound before a noun without its hyphen, such as “a six part series” or “a high quality map”.",
    why="Readers first take the words for something else: a six, a high.",
    fix="Put in the hyphen.",
    source="Chicago Manual of Style 7.89, AP Stylebook: hyphen; compounds.txt of this check.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("It is the second of a [[six part]] series, after a [[two day]] workshop."),
        Example("The town needs a [[high quality]] map and a [[long term]] plan."),
    ),
    passed=(
        Example("A six-part series of high quality has six parts. The plan is for the long term."),
        Example("They want a high level of care, and in a real time of need, a full time and a half."),
        Example("A hundred people came. On a five point he stood, and a dozen years went by."),
    ),
)

_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9][0-9]{0,2}"
_UNIT = (
    "part|day|week|month|year|hour|minute|second|mile|page|person|point|star|story|storey|volume|episode|question|acre|foot"
    "|inch|metre|meter|kilometre|kilometer|pound|ton|tonne|bed|bedroom|seat|member|lane|step|game|hole|room|course|character"
    "|word|digit|letter|volt|watt|gallon|piece|track|season|player|man|woman|wheel|speed|stage|phase|country|nation|state|city"
)
_NEXT = re.compile(r" ([a-z]{3,20})\b(?!-)")
_ADJECTIVES = ("al", "ive", "ous", "ic")
_BEFORE = "an?|the|this|our|their|your|its|his|her"


def find(article: Article) -> Iterator[Finding]:
    """Yield each compound between an article and a noun that lacks its hyphen."""
    for match in found(article, _pattern()):
        if may_be_noun(match["noun"]):
            before, _, compound = match["whole"].partition(" ")
            span = Span(match.start() + len(before) + 1, match.end("whole"))
            joined = compound.replace(" ", "-")
            message = f"“{compound}” before a noun wants a hyphen."
            yield RULE.finding(article, span, message, confidence=0.85, replacements=(joined,))


def may_be_noun(word: str) -> bool:
    """Whether a word may be the noun that a compound belongs to, or an adjective before it."""
    return (shape(word) in ("SG", "PL", "S") or word.endswith(_ADJECTIVES)) and word not in words("no-nouns.txt")


def is_open_before_noun(text: str, span: Span, replacements: Sequence[str]) -> bool:
    """Whether what stands at `span` is written apart, could have a hyphen, and has a noun right after it."""
    written = text[span.start : span.end]
    if "-" in written or written.replace(" ", "-") not in replacements:
        return False
    following = _NEXT.match(text, span.end)
    return following is not None and may_be_noun(following[1])


@cache
def _pattern() -> re.Pattern[str]:
    pairs = "|".join(lines("compounds.txt"))
    numbered = rf"(?:{_BEFORE}) (?:{_NUMBER}) (?:{_UNIT})"
    paired = rf"(?:{_BEFORE}|of|for|with|by|from) (?:{pairs})"
    return re.compile(rf"\b(?P<whole>{numbered}|{paired}) (?P<noun>[a-z]{{3,20}})\b(?!-)")
