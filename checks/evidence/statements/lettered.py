"""Lettered: numbers that are no amounts but names (18F, 5G), labels (version 4.2) and times (6 May)."""

from __future__ import annotations

import re

from checks.evidence.statements.outline import YEAR, tense
from checks.phrases import section_words
from checks.tokens import Tokens

_LETTERED = re.compile(r"\d{1,3}[A-Z]\d?(?:['’]s)?")
"""A name such as 18F or 5G, or an amount such as 40M or 18F."""
_DAY = re.compile(r"[1-9]|[12]\d|3[01]")
_ARTICLES = frozenset({"a", "an", "the"})
_GOES_ON = frozenset({"also", "is", "was", "has", "had", "will", "can", "and"})
"""Words behind somebody's name that are no measure of anything."""


def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/figures.txt", section)


def whole_form(column: Tokens, at: int) -> str:
    """Return a number with the letters that stand behind it without a space: "12th", "18F"."""
    form = column.forms[at]
    joined = at + 1 < len(column.forms) and column.starts[at + 1] == column.starts[at] + len(form)
    return form + column.forms[at + 1] if joined and column.forms[at + 1][0].isalpha() else form


def is_name_of(column: Tokens, at: int, where: range) -> bool:
    """Whether what is written like an amount names somebody or something, here or elsewhere: "18F improved"."""
    whole = whole_form(column, at)
    if not _LETTERED.fullmatch(whole):
        return False
    if _is_name_here(column, at, where):
        return True
    text = range(len(column.forms))
    alike = (one for one in text if column.forms[one] == column.forms[at] and whole_form(column, one) == whole)
    return any(_is_name_here(column, one, text) for one in alike)


def _is_name_here(column: Tokens, at: int, where: range) -> bool:
    """Whether where it stands it can be nothing but a name: "18F improved", "the 18F team"."""
    whole = whole_form(column, at)
    behind = at + 1 if whole == column.forms[at] else at + 2
    after = column.words[behind] if behind < where.stop else ""
    if whole.endswith("s") or (at > where.start and column.words[at - 1] in _ARTICLES and after.isalpha()):
        return True
    does = tense(after) in {"past", "present", "s"} or after in _GOES_ON
    return does and after not in _words("unit")


def is_named(column: Tokens, at: int, where: range) -> bool:
    """Whether a number belongs to a name, a label or a time: "AeroPure 400", "version 4.2", "6 May", "2023-14"."""
    if is_name_of(column, at, where):
        return True
    if at == where.start:
        return column.words[at + 1 : at + 2] in (["."], [")"])  # the number of an item
    return _follows_name(column, at, where)


def _follows_name(column: Tokens, at: int, where: range) -> bool:
    """Whether what stands before a number makes it part of a name, a label or a time."""
    before = at - 1
    if column.words[before] == "." and before > where.start:
        before -= 1
    form = column.forms[before]
    if column.words[before] in _words("label") or _tells_time(column, at + 1):
        return True
    if column.words[before] == "top":
        return column.words[at + 1 : at + 2] not in (["%"], ["percent"], ["per"])  # "the top 10", but "the top 10%"
    if YEAR.fullmatch(form) and column.span(before, at + 1).length == len(form) + 1 + len(column.forms[at]):
        return True
    if column.words[before] in _words("when"):
        return bool(_DAY.fullmatch(column.words[at]))
    if column.words[before] in _words("leading"):
        return False
    first = before == where.start
    return form[:1].isupper() and (not first or (len(form) > 1 and form.isupper()))


def _tells_time(column: Tokens, after: int) -> bool:
    """Whether what follows a number makes it a time: "6 May", "4 p.m."."""
    here = column.forms[after : after + 3]
    month = here[:1] and here[0][0].isupper() and here[0].lower() in _words("when")
    return (
        bool(month)
        or [one.lower() for one in here] in (["p", ".", "m"], ["a", ".", "m"])
        or here[:1] in (["am"], ["pm"])
    )
