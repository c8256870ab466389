"""Claims: which sentences state something that a reader could doubt, and what supports them."""

from __future__ import annotations

from dataclasses import dataclass

from checks.article import Article, once
from checks.evidence.exempt import exempt
from checks.evidence.need import bars, needs
from checks.evidence.reach import reached
from checks.evidence.wording import praise, wordings
from checks.finding import Evidence
from checks.position import Span

LISTED = 0.3
"""Score from which a sentence stands in the table of claims."""

_WORDING = {
    "judged": "ranks it above others",
    "measurable": "ranks it by size, number or time",
    "only": "says that nothing else compares",
    "absolute": "leaves no room for exceptions",
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
    considered = reached(article)
    strong = {one.sentence: one for one in wordings(article)}
    found = []
    for sentence, need, bar, share in zip(
        article.sentences, needs(article), bars(article), praise(article), strict=True
    ):
        least = min(LISTED, bar)
        wording = strong.get(sentence.index)
        if (need.share < least and wording is None) or exempt(article, sentence):
            continue
        evidence = considered[sentence.index]
        supported = any(one.supports for one in evidence)
        why = need.why if need.share >= least else ""
        if wording:
            why = " and ".join(filter(None, (_WORDING.get(wording.kind, "praises"), why)))
        score = round(1 - (1 - need.share) * (1 - share), 3)
        found.append(Claim(sentence.span, score, supported, evidence, why, sentence.index, need.share))
    return tuple(found)
