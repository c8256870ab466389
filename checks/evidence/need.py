"""Need: how much a sentence needs a source, by a linear model.

The model (`models/claims.txt`, described in `models/claims.md`) was fitted on
sentences of which editors decided whether they need a source.
"""

from __future__ import annotations

from checks.article import Article, once
from checks.evidence.outline import outlines
from checks.evidence.topic import is_strict
from checks.evidence.traits import extent, traits
from checks.linear import model

MODEL = ("checks.evidence", "models/claims.txt")
STRICT_BAR = 0.5
"""Share from which a sentence is reported at the latest where a strict standard is held to."""

STRICTER = 0.8
"""What bars are lowered to, as a share, where the strict standard is asked for and not merely told by the topic:
on development data a topic's own texts got more false alarms by it than claims."""


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


def bars(article: Article, *, strict: bool | None = None) -> tuple[float, ...]:
    """Return, for each sentence, the share from which it is reported when nothing supports it.

    Long texts without markers have a higher bar: there the author often is the
    source. By a `strict` standard all bars are lower; None: the highest are, in
    health, law and finance.
    """
    usual = model(*MODEL).bars
    lower = STRICTER if strict else 1.0
    most = STRICT_BAR if strict or (strict is None and is_strict(article)) else 1.0
    return tuple(min(usual[one] * lower, most) for one in standards(article))
