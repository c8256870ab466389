"""Claims: which sentences state something that a reader could doubt, and what supports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.article import Article, once
from checks.evidence.need import bars, needs
from checks.evidence.reasons import reasons
from checks.evidence.settling import is_settled
from checks.evidence.sources.attribution import attributions
from checks.evidence.sources.keyed import unlisted
from checks.evidence.sources.unfinished import left_open
from checks.evidence.statements.accusations import accusations
from checks.evidence.statements.boasts import boasts
from checks.evidence.statements.duties import LAWFUL, duty
from checks.evidence.statements.exempt import exemptions
from checks.evidence.statements.houseword import housewords
from checks.evidence.statements.topic import is_strict, topic
from checks.evidence.statements.unclaimed import unclaimed
from checks.evidence.support.reach import considered, reached
from checks.evidence.wordings.factual import ranks
from checks.evidence.wordings.wording import Wording, praise, wordings
from checks.finding import Evidence
from checks.position import Span

LISTED = 0.3
"""Score from which a sentence stands in the table of claims."""

LIKELY = 0.5
"""Score from which a sentence is more likely than not one that needs a source."""

PRAISES = 0.05
"""Share of praise from which a sentence is listed where praise alone is asked for, so that programs can set a bar."""

TOLD = 2
"""Reasons of a claim that are told in one sentence."""

NAMELESS = "names nobody"
"""What is said of a vague attribution."""

_WORDING = {
    "judged": "ranks its subject above others",
    "measurable": "ranks its subject by size, number or time",
    "only": "says that nothing else compares",
    "absolute": "claims what hardly ever holds without exception",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states something a reader could doubt."""

    span: Span
    """In the text."""
    score: float
    """How much it needs a source, for what it states or for how it praises, 0 to 1."""
    supported: bool
    evidence: tuple[Evidence, ...]
    """What was considered, what supports it first, nearest first."""
    why: str = ""
    """What makes it a claim, in an editor's words."""
    sentence: int = -1
    """Index in `Article.sentences`."""
    need: float = 0.0
    """How much what it states needs a source, its wording aside."""


@once
def claims(article: Article) -> tuple[Claim, ...]:
    """Return the sentences that state something a reader could doubt, in reading order.

    A strong wording is a claim, too: `score` is how likely the sentence needs a
    source for what it states or for how it praises.
    """
    return _claims(article, needs(article), (0.0,) * len(article.sentences), _said(article))


@once
def praised(article: Article) -> tuple[Claim, ...]:
    """Return the sentences that praise or rank, in reading order, whether or not they need a source besides.

    This is what a run of the superlatives check alone has looked at.
    """
    heard = [share if share >= PRAISES else 0.0 for share in praise(article)]
    return _claims(article, (0.0,) * len(article.sentences), heard, {})


@once
def _said(article: Article) -> Mapping[int, str]:
    """Return what is said of sentences that are reported however little they state."""
    said = {
        at: NAMELESS
        for at, them in enumerate(attributions(article))
        if any(one.kind == "vague" for one in them) and not exemptions(article)[at]
    }
    if is_strict(article) and topic(article) in LAWFUL:
        for sentence in article.sentences:
            if laid := duty(article, sentence):
                said.setdefault(sentence.index, laid.why(article))
    for at, demand in (*boasts(article).items(), *housewords(article).items()):
        said.setdefault(at, demand.why(article))
    for at, demand in accusations(article).items():
        stated = demand.lone and needs(article)[at] >= bars(article)[at]
        if not (stated and reasons(article, at)[0].kind):
            said.setdefault(at, demand.why(article))
    return said


@once
def claimed(article: Article) -> Mapping[int, Claim]:
    """Return the claims of an article by sentence."""
    return {one.sentence: one for one in claims(article)}


def _claims(
    article: Article, needed: Sequence[float], heard: Sequence[float], said: Mapping[int, str]
) -> tuple[Claim, ...]:
    """Return claims.

    `heard`: the praise of each sentence that counts though it is too weak to be
    reported; `said`: what makes sentences claims that hardly state anything.
    """
    reaching = reached(article)
    strong: dict[int, list[Wording]] = {}
    for one in wordings(article):
        strong.setdefault(one.sentence, []).append(one)
    found = []
    judged = zip(article.sentences, needed, bars(article), heard, exemptions(article), strict=True)
    for sentence, needs_one, bar, share, free in judged:
        # An item of a list may praise, but states nothing in a whole sentence.
        least = min(LISTED, bar)
        stated = not free and not (needs_one >= least and unclaimed(article, sentence))
        need = needs_one if stated else 0.0
        worded = strong.get(sentence.index, ())
        listed = sentence.index in said or (not free and (need >= least or share))
        if not worded and not listed:
            continue
        # A figure shows what a ranking rests on, but needs a source itself.
        own = dict.fromkeys(piece for one in worded for piece in one.evidence) if need < bar else ()
        evidence = (*own, *considered(article, sentence.index))
        supported = _is_sourced(article, sentence.index, evidence) and _settled(
            article, worded, reaching[sentence.index]
        )
        demanded = said.get(sentence.index, "")
        # What is asked of a seller, or by the law, is what its note says, too.
        states = need >= least and demanded in {"", NAMELESS}
        why = told(article, sentence.index) if states else demanded
        if not why or (worded and not (states and sentence.index in ranks(article))):
            why = " and ".join(filter(None, (_praise(article, worded), why)))
        score = round(1 - (1 - need) * (1 - max((share, *(one.confidence for one in worded)))), 3)
        found.append(Claim(sentence.span, score, supported, evidence, why, sentence.index, need))
    return tuple(found)


def _is_sourced(article: Article, sentence: int, evidence: Sequence[Evidence]) -> bool:
    """Whether a reader finds what supports a sentence, and no note in it says that its source is still to come.

    A key in an article without a bibliography leads a reader nowhere: that is told once for all of them.
    """
    if sentence in left_open(article):
        return False
    lost = {article.map.to_source(one) for one in unlisted(article)}
    return any(one.supports and one.span not in lost for one in evidence)


def _settled(article: Article, worded: Sequence[Wording], reaching: Sequence[Evidence]) -> bool:
    """Whether none of the wordings of a sentence is reported for want of a source."""
    return all(is_settled(article, one, (*one.evidence, *reaching)) for one in worded)


def _praise(article: Article, worded: Sequence[Wording]) -> str:
    """Say how a sentence praises, and by which words, by the surest of its reported wordings."""
    if not worded:
        return "may praise"
    surest = max(worded, key=lambda one: one.confidence)
    return f"{_WORDING.get(surest.kind, 'praises')} (“{article.slice(surest.span)}”)"


def told(article: Article, sentence: int) -> str:
    """Say what makes a sentence a claim; completes "This sentence …"."""
    first, *others = (one.words for one in reasons(article, sentence)[:TOLD])
    verb = "gives " if first.startswith("gives ") else ""
    return " and ".join((first, *(one.removeprefix(verb) for one in others)))
