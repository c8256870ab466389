"""Marks that stand side by side and cannot, lean to one side, or are missing after a sentence's opening words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks.article import PROSE, Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.reading import found, reading, word_index
from checks.position import Span
from checks.rule import Example, Rule

OPENER = Rule(
    name="grammar/comma-after-opener",
    summary="No comma after a linking phrase that opens a sentence: “For example the ferry”, “However it was late”.",
    why="Readers take the phrase for part of what follows, and go back.",
    fix="Put in the comma.",
    source="Chicago Manual of Style 6.49, AP Stylebook: comma, introductory phrases; openers.txt of this check.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The ferry is old. [[However]] it is never late."),
        Example("[[For example]] the pier was built in 1911. [[In addition]] there is a light."),
    ),
    passed=(
        Example("However, it is never late. However hard they row, it leaves at six. For example, the pier is old."),
        Example("In addition to the pier there is a light, and as a result of the storm it is dark."),
    ),
)

DASH = Rule(
    name="grammar/dash-spacing",
    summary="A dash with a space on one side only: “the ferry —built in 1911”.",
    why="The dash seems to belong to one of the words, and a line may break in the wrong place.",
    fix="Put a space on both sides, or on neither, as the house style has it.",
    source="Every style guide: spaces around a dash on both sides (AP) or on none (Chicago 6.85).",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The ferry[[ —]]built in 1911 — is old."),
        Example("The ferry[[– ]]which is old – leaves at six."),
    ),
    passed=(
        Example("The ferry — built in 1911 — is old. The pier—built later—is not. Pages 3–5, and minus –5."),
        Example("Pre– and post–war ferries. It leaves in 2011– or so.\n\n— Ruth Adeyemi, captain"),
    ),
)

DOUBLED = Rule(
    name="grammar/two-marks",
    summary="Two marks side by side of which one is left over: “at six!.”, “bread,.”, “tea;,”.",
    why="Readers stop at it, and it tells that nobody read the sentence again.",
    fix="Delete one of the two.",
    source="Every style guide; corrections that editors of publications make.",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry leaves at [[six!.]] Be there."),
        Example("They sell [[bread,.]] They sell [[tea;,]] and milk."),
    ),
    passed=(
        Example("The ferry leaves at six! Be there... What?! They sell bread, tea, etc., and milk (at sea?)."),
        Example("He works for Yahoo!. He asked: “When?”."),
    ),
)

_DASH = re.compile(r"(?<=[a-z]{2})(?: [—–](?=[A-Za-z][a-z])|[—–] (?=[a-z]{2}))(?!(?:and|or|to) [a-z]+[—–])(?<!\d)")
_SUSPENDED = re.compile(r"[—–] (?:and|or|to|but) ")
_TWO = re.compile(r"(?<=[A-Za-z]{2})(?:[!?,;:]\.|[,:];|[;:],|[,;]:)(?=\s|$)(?!\s?\.)")
_WORD = re.compile(r"[A-Za-z]+$")
LONGEST = 40
"""Letters of a word that is looked at."""
_NAMES = frozenset({"Yahoo", "Jeopardy", "Yum", "Kahoot"})


def openers(article: Article) -> Iterator[Finding]:
    """Yield each linking phrase that opens a sentence and lacks its comma."""
    if word_index(article).words.isdisjoint(_last_words()):
        return
    for match in found(article, _openers()):
        if reading(article).block(match.start()).kind in PROSE:
            shown = match["opener"]
            message = f"“{shown}” links this sentence to the one before, and wants a comma after it."
            span = Span(*match.span("opener"))
            yield OPENER.finding(article, span, message, confidence=0.75, replacements=(f"{shown},",))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1].lower() for phrase in lines("openers.txt"))


@cache
def _openers() -> re.Pattern[str]:
    phrases = "|".join(lines("openers.txt"))
    subject = "the|it|they|we|he|she|I|you|this|these|those|there|a|an|our|his|her|its|their|some|many|most"
    return re.compile(rf"(?:(?<=\n)|(?<=[a-z\d)”][.!?] )|\A)(?P<opener>{phrases}) (?=(?:{subject}) )")


def dashes(article: Article) -> Iterator[Finding]:
    """Yield each dash between words with a space on one side."""
    for match in found(article, _DASH):
        if reading(article).block(match.start()).kind in PROSE and not _SUSPENDED.match(match.string, match.start()):
            mark = match[0].strip()
            message = f"The dash “{mark}” has a space on one side only."
            span = Span(*match.span())
            yield DASH.finding(article, span, message, confidence=0.8, replacements=(f" {mark} ", mark))


def doubled(article: Article) -> Iterator[Finding]:
    """Yield each pair of marks that cannot stand together, with the word before it."""
    for match in found(article, _TWO):
        word = _WORD.search(match.string, max(0, match.start() - LONGEST), match.start())
        if word and word[0] not in _NAMES:
            message = f"Of the marks “{match[0]}” one is left over."
            kept = (mark for mark in match[0] if match[0][-1] != "." or mark not in ",;:")
            better = [f"{word[0]}{mark}" for mark in kept]
            yield DOUBLED.finding(
                article, Span(word.start(), match.end()), message, confidence=0.85, replacements=better
            )
