"""What the margin says: one note for findings that say the same, numbered in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from checks.article import Article
from checks.finding import Evidence, Finding, Severity
from checks.position import Span
from reports.audit import AuditedArticle
from reports.claims import CLAIMING
from reports.escape import one_line, shorten
from reports.excerpts import excerpt, in_sentence, shown
from reports.html.claims import Listed, listed
from reports.html.considered import Seen, is_worth, seen
from reports.html.links import Elsewhere, Links, Told
from reports.html.names import anchors
from reports.html.segments import Shown
from reports.html.wording import Change, changes
from reports.odds import odds
from reports.rules import title
from reports.summary import sentence

_FEW = 60
_SENTENCE = 160
"""Code points that are quoted of the sentence of a claim which a note sums up."""
SEVERAL = frozenset({"superlatives"})
"""Checks that find several words of a sentence as one; what is related to a finding of others is not found itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a note in the article's text."""

    anchor: str
    line: int
    column: int
    quote: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note in the margin."""

    number: int
    anchor: str
    severity: Severity
    check: str
    rule: str
    title: str
    message: str
    excerpt: str
    """The words that it is about, where the message does not quote them and they are few."""
    why: str
    advice: str
    """What to do about it, where the message does not say that."""
    confidence: float
    odds: str
    """How often such findings are right, in words."""
    brief: str
    """What is said of one that another sums up: why it was marked and what would settle it."""
    beyond: str
    """What its message says besides that."""
    further: tuple[str, ...]
    """Why it was marked besides what is said."""
    reasoned: bool
    """Whether what is said tells why it was marked."""
    summed_by: str
    """Anchor of the note that sums it up; empty when it stands for itself."""
    sums: bool
    """Whether it sums others up."""
    claim: str
    """Anchor of its sentence in the table of claims; empty when it is not there."""
    new: bool
    first: bool
    """Of its rule in the article: it says why the rule matters; the others only link to the rule."""
    places: tuple[Place, ...]
    """None for the whole article."""
    changes: tuple[Change, ...]
    evidence: tuple[Seen, ...]
    related: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of an article."""

    whole: tuple[Note, ...]
    """About the article as a whole."""
    inline: tuple[Note, ...]
    suppressed: tuple[Note, ...]
    shown: tuple[Shown, ...]
    """Where those of `inline` are marked in the text, in source order."""
    by_number: Mapping[int, Note]
    checks: Mapping[str, int]
    severities: Mapping[Severity, int]

    def is_about(self, shown: Shown) -> bool:
        """Whether what is marked in the text is about a claim or its wording."""
        return self.by_number[shown.number].check in CLAIMING

    @property
    def in_text(self) -> int:
        """Number of findings that are marked in the text: one note may tell several."""
        return sum(len(note.places) for note in self.inline)

    @property
    def findings(self) -> int:
        """Number of findings that are not suppressed."""
        return sum(self.checks.values())


def notes(one: AuditedArticle, links: Links) -> Notes:
    """Return the notes of one article."""
    named = dict(zip(map(id, one.findings), anchors(one.findings), strict=True))
    groups = _alike(one.counted)
    groups.sort(key=lambda same: same[0].span is None)
    hidden = _alike(finding for finding in one.findings if finding.suppressed)
    groups_of = {finding.group for finding in one.counted if finding.group}
    heads = {finding.sums: named[id(finding)] for finding in one.counted if finding.sums in groups_of}
    told_of = {
        (finding.group, finding.span): Told(number, named[id(same[0])], finding.severity)
        for number, same in enumerate(groups, 1)
        for finding in same
        if finding.group and finding.span
    }
    places = _Anchors(heads, tuple(listed(one)), told_of)
    made: list[Note] = []
    rules: set[str] = set()
    for number, same in enumerate((*groups, *hidden), 1):
        made.append(_note(one.article, number, same, named, links, places, first=same[0].rule not in rules))
        rules.add(same[0].rule)
    told, suppressed = made[: len(groups)], made[len(groups) :]
    severities = Counter(finding.severity for finding in one.counted)
    return Notes(
        whole=tuple(note for note, same in zip(told, groups, strict=True) if same[0].span is None),
        inline=tuple(note for note, same in zip(told, groups, strict=True) if same[0].span is not None),
        suppressed=tuple(suppressed),
        shown=tuple(_shown(one.article, zip(told, groups, strict=True), named)),
        by_number={note.number: note for note in told},
        checks=Counter(finding.check for finding in one.counted),
        severities={severity: count for severity in Severity if (count := severities[severity])},
    )


class _Anchors(NamedTuple):
    """What notes lead to besides their own place."""

    sums: Mapping[str, str]
    """Anchors of notes that sum others up, by the names of these groups."""
    claims: tuple[Listed, ...]
    told: Mapping[tuple[str, Span], Told]
    """The notes that are summed up, by their group and place."""

    def claim(self, finding: Finding) -> str:
        """Return the anchor of the claim that a finding stands in."""
        span = finding.span
        if span is None or finding.check not in CLAIMING:
            return ""
        return next((one.anchor for one in self.claims if one.standing.source.overlaps(span)), "")


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings with those together that one note can tell, in order of the first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for index, finding in enumerate(findings):
        same = (finding.rule, finding.message, finding.severity, finding.new, finding.replacements)
        told_apart = finding.span is None or finding.related or finding.evidence
        groups.setdefault((index,) if told_apart else same, []).append(finding)
    return list(groups.values())


