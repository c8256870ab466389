"""Rules and checks: declarations that are documentation, examples and tests at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from checks.article import Article, Format
from checks.finding import Evidence, Finding, Related, Severity, settled_by
from checks.position import Span
from checks.web import Answer, Web


class Options(BaseModel):
    """Settings of one check; subclasses declare fields with description and bounds."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )


O = TypeVar("O", bound=Options)  # noqa: E741  # a type variable, as T is
_MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A sample article for a rule's page and its test.

    In a flagged sample `[[…]]` encloses each source range that the rule must
    find, exactly; without any, the rule must give one finding about the whole
    article.
    """

    marked: str
    format: Format = Format.MARKDOWN
    others: tuple[str, ...] = ()
    """Further articles of the same run (ids `other-1`, …), for rules across articles."""
    note: str = ""
    """Why it is or is not flagged, where that is not plain."""
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    """What the web says of addresses without their fragments, for rules that ask it."""

    @property
    def source(self) -> str:
        """The sample without its marks."""
        return _MARKED.sub(r"\1", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked source ranges."""
        return tuple(
            Span(match.start() - 4 * index, match.end() - 4 * (index + 1))
            for index, match in enumerate(_MARKED.finditer(self.marked))
        )


Sum = Callable[[Article, Finding, Sequence[Finding]], Finding]
"""Says a finding on an article or a section anew for those of its group that are left, given in source order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a check can find."""

    name: str
    """`check/rule`."""
    summary: str
    """One sentence: what it flags."""
    why: str
    """One or two sentences: why it matters to a reader."""
    fix: str
    """One or two sentences: what an editor does about it."""
    source: str
    """Where the rule or its threshold comes from."""
    severity: Severity
    varies: str = ""
    """When a finding has another severity, in whole sentences."""
    flagged: tuple[Example, ...] = ()
    passed: tuple[Example, ...] = ()
    online: bool = False
    """Whether it looks only where links are asked over the network. What that says changes from day to day, so a
    suppression of such a rule is never called unused."""
    sum_up: Sum | None = None
    """How its finding sums up those that are marked as its group; None: it sums nothing up."""
    gaps: tuple[Example, ...] = ()
    """Known misses, marked as they should be flagged, and known false alarms, unmarked; strict expected failures."""

    def finding(  # noqa: PLR0913  # a finding has that much to tell
        self,
        article: Article,
        span: Span | None,
        message: str,
        *,
        confidence: float,
        source_span: Span | None = None,
        severity: Severity | None = None,
        fix: str = "",
        remedy: str = "",
        replacements: Sequence[str] = (),
        related: Sequence[Related] = (),
        evidence: Sequence[Evidence] = (),
        reasons: Sequence[str] = (),
        group: str = "",
        sums: str = "",
    ) -> Finding:
        """Return a finding of this rule at a *text* span, or at a source span, or about the whole article.

        Args:
            article: where it was found.
            span: the place in the reader's text; None for the whole article or with `source_span`.
            message: one plain sentence that names what was found, and, where it helps, what was looked for.
            confidence: share of such findings that are right, 0 to 1.
            source_span: the place in the source, for what a reader does not see.
            severity: another one than the rule's default.
            fix: another one than the rule's.
            remedy: what would settle this finding in particular, as something to do that continues the message behind
                a colon: "say whose forecast it is". It stands for the fix.
            replacements: texts that could stand in place of the quote, best first.
            related: other places that belong to it.
            evidence: what was considered.
            reasons: what weighed most, in an editor's words, the weightiest first.
            group: name of the group in which it is summed up.
            sums: name of the group that it sums up.
        """
        place = source_span if span is None else article.map.to_source(span)
        found = Finding(
            rule=self.name,
            severity=severity or self.severity,
            confidence=round(confidence, 3),
            message=message,
            why=self.why,
            fix=fix or self.fix,
            span=place,
            quote=article.quote(place) if place else "",
            replacements=tuple(replacements),
            related=tuple(related),
            evidence=tuple(evidence),
            reasons=tuple(reasons),
            group=group,
            sums=sums,
        )
        return settled_by(found, remedy) if remedy else found


