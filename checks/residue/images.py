"""Images without a text alternative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Format, Mark, MarkKind
from checks.finding import Finding, Severity
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/image-without-alt",
    summary="An image without alternative text, or with a file name in its place.",
    why="Readers who listen to the page, and all readers when the image does not load, miss what it shows.",
    fix='Say in a few words what the image shows. In HTML, write alt="" when it only decorates.',
    source="WCAG 2.2, success criterion 1.1.1 (non-text content).",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry at dusk:\n\n[[![](ferry.jpg)]]"),
        Example('<p>The ferry at dusk:</p>\n[[<img src="ferry.jpg">]]', Format.HTML),
        Example("The ferry at dusk:\n\n[[![IMG_2041.JPG](ferry.jpg)]]"),
    ),
    passed=(
        Example("![The ferry at dusk](ferry.jpg)"),
        Example(
            '<p><img src="line.svg" alt=""> The ferry leaves at six.</p>',
            Format.HTML,
            note="An empty alternative tells that the image only decorates.",
        ),
    ),
)

_FILE_NAME = re.compile(r"^[\w %~()-]{1,120}\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$", re.IGNORECASE)


def find(article: Article) -> Iterator[Finding]:
    """Yield each image that says nothing to those who do not see it."""
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE:
            message = _problem(article, mark)
            if message:
                yield RULE.finding(article, None, message, confidence=0.95, source_span=mark.source)


def _problem(article: Article, mark: Mark) -> str:
    name = mark.target.rpartition("/")[2] or mark.target
    if _FILE_NAME.match(mark.label.strip()):
        return f"The alternative text of the image is a file name: {mark.label!r}."
    written_empty = mark.has_label and article.source.startswith("<", mark.source.start)
    if not mark.label.strip() and not written_empty:
        return f"The image {name!r} has no alternative text."
    return ""
