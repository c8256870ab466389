"""Blanket statements: "Figures are taken from the audited accounts", which names a source for all figures at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Sentence, once
from checks.evidence.owners import names_owner
from checks.finding import Evidence
from checks.position import Span

LONGEST = 240
"""Code points of a sentence that does nothing but tell where figures come from."""

_BLANKET = re.compile(
    r"\W{0,3}(?:(?:Unless|Except where) (?:otherwise )?(?:stated|noted|indicated|specified)(?: otherwise)?, )?"
    r"(?:(?:[Aa]ll|[Tt]he|[Oo]ur)(?: of the)? )?(?:[a-z-]{3,14} )?"
    r"(?:[Ff]igures|[Dd]ata|[Nn]umbers|[Ss]tatistics|[Aa]mounts|[Tt]otals)"
    r"(?: (?:in|on|for|given|used|shown|quoted|here|throughout)\b[^.;:\n]{0,60}?)? "
    r"(?:(?:are|were|is|was|have been) (?:all )?(?:(?:taken|drawn|derived|sourced) )?from|(?:all )?comes? from) "
    r"(?P<origin>[^\n]{4,200})"
)
_WORK = re.compile(
    r"(?:the|our|its|their|this)\b[^.;:\n]{0,60}?\b(?:accounts|statements|reports?|census|survey|statistics|yearbook"
    r"|register|database|ledger|records|archives?|minutes|filings?|study|office|ministry|bureau|agency|department)\b"
)
_NOTE = re.compile(r"\b[Nn]otes? \d{1,2}[a-z]? (?:to|of|in) the (?:\w{3,14} )?(?:accounts|financial statements)\b")
_FIGURE = re.compile(r"\d")
_BEYOND = re.compile(
    r"\b(?:will|would|could|may|might|expected|projected|forecast|causes?d?|most|best|only|first"
    r"|the (?!interest\b|rest\b|west\b|forest\b)\w{2,14}est)\b",
    re.IGNORECASE,
)
"""What no figures show: forecasts, causes and rank."""


@once
def blanket(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences that name one work or office for all figures of an article."""
    return tuple(one for one in article.sentences if one.span.length <= LONGEST and _is_blanket(article, one))


def _is_blanket(article: Article, sentence: Sentence) -> bool:
    if article.text.find(" from ", *sentence.span) < 0:
        return False
    found = _BLANKET.match(article.text, sentence.span.start, sentence.span.end)
    return found is not None and (_WORK.match(found["origin"]) is not None or names_owner(found["origin"]))


def covering(article: Article, index: int) -> Iterator[Evidence]:
    """Yield what names a source for the figures of a sentence, wherever it stands.

    Nothing does for a sentence without a figure, nor for one that goes beyond its figures.
    """
    span = article.sentences[index].span
    figures = blanket(article) and _FIGURE.search(article.text, span.start, span.end)
    if figures and not _BEYOND.search(article.text, span.start, span.end):
        for one in blanket(article):
            place = article.map.to_source(one.span)
            yield Evidence("named-source", article.slice(one.span), place, one.index - index, supports=True)


def notes_to_accounts(article: Article) -> Iterator[Span]:
    """Yield where a reader is sent to a note to the accounts: "see note 12 to the accounts"."""
    if "accounts" in article.text or "financial statements" in article.text:
        yield from (Span(*match.span()) for match in _NOTE.finditer(article.text))
