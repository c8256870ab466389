"""Reasons: why the model of claims marked a sentence, in words that an editor understands.

What the model looks at is gathered under a few kinds of claim, and those that
are seen in the sentence are told by how much their traits weighed: not what a
list finds first, but what moved the score. Each is shown with the words that
speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.need import MODEL
from checks.evidence.outline import Outline, outlines
from checks.evidence.topic import STRICT, topic
from checks.evidence.traits import extent
from checks.linear import model
from checks.phrases import Hit, phrases
from checks.tokens import Tokens, tokens

MOST = 4
"""Reasons that are told of a sentence."""

QUOTED = 5
"""Tokens of a sentence that a reason quotes at most."""

COUNTED = 3
"""Tokens of a figure at most: "4 million homes"."""

_SAID = {
    "figure": ("gives a figure", "name the report or the data that it comes from"),
    "quantity": ("speaks of a quantity", "name the report or the data that it comes from"),
    "result": ("states an effect", "cite the study that found it"),
    "cause": ("names a cause", "cite who established that"),
    "comparison": ("compares", "cite who compared them"),
    "prediction": ("predicts", "say whose forecast it is"),
    "law": ("makes a claim about the law", "cite the law, the ruling or the office"),
    "finance": ("makes a claim about money", "cite the accounts, the statistics or the office"),
    "health": ("makes a claim about health", "cite a study, a guideline or a health agency"),
    "date": ("gives a date", "cite a record or an account of it"),
    "history": ("tells of the past", "cite a record or an account of it"),
    "generality": ("speaks for many cases", "cite who looked into that"),
    "event": ("tells what happened", "cite a report or a record of it"),
    "state": ("states how something is or works", "cite a study or a reference work"),
}
"""By kind of claim, what is said of such a sentence, and what would settle it."""

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_CURRENCIES = frozenset("$€£¥")
_UNITS = frozenset("%°")
_MERE = frozenset(["per", "percentage", "average", "median", "rate", "rates", "ratio", "total"])
_LEADING = frozenset(["out", "of", "in", "nearly", "roughly", "approximately", "estimated", "a", "its", "the", "all"])
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "per",
        "than",
        "the",
        "to",
        "was",
        "were",
        "while",
        "with",
        "that",
        "which",
        "who",
        "but",
        "if",
        "when",
        "are",
    ]
)


class Reason(NamedTuple):
    """One thing that makes a sentence a claim."""

    words: str
    """Completes "This sentence …", with the words that speak for it."""
    settles: str
    """What would settle it, as something to do."""
    weight: float
    """How much its traits add to the score, on the model's own scale."""


class _Seen(NamedTuple):
    """A kind of claim that is seen in a sentence."""

    kind: str
    traits: Sequence[str]
    """Those of the model that stand for it."""
    place: range
    """Tokens that show it."""


def reasons(article: Article, sentence: int) -> tuple[Reason, ...]:
    """Return what makes a sentence a claim, the weightiest first; there is always one."""
    known = _known(article)
    if sentence not in known:
        known[sentence] = _reasons(article, sentence)
    return known[sentence]


@once
def _known(_article: Article) -> dict[int, tuple[Reason, ...]]:
    """Return the reasons that were asked for: few sentences are claims, and those are asked for more than once."""
    return {}


def _reasons(article: Article, sentence: int) -> tuple[Reason, ...]:
    outline = outlines(article)[sentence]
    column = tokens(article)
    where = column.sentences[sentence]
    hits = list(phrases("checks.evidence", "lexicon/claims.txt").find(column.words, where.start, where.stop))
    weights = model(*MODEL).weights
    here = weights.get(extent(article)) or weights[""]
    seen = [one for one in _seen(column, where, hits, outline) if one.kind not in STRICT or one.kind == topic(article)]
    weighed = [(sum(here.get(trait, 0.0) for trait in one.traits), one) for one in seen]
    # In an article on health most sentences are about health: what else is stated tells more.
    weighed.sort(key=lambda pair: (pair[1].kind in STRICT, -pair[0]))
    told: list[Reason] = []
    places: list[range] = []
    for weight, one in weighed:
        if (weight <= 0 and told) or any(one.place.start in other for other in places) or len(told) == MOST:
            continue
        places.append(one.place)
        told.append(_reason(article, column, one, weight))
    return tuple(told) or (_plain(outline),)


