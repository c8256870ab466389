"""Space where none belongs, and none where it belongs, at the edges of markup and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind, Format, MarkKind
from checks.finding import Finding, Related, Severity
from checks.grammar.lexicon import UNKNOWN, rank
from checks.grammar.reading import reading
from checks.position import Span
from checks.rule import Example, Rule

TRAILING = Rule(
    name="grammar/trailing-space",
    summary="Space at the end of a line of a Markdown source that does nothing there.",
    why="It shows up in every later comparison, and one space more would break the line for readers.",
    fix="Delete it; most editors can do so when they save. Two spaces that break a line inside a paragraph may stay.",
    source="markdownlint MD009; corrections that editors of publications make in Markdown sources.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The ferry leaves at six.[[ ]]\n\nIt returns at noon."),
        Example("- bread[[  ]]\n- water, which is free at the pier \n", note="Told once an article."),
    ),
    passed=(
        Example("The harbour master  \nPier 4  \nRotterhaven\n"),
        Example("The ferry leaves at six.\n\n```\nship   \n```\n"),
        Example("<p>The ferry leaves at six. </p>\n", Format.HTML),
    ),
)

GLUED = Rule(
    name="grammar/glued-words",
    summary="A word that runs into a bracket or a link without a space.",
    why="Readers see one odd word where there are two, and search engines index it as one.",
    fix="Put in the space.",
    source="Every style guide; links and notes in brackets are pasted in without the space.",
    severity=Severity.WARNING,
    flagged=(
        Example("The [[ferry(PDF]], 2 MB) leaves at six."),
        Example("Read more [[on[Harbour]] Street](/street)."),
        Example('<p>Take the <a href="/road">[[road</a>which]] goes to the pier.</p>', Format.HTML),
    ),
    passed=(
        Example("The ferry(s), section 12(b), 501(c)(3), f(x) and call(), child(ren) and (re)write."),
        Example("The [ferry](/f)s and [pier](/p)-side, un[happily](/h) and **B**ring **Y**our **O**wn."),
    ),
)

_TRAILING = re.compile(r"(?<=[^ \t])[ \t]+$")
_BRACKET = re.compile(
    r"\b(?P<word>[A-Za-z][a-z]{2,40})\((?:[A-Z]{2,9}(?=[),])|[A-Z][a-z]{2,40}(?=[ ,])|[a-z]{3,40}(?= [a-z]))"
)
_LAST_WORD = re.compile(r"[^\W_]+$")
_FIRST_WORD = re.compile(r"[^\W_]+")
LONGEST = 40
"""Code points of a word that are looked at."""
KNOWN = 20_000
"""Rank of a word that is sure to be one."""
SHORTEST = 3
"""Letters of a word that is no ending."""


def trailing(article: Article) -> Iterator[Finding]:
    """Yield the first place where a line of a Markdown source ends in space for nothing; the others as related."""
    if article.format is not Format.MARKDOWN:
        return
    code = [article.map.to_source(block.span) for block in article.blocks if block.kind is BlockKind.CODE]
    spans = [
        span
        for block in article.blocks
        if block.kind is not BlockKind.CODE and block.span.length
        for span in _after(article, article.map.to_source(block.span))
        if not any(one.overlaps(span) for one in code)
    ]
    if not spans:
        return
    places = [Related(article.id, span, article.position(span.start).line, article.quote(span)) for span in spans[1:]]
    message = f"Space that does nothing ends {'this line' if not places else f'this line and {len(places)} more'}."
    yield TRAILING.finding(
        article, None, message, confidence=0.85, source_span=spans[0], replacements=("",), related=places
    )


def _after(article: Article, source: Span) -> Iterator[Span]:
    """Yield the space behind a block's last line."""
    end = article.source.find("\n", source.end)
    end = len(article.source) if end < 0 else end
    line = article.source[source.end - 1 : end].rstrip("\r")
    match = _TRAILING.search(line)
    if match and match.end() == len(line):
        yield Span(*match.span()).shift(source.end - 1)


def glued(article: Article) -> Iterator[Finding]:
    """Yield words that run into an opening bracket, or into or out of a link."""
    for match in _BRACKET.finditer(reading(article).text):
        yield _glued(article, Span(*match.span()), match.end("word"))
    for mark in article.marks:
        if mark.kind is MarkKind.LINK and mark.span.length > 1:
            yield from _at_edges(article, mark.span)


def _at_edges(article: Article, link: Span) -> Iterator[Finding]:
    text = reading(article).text
    for at in link:
        before = _LAST_WORD.search(text, max(0, at - LONGEST), at)
        after = _FIRST_WORD.match(text, at, at + LONGEST)
        if before and after and _is_two_words(before[0], after[0], opens=at == link.start):
            yield _glued(article, Span(before.start(), after.end()), at)


def _is_two_words(left: str, right: str, *, opens: bool) -> bool:
    """Whether two runs of letters at the edge of a link are two words, rather than one with a part linked."""
    if min(len(left), len(right)) < SHORTEST - opens or rank((left + right).lower()) < UNKNOWN:
        return False
    if opens and left.islower() and right[0].isupper():
        return rank(left) < KNOWN
    return right.islower() and rank(left.lower()) < KNOWN and rank(right) < KNOWN


def _glued(article: Article, span: Span, cut: int) -> Finding:
    shown = article.slice(span)
    left = article.text[span.start : cut]
    place = article.map.to_source(span)
    gap = article.map.to_source(Span(cut - 1, cut)).end - place.start
    quote = article.quote(place)
    return GLUED.finding(
        article,
        span,
        f"There is no space in “{shown}” after “{left}”.",
        confidence=0.9,
        replacements=(f"{quote[:gap]} {quote[gap:]}",),
    )
