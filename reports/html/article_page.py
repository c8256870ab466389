"""The page of one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.readability import SectionReadability
from reports import summary
from reports.audit import Audit, AuditedArticle, Status, Verdict
from reports.html.chart import chart
from reports.html.claims import claims
from reports.html.environment import page
from reports.html.layout import lay_out
from reports.html.links import Links, Page
from reports.html.markup import direction, language, safe_link
from reports.html.notes import Note, Notes, notes
from reports.html.passages import passages
from reports.rules import RuleText, rule_text


@dataclass(frozen=True, slots=True)
class CheckBox:
    """One check on the article: what became of it and how much it found."""

    name: str
    ran: bool
    failed: bool
    told: str
    """Why it did not run."""
    count: int
    score: int | None
    light: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule in the appendix and the notes that it gave."""

    rule: RuleText
    anchor: str
    notes: tuple[Note, ...]
    findings: int


def render(audit: Audit, index: int, all_pages: tuple[Page, ...], links: Links) -> str:
    """Return the page of the article at `index`."""
    here = all_pages[index]
    one = here.one
    found = notes(one, links)
    rules = tuple(_rules(one, found))
    measured = one.readability
    parts = lay_out(one.article, found) if one.article else ()
    return page(
        "article.html",
        audit,
        title=one.title,
        home="../index.html",
        one=one,
        url=safe_link(one.article.url) if one.article else "",
        language=language(one.article.language) if one.article else "",
        direction=direction(one.title),
        sentence=sentence(audit, one, found),
        light=light(one.score),
        notes=found,
        checks=tuple(_checks(audit, one, found)),
        troubles=tuple(summary.article_troubles(one)),
        parts=parts,
        claims=claims(one, found),
        passages=passages(one, links),
        sections=tuple(_sections(one)),
        chart=chart(measured.sections, one.grade_target) if measured else None,
        indices=_indices(one),
        rules=rules,
        rule_anchors={entry.rule.name: entry.anchor for entry in rules},
        marks_new=summary.judges_new(audit),
        before=all_pages[index - 1] if index else None,
        after=all_pages[index + 1] if index + 1 < len(all_pages) else None,
        position=f"{index + 1:,} of {len(all_pages):,}",
    )


def light(score: int | None) -> str:
    """Return the light of a score: `good` from 80, `fair` from 60, otherwise `poor`; `none` without one."""
    if score is None:
        return "none"
    return "good" if score >= GOOD else "fair" if score >= FAIR else "poor"


GOOD, FAIR = 80, 60
"""Where Acrolinx, too, draws the lines between green, amber and red."""


def sentence(audit: Audit, one: AuditedArticle, found: Notes) -> str:
    """Say how the article did, in one sentence."""
    blocking = sum(summary.blocks(audit.run.gate, finding) for finding in one.counted)
    counted = f"{summary.number(blocking, 'finding')} {'counts' if blocking == 1 else 'count'} against it"
    if one.article is None:
        return "This article could not be read."
    if one.verdict is Verdict.INCOMPLETE:
        return (
            f"This article was not audited wholly; {counted}." if blocking else "This article was not audited wholly."
        )
    if one.verdict is Verdict.FAILED:
        return f"This article fails: {counted}." if blocking else "This article fails."
    if not found.findings:
        return "This article passes, and nothing was found."
    several = found.findings > 1
    never = f", {'none of which' if several else 'which'} is {'' if several else 'not '}to fail it"
    counted = summary.number(found.findings, "finding")
    return f"This article passes, with {counted}{never if audit.run.gate.fail_on == 'never' else ''}."


def _checks(audit: Audit, one: AuditedArticle, found: Notes) -> Iterator[CheckBox]:
    for name in sorted({*audit.run.checks, *one.checks, *found.checks}):
        status = one.checks.get(name) or audit.run.checks.get(name)
        ran = name in one.checks and one.checks[name].status is Status.RAN
        failed = status is not None and status.status is Status.FAILED
        score = one.scores.get(name)
        yield CheckBox(
            name, ran, failed, status.reason if status else "", found.checks.get(name, 0), score, light(score)
        )


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section in the table of readability."""

    number: int
    section: SectionReadability
    over: bool


def _sections(one: AuditedArticle) -> Iterator[SectionRow]:
    for number, section in enumerate(one.readability.sections if one.readability else (), 1):
        over = section.grade is not None and one.grade_target is not None and section.grade > one.grade_target
        yield SectionRow(number, section, over)


_INDEX_NAMES: Mapping[str, str] = {
    "automated_readability_index": "Automated readability index",
    "coleman_liau_index": "Coleman-Liau",
    "dale_chall": "Dale-Chall",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "flesch_reading_ease": "Flesch reading ease",
    "gunning_fog": "Gunning fog",
    "lix": "LIX",
    "linsear_write": "Linsear Write",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "rix": "RIX",
    "smog_index": "SMOG",
}


def _indices(one: AuditedArticle) -> tuple[tuple[str, float | None], ...]:
    indices = one.readability.indices if one.readability else {}
    return tuple(
        (_INDEX_NAMES.get(name, name.replace("_", " ").capitalize()), value) for name, value in indices.items()
    )


def _rules(one: AuditedArticle, found: Notes) -> Iterator[RuleEntry]:
    samples = {finding.rule: finding for finding in one.findings}
    notes_of: dict[str, list[Note]] = {}
    for note in (*found.whole, *found.inline, *found.suppressed):
        notes_of.setdefault(note.rule, []).append(note)
    for number, (name, some) in enumerate(sorted(notes_of.items()), 1):
        findings = sum(finding.rule == name for finding in one.counted)
        yield RuleEntry(rule_text(samples[name]), f"rule-{number}", tuple(some), findings)
