"""What `copydesk rules` tells: the list of rules, one rule's page, both as JSON too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

from checks.page import page
from checks.registry import all_checks, all_rules, rule
from checks.rule import Check, Example, Rule
from flows.errors import UsageError
from flows.nearest import nearest

LEAST_WIDTH = 40
"""Least columns that a summary gets, however narrow the terminal."""


def table(form: str = "text", width: int | None = None) -> str:
    """Return all rules with severity and summary, as JSON or as text `width` columns wide (None: the terminal's)."""
    if form == "json":
        return _json(all_rules().values())
    columns = width or get_terminal_size((100, 24)).columns
    return "\n".join(line for check in all_checks().values() for line in _section(check, columns)) + "\n"


def _section(check: Check[Any], width: int) -> Iterator[str]:
    """Yield the lines of one check: what it looks for, then its rules in three columns."""
    yield from wrap(f"{check.name}: {check.summary}", width)
    names = max(map(len, all_rules()), default=0)
    for one in check.rules:
        head = f"  {one.name:<{names}}  {one.severity.value:<10}  "
        first, *rest = wrap(one.summary, max(LEAST_WIDTH, width - len(head)))
        yield head + first
        yield from (" " * len(head) + line for line in rest)
    yield ""


def explain(name: str, form: str = "text") -> str:
    """Return the page of a rule, or of all rules of a check, as Markdown or as JSON.

    The check may be left out where the rest says it all: `puffery`.

    Raises:
        UsageError: when there is no such rule.
    """
    chosen = _named(name)
    return _json(chosen) if form == "json" else "\n".join(page(one) for one in chosen)


def _json(rules: Iterable[Rule]) -> str:
    return json.dumps([_record(one) for one in rules], indent=2, ensure_ascii=False) + "\n"


def _record(one: Rule) -> dict[str, Any]:
    return {
        "rule": one.name,
        "check": one.name.partition("/")[0],
        "severity": one.severity.value,
        "summary": one.summary,
        "why": one.why,
        "fix": one.fix,
        "source": one.source,
        "flagged": [_sample(example) for example in one.flagged],
        "passed": [_sample(example) for example in one.passed],
    }


def _sample(example: Example) -> dict[str, str]:
    return {"text": example.marked, "format": example.format.value, "note": example.note}


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
