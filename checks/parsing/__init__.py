"""Parsing: a source in any format becomes an Article."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checks.article import Article, BlockKind, Format
from checks.parsing.detect import detect_format
from checks.parsing.error import ParseError

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
        language: BCP 47 tag, used where the source gives none; empty: told by its words, English when unsure.

    Raises:
        ParseError: when the source cannot become an article.
    """
    from checks.parsing.builder import TextBuilder
    from checks.parsing.frontmatter import front_matter
    from checks.parsing.html import read_html
    from checks.parsing.markdown import SHORTCODE, read_markdown, readable
    from checks.parsing.plain import read_plain
    from checks.parsing.reader import Reader
    from checks.parsing.refine import refine
    from checks.parsing.spoken import spoken
    from checks.parsing.writer import MASK

    form = format or detect_format(source, name)
    metadata, start = front_matter(source)
    builder = TextBuilder(source)
    given = readable(source) if form is Format.MARKDOWN else source
    reader = Reader(given.replace(SHORTCODE, MASK) if form is Format.MARKDOWN else source, builder)
    if form is Format.PLAIN:
        read_plain(builder, start, len(source))
    elif form is Format.HTML:
        read_html(reader, start, len(source))
    else:
        read_markdown(reader, given, start, len(source))
    reader.finish(len(source))

    text, places = builder.text(), builder.map()
    tongue = spoken(metadata, reader.language, language, text, builder.blocks)
    blocks, marks = refine(text, places, reader, tongue, "" if form is Format.HTML else source)
    heading = next((text[slice(*one.span)] for one in blocks if one.kind is BlockKind.HEADING), "")
    return Article(
        id=id,
        source=source,
        format=form,
        text=text,
        map=places,
        blocks=tuple(blocks),
        marks=tuple(sorted(marks, key=lambda mark: (mark.span, mark.source))),
        faults=tuple(sorted(reader.writer.faults, key=lambda fault: fault.source)),
        directives=tuple(reader.directives),
        title=_first(metadata, "title") or reader.title or title or " ".join(heading.split()),
        language=tongue,
        url=_first(metadata, "canonical_url", "canonicalURL", "canonical", "url") or url,
        metadata=MappingProxyType(dict(metadata)),
    )


def _first(metadata: Mapping[str, object], *keys: str) -> str:
    """Return the first of some values of the front matter that is text."""
    return next((value.strip() for key in keys if isinstance(value := metadata.get(key), str) and value.strip()), "")
