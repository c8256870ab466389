"""Effects: items of lists that are no whole sentences and yet claims, as sellers write them: "Lowers cholesterol"."""

from __future__ import annotations

from functools import cache

from checks.article import Article, BlockKind, Sentence
from checks.evidence.statements.outline import cues, tense
from checks.evidence.statements.topic import fields, of_field
from checks.phrases import section_words
from checks.tokens import tokens

FEWEST = 2
"""Tokens of such an item at least: "Lowers cholesterol"."""

OPENING = 4
"""Tokens of an item in which its verb stands."""

_EFFECTS = frozenset({"result", "cause"})
_BEHIND_NOUN = frozenset([",", ":", "and", "as", "at", "for", "from", "in", "of", "on", "or", "to", "with", "–", "—"])


def tells_effect(article: Article, sentence: Sentence) -> bool:
    """Whether an item of a list says what something does, how much or for whose health: "Cuts cholesterol by 30%"."""
    if article.blocks[sentence.block].kind is not BlockKind.LIST_ITEM:
        return False
    column = tokens(article)
    where = column.sentences[sentence.index]
    if len(where) < FEWEST:
        return False
    opens, acting = words_of("open"), words_of("act")
    opening = column.words[where.start : where.start + OPENING]
    acts = opening[0].endswith("s") and tense(opening[0]) in {"present", "s"} and opening[1] not in _BEHIND_NOUN
    if not (acts or opening[0] in opens):
        return False
    early = where.start + OPENING
    cued = any(hit.section in _EFFECTS and hit.first < early for hit in cues(article)[sentence.index])
    cued = cued or any(f"{word}s" in acting for word in opening)
    if not ((cued and (acts or opening[0] in opens)) or (acts and opening[0] in acting)):
        return False
    words = column.of(sentence.index)
    return not words_of("measure").isdisjoint(words) or not of_stakes().isdisjoint(words)


def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of effects: `act`, `open`, `body` or `measure`."""
    return section_words("checks.evidence", "lexicon/effects.txt", section)


@cache
def of_health() -> frozenset[str]:
    """Return the words of the body and of what heals and harms it."""
    return words_of("body") | of_field("health")


@cache
def of_stakes() -> frozenset[str]:
    """Return the words of the body and of all fields that are held to a stricter standard."""
    return words_of("body") | fields()
