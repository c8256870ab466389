"""What is quoted of an article: the words of a place, and enough of their sentence to know it by."""

from __future__ import annotations

import re

from checks.article import Article
from checks.finding import Finding, Related
from checks.position import Span
from reports.escape import one_line, shorten

_TOLD = 16
"""Code points of a quotation by which it is recognised in a message."""

_KNOWN = 48
"""Code points of a sentence by which a reader who is told what to do about it knows it again."""

_LEAD = 3
"""Share of the room for a sentence, as its inverse, that what stands before the words in question may take."""

_SHOWN_BY = re.compile(r"(?P<what>[^“]+?) \(“(?P<words>[^”]+)”\)")
"""A reason with the words that show it."""


def shown(article: Article | None, place: Finding | Related) -> str:
    """Return what a reader of the article sees at a place in it, or the source where that is nothing."""
    if article is None or place.span is None:
        return place.quote
    return article.slice(article.map.to_text(place.span)) or place.quote


def excerpt(article: Article | None, finding: Finding, limit: int) -> str:
    """Return the beginning of what is quoted, on one line; nothing when the message quotes it already.

    Nor is markup told of which a reader sees nothing, where the message quotes what matters of it.
    """
    seen = article.slice(article.map.to_text(finding.span)) if article and finding.span else finding.quote
    if not seen and "“" in finding.message:
        return ""
    quote = one_line(shown(article, finding))
    return "" if not quote or quote[:_TOLD].casefold() in finding.message.casefold() else shorten(quote, limit)


def in_sentence(article: Article | None, place: Finding | Related, limit: int, *, why: str = "") -> str:
    """Return what a reader sees at a place with as much of its sentence around it as `limit` code points hold.

    Of a place that is longer than that, what stands around the words that show `why`.
    """
    sentence, words = _sentence(article, place)
    by = _SHOWN_BY.match(why)
    return around(sentence, by["words"].rstrip("…") if by and words == sentence else words, limit)


def member(article: Article | None, finding: Finding, limit: int) -> str:
    """Return what lines of `limit` code points say of a finding that another sums up: its sentence, why, what to do.

    The sentence is cut around the words that show why, which are then not told again. Where there is room for one
    alone the sentence is told; what would settle it is told where enough is left of the sentence to know it by.
    """
    sentence, words = _sentence(article, finding)
    why = one_line(finding.reasons[0]) if finding.reasons else ""
    by = _SHOWN_BY.fullmatch(why)
    if by and words == sentence:
        words = by["words"].rstrip("…")
    bare = by["what"] if by else why
    remedy = one_line(finding.remedy)
    settled = f": {remedy}" if remedy and bare else ""
    room = limit - len(bare) - len("“” ")
    if room - len(settled) < min(len(one_line(sentence)), _KNOWN):
        settled = ""
    room -= len(settled)
    if room < _TOLD:
        return f"“{around(sentence, words, limit - len('“”'))}”"
    quoted = around(sentence, words, room)
    told = words.casefold() in quoted.casefold() or len(quoted) + len(why) + len(settled) + len("“” ") > limit
    return f"“{quoted}” {bare if told else why}{settled}".rstrip()


def around(text: str, words: str, limit: int) -> str:
    """Return `text` on one line, cut to at most `limit` code points such that `words` are in it, if they are in it."""
    text, words = one_line(text), one_line(words)
    at = text.casefold().find(words.casefold())
    start = shorten(text, limit)
    if at < 0 or start == text or at + len(words) < len(start):
        return start
    begin = max(0, min(at - max(limit - len(words), 0) // _LEAD, len(text) - limit + 1))
    begin = text.rfind(" ", 0, begin) + 1
    while True:
        cut = f"…{shorten(text[begin:], limit - 1)}" if begin else start
        if text[at : at + len(words)] in cut or begin == at:
            return cut
        # A step to the right; the words themselves are the last place to begin at.
        begin = text.find(" ", begin, at) + 1 or at


def _sentence(article: Article | None, place: Finding | Related) -> tuple[str, str]:
    """Return the sentence in which a place stands and the words at the place, which may be all of it or more."""
    words = shown(article, place)
    if article is None or place.span is None:
        return words, words
    span = article.map.to_text(place.span)
    at = article.sentence_at(span.start)
    whole = article.sentences[at].span if at >= 0 else span
    if not span.length or not whole.start <= span.start < whole.end:
        return words, words
    return article.slice(Span(whole.start, max(whole.end, span.end))), words
