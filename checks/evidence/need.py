"""Need: how much a sentence needs a source, by a linear model.

The model (`models/claims.txt`, described in `models/claims.md`) was fitted on
sentences of which editors decided whether they need a source.
"""

from __future__ import annotations

from checks.article import Article, once
from checks.evidence.outline import outlines
from checks.evidence.topic import STRICT, topic
from checks.evidence.traits import extent, traits
from checks.linear import model

MODEL = ("checks.evidence", "models/claims.txt")
STRICT_BAR = 0.5
"""Share from which a sentence is reported in an article on health, law or finance."""


@once
def needs(article: Article) -> tuple[float, ...]:
    """Return how much each sentence of an article needs a source: the share of such sentences that do, 0 to 1."""
    linear = model(*MODEL)
    field = extent(article)
    found = []
    for names, outline in zip(traits(article), outlines(article), strict=True):
        raw = linear.bias + linear.total(names, field) + linear.mean(dict.fromkeys(outline.classes), "~")
        found.append(round(linear.share(raw, field), 3))
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
