"""HTML: whole pages, fragments and broken pastes."""

from __future__ import annotations

from html import unescape

from checks.article import Fault, FaultKind
from checks.parsing.tags import Token, TokenKind, tokens
from checks.parsing.tree import Reader
from checks.position import Span


def read_html(reader: Reader, start: int, end: int) -> None:
    """Read a source range as HTML."""
    for token in tokens(reader.source, start, end):
        read_token(reader, token)


def read_token(reader: Reader, token: Token) -> None:
    """Hand one token to the reader."""
    if token.kind is TokenKind.TEXT:
        reader.text(token.start, token.end)
    elif token.kind is TokenKind.START:
        reader.start_tag(token.name, token.attributes, token.start, token.end)
        if token.name == "html" and not reader.language:
            reader.language = token.attributes.get("lang") or ""
    elif token.kind is TokenKind.END:
        reader.end_tag(token.name, token.start, token.end)
    elif token.kind is TokenKind.RAW and token.name == "title" and not reader.title:
        reader.title = " ".join(unescape(reader.source[token.start : token.end]).split())
    elif token.kind is TokenKind.CUT:
        reader.faults.append(Fault(FaultKind.TRUNCATED, Span(token.start, token.end), token.name))
