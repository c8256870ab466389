"""Parsing: a source in any format becomes an Article."""

from __future__ import annotations

from types import MappingProxyType

from checks.article import Article, BlockKind, Format
from checks.parsing.builder import TextBuilder
from checks.parsing.detect import detect_format
from checks.parsing.error import ParseError
from checks.parsing.frontmatter import front_matter

__all__ = ["ParseError", "detect_format", "parse"]


def parse(
    source: str,
    *,
    id: str = "article",
    name: str = "",
    format: Format | None = None,
    title: str = "",
    url: str = "",
    language: str = "",
) -> Article:
    """Make an article of a source.

    Args:
        source: the text as it stands in its file, byte order mark included.
        id: the article's id in the audit.
        name: file name, which hints at the format.
        format: how it is written; None: by name, then by content.
        title: used where the source itself gives none.
        url: where it is published; the source's own takes precedence.
        language: BCP 47 tag, used where the source gives none.

    Raises:
        ParseError: when the source cannot become an article.
    """
    from checks.parsing.html import read_html
    from checks.parsing.markdown import read_markdown
    from checks.parsing.plain import read_plain
    from checks.parsing.tree import Reader

    form = format or detect_format(source, name)
    builder = TextBuilder(source)
    reader = Reader(source, builder)
    start = 1 if source.startswith("\ufeff") else 0
    metadata, start = front_matter(source, start) if form is Format.MARKDOWN else ({}, start)
    if form is Format.PLAIN:
        read_plain(builder, start, len(source))
    elif form is Format.HTML:
        read_html(reader, start, len(source))
    else:
        read_markdown(reader, start, len(source))
    reader.finish(len(source))
    text = builder.text()
    heading = next((text[slice(*one.span)] for one in builder.blocks if one.kind is BlockKind.HEADING), "")
    return Article(
        id=id,
        source=source,
        format=form,
        text=text,
        map=builder.map(),
        blocks=tuple(builder.blocks),
        marks=tuple(sorted(builder.marks, key=lambda mark: (mark.span, mark.source))),
        faults=tuple(sorted(reader.faults, key=lambda fault: fault.source)),
        title=_text(metadata, "title") or reader.title or title or heading,
        language=_text(metadata, "language", "lang") or reader.language or language or "en",
        url=_text(metadata, "url", "canonical_url") or url,
        metadata=MappingProxyType(metadata),
    )


def _text(metadata: dict[str, object], *keys: str) -> str:
    return next((value for key in keys if isinstance(value := metadata.get(key), str) and value), "")
