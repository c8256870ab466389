"""Findings: what a check says about one place in an article."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from checks.article import Article
from checks.position import Span


class Severity(StrEnum):
    """How much a finding matters; `error` blocks a merge by default."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, in this or another article."""

    article: str
    """The other article's id."""
    span: Span | None
    """In that article's source; None for the whole article."""
    line: int | None
    quote: str
    note: str = ""
    """What the place has to do with the finding, in a few words."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that was considered as support for a claim."""

    kind: str
    """E.g. `link`, `footnote`, `reference`, `doi`, `named-source`, `name`, `figure`, `quotation`."""
    text: str
    """What stands there, in the reader's words."""
    span: Span | None = None
    """In the source."""
    distance: int | None = None
    """Sentences from claim to evidence: 0 is the same sentence, -2 two before it, 3 three after it; None is unknown."""
    supports: bool = False
    target: str = ""
    """Link address or reference label."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule applies. Spans are in the source."""

    rule: str
    severity: Severity
    confidence: float
    """Share of such findings that are right, 0 to 1."""
    message: str
    why: str
    fix: str
    span: Span | None
    """None when it concerns the whole article."""
    quote: str
    """`article.source[span.start:span.end]`, or empty."""
    replacements: tuple[str, ...] = ()
    """Texts that could stand in place of the quote, best first."""
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it was marked, where a model weighed that: what weighed most, in an editor's words, the weightiest first."""
    fingerprint: str = ""
    """The same for the same finding when the text around it moves."""
    new: bool = True
    """Not in the baseline, and on changed lines when only these count."""
    group: str = ""
    """Name of the group that another finding sums up, so that it is told as one; empty for none."""
    sums: str = ""
    """Name of the group that this one sums up: its rule, with a part of the article behind # where it sums up that
    part alone; empty for none."""
    suppressed: bool = False
    """An inline comment or front matter switches it off."""

    @property
    def check(self) -> str:
        """Name of the check that found it."""
        return self.rule.partition("/")[0]

    @property
    def remedy(self) -> str:
        """What would settle it, where its message ends with that: "say whose forecast it is"; otherwise empty."""
        told = f"{self.fix[:1].lower()}{self.fix[1:]}".removesuffix(".")
        return told if told and f": {told}." in self.message else ""

    @property
    def advice(self) -> str:
        """What to do about it, where its message does not say that already."""
        return "" if self.remedy else self.fix


def settled_by(finding: Finding, remedy: str) -> Finding:
    """Return a finding whose message goes on with what would settle it, which is then what to do about it, too."""
    return replace(finding, message=f"{finding.message}: {remedy}.", fix=f"{remedy[:1].upper()}{remedy[1:]}.")


def gravity(finding: Finding) -> tuple[int, float]:
    """Return what findings are ordered by so that the gravest come first, of equally grave ones the surest."""
    return finding.severity.rank, -finding.confidence


def gravest(severities: Iterable[Severity]) -> Severity:
    """Return the worst of some severities.

    Raises:
        ValueError: when there is none.
    """
    return min(severities, key=lambda one: one.rank)


SURE = 0.8
"""Confidence of four in five, from which a stricter standard makes an error of a warning."""


LIKELY = 0.5
"""Confidence from which it makes a warning of a suggestion: right more often than not."""


def stricter(finding: Finding) -> Finding:
    """Return a finding a step more severe, if it is sure enough for that."""
    if finding.severity is Severity.WARNING and finding.confidence >= SURE:
        return replace(finding, severity=Severity.ERROR)
    if finding.severity is Severity.SUGGESTION and finding.confidence >= LIKELY:
        return replace(finding, severity=Severity.WARNING)
    return finding


CONTEXT = 40
"""Code points of text on either side, within the block, that a fingerprint takes in."""

_SPACE = re.compile(r"\s+")


def _normal(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()


def fingerprinted(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield `findings`, each with a fingerprint unique in the article.

    A fingerprint is the SHA-256 (first 16 hex digits) of rule, quotation, the
    text around it and, where all of these recur, the occurrence. Neither path,
    line numbers nor other blocks enter, so moving, renaming and editing
    elsewhere keep it. Findings about the whole article hash the rule and the
    other articles that they relate to, or the section that they sum up.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        if finding.span is None:
            others = {place.article for place in finding.related} - {article.id}
            section = finding.sums.removeprefix(finding.rule)
            parts = [finding.rule, *sorted(others), *filter(None, [_normal(section)])]
        else:
            before, after = _around(article, article.map.to_text(finding.span))
            parts = [finding.rule, *map(_normal, (finding.quote, before, after))]
        key = "\0".join(parts)
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"))
        yield replace(finding, fingerprint=digest.hexdigest()[:16])


def _around(article: Article, shown: Span) -> tuple[str, str]:
    """Return the text on either side, cut at the edges of the blocks in which `shown` begins and ends."""
    if not article.blocks:
        return "", ""
    first = article.blocks[max(0, article.block_at(shown.start))].span
    last = article.blocks[max(0, article.block_at(max(shown.start, shown.end - 1)))].span
    before = article.text[max(first.start, shown.start - CONTEXT) : shown.start]
    after = article.text[shown.end : min(last.end, shown.end + CONTEXT)]
    return before, after
