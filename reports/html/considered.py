"""Evidence as a reader of the page meets it."""

from __future__ import annotations

from dataclasses import dataclass

from checks.finding import Evidence
from reports import summary

_KINDS = {"doi": "DOI", "named-source": "named source"}
"""Kinds of evidence whose name is not already a word."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece of evidence as a reader meets it."""

    kind: str
    text: str
    where: str
    """`in the same sentence`, `2 sentences before it`, or empty."""
    supports: bool
    target: str


_NONE = frozenset({"empty link", "own link", "shop link", "social link", "video link"})
"""Kinds of links that could support nothing but, at best, their own sentence."""


def is_worth(evidence: Evidence) -> bool:
    """Whether evidence that does not support a claim is worth a word in one line: it stands in it, or is a source."""
    return not evidence.distance or evidence.kind not in _NONE


def seen(evidence: Evidence) -> Seen:
    """Return a piece of evidence as a reader meets it."""
    where = ""
    if evidence.distance == 0:
        where = "in the same sentence"
    elif evidence.distance is not None:
        side = "before" if evidence.distance < 0 else "after"
        where = f"{summary.number(abs(evidence.distance), 'sentence')} {side} it"
    kind = _KINDS.get(evidence.kind, evidence.kind.replace("-", " "))
    return Seen(kind, evidence.text, where, evidence.supports, evidence.target)
