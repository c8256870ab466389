"""Need: how much a sentence needs a source, by a linear model, and why in an editor's words.

The model (`models/claims.txt`, described in `models/claims.md`) was fitted on
sentences of which editors decided whether they need a source.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.outline import Outline, outlines
from checks.evidence.topic import STRICT, topic
from checks.evidence.traits import extent, traits
from checks.linear import model

MODEL = ("checks.evidence", "models/claims.txt")
STRICT_BAR = 0.5
"""Share from which a sentence is reported in an article on health, law or finance."""

_WHY = (
    ("<measure>", "gives a figure"),
    ("quantity", "gives a figure"),
    ("result", "states an effect or a result"),
    ("cause", "names a cause"),
    ("comparison", "compares"),
    ("prediction", "predicts"),
    ("law", "concerns the law"),
    ("finance", "concerns money"),
    ("health", "concerns health"),
    ("history", "tells of past events"),
    ("<year>", "tells of past events"),
    ("<num>", "gives a figure"),
    ("generality", "generalizes"),
)
MOST_REASONS = 2


class Need(NamedTuple):
    """How much one sentence needs a source."""

    share: float
    """Share of such sentences that do, by the data that the model was fitted on."""
    why: str


@once
def needs(article: Article) -> tuple[Need, ...]:
    """Return the need of each sentence of an article."""
    linear = model(*MODEL)
    field = extent(article)
    found = []
    for names, outline in zip(traits(article), outlines(article), strict=True):
        raw = linear.bias + linear.total(names, field) + linear.mean(names, "~")
        found.append(Need(round(linear.share(raw, field), 3), why(outline)))
    return tuple(found)


@once
def bar(article: Article) -> float:
    """Return the share from which a sentence of this article is reported when nothing supports it.

    Long texts without markers have a higher bar: there the author often is the
    source. Health, law and finance have a lower one.
    """
    usual = model(*MODEL).bars[extent(article)]
    return min(usual, STRICT_BAR) if topic(article) in STRICT else usual


def why(outline: Outline) -> str:
    """Say what makes a sentence a claim, such as "gives a figure and compares"."""
    reasons = list(dict.fromkeys(words for name, words in _WHY if name in outline.glance))
    return " and ".join(reasons[:MOST_REASONS]) or "states something that can be checked"
