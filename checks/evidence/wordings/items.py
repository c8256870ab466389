"""Items: which entries of lists and which questions are read for praise though they state nothing."""

from __future__ import annotations

import re

from checks.article import Article, BlockKind, MarkKind, Sentence
from checks.evidence.statements.exempt import FRAGMENT, QUESTION, exempt

LONG_WORD = 4
"""Letters from which a word of a title is written with a capital."""

_WORD = re.compile(r"[^\W\d_]+")
OPENING = 60
"""Code points at the beginning of a question by which it is known to ask nothing."""

_INVITES = re.compile(
    r"\W{0,3}(?:(?:So|And|But),? )?(?:(?:Are you )?(?:ready|looking|tired|searching|longing) (?:to|for|of)"
    r"|(?:Do you )?(?:want|dream|long|need|wish)(?:ing)? (?:to|of|for|an?)|Would you (?:like|love) |Wouldn['’]t you"
    r"|Why (?:not|settle|wait)|Who (?:wouldn['’]t|doesn['’]t)|What if you could|Craving|Curious (?:about|to)|Fancy)\b",
    re.IGNORECASE,
)
"""How a question begins that is none, but invites its reader to buy: "Ready to …?"."""
_PART = re.compile(r"(?:[;,]|\b(?:and|or))\s*$")
"""The end of an item that is a part of a sentence which runs through the list."""


def is_read(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is read for praise: the author's own prose, or an item of a list, such as "Unbeatable value".

    So is a question that only invites, "Ready to embark on a seamless journey?". An item that is a link or written as a
    title names something, one that begins with a figure is an entry, of a recipe for instance.
    """
    reason = exempt(article, sentence)
    if reason == QUESTION:
        start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + OPENING)
        return _INVITES.match(article.text, start, end) is not None
    if reason != FRAGMENT or article.blocks[sentence.block].kind is not BlockKind.LIST_ITEM:
        return not reason
    text = article.slice(sentence.span)
    if text[:1].isdigit() or _PART.search(text[-20:]):
        return False
    if any(mark.span.covers(sentence.span) for mark in article.marks_in(sentence.span, MarkKind.LINK)):
        return False
    long = [word for word in _WORD.findall(text)[1:] if len(word) >= LONG_WORD]
    return not long or not all(word[0].isupper() for word in long)
