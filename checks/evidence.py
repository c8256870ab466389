"""Evidence."""
from __future__ import annotations
from dataclasses import dataclass
from checks.article import Article
from checks.finding import Evidence
from checks.position import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states something a reader could doubt."""

    span: Span
    """In the text."""
    score: float
    """How much it needs a source, 0 to 1."""
    supported: bool
    evidence: tuple[Evidence, ...]
    """What was found in reach, nearest first."""
    why: str = ""
    """What makes it a claim, in an editor's words."""


def claims(article: Article) -> tuple[Claim, ...]:
    raise NotImplementedError
