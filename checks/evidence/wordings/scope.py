"""Scope: comparisons that a ranking brings along, so that a reader can check it.

"The tallest of the nine towers", "the largest share, 42 per cent of all", "at
540 km² the largest lake, against 310 km² of the next". The measure of the thing
alone is no comparison, "at £90 the cheapest kettle in Europe", but of land and
living things, which nobody sells by it, it is enough to look them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article
from checks.evidence.sources.references import is_marked
from checks.evidence.statements.counting import numerals
from checks.evidence.statements.outline import YEAR, tense
from checks.evidence.wordings.atlas import measures_land
from checks.finding import Evidence
from checks.phrases import Hit
from checks.position import Span
from checks.tokens import Tokens

SET_REACH = 6
"""Tokens after a ranking in which its comparison set may begin."""

FIGURE_REACH = 60
"""Tokens before and behind a ranking in which a figure may measure it, and a verb make a clause."""

COMPARED = 6
"""Tokens before a figure in which "than" or "against" sets it beside another."""

SECOND = 3
"""Tokens before a ranking among which "second" stands."""

FOLLOWED = 16
"""Tokens behind a ranking in which what comes before it may be named."""

_AFTER = frozenset(["after", "behind", "following"])
_FIGURE = re.compile(r"\d[\d.,]*")
_OF = frozenset(["of", "among", "amongst", "between"])
_CONJUNCTIONS = frozenset(["and", "but", "while", "whereas", "although", "though", "because", "so", ":", "—", "–"])
_CURRENCIES = frozenset("$€£¥")
_NO_UNITS = frozenset([
    "it", "they", "we", "he", "she", "this", "that", "the", "a", "an", "its", "their", "our", "is", "was",
    "are", "were", "in", "on", "of", "at", "for", "by", "to", "with", "from", "or", *_CONJUNCTIONS,
])  # fmt: skip
"""Words behind a figure that are no unit of it."""
_ANY = frozenset(["the", "all", "its", "their", "our", "these", "those", "some", "about", "roughly"])
_AGAINST = frozenset(["than", "against", "versus", "vs", "ahead", "followed", "next", "second", "runner-up", "average"])
_SHARES = frozenset(["%", "percent", "cent"])
_MEASURED = frozenset({"measurable", "judged"})
_BESIDES = frozenset(["#", "no", "number", "top", "chapter", "page", "version", "step", "figure", "table", "part"])


def scope(article: Article, column: Tokens, hit: Hit, sentence: int, kind: str) -> Iterator[Evidence]:
    """Yield the figure or the comparison set that shows what a ranking rests on.

    A figure compares what can be measured only; a comparison set makes any
    ranking one that a reader can go through.
    """
    where = column.sentences[sentence]
    if kind in _MEASURED or "only" in column.words[hit.first : hit.stop]:
        start = _comparison_set(column, hit, where) or _runner_up(column, hit, where)
        if start:
            yield _evidence(article, "comparison", column.span(start.start, start.stop))
    if kind == "measurable":
        near = range(max(where.start, hit.first - FIGURE_REACH), min(where.stop, hit.stop + FIGURE_REACH))
        figures = [
            at
            for at in near
            if _is_figure(column, at, where)
            and not _is_parted(column, near, at, hit)
            and not is_marked(article, column.span(at, at + 1))
        ]
        shown = next((at for at in figures if _compares(column, at, where)), None)
        if shown is None:
            shown = next((at for at in figures if measures_land(column, hit, at, where)), None)
        if shown is not None:
            yield _evidence(article, "figure", column.span(shown, _measure(column, shown, where)))


def _runner_up(column: Tokens, hit: Hit, where: range) -> range | None:
    """Return the tokens of what comes first where the ranking is the second: "after Germany"."""
    words = column.words
    if "second" not in words[max(where.start, hit.first - SECOND) : hit.stop]:
        return None
    for at in range(hit.stop, min(where.stop - 1, hit.stop + FOLLOWED)):
        if words[at] in _AFTER:
            named = at + 2 if words[at + 1] in {"the", "to"} and at + 2 < where.stop else at + 1
            return range(at, named + 1) if column.forms[named][:1].isupper() else None
    return None


def _compares(column: Tokens, at: int, where: range) -> bool:
    """Whether a figure stands beside that of others, or is a share of the whole."""
    behind = column.words[at + 1 : min(where.stop, at + 3)]
    before = column.words[max(where.start, at - COMPARED) : at]
    return not _SHARES.isdisjoint(behind) or not _AGAINST.isdisjoint(before)


def _measure(column: Tokens, at: int, where: range) -> int:
    """Return the end of a figure with its unit: "540 square", "£90", "12 per cent"."""
    words = column.words
    if at > where.start and words[at - 1] in _CURRENCIES:
        return at + 1
    if words[at + 1 : at + 3] == ["per", "cent"]:
        return min(at + 3, where.stop)
    follows = (
        at + 1 < where.stop and words[at + 1] not in _NO_UNITS and (words[at + 1] == "%" or words[at + 1][0].isalpha())
    )
    return at + 2 if follows else at + 1


def _is_parted(column: Tokens, near: range, at: int, hit: Hit) -> bool:
    """Whether a figure stands in another clause than the ranking: "has 78,000 inhabitants and is the oldest".

    A clause is one with a verb of its own behind a conjunction; a mere phrase, such as
    "and 40 metres long", belongs to the clause before it.
    """
    first, last = (at, hit.first) if at < hit.first else (hit.stop, at)
    for cut in range(first, last):
        if column.words[cut] == ";":
            return True
        if column.words[cut] in _CONJUNCTIONS:
            before = _clause(column, range(cut - 1, near.start - 1, -1))
            if before and _clause(column, range(cut + 1, near.stop)):
                return True
    return False


def _clause(column: Tokens, rest: range) -> bool:
    """Whether a verb stands in what follows, or precedes, up to the next conjunction or stop."""
    for at in rest:
        if column.words[at] in _CONJUNCTIONS:
            return False
        if tense(column.words[at]) in {"present", "past"}:
            return True
    return False


def _comparison_set(column: Tokens, hit: Hit, where: range) -> range | None:
    """Return the tokens of "of the nine", "among 24"."""
    words = column.words
    # In "only one of the three" the "of" is part of the wording.
    for at in range(hit.first, min(where.stop, hit.stop + SET_REACH)):
        if words[at] in _OF:
            number = at + 1
            while number < where.stop and (words[number] in _ANY or words[number].endswith("'s")):
                number += 1
            if number < where.stop and (words[number] in numerals() or _is_figure(column, number, where)):
                return range(at, number + 1)
    return None


def _is_figure(column: Tokens, at: int, where: range) -> bool:
    """Whether a token is a number that measures: no year, date, rank or name of a thing."""
    word = column.words[at]
    if not _FIGURE.fullmatch(word) or YEAR.fullmatch(word):
        return False
    # "No. 7": the stop belongs to the word before it.
    beside = at - 2 if at > where.start and column.words[at - 1] == "." else at - 1
    before = column.words[beside] if beside >= where.start else ""
    after = column.forms[at + 1] if at + 1 < where.stop else ""
    if before in _BESIDES or after in {"th", "st", "nd", "rd", "/", ":"}:
        return False
    # "Boeing 747", "May 4": a number beside a capital belongs to a name or a date.
    named = at - 1 > where.start and column.forms[at - 1][:1].isupper()
    return not named and not (after[:1].isupper() and after.isalpha())


def _evidence(article: Article, kind: str, span: Span) -> Evidence:
    return Evidence(kind, article.slice(span), article.map.to_source(span), 0, supports=True)
