"""Identifiers of works: DOIs, ISBNs, ISSNs, arXiv and PubMed numbers, and what is wrong with their form.

Sources of the forms: DOI Handbook, 2.2; ISO 2108 and ISO 3297 (check digits);
arXiv, "Understanding the arXiv identifier"; the National Library of Medicine on
PubMed numbers; ClinicalTrials.gov on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.sources.references import dois
from checks.evidence.sources.standins import held_in_doi
from checks.known import Known
from checks.position import Span
from checks.tokens import vocabulary

MOST_OF_PUBMED = 8
"""Digits of a PubMed number at most."""
OLD_ISBN, NEW_ISBN = 10, 13
"""Digits of an ISBN before 2007, and since."""
OF_TRIAL = 8
"""Digits of a number of ClinicalTrials.gov."""
FIRST_ARXIV, FIVE_DIGITS = 704, 1501
"""Year and month from which arXiv's numbers have the present form, and from which they have five digits at the end."""

_DIGIT = re.compile(r"\d")
_LIKE_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}
"""Letters that are read, or were scanned, for digits."""
_LABELS_OF_DOI = ("doi:", "doi.org", "doi/", "doi ")
_BEFORE_DOI = ("doi:", "doi: ", "doi ", "doi.org/")
LONGEST_LABEL = 8
"""Code points of "doi.org/", the longest of what stands before a DOI and nothing else."""
_LABELLED_DOI = re.compile(r"\bdoi(?:\.org/|: ?|/| )(?=[\w.]*\d|https?:)([^\s\"<>,;)\]]{3,120})", re.IGNORECASE)
_LETTERED_DOI = re.compile(r"(?<![\w./])(?=[\d.]{0,7}[OolI])[1lI][0Oo]\.[\dOolI]{4,9}/[^\s\"<>,;)\]]{2,120}")
_BEGINS_DOI = re.compile(r"[1lI][0Oo]\.[\dOolI]{4}")
_GOOD_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?10\.\d{4,9}(?:\.\d{1,9}){0,5}/\S+", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:[- ]?1[03])?:? ?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])(?![\d-])", re.IGNORECASE)
_LIKE_ISBN = re.compile(r"\bISBN(?:[- ]?1[03])?:? ?(\d[\d-]{6,20}[\dXx])(?![\w-])", re.IGNORECASE)
_ISSN = re.compile(r"\be?ISSN:? ?(\d{4}-?\d{3}[\dXx])\b", re.IGNORECASE)
_ARXIV = re.compile(
    r"\barXiv(?:: ?|\.org/(?:abs|pdf)/)([a-z-]{0,20}(?:\.[A-Z]{2})?/?[\d.]{1,20}(?:v\d{1,3})?)(?![\w/])", re.IGNORECASE
)
_NEW_ARXIV = re.compile(r"(\d\d)(\d\d)\.(\d{4,5})(?:v\d{1,3})?")
_OLD_ARXIV = re.compile(r"[a-z-]{2,20}(?:\.[A-Z]{2})?/\d\d(\d\d)\d{3}(?:v\d{1,3})?", re.IGNORECASE)
_PUBMED = re.compile(r"\bPMID:? ?(\d{1,20})\b|\bpubmed\.ncbi\.nlm\.nih\.gov/(\d{1,20})\b", re.IGNORECASE)
_CENTRAL = re.compile(r"\bPMC(\d{4,8})\b")
_TRIAL = re.compile(r"\bNCT(\d{4,12})\b")


class Identifier(NamedTuple):
    """One identifier as it stands in a text."""

    kind: str
    """`DOI`, `ISBN`, `ISSN`, `arXiv`, `PMID`, `PMCID` or `NCT`."""
    span: Span
    """In the text, without its label."""
    key: str
    """The same for the same work, however it is written."""
    fault: str = ""
    """What cannot be right about it, in a sentence; empty when it may be right."""


@once
def identified(article: Article) -> tuple[Identifier, ...]:
    """Return the identifiers that an article shows."""
    return tuple(identifiers(article.text)) if any(map(_OPENING.__getitem__, vocabulary(article))) else ()


_OPENS = re.compile(r"10\.|[a-z].*10$|^[1li]o$|^l0$|doi|issn|isbn|arxiv|pmid|pubmed|pmc\d|nct\d")
"""A token, in lower case, of which one stands in every identifier or before it."""
_OPENING = Known[str, bool](lambda word: _OPENS.search(word) is not None)


def identifiers(text: str) -> Iterator[Identifier]:
    """Yield the identifiers in a text, right and wrong ones, kind by kind."""
    if not _DIGIT.search(text):
        return
    seen = text.lower()
    yield from _dois(text, labelled="doi" in seen and any(sign in seen for sign in _LABELS_OF_DOI))
    if "isbn" in seen:
        yield from _isbns(text)
    if "issn" in seen:
        yield from _issns(text)
    if "arxiv" in seen:
        yield from _arxiv(text)
    if "pmid" in seen or "pubmed" in seen:
        yield from _pubmed(text)
    for kind, pattern, label in (("PMCID", _CENTRAL, "PMC"), ("NCT", _TRIAL, "NCT")):
        for match in pattern.finditer(text) if label in text else ():
            wrong = kind == "NCT" and len(match[1]) != OF_TRIAL
            fault = f"{match[0]} has {len(match[1])} digits; the number of a trial has eight." if wrong else ""
            yield Identifier(kind, Span(*match.span()), match[1], fault)


