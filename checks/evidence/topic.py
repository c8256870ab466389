"""Topic: whether an article is about health, law or money, where claims weigh more."""

from __future__ import annotations

from collections import Counter

from checks.article import Article, once
from checks.evidence.outline import cues
from checks.tokens import tokens

STRICT = ("health", "law", "finance")
"""Topics that are held to a stricter standard."""

SHARE = 0.03
"""Share of words of a field that makes it the topic; on our samples other texts stay below half of it."""

FEWEST = 3


@once
def topic(article: Article) -> str:
    """Return `health`, `law` or `finance`, or an empty string when it is none of them."""
    count = Counter(section for sections in cues(article).values() for section in sections)
    best = max(STRICT, key=lambda one: count[one])
    return best if count[best] >= max(FEWEST, SHARE * len(tokens(article).words)) else ""
