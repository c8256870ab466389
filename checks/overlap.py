"""Findings of two checks about one and the same slip, told once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

from checks.article import Article
from checks.finding import Finding
from checks.position import Span

LITTER = frozenset(
    {
        "residue/hidden-text",
        "residue/invisible-characters",
        "residue/leftover-fence",
        "residue/leftover-markup",
        "residue/mojibake",
        "residue/template-variable",
    }
)
"""Rules whose findings are no language: what a proofreader says about them is beside the point."""
SLIPS = frozenset({"residue/lowercase-start", "residue/missing-space"})
"""Rules that a proofreader has as well."""
PLACEHOLDER, VAGUE = "citations/placeholder-citation", "citations/vague-attribution"
QUOTATION, MISSING = "citations/unsourced-quotation", "citations/missing-citation"
PUFFERY = "superlatives/puffery"
USEFUL = {
    PLACEHOLDER: 0,
    VAGUE: 1,
    QUOTATION: 2,
    "superlatives/absolute-claim": 3,
    "superlatives/unsupported-superlative": 3,
    MISSING: 4,
}
"""Rules that miss a source, the more useful first: who says where it is missing, whom it should name or which words are
at fault says more than that a sentence lacks one. A source settles all of them, so a place gets one."""
SENTENCE_WIDE = frozenset({PLACEHOLDER, VAGUE})
"""Those that speak for the sentence in which they stand: naming the source settles what is said in it."""
LIKELY = 0.5
"""Confidence below which a sentence is doubtful for how it praises rather than for what it states."""

_WORD = re.compile(r"[\w'’-]+")


def distinct(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of an article without those that a more useful one says already.

    Of residue and grammar the one of residue is kept because it looks at the
    whole gap or tag, not at a word beside it. A misspelt word that stands at a
    missing space stays. A sentence that lacks a source gets one finding, the
    most useful (`USEFUL`), whichever checks it comes from; and where a paste
    left whole paragraphs in quotation marks, nobody is missed as their speaker.
    """
    every = tuple(findings)
    litter = _places(every, LITTER)
    slips = _places(every, SLIPS)
    wrapped = _places(every, frozenset({"residue/wrapping-quotes"}))
    every = tuple(one for one in every if one.rule != QUOTATION or not _overlaps(one, wrapped))
    told = {id(one) for one in _told_better(article, every)}
    for finding in every:
        if id(finding) not in told and not _is_told(finding, litter, slips):
            yield finding


def _told_better(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings on a source that is missing of which a more useful one stands in the same place."""
    every = tuple(findings)
    vague = _places(every, frozenset({VAGUE}))
    praise = _places(every, frozenset({PUFFERY}))
    yield from (one for one in every if one.rule == PUFFERY and _overlaps(one, vague))
    kept: list[Span] = []
    for rank in sorted(set(USEFUL.values())):
        better = tuple(kept)
        for finding in every:
            if USEFUL.get(finding.rule) != rank or finding.span is None or finding.suppressed:
                continue
            doubtful = finding.rule == MISSING and finding.confidence < LIKELY
            if _overlaps(finding, better) or (doubtful and _overlaps(finding, praise)):
                yield finding
            else:
                kept.append(_extent(article, finding, finding.span))


def _extent(article: Article, finding: Finding, span: Span) -> Span:
    """Return, in the source, what a finding speaks for: its place, or the sentence in which it stands."""
    if finding.rule not in SENTENCE_WIDE or not article.sentences:
        return span
    shown = article.map.to_text(span)
    at = max(0, bisect_right(article.sentences, shown.start, key=lambda one: one.span.start) - 1)
    sentence = article.sentences[at]
    # A note behind the full stop belongs to the sentence before it.
    behind = finding.rule == PLACEHOLDER and sentence.span.start == shown.start
    if behind and at and article.sentences[at - 1].block == sentence.block:
        sentence = article.sentences[at - 1]
    return article.map.to_source(sentence.span)


def _places(findings: Iterable[Finding], rules: Collection[str]) -> list[Span]:
    return [one.span for one in findings if one.rule in rules and one.span and not one.suppressed]


def _overlaps(finding: Finding, places: Iterable[Span]) -> bool:
    span = finding.span
    return span is not None and not finding.suppressed and any(span.overlaps(one) for one in places)


def _is_told(finding: Finding, litter: list[Span], slips: list[Span]) -> bool:
    if finding.check != "grammar" or finding.span is None or finding.suppressed:
        return False
    if any(finding.span.overlaps(span) for span in litter):
        return True
    misspelling = _WORD.fullmatch(finding.quote) is not None and "MORFOLOGIK" in finding.rule
    return not misspelling and any(finding.span.overlaps(span) for span in slips)
