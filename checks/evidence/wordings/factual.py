"""Factual: which rankings somebody could look up, and where a sentence states one of its subject.

"The Loire is the longest river in France" needs a source, and the wording may
stay; "the oldest pub in Kent burned down" states something else. The patterns are ours, by
reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.statements.outline import shape, tense
from checks.evidence.wordings.wording import Wording, wordings
from checks.phrases import section_words
from checks.position import Span
from checks.tokens import Tokens, tokens

FACTUAL = frozenset({"measurable", "first", "owned", "low"})
"""Kinds of rankings that could be looked up, see `looked_up`."""

BEHIND = 60
"""Code points behind a wording that show what it is said of."""

REACH = 4
"""Tokens before a ranking in which the verb stands that states it."""

PIECE = 5
"""Tokens behind a ranking that are quoted with it at most: "the highest peak in Europe"."""

_FACTS = frozenset(["first", "last", "only", "ever", "before"])
"""Words of firstness, lastness and uniqueness that somebody could look up, unlike "unique"."""

_WEIGHED = frozenset(["important", "significant", "popular", "valuable"])
"""Words that rank what a place or a body has by what somebody could weigh: "the colon's most important fuel"."""

_FELT = frozenset([
    "truly", "really", "actually", "genuinely", "you", "your", "you'll", "need", "understands", "cares", "gets",
    "loves", "matters", "listens",
])  # fmt: skip
"""Words that make of "the only" what nobody could look up: "the only shop that truly understands"."""

_CLOSING = frozenset([
    ",", ";", ":", "(", "–", "—", ".", "and", "but", "or", "that", "which", "who", "when", "where", "while", "with",
    "for", "from", "by", "since", "until", "during", "to", "is", "are", "was", "were", "has", "have", "had", "after",
    "before",
])  # fmt: skip
"""What ends the words that are quoted with a ranking."""

_PARTING = frozenset([",", ";", ":", "(", "–", "—", ".", "that", "which", "who"])
"""What may not stand between the verb and the ranking that it states."""


class Rank(NamedTuple):
    """A ranking that a sentence states of its subject and that could be looked up."""

    kind: str
    """Of `FACTUAL`."""
    place: range
    """Tokens, with what it ranks and ranges over."""


def looked_up(quote: str, kind: str, behind: str) -> str:
    """Return how a wording of a kind ranks by what could be looked up, of `FACTUAL`; empty where it does not.

    `behind` is the rest of its sentence.
    """
    words = _plain(quote.replace("-", " "))
    if kind == "only" and not _FACTS.isdisjoint(words):
        return "first" if _FELT.isdisjoint([*words, *_plain(behind.partition(",")[0])]) else ""
    if kind == "judged":
        return _by_judgment(words)
    return kind if kind == "measurable" else ""


def _plain(text: str) -> Sequence[str]:
    return text.lower().replace("’", "'").split()


def _by_judgment(words: Sequence[str]) -> str:
    if words[-1] in _WEIGHED and any(word.endswith("'s") for word in words):
        return "owned"
    return "" if _low().isdisjoint(words) else "low"


def _low() -> frozenset[str]:
    """Return the words by which a ranking blames: "the worst drought" is a fact to look up, not praise to strike."""
    return section_words("checks.evidence", "lexicon/rankings.txt", "low")


def behind(article: Article, wording: Wording) -> str:
    """Return what stands behind a wording in its sentence, as far as it tells what is ranked."""
    span = wording.span
    return article.slice(Span(span.end, min(article.sentences[wording.sentence].span.end, span.end + BEHIND)))


@once
def ranks(article: Article) -> Mapping[int, Rank]:
    """Return, by sentence, the first ranking that it states of its subject and that could be looked up."""
    column = tokens(article)
    found: dict[int, Rank] = {}
    for one in wordings(article):
        kind = looked_up(article.slice(one.span), one.kind, behind(article, one))
        if kind and one.sentence not in found:
            first, stop = column.at(one.span.start), column.at(one.span.end)
            where = column.sentences[one.sentence]
            if _is_stated(column, first, where):
                found[one.sentence] = Rank(kind, range(first, _end(column, stop, where)))
    return found


def _is_stated(column: Tokens, first: int, where: range) -> bool:
    """Whether the verb of a clause stands before a ranking, which says of its subject what the subject ranks as."""
    for at in range(first - 1, max(where.start, first - 1 - REACH), -1):
        if column.words[at] in _PARTING:
            return False
        if tense(column.words[at]) in {"present", "past"}:
            return True
    return False


def _end(column: Tokens, stop: int, where: range) -> int:
    """Return the end of what is quoted of a ranking that ends at `stop`: with what it ranks and ranges over."""
    end = stop
    while end < min(where.stop, stop + PIECE) and column.words[end] not in _CLOSING and column.words[end][0].isalpha():
        end += 1
    while end > stop and column.words[end - 1] in shape("leading on"):
        end -= 1
    return end
