"""Code fences that an assistant's answer leaves around an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind, Format
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import uncoded
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/leftover-fence",
    summary="A code fence around the article or in its text, as an assistant puts around its answer.",
    why="It shows as it stands, or turns the whole article into a block of code.",
    fix="Delete the fence, and the one that closes it.",
    source="CommonMark 0.31, fenced code blocks; editors turn its backticks into quotation marks.",
    severity=Severity.ERROR,
    flagged=(
        Example("[[“`html]]\n<h1>Low tide</h1>\n<p>The sea draws back twice a day.</p>", Format.HTML),
        Example("[[```]]\nLow tide\n\nThe sea draws back twice a day.\n[[```]]", Format.PLAIN),
        Example(
            "[[```markdown]]\n# Low tide\n\nThe sea draws back twice a day. Herons know when.\n\n"
            "They stand on the mud and wait. Nobody sees them come.\n```",
            note="Here the whole article would be shown as code.",
        ),
    ),
    passed=(
        Example("# Low tide\n\nAsk the gauge:\n\n```bash\ncurl gauge.test/height\n```\n\nIt answers in metres."),
        Example("<p>“`Low tide' is a poem,” she said.</p>", Format.HTML),
    ),
)

_LANGUAGE = r"(?:html?|xml|markdown|md|text|txt|plaintext|json|css|javascript|js|python|bash|yaml)"
_FENCE = re.compile(
    rf"(?:`{{3,}}|~{{3,}}|[“”„‘’\"'´]{{1,3}}`{{1,2}}|`{{1,2}}[“”‘’\"']{{1,2}}|'{{3}}|´{{3}}|‘{{3}}|’{{3}})"
    rf"({_LANGUAGE}\b)?"
)
_SENTENCE_BREAK = re.compile(r"[a-z]{2}[.!?] +[A-Z]|[a-z]{2}[.!?]\s*\n")
FEWEST = 2
"""Ends of sentences from which on what is in a block of code reads like prose."""
WHOLE = 0.8
"""Share of an article's words inside one code block from which on the block is the article."""


def find(article: Article) -> Iterator[Finding]:
    """Yield fences that show, and one that turns the article into code."""
    text = uncoded(article)
    for match in _FENCE.finditer(text):
        place = article.map.to_source(Span(*match.span()))
        if _starts_line(article, place) and (match[1] or _ends_line(article, place)):
            yield RULE.finding(
                article, Span(*match.span()), f"A code fence shows in the text: “{match[0]}”.", confidence=0.98
            )
    if article.format is Format.MARKDOWN:
        yield from _around_all(article)


def _starts_line(article: Article, place: Span) -> bool:
    line = article.position(place.start)
    return not article.source[place.start - line.column + 1 : place.start].strip("\ufeff \t>")


def _ends_line(article: Article, place: Span) -> bool:
    return not re.split(r"[\r\n]", article.source[place.end : place.end + 40], maxsplit=1)[0].strip()


def _around_all(article: Article) -> Iterator[Finding]:
    for block in article.blocks:
        if block.kind is not BlockKind.CODE:
            continue
        inside = article.slice(block.span)
        words = len(inside.split())
        if words < WHOLE * len(article.text.split()) or len(_SENTENCE_BREAK.findall(inside)) < FEWEST:
            continue
        before = article.source[: article.map.to_source(block.span).start].rstrip()
        fence = re.search(r"(?:`{3,}|~{3,})[^\s`]*$", before)
        if fence:
            message = f"The code fence “{fence[0]}” makes the article a block of code."
            yield RULE.finding(article, None, message, confidence=0.9, source_span=Span(*fence.span()))
