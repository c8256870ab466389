"""The audit: all that a reporter needs to know, and all it may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from checks.article import Article
from checks.evidence import Claim
from checks.finding import Finding
from checks.readability import Readability


class Verdict(StrEnum):
    """Outcome of an article or an audit."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"
    """A check could not run, or an article could not be read."""


class Status(StrEnum):
    """What became of a check."""

    RAN = "ran"
    FAILED = "failed"
    """It could not run; the audit is incomplete."""
    SKIPPED = "skipped"
    """Not asked for, or made for another language than the article's; no harm to the verdict."""


@dataclass(frozen=True, slots=True)
class CheckStatus:
    """What became of one check, in the run or on one article."""

    status: Status
    reason: str = ""
    """Completes "did not run, because …"; of a check that ran, what it did not look at."""
    remedy: str = ""
    seconds: float = 0.0
    """Processor or waiting time spent in it, over all articles."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept an article, or part of the input, from being audited."""

    path: str
    message: str
    remedy: str = ""
    line: int | None = None
    """1-based, where it is known."""


@dataclass(frozen=True, slots=True)
class AuditedArticle:
    """One article and all that was found in it."""

    id: str
    path: str
    """As given or relative to the working directory; may be empty (standard input)."""
    sha256: str
    """Of the source as UTF-8."""
    article: Article | None
    """None when it could not be read; then `problems` says why."""
    verdict: Verdict
    score: int | None
    """0 to 100; None when it could not be read."""
    scores: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """By check, of those that ran."""
    findings: tuple[Finding, ...] = ()
    """In source order; those about the whole article first. Suppressed ones included."""
    claims: tuple[Claim, ...] = ()
    readability: Readability | None = None
    checks: Mapping[str, CheckStatus] = field(default_factory=lambda: MappingProxyType({}))
    """What became of each check on this article."""
    problems: tuple[Problem, ...] = ()
    grade_target: float | None = None
    """The grade that the settings allow at most; None when they set none."""

    @property
    def title(self) -> str:
        """The article's title, or its path or id."""
        return (self.article.title if self.article else "") or self.path or self.id

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.article.words) if self.article else 0

    @property
    def counted(self) -> tuple[Finding, ...]:
        """Findings that are not suppressed."""
        return tuple(one for one in self.findings if not one.suppressed)


@dataclass(frozen=True, slots=True)
class Gate:
    """The policy an audit was held against and why it did not pass."""

    fail_on: str
    """`error`, `warning`, `suggestion` or `never`."""
    min_confidence: float
    basis: str
    """What counts: `all findings`, `findings not in the baseline FILE`, `lines changed since REF`."""
    reasons: tuple[str, ...] = ()
    """One sentence for each way in which the audit failed or is incomplete."""
    allow_incomplete: bool = False
    """Whether an incomplete audit may pass as far as the exit code goes."""
    new_only: bool = True
    """Whether findings that are not new never fail."""
    advisory: tuple[str, ...] = ()
    """Checks that report but never decide."""


@dataclass(frozen=True, slots=True)
class Run:
    """The run as a whole."""

    started: str
    """ISO 8601 with offset."""
    seconds: float
    verdict: Verdict
    gate: Gate
    checks: Mapping[str, CheckStatus]
    settings: str
    """SHA-256 (first 16 digits) of the settings in force."""
    provenance: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Further facts for the record: LanguageTool's address, cache hits, commit."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A whole audit."""

    tool: Mapping[str, str]
    """Versions: `copydesk`, `python`, `textstat`, `languagetool`, …"""
    run: Run
    articles: tuple[AuditedArticle, ...]
    """Sorted by path, then id."""
    problems: tuple[Problem, ...] = ()
    """What could not be read at all and belongs to no article."""
