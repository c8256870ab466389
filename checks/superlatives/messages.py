"""What a finding says: what was looked for and not found, and what would settle it."""

from __future__ import annotations

from typing import NamedTuple

from checks.rule import Rule
from checks.superlatives.rules import ABSOLUTE, PUFFERY, SUPERLATIVE

_NOTHING = "no source was found in this sentence or beside it"
_FACTS = frozenset(["first", "only", "ever", "before"])
"""Words of firstness and uniqueness that somebody could look up, unlike "unique"."""


class Message(NamedTuple):
    """What a finding says."""

    rule: Rule
    text: str
    can_be_checked: bool = False
    """Whether the wording states a fact that somebody could look up: it needs a source, not another wording."""
    fix: str = ""
    """Another remedy than the rule's."""


def told(quote: str, kind: str) -> Message:
    """Return what is said of a wording of a kind (see `checks.evidence.wording.Wording`)."""
    shown = f"“{quote}”"
    match kind:
        case "measurable":
            text = f"{shown} can be measured, but no source or figure was found in this sentence or beside it; say who measured it and when."
            return Message(SUPERLATIVE, text, can_be_checked=True, fix=_LOOK_UP)
        case "judged":
            text = f"{shown} ranks it above others, but {_NOTHING}; name who ranked it and by what, or leave the rank out."
            return Message(SUPERLATIVE, text)
        case "only" if not _FACTS.isdisjoint(quote.lower().replace("-", " ").split()):
            text = f"{shown} can be looked up, but {_NOTHING}; cite a record, a register or a reference work."
            return Message(SUPERLATIVE, text, can_be_checked=True, fix=_LOOK_UP)
        case "only":
            text = f"{shown} says that nothing else compares, but {_NOTHING}; say what sets it apart, or cite who compared."
            return Message(SUPERLATIVE, text)
        case "absolute":
            text = f"{shown} leaves no room for exceptions, and {_NOTHING}; say how often it holds, for whom and how that is known."
            return Message(ABSOLUTE, text)
        case "cliche":
            text = f"{shown} is a stock phrase of advertising that no source could support; say what happened, or leave it out."
            return Message(PUFFERY, text)
        case _:
            text = f"{shown} praises, and its sentence names neither a source nor a reason; give the fact behind it, or leave it out."
            return Message(PUFFERY, text)


_LOOK_UP = "Cite who measured or recorded it, with the date and what was compared; the wording itself may stay."
