"""Views: strong wordings that are told as what somebody thinks, whom the sentence names.

"Hegel held that the state is supreme", "seen by its supporters as ideal", "the argument that nothing compares":
the author vouches for none of these. What "critics" or "many" think, or a company of itself, is no such view.
"""

from __future__ import annotations

from functools import cache

from checks.phrases import Hit, section_words
from checks.tokens import Tokens

REACH = 25
"""Tokens before a wording in which a verb or noun of opinion has it for what somebody thinks."""

HOLDER = 4
"""Words between whoever thinks and the verb, and between a noun and its determiner, at most."""

_OWN = frozenset(["we", "our", "i", "my", "us", "you", "your"])
_FINDS = frozenset(["find", "finds", "found"])
"""What is found is a fact, unless whoever found it asked for opinions."""

_SELF = frozenset(["its", "our", "itself", "ourselves"])
"""Words by which a view is of whoever holds it: "Acme believes that its pump is the best"."""


@cache
def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/views.txt", section)


@cache
def _cues() -> frozenset[str]:
    """Return all that can make a view, so that most wordings need one look at the words before them."""
    sections = ("that", "clause", "participle", "as", "object", "thought")
    return frozenset().union(*map(_words, sections))


def nobody() -> frozenset[str]:
    """Return the words for those who think by the crowd, or of what they sell."""
    return _words("nobody")


def is_view(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a wording is told as what somebody thinks whom the sentence names."""
    words = column.words
    first = max(where.start, hit.first - REACH)
    before = words[first : hit.first]
    if _cues().isdisjoint(before) or not _OWN.isdisjoint(before):
        return False
    for at in range(hit.first - 1, first - 1, -1):
        if words[at] in _words("ends") or _goes_on(column, at, where):
            return False
        if words[at] in _cues() and _tells(column, at, hit, where):
            return _SELF.isdisjoint(_content(words[at + 1 : hit.first]))
    return False


def _content(behind: list[str]) -> list[str]:
    """Return what stands before a wording in what is thought, without those who think it: "by its supporters as"."""
    return behind[behind.index("as") :] if "as" in behind else behind


def _goes_on(column: Tokens, at: int, where: range) -> bool:
    """Whether another predicate begins at a token: "believed in God, and wrote"."""
    if column.words[at] != "and" or at == where.start:
        return False
    return column.words[at - 1] == "," or column.words[at + 1].endswith("ed")


def _tells(column: Tokens, at: int, hit: Hit, where: range) -> bool:
    """Whether the word at a token has the wording for what somebody thinks."""
    words = column.words
    word, behind = words[at], words[at + 1 : hit.first]
    if word in _words("thought") and behind[:1] == ["that"]:
        return _is_noun(words[max(where.start, at - HOLDER) : at])
    if word in _words("participle") and _opens_clause(behind):
        return True
    if word in _words("as") and "as" in behind:
        return _has_holder(column, at, where) or _is_by_somebody(column, range(at + 1, hit.first))
    if word in _words("object") and "by" in behind[:1]:
        return _is_by_somebody(column, range(at + 1, hit.first))
    if (word in _words("that") and behind[:1] == ["that"]) or (word in _words("clause") and _opens_clause(behind)):
        return _has_holder(column, at, where)
    # "Called the renowned chef" has nobody for anything: the wording is to stand behind the object.
    return word in _words("object") and not _words("determiner").issuperset(behind) and _has_holder(column, at, where)


def _opens_clause(behind: list[str]) -> bool:
    """Whether what stands behind a verb can be a clause that tells a thought."""
    return bool(behind) and behind[0] not in _words("no clause")


def _has_holder(column: Tokens, verb: int, where: range) -> bool:
    """Whether somebody who is named, or told apart from others, is the subject of a verb."""
    words, at = column.words, verb - 1
    while at >= where.start and (words[at] in _words("between") or words[at].endswith("ly")):
        at -= 1
    if at < where.start or words[at] in _words("passive"):
        return False
    if words[at] in _words("nobody"):
        return words[verb] == "voted"  # whoever votes is counted
    if words[verb] in _FINDS:
        return words[at] in _words("poll")
    if words[at] in _words("pronoun") or column.forms[at][:1].isupper():
        return True
    # "A movement called the Horde" has nobody for anything; "his pupils called him" does.
    if words[verb] in _words("object") and not _is_object(column, verb + 1):
        return False
    return words[at].isalpha() and _is_noun(words[max(where.start, at - HOLDER) : at])


def _is_object(column: Tokens, at: int) -> bool:
    return column.words[at] in _words("object pronoun") or column.forms[at][:1].isupper()


def _is_noun(before: list[str]) -> bool:
    """Whether a determiner or an owner stands before a word, so that it is a noun and tells one from others."""
    return any(word in _words("determiner") or word.endswith("'s") for word in before)


def _is_by_somebody(column: Tokens, between: range) -> bool:
    """Whether "by" and somebody who is told apart, or "in" and a place, say whose view it is: "seen in Poland as"."""
    by = next((at for at in between if column.words[at] in {"by", "in"}), None)
    if by is None or by + 1 not in between:
        return False
    holder = range(by + 1, min(by + 1 + HOLDER, between.stop))
    if column.words[by] == "in" and not any(column.forms[at][:1].isupper() for at in holder):
        return False
    return _words("nobody").isdisjoint(column.words[at] for at in holder)
