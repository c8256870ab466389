"""Abbreviations that are explained twice, or never."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.article import PROSE, Article, MarkKind
from checks.finding import Finding, Severity
from checks.grammar.data import words
from checks.grammar.lexicon import rank
from checks.grammar.reading import found, reading
from checks.position import Span
from checks.rule import Example, Rule, related

_FILLER = "The ferry leaves the old pier at six and comes back at noon. " * 25
"""Makes an example as long as an article."""

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

UNEXPLAINED = Rule(
    name="grammar/acronym-unexplained",
    summary="An abbreviation that an article uses again and again and never writes out.",
    why="Readers who do not know it are lost from its first place on, and few look it up.",
    fix="Write the name out where it stands first, with the abbreviation in brackets; or accept it in the vocabulary.",
    source="Chicago Manual of Style 10.3, AP Stylebook: abbreviations; known-acronyms.txt lists those that all know.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(f"The [[HSB]] met in June. {_FILLER}The HSB will meet again. They all like the HSB."),
        Example(f"Ask the [[RHPA]] for a ticket. {_FILLER}The RHPA sells few. The RHPA is small."),
    ),
    passed=(
        Example(f"The Harbour Safety Board (HSB) met. {_FILLER}The HSB will meet again. They all like the HSB."),
        Example(f"The HSB met. {_FILLER}The Harbour Safety Board will meet again, says the HSB. They like the HSB."),
        Example(f"NASA looked at it. {_FILLER}NASA is large, and NASA flies."),
        Example("The HSB met in June. The HSB will meet again. They all like the HSB.", note="Too short to tell."),
    ),
)

_BRACKETED = re.compile(r" \((?P<short>[A-Z][A-Za-z]{0,6}[A-Z])s?\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
REACH = 120
"""Code points before the bracket in which the name may begin."""
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "with", "&"})


_ACRONYM = re.compile(r"(?<![\w.&/@#+:_-])[A-Z]{3,6}(?=s?(?![\w&/@+_-]|\.\w))")
_NUMERAL = re.compile(r"[IVXLCDM]+")
_SHOUTED = re.compile(r"[A-Z]{3,}[,:]? $|\b[A-Z]{2,} $")
_NAME_WORD = re.compile(r"\b[A-Za-z][\w’'-]*")
LONG = 200
"""Words from which on an article may be expected to explain itself; less is an excerpt or a note."""
USES = 3
"""Places that an abbreviation has at least: one that stands once or twice is often in a name."""


def unexplained(article: Article) -> Iterator[Finding]:
    """Yield the first place of each abbreviation that is used again and again and nowhere written out."""
    text = reading(article).text
    if text.count(" ") < LONG:
        return
    places: dict[str, list[Span]] = {}
    for match in found(article, _ACRONYM):
        places.setdefault(match[0], []).append(Span(*match.span()))
    for short, spans in places.items():
        if len(spans) >= USES and _is_unknown(short) and _is_unexplained(article, short, spans):
            message = f"“{short}” stands here {len(spans)} times and is never written out."
            others = [related(article, span) for span in spans[1:]]
            yield UNEXPLAINED.finding(article, spans[0], message, confidence=0.6, related=others)


def _is_unknown(short: str) -> bool:
    return short not in words("known-acronyms.txt") and not _NUMERAL.fullmatch(short) and rank(short.lower()) > COMMON


COMMON = 10_000
"""Rank of words that are words in capital letters as well."""


def _is_unexplained(article: Article, short: str, spans: Sequence[Span]) -> bool:
    """Whether an abbreviation stands in running text, never beside a bracket, and its letters open no words."""
    text = reading(article).text
    for span in spans:
        before, after = text[max(0, span.start - 10) : span.start], text[span.end : span.end + 3]
        if before.endswith("(") or after.lstrip("s").startswith(" (") or _SHOUTED.search(before):
            return False
        if any(article.marks_in(span, MarkKind.LINK)) or reading(article).block(span.start).kind not in PROSE:
            return False
    letters = [word[0].lower() for word in _NAME_WORD.findall(article.text) if word.lower() not in SMALL]
    return short.lower() not in "".join(letters)


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
