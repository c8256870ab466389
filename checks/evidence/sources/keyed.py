"""Keyed: works that are cited by key, as Pandoc and LaTeX make references of it: "[@berg2011, p. 4]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.article import Article, once
from checks.position import Span

_KEYED = re.compile(
    r"\[(?:[^@\[\]\n]{0,30}[\s;])?-?@[\w:.#$%&+?<>~/-]{2,80}[^\[\]\n]{0,200}\]"
    r"|\\(?:cite|citep|citet|citealp|autocite|parencite|footcite|textcite)\*?(?:\[[^\[\]\n]{0,60}\]){0,2}\{[^{}\n]{2,200}\}"
)
_BIBLIOGRAPHIES = frozenset({"bibliography", "references", "csl-bib"})
"""Fields of front matter in which Pandoc, Quarto and R Markdown look for works."""
_DATED = re.compile(r"@([A-Za-z][\w:.-]{0,60}?\d{2,4}[a-z]{0,20})(?![\w@])")
"""A key made of name and year, "@berg2011"; an account may be called anything."""


def keyed(article: Article) -> Iterator[Span]:
    """Yield the citations by key."""
    text = article.text
    for match in _KEYED.finditer(text) if "@" in text or "\\" in text else ():
        yield Span(*match.span())


@once
def unlisted(article: Article) -> tuple[Span, ...]:
    """Return the citations by a key of name and year in an article that names no bibliography to look them up in."""
    if "[@" not in article.text or not _BIBLIOGRAPHIES.isdisjoint(article.metadata):
        return ()
    code = article.code
    return tuple(
        one for one in keyed(article) if keys(article.slice(one)) and not any(one.overlaps(other) for other in code)
    )


def keys(shown: str) -> Sequence[str]:
    """Return the keys of name and year in a citation."""
    return _DATED.findall(shown)
