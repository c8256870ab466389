"""Hearsay: whether what a sentence states can rest on whom it credits.

Newspapers take what happened from whoever was there, and a reader can ask them.
Whoever is known by a name or an office alone is no evidence for what heals, harms
or never fails, nor of what is sold; and where others have a note, so has what an
office or a study says.
"""

from __future__ import annotations

from checks.article import Article
from checks.evidence.sources.attribution import Attribution
from checks.evidence.sources.owners import names_owner
from checks.evidence.statements.effects import of_health, words_of
from checks.evidence.statements.outline import cues
from checks.evidence.statements.selling import sells
from checks.evidence.statements.topic import topic
from checks.evidence.statements.traits import extent
from checks.tokens import tokens

SOURCES = frozenset({"named", "person", "office"})
"""Kinds of attribution that tell a reader whom to ask."""

CREDITS = {
    "named": "named-source",
    "person": "named-source",
    "office": "named-source",
    "name": "name",
    "self": "own word",
}
"""Kinds of support by kinds of attribution, where they are good for what they are."""

_BRIEF = frozenset({"bare", "short"})
"""Extents of an excerpt, which tells too little of somebody whom it only names."""

_EFFECTS = frozenset({"result", "cause"})
_HELD = frozenset({"health", "finance"})
"""Topics in which effects and certainties need more than a word; of the law courts and the police tell."""


def bears_out(article: Article, at: int, credit: Attribution, shown: str) -> bool:
    """Whether a reader could check a sentence with whom it credits, whose words are `shown`."""
    extended = extent(article)
    if credit.kind == "named":
        # What somebody told has no note anywhere.
        return extended != "marked" or (credit.speech and not names_owner(shown))
    if credit.kind not in SOURCES or extended == "marked":
        return False
    # Which president, a single sentence does not tell. A seller's page quotes those who praise it, by name.
    mere = extended == "bare" or (credit.kind == "person" and (extended in _BRIEF or sells(article)))
    return not mere and not _asks_more(article, at, credit)


def worth(article: Article, credit: Attribution, *, good: bool) -> str:
    """Return what kind of support somebody is whom a sentence credits; where others have a note, `named-source`."""
    if good or credit.kind not in {"person", "office"}:
        return CREDITS[credit.kind]
    extended = extent(article)
    if extended == "marked":
        return "named-source"
    return "name" if credit.kind == "person" and extended in _BRIEF else "hearsay"


def _asks_more(article: Article, at: int, credit: Attribution) -> bool:
    """Whether an effect on health is told, or that something never fails, where a strict standard is held to."""
    if topic(article) not in _HELD:
        return False
    column = tokens(article)
    told = [one for one in column.sentences[at] if not credit.span.covers(column.span(one, one + 1))]
    words = {column.words[one] for one in told}
    if not words_of("certain").isdisjoint(words):
        return True
    acts = not (words_of("act") | words_of("heals")).isdisjoint(words) or any(
        hit.section in _EFFECTS and hit.first in told for hit in cues(article)[at]
    )
    return acts and not of_health().isdisjoint(words)
