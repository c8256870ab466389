"""Authors: works cited by surname and year, in parentheses or told, as in "Brown and Green (2011) found"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence.sources.scene import words_of
from checks.position import Span

FARTHEST = 120
"""Code points before a year in which its authors are told."""

OLDEST = "1850"
"""Year before which a name and a year are a citation only with an entry: "(Curll, 1764)" tells of an edition."""

_PARENTHESIS = re.compile(r"\(([^()\n]{4,300})\)")
_BRACKETS = re.compile(r"\[([^\[\]\n]{6,300})\]")
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_LOCATOR = r"(?:[,:] ?(?:pp?\. ?)?\d{1,4}(?:[–-]\d{1,4})?)?"
_SURNAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_INITIALS = r"(?:,? [A-Z]{1,3}(?!\w))?"
_OTHERS = r"(?:,? et al\.?|,? and (?:(?:his|her|their) )?(?:others|colleagues|co-?workers|collaborators|co-?authors))"
_IN_PARENTHESIS = re.compile(
    rf"(?P<name>{_SURNAME}){_INITIALS}(?:{_OTHERS}| (?:and|&) {_SURNAME}|, {_SURNAME},? (?:and|&) {_SURNAME})?,? "
    rf"(?P<year>{_YEAR}|n\.d\.){_LOCATOR}$"
)
_TOLD = re.compile(
    rf"(?P<names>{_SURNAME}{_INITIALS}(?:(?:,|,? and|,? &) {_SURNAME}{_INITIALS}){{0,5}})"
    rf"(?P<others>{_OTHERS})?(?:['’]s?)? $"
)
_ONLY_YEARS = re.compile(rf"(?P<year>{_YEAR})(?:(?P<more>(?:, {_YEAR}){{1,3}})|(?P<locator>{_LOCATOR}))$")
_WORD = re.compile(r"[\w'’-]+")
_LIFE = re.compile(r"(?:born|b\.|died|d\.|née|founded|opened|built|est\.|since|circa|c\.)\s", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)$",
    re.IGNORECASE,
)


_NARRATES = (
    r"(?= (?:also |later |then |further |first )?(?:found|report(?:ed)?|show(?:ed)?|estimated?|argued?|concluded?"
    r"|described?|noted?|suggest(?:ed)?|observed?|wrote|calculated?|measured|counted|put|identified|reconstructed)\b)"
)


class Cited(NamedTuple):
    """A place where works are cited by author and year."""

    labels: tuple[str, ...]
    """Surname and year of each, parted by a space."""
    span: Span
    """In the text, with the parentheses."""
    told: bool
    """Whether the authors are part of the sentence."""


def cited_by_author(text: str, entries: Sequence[str]) -> Iterator[Cited]:
    """Yield where works are cited by author and year in a text with a list of `entries`.

    A lone year in parentheses is a citation where several authors stand before
    it or an entry has the surname and the year: "Berlin (2015)" may be a film.
    """
    listed = _Listed(entries)
    found = list(_dated(text, listed))
    yield from found
    yield from _narrated(text, found, listed)


def _narrated(text: str, dated: Sequence[Cited], listed: _Listed) -> Iterator[Cited]:
    """Yield where authors cited further up with a year are told once more without: "Brown and Green also found …"."""
    first: dict[str, tuple[int, str]] = {}
    for one in sorted(dated, key=lambda one: one.span):
        for label in one.labels:
            name, _, year = label.rpartition(" ")
            if listed.has(name, year):
                first.setdefault(name, (one.span.start, label))
    names = "|".join(map(re.escape, sorted(first, key=len, reverse=True)))
    told = rf"\b(?P<name>{names})(?:{_OTHERS}| (?:and|&) {_SURNAME})?{_NARRATES}"
    for match in re.finditer(told, text) if first else ():
        at, label = first[match["name"]]
        if at < match.start():
            yield Cited((label,), Span(*match.span()), told=True)


def _dated(text: str, listed: _Listed) -> Iterator[Cited]:
    """Yield where works are cited with a year."""
    for match in _BRACKETS.finditer(text):
        if labels := _labels(match[1], listed):
            yield Cited(labels, Span(*match.span()), told=False)
    for match in _PARENTHESIS.finditer(text):
        if labels := _labels(match[1], listed):
            yield Cited(labels, Span(*match.span()), told=False)
        elif years := _ONLY_YEARS.match(match[1]):
            before = _TOLD.search(text, max(0, match.start() - FARTHEST), match.start())
            labels = _told(before, years, listed) if before else ()
            if labels:
                yield Cited(labels, Span(*match.span()), told=True)


class _Listed:
    """Which surnames stand with which year in one entry."""

    def __init__(self, entries: Sequence[str]) -> None:
        self._entries = [frozenset(_WORD.findall(one.casefold())) for one in entries]

    def has(self, name: str, year: str) -> bool:
        return any(name.casefold() in one and year in one for one in self._entries)


def _told(before: re.Match[str], years: re.Match[str], listed: _Listed) -> tuple[str, ...]:
    """Return the labels of a citation whose authors the sentence tells; none where it is no citation."""
    names = [_bare(one) for one in re.findall(_SURNAME, before["names"])]
    shown = re.findall(_YEAR, years[0]) if years["more"] else [years["year"]]
    known = next((name for name in names if any(listed.has(name, year) for year in shown)), "")
    several = before["others"] or " and " in before["names"] or "&" in before["names"]
    if known or (several and not _MONTH.match(names[0])) or years["locator"]:
        return tuple(f"{known or names[0]} {year}" for year in shown)
    return ()


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _labels(inner: str, listed: _Listed) -> tuple[str, ...]:
    """Return surname and year of each work that stands between parentheses or brackets."""
    labels = []
    for part in inner.split(";"):
        found = _IN_PARENTHESIS.search(part.strip())
        if found and (listed.has(found["name"], found["year"]) or _is_by_somebody(found, part)):
            labels.append(f"{found['name']} {found['year']}")
    return tuple(labels)


def _is_by_somebody(found: re.Match[str], part: str) -> bool:
    """Whether a name and a year that no entry has are a citation all the same, not when or where something happened."""
    happened = _MONTH.match(found["name"]) or found["name"].casefold() in words_of("place")
    return not happened and found["year"] >= OLDEST and not _LIFE.match(part.strip())