def _note(
    article: Article | None,
    number: int,
    same: Sequence[Finding],
    named: Mapping[int, str],
    links: Links,
    places: _Anchors,
    *,
    first: bool,
) -> Note:
    one = same[0]
    further = tuple(_further(one, summed=one.group in places.sums))
    return Note(
        number=number,
        anchor=named[id(one)],
        severity=one.severity,
        check=one.check,
        rule=one.rule,
        title=title(one.rule),
        message=one.message,
        excerpt=_excerpt(article, one),
        why=one.why,
        advice=one.advice,
        confidence=one.confidence,
        odds=odds(one.confidence),
        brief=_brief(one),
        beyond=_beyond(one),
        further=further,
        reasoned=len(further) < len(one.reasons),
        summed_by=places.sums.get(one.group, ""),
        sums=one.sums in places.sums,
        claim=places.claim(one),
        new=one.new,
        first=first,
        places=tuple(_places(article, same, named)),
        changes=tuple(changes(shown(article, one), text) for text in one.replacements[:3]),
        evidence=tuple(map(seen, _evidence(one))),
        related=tuple(_related(article, one, links, places)),
    )


def _evidence(finding: Finding) -> Sequence[Evidence]:
    """Return the evidence that is listed: none where the message tells of the only piece, which cannot be opened."""
    worth = [piece for piece in finding.evidence if piece.supports or is_worth(piece)]
    told = len(worth) == 1 and not (worth[0].supports or worth[0].target) and f"“{worth[0].text}”" in finding.message
    return () if told else worth


def _brief(finding: Finding) -> str:
    """Return why a finding was marked, above all, and what would settle it; its message where no model weighed that."""
    if not finding.reasons:
        return finding.message
    return sentence(f"{finding.reasons[0]}: {finding.remedy}" if finding.remedy else finding.reasons[0])


def _beyond(finding: Finding) -> str:
    """Return what the message of a finding says besides that, as a sentence: what was looked for and not found."""
    why, _, rest = finding.message.partition(", and ")
    told = rest and finding.remedy and finding.reasons and _is_said(finding.reasons[0], why)
    return sentence(rest.removesuffix(f": {finding.remedy}.")) if told else finding.message if finding.reasons else ""


def _further(finding: Finding, *, summed: bool) -> Iterator[str]:
    """Yield why a finding was marked besides what its note says: its message or, where it is summed up, one reason."""
    told = f"{_brief(finding)} {_beyond(finding)}" if summed else finding.message
    return (reason for reason in finding.reasons if not _is_said(reason, told))


def _is_said(reason: str, told: str) -> bool:
    """Whether a reason is told: in its words, or at least with the words of the article that show it."""
    _, shown, words = reason.partition(" (“")
    return reason.casefold() in told.casefold() or bool(shown and f"(“{words}" in told)


def _related(article: Article | None, finding: Finding, links: Links, places: _Anchors) -> Iterator[Elsewhere]:
    """Yield the places that belong to a finding; those that it sums up with their sentences and notes."""
    for place in finding.related:
        other = links.elsewhere(article.id if article else "", place)
        if finding.sums in places.sums:
            note = places.told.get((finding.sums, place.span)) if place.span else None
            other = replace(other, quote=in_sentence(article, place, _SENTENCE, why=place.note), told=note)
        yield other


def _excerpt(article: Article | None, finding: Finding) -> str:
    """Return the few words that a finding is about, unless its message, its change or its place shows them already."""
    if article is None or finding.span is None or finding.replacements or len(finding.quote) > _FEW:
        return ""
    return excerpt(article, finding, _FEW) if article.map.to_text(finding.span).length else ""


def _places(article: Article | None, same: Sequence[Finding], named: Mapping[int, str]) -> Iterator[Place]:
    for finding in same:
        if article and finding.span:
            at = article.position(finding.span.start)
            yield Place(named[id(finding)], at.line, at.column, shorten(one_line(shown(article, finding)), 80))


def _shown(
    article: Article | None, told: Iterable[tuple[Note, Sequence[Finding]]], named: Mapping[int, str]
) -> Iterator[Shown]:
    for note, same in told if article else ():
        for finding in same:
            if article and finding.span:
                span = article.map.to_text(finding.span)
                anchor = named[id(finding)]
                yield Shown(note.number, anchor, note.anchor, note.severity, span, finding.span, finding.quote)
                yield from _parts(article, note, finding, anchor)


def _parts(article: Article, note: Note, finding: Finding, anchor: str) -> Iterator[Shown]:
    """Yield the other places of what is found in several words of a sentence, which are marked as the first is."""
    places = finding.related if finding.check in SEVERAL else ()
    for number, place in enumerate(places, 2):
        if place.span and place.article == article.id:
            span = article.map.to_text(place.span)
            yield Shown(note.number, f"{anchor}-{number}", note.anchor, note.severity, span, place.span, place.quote)
