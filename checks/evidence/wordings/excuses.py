"""Excuses: strong wordings that are taken back, supposed, aimed at, part of a name, or somebody's quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from checks.article import Article, once
from checks.evidence.sources.attribution import attributions, is_name
from checks.evidence.sources.quotations import quotations
from checks.evidence.statements.outline import YEAR
from checks.evidence.statements.sayings import sayings
from checks.evidence.wordings import views
from checks.evidence.wordings.fiction import is_of_story
from checks.evidence.wordings.ranking import is_asked_for, is_of_own_life
from checks.evidence.wordings.sense import manner
from checks.phrases import Hit, Phrases, compile_phrases, read, section_words
from checks.position import Span
from checks.tokens import Tokens, tokens

NEGATION_REACH = 4
"""Tokens before a wording in which a negation takes it back."""

TERM_WORDS = 5
"""Fewer words than these in quotation marks are a term or a title, not a statement."""

CLAUSE_REACH = 60
"""Tokens before a wording that are taken for its clause at most."""

SAID_REACH = 6
"""Tokens before a wording in which a verb of saying has it for what is said: "nobody would call it the best"."""

BEHIND_REACH = 25
"""Tokens behind a wording in which it may be taken back, and beside it in which gods and saints may be spoken of."""

AIM_REACH = 5
"""Tokens between "aim to" and the ranking that is aimed at."""

SAYING_REACH = 8
"""Tokens beside a wording that the rest of a set phrase takes at most."""

WISHED_REACH = 9
"""Tokens before praise in which a word tells that it is wished for, needed or lacking."""

WOULD_REACH = 4
"""Tokens before a ranking in which "would be" tells that it is only thought of."""

SEEK_REACH = 3
"""Tokens before a ranking in which a verb of choice asks for it."""

_CLAIMS = frozenset({"judged", "measurable", "only", "absolute"})
"""Kinds that can be supposed or asked for; praise praises all the same."""

_RANKED = frozenset({"judged", "measurable"})
_OF_LIFE = _RANKED | {"only"}
"""Kinds that rank within somebody's own days or home if they say so."""

_IN_NAMES = frozenset(["in", "of", "on"])
"""Words within a name that are written small: "the Best in Show"."""
_SHORT = frozenset(["less", "short"])
"""Words that take nothing back behind "nothing": "nothing short of brilliant"."""
_LITTLE = (["a", "little"], ["a", "bit"], ["a", "touch"], ["a", "shade"])
_OWN = frozenset(["we", "our", "i", "my", "us"])
_READER = frozenset(["you", "your"])
_OPENING = re.compile('[“"]')
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,300})[”\"]")


