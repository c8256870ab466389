"""Tell how a source is written."""

from __future__ import annotations

import re
from checks.article import Format

_TAG = re.compile(r"</?(?:p|div|a|br|strong|em|b|i|ul|ol|li|h[1-6]|section|article|html|body|img|table|span|blockquote)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|---$)|\]\((?:https?:|/|#)[^)\s]*\)|\*\*[^*\n]+\*\*", re.MULTILINE)
_SUFFIXES = {
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
}


def detect_format(source: str, name: str = "") -> Format:
    """Return the format that a file's name tells or, where it does not, its content."""
    known = _SUFFIXES.get(name.rpartition(".")[2].lower())
    if known:
        return known
    if len(_TAG.findall(source[:100_000])) >= 2:
        return Format.HTML
    return Format.MARKDOWN if len(_MARKDOWN.findall(source[:100_000])) >= 2 else Format.PLAIN
