"""Demanded: of which sentences a source is asked by a rule, and by which."""

from __future__ import annotations

from checks.article import Article, Sentence
from checks.evidence.statements.accusations import accusations
from checks.evidence.statements.boasts import boasts
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.duties import duty
from checks.evidence.statements.houseword import housewords


def demand(article: Article, sentence: Sentence, *, held: bool, stated: bool) -> Demand | None:
    """Return by what a sentence needs a source however little the model makes of it; None where nothing does.

    `held`: whether a strict standard is held to; `stated`: whether the sentence is reported for what it states anyhow,
    and why can be told.
    """
    laid = duty(article, sentence) if held else None
    laid = laid or boasts(article).get(sentence.index) or housewords(article).get(sentence.index)
    accused = accusations(article).get(sentence.index)
    return laid or (None if accused and accused.lone and stated else accused)
