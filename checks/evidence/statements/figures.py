"""Figures: the amounts that a sentence gives, with what they count, so that an editor sees what needs a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checks.article import Article, MarkKind, once
from checks.evidence.sources.identifiers import identified
from checks.evidence.sources.laws import cited_laws
from checks.evidence.sources.links import is_numbered
from checks.evidence.sources.references import references
from checks.evidence.statements.counting import counted, is_plural, numerals, ratio, words_of
from checks.evidence.statements.lettered import is_named, whole_form
from checks.evidence.statements.outline import YEAR
from checks.parsing.addresses import addresses
from checks.phrases import Hit, read
from checks.tokens import Tokens, tokens

BOUNDED = 3
"""Tokens of a bound at most: "as much as"."""

YEAR_DIGITS = 4

_DIGIT = re.compile(r"\d")
_LARGE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{4,}")
_RANK = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_CURRENCIES = frozenset("$€£¥")
_JOINING = frozenset({"to", "or", "and", ",", "–"})
"""Between the numbers of a range or a list."""


@once
def pointers(article: Article) -> frozenset[int]:
    """Return the tokens of what only points somewhere: markers, laws, identifiers and addresses."""
    column = tokens(article)
    text = article.text
    spans = [one.span for one in references(article).markers if one.span.length]
    spans += [one.span for one in article.marks if one.kind is MarkKind.FOOTNOTE and one.span.length]
    spans += [one.span for one in article.marks if one.kind is MarkKind.LINK and is_numbered(article.slice(one.span))]
    spans += [*cited_laws(article), *(one.span for one in identified(article))]
    # Addresses that show are links, too.
    links = (one.span for one in article.marks if one.kind is MarkKind.LINK)
    spans += [span for link in links for span, _ in addresses(text, *link)]
    return frozenset(at for span in spans for at in range(column.at(span.start), column.at(span.end)))


def figure(article: Article, where: range, amounts: Sequence[Hit]) -> range | None:
    """Return the tokens of the amount that a sentence gives, with its bound and what it counts; None without one.

    A number in digits tells most, then a ratio in words ("one patient in five"), and a share
    or a large number in words of the list of cues (`amounts`) last.
    """
    column = tokens(article)
    for found in (_digits(article, column, where), ratio(column, where), _listed(article, column, where, amounts)):
        if found:
            return range(_bound(column, where, found.start), found.stop)
    return None


def year(article: Article, where: range) -> range | None:
    """Return the token of the first year of a sentence that is no pointer, as "(2008)" behind a name is."""
    column = tokens(article)
    if not where or not YEAR.search(article.text, *column.span(where.start, where.stop)):
        return None
    skipped = pointers(article)
    return next(
        (
            range(at, at + 1)
            for at in where
            if len(column.words[at]) == YEAR_DIGITS
            and YEAR.fullmatch(column.words[at])
            and at not in skipped
            and not is_named(column, at, where)
            and not (column.words[at - 1] == "(" and column.words[at + 1 : at + 2] == [")"])
        ),
        None,
    )


def is_bound(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether what looks like a comparison bounds an amount: "more than a year", "as much as 90 percent"."""
    words = column.words
    last = words[hit.stop - 1]
    if last not in {"than", "as"} or hit.stop >= where.stop:
        return False
    if last == "as" and words[hit.first] == "as" and words[hit.first + 1] in words_of("manner"):
        return True
    after = words[hit.stop]
    if after in {"a", "an"} and hit.stop + 1 < where.stop:
        return words[hit.stop + 1] in words_of("measure") | words_of("share") | words_of("whole")
    return after[0].isdigit() or after in _CURRENCIES or after in numerals() | words_of("share") | words_of("whole")


def number(article: Article, where: range) -> range | None:
    """Return the tokens of the first number in words with what it counts: "twelve months"."""
    column, numbers = tokens(article), numerals()
    for at in where if not numbers.isdisjoint(column.words[where.start : where.stop]) else ():
        if column.words[at] in numbers:
            stop = counted(column, at + 1, where)
            if stop > at + 1 and not _is_hyphened(article, column, at):
                return range(_bound(column, where, at), stop)
    return None


def _digits(article: Article, column: Tokens, where: range) -> range | None:
    """Return the tokens of the number in digits that tells most: a sum, a share or a large one before others.

    One that is no year, name, label or pointer; in parentheses only where no other is.
    """
    if not where or not _DIGIT.search(article.text, *column.span(where.start, where.stop)):
        return None
    skipped = pointers(article)
    found: list[tuple[int, range]] = []
    for at in where:
        form = column.forms[at]
        if (
            (found and at < found[-1][1].stop)
            or not form[0].isdigit()
            or at in skipped
            or YEAR.fullmatch(form)
            or _RANK.fullmatch(whole_form(column, at))
        ):
            continue
        if is_named(column, at, where) or _is_of_group(column, at, where):
            continue
        first = at - 1 if at > where.start and column.forms[at - 1] in _CURRENCIES else at
        amount = range(first, counted(column, _last_of(article, column, at, where), where))
        found.append((_weight(article, column, amount, where), amount))
    return max(found, key=lambda one: one[0])[1] if found else None


