"""Attribution: who is said to have said it, and whether a reader could find them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checks.article import Article, once
from checks.phrases import Hit, phrases
from checks.position import Span
from checks.tokens import Tokens, tokens

NEAR = 8
"""Tokens within which a name and the verb of speech, or a role, belong together."""

NEXT = 2
"""Tokens within which a name follows a single word such as "per" or "citing"."""

CLOSE = 4
"""Tokens within which a study and its author, place or year belong together."""

KNOWN_BY = 3
"""Tokens before a study or people in which a word such as "our" tells that they are known."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your"]
)
_DEFINITE = _DETERMINERS - {"a", "an"}
_AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "being",
        "it",
        "there",
        "known",
        "believed",
        "thought",
        "as",
    ]
)
_SHOWN_TO = _DETERMINERS | {
    "users", "people", "visitors", "customers", "readers", "viewers", "children", "you", "us", "them", "him", "me",
}  # fmt: skip
_BY = frozenset({"by", "from", "at", "of", "in"})
_QUOTATION_ENDS = frozenset("\"”’',")
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
    speech: bool = False
    """Whether a verb of speech carries it."""


class Scene(NamedTuple):
    """A sentence's tokens and what stands among them."""

    column: Tokens
    where: range
    hits: Mapping[str, Sequence[Hit]]
    """Phrases of the list of attributions by section."""
    names: Sequence[int]
    """Tokens that look like parts of proper names."""
    known: set[str]
    """Names that were introduced with a role earlier in the article."""

    def has(self, section: str, near: range) -> bool:
        """Whether a phrase of a section begins in a range of tokens."""
        return any(hit.first in near for hit in self.hits.get(section, ()))


@once
def attributions(article: Article) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions in each sentence of an article."""
    column = tokens(article)
    known: set[str] = set()
    return tuple(tuple(_in_sentence(column, where, known)) for where in column.sentences)


def is_name(column: Tokens, at: int, first: int) -> bool:
    """Whether the token at `at`, in a sentence that begins at `first`, looks like part of a proper name."""
    form = column.forms[at]
    if not form[0].isupper() or column.words[at] in _NOT_NAMES or column.words[at] in _DETERMINERS:
        return False
    if at > first:
        return True
    following = column.forms[at + 1] if at + 1 < len(column.forms) else ""
    return (form.isupper() and len(form) > 1) or (following[:1].isupper() and following.isalpha())


def _in_sentence(column: Tokens, where: range, known: set[str]) -> Iterator[Attribution]:
    hits: dict[str, list[Hit]] = {}
    for hit in phrases("checks.evidence", "lexicon/attribution.txt").find(column.words, where.start, where.stop):
        hits.setdefault(hit.section, []).append(hit)
    if not hits:
        return
    names = [at for at in where if is_name(column, at, where.start)]
    scene = Scene(column, where, hits, names, known)
    found = [*_according(scene), *_said(scene), *_studies(scene), *_pointers(scene)]
    _learn_roles(scene)
    yield from found
    if not any(one.kind == "named" for one in found):
        yield from _vague(scene)


def _according(scene: Scene) -> Iterator[Attribution]:
    """Yield "according to" and its like with the name that follows."""
    for hit in scene.hits.get("according", ()):
        near = NEXT if hit.stop == hit.first + 1 else NEAR
        after = range(hit.stop, min(hit.stop + near, scene.where.stop))
        inside = [at for at in scene.names if at in after]
        if inside:
            stop = inside[0] + 1
            while stop in inside:
                stop += 1
            yield Attribution("named", scene.column.span(hit.first, stop))


def _said(scene: Scene) -> Iterator[Attribution]:
    """Yield verbs of speech with the name or pronoun that they belong to."""
    words = scene.column.words
    for hit in scene.hits.get("speech", ()):
        if hit.first in scene.names:
            continue  # part of a name, as in United States
        who = [at for at in scene.names if hit.first - NEAR <= at < hit.first]
        if not who and _follows_quotation(scene, hit.first):
            who = [at for at in scene.names if hit.stop <= at < hit.stop + CLOSE]
        if who:
            first, stop = min(who[0], hit.first), max(who[-1] + 1, hit.stop)
            near = range(first - CLOSE, stop + NEAR)
            placed = scene.has("role", near) or scene.has("institution", near)
            told = placed or any(words[at] in scene.known for at in who)
            yield Attribution("named" if told else "name", scene.column.span(first, stop), speech=True)
        elif hit.first > scene.where.start and words[hit.first - 1] in _PRONOUNS:
            yield Attribution("pronoun", scene.column.span(hit.first - 1, hit.stop), speech=True)


def _follows_quotation(scene: Scene, at: int) -> bool:
    """Whether a quotation or a comma stands right before: “…,” said Smith."""
    return at > scene.where.start and scene.column.forms[at - 1] in _QUOTATION_ENDS


def _studies(scene: Scene) -> Iterator[Attribution]:
    """Yield studies that are named well enough to be found: by author or place and year, or by their own name."""
    words = scene.column.words
    for hit in scene.hits.get("study", ()):
        near = range(hit.first - CLOSE, hit.stop + CLOSE)
        behind = range(hit.stop, min(hit.stop + 2, scene.where.stop))
        by_name = hit.first - 1 in scene.names or any(words[at] in _BY and at + 1 in scene.names for at in behind)
        dated = any(_YEAR.fullmatch(words[at]) for at in near if at in scene.where)
        placed = any(at in near for at in scene.names)
        if by_name or (dated and placed) or (placed and scene.has("institution", near)):
            yield Attribution("named", scene.column.span(hit.first, hit.stop))
            return


def _pointers(scene: Scene) -> Iterator[Attribution]:
    """Yield what sends the reader to a work: "see the ministry's report"."""
    for hit in scene.hits.get("pointer", ()):
        yield Attribution("named", scene.column.span(hit.first, hit.stop))


def _learn_roles(scene: Scene) -> None:
    """Remember the names that stand beside a role, such as "Berg, the ranger"."""
    for hit in scene.hits.get("role", ()):
        scene.known.update(scene.column.words[at] for at in scene.names if abs(at - hit.first) <= CLOSE)


def _vague(scene: Scene) -> Iterator[Attribution]:
    reach = scene.where.start - 1
    for hit in sorted(scene.hits.get("vague", ()), key=lambda one: (one.first, -one.stop)):
        if hit.first > reach and not _is_known(scene, hit):
            reach = hit.stop - 1
            yield Attribution("vague", scene.column.span(hit.first, hit.stop))


def _is_known(scene: Scene, hit: Hit) -> bool:
    """Whether the study or people were spoken of before: "these data suggest", "our satisfaction survey shows".

    Nor does "shown to users" credit anybody.
    """
    words = scene.column.words
    if words[hit.first] in _AUXILIARIES:
        return words[hit.stop - 1] == "to" and hit.stop < scene.where.stop and words[hit.stop] in _SHOWN_TO
    for at in range(hit.first - 1, max(scene.where.start, hit.first - KNOWN_BY) - 1, -1):
        if words[at].endswith("'s") or words[at] in _DEFINITE:
            return True
        if at in scene.names or not words[at].isalpha():
            return False
    return False
