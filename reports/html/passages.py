"""Passages that stand twice, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from checks.article import Article
from checks.finding import Finding, Related
from reports.audit import AuditedArticle
from reports.html import markup
from reports.html.links import Elsewhere, Links
from reports.html.names import anchors
from reports.html.wording import compare

SHORTEST = 40
"""Code points from which a repeated wording is worth a comparison."""
MOST = 60
"""Comparisons on one page."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of this article and its twin."""

    anchor: str
    line: int
    here: Markup
    there: Markup
    place: Elsewhere
    inside: bool
    """Whether the twin stands in the same article."""
    same: bool
    """Whether not a word differs."""


def passages(one: AuditedArticle, links: Links) -> tuple[Passage, ...]:
    """Return the duplicated passages of an article, in its order."""
    return tuple(_passages(one, links))[:MOST] if one.article else ()


def _passages(one: AuditedArticle, links: Links) -> Iterator[Passage]:
    article = one.article
    if article is None:
        return
    for finding, anchor in zip(one.findings, anchors(one.findings), strict=True):
        if finding.suppressed or finding.check != "duplication" or finding.span is None:
            continue
        for place in finding.related:
            if place.span is not None and min(len(finding.quote), len(place.quote)) >= SHORTEST:
                yield _passage(article, finding, anchor, place, links)


def _passage(article: Article, finding: Finding, anchor: str, place: Related, links: Links) -> Passage:
    assert finding.span is not None  # noqa: S101 - the caller looks
    mine = article.slice(article.map.to_text(finding.span)) or finding.quote
    here, there = compare(mine, _other(place, links))
    return Passage(
        anchor=anchor,
        line=article.position(finding.span.start).line,
        here=markup.difference(here),
        there=markup.difference(there),
        place=links.elsewhere(article.id, place),
        inside=place.article == article.id,
        same=not any(differs for differs, _ in (*here, *there)),
    )


def _other(place: Related, links: Links) -> str:
    """Return the twin as its reader sees it; its source when its article is not at hand."""
    page = links.pages.get(place.article)
    article = page.one.article if page else None
    if article is None or place.span is None:
        return place.quote
    return article.slice(article.map.to_text(place.span)) or place.quote
