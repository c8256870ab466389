"""Words that sound alike and are taken for each other, where their neighbours settle which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.context import AFTER, BEFORE, odds
from checks.grammar.data import lines, words
from checks.grammar.lexicon import UNKNOWN, rank
from checks.grammar.reading import places, reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/confused-word",
    summary="A word in place of another that sounds like it, such as their and there, its and it's, loose and lose.",
    why="Spell checkers pass it, and readers take it for a lack of care or of knowledge.",
    fix="Put in the word that is meant.",
    source="A model of contexts fitted on published articles (contexts.txt), and phrases of our own (confusions.txt).",
    severity=Severity.WARNING,
    flagged=(
        Example("The sailors took [[there]] coats and went on board."),
        Example("The ferry is older [[then]] the pier, and the town is proud of [[it's]] age."),
        Example("The captain went back [[too]] the harbour."),
        Example("They did not want to [[loose]] the race."),
    ),
    passed=(
        Example("Swifts nest there year after year."),
        Example("There they took their coats, and then it was colder than it's ever been."),
        Example("Is it too late to go to the harbour? It's the ferry's turn to show its lights, too."),
        Example("A loose rope led the principal sailor to lead the way on principle."),
    ),
)

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
"""A word or a mark, as the model of contexts was taught to read them."""
WINDOW = 160
"""Code points on either side in which the neighbours are looked for."""
_COMPARES = re.compile(r"\b(?:more|less|fewer|rather|other|else|different|[a-z]{2,}er)\b", re.IGNORECASE)
COMPARISON = 250
"""Code points before than in which its comparison may stand."""
REACH = 60
"""Code points before a word in which its phrase begins."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may stand in place of a word, and how the odds of the pair must be for it."""

    pair: str
    other: str
    sign: int
    """1 when the other word is the pair's first."""
    threshold: float
    """Least log odds; from cross-validation on clean text, where under one in 100,000 words is flagged wrongly."""


CHOICES: Mapping[str, Choice] = {
    "too": Choice("too to", "to", -1, 3.3),
    "there": Choice("there their", "their", -1, 2.2),
    "their": Choice("there their", "there", 1, 2.0),
    "it's": Choice("it's its", "its", -1, 2.5),
    "its": Choice("it's its", "it's", 1, 3.0),
    "then": Choice("then than", "than", -1, 2.5),
    "than": Choice("then than", "then", 1, 3.0),
    "you're": Choice("you're your", "your", -1, 2.0),
    "your": Choice("you're your", "you're", 1, 3.0),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where a word is certain to stand for another."""

    other: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, span: Span) -> bool:
        """Whether what stands around the word is what the phrase wants."""
        if self.after and not self.after.match(text, span.end):
            return False
        return not self.before or self.before.search(text[max(0, span.start - REACH) : span.start]) is not None


def find(article: Article) -> Iterator[Finding]:
    """Yield each word whose neighbours speak for the other one of its pair, once."""
    text = reading(article).text
    flagged = set[Span]()
    for word, span in places(article, CHOICES):
        if _by_model(text, word, span):
            flagged.add(span)
            yield _finding(article, span, CHOICES[word].other)
    phrases = _phrases()
    for word, span in places(article, phrases):
        other = next((phrase.other for phrase in phrases[word] if phrase.fits(text, span)), "")
        if other and span not in flagged:
            yield _finding(article, span, other)


def _by_model(text: str, word: str, span: Span) -> bool:
    choice = CHOICES[word]
    before, after = neighbours(text, *span)
    if choice.sign * odds(choice.pair, before, after) < choice.threshold:
        return False
    if word == "than":
        return not _COMPARES.search(text, max(text.rfind("\n", 0, span.start), span.start - COMPARISON), span.start)
    if word == "there" and _TIME_AFTER_TIME.match(text, span.end):
        return False
    return word != "too" or not after or not _is_degree(after[0])


_TIME_AFTER_TIME = re.compile(r" (\w+) (?:after|by|to) \1\b")
"""Year after year, side by side: an adverbial, so what stands before it is not a possessive."""


def _is_degree(word: str) -> bool:
    """Whether a word that follows too may tell of what there is too much: an adjective or adverb."""
    low = word.lower()
    return low in words("degrees.txt") or low.endswith(("ly", "ed")) or rank(f"{low}ly") < UNKNOWN


def neighbours(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the tokens before and after a place in its block, as `odds` wants them."""
    left = max(text.rfind("\n", 0, start) + 1, start - WINDOW)
    right = text.find("\n", end)
    right = min(len(text) if right < 0 else right, end + WINDOW)
    before = TOKEN.findall(text[left:start].replace("’", "'"))[-BEFORE:]
    return before, TOKEN.findall(text[end:right].replace("’", "'"))[:AFTER]


def _finding(article: Article, span: Span, other: str) -> Finding:
    written = article.slice(span)
    better = other.capitalize() if written[0].isupper() else other
    better = better.replace("'", "’") if "’" in article.text else better
    message = f"“{better}” seems to be meant, not “{written}”."
    return RULE.finding(article, span, message, confidence=0.9, replacements=(better,))


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for line in lines("confusions.txt"):
        word, other, before, after = line.split("\t")
        left = None if before == "-" else re.compile(rf"(?<![\w'’-])(?:{before}) ?$", re.IGNORECASE)
        right = None if after == "-" else re.compile(rf"{after}(?!\w)", re.IGNORECASE)
        found[word] = (*found.get(word, ()), Phrase(other, left, right))
    return found
