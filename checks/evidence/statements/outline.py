"""Outlines: what is seen of a sentence at a glance, before a model looks closely."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.sources.heard import heard
from checks.evidence.sources.references import references
from checks.known import Known
from checks.lists import lines
from checks.phrases import Hit, read
from checks.tokens import Tokens, folded, tokens

LEAST_TOKENS = 3
"""Lines with no more tokens are not counted as sentences of a text."""

LONG_ENOUGH = 5
"""Letters from which a word in -ed is taken for a past form."""

NAME = "<Name>"
"""The class of what looks like part of a proper name."""

COUNTRY = "US"
"""The one word that speaks of a country when it is written so, and of the author otherwise."""

YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
"""A number that is written as a year is."""

_FIGURES = ("<num>", "<year>")
_LETTERS = {"present": "n", "past": "d", "s": "s", "": " "}
"""What a tense is written as where those of a sentence stand in a row."""


class Outline(NamedTuple):
    """What is seen of a sentence at a glance."""

    classes: tuple[str, ...]
    """Words, with names, years, numbers and months as `<Name>`, `<year>`, `<num>`, `<month>`."""
    glance: frozenset[str]
    """Traits that its neighbors see too; sentences that show the same share one set."""
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

    @property
    def distinct(self) -> Mapping[str, None]:
        """Its classes, each once, in order."""
        return dict.fromkeys(self.classes)


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


def cues(article: Article) -> Sequence[list[Hit]]:
    """Return the phrases of the list of cues in each sentence, in reading order."""
    return heard(article).cues


@once
def outlines(article: Article) -> tuple[Outline, ...]:
    """Return the outline of each sentence."""
    column = tokens(article)
    classes = list(map(_CLASSES.__getitem__, column.forms))
    skipped = _marker_tokens(article, column)
    found = []
    for where, hits in zip(column.sentences, cues(article), strict=True):
        shown: Sequence[int] = where
        here = classes[where.start : where.stop]
        if skipped and not skipped.isdisjoint(where):
            shown = [at for at in where if at not in skipped]
            here = [classes[at] for at in shown]
        if here and here[0] == NAME and column.forms[shown[0]] != COUNTRY:
            here[0] = column.words[shown[0]]  # the first word of a sentence has a capital whatever it is
        names = [column.words[at] for at, one in zip(shown, here, strict=True) if one == NAME] if NAME in here else []
        found.append(_outline(here, names, {hit.section for hit in hits if hit.first not in skipped}))
    return tuple(found)


def _marker_tokens(article: Article, column: Tokens) -> set[int]:
    """Return the tokens of reference markers, which say nothing about the sentence itself."""
    found: set[int] = set()
    for marker in references(article).markers:
        if marker.span.length:
            found.update(range(column.at(marker.span.start), column.at(marker.span.end)))
    return found


def _outline(classes: Sequence[str], names: Sequence[str], glance: set[str]) -> Outline:
    for word in _roles().keys() & set(classes):
        glance.update(_roles()[word])
    own, reader, person = "own!" in glance, "reader!" in glance, "person" in glance
    present, past = _tenses(classes)
    tense = "none" if present + past == 0 else "past" if past > present else "present" if present > past else "both"
    glance.add(f"tense:{tense}")
    if names:
        glance.add("names" if len(names) > 1 else "name")
    if begins_instruction(classes):
        glance.add("imperative")
    if tense in {"past", "present"}:
        glance.add(f"{tense}+{'person' if person else 'name' if names else 'thing'}")
    return Outline(
        tuple(classes),
        _GLANCES[frozenset(glance)],
        own,
        reader,
        person or bool(names),
        present,
        past,
        tuple(names),
        sum(classes.count(one) for one in _FIGURES if one in glance),
        "imperative" in glance,
    )


_GLANCES = Known[frozenset[str], frozenset[str]](frozenset)


def begins_instruction(classes: Sequence[str]) -> bool:
    """Whether a sentence begins with a bare verb, perhaps behind "then", "first" or "do not"."""
    for word in classes:
        if word in shape("leading") or word == ",":
            continue
        return word in shape("instruction") or word in _verbs().bare
    return False


def _class(form: str) -> str:
    """Return the class of a token, for all that is seen of it without its sentence."""
    word, first = folded(form), form[0]
    if first.isdigit():
        return "<year>" if YEAR.fullmatch(word) else "<num>"
    if not first.isupper():
        return word
    if word in shape("month"):
        return "<month>"
    return NAME if word not in shape("own") or form == COUNTRY else word


_CLASSES = Known(_class)


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
    # Letters are counted at once.
    forms = "".join(map(_TENSES.__getitem__, classes))
    present, subjects = forms.count("n"), shape("subject")
    at = forms.find("s", 1)
    while at > 0:
        present += classes[at - 1] == NAME or classes[at - 1] in subjects
        at = forms.find("s", at + 1)
    return present, forms.count("d")


_TENSES = Known[str, str](lambda word: _LETTERS[tense(word)])


@cache
def _forms() -> Mapping[str, str]:
    """Return the tense of each listed form of a verb."""
    verbs = _verbs()
    return dict.fromkeys(verbs.past, "past") | dict.fromkeys(verbs.present, "present")


def tense(word: str) -> str:
    """Return `present` or `past` for a form of a verb that is one, `s` for a word that may be a present form, or ""."""
    if known := _forms().get(word):
        return known
    if word.endswith("ed") and len(word) >= LONG_ENOUGH:
        return "past"
    return "s" if word.endswith("s") and not word.endswith("ss") else ""


def is_bare(word: str) -> bool:
    """Whether a word is the bare form of a verb that tells what happens."""
    return word in _verbs().bare
