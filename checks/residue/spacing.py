"""A missing space after a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import prose
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/missing-space",
    summary="No space between a punctuation mark and the next word.",
    why="Two sentences or clauses run into each other; search engines and screen readers take them for one odd word.",
    fix="Put in the space.",
    source="Every style guide; pasting from a web page joins lines that only markup kept apart.",
    severity=Severity.WARNING,
    flagged=(
        Example("The ferry is in [[use.It]] leaves at six."),
        Example("Bring a hat and a [[map,because]] the wind is cold."),
        Example("Will it [[rain?Nobody]] knows [[yet!But]] bring a hat."),
        Example("He called it “a fine [[day,”though]] it rained."),
        Example("The pier opened in [[2009.The]] ferry came later."),
    ),
    passed=(
        Example("Read it on harbour.gov or in Report.Final.pdf, written with Node.js and ASP.NET."),
        Example("At 10:30 a.m. the U.S. ship, 1,200 tonnes, met J.R. Hale, Ph.D., at Yahoo!’s quay."),
        Example("The e.g.-rule holds: version 2.0.1, ratio 3:1, and/or, St. Ives, http://harbour.test/a,b.Html"),
        Example("Either (or both), “as agreed,” will do; see [the plan](/plan)."),
    ),
    gaps=(
        Example(
            "The ferry is in [[use.it]] leaves at six.",
            note="Small letters on both sides of a full stop may be an address or a file name.",
        ),
    ),
)

_GLUED = re.compile(
    # A sentence ends in a word or a year, and the next begins: use.It, rain?Nobody, 2009.The, day.”The
    r"(?P<stop>(?<![\w.@#/\\{|])[^\W_]{0,40}?(?:[a-zà-ÿ]{2}|(?:19|20)\d\d|[a-z]\)|%)[.!?][”’\"]?)"
    r"(?P<next>[A-ZÀ-Þ](?:[a-zà-ÿ’']{1,40}|(?=[ ][a-z])))(?![\w.@/\\(=}|])"
    # A clause ends: map,because  day,”though  2010,the
    r"|(?P<comma>(?<![\w.@#/\\,;])(?:[^\W\d_]{2,40}|(?:19|20)\d\d)[,;][”\"]?)(?P<after>[^\W\d_]{1,40})(?![\w@/\\=(]|[,;]\S)"
)
_END_TAGS = re.compile(r"(?:</[^<>]{1,40}>)*")
_TLD = frozenset({"Com", "Org", "Net", "Gov", "Edu", "Mil", "Io", "Js", "Ai", "Co"})


def find(article: Article) -> Iterator[Finding]:
    """Yield each word pair that a punctuation mark joins without a space."""
    text = prose(article)
    for block in article.blocks:
        if block.kind is BlockKind.CODE:
            continue
        for match in _GLUED.finditer(text, *block.span):
            left, right = (match["stop"], match["next"]) if match["stop"] else (match["comma"], match["after"])
            if right not in _TLD and match[0] != "tl;dr" and not _opens(text[block.span.start : match.start()], left):
                yield _finding(article, Span(*match.span()), len(left))


def _opens(before: str, left: str) -> bool:
    """Tell whether the straight quotation mark at the end of `left` opens a quotation."""
    return left.endswith('"') and before.count('"') % 2 == 0


def _gap(article: Article, span: Span, left: int) -> int:
    """Return where the space goes in the source: behind what ends at the mark, before what begins with the word."""
    start = article.map.to_source(Span(span.start, span.start + left)).end
    end = article.map.to_source(Span(span.start + left, span.end)).start
    closed = [mark.source.end for mark in article.marks_in(span) if mark.source.start < start < mark.source.end <= end]
    at = max(closed, default=start)
    closing = _END_TAGS.match(article.source, at, end)
    return closing.end() if closing else at


def _finding(article: Article, span: Span, left: int) -> Finding:
    place = article.map.to_source(span)
    cut = _gap(article, span, left) - place.start
    quote = article.quote(place)
    shown = article.slice(span)
    return RULE.finding(
        article,
        span,
        f"There is no space in “{shown}” after “{shown[:left]}”.",
        confidence=0.95,
        replacements=(f"{quote[:cut]} {quote[cut:]}",),
    )
