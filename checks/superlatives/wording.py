"""Wording: praise, superlatives and absolutes, and whether the sense is what the word suggests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, Sentence, once
from checks.evidence.attribution import attributions, is_name
from checks.evidence.claims import exempt
from checks.evidence.quotations import quotations
from checks.phrases import Hit, phrases
from checks.position import Span
from checks.tokens import Tokens, tokens

LEXICON = ("lexicon/praise.txt", "lexicon/superlatives.txt")
CONFIDENCE = {
    "cliche": 0.75,
    "absolute": 0.7,
    "only": 0.6,
    "judged": 0.7,
    "measurable": 0.55,
    "hype": 0.8,
    "praise": 0.4,
}
LEAST = 0.5
TERM_WORDS = 5
"""Fewer words than these in quotation marks are a term or a title, not a statement."""

_NEGATION = frozenset(
    [
        "not",
        "no",
        "never",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hardly",
        "neither",
        "nor",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "cannot",
        "without",
        "none",
    ]
)
_RANK = {"cliche": 0, "absolute": 1, "only": 2, "judged": 3, "measurable": 4, "hype": 5, "praise": 6}
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,300})[”\"]")


class Wording(NamedTuple):
    """One wording that is stronger than a plain statement."""

    kind: str
    """`puffery`, `cliche`, `judged`, `measurable`, `only` or `absolute`."""
    span: Span
    """In the text."""
    sentence: int
    confidence: float


@once
def wordings(article: Article) -> tuple[Wording, ...]:
    """Return the strong wordings of an article's own prose, in reading order, none overlapping."""
    return tuple(one for sentence in article.sentences for one in _in_sentence(article, sentence))


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Wording]:
    column = tokens(article)
    where = column.sentences[sentence.index]
    hits = list(phrases("checks.superlatives", *LEXICON).find(column.words, where.start, where.stop))
    if not hits or exempt(article, sentence):
        return
    plain = [hit for hit in hits if hit.section == "plain"]
    rest = sorted(
        (hit for hit in hits if hit.section != "plain"), key=lambda hit: (-(hit.stop - hit.first), _RANK[hit.section])
    )
    taken: list[Hit] = []
    for hit in rest:
        if any(hit.first < other.stop and other.first < hit.stop for other in taken):
            continue
        if any(
            other.first <= hit.first and hit.first < other.stop and other.stop - other.first > 0
            for other in plain
            if other.stop >= hit.stop
        ):
            continue
        if CONFIDENCE[hit.section] < LEAST or _excused(article, column, hit, sentence):
            continue
        taken.append(hit)
    for hit in sorted(taken):
        first = (
            hit.first - 1
            if hit.section in {"judged", "measurable"}
            and hit.first > where.start
            and column.words[hit.first - 1] == "the"
            else hit.first
        )
        kind = "puffery" if hit.section in {"hype", "praise"} else hit.section
        yield Wording(kind, column.span(first, hit.stop), sentence.index, CONFIDENCE[hit.section])


def _excused(article: Article, column: Tokens, hit: Hit, sentence: Sentence) -> bool:
    """Whether the wording is negated, a name, or somebody's quoted words."""
    where = column.sentences[sentence.index]
    before = column.words[max(where.start, hit.first - 3) : hit.first]
    if any(word in _NEGATION for word in before) and hit.section != "absolute":
        return True
    if hit.section == "absolute" and any(
        word in _NEGATION for word in column.words[max(where.start, hit.first - 5) : hit.first]
    ):
        return True
    if hit.first > where.start and all(is_name(column, at, where.start) for at in range(hit.first, hit.stop)):
        return True
    return _is_quoted(article, column.span(hit.first, hit.stop), sentence)


def _is_quoted(article: Article, span: Span, sentence: Sentence) -> bool:
    """Whether a place stands in quotation marks: a term or title, or words of somebody who is named."""
    if any(one.span.covers(span) for one in quotations(article) if one.sourced):
        return True
    text = article.slice(sentence.span)
    for match in _QUOTED.finditer(text):
        if Span(*match.span()).shift(sentence.span.start).covers(span):
            credited = attributions(article)[sentence.index]
            return match[1].count(" ") < TERM_WORDS or any(one.kind != "vague" for one in credited)
    return False
