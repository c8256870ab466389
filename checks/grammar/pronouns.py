"""Verbs that do not agree with a pronoun right before them, or with what “there” announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.context import shape
from checks.grammar.data import words
from checks.grammar.reading import is_quoted, places, reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/pronoun-agreement",
    summary="A verb in the other number than its pronoun, or than what “there” announces: “they was”, “there is many”.",
    why="Readers notice at once, and trust the rest less.",
    fix="Let the verb agree.",
    source="Every grammar; pronouns settle the number, so no model is asked.",
    severity=Severity.WARNING,
    flagged=(
        Example("They [[was]] late, and we [[has]] a new ferry. In that year he [[were]] the captain."),
        Example("It is old, but it [[are]] fast. Everyone [[are]] on board. You know how wrong you [[was]]."),
        Example("There [[is]] several ferries on the lake. There [[are]] no shortage of ferries."),
    ),
    passed=(
        Example("If he were late, as it were, they would be too. Does she have a coat? Should he have one?"),
        Example("It is vital that he have a coat. The man behind you is late, and so was she."),
        Example("There is one ferry, and there are a number of boats. There is five percent left."),
    ),
)

_VERB = re.compile(r" (?P<verb>is|are|was|were|has|have)\b(?!['’-])")
_PLURAL_VERBS = frozenset({"are", "were", "have"})
_SINGULAR_VERBS = frozenset({"is", "was", "has"})
_OPENING = re.compile(r"(?:^|[\n“(]|[.!?;,] |\b(?:but|because|since|that|when) )$", re.IGNORECASE)
_OPENING_YOU = re.compile(r"(?:^|[\n“(]|[.!?;,] |\b(?:but|because|since|that|when|how|wrong) )$", re.IGNORECASE)
_ALWAYS = re.compile("")


class Subject(NamedTuple):
    """What a pronoun cannot have after it, and what must stand before it so that it is sure to be the subject."""

    wrong: frozenset[str]
    before: re.Pattern[str] = _ALWAYS


_SUBJECTS: Mapping[str, Subject] = {
    "they": Subject(_SINGULAR_VERBS),
    "we": Subject(_SINGULAR_VERBS),
    "you": Subject(_SINGULAR_VERBS, _OPENING_YOU),
    "he": Subject(_PLURAL_VERBS),
    "she": Subject(_PLURAL_VERBS),
    "it": Subject(_PLURAL_VERBS, _OPENING),
    **{
        f"{whole}{part}": Subject(_PLURAL_VERBS, _OPENING)
        for whole in ("every", "some", "any")
        for part in ("one", "body")
    },
    "nobody": Subject(_PLURAL_VERBS, _OPENING),
}

_COUNT = (
    r"(?:several|many|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of"
    r"|(?:one |two |three |\d+ )?(?:hundred|thousand|million|billion)|[2-9]|[1-9]\d[\d,]*)"
)
_MANY = re.compile(
    rf" (?P<verb>is|was|has been) (?:around |about |over |more than |nearly |almost |at least )?{_COUNT} "
    r"(?P<noun>[a-z]{3,20})(?: (?P<next>[a-z]{3,20}))?\b"
)
_MEASURES = frozenset(
    {"years", "months", "weeks", "days", "hours", "minutes", "seconds", "miles", "metres", "meters", "feet", "inches"}
    | {"percent", "dollars", "euros", "pounds", "degrees", "times", "cents", "points", "thirds", "quarters"}
)
_NONE = re.compile(
    r" (?P<verb>are|were) (?P<kind>no|little|much) (?P<noun>[a-z]{3,20})(?: (?P<next>[a-z]{2,20})\b|[.,;])"
)
_UNCOUNTED = frozenset(
    {"shortage", "doubt", "evidence", "reason", "way", "need", "sign", "indication", "guarantee", "point", "chance"}
    | {"question", "proof", "room", "time", "hope", "excuse", "substitute", "end", "limit"}
)
REACH = 80
"""Code points before a pronoun in which its clause may begin."""
_AGREE = {"is": "are", "was": "were", "has": "have", "has been": "have been", "are": "is", "were": "was", "have": "has"}


def find(article: Article) -> Iterator[Finding]:
    """Yield each verb in the other number than its pronoun or than what it announces."""
    text = reading(article).text
    for pronoun, span in places(article, _SUBJECTS):
        match = _VERB.match(text, span.end)
        if match and match["verb"] in _SUBJECTS[pronoun].wrong and _is_subject(article, pronoun, span):
            yield _finding(article, pronoun, match)
    for there, span in places(article, ("there",)):
        match = _MANY.match(text, span.end)
        if match and _announces_many(match):
            yield _finding(article, there, match)
        match = _NONE.match(text, span.end)
        if match and _announces_one(match):
            yield _finding(article, there, match)


def _is_subject(article: Article, pronoun: str, span: Span) -> bool:
    """Whether a pronoun is the subject of the verb behind it, in the author's own words, and no wish."""
    before = reading(article).text[max(0, span.start - REACH) : span.start]
    if not _SUBJECTS[pronoun].before.search(before) or is_quoted(reading(article).before(span.start)):
        return False
    return _SUBJECTS[pronoun].wrong is _SINGULAR_VERBS or not _is_wished(before)


def _is_wished(before: str) -> bool:
    """Whether what stands before a pronoun in its sentence makes another form right, or the verb another's."""
    said = re.findall(r"[a-z]+", re.split(r"[.!?;:\n]", before)[-1].lower())
    return bool(said) and (said[-1] in words("inverting.txt") or not words("subjunctive.txt").isdisjoint(said))


def _announces_many(match: re.Match[str]) -> bool:
    noun, following = match["noun"], match["next"] or ""
    if noun in _MEASURES or following in _MEASURES:
        return False
    return shape(noun) == "PL" or (shape(noun) in ("O", "SG") and shape(following) == "PL" if following else False)


def _announces_one(match: re.Match[str]) -> bool:
    noun, following = match["noun"], match["next"] or ""
    if match["kind"] == "no":
        return noun in _UNCOUNTED and shape(following or ".") != "PL"
    return shape(noun) == "SG" and shape(following or ".") != "PL"


def _finding(article: Article, pronoun: str, match: re.Match[str]) -> Finding:
    written = match["verb"]
    better = _AGREE[written]
    message = f"“{pronoun}” and what goes with it want “{better}”, not “{written}”."
    span = Span(*match.span("verb"))
    return RULE.finding(article, span, message, confidence=0.85, replacements=(better,))
