"""What `copydesk rules` tells: the list of rules, one rule's page, both as JSON too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from textwrap import wrap
from typing import Any

from checks.page import page
from checks.registry import all_checks, all_rules, rule
from checks.rule import Rule
from flows.errors import UsageError
from flows.nearest import nearest
from flows.settings import Settings, level

LEAST_WIDTH = 40
"""Least columns that a summary gets, however narrow the terminal."""


def table(settings: Settings | None = None, width: int = 100) -> str:
    """Return all rules as a table of name, severity (as `settings` have it) and summary, at most `width` columns wide."""
    lines: list[str] = []
    names = max(map(len, all_rules()), default=0)
    for check in all_checks().values():
        lines += [check.name, *(f"  {line}" for line in wrap(check.summary, width - 2))]
        for one in check.rules:
            head = f"  {one.name:<{names}}  {_severity(one, settings):<10}  "
            body = wrap(one.summary, max(LEAST_WIDTH, width - len(head)))
            lines += [head + body[0], *(" " * len(head) + line for line in body[1:])]
        lines.append("")
    return "\n".join(lines)


def explain(name: str) -> str:
    """Return the page of a rule, or of all rules of a check, as Markdown.

    The check may be left out where the rest says it all: `puffery`.

    Raises:
        UsageError: when there is no such rule.
    """
    return "\n".join(page(one) for one in _named(name))


def as_json(name: str = "", settings: Settings | None = None) -> str:
    """Return all rules, or those that `name` names, as JSON.

    Raises:
        UsageError: when there is no such rule.
    """
    chosen: Iterable[Rule] = _named(name) if name else all_rules().values()
    return json.dumps([_record(one, settings) for one in chosen], indent=2, ensure_ascii=False) + "\n"


def _record(one: Rule, settings: Settings | None) -> dict[str, Any]:
    return {
        "rule": one.name,
        "check": one.name.partition("/")[0],
        "severity": _severity(one, settings),
        "summary": one.summary,
        "why": one.why,
        "fix": one.fix,
        "source": one.source,
        "flagged": [{"text": example.marked, "format": example.format, "note": example.note} for example in one.flagged],
        "passed": [{"text": example.marked, "format": example.format, "note": example.note} for example in one.passed],
    }


def _severity(one: Rule, settings: Settings | None) -> str:
    return (level(settings.rules, one.name) if settings else None) or one.severity.value


def _named(name: str) -> tuple[Rule, ...]:
    if name in all_checks():
        return all_checks()[name].rules
    found = rule(name)
    if found:
        return (found,)
    short = [one for one in all_rules().values() if one.name.partition("/")[2] == name]
    if short:
        return tuple(short)
    raise _unknown(name)


def _unknown(name: str) -> UsageError:
    full = [*all_checks(), *all_rules()]
    by_end = {one.partition("/")[2] or one: one for one in full}
    meant = nearest(name, full) or by_end.get(nearest(name.partition("/")[2] or name, by_end) or "")
    hint = f'Did you mean "{meant}"?' if meant else "List them all with: copydesk rules"
    return UsageError(f'There is no rule "{name}".', hint)
