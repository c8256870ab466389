"""Claims: which sentences state something that a reader could doubt."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from checks.article import PROSE, Article, BlockKind, Sentence, once
from checks.evidence.quotations import quotations
from checks.evidence.reach import reached
from checks.evidence.references import references
from checks.finding import Evidence
from checks.phrases import phrases
from checks.position import Span
from checks.tokens import tokens

LEAST_WORDS = 4
"""Shorter sentences are fragments, labels or exclamations."""

LISTED = 0.3
"""Score from which a sentence stands in the table of claims."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states something a reader could doubt."""

    span: Span
    """In the text."""
    score: float
    """How much it needs a source, 0 to 1."""
    supported: bool
    evidence: tuple[Evidence, ...]
    """What was considered, what supports it first, nearest first."""
    why: str = ""
    """What makes it a claim, in an editor's words."""
    sentence: int = -1
    """Index in `Article.sentences`."""


@once
def claims(article: Article) -> tuple[Claim, ...]:
    """Return the sentences that state something a reader could doubt, in reading order."""
    considered = reached(article)
    found = []
    for sentence in article.sentences:
        if exempt(article, sentence):
            continue
        score, why = _score(article, sentence)
        if score >= LISTED:
            evidence = considered[sentence.index]
            supported = any(one.supports for one in evidence)
            found.append(Claim(sentence.span, score, supported, evidence, why, sentence.index))
    return tuple(found)


_QUESTION = re.compile(r"\?[\"'”’)\]]*$")


def exempt(article: Article, sentence: Sentence) -> str:
    """Return why a sentence is no claim of the author's whatever it says, or an empty string."""
    block = article.blocks[sentence.block]
    text = article.slice(sentence.span)
    if block.kind not in PROSE:
        return f"a {block.kind}"
    if block.boilerplate:
        return "site chrome"
    if block.language and not block.language.startswith("en"):
        return "another language"
    if block.spoken or block.kind is BlockKind.QUOTATION or _quoted(article, sentence.span):
        return "somebody else's words"
    if sentence.block in references(article).blocks:
        return "a list of references"
    if _QUESTION.search(text):
        return "a question"
    if len(tokens(article).sentences[sentence.index]) < LEAST_WORDS:
        return "a fragment"
    return ""


def _quoted(article: Article, span: Span) -> bool:
    return any(one.span.start <= span.start + 1 and span.end - 1 <= one.span.end for one in quotations(article))


_WEIGHTS = {
    "result": 1.0,
    "cause": 0.8,
    "comparison": 0.9,
    "quantity": 0.9,
    "health": 0.9,
    "law": 0.5,
    "finance": 0.5,
    "history": 0.6,
    "prediction": 0.2,
    "generality": 0.3,
    "own": -1.6,
    "reader": -1.2,
    "advice": -0.7,
    "article": -1.6,
    "definition": -0.2,
}
_WHY = {
    "result": "states a result",
    "cause": "names a cause",
    "comparison": "compares",
    "quantity": "gives a quantity",
    "health": "concerns health",
    "law": "concerns the law",
    "finance": "concerns money",
    "history": "tells history",
    "prediction": "predicts",
    "generality": "generalizes",
}
_VAGUE = 1.5


def _score(article: Article, sentence: Sentence) -> tuple[float, str]:
    column = tokens(article)
    where = column.sentences[sentence.index]
    hits = phrases("checks.evidence", "lexicon/claims.txt").find(column.words, where.start, where.stop)
    count = Counter(hit.section for hit in hits)
    total = -1.6 + sum(_WEIGHTS[section] * min(number, 2) for section, number in count.items())
    total += 0.6 * min(3, sum(any(letter.isdigit() for letter in column.words[at]) for at in where))
    total += 0.03 * min(len(where), 30)
    why = [_WHY[section] for section in sorted(count, key=lambda one: -_WEIGHTS[one]) if section in _WHY][:3]
    return round(1 / (1 + math.exp(-total)), 3), ", ".join(why)


TOPICS = ("health", "law", "finance")
_TOPIC_SHARE = 0.03


@once
def topic(article: Article) -> str:
    """Return `health`, `law` or `finance` when at least 3 of 100 words are of that field, else an empty string."""
    column = tokens(article)
    hits = Counter(hit.section for hit in phrases("checks.evidence", "lexicon/claims.txt").find(column.words))
    best = max(TOPICS, key=lambda one: hits[one])
    return best if hits[best] >= max(3, _TOPIC_SHARE * len(column.words)) else ""
