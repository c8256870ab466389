"""Unrivaled: rankings without a superlative: "no prettier harbor in Wales", "warmer than anywhere else".

They say as much as a superlative does: a comparison that is denied, one with all the rest, and a superlative over all
that somebody could have. Their words stand apart, so that no list of phrases finds them. The patterns are ours, by
reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from checks.evidence.statements.outline import tense
from checks.evidence.wordings.kinds import graded, superlatives
from checks.evidence.wordings.ranking import ranges
from checks.phrases import Hit
from checks.tokens import Tokens

BETWEEN = 7
"""Tokens between a comparative and its "than" at most: "more pilchards in winter than"."""

NEAR = 6
"""Tokens behind "nothing" in which its verb stands, and behind "than any" in which whoever has met them does."""

_NONE = frozenset(["no", "nothing", "nobody", "none", "nowhere"])
_MORE = frozenset(["more", "fewer", "less"])
_REST = frozenset([
    "anywhere", "anyone", "anybody", "anything", "everyone", "everybody", "everything", "everywhere",
])  # fmt: skip
_OTHERS = frozenset(["other", "others"])
_PARTING = frozenset([",", ";", ":", "–", "—", "(", ")", "and", "but", "or", "no", "any", "not", "never"])
_COMES = frozenset(["come", "comes", "came"])
_FINDS = frozenset(["find", "see", "get", "buy", "meet", "taste", "eat", "hear", "have"])
_CANNOT = frozenset(["won't", "cannot", "can't", "couldn't", "never", "not", "wouldn't"])
_HAVES = frozenset(["you", "money", "anyone", "anybody"])
_MAY = frozenset(["can", "could", "will", "would"])
_TAKES = frozenset(["buy", "taste", "eat", "drink", "see", "hear", "read", "meet", "wear", "own", "visit"])
_TELLERS = frozenset(["i", "i've", "we've", "me", "my", "his", "her", "us", "ever"])
"""Words by which a comparison stays within what somebody has met: "than any other book I have read"."""
_TIMES = frozenset(["time", "times", "day", "year", "month", "week", "season", "point", "moment", "of", "one", "thing"])
"""What is compared with itself or a few: "than any other time", "than any of them"."""
_OF_TIME = frozenset(["longer", "later", "earlier", "sooner", "newer"])
"""Comparatives that deny no rival behind "no": "no longer"."""
_NO_NOUNS = frozenset(["than", "in", "of", "on", "at", "to", "for", "and", "or", "as", "if", "when", "is", "was"])
_OPENERS = _NONE | {"than"} | _CANNOT | _MAY


def unrivaled(column: Tokens, where: range) -> Iterator[Hit]:
    """Yield what ranks in a sentence without being a superlative, or over all that somebody could have."""
    words = column.words
    if _OPENERS.isdisjoint(words[where.start : where.stop]):
        return
    for at in where:
        word = words[at]
        if word in _NONE:
            yield from _denied(column, at, where)
        elif word == "than":
            yield from _beyond(column, at, where)
        elif word in _MAY and words[at - 1] in _HAVES and at > where.start:
            yield from _had(column, at, where)
        elif word in _CANNOT:
            yield from _unfound(column, at, where)


def _denied(column: Tokens, at: int, where: range) -> Iterator[Hit]:
    """Yield that nothing is more so, "there is no prettier harbor in Wales", or that "nothing else comes close"."""
    words = column.words
    if words[at] == "no" and (stop := _comparative(column, at + 1, where)):
        if _is_wide(column, at, stop, where):
            yield Hit(at, stop, "outright")
        return
    if at > where.start and words[at - 1] not in {"and", "but", "because", "as", "so", ",", ";", "“", '"'}:
        return
    for close in range(at + 1, min(where.stop - 1, at + 1 + NEAR)):
        if words[close] in _COMES and words[close + 1] in {"close", "near"}:
            # Nobody came close to a fire, but nothing else ever came close.
            if words[close] != "came" or "else" in words[at:close]:
                yield Hit(at, close + 2, "outright")
            return
        if tense(words[close]) in {"present", "past"}:
            return


def _unfound(column: Tokens, at: int, where: range) -> Iterator[Hit]:
    """Yield that nobody finds one that is more so: "you will not find a cheaper kettle in Wales"."""
    words = column.words
    if at + 3 >= where.stop or words[at + 1] not in _FINDS or words[at + 2] not in {"a", "an", "any"}:
        return
    stop = _comparative(column, at + 3, where)
    if stop and _is_wide(column, at, stop, where):
        yield Hit(at, stop, "outright")


def _is_wide(column: Tokens, at: int, stop: int, where: range) -> bool:
    """Whether a comparative stands before what it compares, and that ranges over a place, a market or an age."""
    noun = column.words[stop] if stop < where.stop else ""
    if column.words[stop - 1] in _OF_TIME or not noun.isalpha() or noun in _NO_NOUNS:
        return False
    return ranges(column, Hit(at, stop, "outright"), where)


def _beyond(column: Tokens, than: int, where: range) -> Iterator[Hit]:
    """Yield what is said to be more so than all the rest: "more sheep than any other county"."""
    words = column.words
    behind = words[than + 1 : min(where.stop, than + 4)]
    stop = than + 2
    if behind[:1] in (["any"], ["every"], ["all"]):
        number = next((one for one, word in enumerate(behind[1:], start=1) if word in _OTHERS), 0)
        if not number or behind[number + 1 : number + 2] in ([one] for one in _TIMES):
            return
        stop += number + (behind[number] == "other" and words[stop + number : stop + number + 1] != ["."])
    elif behind[:1] and behind[0] in _REST and behind[1:2] == ["else"]:
        stop += 1
    else:
        return
    if not _TELLERS.isdisjoint(words[stop : min(where.stop, stop + NEAR)]):
        return
    for at in range(than - 1, max(where.start, than - 1 - BETWEEN) - 1, -1):
        if words[at] in _PARTING:
            return
        if words[at] in _MORE or words[at] in _comparatives():
            idle = words[at] in _MORE and at + 1 == than
            if not idle:
                yield Hit(at, stop, _section(column, at, than))
            return


def _had(column: Tokens, may: int, where: range) -> Iterator[Hit]:
    """Yield a superlative over all that its reader could have: "the purest tea you can buy"."""
    words = column.words
    verb = may + 1 + (words[may + 1 : may + 2] == ["ever"])
    if verb >= where.stop or words[verb] not in _TAKES:
        return
    for at in range(may - 2, max(where.start, may - 2 - NEAR), -1):
        single = words[at].endswith("est") and words[at] in superlatives()
        if words[at - 1] == "the" and (single or words[at] == "most"):
            yield Hit(at - 1, verb + 1, "single")
            return
        if words[at] in _PARTING:
            return


def _comparative(column: Tokens, at: int, where: range) -> int:
    """Return the end of a comparative that begins here: "prettier", "more efficient"; 0 where none does."""
    words = column.words
    if at + 1 < where.stop and words[at] in {"more", "less"} and words[at + 1] in graded():
        return at + 2
    return at + 1 if at < where.stop and words[at] in _comparatives() else 0


def _section(column: Tokens, at: int, than: int) -> str:
    """Return whether a comparison could be measured, `record`, or is a matter of judgment, `outright`."""
    word = column.words[at]
    if word in _MORE:
        judged = at + 2 == than and graded().get(column.words[at + 1]) == "judged"
        return "outright" if judged else "record"
    return "outright" if _comparatives()[word] == "judged" else "record"


@cache
def _comparatives() -> Mapping[str, str]:
    """Return the comparatives of superlatives of one word, each with its kind."""
    found = {f"{word[:-3]}er": kind for word, kind in superlatives().items() if word.endswith("est") and word != "best"}
    return {**found, "better": "judged", "worse": "judged"}
