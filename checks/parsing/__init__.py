"""Parsing."""
from __future__ import annotations
from collections.abc import Mapping
from checks.article import Article, Format


class ParseError(Exception):
    """A source that cannot become an article."""

    def __init__(self, message: str, remedy: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line


def parse(source: str, *, id: str = "article", name: str = "", format: Format | None = None, title: str = "", url: str = "", language: str = "") -> Article:
    raise NotImplementedError
