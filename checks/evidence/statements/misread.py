"""Misread: cues of claims that are none where they stand, as "all" is in "not at all"."""

from __future__ import annotations

from checks.evidence.statements.forms import is_no_verb
from checks.evidence.statements.outline import tense
from checks.phrases import Hit, section_words
from checks.tokens import Tokens

_ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her", "your", "our"])
_DEGREES = frozenset(["less", "more", "how", "as", "so", "too"])
_RAISES = frozenset(["raise", "raised", "raises", "raising"])
_MONEY = frozenset("$€£¥")
FUNDS_REACH = 5
"""Tokens behind "raised" in which an amount of money tells that funds were."""
_SPANS = frozenset(["century", "centuries"])
"""Spans of time, which tell of the past only with a number."""
_NEARLY = frozenset(["almost", "nearly", "virtually"])
_HELD = frozenset(["accepted", "agreed", "assumed", "believed", "considered", "held", "known", "regarded", "thought"])
"""What is told of an opinion, however many share it."""
_SET = frozenset(["all", "every"])
_AIMING = frozenset(["for", "of", "at", "toward", "towards"])
"""Words before a form in -ing that tells what somebody is after, and no effect."""


def _ranks(column: Tokens, hit: Hit) -> bool:
    """Whether "most" is a part of "the most …", "the top 10 most …" or "most likely", which tells of no many cases."""
    before = column.words[hit.first - 1] if hit.first else ""
    after = column.words[hit.stop] if hit.stop < len(column.words) else ""
    listed = before == "," and column.words[max(hit.first - 2, 0)].endswith("est")  # "the oldest, most porous part"
    ranked = listed or before in _ARTICLES or before.endswith("'s") or before[:1].isdigit()
    return column.words[hit.first] == "most" and (ranked or before in _words("ordinal") or after in _words("raised"))


def misread(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a cue is none where it stands: in "the most …", "not found", "ways of improving", "Doubles from €140"."""
    if _ranks(column, hit) or _is_sought(column, hit, where):
        return True
    if hit.section == "generality":
        return _is_no_generality(column, hit, where)
    if hit.section == "history" and column.words[hit.first] in _SPANS:
        return not _is_dated(column, hit, where)
    if hit.section == "result" and column.words[hit.first] in _RAISES:
        return not _MONEY.isdisjoint(column.words[hit.stop : min(where.stop, hit.stop + FUNDS_REACH)])
    if hit.section == "result" and column.words[hit.first].endswith("ing") and hit.first > where.start:
        return column.words[hit.first - 1] in _AIMING
    single = hit.stop == hit.first + 1 and hit.section in {"result", "history"}
    return single and is_no_verb(column, hit.first, where)


def _is_no_generality(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a word such as "often" speaks of no many cases: in "almost 50%", "never arrived", "break less often"."""
    word = column.words[hit.first]
    after = column.words[hit.stop] if hit.stop < where.stop else ""
    if word in _NEARLY:
        return after[:1].isdigit()
    if word == "never":
        return tense(after) == "past"
    if word in {"widely", "generally", "commonly"} and after in _HELD:
        return True
    if hit.first > where.start and column.words[hit.first - 1] in _DEGREES:
        return word.endswith(("ly", "en"))
    return word in _SET and _is_set_phrase(column, hit, where)


def _is_set_phrase(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "all" or "every" speaks of no cases: "not at all", "after all", "every nine weeks", "every spring"."""
    before = column.words[hit.first - 1] if hit.first > where.start else ""
    after = column.words[hit.stop] if hit.stop < where.stop else ""
    if column.words[hit.first] == "every":
        return after[:1].isdigit() or after in _words("period")
    return before in {"at", "after", "above"} or after in {"but", "along", "over", "in"}


def _is_dated(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a century or an era is one that has a number: "the 12th century" and not "over a century"."""
    before = column.words[max(where.start, hit.first - 2) : hit.first]
    if "21" in before or before == ["twenty", "first"]:
        return False  # what is now
    return any(word[0].isdigit() or word in _words("ordinal") for word in before)


def _is_sought(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether something is "not found", which is no result of anybody's."""
    before = column.words[max(where.start, hit.first - 1) : hit.first]
    return column.words[hit.first] == "found" and before in (["not"], ["never"])


def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/reasons.txt", section)
