"""HTML: whole pages, fragments and broken pastes."""

from __future__ import annotations

import re

from checks.article import FaultKind
from checks.parsing.directives import directive
from checks.parsing.entities import decoded
from checks.parsing.reader import Reader
from checks.parsing.tags import Token, TokenKind, tokens

_BROKEN_END = re.compile(r"</[\t\n\f\r ]+([A-Za-z][A-Za-z0-9]{0,15})[\t\n\f\r ]*>")


def read_html(reader: Reader, start: int, end: int) -> None:
    """Read a source range as HTML."""
    for token in tokens(reader.view, start, end, lambda: reader.foreign):
        read_token(reader, token)


def read_token(reader: Reader, token: Token) -> None:
    """Hand one token to the reader."""
    kind, start, end, name, attributes, closed = token
    if kind is TokenKind.TEXT:
        reader.text(start, end)
    elif kind is TokenKind.START:
        reader.start_tag(name, attributes, start, end, closed=closed)
    elif kind is TokenKind.END:
        reader.end_tag(name, start, end)
    elif kind is TokenKind.RAW:
        _raw(reader, token)
    elif kind is TokenKind.CUT:
        reader.writer.fault(FaultKind.TRUNCATED, start, end, name)
    elif found := directive(reader.view[start:end], start):
        reader.directives.append(found)
    elif broken := _BROKEN_END.fullmatch(reader.view, start, end):
        reader.writer.fault(FaultKind.BROKEN_TAG, start, end, broken[1].lower())


def _raw(reader: Reader, token: Token) -> None:
    inside = reader.view[token.start : token.end]
    if token.name == "title":
        reader.title = reader.title or " ".join(decoded(inside).split())
    elif token.name == "xmp":
        reader.writer.literal(token.start, token.end)
    elif token.name == "![cdata[":
        reader.writer.literal(token.start + len("<![CDATA["), token.end - len("]]>") * inside.endswith("]]>"))
