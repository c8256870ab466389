"""Stakes: what a reader risks who believes a sentence, so that the worst claims of an article come first.

Editors and fact-checkers look first at what may cost health, money or rights,
and at strong effects. Ours, by reading.
"""

from __future__ import annotations

from checks.article import Article
from checks.evidence.statements.effects import of_stakes, words_of
from checks.evidence.statements.outline import cues, outlines, shape
from checks.evidence.statements.topic import fields
from checks.tokens import tokens

GRAVE = 2
"""Stakes of an effect on health, money or rights."""

_EFFECTS = frozenset({"result", "cause"})
_FIELDS = frozenset({"health", "law"})
"""Sections of the list of cues that count beside the words of the fields; what it has of money is mere trade."""


_COUNTED = frozenset(["more", "less", "fewer", "later", "newer", "older", "younger"])
"""Comparatives that compare no effect: "more clear than ever", "older patients"."""


def is_grave(article: Article, sentence: int) -> bool:
    """Whether readers who believe a sentence risk much: an effect on health, money or rights, or one without exception.

    Not where the author or the reader is spoken of: that is advice, or somebody's own story.
    """
    outline = outlines(article)[sentence]
    if outline.own or outline.reader or outline.instructs:
        return False
    words = tokens(article).of(sentence)
    if words[:1] in (["always"], ["never"]):
        return False  # "Always rinse it afterwards"
    if not words_of("certain").isdisjoint(words) or stakes(article, sentence) >= GRAVE:
        return True
    ranks = "most" in words[1:] and words[words.index("most", 1) - 1] == "the"
    more = ranks or not words_of("done").isdisjoint(words) or not (shape("comparative") - _COUNTED).isdisjoint(words)
    return more and not fields().isdisjoint(words)


def stakes(article: Article, sentence: int) -> int:
    """Return `GRAVE` for an effect on health, money or rights, 1 for one of the two, else 0."""
    seen = {hit.section for hit in cues(article)[sentence]}
    words = tokens(article).of(sentence)
    field = not _FIELDS.isdisjoint(seen) or not of_stakes().isdisjoint(words)
    return field + (not _EFFECTS.isdisjoint(seen) or not words_of("act").isdisjoint(words))
