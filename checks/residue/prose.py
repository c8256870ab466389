"""The reader's text with everything masked that is not written for reading."""

from __future__ import annotations

import re

from checks.article import Article, BlockKind, MarkKind, once

MASK = "\ufffc"
"""Stands for each code point of code, addresses and file names; no pattern of ours matches it."""

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"”]{1,2000}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w@])(?:[A-Za-z0-9-]{1,63}\.){1,6}"
    r"(?:com|org|net|gov|edu|mil|int|info|biz|io|ai|co|app|dev|eu|uk|us|ca|au|de|fr|nl|ch|jp|nz|ie|tv|test|example|example)"
    r"(?:\.[a-z]{2})?\b(?![.-]?[A-Za-z]{2}[a-z]*\s[a-z])(?:[/:?#][^\s<>\"”]{0,2000})?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?<!\w)[\w~-]{1,80}(?:\.[\w-]{1,40}){0,4}"
    r"\.(?:html?|xml|pdf|docx?|xlsx?|pptx?|csv|json|ya?ml|toml|md|txt|js|jsx|ts|tsx|css|scss|py|rb|php|java|cs|cpp|go|rs|sh|exe"
    r"|zip|gz|png|jpe?g|gif|svg|webp|mp[34]|wav|epub|ics|apk)\b"
    r"|\.(?:NET|Net)\b",
)


@once
def uncoded(article: Article) -> str:
    """Return the text with code masked, code point for code point."""
    hidden = [block.span for block in article.blocks if block.kind is BlockKind.CODE]
    hidden += [mark.span for mark in article.marks if mark.kind is MarkKind.CODE]
    parts, at = [], 0
    for span in sorted(hidden):
        start = max(at, span.start)
        if start < span.end:
            parts += [article.text[at:start], MASK * (span.end - start)]
            at = span.end
    return "".join([*parts, article.text[at:]])


@once
def prose(article: Article) -> str:
    """Return the text with code, addresses and file names masked, code point for code point."""
    text = uncoded(article)
    for pattern in (_ADDRESS, _FILE):
        text = pattern.sub(lambda match: MASK * len(match[0]), text)
    return text


def quoted(before: str) -> bool:
    """Tell whether the text that follows `before` in its block stands inside quotation marks."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