def _reason(article: Article, column: Tokens, seen: _Seen, weight: float) -> Reason:
    words, settles = _SAID[seen.kind]
    if not seen.place:
        return Reason(words, settles, weight)
    shown = article.slice(column.span(seen.place.start, min(seen.place.stop, seen.place.start + QUOTED)))
    return Reason(f"{words} (“{shown}”)", settles, round(weight, 3))


def _plain(outline: Outline) -> Reason:
    """Return the reason where nothing stands out: what the sentence tells, by its tense."""
    words, settles = _SAID["event" if "tense:past" in outline.glance else "state"]
    return Reason(words, settles, 0.0)


def _seen(column: Tokens, where: range, hits: Sequence[Hit], outline: Outline) -> Iterator[_Seen]:
    """Yield the kinds of claim that are seen in a sentence."""
    for kind in ("result", "cause", "comparison", "prediction", "law", "finance", "health", "history", "generality"):
        its = [hit for hit in hits if hit.section == kind and not _ranks(column, hit)]
        if its:
            yield _Seen(kind, (f"g:{kind}", *_words(column, its)), range(its[0].first, its[0].stop))
    amounts = [hit for hit in hits if hit.section == "quantity"]
    traits = ("g:quantity", *_words(column, amounts)) if amounts else ()
    exact = [hit for hit in amounts if column.words[hit.first] not in _MERE]
    if figure := _figure(column, where):
        some = tuple(f"g:{name}" for name in ("<num>", "<measure>") if name in outline.glance)
        bin_ = f"figures{1 + (outline.figures > 1) + (outline.figures > 3)}"  # noqa: PLR2004 - as traits has it
        yield _Seen("figure", (*traits, *some, "<num>", bin_), figure)
    elif exact:
        yield _Seen("figure", traits, _share(column, where, exact[0]))
    elif amounts:
        yield _Seen("quantity", traits, range(amounts[0].first, amounts[0].stop))
    if year := _year(column, where):
        yield _Seen("date", ("g:<year>", "<year>"), year)


def _ranks(column: Tokens, hit: Hit) -> bool:
    """Whether "most" is a part of "the most …", which says nothing of many cases."""
    return column.words[hit.first] == "most" and hit.first > 0 and column.words[hit.first - 1] == "the"


def _words(column: Tokens, hits: Sequence[Hit]) -> Iterator[str]:
    return (word for hit in hits for word in column.words[hit.first : hit.stop])


def _share(column: Tokens, where: range, hit: Hit) -> range:
    """Return the tokens of a share or an amount in words with what they end in: "nearly half", "two out of three"."""
    stop = hit.stop
    while stop < min(where.stop, hit.first + QUOTED) and (
        column.words[stop - 1] in _LEADING or column.words[stop] in _LEADING
    ):
        stop += 1
    while stop > hit.first + 1 and column.words[stop - 1] in _LEADING:
        stop -= 1
    first = hit.first - 1 if hit.first > where.start and column.words[hit.first - 1] == "a" else hit.first
    return range(first, stop)


def _year(column: Tokens, where: range) -> range | None:
    """Return the token of the first year."""
    return next((range(at, at + 1) for at in where if _YEAR.fullmatch(column.words[at])), None)


def _figure(column: Tokens, where: range) -> range | None:
    """Return the tokens of the first number that is no year, with its currency and what it counts."""
    for at in where:
        form = column.forms[at]
        if form[0].isdigit() and not _YEAR.fullmatch(form):
            first = at - 1 if at > where.start and column.forms[at - 1] in _CURRENCIES else at
            stop = at + 1
            while stop < min(where.stop, at + COUNTED) and _counts(column.forms[stop]):
                stop += 1
            return range(first, stop)
    return None


def _counts(form: str) -> bool:
    """Whether a word behind a number may be what it counts, as far as that can be told."""
    return form in _UNITS or (form.isalpha() and form not in _SMALL and not form.endswith("ed"))
