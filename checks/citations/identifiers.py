"""Identifiers: DOIs, ISBNs, ISSNs, arXiv and PubMed numbers that cannot be right by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article
from checks.citations.source_rules import DOI
from checks.finding import Finding
from checks.position import Span

_DOI_LABEL = re.compile(r"\bdoi(?:\.org/|: ?|/| )(?=[\w.]*[\d])([^\s\"<>,;)\]]{3,120})", re.IGNORECASE)
_GOOD_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?10\.\d{4,9}(?:\.\d{1,9}){0,5}/\S+", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:[- ]?1[03])?:? ?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])(?![\d-])")
_ISSN = re.compile(r"\be?ISSN:? ?(\d{4}-?\d{3}[\dXx])\b")
_ARXIV = re.compile(r"\barXiv: ?([a-z-]{0,20}(?:\.[A-Z]{2})?/?[\d.]{1,20}(?:v\d{1,3})?)(?![\w/])")
_GOOD_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?")
_PUBMED = re.compile(r"\bPMID:? ?(\d{1,20})\b")
MOST_OF_PUBMED = 8
"""Digits of a PubMed number at most."""
OLD_ISBN = 10
"""Digits of an ISBN before 2007; newer ones have 13."""


def identifiers(article: Article) -> Iterator[Finding]:
    """Yield a finding for each identifier that cannot be right by its form."""
    yield from _dois(article)
    yield from _by_check_digit(article)
    text = article.text
    for match in _ARXIV.finditer(text) if "arXiv" in text else ():
        shown = match[1].rstrip(".")
        if not _GOOD_ARXIV.fullmatch(shown):
            span = Span(match.start(1), match.start(1) + len(shown))
            message = f"“{shown}” cannot be an arXiv number: it is written like 1234.56789 or, if old, field/1234567."
            yield DOI.finding(article, span, message, confidence=0.9)
    for match in _PUBMED.finditer(text) if "PMID" in text else ():
        if len(match[1]) > MOST_OF_PUBMED:
            message = f"PMID {match[1]} has {len(match[1])} digits; a PubMed number has eight at most."
            yield DOI.finding(article, Span(*match.span(1)), message, confidence=0.95)


def _dois(article: Article) -> Iterator[Finding]:
    text = article.text
    for match in _DOI_LABEL.finditer(text) if "doi" in text or "DOI" in text else ():
        shown = match[1].rstrip(".:!?'\"”’")
        if not _GOOD_DOI.fullmatch(shown):
            fault = "it does not begin with “10.”" if not shown.startswith("10.") else "its prefix or suffix is missing"
            span = Span(match.start(1), match.start(1) + len(shown))
            yield DOI.finding(article, span, f"“{shown}” cannot be a DOI: {fault}.", confidence=0.9)


def _by_check_digit(article: Article) -> Iterator[Finding]:
    text = article.text
    for name, pattern, is_right in (("ISBN", _ISBN, _is_isbn), ("ISSN", _ISSN, _is_issn)):
        for match in pattern.finditer(text) if name in text else ():
            if not is_right(_values(match[1])):
                message = f"The check digit of {name} {match[1]} is wrong, so at least one digit is."
                yield DOI.finding(article, Span(*match.span(1)), message, confidence=0.95)


def _values(shown: str) -> list[int]:
    return [10 if digit in "Xx" else int(digit) for digit in shown if digit not in "- "]


def _is_isbn(values: list[int]) -> bool:
    """Whether an ISBN of 10 or 13 digits has the right check digit (ISO 2108)."""
    if len(values) == OLD_ISBN:
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return sum(value * (1 + 2 * (at % 2)) for at, value in enumerate(values)) % 10 == 0


def _is_issn(values: list[int]) -> bool:
    """Whether an ISSN has the right check digit (ISO 3297)."""
    return sum(value * (8 - at) for at, value in enumerate(values)) % 11 == 0
