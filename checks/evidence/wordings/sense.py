"""Sense: whether a word of the lists praises here, by a linear model over its neighbors.

"A novel by Austen" and "a novel approach", "critical care" and "critically
acclaimed": the lists give the candidates, the model (`models/praise.txt`, described in
`models/praise.md`) weighs the words around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.statements.topic import STRICT, topic
from checks.evidence.statements.traits import extent, outlines
from checks.linear import model
from checks.phrases import Hit
from checks.tokens import Tokens

MODEL = ("checks.evidence", "models/praise.txt")
NEAR = 4
"""Tokens on either side whose meaning counts."""

TALK = 0.3
"""Share of sentences with "we" or "you" from which a text talks to its reader."""

RUNNING = 8
"""Sentences from which a text is a running one, whose writer's manner shows."""

PASSAGE = 3
"""Sentences from which a text is a passage, of which more can be known than of a sentence that stands alone."""

LEAST_TOKENS = 3
"""Lines with no more tokens are not counted as sentences."""

MOST = 4
"""Candidates in a sentence beyond which more of them change nothing."""

COMPANY = 16
"""Candidates on either side that are looked at, so that a sentence of nothing else takes no longer than many."""

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "became", "becomes", "remains"])
_LEADS = frozenset({"is a", "was a", "is an", "was an", "are a"})
_STOPS = frozenset({".", ",", ";", "$"})


class Candidate(NamedTuple):
    """A phrase of the lists in a sentence."""

    hit: Hit
    plain: bool
    """Whether it is part of a phrase that is usually meant plainly."""


class Traits(NamedTuple):
    """What the model looks at."""

    section: str
    phrase: tuple[str, ...]
    beside: tuple[str, ...]
    """Of the phrase where it stands."""
    following: tuple[str, ...]
    near: tuple[str, ...]
    others: tuple[str, ...]
    """Words of the other phrases in the sentence: praise comes in company."""

    @property
    def names(self) -> tuple[str, ...]:
        """All traits but the meanings of words."""
        return *of_phrase(self.section, self.phrase), *self.beside


@once
def _size(article: Article) -> int:
    """Return how many sentences a text has."""
    return sum(len(one.classes) > LEAST_TOKENS for one in outlines(article))


def runs(article: Article) -> bool:
    """Whether a text is long enough to show what kind of text it is."""
    return _size(article) >= RUNNING


@once
def talks(article: Article) -> bool:
    """Whether a running text speaks as "we" or to "you", where warm words are usual."""
    seen = outlines(article)
    return runs(article) and sum(one.own or one.reader for one in seen) >= TALK * len(seen)


@once
def manner(article: Article) -> str:
    """Return the manner of a text, by which shares are told: `talk`, `told`, `long` or empty.

    `told` is what cites, and passages and longer texts that hardly speak of
    their author or to their reader, most of them of encyclopedias; `long` are
    other texts and passages. Those on health, law and finance are told as
    single sentences are, for they are held to a stricter standard.
    """
    if talks(article):
        return "talk"
    if _size(article) < PASSAGE or topic(article) in STRICT:
        return ""
    if not runs(article):
        return "long" if any(one.own or one.reader for one in outlines(article)) else "told"
    return "long" if extent(article) == "long" else "told"


@once
def bar(article: Article) -> float:
    """Return the share from which a wording is reported in this article.

    The highest in texts that talk to their reader, lower in other running
    texts, in passages, in health, law and finance however they talk, and in
    those that cite. Of sentences that stand alone nothing is known that would
    speak for them.
    """
    bars = model(*MODEL).bars
    if not runs(article):
        return bars["alone" if _size(article) < PASSAGE else "passage"]
    if topic(article) in STRICT:
        return bars["strict"]
    if talks(article):
        return bars["talk"]
    return bars["cited"] if extent(article) == "marked" else bars["long"]


