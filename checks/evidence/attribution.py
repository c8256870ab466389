"""Attribution: who is said to have said it, and whether a reader could find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, Sentence, once
from checks.phrases import Hit, phrases
from checks.position import Span
from checks.tokens import Tokens, tokens

NEAR = 8
"""Tokens within which a name and the verb of speech belong together."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your"}
)
_NOT_NAMES = frozenset(
    [
        "i",
        "i'm",
        "i've",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "english",
        "american",
        "british",
        "european",
        "internet",
    ]
)


class Attribution(NamedTuple):
    """A wording that credits somebody."""

    kind: str
    """`named`: a reader could find them; `name`: a bare name; `pronoun`: see before; `vague`: nobody in particular."""
    span: Span
    """In the text."""
    speech: bool
    """Whether a verb of speech carries it."""


@once
def attributions(article: Article) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions in each sentence of an article."""
    column = tokens(article)
    known: set[str] = set()
    found = []
    for sentence, where in zip(article.sentences, column.sentences, strict=True):
        here = tuple(_in_sentence(article, sentence, column, where, known))
        found.append(here)
    return tuple(found)


def is_name(column: Tokens, at: int, first: int) -> bool:
    """Whether the token at `at`, in a sentence that begins at `first`, looks like part of a proper name."""
    form = column.forms[at]
    if not form[0].isupper() or column.words[at] in _NOT_NAMES or column.words[at] in _DETERMINERS:
        return False
    if at > first:
        return True
    following = column.forms[at + 1] if at + 1 < len(column.forms) else ""
    return (form.isupper() and len(form) > 1) or (following[:1].isupper() and following.isalpha())


def _in_sentence(
    article: Article, sentence: Sentence, column: Tokens, where: range, known: set[str]
) -> Iterator[Attribution]:
    hits = list(phrases("checks.evidence", "lexicon/attribution.txt").find(column.words, where.start, where.stop))
    if not hits:
        return
    by_section: dict[str, list[Hit]] = {}
    for hit in hits:
        by_section.setdefault(hit.section, []).append(hit)
    speech = by_section.get("speech", [])
    according = by_section.get("according", [])
    studies = [hit.first for hit in by_section.get("study", [])]
    roles = [hit.first for hit in by_section.get("role", [])]
    houses = [hit.first for hit in by_section.get("institution", [])]
    names = [at for at in where if is_name(column, at, where.start)]
    years = [at for at in where if _YEAR.fullmatch(column.words[at])]
    named = False
    for hit in according:
        after = range(hit.stop, min(hit.stop + 2 * NEAR, where.stop))
        if any(at in after for at in names):
            named = True
            yield Attribution("named", column.span(hit.first, _name_end(names, after)), False)
    for hit in speech:
        before = [at for at in names if hit.first - NEAR <= at < hit.first]
        behind = [
            at for at in names if hit.stop <= at < hit.stop + 3 and _quoted_before(column, hit.first, where.start)
        ]
        if before or behind:
            who = before or behind
            first, stop = who[0], max(who[-1] + 1, hit.stop)
            near = range(first - NEAR, stop + NEAR)
            told = any(at in near for at in roles + houses) or any(column.words[at] in known for at in who)
            if any(at in near for at in roles):
                known.update(column.words[at] for at in who)
            named = named or told
            yield Attribution("named" if told else "name", column.span(min(first, hit.first), stop), True)
        elif hit.first > where.start and column.words[hit.first - 1] in _PRONOUNS:
            yield Attribution("pronoun", column.span(hit.first - 1, hit.stop), True)
    for at in studies:
        near = range(at - NEAR, at + NEAR)
        if (any(one in near for one in years) and any(one in near for one in names)) or (
            any(one in near for one in houses) and any(one in near for one in names)
        ):
            named = True
            yield Attribution("named", column.span(at, at + 1), False)
            break
    for at in roles:
        if any(abs(one - at) <= NEAR for one in names):
            known.update(column.words[one] for one in names if abs(one - at) <= NEAR)
    if not named:
        reach = where.start - 1
        for hit in sorted(by_section.get("vague", []), key=lambda one: (one.first, -one.stop)):
            if hit.first > reach:
                reach = hit.stop - 1
                yield Attribution("vague", column.span(hit.first, hit.stop), False)


def _name_end(names: list[int], within: range) -> int:
    inside = [at for at in names if at in within]
    stop = inside[0] + 1
    while stop in inside:
        stop += 1
    return stop


def _quoted_before(column: Tokens, at: int, first: int) -> bool:
    """Whether a quotation or a comma stands right before: “…,” said Smith."""
    return at > first and column.forms[at - 1] in {'"', "”", "’", "'", ","}
