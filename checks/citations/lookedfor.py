"""What was looked for and not found, or found and not enough, in words that continue a finding's message."""

from __future__ import annotations

from collections.abc import Sequence

from checks.evidence.links import KIND_NAMES, SUPPORTING
from checks.finding import Evidence

SHOWN = 40
"""Code points of a source that a message shows."""

NEAR = 5
"""Sentences beyond which a source does not stand near, and is not worth a word: the finding carries it all the same."""

_NOTHING = "no link, note, reference or named source was found in or near it"


def looked_for(evidence: Sequence[Evidence]) -> str:
    """Say why what stands in or near a sentence does not support it; `evidence` is nearest first."""
    if not evidence or abs(evidence[0].distance or 0) > NEAR:
        return _NOTHING
    nearest = evidence[0]
    shown = nearest.text if len(nearest.text) <= SHOWN else f"{nearest.text[: SHOWN - 1].rstrip()}…"
    target = _unusable(nearest)
    if not nearest.distance:
        return _inside(nearest, shown, target)
    where = f"{_count(abs(nearest.distance))} {'before' if nearest.distance < 0 else 'after'} it"
    if target:
        return f"the nearest link, “{shown}”, stands {where} and leads to {target}"
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
