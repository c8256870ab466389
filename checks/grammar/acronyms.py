"""Abbreviations that are explained again after they were explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import PROSE, Article, MarkKind
from checks.finding import Finding, Severity
from checks.grammar.reading import found, reading
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/acronym-expanded-twice",
    summary="A name that is written out in full, with its abbreviation in brackets, a second time.",
    why="Readers look for what is new in it, and it shows where parts were put together.",
    fix="Use the abbreviation alone after the first time.",
    source="Chicago Manual of Style 10.3: spell out at the first occurrence.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "The Harbour Safety Board (HSB) met in June. The HSB will meet again. "
            "In July the [[Harbour Safety Board (HSB)]] found nothing."
        ),
        Example("We use sound navigation ranging (SNR). The depth is known from [[sound navigation ranging (SNR)]]."),
    ),
    passed=(
        Example("The Harbour Safety Board (HSB) met in June. The HSB (a small body) will meet again."),
        Example("The Harbour Safety Board (HSB) met the Hull Ship Bank (HSB)."),
    ),
)

_BRACKETED = re.compile(r" \((?P<short>[A-Z][A-Za-z]{0,6}[A-Z])s?\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
REACH = 120
"""Code points before the bracket in which the name may begin."""
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "with", "&"})


def find(article: Article) -> Iterator[Finding]:
    """Yield each later place where a name stands in full with its abbreviation."""
    first: dict[tuple[str, str], Span] = {}
    for match in found(article, _BRACKETED):
        start = _name_start(article, match)
        if start is None:
            continue
        span = Span(start, match.end())
        if not _is_told(article, span):
            continue
        name = reading(article).text[start : match.start()].casefold()
        earlier = first.setdefault((name, match["short"]), span)
        if earlier is not span:
            message = f"“{match['short']}” was explained before."
            yield RULE.finding(
                article,
                span,
                message,
                confidence=0.8,
                replacements=(match["short"],),
                related=[related(article, earlier)],
            )


def _is_told(article: Article, span: Span) -> bool:
    """Whether a name stands in running text, not in a link or in a note on the author, in italics or last."""
    blocks = [block for block in reading(article).blocks if block.kind in PROSE]
    block = reading(article).block(span.start)
    if block.kind not in PROSE or (block is blocks[-1] and len(blocks) > 1):
        return False
    return not any(article.marks_in(span, MarkKind.LINK, MarkKind.EMPHASIS))


def _name_start(article: Article, match: re.Match[str]) -> int | None:
    """Return where the name before a bracket begins, if the initials of its words are the abbreviation."""
    text = reading(article).text
    left = max(text.rfind("\n", 0, match.start()) + 1, match.start() - REACH)
    letters = match["short"].casefold()
    want = len(letters) - 1
    for word in reversed(list(_WORD.finditer(text, left, match.start()))):
        low = word[0].casefold()
        if low[0] == letters[want]:
            want -= 1
            if want < 0:
                return word.start()
        elif low not in SMALL:
            return None
    return None
