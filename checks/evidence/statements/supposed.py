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

_OPENS_NO_TERM = (
    r"(?:The|This|That|These|Those|It|He|She|They|We|I|You|His|Her|Its|Our|Your|My|Their|And|But|So|What|Which|Here|There"
    r"|All|Each|Every|If|When|Some|More|Less|Fewer|Not|Having|Being|Getting)"
)
_GENUS = (
    r"(?:ability|act|activity|area|art|belief|branch|class|condition|degree|device|difference|distance|duty|effect|extent"
    r"|feature|form|group|habit|idea|kind|manner|material|method|money|moment|number|part|period|person|people|piece|place"
    r"|point|practice|principle|process|property|quality|quantity|ratio|right|route|set|skill|sort|space|state|strip|study"
    r"|style|substance|sum|system|technique|thing|time|tool|type|unit|use|way|wear|work|anyone|anybody|anything|someone"
    r"|something)"
)
_BARE = r"[A-Z]?[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,5}?"
_BEHIND = r"(?:of|to|that|which|who|where|when|in which|by which|at which|between|for|from|with|on|used|made)"
_NAMES = r"(?:refers to|denotes|stands for|is (?:the|a|another) (?:[\w'’-]+ )?(?:term|name|word|shorthand) for)"
_MEANS = re.compile(
    rf"(?!{_OPENS_NO_TERM}\b){_BARE} means (?:only |simply |just )?(?:(?:the|an?|any|all) (?:[a-z-]+ ){{0,2}})?"
    rf"{_GENUS}s? {_BEHIND} [^\d%,;:–—]*\Z"
    r"|(?:The|This|That|These|It|They)(?: [a-z]+){0,3} (?:is|are) (?:also |often )?(?:called|known as|named) "
    r"[^\d%,;:–—]*\Z"
    rf"|(?:An? )?(?!{_OPENS_NO_TERM}\b){_BARE} {_NAMES} [^\d%,;:–—]*\Z"
)
"""What a word is used for, told by what kind of thing it is, and nothing besides."""
_BESIDES = frozenset({"result", "cause", "comparison", "quantity", "prediction", "history"})
"""Cues of what a definition does not state."""
_IS_A = re.compile(
    r"(?:An? |The )?(?P<term>[A-Z]?[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,3}) (?:is|are) (?:an?|any|the|one kind of)? ?"
    r"(?P<kind>(?:[a-z-]+ ){0,3}?[a-z-]{3,}) "
    r"(?:that|which|who|whose|where|used|made|chosen|built|near|of|for|in|between|with)\b[^\d%;:–—]*\Z"
)
_KIND = re.compile(
    r"\b(?:fee|charge|loan|fund|tax|contract|agreement|document|letter|drug|medicine|test|scan|treatment|procedure|operation"
    r"|disease|condition|disorder|injury|account|bond|share|deposit|policy|court|claim|plan|program|tool|file|form|plant"
    r"|nerve|bone|muscle|vein|disc|tooth)\Z"
)
"""Kinds of things that are explained on such pages."""
"""Of what kind something is, by what sets it apart."""


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
    if _MEANS.match(text) and " than " not in text:
        return GLOSS
    return GLOSS if _is_headed(article, sentence, text) and not _holds(article, sentence) else ""


def _is_headed(article: Article, sentence: Sentence, text: str) -> bool:
    """Whether a sentence says of what kind that is of which its heading or the title of the article speaks."""
    found = _IS_A.match(text)
    if found is None:
        return False
    if text.startswith(("A ", "An ")) and _KIND.search(text, 0, found.end("kind")):
        return True
    at = article.headings[sentence.block]
    over = f"{article.title} {article.slice(article.blocks[at].span) if at >= 0 else ''}".casefold()
    return all(word.rstrip("s") in over for word in found["term"].casefold().split())


def _holds(article: Article, sentence: Sentence) -> bool:
    """Whether a definition states an effect, a cause, an amount or what has no exception besides."""
    words = tokens(article).of(sentence.index)
    if any(hit.section in _BESIDES for hit in cues(article)[sentence.index]):
        return True
    stating = (shape("comparative"), words_of("certain"), words_of("act"))
    return "most" in words or any(not them.isdisjoint(words) for them in stating)


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