@once
def hype_bar(article: Article) -> float:
    """Return the share from which a word that hardly ever does anything but praise is reported in this article.

    It is lower in texts that talk to their reader, for "groundbreaking" is no usual warmth, and in
    those that cite or are held to a stricter standard, where no reader expects it.
    """
    bars = model(*MODEL).bars
    usual = bar(article)
    if not runs(article):
        return usual
    if topic(article) in STRICT:
        return min(usual, bars["hype_strict"])
    cites = extent(article) == "marked" and not talks(article)
    return min(usual, bars["hype_cited" if cites else "hype"])


def company(found: Sequence[Candidate], at: int) -> Sequence[Candidate]:
    """Return the candidate number `at` of a sentence with those near it."""
    return found[max(0, at - COMPANY) : at + COMPANY + 1]


def traits(column: Tokens, candidate: Candidate, where: range, found: Sequence[Candidate], *, talk: bool) -> Traits:
    """Return the traits of a candidate in the sentence of tokens `where`; `found` is its company, itself among them."""
    words, (first, stop, section), (start, end) = column.words, candidate.hit, (where.start, where.stop)
    before = words[first - 1] if first > start else "^"
    earlier = words[first - 2] if first - 1 > start else "^"
    after, later = words[stop] if stop < end else "$", words[stop + 1] if stop + 1 < end else "$"
    following = "<Name>" if stop < end and column.forms[stop][0].isupper() else after
    itself = tuple(words[first:stop])
    phrase, beside = " ".join(itself), f"{earlier} {before}"
    strong = [one.hit for one in found if not one.plain]
    others = [one for one in strong if one.stop <= first or stop <= one.first] if len(found) > 1 else ()
    names = [
        f"after:{following}",
        f"before:{before}",
        f"before2:{beside}",
        f"phrase after:{phrase} {following}",
        f"before phrase:{before} {phrase}",
        f"section after:{section} {following}",
        f"section before:{section} {before}",
        f"after2:{later}",
        f"at:{min(3, 4 * (first - start) // max(1, end - start))}",
        f"ending after:{after[-3:]}",
        f"length:{min(4, (end - start) // 10)}",
        f"count:{min(MOST, len(strong))}",
        f"plain:{candidate.plain}",
    ]
    if others:
        names += {f"with a {one.section}": 0 for one in others}
        names += {f"with:{' '.join(words[one.first : one.stop])}": 0 for one in others}
    if first > start and column.forms[first][0].isupper():
        names.append("capital")
    if following == "<Name>":
        names.append("before a name")
    if after in _STOPS:
        names.append("at the end")
    if before in _BE or earlier in _BE:
        names.append("after be")
    if beside in _LEADS:
        names.append("after is a")
    if talk:
        names.append("talk")
    near = (*words[max(start, first - NEAR) : first], *words[stop : min(end, stop + NEAR)])
    theirs = tuple([word for one in others for word in words[one.first : one.stop]]) if others else ()
    return Traits(section, itself, tuple(names), (after,), near, theirs)


def share(seen: Traits, kind: str) -> float:
    """Return how often such a phrase is praise that an editor would strike or ask proof of.

    `kind` is the manner of the article.
    """
    linear = model(*MODEL)
    raw = linear.bias + _by_itself(seen.section, seen.phrase) + linear.total(seen.beside)
    raw += linear.mean(seen.following, "~after") + linear.mean(seen.near, "~near")
    raw += linear.mean(seen.others, "~others") if seen.others else 0.0
    return linear.share(raw, kind)


@lru_cache(maxsize=1 << 13)
def _by_itself(section: str, phrase: tuple[str, ...]) -> float:
    """Return what a phrase adds to the sum wherever it stands."""
    linear = model(*MODEL)
    return linear.total(of_phrase(section, phrase)) + linear.mean(phrase, "~phrase")


def of_phrase(section: str, phrase: tuple[str, ...]) -> tuple[str, ...]:
    """Return the traits of a phrase by itself."""
    own = (f"section:{section}", f"phrase:{' '.join(phrase)}", f"words:{len(phrase)}", f"ending:{phrase[-1][-3:]}")
    return *own, *(f"word:{one}" for one in phrase)
