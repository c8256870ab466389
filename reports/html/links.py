"""The way from one page of the report to a place on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checks.article import Article
from checks.finding import Related, Severity
from checks.position import Span
from reports.audit import Audit, AuditedArticle
from reports.excerpts import shown
from reports.html.names import anchors, page_names


@dataclass(frozen=True, slots=True)
class Page:
    """An article's page."""

    one: AuditedArticle
    name: str
    """Relative to the report's folder."""
    marks: Mapping[int, str]
    """Anchors of the findings marked in its text, by where they begin in the source."""

    @property
    def file(self) -> str:
        """Its name in the folder of the articles."""
        return self.name.rpartition("/")[2]

    def fragment(self, span: Span | None) -> str:
        """Return what leads to a source range: the mark of a finding that begins there, or the block."""
        if span is None or self.one.article is None:
            return ""
        mark = self.marks.get(span.start)
        return f"#f-{mark}" if mark else f"#b-{block_at(self.one.article, span)}"


@dataclass(frozen=True, slots=True)
class Told:
    """A note that another one leads to."""

    number: int
    anchor: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A related place, with a link when its article is in the report."""

    article: str
    """Its id."""
    title: str
    href: str
    line: int | None
    quote: str
    note: str
    inside: bool = False
    """Whether it stands in the article that is shown."""
    told: Told | None = None
    """The note on it, where another note leads to it."""


@dataclass(frozen=True, slots=True)
class Links:
    """All pages, by their article's id."""

    pages: Mapping[str, Page]

    def elsewhere(self, home: str, place: Related) -> Elsewhere:
        """Return a related place as it is shown on the page of article `home`."""
        page = self.pages.get(place.article)
        if page is None:
            return Elsewhere(place.article, place.article, "", place.line, place.quote, place.note)
        inside = place.article == home
        href = ("" if inside else page.file) + page.fragment(place.span)
        quote = shown(page.one.article, place)
        return Elsewhere(place.article, page.one.title, href or "#main", place.line, quote, place.note, inside)


def pages(audit: Audit) -> tuple[Page, ...]:
    """Return the pages of an audit's articles, in their order."""
    return tuple(
        Page(one, name, _marks(one)) for one, name in zip(audit.articles, page_names(audit.articles), strict=True)
    )


def _marks(one: AuditedArticle) -> dict[int, str]:
    marks: dict[int, str] = {}
    for finding, anchor in zip(one.findings, anchors(one.findings), strict=True):
        if finding.span and not finding.suppressed:
            marks.setdefault(finding.span.start, anchor)
    return marks


def block_at(article: Article, source: Span) -> int:
    """Return the index of the block that shows a source range, or of the one before it."""
    return max(0, article.block_at(article.map.to_text(source).start))
