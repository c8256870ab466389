"""Ranked: sentences that state a rank which could be looked up, and nothing besides.

Of those an editor is told that a source is wanted and the wording may stay. Where a
sentence gives a figure as well, or states an effect, the rank is told first.
"""

from __future__ import annotations

from checks.article import Article
from checks.evidence.reasons import RANK, reasons
from checks.evidence.statements.figures import year
from checks.evidence.statements.outline import tense
from checks.evidence.wordings.factual import ranks
from checks.tokens import tokens

LONGEST = 28
"""Tokens of such a sentence at most."""

_MORE = frozenset({"figure", "quantity", "result", "finding", "cause", "prediction"})
"""Kinds of what else a sentence states."""

_EFFECTS = frozenset({"result", "finding", "cause", "prediction"})

_CLAUSES = frozenset([",", ";", ":", "–", "—", "(", "because", "although", "while", "where", "when", "if"])
"""What opens something else behind a rank."""


def ranks_only(article: Article, sentence: int) -> bool:
    """Whether a sentence states nothing but a rank that could be looked up: no figure, no effect, no other clause.

    A year behind it tells until when it ranked so: "the richest man in the country by 1901".
    """
    rank = ranks(article).get(sentence)
    if rank is None:
        return False
    column = tokens(article)
    where = column.sentences[sentence]
    if len(where) > LONGEST or any(one.kind in _MORE for one in reasons(article, sentence)):
        return False
    when = year(article, where)
    if when and when.start < rank.place.start:
        return False
    rest = column.words[rank.place.stop : where.stop]
    if not _CLAUSES.isdisjoint(rest):
        return False
    also = rest[rest.index("and") :] if "and" in rest else []
    return not any(tense(word) in {"present", "past"} for word in also)


def ranks_lightly(article: Article, sentence: int) -> bool:
    """Whether a sentence states a rank first of all, and no effect besides."""
    told = reasons(article, sentence)
    return told[0].kind == RANK and not any(one.kind in _EFFECTS for one in told)
