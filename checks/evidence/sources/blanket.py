"""Blanket statements: "Figures are taken from the audited accounts", which names a source for all figures at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Sentence, once
from checks.evidence.sources.owners import names_owner
from checks.finding import Evidence
from checks.phrases import section_words
from checks.position import Span

LONGEST = 240
"""Code points of a sentence that does nothing but tell where figures come from."""

_BLANKET = re.compile(
    r"\W{0,3}(?:(?:Unless|Except where) (?:otherwise )?(?:stated|noted|indicated|specified)(?: otherwise)?, )?"
    r"(?:(?:[Aa]ll|[Tt]he|[Oo]ur|[Tt]hese)(?: of the)? )?(?P<kind>[A-Za-z][a-z-]{2,13} )?"
    r"(?:[Ff]igures|[Dd]ata|[Nn]umbers|[Ss]tatistics|[Aa]mounts|[Tt]otals)"
    r"(?P<about> (?:in|on|for|about|given|used|shown|quoted|here|throughout)\b[^.;:\n]{0,60}?)? "
    r"(?:(?:are|were|is|was|have been) (?:all )?(?:(?:taken|drawn|derived|sourced) )?from|(?:all )?comes? from) "
    r"(?P<origin>[^\n]{4,200})"
)
_WORK = re.compile(
    r"(?:the|our|its|their|this)\b[^.;:\n]{0,60}?\b(?:accounts|statements|reports?|census|surveys?|statistics|yearbooks?"
    r"|registers?|databases?|ledgers?|records|archives?|minutes|filings?|study|office|ministry|bureau|agency|department)\b"
)
_NOTE = re.compile(r"\b[Nn]otes? \d{1,2}[a-z]? (?:to|of|in) the (?:\w{3,14} )?(?:accounts|financial statements)\b")
_FIGURE = re.compile(r"\d")
_ACCOUNTS = re.compile(
    r"[^.;:\n]{0,70}?\b(?:accounts|(?:financial|income|cash flow) statements?|balance sheets?|ledgers?)\b"
)
_MONEY = re.compile(
    r"[$£€¥]|\b(?:dollars?|euros?|pounds?|cents?|pence|kroner|francs?|yen|revenues?|turnover|profits?|loss(?:es)?|sales"
    r"|costs?|spent|spends?|spending|budgets?|incomes?|earn(?:s|ed|ings)?|paid|pays?|wages?|salar(?:y|ies)|fees?|debts?"
    r"|loans?|assets?|reserves?|margins?|dividends?|equity|tax(?:es)?|grants?|donations?|funds?|interest|invest\w{0,8})\b"
)
_OTHER = re.compile(
    r"\b(?:patients?|disease|asthma|cancer|stroke|health|risk|deaths?|died|adults|children|crime|rain(?:fall)?|climate"
    r"|temperatures?|emissions|population|census|election|voters?|century|war)\b"
)
"""What accounts say nothing of."""
_ALL = re.compile(
    r"\b[Aa]ll\b|\b(?:Unless|Except where)\b|\bthroughout\b"
    r"|\b(?:in|on|of|for) (?:this|the) (?:article|report|page|post|text|guide|story|piece|paper|overview|brochure)\b"
)
_NOTES = re.compile(
    r"(?:a )?(?:notes?|sources?|references?|method(?:s|ology)?|about (?:the|this|these|our) \w{3,14}"
    r"|(?:the )?(?:data|figures)|data sources?|how we counted|a note on .{3,30}|notes? on .{3,30}"
    r"|where .{3,40} (?:is|are|come) from)",
    re.IGNORECASE,
)
"""Headings of sections that speak for the others."""
_GENERAL = re.compile(
    r"\b(?:in|on|of|for|given|used|shown|quoted|here|throughout|about|this|the|these|our|article|report|page|post|text"
    r"|guide|story|piece|paper|overview|brochure|above|below|section|year|years|table|chart)\b|\d+"
)
_WORDS = re.compile(r"[a-z]{4,}")

STEM = 6
"""Letters by which a word and its forms are known."""
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
            if _covers(article, one, index):
                place = article.map.to_source(one.span)
                yield Evidence("named-source", article.slice(one.span), place, one.index - index, supports=True)


def _covers(article: Article, one: Sentence, index: int) -> bool:
    """Whether what names a source for figures speaks for those of a sentence.

    For those of its own section, and for its kind of figures elsewhere: money
    where it names accounts, what it says itself ("Rainfall figures …"), or any
    where it speaks for the whole article, by its words or its place.
    """
    here = article.sentences[index].block
    if here == one.block:
        return True
    found = _BLANKET.match(article.text, one.span.start, one.span.end)
    if found is None:
        return False
    shown = article.slice(article.sentences[index].span).lower()
    sections = article.headings
    within = sections[here] == sections[one.block] and len(set(sections)) > 1
    subject = _subject(found)
    if subject:
        return within or any(word in shown for word in subject)
    if _ACCOUNTS.match(found["origin"]):
        # The accounts give how many are employed as well, but nothing of health or weather.
        return bool(_MONEY.search(shown)) or (within and not _OTHER.search(shown))
    return within or _speaks_for_all(article, one)


def _subject(found: re.Match[str]) -> frozenset[str]:
    """Return the words by which a blanket statement says which figures it means, cut to their beginnings."""
    about = _GENERAL.sub(" ", found["about"] or "")
    words = _WORDS.findall(f"{found['kind'] or ''} {about}".lower())
    general = section_words("checks.evidence", "lexicon/blanket.txt", "no kind")
    return frozenset(word[:STEM] for word in words if word not in general)


def _speaks_for_all(article: Article, one: Sentence) -> bool:
    """Whether a statement speaks for the whole article: by "all" or "in this report", or before or after its sections.

    Behind them stands what has a heading of its own, such as "Notes".
    """
    sections = article.headings
    if _ALL.search(article.text, one.span.start, one.span.end) or len(set(sections)) == 1:
        return True
    heading = article.blocks[sections[one.block]] if sections[one.block] >= 0 else None
    title = heading is None or sections[one.block] == min(at for at in sections if at >= 0)
    return title or bool(heading and _NOTES.fullmatch(article.slice(heading.span).strip(" :#\n")))


def notes_to_accounts(article: Article) -> Iterator[Span]:
    """Yield where a reader is sent to a note to the accounts: "see note 12 to the accounts"."""
    if "accounts" in article.text or "financial statements" in article.text:
        yield from (Span(*match.span()) for match in _NOTE.finditer(article.text))
