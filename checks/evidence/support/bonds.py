"""Bonds: how close a sentence must stand to a source behind it, in its paragraph, to be borne out by it.

Editors let a note at the end cover what is plainly told before it. They look
for more where a reader is asked to believe more: a view that nobody is named
for, what is said to hold always, an effect on health. By reading.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.article import Article
from checks.evidence.sources.attribution import attributions
from checks.evidence.statements.effects import words_of
from checks.evidence.statements.outline import outlines
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.statements.topic import is_strict
from checks.evidence.support.continuity import MATTER
from checks.tokens import tokens

CLOSED = 3
"""Sentences that a link in parentheses at the end covers at most, and a note of what an article promises to readers."""

CURES = frozenset({"cure", "cures", "cured", "heal", "heals", "healed", "reverse", "reverses", "reversed"})
"""Words that promise more than relief."""

_SAFE = frozenset(
    ["safe", "harmless", "effective", "works", "risk", "risks", "harm", "harms", "danger", "effects", "effect", "work"]
)
"""What is promised to hold always, or with no exception, where health or money is at stake."""
_WITHOUT = frozenset({"no", "zero", "without", "completely", "entirely", "totally", "perfectly"})
_SOME = frozenset(
    [
        *("experts", "historians", "scholars", "critics", "observers", "commentators", "insiders", "supporters"),
        *("opponents", "proponents", "skeptics", "sceptics", "advocates", "detractors", "reviewers", "pundits"),
        *("analysts", "economists", "scientists", "doctors", "many", "some", "most", "others", "several", "people"),
        *("fans", "everyone", "everybody", "widely", "often", "commonly", "generally", "frequently", "universally"),
        *("popularly", "sometimes"),
    ]
)
_HOLD = frozenset(
    [
        *("say", "says", "said", "believe", "believed", "think", "thought", "agree", "argue", "argued", "claim"),
        *("claimed", "consider", "considered", "regard", "regarded", "maintain", "contend", "see", "view", "as"),
        *("viewed", "feel", "hold", "held", "disagree", "differ", "debate", "dispute", "suspect", "insist", "praised"),
        *("hailed", "called", "criticized", "criticised", "assumed", "credited", "touted"),
    ]
)
_CONCEDES = frozenset({"while", "although", "though", "whereas"})
_RESEARCH = frozenset({"research", "studies"})
_TELLS = frozenset(
    ["suggest", "suggests", "show", "shows", "indicate", "indicates", "find", "finds", "confirm", "link"]
)


_RANKS = re.compile(
    r"\b(?:the|its|their|world[’']s|country[’']s) (?:very )?(?:most|least|only|first"
    r"|\w{3,12}(?<!inter)(?<!for)(?<!w)est)\b"
)
"""What ranks something before all others, by its beginning."""


class Bond(NamedTuple):
    """What a sentence asks of a note that stands behind it."""

    farthest: int | None
    """Sentences behind it in which the note may stand; None: the whole paragraph."""
    words: int
    """Telling words that its sentence shares with the note's at least."""


FREE = Bond(None, 0)


def bond(article: Article, index: int, away: int) -> Bond:
    """Return what a sentence asks of a note that stands `away` sentences behind it."""
    strict = is_strict(article)
    if _is_view(article, index, strict=strict):
        return Bond(1, 1)
    if not strict:
        return FREE
    if _is_promised(article, index):
        return Bond(None, MATTER)
    grave = away > CLOSED and stakes(article, index) >= GRAVE
    return Bond(None, MATTER) if grave and _promises(article, index) else FREE


def ranks(article: Article, index: int) -> bool:
    """Whether a sentence ranks something before all others: "the richest man", "the only mill"."""
    return bool(_RANKS.search(article.text, *article.sentences[index].span))


def _is_view(article: Article, index: int, *, strict: bool) -> bool:
    """Whether a sentence tells what some or many hold, or where readers risk much, what research is said to show.

    What is merely "thought to have been" or "has been found" is plainly told, and so is what a sentence concedes.
    """
    vague = [article.slice(one.span).lower().split() for one in attributions(article)[index] if one.kind == "vague"]
    if not vague or not _CONCEDES.isdisjoint(tokens(article).of(index)[:1]):
        return False
    held = any(not (_SOME.isdisjoint(words) or _HOLD.isdisjoint(words)) for words in vague)
    return held or (strict and any(not (_RESEARCH.isdisjoint(them) or _TELLS.isdisjoint(them)) for them in vague))


def _promises(article: Article, index: int) -> bool:
    """Whether a sentence gives a figure or a cure for what readers risk.

    Nobody looks for its proof in a note many sentences on, unless that is about the same.
    """
    return outlines(article)[index].figures > 0 or not CURES.isdisjoint(tokens(article).of(index))


def _is_promised(article: Article, index: int) -> bool:
    """Whether a sentence says that something always works or never harms, or that it cures."""
    words = tokens(article).of(index)
    if not _SAFE.isdisjoint(words) and not (words_of("certain").isdisjoint(words) and _WITHOUT.isdisjoint(words)):
        return True
    return not CURES.isdisjoint(words) and stakes(article, index) >= GRAVE
