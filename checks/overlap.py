"""Findings of two checks about one and the same slip, told once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from checks.article import Article
from checks.evidence.ranked import ranks_only
from checks.finding import Finding
from checks.position import Span
from checks.praised import joined

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
EMPTY_LINK, MALFORMED_URL = "citations/empty-link", "citations/malformed-url"
MALFORMED_DOI, MALFORMED_NUMBER = "citations/malformed-doi", "citations/malformed-identifier"
MISLEADING = "citations/misleading-link"
PUFFERY, ABSOLUTE = "superlatives/puffery", "superlatives/absolute-claim"
RANKING, FACT = "superlatives/unsupported-superlative", "superlatives/factual-superlative"
LEFT_OPEN = "residue/placeholder"
"""What a paste left to be filled in, links that lead nowhere among it."""
USEFUL = {
    PLACEHOLDER: 0,
    DANGLING: 0,
    EMPTY_LINK: 0,
    MALFORMED_URL: 0,
    MALFORMED_DOI: 0,
    MALFORMED_NUMBER: 0,
    MISLEADING: 0,
    LEFT_OPEN: 0,
    VAGUE: 1,
    QUOTATION: 2,
    ABSOLUTE: 3,
    RANKING: 3,
    MISSING: 4,
    FACT: 5,
}
"""Rules that miss a source, the more useful first: who says where it is missing, whom it should name or which words are
at fault says more than that a sentence lacks one, and that says more than that a fact in it can be looked up, unless
that fact is all it states. A source settles all of them, so a place gets one."""
NOTES = frozenset(rule for rule, rank in USEFUL.items() if rank == 0)
"""Those at a note, marker, link or number that was meant for a source: what is not finished there is to be finished
first. A promise that goes too far is told beside them, as praise is: it needs other words whichever source is put
there."""
BEHIND = NOTES - {LEFT_OPEN}
"""Those that belong to the sentence before when they stand behind its full stop. What else a paste left to be filled
in there ("[Insert map]") need not be about it."""
SAYS_MORE = frozenset({PLACEHOLDER, EMPTY_LINK, MALFORMED_URL})
"""Those that tell of a placeholder what it was meant for."""
SENTENCE_WIDE = NOTES | {VAGUE}
"""Those that speak for the sentence in which they stand: naming the source settles what is said in it."""
ASSISTANT = "residue/assistant-boilerplate"
"""What an assistant said or left behind; its mark for a source is told as a source that is missing."""
LIKELY = 0.65
"""Confidence below which a sentence is doubtful for how it praises rather than for what it states, if it praises as
surely."""

_WORD = re.compile(r"[\w'’-]+")


def distinct(article: Article, findings: Iterable[Finding], advisory: Collection[str] = ()) -> Iterator[Finding]:
    """Yield the findings of an article without those that a more useful one says already.

    Of residue and grammar the one of residue is kept because it looks at the
    whole gap or tag, not at a word beside it. A misspelt word that stands at a
    missing space stays. A sentence that lacks a source gets one finding, the
    most useful (`USEFUL`), whichever checks it comes from, as severe as the
    gravest that it stands for; where it ranks, its praise is told with that; and where a paste left whole paragraphs in
    quotation marks, nobody is missed as their speaker. One of a check that
    decides never gives way to one of an `advisory` check, which does not.
    """
    every = tuple(findings)
    litter, slips = _places(every, LITTER), _places(every, SLIPS)
    wrapped = _places(every, {"residue/wrapping-quotes"})
    every = tuple(one for one in every if one.rule != QUOTATION or not wrapped.at(one))
    better = [pair for pair in _told_better(article, every) if pair.told.check in advisory] if advisory else []
    better += _told_better(article, tuple(one for one in every if one.check not in advisory))
    told = {id(pair.told) for pair in better}
    graver = _inheritance(better, advisory)
    left = [one for one in every if id(one) not in told and not _is_told(one, litter, slips)]
    yield from joined(article, [_as_grave(one, graver[id(one)]) if id(one) in graver else one for one in left])


class _Better(NamedTuple):
    """A finding that is told by another one."""

    told: Finding
    by: Finding


def _inheritance(pairs: Iterable[_Better], advisory: Collection[str]) -> Mapping[int, Finding]:
    """Return, by the identity of findings, the gravest graver one which they tell.

    Not one that gave way because it was doubtful, nor one that does not decide.
    """
    graver: dict[int, Finding] = {}
    for told, by in pairs:
        counts = by.rule != PUFFERY and (told.check not in advisory or by.check in advisory)
        over = graver.get(id(by), by)
        surer = by.rule == FACT and told.severity is over.severity and told.confidence > over.confidence
        if counts and (surer or told.severity.rank < over.severity.rank):
            graver[id(by)] = told
    return graver


def _as_grave(finding: Finding, told: Finding) -> Finding:
    """Return a finding as grave as a graver one that it tells, and as sure: it is right when either is."""
    return replace(finding, severity=told.severity, confidence=max(finding.confidence, told.confidence))


class _Places:
    """Places of findings in the source, so that what overlaps one of them is found without looking at each."""

    def __init__(self, places: Iterable[tuple[Span, Finding]]) -> None:
        ordered = sorted(places, key=lambda one: one[0])
        self._starts = [span.start for span, _ in ordered]
        self._farthest: list[tuple[int, Finding]] = []
        """For each, of those up to it the one that ends last, and where."""
        for span, one in ordered:
            last = self._farthest[-1] if self._farthest else (-1, one)
            self._farthest.append(max(last, (span.end, one), key=lambda pair: pair[0]))

    def at(self, finding: Finding) -> Finding | None:
        """Return one that a finding overlaps that is not suppressed; None without."""
        if finding.span is None or finding.suppressed:
            return None
        before = bisect_left(self._starts, finding.span.end)
        end, one = self._farthest[before - 1] if before else (-1, finding)
        return one if end > finding.span.start else None


def _places(findings: Iterable[Finding], rules: Collection[str]) -> _Places:
    return _Places((one.span, one) for one in findings if one.rule in rules and one.span and not one.suppressed)


def _told_better(article: Article, findings: Sequence[Finding]) -> Iterator[_Better]:
    """Yield the findings on a source that is missing of which a more useful one stands in the same place."""
    vague, praise, facts = (_places(findings, {one}) for one in (VAGUE, PUFFERY, FACT))
    plainer, placeholders = _places(findings, SAYS_MORE), _places(findings, {PLACEHOLDER})
    yield from (_Better(one, by) for one in findings if one.rule == PUFFERY and (by := vague.at(one)))
    for one in findings:
        by = placeholders.at(one) if one.rule == ASSISTANT else None
        if one.span and by and by.span and by.span.covers(one.span):
            yield _Better(one, by)
    kept: list[tuple[Span, Finding]] = []
    for rank in sorted(set(USEFUL.values())):
        better = _Places(kept) if rank else plainer
        finished = _Places(pair for pair in kept if pair[1].rule not in NOTES)
        for finding in findings:
            if USEFUL.get(finding.rule) != rank or finding.span is None or finding.suppressed:
                continue
            by = better.at(finding) if rank or finding.rule == LEFT_OPEN else None
            if finding.rule == EMPTY_LINK:
                by = placeholders.at(finding)
            if finding.rule == ABSOLUTE:
                by = finished.at(finding)
            if by is None and finding.rule == MISSING:
                by = _doubted(finding, praise) or _ranked(article, finding, facts)
            if by is not None:
                yield _Better(finding, by)
            else:
                kept.append((_extent(article, finding, finding.span), finding))


def _doubted(missing: Finding, praise: _Places) -> Finding | None:
    """Return the praise to which a doubtful finding on a source that is missing gives way; None without."""
    by = praise.at(missing) if missing.confidence < LIKELY else None
    return by if by and by.confidence >= missing.confidence else None


def _ranked(article: Article, missing: Finding, facts: _Places) -> Finding | None:
    """Return the rank that could be looked up to which a missing source gives way; its sentence states no more."""
    by = facts.at(missing)
    return by if by and missing.span and ranks_only(article, article.sentence_of(missing.span)) else None


def _extent(article: Article, finding: Finding, span: Span) -> Span:
    """Return, in the source, what a finding speaks for: its place, or the sentence in which it stands."""
    if finding.rule not in SENTENCE_WIDE or not article.sentences:
        return span
    shown = article.map.to_text(span)
    if finding.rule == LEFT_OPEN and not shown.length:
        return span  # a picture, which need not stand in a sentence
    at = max(0, article.sentence_at(shown.start))
    sentence = article.sentences[at]
    # A note behind the full stop belongs to the sentence before it.
    behind = finding.rule in BEHIND and sentence.span.start == shown.start
    if behind and at and article.sentences[at - 1].block == sentence.block:
        sentence = article.sentences[at - 1]
    return article.map.to_source(sentence.span)


def _is_told(finding: Finding, litter: _Places, slips: _Places) -> bool:
    if finding.check != "grammar":
        return False
    misspelling = _WORD.fullmatch(finding.quote) is not None and "MORFOLOGIK" in finding.rule
    return litter.at(finding) is not None or (not misspelling and slips.at(finding) is not None)
