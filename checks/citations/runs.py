"""Runs: sentences beside each other that lack the same note, told as one place.

Where an article cites by notes, a note covers what stands before it, back to
the note before. So claims that follow each other without one lack one note,
not several, and an editor has one place to mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article
from checks.citations.statement_rules import MISSING
from checks.evidence.reasons import reasons
from checks.evidence.traits import extent
from checks.evidence.wording import wordings
from checks.finding import Finding, Related, gravity
from checks.position import Span

MOST = 3
"""Sentences that are told as one at most."""

ROOM = 60
"""Code points by which they may be longer together than that many of the shortest of them: what is marked is to be
about each."""


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
        if run and not (_joins(article, run[-1], one, apart) and _fits([*run, one])):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _joins(article: Article, one: Finding, other: Finding, apart: set[int]) -> bool:
    """Whether two findings are on claims beside each other of which each is told for want of a note alone."""
    if not one.rule == other.rule == MISSING.name:
        return False
    first, second = _sentence(article, one), _sentence(article, other)
    beside = second == first + 1 and article.sentences[first].block == article.sentences[second].block
    return beside and apart.isdisjoint((first, second)) and not (_has_own(one) or _has_own(other))


def _has_own(finding: Finding) -> bool:
    """Whether something stands in the sentence itself that was meant for its source."""
    return any(not one.distance for one in finding.evidence)


def _fits(run: Sequence[Finding]) -> bool:
    lengths = [one.span.length for one in run if one.span]
    return len(run) <= MOST and sum(lengths) <= MOST * min(lengths) + ROOM


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
    which = ("first", "second", "third")[run.index(worst)]
    none, every = {2: ("Neither", "both")}.get(len(run), ("None", "all"))
    message = (
        f"{none} of these {len(run)} sentences has a note, and the {which} {why.words}: {why.settles}, "
        f"in one note behind them if it covers {every}."
    )
    spans = [article.map.to_text(one.span) for one in run if one.span]
    place = article.map.to_source(Span(spans[0].start, spans[-1].end))
    places = tuple(
        Related(article.id, one.span, article.position(one.span.start).line, one.quote, ", ".join(one.reasons))
        for one in run
        if one.span
    )
    return replace(worst, message=message, span=place, quote=article.quote(place), related=places)
