"""Demanded: of which sentences a source is asked by a rule, and by which."""

from __future__ import annotations

from checks.article import Article, Sentence
from checks.evidence.statements.boasts import boasts
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.duties import duty
from checks.evidence.statements.houseword import housewords


def demand(article: Article, sentence: Sentence, *, held: bool) -> Demand | None:
    """Return by what a sentence needs a source however little the model makes of it; None where nothing does.

    `held`: whether a strict standard is held to.
    """
    laid = duty(article, sentence) if held else None
    return laid or boasts(article).get(sentence.index) or housewords(article).get(sentence.index)
