"""What a finding says: what was looked for and not found, and what would settle it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checks.article import Article
from checks.evidence.claims import claimed
from checks.evidence.need import bars
from checks.evidence.reasons import reasons
from checks.evidence.wordings.factual import looked_up
from checks.finding import LIKELY
from checks.rule import Rule
from checks.superlatives.rules import ABSOLUTE, FACTUAL, PUFFERY, SUPERLATIVE

_NOTHING = "nothing in or beside this sentence supports it"
_UNDOUBTED = frozenset([
    "undeniable", "undeniably", "indisputable", "indisputably", "undisputed", "unquestionable", "unquestionably",
    "irrefutable", "irrefutably", "incontrovertible", "incontestable", "undoubtedly", "indubitably", "inarguably",
    "unarguably", "doubt", "question", "dispute",
])  # fmt: skip
_ADJECTIVES = frozenset([
    "lovely", "friendly", "lively", "heavenly", "stately", "comely", "homely", "kingly", "princely", "goodly",
    "lordly", "timely", "otherworldly", "courtly", "gentlemanly", "costly", "worldly", "early", "only",
])  # fmt: skip
"""Adjectives in -ly."""


_CONCRETE = frozenset({"figure", "result", "finding", "cause", "comparison"})
"""Kinds of reasons to ask for a source that somebody could look up."""


class Message(NamedTuple):
    """What a finding says; the wording is put in front of `text`."""

    rule: Rule
    text: str
    remedy: str
    """What would settle it, as something to do."""


_MESSAGES = {
    "measurable": Message(
        FACTUAL,
        f"is a claim that can be measured, but {_NOTHING}",
        "say who measured it, when and against what; the wording may stay",
    ),
    "judged": Message(
        SUPERLATIVE,
        f"ranks its subject above all others, but {_NOTHING}",
        "say who ranked it and by what measure, or drop the ranking",
    ),
    "owned": Message(
        FACTUAL, f"ranks its subject above others, but {_NOTHING}", "say who ranked it, and by what measure"
    ),
    "low": Message(
        FACTUAL, f"ranks its subject below others, but {_NOTHING}", "say who ranked it, and by what measure"
    ),
    "first": Message(
        FACTUAL, f"is a claim that can be looked up, but {_NOTHING}", "cite a record, a register or a reference work"
    ),
    "only": Message(
        SUPERLATIVE,
        f"says that nothing else compares, but {_NOTHING}",
        "say what sets it apart, or cite a comparison",
    ),
    "absolute": Message(
        ABSOLUTE,
        f"leaves no room for exceptions, but {_NOTHING}",
        "say how often it holds, for whom and by what evidence",
    ),
    "undoubted": Message(
        ABSOLUTE, f"says that nobody doubts it, but {_NOTHING}", "say who found it to be so, or leave it out"
    ),
    "ultimate": Message(
        ABSOLUTE, f"says that nothing goes beyond it, but {_NOTHING}", "say what sets it apart, or leave it out"
    ),
    "cliche": Message(PUFFERY, "is a stock phrase that no source could support", "say what is meant, or leave it out"),
    "praise": Message(
        PUFFERY,
        "is praise that nothing in its sentence supports",
        "give the fact behind it, or leave it out",
    ),
    "adverb": Message(PUFFERY, "is praise that nothing in its sentence supports", "delete it"),
}
"""By kind of wording, see `checks.evidence.wordings.wording.Wording`, some told apart by their words."""


def told(quote: str, kind: str, behind: str = "") -> Message:
    """Return what is said of a wording of a kind; `behind` is the rest of its sentence."""
    words = quote.lower().replace("’", "'").replace("-", " ").split()
    message = _MESSAGES[looked_up(quote, kind, behind) or _closer(words, kind)]
    return message._replace(text=f"“{quote}” {message.text}")


def lacking(article: Article, sentence: int) -> str:
    """Return a note on what else a sentence of praise states without a source; empty where nothing, or elsewhere told.

    What is no finding of its own, for its sentence may do without a source, is worth a word where an editor reads it
    anyhow, if it is something that can be looked up.
    """
    claim = claimed(article).get(sentence)
    if claim is None or claim.supported:
        return ""
    bar = bars(article)[sentence]
    if claim.need < min(bar, LIKELY) or claim.need >= max(bar, LIKELY):
        return ""
    stated = next((one.words for one in reasons(article, sentence) if one.kind in _CONCRETE), "")
    return f" The sentence also {stated} without a source." if stated else ""


def _closer(words: Sequence[str], kind: str) -> str:
    """Return the kind of message that fits the words of a wording that nobody could look up."""
    if kind == "absolute" and not _UNDOUBTED.isdisjoint(words):
        return "undoubted"
    if kind == "absolute" and "ultimate" in words:
        return "ultimate"
    if kind == "praise" and len(words) == 1 and words[0].endswith("ly") and words[0] not in _ADJECTIVES:
        return "adverb"
    return kind
