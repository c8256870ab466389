"""Findings of two checks about one and the same slip, told once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

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
DANGLING = "citations/dangling-reference"
PUFFERY = "superlatives/puffery"
USEFUL = {
    PLACEHOLDER: 0,
    DANGLING: 0,
    VAGUE: 1,
    QUOTATION: 2,
    "superlatives/absolute-claim": 3,
    "superlatives/unsupported-superlative": 3,
    MISSING: 4,
    "superlatives/factual-superlative": 5,
}
"""Rules that miss a source, the more useful first: who says where it is missing, whom it should name or which words are
at fault says more than that a sentence lacks one, and that says more than that a fact in it can be looked up. A source
settles all of them, so a place gets one."""
NOTES = frozenset({PLACEHOLDER, DANGLING})
"""Those at a note or marker, which may stand behind the full stop of its sentence."""
SENTENCE_WIDE = NOTES | {VAGUE}
"""Those that speak for the sentence in which they stand: naming the source settles what is said in it."""
LIKELY = 0.5
"""Confidence below which a sentence is doubtful for how it praises rather than for what it states."""

_WORD = re.compile(r"[\w'’-]+")


def distinct(article: Article, findings: Iterable[Finding], advisory: Collection[str] = ()) -> Iterator[Finding]:
    """Yield the findings of an article without those that a more useful one says already.

    Of residue and grammar the one of residue is kept because it looks at the
    whole gap or tag, not at a word beside it. A misspelt word that stands at a
    missing space stays. A sentence that lacks a source gets one finding, the
    most useful (`USEFUL`), whichever checks it comes from; and where a paste
    left whole paragraphs in quotation marks, nobody is missed as their speaker.
    One of a check that decides never gives way to one of an `advisory` check,
    which does not.
    """
    every = tuple(findings)
    litter, slips = _places(every, LITTER), _places(every, SLIPS)
    wrapped = _places(every, {"residue/wrapping-quotes"})
    every = tuple(one for one in every if one.rule != QUOTATION or not wrapped.touch(one))
    deciding = tuple(one for one in every if one.check not in advisory)
    told = {id(one) for one in _told_better(article, deciding)}
    told |= {id(one) for one in _told_better(article, every) if one.check in advisory} if advisory else set()
    for finding in every:
        if id(finding) not in told and not _is_told(finding, litter, slips):
            yield finding


class _Places:
    """Places in the source, so that what overlaps one of them is found without looking at each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [one.start for one in ordered]
        self._ends = list(accumulate((one.end for one in ordered), max))

    def touch(self, finding: Finding) -> bool:
        """Whether a finding that is not suppressed overlaps one of the places."""
        if finding.span is None or finding.suppressed:
            return False
        before = bisect_left(self._starts, finding.span.end)
        return before > 0 and self._ends[before - 1] > finding.span.start


def _places(findings: Iterable[Finding], rules: Collection[str]) -> _Places:
    return _Places(one.span for one in findings if one.rule in rules and one.span and not one.suppressed)


def _told_better(article: Article, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings on a source that is missing of which a more useful one stands in the same place."""
    vague, praise = _places(findings, {VAGUE}), _places(findings, {PUFFERY})
    yield from (one for one in findings if one.rule == PUFFERY and vague.touch(one))
    kept: list[Span] = []
    for rank in sorted(set(USEFUL.values())):
        better = _Places(kept)
        for finding in findings:
            if USEFUL.get(finding.rule) != rank or finding.span is None or finding.suppressed:
                continue
            doubtful = finding.rule == MISSING and finding.confidence < LIKELY
            if better.touch(finding) or (doubtful and praise.touch(finding)):
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
    behind = finding.rule in NOTES and sentence.span.start == shown.start
    if behind and at and article.sentences[at - 1].block == sentence.block:
        sentence = article.sentences[at - 1]
    return article.map.to_source(sentence.span)


def _is_told(finding: Finding, litter: _Places, slips: _Places) -> bool:
    if finding.check != "grammar":
        return False
    misspelling = _WORD.fullmatch(finding.quote) is not None and "MORFOLOGIK" in finding.rule
    return litter.touch(finding) or (not misspelling and slips.touch(finding))
