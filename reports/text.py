"""The audit for a terminal: findings by article, what went wrong, and how it ended."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from checks.finding import Finding, Severity
from reports import summary
from reports.audit import Audit, AuditedArticle, Verdict
from reports.escape import one_line
from reports.excerpts import excerpt, member

_RESET = "\x1b[0m"
_COLOURS = {
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    Severity.ERROR: "\x1b[31m",
    Severity.WARNING: "\x1b[33m",
    Severity.SUGGESTION: "\x1b[36m",
    Verdict.PASSED: "\x1b[1;32m",
    Verdict.FAILED: "\x1b[1;31m",
    Verdict.INCOMPLETE: "\x1b[1;35m",
}
_SIGNS = {Verdict.PASSED: "✔", Verdict.FAILED: "✖", Verdict.INCOMPLETE: "!"}
_PLACE, _SEVERITY = 9, 12
_INDENT = _PLACE + _SEVERITY
_SHOWN_REPEATS = 6
_SHOWN_MEMBERS = 5
_STEP = "  "
_MEMBER_LINES = 2
_SLACK = 6
"""Code points that a line loses where its last word does not fit."""
_QUOTE = 60


def render(audit: Audit, *, colour: bool = False, width: int = 100, findings: bool = True, folded: bool = False) -> str:
    """Return the audit as lines for a terminal of `width` columns.

    Findings that say the same of the same words are told once, with the
    places where they recur; where they are `folded`, of those that another one
    sums up only the worst are told. Without `findings` only what went wrong
    and how it ended is told. Nothing of an article can move the cursor or
    change colours.
    """
    paint = _Paint(on=colour)
    width = max(width, 48)
    lines: list[str] = []
    most = _SHOWN_MEMBERS if folded else None
    if findings:
        for one in audit.articles:
            if summary.listed(audit, one):
                lines += [*_article(audit, one, paint, width, most=most), ""]
    for trouble in summary.troubles(audit):
        lines += [*_trouble(trouble, paint, width), ""]
    lines += _ending(audit, paint, width, findings=findings, most=most)
    return "\n".join(lines) + "\n"


class _Paint:
    """Colours text, or does not."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        return f"{_COLOURS[style]}{text}{_RESET}" if self._on and text else text


def _article(audit: Audit, one: AuditedArticle, paint: _Paint, width: int, *, most: int | None) -> Iterator[str]:
    name = one_line(one.path or one.id)
    if one.path and one.id != one.path:
        name = f"{name} ({one_line(one.id)})"
    score = f"  score {one.score}" if one.score is not None else ""
    yield paint("bold", name) + paint("dim", score)
    marks_new = summary.judges_new(audit)
    listed = summary.listed(audit, one)
    summed = summary.sums(listed)
    members = {id(finding): its for finding, its in summed}
    for same in summary.repeats([finding for finding, _ in summed]):
        yield from _finding(one, same, paint, width, marks_new=marks_new)
        yield from _members(one, members[id(same[0])], paint, width, most=most)


def _members(
    one: AuditedArticle, worst: Sequence[Finding], paint: _Paint, width: int, *, most: int | None
) -> Iterator[str]:
    """Yield the findings that another one sums up, two lines each at most, `most` of them (None: all)."""
    room = width - _INDENT - len(_STEP)
    rest = _folded(worst, most)
    for finding in worst[: len(worst) - len(rest)]:
        told = member(one.article, finding, _MEMBER_LINES * (room - _SLACK))
        first, *others = textwrap.wrap(told, room, break_on_hyphens=False)
        yield _head(one, finding, paint) + _STEP + paint("dim", first)
        for line in others:
            yield " " * _INDENT + _STEP + paint("dim", line)
    if rest:
        yield " " * _INDENT + _STEP + paint("dim", f"… and {summary.number_more(rest)}")


def _folded(worst: Sequence[Finding], most: int | None) -> Sequence[Finding]:
    """Return those of the findings that another one sums up which are left out: never one alone, which takes a line."""
    return worst[most:] if most and len(worst) > most + 1 else ()


