"""Statements: claims without a source, vague attributions, quotations without a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article
from checks.citations.statement_rules import MISSING, NO_SOURCES, QUOTATION, VAGUE
from checks.evidence.attribution import Attribution, attributions
from checks.evidence.claims import LISTED, Claim, claims
from checks.evidence.exempt import exempt
from checks.evidence.links import KIND_NAMES
from checks.evidence.need import Need, bars, needs
from checks.evidence.quotations import quotations
from checks.evidence.reach import reached
from checks.evidence.topic import STRICT, topic
from checks.finding import Evidence, Finding, Severity
from checks.rule import related

SHARE = 0.06
"""Share of the sentences that such claims must be: hardly anything in a long memoir or guide needs a source."""

FEWEST = 3
"""Claims without any source from which they are grouped under one finding."""

VAGUE_AT_LEAST, VAGUE_BY_NEED = 0.5, 0.4
"""How likely a vague attribution is to be one that an editor would mark, and how far its sentence's need adds to that;
from reading some on articles of digital.gov: about half where nothing much is stated, nearly all where it is."""

SUMMED_UP = 0.75
"""How often an editor would say that such an article lacks sources: three in four of those read on digital.gov."""

STRONG = 0.75
"""Score from which a claim that lacks a source is a warning; below, a suggestion."""


def statements(article: Article, bar: float | None, profile: str = "") -> Iterator[Finding]:
    """Yield a finding for each statement that needs a source and has none in reach.

    A sentence gets one finding: a vague attribution, being the more useful, goes
    before a missing citation.
    """
    least = bars(article) if bar is None else (bar,) * len(article.sentences)
    found = [*_unsupported(article, least), *_quotations(article)]
    lacking = [claim for claim in claims(article) if claim.need >= least[claim.sentence]]
    many = len(lacking) >= max(FEWEST, SHARE * len(article.sentences))
    sourced = any(one.supports for considered in reached(article) for one in considered)
    if many and not sourced:
        subject = profile if profile in STRICT else topic(article)
        found = [
            replace(one, group=NO_SOURCES.name) if one.rule in {MISSING.name, VAGUE.name} else one for one in found
        ]
        yield _summary(article, lacking, sum(bool(one.group) for one in found), subject)
    yield from found


def _summary(article: Article, lacking: Sequence[Claim], count: int, subject: str) -> Finding:
    worst = sorted(lacking, key=lambda one: -one.need)
    about = f" An article about {subject} is held to a stricter standard." if subject in STRICT else ""
    message = (
        f"{count} claims in this article need a source, and none has one: "
        f"no link, note, reference or named person was found.{about}"
    )
    places = [related(article, claim.span, claim.why) for claim in worst]
    severity = Severity.ERROR if subject in STRICT else None
    return NO_SOURCES.finding(article, None, message, confidence=SUMMED_UP, related=places, severity=severity)


def _unsupported(article: Article, least: Sequence[float]) -> Iterator[Finding]:
    by_sentence = {claim.sentence: claim for claim in claims(article)}
    considered = reached(article)
    needed = needs(article)
    for sentence, credited in zip(article.sentences, attributions(article), strict=True):
        claim = by_sentence.get(sentence.index)
        vague = next((one for one in credited if one.kind == "vague"), None)
        evidence = considered[sentence.index]
        if any(one.supports for one in evidence):
            continue
        if vague and not exempt(article, sentence):
            yield _vague(article, vague, evidence, needed[sentence.index])
        elif claim and claim.need >= least[claim.sentence]:
            yield _missing(article, claim, needed[sentence.index])


def _vague(article: Article, vague: Attribution, evidence: Sequence[Evidence], need: Need) -> Finding:
    shown = article.slice(vague.span)
    message = f"“{shown}” names nobody whom a reader could look up, and {_looked_for(evidence)}: say who it is."
    confidence = VAGUE_AT_LEAST + VAGUE_BY_NEED * need.share
    severity = None if need.share >= LISTED else Severity.SUGGESTION
    return VAGUE.finding(
        article, vague.span, message, confidence=round(confidence, 3), severity=severity, evidence=evidence
    )


def _missing(article: Article, claim: Claim, need: Need) -> Finding:
    message = f"This sentence {need.why}, and {_looked_for(claim.evidence)}: {need.settles}."
    severity = None if claim.need >= STRONG else Severity.SUGGESTION
    return MISSING.finding(
        article, claim.span, message, confidence=claim.need, severity=severity, evidence=claim.evidence
    )


def _looked_for(evidence: Sequence[Evidence]) -> str:
    """Say what was looked for and not found, or found and not enough."""
    if not evidence:
        return "no link, note, reference or named source stands in it or near it"
    nearest = evidence[0]
    where = (
        "in it"
        if not nearest.distance
        else f"{abs(nearest.distance)} sentence{'s' if abs(nearest.distance) > 1 else ''} away"
    )
    if nearest.kind == "named-source":
        return (
            f"it names “{nearest.text}” without saying where that can be read"
            if not nearest.distance
            else (f"the nearest source, “{nearest.text}”, stands {where}")
        )
    if nearest.kind.endswith("link"):
        points = KIND_NAMES.get(nearest.kind.removesuffix(" link"), "another site")
        return f"the nearest link, {where}, leads to {points}"
    return f"the nearest source, “{nearest.text[:40]}”, stands {where} and does not reach it"


def _quotations(article: Article) -> Iterator[Finding]:
    for quotation in quotations(article):
        if not (quotation.sourced or quotation.voiced):
            message = (
                "Somebody's words are quoted, but no speaker or source is named before, in or after them: "
                "say whose they are."
            )
            yield QUOTATION.finding(article, quotation.span, message, confidence=0.7)
