"""What a finding says: what was looked for and not found, and what would settle it."""

from __future__ import annotations

from typing import NamedTuple

from checks.rule import Rule
from checks.superlatives.rules import ABSOLUTE, FACTUAL, PUFFERY, SUPERLATIVE

_NOTHING = "no source was found in or beside this sentence"
_FACTS = frozenset(["first", "only", "ever", "before"])
"""Words of firstness and uniqueness that somebody could look up, unlike "unique"."""


class Message(NamedTuple):
    """What a finding says; the wording is put in front of `text`."""

    rule: Rule
    text: str


_MESSAGES = {
    "measurable": Message(
        FACTUAL,
        "can be measured, but no source or figure was found in or beside this sentence; say who measured it and when.",
    ),
    "judged": Message(
        SUPERLATIVE, f"ranks it above others, but {_NOTHING}; name who ranked it and by what, or leave the rank out."
    ),
    "first": Message(
        FACTUAL,
        f"can be looked up, but {_NOTHING}; cite a record, a register or a reference work.",
    ),
    "only": Message(
        SUPERLATIVE, f"says that nothing else compares, but {_NOTHING}; say what sets it apart, or cite who compared."
    ),
    "absolute": Message(
        ABSOLUTE, f"leaves no room for exceptions, and {_NOTHING}; say how often it holds, for whom, and how one knows."
    ),
    "cliche": Message(
        PUFFERY, "is a stock phrase of advertising that no source could support; say what happened, or leave it out."
    ),
    "praise": Message(
        PUFFERY, "praises, and its sentence names no source for that; give the fact behind it, or leave it out."
    ),
}
"""By kind of wording, see `checks.evidence.wording.Wording`; firstness apart."""


def told(quote: str, kind: str) -> Message:
    """Return what is said of a wording of a kind."""
    if kind == "only" and not _FACTS.isdisjoint(quote.lower().replace("-", " ").split()):
        kind = "first"
    message = _MESSAGES[kind]
    return message._replace(text=f"“{quote}” {message.text}")