def _head(one: AuditedArticle, finding: Finding, paint: _Paint) -> str:
    """Return what a finding's line begins with: its place and its severity."""
    place = f"{_place(one, finding):>{_PLACE - 2}}  "
    return place + paint(finding.severity, f"{finding.severity:<{_SEVERITY}}")


def _finding(
    one: AuditedArticle, same: Sequence[Finding], paint: _Paint, width: int, *, marks_new: bool
) -> Iterator[str]:
    first = same[0]
    old = " (not new)" if marks_new and not first.new else ""
    quote = excerpt(one.article, first, _QUOTE)
    message = one_line(first.message) + (f" “{quote}”" if quote else "") + old
    rule = one_line(first.rule)
    wrapped = textwrap.wrap(f"{message}  {rule}", width - _INDENT, break_on_hyphens=False) or [""]
    # The rule is told dimly; it may have been wrapped onto a line of its own, but is never cut.
    wrapped[-1] = wrapped[-1].removesuffix(rule) + paint("dim", rule) if wrapped[-1].endswith(rule) else wrapped[-1]
    yield _head(one, first, paint) + wrapped[0]
    for line in wrapped[1:]:
        yield " " * _INDENT + line
    for line in (*_suggestions(first), *_again(one, same[1:])):
        for part in textwrap.wrap(line, width - _INDENT):
            yield " " * _INDENT + paint("dim", part)


def _suggestions(finding: Finding) -> Iterator[str]:
    if finding.replacements:
        yield "→ " + " | ".join(one_line(text) or "(nothing)" for text in finding.replacements[:3])


def _again(one: AuditedArticle, rest: Sequence[Finding]) -> Iterator[str]:
    if rest:
        places = ", ".join(_place(one, finding) for finding in rest[:_SHOWN_REPEATS])
        more = f" and {len(rest) - _SHOWN_REPEATS} more" if len(rest) > _SHOWN_REPEATS else ""
        yield f"again at {places}{more}"


def _place(one: AuditedArticle, finding: Finding) -> str:
    if finding.span is None or one.article is None:
        return "-"
    at = one.article.position(finding.span.start)
    return f"{at.line}:{at.column}"


def _trouble(trouble: summary.Trouble, paint: _Paint, width: int) -> Iterator[str]:
    where = "" if trouble.what.casefold().startswith(trouble.where) else f"{one_line(trouble.where)}: "
    lines = textwrap.wrap(where + one_line(trouble.what), width - 2) or [""]
    yield paint(Verdict.INCOMPLETE, "! " + lines[0])
    for line in lines[1:]:
        yield paint(Verdict.INCOMPLETE, "  " + line)
    for line in textwrap.wrap(one_line(trouble.remedy), width - 2):
        yield "  " + line


def _ending(audit: Audit, paint: _Paint, width: int, *, findings: bool, most: int | None) -> Iterator[str]:
    verdict = audit.run.verdict
    yield paint(verdict, f"{_SIGNS[verdict]} {summary.verdict_sentence(audit)}")
    sums = summary.totals(audit)
    extent = f"{summary.number(sums.articles, 'article')}, {summary.number(sums.words, 'word')}."
    unlisted = summary.unlisted_sentence(audit) if findings else ""
    told = " ".join(filter(None, (summary.findings_sentence(audit), unlisted, extent)))
    folded = _folded_sentence(audit, most) if findings else ()
    for line in (told, *_reasons(audit), *map(one_line, summary.limits(audit)), *folded):
        for part in textwrap.wrap(line, width - 2, break_on_hyphens=False):
            yield "  " + part


def _reasons(audit: Audit) -> Iterator[str]:
    """Yield why the gate decided as it did, but for what has been told as trouble just above."""
    told = [one_line(trouble.what).rstrip(".").casefold() for trouble in summary.troubles(audit)]
    for reason in map(one_line, summary.reasons(audit)):
        if not any(what and what in reason.casefold() for what in told):
            yield reason


def _folded_sentence(audit: Audit, most: int | None) -> Iterator[str]:
    """Say how many findings are not listed because others sum them up, and what lists them."""
    summed = (its for one in audit.articles for _, its in summary.sums(summary.listed(audit, one)))
    if count := sum(len(_folded(its, most)) for its in summed):
        yield f"{summary.number(count, 'finding')} not listed (“… and N more”); --verbose lists all."
