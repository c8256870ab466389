"""Dates and large figures that are written in two ways in one article, and dates with half of their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind
from checks.finding import Finding, Severity
from checks.grammar.odd import Style, odd
from checks.grammar.reading import found, is_quoted, reading, word_index
from checks.position import Span
from checks.rule import Example, Rule

DATES = Rule(
    name="grammar/date-style",
    summary="A date that is written otherwise than the article’s other dates: 5 May among May 5, May 5th among May 5.",
    why="A text that changes its way of writing dates looks put together from several, and figures alone are misread.",
    fix="Write it like the other dates.",
    source="Chicago Manual of Style 6.38 and 9.31, AP Stylebook, the Guardian: one order, and no ordinals.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("It opened on May 5, 2014, closed on June 1, 2015, and opened again on [[3 July 2016]]."),
        Example("It opened on 5 May 2014, closed on 1 June 2015, and opened again on [[July 3, 2016]]."),
        Example("It opened on May 5, closed on June 1, and will open again on [[July 3rd]]."),
    ),
    passed=(
        Example("It opened on May 5, 2014, and closed on 1 June 2015."),
        Example("It opened on May 5 and closed on June 1. “We leave on 3 July,” he wrote. May 2014 was warm."),
    ),
)

ONE_SIDED = Rule(
    name="grammar/one-sided-comma",
    summary="A comma on one side only of what interrupts a sentence: “On May 5, 2014 the ferry”, “is however, late”.",
    why="A pair of commas works like a pair of brackets; with one of them readers look for the other.",
    fix="Put in the second comma, or take out the first.",
    source="Chicago Manual of Style 6.38 and 6.49, AP Stylebook: comma.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("On [[May 5, 2014]] the ferry began to run."),
        Example("The ferry is old, [[however]] it is never late."),
        Example("The ferry [[however,]] is never late."),
    ),
    passed=(
        Example(
            "On May 5, 2014, the ferry began to run. In May 2014 the pier was built. On May 5, 2014 and later it ran."
        ),
        Example("The ferry is, however, never late. It leaves, however small the crew. It is old; however, it runs."),
    ),
)

THOUSANDS = Rule(
    name="grammar/thousands-style",
    summary="A large figure without the comma that other large figures of the article have, or with it.",
    why="Readers compare figures at a glance, and cannot where they are written in two ways.",
    fix="Write it like the other figures.",
    source="Chicago Manual of Style 9.55, AP Stylebook: numerals.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "The ferry took 12,000 people in 2011, 14,500 in 2012 and 21,000 in 2013, and [[15000]] people in 2014."
        ),
        Example("It burned 12000 litres, then 14500 litres, then 21000 litres, and last [[11,200]] litres."),
    ),
    passed=(
        Example("The ferry took 12,000 people in 2011 and 14,500 in 2012. Order number 104533 is for 1,500 tickets."),
        Example(
            "It took 12,000 people, then 14,500, then 21,000, at 54 River Road, Rotterhaven 55012, and at [no](/99999)."
        ),
    ),
)

_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = frozenset(_NAMES.lower().split("|"))
_MONTH = f"(?:{_NAMES})"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9])"
_ORDINAL = "(?:st|nd|rd|th)"
_YEAR = r"(?:,? (?:1[5-9]|20)\d\d\b)?"
_DATE = re.compile(
    rf"\b{_MONTH} {_DAY}(?P<late_ordinal>{_ORDINAL})?\b(?!\.\d){_YEAR}"
    rf"|(?<![\w.,]){_DAY}(?P<ordinal>{_ORDINAL})? (?:of )?(?P<early>){_MONTH}\b{_YEAR}"
)

_SUBJECT = "(?:the|a|an|he|she|it|they|we|you|his|her|its|their|our|this|these|those|there)"
_INTERRUPTION = re.compile(
    rf"\b(?:On|on|by|By|until|Until|since|Since) (?P<date>{_MONTH} {_DAY}, (?:1[5-9]|20)\d\d) {_SUBJECT}\b"
    rf"|(?<=[a-z], )(?P<opened>however) (?=(?:it|they|he|she|we|there|this|these|those|the|you) )"
    r"|(?<=[a-z]{2} )(?P<closed>however,) (?=[a-z])"
)
_JOINED = re.compile(r"\b(?:and|but|or|that|which|who|if|because|when|where|while|as|so|than|yet) $")

_WITH_COMMA = re.compile(r"(?<![\w.,$€£#-])\d{2,3},\d{3}(?![\w,.-]|\.\d)(?= [a-z]|[.,;)])")
_WITHOUT_COMMA = re.compile(r"(?<![\w.,$€£#-])\d{5,6}(?= [a-z]{3,})")


def dates(article: Article) -> Iterator[Finding]:
    """Yield the first date in the rarer order, and the first one in the rarer form of its day."""
    if not _names_month(article):
        return
    here = _matches(article, _DATE)
    for first, second, is_second in (
        ("The month before the day", "The day before the month", _is_day_first),
        ("A plain day of the month", "A day of the month with its ending", _has_ordinal),
    ):
        one = Style(first, [Span(*match.span()) for match in here if not is_second(match)])
        two = Style(second, [Span(*match.span()) for match in here if is_second(match)])
        yield from odd(article, DATES, one, two, least=2, share=0.5, confidence=0.75)


def _is_day_first(match: re.Match[str]) -> bool:
    return match["early"] is not None


def _has_ordinal(match: re.Match[str]) -> bool:
    return bool(match["ordinal"] or match["late_ordinal"])


def thousands(article: Article) -> Iterator[Finding]:
    """Yield the first large figure in the rarer of two forms."""
    bare = _matches(article, _WITHOUT_COMMA)
    if bare:
        parted = [Span(*match.span()) for match in _matches(article, _WITH_COMMA)]
        without = Style("A large figure without a comma", [Span(*match.span()) for match in bare])
        with_comma = Style("A large figure with a comma", parted)
        yield from odd(article, THOUSANDS, with_comma, without, least=3, share=0.34, confidence=0.75)


def one_sided(article: Article) -> Iterator[Finding]:
    """Yield each date and each however that has a comma on one side only."""
    if "however" not in word_index(article) and not _names_month(article):
        return
    for match in found(article, _INTERRUPTION):
        group = match.lastgroup or ""
        span = Span(*match.span(group))
        if group == "closed" and _JOINED.search(match.string, max(0, span.start - 10), span.start):
            continue
        side = "before" if group == "closed" else "after"
        shown = match[group].rstrip(",")
        better = {"date": f"{shown},", "opened": f"{shown},", "closed": f", {shown},"}[group]
        message = f"“{shown}” interrupts the sentence and has no comma {side} it."
        replacements = () if group == "closed" else (better,)
        yield ONE_SIDED.finding(article, span, message, confidence=0.75, replacements=replacements)


def _names_month(article: Article) -> bool:
    return not _MONTHS.isdisjoint(word_index(article).words)


def _matches(article: Article, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return where a pattern stands in running text of the author's own."""
    text = reading(article)
    return [
        match
        for match in found(article, pattern)
        if text.block(match.start()).kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and not is_quoted(text.before(match.start()))
    ]
