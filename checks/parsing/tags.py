"""Cut HTML into tokens, by the tokenizer of the HTML standard, with exact source ranges.

Libraries that build a tree lose the origin of text that they move or merge;
here every token keeps it, whatever is broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from checks.parsing.entities import decoded


class TokenKind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()
    """A comment, or what a browser takes for one."""
    RAW = auto()
    """The inside of `<script>`, `<style>` and their like."""
    CUT = auto()
    """A tag or comment that the end of the source cuts off."""


class Token(NamedTuple):
    """One token and where it stands in the source."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    """Of a tag, in lower case; of raw text, its element."""
    attributes: Mapping[str, str | None] = {}
    """Values decoded; None where there is no `=`."""
    closed: bool = False
    """Ends in `/>`."""


RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title"})
"""Elements that hold no tags (scripting switched on)."""

_OPENING = re.compile(r"<[A-Za-z/!?]")
_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*(?:(?P<end>>)|(?P<name>=?[^\t\n\f\r />=]*)"""
    r"""(?P<equals>[\t\n\f\r ]*=[\t\n\f\r ]*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\t\n\f\r >"'][^\t\n\f\r >]*))?)?)"""
)
_IN_SCRIPT = re.compile(r"<!--|-->|</?script(?=[\t\n\f\r />])", re.IGNORECASE)
_COMMENT_END = re.compile(r"--!?>")


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)


def _raw_end(source: str, name: str, at: int, end: int) -> int:
    """Return where the inside of a raw text element ends.

    Inside `<!--` a script may hold another script, start and end tag included.
    """
    if name != "script":
        close = _end_tag(name).search(source, at, end)
        return close.start() if close else end
    state = ""
    for match in _IN_SCRIPT.finditer(source, at, end):
        found = match[0].lower()
        if found == "-->":
            state = ""
        elif found == "<!--":
            state = state or found
        elif found == "<script":
            state = found if state else ""
        elif state == "<script":
            state = "<!--"
        else:
            return match.start()
    return end


def _attributes(source: str, at: int, end: int) -> tuple[int, dict[str, str | None], bool] | None:
    """Read attributes from `at`; return where the tag ends, or None when the source ends first."""
    found: dict[str, str | None] = {}
    while at < end:
        match = _ATTRIBUTE.match(source, at, end)
        if match is None or match.end() == at:
            return None
        if match["end"]:
            return match.end(), found, source[match.end() - 2] == "/"
        if match["equals"]:
            value = match["double"] if match["double"] is not None else match["single"]
            value = value if value is not None else match["bare"]
            if value is None and source[match.end() : match.end() + 1] in ('"', "'"):
                return None
            found.setdefault(match["name"].lower(), decoded(value or ""))
        elif match["name"]:
            found.setdefault(match["name"].lower(), None)
        at = match.end()
    return None


def tokens(source: str, start: int, end: int, foreign: Callable[[], bool]) -> Iterator[Token]:
    """Yield the tokens of a source range, which together cover it.

    `foreign` tells, once a token has been taken in, whether what follows is
    inside `<svg>` or `<math>`, where nothing is raw text and CDATA is text.
    """
    at = text = start
    while found := _OPENING.search(source, at, end):
        opening = found.start()
        token = _markup(source, opening, end, foreign)
        if token is None:
            at = opening + 1
            continue
        if text < opening:
            yield Token(TokenKind.TEXT, text, opening)
        yield token
        at = text = token.end
        if token.kind is TokenKind.START:
            if token.name in RAW_TEXT and not foreign():
                stop = _raw_end(source, token.name, at, end)
                if at < stop:
                    yield Token(TokenKind.RAW, at, stop, token.name)
                at = text = stop
            elif token.name == "plaintext" and not foreign():
                break
    if text < end:
        yield Token(TokenKind.TEXT, text, end)


def _markup(source: str, at: int, end: int, foreign: Callable[[], bool]) -> Token | None:
    """Read the token at a `<`; None when it is a mere character."""
    following = source[at + 1 : at + 2] if at + 1 < end else ""
    if following == "!":
        return _declaration(source, at, end, foreign)
    if following == "?":
        return _bogus(source, at, end)
    kind, name_at = TokenKind.START, at + 1
    if following == "/":
        kind, name_at = TokenKind.END, at + 2
        if name_at >= end:
            return None
    name = _NAME.match(source, name_at, end)
    if name is None:
        return _bogus(source, at, end) if kind is TokenKind.END else None
    read = _attributes(source, name.end(), end)
    if read is None:
        return Token(TokenKind.CUT, at, end, name[0].lower())
    stop, attributes, closed = read
    return Token(kind, at, stop, name[0].lower(), attributes, closed)


def _bogus(source: str, at: int, end: int) -> Token:
    stop = source.find(">", at, end)
    return Token(TokenKind.COMMENT, at, stop + 1 if stop >= 0 else end)


def _declaration(source: str, at: int, end: int, foreign: Callable[[], bool]) -> Token:
    if source.startswith("<!--", at, end):
        for empty in ("<!-->", "<!--->"):
            if source.startswith(empty, at, end):
                return Token(TokenKind.COMMENT, at, at + len(empty))
        stop = _COMMENT_END.search(source, at + 4, end)
        if stop is None:
            return Token(TokenKind.CUT, at, end, "!--")
        return Token(TokenKind.COMMENT, at, stop.end())
    if source.startswith("<![CDATA[", at, end) and foreign():
        close = source.find("]]>", at, end)
        return Token(TokenKind.RAW, at, close + 3 if close >= 0 else end, "![cdata[")
    return _bogus(source, at, end)
