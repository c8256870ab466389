"""What was looked for and not found, or found and not enough, in words that continue a finding's message."""

from __future__ import annotations

from collections.abc import Sequence

from checks.article import Article
from checks.evidence.links import KIND_NAMES, SUPPORTING
from checks.finding import Evidence

SHOWN = 40
"""Code points of a source that a message shows."""

BEFORE = 3
"""Sentences before one in which a source stands near it though another paragraph holds it; so does all of its own."""

_NOTHING = "no link, note, reference or named source was found in or near it"


def near(article: Article, index: int) -> range:
    """Return how far before (below nought) and after a sentence what stands there is near it."""
    block = article.blocks[article.sentences[index].block]
    beside = article.sentences_of(block)
    return range(min(beside[0].index - index, -BEFORE), beside[-1].index - index + 1)


def looked_for(evidence: Sequence[Evidence], near: range) -> str:
    """Say why what stands in or near a sentence does not support it; `evidence` is nearest first.

    Of what stands beside the sentence only a source is worth a word, and only at
    the distances of `near`: the finding carries the rest all the same.
    """
    inside = next((one for one in evidence if not one.distance), None)
    nearest = inside or next((one for one in evidence if one.distance in near and not _unusable(one)), None)
    if nearest is None:
        return _NOTHING
    shown = nearest.text if len(nearest.text) <= SHOWN else f"{nearest.text[: SHOWN - 1].rstrip()}…"
    if not nearest.distance:
        return _inside(nearest, shown, _unusable(nearest))
    where = f"{_count(abs(nearest.distance))} {'before' if nearest.distance < 0 else 'after'} it"
    return f"the nearest source, “{shown}”, stands {where} and is about another statement"


def _inside(evidence: Evidence, shown: str, target: str) -> str:
    """Say why what stands in the sentence itself does not support it."""
    if target:
        return f"the link in it leads to {target}, where nobody can check it"
    if evidence.kind == "named-source":
        return f"it names “{shown}” without saying who that is or where it can be read"
    return f"“{shown}” in it is no source that a reader could check it against"


def _unusable(evidence: Evidence) -> str:
    """Return to what a link leads that nothing can be checked against; empty when it is no such link."""
    names = evidence.kind.removesuffix(" link")
    is_link = names != evidence.kind
    return KIND_NAMES.get(names, "") if is_link and names not in SUPPORTING else ""


def _count(sentences: int) -> str:
    return "a sentence" if sentences == 1 else f"{sentences} sentences"
