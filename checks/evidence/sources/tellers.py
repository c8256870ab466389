"""Tellers: who is said to say what a sentence states, though nobody could look it up: "The council says that …"."""

from __future__ import annotations

from checks.article import Article
from checks.evidence.sources.heard import heard
from checks.evidence.sources.scene import DETERMINERS, words_of
from checks.tokens import tokens

LONGEST = 5
"""Tokens up to which somebody is called by what they are: "the local trade association"."""

_NOBODY = frozenset(
    [
        *("he", "she", "it", "they", "we", "i", "you", "one", "who", "which", "what", "there", "as", "and", "but"),
        *("some", "many", "most", "someone", "somebody", "everyone", "everybody", "anyone", "nobody"),
    ]
)
_ADDING = frozenset({"adds", "added"})


def teller(article: Article, sentence: int) -> str:
    """Return who is said at the beginning of a sentence to say it, by what they are, with the verb; empty without one.

    Who is named is an attribution (`checks.evidence.sources.attribution`).
    """
    column = tokens(article)
    where = column.sentences[sentence]
    if not where or column.words[where.start] in _NOBODY:
        return ""
    led = column.words[where.start] in DETERMINERS
    first = where.start + led
    saying = {hit.first for hit in heard(article).credits[sentence] if hit.section == "speech"}
    for at in range(first, min(first + LONGEST if led else first + 2, where.stop - 1)):
        if at > first and (at in saying or column.words[at] == "say"):
            # "Salt adds flavor" is no report; "The cook adds that …" is.
            opens = column.words[at] not in words_of("weak") | _ADDING or column.words[at + 1] in words_of("opens")
            return article.slice(column.span(where.start, at + 1)) if opens else ""
        word = column.forms[at].replace("'", "").replace("-", "")
        if not word.isalpha() or (led and not word.islower()):
            return ""
    return ""
