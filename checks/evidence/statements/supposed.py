"""Supposed: sentences that state nothing, for they tell a case that is only thought of, a doubt, or what a word means.

"If somebody promised you that, you would walk away" tells of nobody, "That may
have been the tea" doubts what the author has just told, and "Fair use means the
effect of living there" says how a word is used. What would come of something in
the world ("it would cost £2 million") is stated all the same, and so is what
something does ("A cut means lower yields"). The patterns are ours, by reading.
"""

from __future__ import annotations

import re

from checks.article import Article, Sentence
from checks.evidence.statements.effects import words_of
from checks.evidence.statements.glosses import is_gloss
from checks.evidence.statements.outline import cues, outlines, shape
from checks.position import Span
from checks.tokens import tokens

CASE = "a case that is only thought of"
DOUBT = "the author's own doubt"
GLOSS = "a definition"

LONGEST = 240
"""Code points of such a sentence at most."""

_STATING = frozenset({"result", "cause", "comparison", "law", "finance", "health", "quantity"})
"""Cues of what holds in the world whether or not anybody is in the case."""

_ANYBODY = r"(?:you|we|I|one|a|an|any|some|your|my|somebody|someone|anybody|anyone)"
_WOULD = r"(?:[Yy]ou|[Ww]e|I|[Oo]ne)(?:['’]d| would)(?:n['’]t| not| never| probably| surely| simply){0,2}"
_IF = re.compile(
    rf"(?:(?:And|But|So|Now|Then),? )?(?:(?:[Ee]ven )?[Ii]f|Were|Had|Should) {_ANYBODY}\b[^.;:\d]{{3,140}}?, "
    rf"(?:then )?(?P<told>{_WOULD} [^.;:\d]+)[.!]?[\"”’)]*\s*\Z"
)
_ONLY_IF = re.compile(
    rf"(?:(?:And|But|So|Now),? )?(?P<told>{_WOULD} [^.;:,\d]{{3,90}}?),? (?:even )?if {_ANYBODY}\b[^.;:\d]+[.!]?"
    r"[\"”’)]*\s*\Z"
)
"""A case of the reader's or of nobody's, and what they would do in it."""

_MAYBE = re.compile(
    r"(?:(?:And|But|Or),? )?(?:(?:That|This|It|Which)(?: all)? (?:may|might|could)(?: just| well| simply| only| also)? "
    r"(?:have been|be) |(?:Perhaps|Maybe|Possibly) (?:that|this|it) (?:was|is) |(?:Perhaps|Maybe) I )[^.;:\d]+\.\s*\Z"
)


def supposed(article: Article, sentence: Sentence) -> str:
    """Return why a sentence only supposes, doubts or defines; empty where it states something."""
    if sentence.span.length > LONGEST:
        return ""
    text = article.slice(sentence.span)
    case = (_IF.match(text) or _ONLY_IF.match(text)) if "ould" in text or "’d " in text or "'d " in text else None
    if case and not _states(article, sentence, Span(*case.span("told")).shift(sentence.span.start)):
        return CASE
    if _MAYBE.match(text) and _is_own(article, sentence) and not _states(article, sentence, sentence.span):
        return DOUBT
    return GLOSS if is_gloss(article, sentence) else ""


def _states(article: Article, sentence: Sentence, within: Span) -> bool:
    """Whether a part of a sentence states what can be looked up in the world: an effect, a rule, how much more."""
    column = tokens(article)
    where = column.sentences[sentence.index]
    first = max(where.start, column.at(within.start))
    if any(hit.section in _STATING and hit.first >= first for hit in cues(article)[sentence.index]):
        return True
    words = column.words[first : where.stop]
    return not shape("comparative").isdisjoint(words) or not words_of("body").isdisjoint(words)


def _is_own(article: Article, sentence: Sentence) -> bool:
    """Whether the author speaks of themselves here or in the sentence before."""
    before = article.sentences[sentence.index - 1] if sentence.index else sentence
    told = (sentence, before) if before.block == sentence.block else (sentence,)
    return any(outlines(article)[one.index].own for one in told)
