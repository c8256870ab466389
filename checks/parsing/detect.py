"""Tell how a source is written."""

from __future__ import annotations

import re

from checks.article import Format

LOOKED_AT = 100_000
"""Code points at the start of a source that are looked at."""

ENOUGH = 2
"""Signs of a format that a source without a telling name must show."""

_SUFFIXES = {
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "mdown": Format.MARKDOWN,
    "mkd": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
}
_DOCUMENT = re.compile(r"\s*(?:<\?xml\b|<!doctype html\b|<html[\s>])", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|article|b|blockquote|body|br|div|em|h[1-6]|head|html|i|img|li|ol|p|section|span|strong|table|td|tr|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)\w*\s*$|^\|[ :|-]{3,}\|?\s*$|^\[\^?[^\]\n]{1,80}\]: "
    r"|!?\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)|\*\*[^*\s][^*\n]{0,200}\*\*",
    re.MULTILINE,
)

_MEANT = re.compile(r"<!--\s*copydesk-(?:disable|enable)|\A---\r?\n[\w-]{1,40}:|\A#{1,6} [^\n]{1,300}\n\s*\n\s*\S")
"""What nobody writes in plain text: a comment for copydesk, front matter, a title and a blank line behind it."""


def detect_format(source: str, name: str = "") -> Format:
    """Return the format that a file's name tells or, where it does not, its content.

    Tags make HTML, unless Markdown's own signs outnumber them, since Markdown
    may hold tags. A single sign of Markdown is not enough, for plain text has
    asterisks and brackets, too, unless nobody would write it there.
    """
    known = _SUFFIXES.get(name.rpartition(".")[2].lower())
    if known:
        return known
    start = source.removeprefix("\ufeff")[:LOOKED_AT]
    if _DOCUMENT.match(start):
        return Format.HTML
    tags, signs = len(_TAG.findall(start)), len(_MARKDOWN.findall(start))
    if tags >= ENOUGH and tags >= signs:
        return Format.HTML
    return Format.MARKDOWN if signs >= ENOUGH or _MEANT.search(start) else Format.PLAIN