def _is_of_group(column: Tokens, at: int, where: range) -> bool:
    """Whether a number only tells of what age a group is: "patients over 80 are", "adults aged 18 to 24"."""
    words = column.words
    first = at
    if first - 2 > where.start and words[first - 1] in {"to", "and", "–"} and words[first - 2][0].isdigit():
        first -= 2
    if first - 1 > where.start and words[first - 1] in words_of("age"):
        return True
    bound = first - 2 if words[first - 1] == "than" else first - 1
    if bound <= where.start or words[bound] not in words_of("group"):
        return False
    after = words[at + 1] if at + 1 < where.stop else "."
    counts = (
        after in words_of("unit") | words_of("plural") | words_of("scale") or after == "per" or after in _CURRENCIES
    )
    counts = counts or is_plural(after)
    return not counts and (words[bound - 1] in words_of("plural") or is_plural(words[bound - 1]))


def _weight(article: Article, column: Tokens, amount: range, where: range) -> int:
    """Return how much a number tells: in parentheses least, then as a part of a word, then a count, most a sum."""
    if amount.start > where.start and column.words[amount.start - 1] == "(":
        return 0
    if any(column.forms[at][0].isdigit() and _is_part(article, column, at) for at in amount):
        return 1
    words = column.words[amount.start : amount.stop]
    large = words[0] in _CURRENCIES or _LARGE.fullmatch(words[0]) or "cent" in words
    return 3 if large or not _much().isdisjoint(words) else 2


@cache
def _much() -> frozenset[str]:
    """Return the words of a share or of a large number."""
    return words_of("scale") | {"%", "percent"}


def _last_of(article: Article, column: Tokens, at: int, where: range) -> int:
    """Return the end of a number or of several: "10 to 15", "45-50", "$5–10", "5% and 10%", "0, 15 or 20"."""
    last = at
    while over := _next_of(article, column, last, where):
        last = over
    return last + 1


def _next_of(article: Article, column: Tokens, last: int, where: range) -> int:
    """Return the token of the number with which a range or a list of numbers goes on behind one; 0 without."""
    words, stop = column.words, where.stop
    end = column.starts[last] + len(column.forms[last])
    at = last + 1
    if at < stop and words[at] == "%":
        at += 1
    if at < stop and words[at] in _JOINING:
        at += 1
    elif article.text[end : end + 1] != "-":
        return 0  # a hyphen is no token
    if at < stop and column.forms[at] in _CURRENCIES:
        at += 1
    numeric = at < stop and column.forms[at][0].isdigit() and not YEAR.fullmatch(column.forms[at])
    return at if numeric else 0


def _is_hyphened(article: Article, column: Tokens, at: int) -> bool:
    """Whether a number is a part of a word: "three-stage"."""
    end = column.starts[at] + len(column.forms[at])
    return article.text[end : end + 1] in {"-", "‑"}


def _is_part(article: Article, column: Tokens, at: int) -> bool:
    """Whether a number qualifies a noun with another word: "2-minute"."""
    end = column.starts[at] + len(column.forms[at])
    return _is_hyphened(article, column, at) and article.text[end + 1 : end + 2].isalpha()


def _bound(column: Tokens, where: range, first: int) -> int:
    """Return where the wording of a bound before a number begins: "more than", "up to", "nearly"."""
    here = column.words[max(where.start, first - BOUNDED) : first]
    return first - max((len(one) for one in _bounds() if tuple(here[-len(one) :]) == one), default=0)


@cache
def _bounds() -> tuple[tuple[str, ...], ...]:
    lines = read("checks.evidence", "lexicon/figures.txt")
    return tuple(tuple(line.split()) for name, line in lines if name == "bound")


def _is_share(column: Tokens, at: int, where: range) -> bool:
    """Whether a fraction is a share and no rank: "by a fifth", not "a third time" or "the third"."""
    if column.words[at] not in words_of("share") or at == where.start:
        return False
    if at + 1 < where.stop and column.words[at + 1].isalpha() and column.words[at + 1] not in words_of("small"):
        return False
    return column.words[at - 1] == "a" or column.words[at - 1] in numerals()


@cache
def _in_words() -> frozenset[str]:
    """Return the words of which one stands in every share or amount in words that is not in the list of cues."""
    return words_of("scale") | words_of("share")


def _listed(article: Article, column: Tokens, where: range, amounts: Sequence[Hit]) -> range | None:
    """Return the tokens of a share or an amount in words with what they end in: "a quarter", "half of the town"."""
    listed = {
        hit.first
        for hit in amounts
        if column.words[hit.first] in words_of("whole")
        and (hit.first == where.start or column.words[hit.first - 1] not in words_of("rank"))
    }
    if not listed and _in_words().isdisjoint(column.words[where.start : where.stop]):
        return None
    exact = next(
        (at for at in where if at in listed or column.words[at] in words_of("scale") or _is_share(column, at, where)),
        None,
    )
    if exact is None:
        return None
    words = column.words
    first, stop = exact, exact + 1
    while first > where.start and words[first - 1] in numerals() | {"a", "few", "several"}:
        first -= 1
    if stop + 1 < where.stop and words[stop] == "of":
        over = stop + 1
        while over < where.stop and words[over] in words_of("inner"):
            over += 1
        stop = (
            over + 1 if over < where.stop and words[over].isalpha() and words[over] not in words_of("small") else stop
        )
        if stop == over + 1 < where.stop and column.forms[over][0].isupper() and is_plural(words[stop]):
            stop += 1  # "of American homeowners"
        while stop < where.stop and _is_hyphened(article, column, stop - 1):
            stop = min(stop + 2, where.stop)  # "of long-term users"
    elif stop + 1 < where.stop and words[stop] in {"a", "an"}:
        stop += 2
    elif words[exact] in words_of("scale"):
        stop = counted(column, stop, where)
    return range(first, stop)
