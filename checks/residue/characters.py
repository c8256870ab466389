"""Characters that came through the wrong encoding, and characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from checks.article import Article
from checks.finding import Finding, Related, Severity
from checks.position import Span
from checks.residue.prose import uncoded
from checks.rule import Example, Rule, related

MOJIBAKE = Rule(
    name="residue/mojibake",
    summary="Characters that were read in the wrong encoding, such as â€™ for an apostrophe.",
    why="Readers see garbage in the middle of words.",
    fix="Put the intended character in its place, and save the article as UTF-8.",
    source="The Unicode FAQ on UTF-8; bytes of UTF-8 read as Windows-1252.",
    severity=Severity.ERROR,
    flagged=(
        Example("The ferry[[â€™]]s captain drinks caf[[Ã©]] au lait."),
        Example("The fare is 3 [[â‚¬]], and the deck is [[\ufffd]] wet."),
    ),
    passed=(
        Example("The ferry’s captain drinks café au lait at 3 €, in São Paulo or Ängelholm."),
        Example("Il a dit « à bientôt » au café”… and the Ångström is written Å."),
    ),
)

INVISIBLE = Rule(
    name="residue/invisible-characters",
    summary="Characters that show nothing but change how text is searched, broken or ordered.",
    why="Searches miss words that hold them, screen readers stumble, and direction marks can hide what a text says.",
    fix="Delete them; nothing that a reader sees goes with them.",
    source="Unicode Standard Annex #9 and Technical Report #36 (invisible and bidirectional controls).",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("The fer[[\u200b]]ry leaves at six.", note="A zero-width space stands in the first noun."),
        Example(
            "The ferry leaves at [[\u202e]]six.", note="A right-to-left override turns the end of the line around."
        ),
    ),
    passed=(
        Example("The family 👨‍👩‍👧 boards the ferry.", note="Joiners hold an emoji together."),
        Example("The ferry leaves at 6\u00a0a.m. for می\u200cخواهم island.", note="Persian needs its non-joiner."),
    ),
)

_MISREAD = re.compile("[ÂÃâð][^ -~\n\r\t]{1,3}")
"""A byte that begins a character in UTF-8, and the bytes after it, all read as Windows-1252."""
_ABOUT_LOSS = re.compile(r"U\+FFFD|\breplacement characters?\b")
_UNDEFINED = "\x81\x8d\x8f\x90\x9d"
"""Bytes that Windows-1252 leaves undefined and that are passed on as they are."""
_HIDDEN = re.compile(
    "[\u200b\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u180e\U000e0000-\U000e007f\u0000-\u0008\u000e-\u001f\u007f]"
)
_ZERO_WIDTH_JOINERS = re.compile("(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TAG_SEQUENCE = re.compile("\U0001f3f4[\U000e0020-\U000e007f]{1,10}")
_DANGEROUS = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def mojibake(article: Article) -> Iterator[Finding]:
    """Yield each character that was read in the wrong encoding."""
    text = uncoded(article)
    for match in _MISREAD.finditer(text):
        yield from _misread(article, match)
    lost = () if _ABOUT_LOSS.search(text) else re.finditer("\ufffd+", text)
    for match in lost:
        yield MOJIBAKE.finding(
            article, Span(*match.span()), "A character was lost in a wrong encoding.", confidence=0.9
        )


def _misread(article: Article, match: re.Match[str]) -> Iterator[Finding]:
    for size in (4, 3, 2):
        right = _decode(match[0][:size]) if len(match[0]) >= size else ""
        if right:
            span = Span(match.start(), match.start() + size)
            message = f"“{article.slice(span)}” stands where “{right}” was meant."
            yield MOJIBAKE.finding(article, span, message, confidence=0.95, replacements=(right,))
            return


def _decode(shown: str) -> str:
    """Return the one character whose UTF-8 bytes read as `shown` in Windows-1252, when it is a common one."""
    raw = bytearray()
    for sign in shown:
        try:
            raw += sign.encode("latin-1" if sign in _UNDEFINED else "cp1252")
        except UnicodeEncodeError:
            return ""
    try:
        right = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    common = right <= "\u00ff" or "\u2010" <= right <= "\u2044" or right in "€™" or right >= "\U0001f300"
    return right if len(right) == 1 and common else ""


def invisible(article: Article) -> Iterator[Finding]:
    """Yield one finding for each kind of invisible character, at its first place, with the others related."""
    text = uncoded(article)
    flags = {at for match in _TAG_SEQUENCE.finditer(text) for at in range(*match.span())}
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    places: dict[str, list[Span]] = {}
    for pattern in (_HIDDEN, _ZERO_WIDTH_JOINERS):
        for match in pattern.finditer(text):
            directional = match[0] in "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
            if match.start() not in flags and not (directional and right_to_left):
                places.setdefault(match[0], []).append(Span(*match.span()))
    for sign, spans in places.items():
        yield _hidden(article, sign, spans)


def _hidden(article: Article, sign: str, spans: list[Span]) -> Finding:
    name = unicodedata.name(sign, "CONTROL CHARACTER").lower()
    times = f", {len(spans)} times in all" if len(spans) > 1 else ""
    severity = Severity.WARNING if _DANGEROUS.match(sign) else None
    others: list[Related] = [related(article, span, "the same character") for span in spans[1:]]
    message = f"An invisible character stands here: {name} (U+{ord(sign):04X}){times}."
    return INVISIBLE.finding(
        article, spans[0], message, confidence=0.9, severity=severity, replacements=("",), related=others
    )
