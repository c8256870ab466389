"""A language in the front matter that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article
from checks.finding import Finding, Severity
from checks.languages import named, suggestion
from checks.parsing.spoken import declared, known_tag
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/unknown-language",
    summary="The front matter names a language that there is not, such as “english” in place of “en”.",
    why="Browsers, screen readers and search engines go by it, and so do the checks, which then have to guess.",
    fix="Write the language's code (BCP 47): “en”, “en-GB”, “de-AT”, “pt-BR”.",
    source="BCP 47 (RFC 5646); codes of ISO 639 and ISO 3166.",
    severity=Severity.WARNING,
    flagged=(
        Example("---\ntitle: The ferry\nlang: [[english]]\n---\n\nThe ferry leaves at six.\n"),
        Example('+++\nlanguage = "[[en-UK]]"\n+++\n\nThe harbour is closed on Monday.\n'),
        Example("---\nlocale: '[[xx]]'\n---\n\nThe museum opens at ten.\n"),
    ),
    passed=(
        Example("---\nlang: en_GB\n---\n\nThe ferry leaves at six.\n"),
        Example("---\nlanguage: gsw\n---\n\nThree letters name languages that have no shorter code.\n"),
        Example("---\ntitle: The language of bees\nlang: no\n---\n\nYAML takes the code for Norwegian for a no.\n"),
    ),
)


def find(article: Article) -> Iterator[Finding]:
    """Yield the language that the front matter names, if it is none."""
    key, value = declared(article.metadata)
    if not value or known_tag(value):
        return
    meant = suggestion(value)
    yield RULE.finding(
        article,
        None,
        f"“{value}” is no language; the article is read as {named(article.language)}.",
        source_span=_place(article.source, key, value),
        confidence=0.95,
        fix=f"Write “{key}: {meant}”." if meant else "",
        replacements=(meant,) if meant else (),
    )


def _place(source: str, key: str, value: str) -> Span | None:
    """Return where front matter gives a key this value; None when it is written in some other way."""
    shape = rf"^[\"']?{re.escape(key)}[\"']?[ \t]*[:=][ \t]*[\"']?({re.escape(value)})"
    match = re.search(shape, source, re.MULTILINE)
    return Span(*match.span(1)) if match else None
