"""Outlines: what is seen of a sentence at a glance, before a model looks closely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.references import references
from checks.lists import lines
from checks.phrases import Hit, phrases, read
from checks.tokens import Tokens, tokens

LEAST_TOKENS = 3
"""Lines with no more tokens are not counted as sentences of a text."""

LONG_ENOUGH = 5
"""Letters from which a word in -ed is taken for a past form."""

COUNTRY = "US"
"""The one word that speaks of a country when it is written so, and of the author otherwise."""

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_FIGURES = ("<num>", "<year>")


class Outline(NamedTuple):
    """What is seen of a sentence at a glance."""

    classes: tuple[str, ...]
    """Words, with names, years, numbers and months as `<Name>`, `<year>`, `<num>`, `<month>`."""
    distinct: Mapping[str, None]
    """The same, each once, in order."""
    glance: tuple[str, ...]
    """Traits that its neighbors see too."""
    own: bool
    reader: bool
    persons: bool
    present: int
    past: int
    names: tuple[str, ...]
    """Its names, in lower case."""
    figures: int
    instructs: bool
    """Whether it tells the reader to do something."""


class _Verbs(NamedTuple):
    present: frozenset[str]
    past: frozenset[str]
    bare: frozenset[str]


@cache
def shape(section: str) -> frozenset[str]:
    """Return the words of a closed class, or those that head stories."""
    found: dict[str, set[str]] = {}
    for name, line in read("checks.evidence", "lexicon/shape.txt"):
        found.setdefault(name, set()).update(line.split())
    return frozenset(found[section])


@cache
def _verbs() -> _Verbs:
    """Return forms that are mostly present, mostly past, and bare, of verbs that tell what happens."""
    rows = [line.split() for line in lines("checks.evidence", "lexicon/verbs.txt")]
    bare, present, past = (frozenset(row[at] for row in rows) for at in range(3))
    return _Verbs((present - past) | shape("present"), (past - present) | shape("past"), bare - past)


@once
def cues(article: Article) -> tuple[list[Hit], ...]:
    """Return the phrases of the list of cues in each sentence, in reading order."""
    column = tokens(article)
    return tuple(phrases("checks.evidence", "lexicon/claims.txt").find_each(column.words, column.sentences))


@once
def outlines(article: Article) -> tuple[Outline, ...]:
    """Return the outline of each sentence."""
    column = tokens(article)
    skipped = _marker_tokens(article, column)
    found = []
    for where, hits in zip(column.sentences, cues(article), strict=True):
        shown = [at for at in where if at not in skipped] if skipped else where
        found.append(_outline(column, shown, {hit.section for hit in hits if hit.first not in skipped}))
    return tuple(found)


def _marker_tokens(article: Article, column: Tokens) -> set[int]:
    """Return the tokens of reference markers, which say nothing about the sentence itself."""
    found: set[int] = set()
    for marker in references(article).markers:
        if marker.span.length:
            found.update(range(column.at(marker.span.start), column.at(marker.span.end)))
    return found


def _outline(column: Tokens, shown: Sequence[int], glance: set[str]) -> Outline:
    classes, names = _classes(column, shown)
    distinct = dict.fromkeys(classes)
    roles = set().union(*filter(None, map(_roles().get, distinct)))
    own, reader, person = "own!" in roles, "reader!" in roles, "person" in roles
    present, past = _tenses(classes)
    tense = "none" if present + past == 0 else "past" if past > present else "present" if present > past else "both"
    glance |= roles
    glance.add(f"tense:{tense}")
    if names:
        glance.add("names" if len(names) > 1 else "name")
    if begins_instruction(classes):
        glance.add("imperative")
    if tense in {"past", "present"}:
        glance.add(f"{tense}+{'person' if person else 'name' if names else 'thing'}")
    figures = sum(map(classes.count, _FIGURES))
    persons = person or bool(names)
    return Outline(
        tuple(classes),
        distinct,
        tuple(sorted(glance)),
        own,
        reader,
        persons,
        present,
        past,
        tuple(names),
        figures,
        "imperative" in glance,
    )


def begins_instruction(classes: Sequence[str]) -> bool:
    """Whether a sentence begins with a bare verb, perhaps behind "then", "first" or "do not"."""
    for word in classes:
        if word in shape("leading") or word == ",":
            continue
        return word in shape("instruction") or word in _verbs().bare
    return False


def _classes(column: Tokens, shown: Iterable[int]) -> tuple[list[str], list[str]]:
    """Return the classes of a sentence's tokens, and its names in lower case."""
    classes: list[str] = []
    names: list[str] = []
    months, own = shape("month"), shape("own")
    for at in shown:
        word, first = column.words[at], column.forms[at][0]
        if first.isdigit():
            classes.append("<year>" if _YEAR.fullmatch(word) else "<num>")
        elif not first.isupper():
            classes.append(word)
        elif word in months:
            classes.append("<month>")
        elif (classes and word not in own) or column.forms[at] == COUNTRY:
            classes.append("<Name>")
            names.append(word)
        else:
            classes.append(word)
    return classes, names


@cache
def _roles() -> Mapping[str, tuple[str, ...]]:
    """Return, by word or sign, what a sentence that holds it shows at a glance."""
    found = {name: [name] for name in ("<num>", "<year>", "<month>")}
    found |= {sign: ["quote"] for sign in '“”"'} | {sign: ["<measure>"] for sign in "%$€£"}
    for section, role in (("own", "own!"), ("reader", "reader!"), ("person", "person"), ("modal", "modal")):
        for word in shape(section):
            found.setdefault(word, []).append(role)
    return {word: tuple(them) for word, them in found.items()}


def _tenses(classes: Sequence[str]) -> tuple[int, int]:
    """Count the forms of verbs that are present and past, as far as that can be told without parsing."""
    # Only the ending of other words can make them forms of verbs.
    known = _forms()
    forms = [known.get(word) or (_by_ending(word) if word[-1] in "ds" else "") for word in classes]
    present = forms.count("present")
    if "s" in forms:
        subjects = shape("subject")
        for form, before in zip(forms[1:], classes, strict=False):
            present += form == "s" and (before == "<Name>" or before in subjects)
    return present, forms.count("past")


@cache
def _forms() -> Mapping[str, str]:
    """Return the tense of each listed form of a verb."""
    verbs = _verbs()
    return dict.fromkeys(verbs.past, "past") | dict.fromkeys(verbs.present, "present")


def tense(word: str) -> str:
    """Return `present` or `past` for a form of a verb that is one, `s` for a word that may be a present form, or ""."""
    return _forms().get(word) or _by_ending(word)


def _by_ending(word: str) -> str:
    if word.endswith("ed") and len(word) >= LONG_ENOUGH:
        return "past"
    return "s" if word.endswith("s") and not word.endswith("ss") else ""
