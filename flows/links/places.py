"""The places in a page that a link's fragment can name."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

PREFIX = "user-content-"
"""What forges put before the places of documents that users write; links leave it out, and scripts find them."""


class Places(NamedTuple):
    """The places of a page, and whether these are all."""

    names: frozenset[str]
    complete: bool


def places(page: bytes, *, whole: bool) -> Places | None:
    """Return the places of a page, or of the beginning of one; None when there is nothing to see."""
    if not page:
        return None
    finder = _Finder()
    finder.feed(page.decode("utf-8", "replace"))
    return Places(frozenset(finder.names), whole)


def has_place(known: Places | None, fragment: str) -> bool | None:
    """Return whether there is a place that a fragment names; None when there is no telling."""
    if known is None:
        return None
    wanted = {fragment, unquote(fragment)}
    if wanted & known.names or {f"{PREFIX}{name}" for name in wanted} & known.names:
        return True
    return False if known.complete else None


class _Finder(HTMLParser):
    """Gathers what is named."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.update(value for name, value in attrs if value and (name == "id" or (name == "name" and tag == "a")))