def related(article: Article, span: Span | None, note: str = "") -> Related:
    """Return the place at a *text* span of `article` (None: all of it) as a related place."""
    if span is None:
        return Related(article.id, None, None, "", note)
    place = article.map.to_source(span)
    return Related(article.id, place, article.position(place.start).line, article.quote(place), note)


class CheckUnavailable(Exception):
    """A check could not run, or could not finish, for one article or for all.

    `reason` completes "could not run, because …"; `remedy` tells what to do.
    """

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(f"{reason}. {remedy}" if remedy else reason)
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Match:
    """What a proofreader flags; `span` counts code points of the text it was given."""

    rule: str
    """The proofreader's id, e.g. `MORFOLOGIK_RULE_EN_US`."""
    category: str
    """E.g. `TYPOS`, `GRAMMAR`, `STYLE`."""
    issue: str
    """The proofreader's kind of issue, e.g. `misspelling`, `grammar`, `typographical`."""
    message: str
    span: Span
    replacements: tuple[str, ...]
    url: str = ""


class PartlyChecked(CheckUnavailable):
    """Some passages of a text could not be proofread; `matches` are those of the others."""

    def __init__(self, reason: str, remedy: str, matches: Sequence[Match]) -> None:
        super().__init__(reason, remedy)
        self.matches = tuple(matches)


class Proofreader(Protocol):
    """Something that proofreads plain text, such as a LanguageTool server."""

    def check(self, text: str, language: str) -> Sequence[Match]:
        """Return matches in order.

        Raises:
            CheckUnavailable: when it cannot answer; `PartlyChecked` when it
                answers for some passages only.
        """


@dataclass(frozen=True, slots=True)
class Context(Generic[O]):
    """What a check is given besides the article."""

    options: O
    proofreader: Proofreader | None = None
    vocabulary: frozenset[str] = frozenset()
    """Words that the user accepts, case kept."""
    profile: str = ""
    web: Web | None = None
    """None unless the article's settings want links to be asked."""


def _no_rule(_name: str) -> Rule | None:
    return None


def _nothing(_language: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Check(Generic[O]):
    """One check: its rules and how to run it.

    A module in `checks` with a constant `CHECK` of this type is found by the
    registry; nothing else needs to know of it.
    """

    name: str
    summary: str
    """One sentence: what it looks for."""
    rules: tuple[Rule, ...]
    options: type[O]
    run: Callable[[Article, Context[O]], Iterable[Finding]] | None = None
    """Look at one article."""
    begin: Callable[[Article, Context[O]], None] | None = None
    """Have tools begin with what `finish` will ask them. Called for each article, also for one that `run` need not
    look at because what it finds is known."""
    finish: Callable[[Article, Context[O]], Iterable[Finding]] | None = None
    """Look at one article again, once all were looked at, for what takes time to find out and is not lasting."""
    compare: Callable[[Sequence[Article], Context[O]], Iterable[tuple[str, Finding]]] | None = None
    """Look at all articles of the run; yields article ids with findings."""
    overrule: (
        Callable[[Sequence[tuple[Article, Sequence[Finding]]], Context[O]], Iterable[tuple[str, Finding]]] | None
    ) = None
    """Look at what the check found in all articles of the run; yields article ids with findings that do not hold."""
    needs_proofreader: bool = False
    languages: frozenset[str] = field(default_factory=lambda: frozenset({"en"}))
    """Primary language subtags that it understands; empty: any."""
    leaves_out: Callable[[str], str] = _nothing
    """Say what it does not look at in a language that it does understand; empty: nothing."""
    describe: Callable[[str], Rule | None] = _no_rule
    """Return the rule of a name that is not declared, such as a proofreader's own."""
    warm: Callable[[], None] | None = None
    """Do the slow part of getting ready (heavy imports), so that it can happen while something else starts."""
