"""What a source that cannot become an article raises."""

from __future__ import annotations


class ParseError(Exception):
    """A source that cannot become an article; `line` is 1-based."""

    def __init__(self, message: str, remedy: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line
