"""What is said of an article without any source: its claims, summed up in one finding, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checks.article import Article
from checks.finding import Finding, Related

STRICTER = "is held to a stricter standard."
"""How the reasons of a finding end where a stricter standard is held to."""


def summed_up(article: Article, head: Finding, members: Sequence[Finding]) -> Finding:
    """Return the finding on an article without sources, saying of `members`, in source order, how many and which.

    It is as sure as the surest of them, for it is right when one is.
    """
    count, new = len(members), sum(one.new for one in members)
    fresh = f" ({new} of them new)" if 0 < new < count else ""
    message = (
        f"{count} claims in this article need a source{fresh}, and none has one: "
        f"no link, note, reference or named person was found.{_standard(head)}"
    )
    worst = sorted(members, key=lambda one: (one.severity.rank, -one.confidence))
    places = tuple(_place(article, one) for one in worst)
    sure = max(one.confidence for one in members)
    return replace(head, message=message, confidence=sure, related=places)


def _standard(head: Finding) -> str:
    """Return the sentence on the standard that the article is held to, where its reasons end in one."""
    return f" {head.why.rpartition('. ')[2]}" if head.why.endswith(STRICTER) else ""


def _place(article: Article, member: Finding) -> Related:
    line = article.position(member.span.start).line if member.span else None
    return Related(article.id, member.span, line, member.quote, ", ".join(member.reasons))
