"""Need: how much a sentence needs a source, by a linear model, and why in an editor's words.

The model (`models/claims.txt`, described in `models/claims.md`) was fitted on
sentences of which editors decided whether they need a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.outline import Outline, outlines
from checks.evidence.topic import STRICT, topic
from checks.evidence.traits import extent, traits
from checks.linear import model

MODEL = ("checks.evidence", "models/claims.txt")
STRICT_BAR = 0.5
"""Share from which a sentence is reported in an article on health, law or finance."""

_REASONS = (
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

_SOURCES = {
    "gives a figure": "name the report or the data that it comes from",
    "states an effect or a result": "cite the study that found it",
    "names a cause": "cite who established that",
    "compares": "cite the comparison",
    "predicts": "say whose forecast it is",
    "concerns the law": "cite the law, the ruling or the office",
    "concerns money": "cite the accounts, the statistics or the office",
    "concerns health": "cite a study, a guideline or a health agency",
    "tells of past events": "cite a record or an account of them",
    "generalizes": "cite who looked into that",
}


class Need(NamedTuple):
    """How much one sentence needs a source."""

    share: float
    """Share of such sentences that do, by the data that the model was fitted on."""
    why: str
    """What makes the sentence a claim."""
    settles: str
    """What would settle it, as something to do."""


@once
def needs(article: Article) -> tuple[Need, ...]:
    """Return the need of each sentence of an article."""
    linear = model(*MODEL)
    field, subject = extent(article), topic(article)
    found = []
    for names, outline in zip(traits(article), outlines(article), strict=True):
        raw = linear.bias + linear.total(names, field) + linear.mean(dict.fromkeys(outline.classes), "~")
        reasons = _reasons(outline, subject)
        found.append(Need(round(linear.share(raw, field), 3), _why(reasons), _settles(reasons)))
    return tuple(found)


@once
def standards(article: Article) -> tuple[str, ...]:
    """Return, for each sentence, which bar it is held to: the extent of the text, and where it stands.

    In a text that cites by markers the one that is missing would stand at the
    end of the paragraph, so that is where it is asked for, and for a sentence
    inside only when that states more than most: `inside`.
    """
    extended = extent(article)
    if extended != "marked":
        return (extended,) * len(article.sentences)
    following = [one.block for one in article.sentences[1:]] + [-1]
    return tuple(
        "inside" if one.block == after else extended for one, after in zip(article.sentences, following, strict=True)
    )


@once
def bars(article: Article) -> tuple[float, ...]:
    """Return, for each sentence, the share from which it is reported when nothing supports it.

    Long texts without markers have a higher bar: there the author often is the
    source. Health, law and finance have a lower one.
    """
    usual = model(*MODEL).bars
    strict = topic(article) in STRICT
    return tuple(min(usual[one], STRICT_BAR) if strict else usual[one] for one in standards(article))


def _reasons(outline: Outline, subject: str) -> tuple[str, ...]:
    """Return what makes a sentence a claim; a field only where the article is about it, as words have other senses."""
    return tuple(
        dict.fromkeys(
            words for name, words in _REASONS if name in outline.glance and (name not in STRICT or name == subject)
        )
    )


def _why(reasons: Sequence[str]) -> str:
    """Say what makes a sentence a claim, such as "gives a figure and compares"."""
    return " and ".join(reasons[:MOST_REASONS]) or "states something that can be checked"


def _settles(reasons: Sequence[str]) -> str:
    """Say what kind of source would settle the first of the reasons, as something to do."""
    return _SOURCES[reasons[0]] if reasons else "say where a reader can check it"
