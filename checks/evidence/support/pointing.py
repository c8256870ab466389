"""Pointing: sentences that do nothing but name a source: "Source: …", "See the 2019 report of the council."."""

from __future__ import annotations

import re
from enum import Enum

from checks.article import Article
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.support.continuity import MATTER, shared
from checks.evidence.support.supports import MARKERS
from checks.evidence.support.survey import survey

POINTED = 3
"""Sentences that one which only points to a source covers at most."""

LONGEST = 160
"""Code points of a sentence that does nothing but point to a source."""

_SEE = re.compile(r"\W{0,3}(?:[Ss]ee|[Cc]f\.?|[Cc]onsult)\b(?! (?:how|what|why|if|whether|more|you)\b)")
_NAMES = re.compile(
    r"\W{0,3}(?:(?:Sources?|Via|Data|References?|Adapted from|Credit|Figures)\s?:"
    r"|[^.:;?!]{3,80} (?:has|have|gives?|lists?|shows?|contains?) (?:the|all the) (?:exact |full |whole )?"
    r"(?:count|figures?|numbers?|details|data|list|statistics|breakdown|story)\W{0,3}\Z"
    r"|(?:The|Its|Their|Our|All|Full) (?:[\w-]{1,20} ){0,3}(?:reports?|data(?: ?sets?)?|stud(?:y|ies)|results|papers?"
    r"|methodology|surveys?|findings|figures|numbers|statistics|analysis) "
    r"(?:is|are|was|were|can be|has been|have been) (?:\w{3,10}ly |now |also )?"
    r"(?:available|published|found|downloaded|read|posted|online|here)\b"
    r"|(?:Details|Data|Figures|Numbers|Statistics|All (?:data|figures|numbers))(?: are| is| come)? (?:from|in|at|by)\b)"
)
_ALSO = re.compile(r"\W{0,3}\w{2,7}\.? also\b")
_WORKS = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|surveys?|census|statistics|data(?: ?sets?)?|trials?|papers?|reviews?|analys[ie]s"
    r"|figures?|index|tables?|minutes|acts?|laws?|accounts|filings?|yearbooks?|registers?|records?|findings|results"
    r"|thesis|judge?ments?|rulings?|decisions?|polls?|estimates|experiments?|monograph|proceedings)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:our|my|guides?|tips|recipes?|photos?|pictures|images|videos?|films?|gallery|galler(?:y|ies)|tours?|blogs?"
    r"|posts?|pages?|sites?|websites?|courses?|tools?|tutorials?|hours|newsletters?|below|above|introduction|overview"
    r"|how to|for (?:more|further|help|advice|other)|to (?:find out|learn|read))\b",
    re.IGNORECASE,
)
_WORK_KINDS = frozenset({"doi", "identifier", "law", "table", "chart", *MARKERS})


class Pointing(Enum):
    """What a sentence that points to something covers of those before it."""

    NOTHING = "nothing"
    """It sends the reader on: "See also our guide …"."""
    MATTER = "matter"
    """What is about the same matter, for all that is told is where to look: "See Berg's history of the canal."."""
    WORK = "work"
    """The sentences just before it, for it names a work in which they can be looked up."""
    ALL = "all"
    """Whatever stands before it, the list or table too: "Source: …"."""


def pointing(article: Article, index: int) -> Pointing | None:
    """Return how a sentence points to a source; None for one that does more than that."""
    span = article.sentences[index].span
    text = article.text
    if span.length > LONGEST or text[span.start : span.end].rstrip().endswith(":"):
        return None
    if not _SEE.match(text, *span):
        return Pointing.ALL if _NAMES.match(text, *span) else None
    if _ALSO.match(text, *span):
        return Pointing.NOTHING
    if _WORKS.search(text, *span) or any(_is_work(one.kind, one.names) for one in survey(article)[index]):
        return Pointing.WORK
    return Pointing.NOTHING if _FURTHER.search(text, *span) else Pointing.MATTER


def _is_work(kind: str, names: str) -> bool:
    return kind in _WORK_KINDS or names == "study"


def points_to(article: Article, how: Pointing, at: int, index: int, *, beside: bool = False) -> bool:
    """Whether a sentence, `at`, that points to a source so covers one before it, `index`, as near as it may stand.

    What a reader risks must be what it is about; `beside` tells that it stands right behind, in the same paragraph.
    """
    grave = stakes(article, index) >= GRAVE
    if how is Pointing.ALL:
        return True
    if how is Pointing.WORK or (how is Pointing.MATTER and beside):
        return not grave or shared(article, index, at) > 0
    return how is Pointing.MATTER and shared(article, index, at) >= (MATTER if grave else 1)
