"""Wording: superlatives, praise and absolutes in an article's own prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, Sentence, once
from checks.evidence.attribution import attributions, is_name
from checks.evidence.exempt import exempt
from checks.evidence.need import needs
from checks.evidence.quotations import quotations
from checks.evidence.sense import MODEL, Candidate, bar, share, talks, traits
from checks.linear import model
from checks.phrases import Hit, phrases
from checks.position import Span
from checks.tokens import Tokens, tokens

LEXICON = ("checks.evidence", "lexicon/praise.txt", "lexicon/superlatives.txt")
MEASURABLE = 0.4
"""Need of a source from which a superlative that could be measured is reported."""

PLAIN = 0.5
"""Least share at which part of a usually plain phrase is reported."""

TERM_WORDS = 5
"""Fewer words than these in quotation marks are a term or a title, not a statement."""

NEGATION_REACH = 4
"""Tokens before a wording in which a negation takes it back."""

_NEGATIONS = frozenset(
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
        "nobody",
        "nothing",
    ]
)
_RANKING = frozenset(
    [
        "best",
        "most",
        "greatest",
        "finest",
        "largest",
        "biggest",
        "top",
        "leading",
        "foremost",
        "only",
        "first",
        "worst",
        "highest",
        "oldest",
        "fastest",
        "strongest",
    ]
)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,300})[”\"]")


class Wording(NamedTuple):
    """One wording that is stronger than a plain statement."""

    kind: str
    """`praise`, `cliche`, `judged`, `measurable`, `only` or `absolute`."""
    span: Span
    """In the text."""
    sentence: int
    confidence: float


@once
def wordings(article: Article) -> tuple[Wording, ...]:
    """Return the strong wordings of an article, in reading order, none overlapping another."""
    return tuple(one for sentence in article.sentences for one in _in_sentence(article, sentence))


@once
def praise(article: Article) -> tuple[float, ...]:
    """Return, for each sentence, how likely it is that it praises, 0 to 1."""
    return tuple(max((share for _, share in found), default=0.0) for found in _weighed(article))


def candidates(words: Sequence[str], where: range) -> list[Candidate]:
    """Return the phrases of the lists in a sentence, those that are usually meant plainly marked."""
    hits = list(phrases(*LEXICON).find(words, where.start, where.stop))
    plain = [hit for hit in hits if hit.section == "plain"]
    return [
        Candidate(hit, any(one.first <= hit.first and hit.stop <= one.stop for one in plain))
        for hit in hits
        if hit.section != "plain"
    ]


@once
def _weighed(article: Article) -> tuple[tuple[tuple[Candidate, float], ...], ...]:
    """Return the candidates of each sentence with how likely each is praise, the longest first."""
    column = tokens(article)
    linear = model(*MODEL)
    talk = talks(article)
    kind = "talk" if talk else ""
    weighed = []
    for sentence, where in zip(article.sentences, column.sentences, strict=True):
        found = [] if exempt(article, sentence) else candidates(column.words, where)
        count = sum(not one.plain for one in found)
        shares = [(one, share(linear, traits(column, one, where, count, talk=talk), kind)) for one in found]
        weighed.append(
            tuple(sorted(shares, key=lambda pair: (pair[0].hit.first - pair[0].hit.stop, -pair[1], pair[0])))
        )
    return tuple(weighed)


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Wording]:
    column = tokens(article)
    where = column.sentences[sentence.index]
    least = bar(article)
    taken: list[tuple[Hit, float]] = []
    for candidate, share_of_praise in _weighed(article)[sentence.index]:
        hit, confidence = candidate.hit, share_of_praise
        if confidence < (max(least, PLAIN) if candidate.plain else least):
            confidence = _measurable(article, sentence, candidate)
        free = not any(hit.first < other.stop and other.first < hit.stop for other, _ in taken)
        if confidence and free and not _is_excused(article, column, hit, sentence):
            taken.append((hit, confidence))
    for hit, confidence in sorted(taken):
        kind = _kind(column, hit)
        first = hit.first
        if kind in {"judged", "measurable"} and first > where.start and column.words[first - 1] == "the":
            first -= 1
        yield Wording(kind, column.span(first, hit.stop), sentence.index, round(confidence, 3))


def _measurable(article: Article, sentence: Sentence, candidate: Candidate) -> float:
    """Return the confidence in a superlative that could be measured: whether its sentence needs a source."""
    if candidate.hit.section != "measurable" or candidate.plain:
        return 0.0
    need = needs(article)[sentence.index].share
    return need if need >= MEASURABLE else 0.0


def _kind(column: Tokens, hit: Hit) -> str:
    if hit.section in {"hype", "praise"}:
        ranks = any(word in _RANKING for word in column.words[hit.first : hit.stop])
        return "judged" if ranks else "praise"
    return hit.section


def _is_excused(article: Article, column: Tokens, hit: Hit, sentence: Sentence) -> bool:
    """Whether the wording is taken back, part of a name, or somebody's quoted words."""
    where = column.sentences[sentence.index]
    before = column.words[max(where.start, hit.first - NEGATION_REACH) : hit.first]
    if not _NEGATIONS.isdisjoint(before) and "only" not in before:
        return True
    if hit.first > where.start and all(is_name(column, at, where.start) for at in range(hit.first, hit.stop)):
        return True
    return _is_quoted(article, column.span(hit.first, hit.stop), sentence)


def _is_quoted(article: Article, span: Span, sentence: Sentence) -> bool:
    """Whether a place stands in quotation marks: a term or title, or words of somebody who is named."""
    if any(one.span.covers(span) for one in quotations(article) if one.sourced):
        return True
    for match in _QUOTED.finditer(article.text, *sentence.span):
        if Span(*match.span()).covers(span):
            credited = attributions(article)[sentence.index]
            return match[1].count(" ") < TERM_WORDS or any(one.kind != "vague" for one in credited)
    return False
