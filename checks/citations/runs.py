"""Runs: sentences of a paragraph that lack the same note, told as one place.

Where an article cites by notes, a note covers what stands before it, back to
the note before. So claims that follow each other without one lack one note,
not several, and an editor has one place to mend. What stands behind the last
note of a paragraph up to its end is one such place. In a paragraph without
any note only claims close to each other are, for it does not show how its
author would have parted it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article
from checks.citations.statement_rules import MISSING
from checks.evidence.need import BEHIND, is_supported, standards
from checks.evidence.reasons import reasons
from checks.evidence.statements.traits import extent
from checks.evidence.support.supports import NAMES
from checks.evidence.wordings.wording import wordings
from checks.finding import Finding, Related, gravity, settled_by
from checks.position import Span

MOST = 3
"""Sentences that are told as one at most in a paragraph without a note."""

MOST_BEHIND = 10
"""Sentences that are told as one at most behind the last note of a paragraph."""

BETWEEN = 1
"""Sentences between them that need no note, in a paragraph without one."""

ROOM = 78
"""Code points by which they may be longer together than that many of the shortest of them: what is marked is to be
about each."""

_WHICH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def joined(article: Article, found: Sequence[Finding]) -> Sequence[Finding]:
    """Return findings with those on claims beside each other as one, in articles that cite by notes."""
    if extent(article) != "marked":
        return found
    apart = {one.sentence for one in wordings(article)}
    apart.update(_sentence(article, one) for one in found if one.rule != MISSING.name)
    return [_told(article, run) for run in _runs(article, found, apart)]


def _runs(article: Article, found: Sequence[Finding], apart: set[int]) -> Iterator[Sequence[Finding]]:
    run: list[Finding] = []
    for one in found:
        if run and not (_joins(article, run[-1], one, apart) and _fits(article, [*run, one])):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _joins(article: Article, one: Finding, other: Finding, apart: set[int]) -> bool:
    """Whether two findings are on claims between which no note stands, each told for want of one alone."""
    if not one.rule == other.rule == MISSING.name or _has_own(one) or _has_own(other):
        return False
    first, second = _sentence(article, one), _sentence(article, other)
    if article.sentences[first].block != article.sentences[second].block:
        return False
    between = range(first + 1, second)
    return apart.isdisjoint((first, *between, second)) and not any(is_supported(article, at) for at in between)


def _has_own(finding: Finding) -> bool:
    """Whether something stands in the sentence itself that was meant for its source, and is more than a name."""
    return any(not one.distance and one.kind not in NAMES for one in finding.evidence)


def _fits(article: Article, run: Sequence[Finding]) -> bool:
    """Whether a run is short enough to be one place."""
    before, last = (_sentence(article, one) for one in run[-2:])
    if BEHIND in (standards(article)[before], standards(article)[last]):
        return len(run) <= MOST_BEHIND
    spans = [one.span for one in run if one.span]
    extent_of_run = spans[-1].end - spans[0].start
    shortest = min(span.length for span in spans)
    return len(run) <= MOST and last - before - 1 <= BETWEEN and extent_of_run <= MOST * shortest + ROOM


def _sentence(article: Article, finding: Finding) -> int:
    start = article.map.to_text(finding.span).start if finding.span else 0
    return article.sentence_at(start)


def _told(article: Article, run: Sequence[Finding]) -> Finding:
    """Return the finding on a run of claims, saying of the one that most needs a source why."""
    if len(run) == 1:
        return run[0]
    worst = min(run, key=gravity)
    at = _sentence(article, worst)
    why = reasons(article, at)[0]
    none, every = {2: ("Neither", "both")}.get(len(run), ("None", "all"))
    which, total = _WHICH[run.index(worst)], _sentence(article, run[-1]) - _sentence(article, run[0]) + 1
    lacking = f"{none} of these {len(run)} sentences has a note, and the {which}"
    if total > len(run):
        lacking = f"{len(run)} of these {total} sentences need a note and have none, and the {which} of them"
    remedy = f"{why.settles}, in one note behind them if it covers {every}"
    spans = [article.map.to_text(one.span) for one in run if one.span]
    place = article.map.to_source(Span(spans[0].start, spans[-1].end))
    places = tuple(
        Related(article.id, one.span, article.position(one.span.start).line, one.quote, ", ".join(one.reasons))
        for one in run
        if one.span
    )
    told = replace(worst, message=f"{lacking} {why.words}", span=place, quote=article.quote(place), related=places)
    return settled_by(told, remedy)
