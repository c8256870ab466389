"""What was looked for and not found, or found and not enough, in words that continue a finding's message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.evidence.sources.links import KIND_NAMES, SUPPORTING, Weight, fault_in, is_front, weight
from checks.evidence.sources.naming import misleading
from checks.evidence.support.supports import MARKERS, NAMES
from checks.finding import Evidence

SHOWN = 40
"""Code points of a source that a message shows."""

NEAR = 5
"""Sentences up to which an editor sees a source beside a claim and wonders whether it was meant for that, too."""

BOOK = "ISBN"
"""How the number of a book is told."""

_SELLERS = re.compile(r"\b(?:shop|store|web ?shop|online store)\W*\Z", re.IGNORECASE)
"""How links end that are called a shop: "the maker's shop"."""

_NOTHING = "no link, note, reference or named source was found in or near it"
_NOTHING_USABLE = "nothing that could support it was found in or near it"


def looked_for(evidence: Sequence[Evidence]) -> str:
    """Say why what stands in or around a sentence does not support it; `evidence` is nearest first.

    Of what stands around the sentence only a source is worth a word; the finding
    carries the rest all the same.
    """
    nearest = _nearest(evidence)
    if nearest is None:
        return _NOTHING_USABLE if evidence else _NOTHING
    shown = shorten(nearest.text)
    if not nearest.distance:
        return _inside(nearest, shown, _unusable(nearest))
    what = "note" if nearest.kind in MARKERS else "link" if _names(nearest) else "source"
    where = f"{_count(abs(nearest.distance))} {'before' if nearest.distance < 0 else 'after'}"
    if abs(nearest.distance) > NEAR:
        return f"the nearest {what} (“{shown}”) is {where} it"
    return f"the nearest {what} (“{shown}”, {where}) belongs to another statement"


def unread(evidence: Sequence[Evidence], said: str) -> str:
    """Say that whoever is `said` to say it, "The council says", has no source; empty where one stands near."""
    return f"“{said}” comes without a link, note or reference" if said and _nearest(evidence) is None else ""


def _nearest(evidence: Sequence[Evidence]) -> Evidence | None:
    """Return what stands in a sentence, or the nearest source around it."""
    inside = next((one for one in evidence if not one.distance), None)
    return inside or next((one for one in evidence if _may_support(one)), None)


def shorten(text: str) -> str:
    """Return what a message shows of a source."""
    if len(text) <= SHOWN:
        return text
    cut = text[: SHOWN - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space else cut).rstrip()}…"


def _inside(evidence: Evidence, shown: str, target: str) -> str:
    """Say why what stands in the sentence itself does not support it."""
    if target:
        return f"the link in it leads to {target}, where nobody can check it"
    if evidence.kind in NAMES:
        return _of_name(evidence.kind, shown)
    if evidence.kind in MARKERS:
        return f"its note “{shown}” has no entry"
    if evidence.kind in {"doi", "identifier"}:
        return f"the number in it, {shown}, cannot be right"
    return _of_link(evidence, shown)


def _of_name(kind: str, shown: str) -> str:
    """Say why somebody who is named in the sentence does not support it."""
    if kind == "named-source":
        return f"“{shown}” has no note, as others in this article have"
    if kind == "hearsay":
        return f"“{shown}” is only somebody's word, on which this cannot rest"
    if kind == "own word":
        return f"“{shown}” is that party's own word, not independent evidence"
    who = shown.removeprefix("According to ").removeprefix("according to ")
    return f"it names “{who}” without saying who that is or where it can be read"


def wants_note(evidence: Sequence[Evidence]) -> str:
    """Say that a sentence names its source and has no note, where others in the article have; empty where not so."""
    named = next(
        (one for one in evidence if not one.distance and not one.supports and one.kind == "named-source"), None
    )
    return (
        f"This sentence names its source, “{named.text}”, but has no note, as others in this article have"
        if named
        else ""
    )


def _of_link(evidence: Evidence, shown: str) -> str:
    """Say why a link in the sentence itself does not support it, though it leads to where something may be stated."""
    if evidence.kind == "empty link":
        return f"the link in it, “{shown}”, leads nowhere"
    if fault_in(evidence.target):
        return f"the link in it, “{shown}”, cannot be opened"
    if is_front(evidence.target):
        return f"the link in it, “{shown}”, leads to a front page, which does not bear it out"
    if misleading(evidence.text, evidence.target, evidence.target if evidence.kind == "own link" else "")[0]:
        return f"the link in it, “{shown}”, leads to something else than it names"
    return f"the link in it, “{shown}”, only invites to read on"


def _may_support(evidence: Evidence) -> bool:
    """Whether something could support what it stands beside, as a link to a shop or "add to cart" could not.

    An article's own site is no witness for what another sentence says, and the
    number of a book tells nothing of where in it something may stand.
    """
    if evidence.kind in {"own link", "own word", "hearsay"} or (
        evidence.kind == "identifier" and evidence.text.startswith(BOOK)
    ):
        return False
    names = _names(evidence)
    if not names:
        return True
    if _SELLERS.search(evidence.text):
        return False
    named_rightly = not misleading(evidence.text, evidence.target, "")[0]
    return named_rightly and weight(evidence.target, evidence.text, names) is not Weight.NONE


def _unusable(evidence: Evidence) -> str:
    """Return to what a link leads that nothing can be checked against; empty when it is no such link."""
    names = _names(evidence)
    return KIND_NAMES.get(names, "") if names and names not in SUPPORTING else ""


def _names(evidence: Evidence) -> str:
    """Return what a link points to, a key of `KIND_NAMES`; empty for what is no link."""
    if evidence.kind == "link":
        return "site"
    names = evidence.kind.removesuffix(" link")
    return names if names != evidence.kind else ""


def _count(sentences: int) -> str:
    return "1 sentence" if sentences == 1 else f"{sentences} sentences"
