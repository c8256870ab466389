"""What the margin says: one note for findings that say the same, numbered in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.article import Article
from checks.finding import Evidence, Finding, Severity
from reports import summary
from reports.audit import Audit, AuditedArticle, Gate
from reports.escape import one_line, shorten
from reports.html.links import Elsewhere, Links
from reports.html.names import anchors
from reports.html.segments import Shown
from reports.html.wording import Change, changes
from reports.rules import title

_FEW = 60
_KINDS = {"doi": "DOI", "named-source": "named source"}
"""Kinds of evidence whose name is not already a word."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a note in the article's text."""

    anchor: str
    line: int
    column: int
    quote: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece of evidence as a reader meets it."""

    kind: str
    text: str
    where: str
    """`in the same sentence`, `2 sentences away`, or empty."""
    supports: bool
    target: str


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
    fix: str
    confidence: str
    new: bool
    suppressed: bool
    blocking: bool
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

    @property
    def findings(self) -> int:
        """Number of findings that are not suppressed."""
        return sum(self.checks.values())


def notes(audit: Audit, one: AuditedArticle, links: Links) -> Notes:
    """Return the notes of one article."""
    article = one.article
    named = dict(zip(map(id, one.findings), anchors(one.findings), strict=True))
    whole: list[Note] = []
    inline: list[Note] = []
    shown: list[Shown] = []
    groups = _alike(one.counted)
    severities = Counter(finding.severity for finding in one.counted)
    groups.sort(key=lambda same: same[0].span is None)
    for number, same in enumerate(groups, 1):
        note = _note(audit.run.gate, article, number, same, named, links)
        (whole if same[0].span is None else inline).append(note)
        if article:
            shown += [_shown(article, note, finding, named[id(finding)]) for finding in same if finding.span]
    hidden = [finding for finding in one.findings if finding.suppressed]
    suppressed = [
        _note(audit.run.gate, article, len(groups) + number, same, named, links)
        for number, same in enumerate(_alike(hidden), 1)
    ]
    return Notes(
        tuple(whole),
        tuple(inline),
        tuple(suppressed),
        tuple(shown),
        {note.number: note for note in (*whole, *inline)},
        Counter(finding.check for finding in one.counted),
        {severity: count for severity in Severity if (count := severities[severity])},
    )


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings with those together that one note can tell, in order of the first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for index, finding in enumerate(findings):
        same = (finding.rule, finding.message, finding.severity, finding.new, finding.replacements)
        told_apart = finding.span is None or finding.related or finding.evidence
        groups.setdefault((index,) if told_apart else same, []).append(finding)
    return list(groups.values())


def _note(
    gate: Gate, article: Article | None, number: int, same: Sequence[Finding], named: Mapping[int, str], links: Links
) -> Note:
    first = same[0]
    home = article.id if article else ""
    return Note(
        number=number,
        anchor=named[id(first)],
        severity=first.severity,
        check=first.check,
        rule=first.rule,
        title=title(first.rule),
        message=first.message,
        excerpt=_excerpt(article, first),
        why=first.why,
        fix=first.fix,
        confidence=confidence(first.confidence),
        new=first.new,
        suppressed=first.suppressed,
        blocking=summary.blocks(gate, first),
        places=tuple(_places(article, same, named)),
        changes=tuple(changes(_quoted(article, first), text) for text in first.replacements[:3]),
        evidence=tuple(map(seen, first.evidence)),
        related=tuple(links.elsewhere(home, place) for place in first.related),
    )


def _excerpt(article: Article | None, finding: Finding) -> str:
    """Return the few words that a finding is about, unless its message, its change or its place shows them already."""
    if article is None or finding.span is None or finding.replacements or len(finding.quote) > _FEW:
        return ""
    return summary.excerpt(finding, _FEW) if article.map.to_text(finding.span).length else ""


def _quoted(article: Article | None, finding: Finding) -> str:
    """Return what the reader sees under a finding, or the source where that is nothing."""
    if article is None or finding.span is None:
        return finding.quote
    return article.slice(article.map.to_text(finding.span)) or finding.quote


def _places(article: Article | None, same: Sequence[Finding], named: Mapping[int, str]) -> Iterator[Place]:
    for finding in same:
        if article and finding.span:
            at = article.position(finding.span.start)
            yield Place(named[id(finding)], at.line, at.column, shorten(one_line(_quoted(article, finding)), 80))


def _shown(article: Article, note: Note, finding: Finding, anchor: str) -> Shown:
    assert finding.span is not None  # noqa: S101 - the caller asks only for these
    span = article.map.to_text(finding.span)
    return Shown(note.number, anchor, note.anchor, note.severity, note.title, span, finding.span, finding.quote)


def seen(evidence: Evidence) -> Seen:
    """Return a piece of evidence as a reader meets it."""
    where = ""
    if evidence.distance == 0:
        where = "in the same sentence"
    elif evidence.distance is not None:
        where = f"{summary.number(abs(evidence.distance), 'sentence')} away"
    kind = _KINDS.get(evidence.kind, evidence.kind.replace("-", " "))
    return Seen(kind, evidence.text, where, evidence.supports, evidence.target)


def confidence(share: float) -> str:
    """Return how sure a finding is, in a word and in per cent."""
    word = "high" if share >= 0.85 else "medium" if share >= 0.6 else "low"  # noqa: PLR2004
    return f"{word}, {share:.0%}"
