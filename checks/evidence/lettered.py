"""Lettered: numbers with a letter behind them, which are amounts (40M) or names (18F, 5G)."""

from __future__ import annotations

import re

from checks.evidence.outline import tense
from checks.phrases import section_words
from checks.tokens import Tokens

_LETTERED = re.compile(r"\d{1,3}[A-Z]\d?(?:['’]s)?")
"""A name such as 18F or 5G, or an amount such as 40M or 18F."""


def whole_form(column: Tokens, at: int) -> str:
    """Return a number with the letters that stand behind it without a space: "12th", "18F"."""
    form = column.forms[at]
    joined = at + 1 < len(column.forms) and column.starts[at + 1] == column.starts[at] + len(form)
    return form + column.forms[at + 1] if joined and column.forms[at + 1][0].isalpha() else form


def is_name_of(column: Tokens, at: int, where: range) -> bool:
    """Whether what is written like an amount names somebody or something: "18F improved", "the 18F team"."""
    whole = whole_form(column, at)
    if not _LETTERED.fullmatch(whole):
        return False
    behind = at + 1 if whole == column.forms[at] else at + 2
    after = column.words[behind] if behind < where.stop else ""
    forms = tense(after) in {"past", "present", "s"} or after in {
        "also",
        "is",
        "was",
        "has",
        "had",
        "will",
        "can",
        "and",
    }
    named = at > where.start and column.words[at - 1] in {"a", "an", "the"} and after.isalpha()
    return (
        (forms and after not in section_words("checks.evidence", "lexicon/figures.txt", "unit"))
        or named
        or whole.endswith("s")
    )