@cache
def _words(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/excuses.txt", section)


def is_excused(article: Article, column: Tokens, hit: Hit, sentence: int, kind: str) -> bool:
    """Whether a wording is taken back, supposed or sought, part of a name, or somebody's quoted words."""
    where = column.sentences[sentence]
    return (
        _is_negated(column, hit, where)
        or _is_diminished(column, hit, where)
        or _is_taken_back(column, hit, where)
        or (kind in _RANKED and is_asked_for(article, column, hit, sentence))
        or (kind in _OF_LIFE and is_of_own_life(column, hit, where))
        or (kind in _CLAIMS and (_is_supposed(column, hit, where) or _is_aimed_at(column, hit, where)))
        or (kind in _CLAIMS and _would_be(column, hit, where, kind))
        or (
            kind == "praise"
            and (_is_sized(column, hit, where) or (_is_wished(column, hit, where) and _is_voiced(article)))
        )
        or _is_in_saying(column, hit, where)
        or _is_of_faith(column, hit, where)
        or (kind == "absolute" and _is_ruled(column, hit, where))
        or _is_of_party(column, hit, where)
        or views.is_view(column, hit, where)
        or is_of_story(article, column, hit, sentence)
        or _is_in_name(column, hit, where)
        or _is_quoted(article, column, column.span(hit.first, hit.stop), sentence)
    )


def _is_voiced(article: Article) -> bool:
    """Whether an article links or speaks of its author or to its reader, and is no encyclopedia's."""
    return manner(article) in {"talk", "long"}


def _is_negated(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a negation or "too" stands close before a wording, or a negation before the verb that says it."""
    if hit.first > where.start and column.words[hit.first - 1] == "too":
        return True  # "too quick-witted for it"
    turns, negations = _words("turn"), _words("negation")
    near = range(hit.first - 1, max(where.start, hit.first - SAID_REACH) - 1, -1)
    said = next((at for at in near if column.words[at] in _words("say")), hit.first)
    for at in range(hit.first - 1, max(where.start, said - NEGATION_REACH) - 1, -1):
        if column.words[at] in turns or (column.words[at] in _SHORT and column.words[at - 1] == "nothing"):
            return False
        if column.words[at] in negations and column.words[at + 1] not in _words("doubt"):
            return "only" not in column.words[at + 1 : hit.first]
    return False


def _would_be(column: Tokens, hit: Hit, where: range, kind: str) -> bool:
    """Whether a ranking is what something would be: "a tunnel there would be the longest in the country".

    What "would be the first" is told as what came later as well, unless a condition opens the sentence.
    """
    before = column.words[max(where.start, hit.first - WOULD_REACH) : hit.first]
    if "would" not in before or not {"be", "have"} & set(before[before.index("would") :]):
        return False
    return kind in _RANKED or column.words[where.start] in _words("condition")


def _is_in_saying(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a wording begins or ends within a set phrase: "the oldest trick in the book"."""
    near = range(max(where.start, hit.first - SAYING_REACH), min(where.stop, hit.stop + SAYING_REACH))
    return any(hit.stop - 1 in one or hit.first in one for one in sayings(column, near))


def _is_of_faith(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a wording is meant plainly of gods, saints and what is told of them: "the saint's miraculous bones"."""
    if _words("numinous").isdisjoint(column.words[hit.first : hit.stop]):
        return False
    before = column.words[max(where.start, hit.first - BEHIND_REACH) : hit.first]
    beside = (*before, *column.words[hit.stop : min(where.stop, hit.stop + BEHIND_REACH)])
    return not _words("faith").isdisjoint(beside) and _words("selling").isdisjoint(beside)


def _is_ruled(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "without exception" lays down a rule, or tells how a program ends."""
    ruled = "exception" in column.words[hit.first : hit.stop]
    return ruled and not _words("rule").isdisjoint(column.words[max(where.start, hit.first - CLAUSE_REACH) : hit.first])


def _is_diminished(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a word makes little of a wording right before it: "a little beautiful", "somewhat charming"."""
    before = column.words[max(where.start, hit.first - 3) : hit.first]
    before = before[:-1] if before[-1:] == ["more"] else before
    return before[-2:] in _LITTLE or not _words("diminish").isdisjoint(before[-1:])


def _is_of_party(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a wording is told as the view of one side: "proponents claim that it is a marvel"."""
    before = column.words[max(where.start, hit.first - BEHIND_REACH) : hit.first]
    party = next((at for at, word in enumerate(before) if word in _words("party")), None)
    return party is not None and not _words("say").isdisjoint(before[party:])


def _is_taken_back(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a claim is called false, or contradicted, behind the wording: "it is said to be the best; it is not"."""
    behind = range(hit.stop, min(where.stop, hit.stop + BEHIND_REACH))
    ends = _denials().find(column.words, behind.start, behind.stop)
    if not ends:
        return False
    before = column.words[max(where.start, hit.first - CLAUSE_REACH) : hit.first]
    told = not _words("say").isdisjoint(before) or not _words("told").isdisjoint(before)
    return any(told if one.section == "verdict" else _contradicts(column, one, hit, where) for one in ends)


def _contradicts(column: Tokens, denial: Hit, hit: Hit, where: range) -> bool:
    """Whether a denial stands behind a "but", and is the whole of what follows there."""
    ends = denial.stop >= where.stop or column.words[denial.stop] in {".", ";", ",", "!"}
    return ends and not _words("turn").isdisjoint(column.words[hit.stop : denial.first])


@cache
def _denials() -> Phrases:
    """Return the phrases that call something false, or contradict it."""
    entries = read("checks.evidence", "lexicon/excuses.txt")
    return compile_phrases(entry for entry in entries if entry[0] in {"verdict", "contradiction"})


def _is_aimed_at(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking is what somebody else aims at, or what an award is for."""
    words = column.words
    near = range(hit.first - 1, max(where.start, hit.first - SEEK_REACH) - 1, -1)
    if any(words[at] == "for" and at > where.start and words[at - 1] in _words("award") for at in near):
        return True
    before = words[_clause_start(column, hit, where) : hit.first]
    if not _OWN.isdisjoint(before):
        return False  # "We aim to be the best" advertises all the same.
    to = next((at for at in range(len(before) - 1, -1, -1) if before[at] == "to"), 0)
    return len(before) - AIM_REACH <= to and not _words("aim").isdisjoint(before[max(0, to - 2) : to])


def _is_wished(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether praise is of what others need, lack or would like to have: "how to build an outstanding service"."""
    before = column.words[max(_clause_start(column, hit, where), hit.first - WISHED_REACH) : hit.first]
    return not _words("wish").isdisjoint(before) and (_OWN | _READER).isdisjoint(before)


def _is_sized(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a word of size stands beside the figure that it speaks of: "cut by a whopping 91 percent"."""
    if _words("size").isdisjoint(column.words[hit.first : hit.stop]):
        return False
    return any(word[0].isdigit() and not YEAR.fullmatch(word) for word in column.words[where.start : where.stop])


def _is_supposed(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking or certainty is a condition, an indirect question, or what somebody looks for."""
    words = column.words
    before = words[_clause_start(column, hit, where) : hit.first]
    if not _words("suppose").isdisjoint(before):
        return True
    seek = _words("seek")
    near = words[max(where.start, hit.first - SEEK_REACH) : hit.first]
    return not seek.isdisjoint(near) or (not seek.isdisjoint(before) and not _words("choose").isdisjoint(before))


def _clause_start(column: Tokens, hit: Hit, where: range) -> int:
    clause, least = hit.first, max(where.start, hit.first - CLAUSE_REACH)
    while clause > least and column.words[clause - 1] not in {",", ";", ":", "."}:
        clause -= 1
    return clause


def _is_in_name(column: Tokens, hit: Hit, where: range) -> bool:
    if hit.first == where.start or not all(is_name(column, at, where.start) for at in _capitals(column, hit, where)):
        return False
    return hit.section != "hype" or not _is_miswritten(column, hit, where)


def _capitals(column: Tokens, hit: Hit, where: range) -> list[int]:
    """Return the tokens of a wording that have a capital if it is a name: "the Best in Show", no "Best in town"."""
    small = [at for at in range(hit.first + 1, hit.stop) if column.words[at] in _IN_NAMES]
    if not small:
        return list(range(hit.first, hit.stop))
    behind = range(hit.first, min(where.stop, hit.stop + (small[-1] == hit.stop - 1)))
    return [at for at in behind if at not in small and column.words[at] != "the"]


def _is_miswritten(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a capital does not make a name: "she is an Amazing singer"."""
    following = column.forms[hit.stop] if hit.stop < where.stop else ""
    behind_article = column.words[hit.first - 1] in {"a", "an", "very", "most", "is", "was", "are", "were"}
    return behind_article and following.islower() and following not in _words("after name")


def _is_quoted(article: Article, column: Tokens, span: Span, sentence: int) -> bool:
    """Whether a place stands in quotation marks: a term or title, or words of somebody who is named."""
    if _within(_sourced(article), span):
        return True
    shown = _within(_marked(article), span)
    if not shown:
        return False
    first = column.at(shown.start)
    before = column.words[max(column.sentences[sentence].start, first - SEEK_REACH) : first]
    if not _words("slogan").isdisjoint(before) or _is_reported(column, first, sentence):
        return True
    credited = attributions(article)[sentence]
    return article.slice(shown).count(" ") < TERM_WORDS or any(one.kind != "vague" for one in credited)


def _is_reported(column: Tokens, first: int, sentence: int) -> bool:
    """Whether a verb of saying leads to what is quoted from token `first` on, and no crowd says it."""
    before = column.words[max(column.sentences[sentence].start, first - SAID_REACH) : first]
    crowds = _words("crowd") | views.nobody()
    return not _words("say").isdisjoint(before[-SEEK_REACH:]) and crowds.isdisjoint(before)


@once
def _sourced(article: Article) -> tuple[Span, ...]:
    """Return the quotations whose speaker is somebody, without those inside another."""
    found: list[Span] = []
    for one in sorted(one.span for one in quotations(article) if one.sourced):
        if (not found or one.end > found[-1].end) and not _is_of_crowd(article, one):
            found.append(one)
    return tuple(found)


def _is_of_crowd(article: Article, span: Span) -> bool:
    """Whether nobody but "our customers" says what stands in quotation marks: a testimonial without a signature."""
    column = tokens(article)
    first = column.at(span.start)
    start = column.sentences[bisect_right(column.sentences, first, key=lambda one: one.start) - 1].start
    before = range(max(start, first - SAID_REACH), first)
    named = any(column.forms[at][:1].isupper() for at in before if at > start)
    return not named and any(column.words[at] in _words("crowd") for at in before)


@once
def _marked(article: Article) -> tuple[Span, ...]:
    """Return what stands in quotation marks inside a sentence."""
    text = article.text
    quoting = sorted({article.sentence_at(match.start()) for match in _OPENING.finditer(text)} - {-1})
    spans = (article.sentences[at].span for at in quoting)
    return tuple(Span(*match.span()) for span in spans for match in _QUOTED.finditer(text, *span))


def _within(places: Sequence[Span], span: Span) -> Span | None:
    """Return one of the `places`, sorted by both their ends, that covers a span."""
    at = bisect_left(places, span.end, key=lambda one: one.end)
    return places[at] if at < len(places) and places[at].covers(span) else None
