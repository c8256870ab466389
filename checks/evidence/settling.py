"""Settling: whether a source is enough for a wording that is stronger than a plain statement."""

from __future__ import annotations

from collections.abc import Sequence

from checks.article import Article
from checks.evidence.statements.topic import is_strict
from checks.evidence.support.continuity import MATTER, shared
from checks.evidence.support.supports import MARKERS, NAMES
from checks.evidence.wordings.wording import Wording
from checks.finding import Evidence


def is_settled(article: Article, one: Wording, evidence: Sequence[Evidence]) -> bool:
    """Whether evidence settles a wording.

    What can be measured by whatever supports its sentence; another ranking by
    a note that reaches it or a source about the same matter; praise by a source
    in its own sentence, of which it is no part: whoever praises the source
    ("according to the great Berg") is not praised by it. A certainty by what is
    about the same matter, for the note that closes a paragraph hardly bears out
    that nothing ever fails. A stock phrase has nothing in it that could be
    supported. Where a strict standard is held to, a ranking is settled as
    certainties are elsewhere, and a certainty by more than somebody's word.
    """
    if one.kind == "cliche":
        return False
    supports = [each for each in evidence if each.supports]
    if one.kind == "praise":
        place = article.map.to_source(one.span)
        return any(each.distance == 0 and not (each.span and each.span.covers(place)) for each in supports)
    strict = is_strict(article)
    if one.kind == "absolute" and strict:
        supports = [each for each in supports if each.kind not in NAMES]
    alone = {"absolute", "judged", "only"} if strict else {"absolute"}
    return any(
        one.kind == "measurable"
        or (one.kind not in alone and each.kind in MARKERS)
        or _is_about(article, one.sentence, each)
        for each in supports
    )


def _is_about(article: Article, sentence: int, support: Evidence) -> bool:
    """Whether a support stands in a sentence or in one about the same matter."""
    return not support.distance or shared(article, sentence, sentence + support.distance) >= MATTER
