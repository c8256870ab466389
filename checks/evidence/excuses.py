"""Excuses: strong wordings that are taken back, supposed, part of a name, or somebody's quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from checks.article import Article, once
from checks.evidence.attribution import attributions, is_name
from checks.evidence.quotations import quotations
from checks.phrases import Hit, read
from checks.position import Span
from checks.tokens import Tokens

NEGATION_REACH = 4
"""Tokens before a wording in which a negation takes it back."""

TERM_WORDS = 5
"""Fewer words than these in quotation marks are a term or a title, not a statement."""

CLAUSE_REACH = 60
"""Tokens before a wording that are taken for its clause at most."""

SEEK_REACH = 3
"""Tokens before a ranking in which a verb of choice asks for it."""

_CLAIMS = frozenset({"judged", "measurable", "only", "absolute"})
"""Kinds that can be supposed or asked for; praise praises all the same."""

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,300})[”\"]")


@cache
def _words(section: str) -> frozenset[str]:
    lines = read("checks.evidence", "lexicon/excuses.txt")
    return frozenset(word for name, line in lines if name == section for word in line.split())


def is_excused(article: Article, column: Tokens, hit: Hit, sentence: int, kind: str) -> bool:
    """Whether a wording is taken back, supposed or sought, part of a name, or somebody's quoted words."""
    where = column.sentences[sentence]
    return (
        _is_negated(column, hit, where)
        or (kind in _CLAIMS and _is_supposed(column, hit, where))
        or _is_in_name(column, hit, where)
        or _is_quoted(article, column.span(hit.first, hit.stop), sentence)
    )


def _is_negated(column: Tokens, hit: Hit, where: range) -> bool:
    turns, negations = _words("turn"), _words("negation")
    for at in range(hit.first - 1, max(where.start, hit.first - NEGATION_REACH) - 1, -1):
        if column.words[at] in turns:
            return False
        if column.words[at] in negations:
            return "only" not in column.words[at + 1 : hit.first]
    return False


def _is_supposed(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking or certainty is a condition, an indirect question, or what somebody looks for."""
    words = column.words
    clause = hit.first
    while clause > max(where.start, hit.first - CLAUSE_REACH) and words[clause - 1] not in {",", ";", ":", "."}:
        clause -= 1
    before = words[clause : hit.first]
    if not _words("suppose").isdisjoint(before):
        return True
    seek = _words("seek")
    near = words[max(where.start, hit.first - SEEK_REACH) : hit.first]
    return not seek.isdisjoint(near) or (not seek.isdisjoint(before) and not _words("choose").isdisjoint(before))


def _is_in_name(column: Tokens, hit: Hit, where: range) -> bool:
    if hit.first == where.start or not all(is_name(column, at, where.start) for at in range(hit.first, hit.stop)):
        return False
    return hit.section != "hype" or not _is_miswritten(column, hit, where)


def _is_miswritten(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a capital does not make a name: "she is an Amazing singer"."""
    following = column.forms[hit.stop] if hit.stop < where.stop else ""
    behind_article = column.words[hit.first - 1] in {"a", "an", "very", "most", "is", "was", "are", "were"}
    return behind_article and following.islower() and following not in _words("after name")


def _is_quoted(article: Article, span: Span, sentence: int) -> bool:
    """Whether a place stands in quotation marks: a term or title, or words of somebody who is named."""
    if _within(_sourced(article), span):
        return True
    shown = _within(_marked(article), span)
    if not shown:
        return False
    credited = attributions(article)[sentence]
    return article.slice(shown).count(" ") < TERM_WORDS or any(one.kind != "vague" for one in credited)


@once
def _sourced(article: Article) -> tuple[Span, ...]:
    """Return the quotations whose speaker is named, without those inside another."""
    found: list[Span] = []
    for one in sorted(one.span for one in quotations(article) if one.sourced):
        if not found or one.end > found[-1].end:
            found.append(one)
    return tuple(found)


@once
def _marked(article: Article) -> tuple[Span, ...]:
    """Return what stands in quotation marks inside a sentence."""
    return tuple(
        Span(*match.span())
        for sentence in article.sentences
        for match in _QUOTED.finditer(article.text, *sentence.span)
    )


def _within(places: Sequence[Span], span: Span) -> Span | None:
    """Return one of the `places`, sorted by both their ends, that covers a span."""
    at = bisect_left(places, span.end, key=lambda one: one.end)
    return places[at] if at < len(places) and places[at].covers(span) else None
