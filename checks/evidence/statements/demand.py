"""Demands: what makes a sentence need a source by a rule, however little the model of claims makes of it."""

from __future__ import annotations

from typing import NamedTuple

from checks.article import Article
from checks.position import Span


class Demand(NamedTuple):
    """What a sentence tells that needs a source."""

    span: Span
    """The words that do."""
    told: str
    """What they do; completes "This sentence …"."""
    settles: str
    """What would settle it, as something to do."""
    sure: float
    """How likely an editor is to ask for a source."""
    grave: bool = False
    """Whether somebody is harmed by it if it is not true."""
    lone: bool = False
    """Whether it is told only of what would not be reported for what it states: there its figures tell more."""

    def why(self, article: Article) -> str:
        """Return what is told, with the words that tell it."""
        return f"{self.told} (“{article.slice(self.span)}”)"
