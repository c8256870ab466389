"""What the reports tell about a rule: from its declaration, or, where there is none, from a finding of it."""

from __future__ import annotations

from dataclasses import dataclass

from checks.finding import Finding, Severity
from checks.rule import Example


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as a reader of a report meets it."""

    name: str
    title: str
    """Its name in words: `Vague attribution`."""
    summary: str
    why: str
    fix: str
    source: str
    severity: Severity
    flagged: tuple[Example, ...] = ()
    passed: tuple[Example, ...] = ()
    page: str = ""
    """The rule's page as Markdown; empty when it is not declared."""


def title(rule: str) -> str:
    """Return a rule's name in words; for a proofreader's own identifier, which tells nobody anything, its check's."""
    check, _, name = rule.partition("/")
    if not name or name != name.lower():
        return check.capitalize()
    return name.replace("-", " ").capitalize()


def rule_text(sample: Finding) -> RuleText:
    """Return what there is to tell of the rule of `sample`."""
    from checks.page import page
    from checks.registry import rule

    declared = rule(sample.rule)
    if declared is None:
        return RuleText(sample.rule, title(sample.rule), sample.message, sample.why, sample.fix, "", sample.severity)
    return RuleText(
        declared.name,
        title(declared.name),
        declared.summary,
        declared.why,
        declared.fix,
        declared.source,
        declared.severity,
        declared.flagged,
        declared.passed,
        page(declared),
    )
