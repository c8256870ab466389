"""Identity: by what two entries of a list of references are known to be the same work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from checks.article import Article, MarkKind
from checks.evidence.sources.identifiers import identifiers
from checks.evidence.sources.links import host_of, is_front
from checks.evidence.sources.references import Entry
from checks.position import Span

OF_WORKS = frozenset({"DOI", "arXiv", "PMID", "PMCID", "NCT"})
"""Kinds of identifier that name one work; an ISSN names a journal, and an ISBN may name a book of many chapters."""

TITLE_WORDS = 3
"""Words from which a title tells what work it is, and from which a shortened one does."""

NAMES_WITHIN = 80
"""Code points at the beginning of an entry in which its authors stand."""

LEAST_LETTERS = 20
"""Code points beyond which the words of an entry tell what work it is."""

_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\[\d{1,3}\]\s+|\d{1,3}[.)]\s+")
_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)([a-z])?\b")
_YEAR_FIRST = re.compile(r"\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]?\s+")
_INITIAL = r"(?:[A-ZÀ-ÖØ-Þ](?![a-zß-ÿ])\.?[ -]?)"
_SURNAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_JOINED = r"[,;.:]?\s*(?:(?:and|&) )?"
_AUTHOR = re.compile(rf"{_SURNAME},? {_INITIAL}{{1,3}}{_JOINED}")
_INITIALS_FIRST = re.compile(rf"{_INITIAL}{{1,3}}{_SURNAME}{_JOINED}")
_OTHERS = re.compile(r"et al\.?,?\s+")
_AFTER_YEAR = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{1,20})?\)[.,:]?\s+")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{8,300})[”\"]")
_END = re.compile(r"[.?!](?:\s|$)|\s+(?:In: |In [A-Z])|,? https?:| doi\b")
_PAGE = re.compile(r"\b(?:pp?\.|pages?|chapter|ch\.|§) ?(\d{1,5})")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]{2,30}")
_URL = re.compile(r"https?://[^\s<>\"”]+")
_NOT_AUTHORS = frozenset({"the", "and", "with", "from", "retrieved", "available", "online", "accessed", "see"})


class Work(NamedTuple):
    """What is known of the work that an entry stands for."""

    keys: Mapping[str, str]
    """Two entries with one in common are the same work; with what that is, in words."""
    year: str
    """With the letter that tells works of a year apart."""
    title: tuple[str, ...]
    """Words of the title in lower case, of its first part where a colon or a dash parts it; empty when unknown."""
    names: frozenset[str]
    """Words at the beginning that may be surnames."""
    pages: str
    """Pages or chapters that are cited of it."""


def work(article: Article, entry: Entry) -> Work:
    """Return what is known of the work that an entry stands for."""
    span = body(article, entry)
    shown = article.slice(span)
    year = _YEAR.search(shown)
    beginning = shown[: year.start() if year and year.start() > 0 else NAMES_WITHIN][:NAMES_WITHIN]
    names = frozenset(name.casefold() for name in _NAME.findall(beginning)) - _NOT_AUTHORS
    pages = " ".join(_PAGE.findall(shown))
    return Work(dict(_keys(article, span, shown, pages)), year[0] if year else "", _title(shown), names, pages)


def sameness(one: Work, other: Work) -> str:
    """Return what two entries share that makes them the same work, in words; empty when they are not."""
    common = next((name for key, name in one.keys.items() if key in other.keys), "")
    if common:
        return common
    least = min(len(one.title), len(other.title))
    alike = least >= TITLE_WORDS and one.title[:least] == other.title[:least] and one.pages == other.pages
    if alike and one.year and one.year == other.year and not one.names.isdisjoint(other.names):
        return "title, year and author"
    return ""


def body(article: Article, entry: Entry) -> Span:
    """Return the span of an entry without the number it begins with."""
    label = _NUMBER.match(article.text, entry.span.start, entry.span.end)
    return Span(label.end(), entry.span.end) if label else entry.span


def _keys(article: Article, span: Span, shown: str, pages: str) -> Iterator[tuple[str, str]]:
    targets = [mark.target for mark in article.marks_in(span, MarkKind.LINK)]
    for one in identifiers(" ".join([shown, *targets])):
        if one.kind in OF_WORKS and not one.fault:
            yield f"{one.kind} {one.key} {pages}", f"{one.kind} number" if one.kind != "DOI" else "DOI"
    addresses = {_normal(one) for one in (*targets, *_URL.findall(shown))} - {""}
    # Several links make a note that tells of several works.
    if len(addresses) == 1:
        yield f"{addresses.pop()} {pages}", "address"
    words = _SIGNS.sub(" ", shown).casefold().strip()
    if len(words) > LEAST_LETTERS:
        yield words, "words"


def _normal(address: str) -> str:
    """Return an address without what does not tell one page from another; empty for a front page."""
    address = address.rstrip(".,;:!?)")
    host = host_of(address)
    if not host or is_front(address) or host == "doi.org":
        return ""
    parts = urlsplit(address)
    query = urlencode([pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith("utm_")])
    return f"{host}{parts.path.rstrip('/')}?{query}#{parts.fragment}".lower()


def _title(shown: str) -> tuple[str, ...]:
    """Return the words of the title that stands in an entry: in quotation marks, or behind the authors and the year."""
    quoted = _QUOTED.search(shown)
    if quoted:
        return _first_part(quoted[1])
    start = _behind_authors(shown)
    year = _YEAR_FIRST.match(shown, start)
    if year or start:
        start = year.end() if year else start
        end = _END.search(shown, start)
        return _first_part(shown[start : end.start() if end else len(shown)])
    after = _AFTER_YEAR.search(shown)
    if after:
        end = _END.search(shown, after.end())
        return _first_part(shown[after.end() : end.start() if end else len(shown)])
    sentences = [one for one in re.split(r"(?<=\w\w)[.:?!]\s+", shown) if not _URL.match(one)]
    return _first_part(max(sentences[1:3], key=len, default=""))


def _behind_authors(shown: str) -> int:
    """Return where the authors end with which an entry begins: "Dahl, P. and Moe, R.", "M. Brandt & S. Lee, "."""
    at = 0
    pattern = _AUTHOR if _AUTHOR.match(shown) else _INITIALS_FIRST
    while match := pattern.match(shown, at):
        at = match.end()
    others = _OTHERS.match(shown, at)
    return others.end() if others else at


def _first_part(title: str) -> tuple[str, ...]:
    first = re.split(r"[:–—]\s", title, maxsplit=1)[0]
    words = tuple(_WORD.findall(first.casefold()))
    return words if len(words) >= TITLE_WORDS else tuple(_WORD.findall(title.casefold()))
