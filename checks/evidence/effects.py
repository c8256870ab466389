"""Effects: items of lists that are no whole sentences and yet claims, as sellers write them: "Cuts cholesterol by 30%".

The word lists are ours, by reading.
"""

from __future__ import annotations

from checks.article import Article, BlockKind, Sentence
from checks.evidence.outline import cues, tense
from checks.evidence.topic import fields
from checks.tokens import tokens

FEWEST = 2
"""Tokens of such an item at least: "Lowers cholesterol"."""

OPENING = 4
"""Tokens of an item in which its verb stands."""

_EFFECTS = frozenset({"result", "cause"})
_OPENS_EFFECT = frozenset(
    ["can", "clinically", "helps", "known", "linked", "may", "proven", "scientifically", "shown", "significantly"]
)
ACTS = frozenset(
    [
        *(
            "blocks",
            "burns",
            "clears",
            "controls",
            "cuts",
            "detoxes",
            "detoxifies",
            "ends",
            "fights",
            "flushes",
            "halts",
        ),
        *(
            "heals",
            "kills",
            "lessens",
            "lifts",
            "lowers",
            "melts",
            "protects",
            "raises",
            "regulates",
            "relieves",
            "repairs",
        ),
        *(
            "restores",
            "saves",
            "shortens",
            "slows",
            "soothes",
            "speeds",
            "stabilizes",
            "strengthens",
            "supports",
            "treats",
        ),
    ]
)
"""Verbs of effect with which such an item begins."""
_BEHIND_NOUN = frozenset([",", ":", "and", "as", "at", "for", "from", "in", "of", "on", "or", "to", "with", "–", "—"])
BODY = frozenset(
    [
        *(
            "aging",
            "anxiety",
            "blood",
            "bones",
            "brain",
            "cholesterol",
            "digestion",
            "disease",
            "gut",
            "heart",
            "immune",
        ),
        *(
            "immunity",
            "inflammation",
            "joints",
            "kidney",
            "kidneys",
            "liver",
            "memory",
            "metabolism",
            "pain",
            "skin",
            "stress",
        ),
        *("toxins", "wrinkles"),
    ]
)
"""Parts and ills of the body, beside the words of the field of health."""
_MEASURES = frozenset(
    ["%", "percent", "half", "third", "quarter", "fifth", "tenth", "twice", "doubles", "halves", "than"]
)


def tells_effect(article: Article, sentence: Sentence) -> bool:
    """Whether an item of a list says what something does, how much or for whose health: "Cuts cholesterol by 30%"."""
    if article.blocks[sentence.block].kind is not BlockKind.LIST_ITEM:
        return False
    column = tokens(article)
    where = column.sentences[sentence.index]
    if len(where) < FEWEST:
        return False
    opening = column.words[where.start : where.start + OPENING]
    acts = opening[0].endswith("s") and tense(opening[0]) in {"present", "s"} and opening[1] not in _BEHIND_NOUN
    if not (acts or opening[0] in _OPENS_EFFECT):
        return False
    early = where.start + OPENING
    cued = any(hit.section in _EFFECTS and hit.first < early for hit in cues(article)[sentence.index])
    cued = cued or any(f"{word}s" in ACTS for word in opening)
    if not ((cued and (acts or opening[0] in _OPENS_EFFECT)) or (acts and opening[0] in ACTS)):
        return False
    words = column.words[where.start : where.stop]
    return any(not of.isdisjoint(words) for of in (_MEASURES, BODY, fields()))
