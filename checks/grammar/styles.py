"""Two styles for one thing in one article: quotation marks, the serial comma, per cent, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, BlockKind
from checks.finding import Finding, Severity
from checks.grammar.data import words
from checks.grammar.lexicon import rank
from checks.grammar.odd import Style, odd
from checks.grammar.reading import found, is_quoted, reading
from checks.position import Span
from checks.rule import Example, Rule

QUOTES = Rule(
    name="grammar/mixed-quotes",
    summary="Curly and straight quotation marks or apostrophes in one article.",
    why="It shows that parts come from elsewhere, and a search for a quoted phrase misses half of the places.",
    fix="Use one kind throughout; most editors can replace them all at once.",
    source="Every style guide; Butterick's Practical Typography: straight and curly quotes.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The ferry’s engine is new. The captain’s cabin isn’t, and the crew[[']]s cabin is old."),
        Example('“We left,” he said. “We came back,” she said. [["]]We stayed," they said.'),
    ),
    passed=(
        Example("The ferry's engine isn't new, and the captain's cabin is old."),
        Example("“It’s 6' 2\" long,” he said, “and the class of '98 isn’t.”"),
    ),
)

SERIAL = Rule(
    name="grammar/serial-comma",
    summary="A list without the comma before its last item where other lists of the article have it, or with it.",
    why="Readers use the comma to tell where an item ends; where it comes and goes they cannot.",
    fix="Put the comma in, or take it out, as in the other lists.",
    source="Chicago Manual of Style 6.19 (with), AP Stylebook (without): either, but one throughout.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "They sell bread, milk, and tea. We saw gulls, seals, and whales. Bring hats, coats, and gloves. "
            "They are old, cold, and wet. They painted it red, [[white and blue]]."
        ),
        Example(
            "They sell bread, milk and tea. We saw gulls, seals and whales. Bring hats, coats and gloves. "
            "They are old, cold and wet. They painted it red, [[white, and blue]]."
        ),
    ),
    passed=(
        Example("They sell bread, milk, and tea. They painted it red, white and blue."),
        Example("They sell bread, milk and tea. We saw gulls, seals and whales, and went home. He came, saw, and sat."),
    ),
)

PERCENT = Rule(
    name="grammar/percent-style",
    summary="The sign % and the word percent with figures in the running text of one article.",
    why="A text that changes its way of writing figures looks put together from several.",
    fix="Use the sign or the word throughout, as the house style has it.",
    source="AP Stylebook (sign), Chicago Manual of Style 9.18 (word in general texts): either, but one throughout.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("Fares rose by 5 percent, by 7 percent, then by 9 percent. Only [[3%]] of passengers minded."),
        Example("Fares rose by 5%, then by 7% and 9%. Only [[3 percent]] of passengers minded."),
    ),
    passed=(
        Example("Fares rose by 5 percent, then by 7 percent. A percentage of passengers minded."),
        Example("Fares rose by 5%.\n\n| Year | Rise |\n|---|---|\n| 2019 | 3 percent |\n"),
    ),
)

HEADINGS = Rule(
    name="grammar/heading-case",
    summary="A heading in title case among headings in sentence case, or the other way round.",
    why="Readers take the odd one out for a heading of another rank.",
    fix="Write it like the other headings of its rank.",
    source="Chicago Manual of Style 8.158, AP Stylebook: composition titles; either, but one throughout.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "## Compare cheap tickets\n\nText.\n\n## Bring warm clothes\n\nText.\n\n"
            "## Find the right place\n\nText.\n\n"
            "## [[Leave the House Open]]\n\nText."
        ),
        Example(
            "## Compare Cheap Tickets\n\nText.\n\n## Bring Warm Clothes\n\nText.\n\n"
            "## Find the Right Place\n\nText.\n\n"
            "## [[Leave the house open]]\n\nText."
        ),
    ),
    passed=(
        Example("## Compare cheap tickets\n\nText.\n\n## Leave the House Open\n\nText."),
        Example(
            "## Compare cheap tickets\n\nText.\n\n## Bring warm clothes\n\nText.\n\n"
            "## Find the right place\n\nText.\n\n"
            "## Working with the Office of Harbours\n\nText."
        ),
    ),
)


_CURLY = re.compile(r"[“”]|’(?<=[^\W\d_]’)(?=[^\W\d_])")
_STRAIGHT = re.compile(r"\"(?<!\w\")(?=\w)|'(?<=[^\W\d_]')(?=[^\W\d_])")


def quotes(article: Article) -> Iterator[Finding]:
    """Yield the first quotation mark or apostrophe of the rarer kind."""
    curly = Style("Curly quotation marks", [Span(*match.span()) for match in found(article, _CURLY)])
    straight = Style("Straight quotation marks", [Span(*match.span()) for match in found(article, _STRAIGHT)])
    yield from odd(article, QUOTES, curly, straight, least=3, share=0.5, confidence=0.85)


_ITEM = r"[a-z]{2,20}(?: [a-z]{2,20})?"
_LAST = r"(?:and|or) [a-z]{2,20}(?=[.;:)?!])"
_LIST = re.compile(rf"(?<=, )(?:(?P<with>{_ITEM}, {_LAST})|(?P<without>{_ITEM} {_LAST}))")


def serial(article: Article) -> Iterator[Finding]:
    """Yield the first list that treats its last comma otherwise than most lists of the article."""
    lists: dict[str, list[Span]] = {"with": [], "without": []}
    for match in found(article, _LIST):
        kind = match.lastgroup or ""
        if not is_quoted(reading(article).before(match.start())):
            lists[kind].append(Span(*match.span()))
    yield from odd(
        article,
        SERIAL,
        Style("A list with a comma before its last item", lists["with"]),
        Style("A list without a comma before its last item", lists["without"]),
        least=4,
        share=0.25,
        confidence=0.75,
    )


_SIGN = re.compile(r"(?<![\w.,])\d[\d.,]*%")
_WORD = re.compile(r"(?<![\w.,])\d[\d.,]* (?:percent|per cent)\b")


def percent(article: Article) -> Iterator[Finding]:
    """Yield the first figure with the rarer of the sign and the word, in running text."""
    sign, word = (
        [
            span
            for match in found(article, pattern)
            if reading(article).block(match.start()).kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            and not is_quoted(reading(article).before(match.start()))
            for span in [Span(*match.span())]
        ]
        for pattern in (_SIGN, _WORD)
    )
    yield from odd(
        article,
        PERCENT,
        Style("The sign %", sign),
        Style("The word percent", word),
        least=2,
        share=0.34,
        confidence=0.8,
    )


_HEADING_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORT = 3
"""Letters up to which a word may be small in title case, as may longer function words."""
FEWEST = 2
"""Words that must tell."""
COMMON = 10_000
"""Rank of words that tell: names and terms keep their capitals in either case."""


def headings(article: Article) -> Iterator[Finding]:
    """Yield each heading in the other case than nearly all headings of its rank."""
    levels = {block.level for block in reading(article).blocks if block.kind is BlockKind.HEADING}
    for level in sorted(levels):
        cases: dict[str, list[Span]] = {"title": [], "sentence": [], "": []}
        for block in reading(article).blocks:
            if block.kind is BlockKind.HEADING and block.level == level:
                cases[_case(article.slice(block.span))].append(block.span)
        yield from odd(
            article,
            HEADINGS,
            Style("A heading in title case", cases["title"]),
            Style("A heading in sentence case", cases["sentence"]),
            least=3,
            share=0.34,
            confidence=0.8,
        )


def _case(heading: str) -> str:
    """Return whether a heading is in title or sentence case; empty where its words do not tell."""
    rest = _HEADING_WORD.findall(heading)[1:]
    telling = [word for word in rest if _tells(word)]
    capitals = sum(word[0].isupper() for word in telling)
    if len(telling) < FEWEST or re.search(r"[:.?!—–-] ", heading):
        return ""
    if capitals == len(telling):
        return "title"
    return "sentence" if capitals == 0 and not any(word[0].isupper() for word in rest) else ""


def _tells(word: str) -> bool:
    low = word.lower()
    return len(word) > SHORT and rank(low) < COMMON and not word.isupper() and low not in words("function-words.txt")