def _dois(text: str, *, labelled: bool) -> Iterator[Identifier]:
    right = set()
    for span in dois(text):
        right.add(span.start)
        shown = text[span.start : span.end]
        held = held_in_doi(shown)
        fault = f"“{shown}” is no DOI yet: “{held}” holds the place of what is still to come." if held else ""
        # An address of a publisher's may end in a slash behind its DOI.
        before = text[max(0, span.start - LONGEST_LABEL) : span.start].lower()
        if not fault and shown.endswith("/") and before.endswith(_BEFORE_DOI):
            fault = f"“{shown}” ends with a slash: the end of the DOI is missing, or the slash is one too many."
        yield Identifier("DOI", span, shown.lower().rstrip("/"), fault)
    # A letter that looks like a digit, which shows without a label, too.
    for match in _LETTERED_DOI.finditer(text) if _BEGINS_DOI.search(text) else ():
        shown = match[0].rstrip(".:!?'\"”’")
        right.add(match.start())
        span = Span(match.start(), match.start() + len(shown))
        yield Identifier("DOI", span, shown.lower(), f"“{shown}” cannot be a DOI: {_fault_of_doi(shown)}.")
    for match in _LABELLED_DOI.finditer(text) if labelled else ():
        shown = match[1].rstrip(".:!?'\"”’")
        # "DOI 2019" may be the Department of the Interior's year.
        if match.start(1) not in right and ("/" in shown or "." in shown) and not _GOOD_DOI.fullmatch(shown):
            span = Span(match.start(1), match.start(1) + len(shown))
            yield Identifier("DOI", span, shown.lower(), f"“{shown}” cannot be a DOI: {_fault_of_doi(shown)}.")


def _fault_of_doi(shown: str) -> str:
    if shown.lower().startswith("http"):
        return "another address stands where it should begin"
    letter = next((one for one in shown.partition("/")[0] if one in _LIKE_DIGITS), "")
    if letter and _LETTERED_DOI.fullmatch(shown):
        return f"a letter {letter} stands in its prefix where the digit {_LIKE_DIGITS[letter]} belongs"
    return "its prefix or suffix is missing" if shown.startswith("10.") else "it does not begin with “10.”"


def _isbns(text: str) -> Iterator[Identifier]:
    right = set()
    for match in _ISBN.finditer(text):
        right.add(match.start(1))
        values = _values(match[1])
        fault = (
            ""
            if _is_isbn(values)
            else f"The check digit of ISBN {match[1]} does not fit, so at least one digit is wrong."
        )
        yield Identifier("ISBN", Span(*match.span(1)), _same_isbn(values), fault)
    for match in _LIKE_ISBN.finditer(text):
        if match.start(1) not in right:
            count = len(_values(match[1]))
            fault = f"ISBN {match[1]} has {count} digits; an ISBN has 10, or 13 that begin with 978 or 979."
            yield Identifier("ISBN", Span(*match.span(1)), match[1], fault)


def _issns(text: str) -> Iterator[Identifier]:
    for match in _ISSN.finditer(text):
        right = _is_issn(_values(match[1]))
        fault = "" if right else f"The check digit of ISSN {match[1]} does not fit, so at least one digit is wrong."
        yield Identifier("ISSN", Span(*match.span(1)), match[1].replace("-", "").lower(), fault)


def _arxiv(text: str) -> Iterator[Identifier]:
    for match in _ARXIV.finditer(text):
        shown = match[1].removesuffix(".pdf").rstrip(".")
        span = Span(match.start(1), match.start(1) + len(shown))
        yield Identifier("arXiv", span, re.sub(r"v\d+$", "", shown.lower()), _fault_of_arxiv(shown))


def _fault_of_arxiv(shown: str) -> str:
    new, old = _NEW_ARXIV.fullmatch(shown), _OLD_ARXIV.fullmatch(shown)
    if not new and not old:
        return f"“{shown}” cannot be an arXiv number: it is written like 1234.56789 or, if old, field/1234567."
    month = int(new[2] if new else old[1] if old else 0)
    if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        return (
            f"“{shown}” cannot be an arXiv number: its third and fourth digit are a month, and there is no {month:02}."
        )
    if new:
        since = int(new[1] + new[2])
        digits = 5 if since >= FIVE_DIGITS else 4
        if since >= FIRST_ARXIV and len(new[3]) != digits:
            return f"“{shown}” cannot be an arXiv number: those of that month have {digits} digits behind the point."
    return ""


def _pubmed(text: str) -> Iterator[Identifier]:
    for match in _PUBMED.finditer(text):
        number = match[1] or match[2]
        span = Span(*match.span(1 if match[1] else 2))
        fault = ""
        if len(number) > MOST_OF_PUBMED:
            fault = f"PMID {number} has {len(number)} digits; a PubMed number has eight at most."
        elif number.startswith("0"):
            fault = f"PMID {number} begins with a nought; no PubMed number does."
        yield Identifier("PMID", span, number, fault)


def _values(shown: str) -> list[int]:
    return [10 if digit in "Xx" else int(digit) for digit in shown if digit not in "- "]


def _is_isbn(values: list[int]) -> bool:
    """Whether an ISBN of 10 or 13 digits has the right check digit (ISO 2108)."""
    if len(values) == OLD_ISBN:
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return values[-1] < OLD_ISBN and sum(value * (1 + 2 * (at % 2)) for at, value in enumerate(values)) % 10 == 0


def _same_isbn(values: list[int]) -> str:
    """Return what an ISBN of 10 digits shares with its form of 13: the nine digits before the check digit."""
    return "".join(map(str, values[-10:-1]))


def _is_issn(values: list[int]) -> bool:
    """Whether an ISSN has the right check digit (ISO 3297)."""
    return sum(value * (8 - at) for at, value in enumerate(values)) % 11 == 0
