"""The page of a rule, as Markdown: what it flags, why, how to fix it, with its examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from checks.article import Format
from checks.rule import Check, Example, Rule

_LANGUAGES = {Format.MARKDOWN: "markdown", Format.HTML: "html", Format.PLAIN: "text"}
INTRODUCTION = (
    "What copydesk can find. In the examples `[[…]]` encloses what is flagged; the brackets are not part of the text. "
    "Every example is a test."
)
_BACKTICKS = re.compile(r"`+")


def page(rule: Rule, level: int = 1) -> str:
    """Return the page of `rule`, its title being a heading of `level`."""
    return "\n\n".join(_page(rule, level)) + "\n"


def handbook(checks: Iterable[Check[Any]]) -> str:
    """Return one document with the pages of all rules of `checks`."""
    parts = ["# Rules", INTRODUCTION]
    for check in checks:
        parts += [f"## {check.name}", check.summary]
        parts += [page(rule, 3).rstrip("\n") for rule in check.rules]
    return "\n\n".join(parts) + "\n"


def _page(rule: Rule, level: int) -> Iterator[str]:
    title, part = "#" * level, "#" * (level + 1)
    yield f"{title} `{rule.name}`"
    yield rule.summary
    looks = " Looks only with `--check-links`." if rule.online else ""
    yield f"Severity: {rule.severity}.{f' {rule.varies}' if rule.varies else ''}{looks}"
    yield f"{part} Why it matters"
    yield rule.why
    yield f"{part} How to fix it"
    yield rule.fix
    if rule.flagged:
        yield f"{part} Flagged"
    for example in rule.flagged:
        yield from _example(example, "" if example.spans else "The article as a whole is flagged:")
    if rule.passed:
        yield f"{part} Not flagged"
    for example in rule.passed:
        yield from _example(example, "")
    if rule.gaps:
        yield f"{part} Known gaps"
    for example in rule.gaps:
        yield from _example(example, "Missed today:" if example.spans else "Flagged today, and wrongly so:")
    yield f"{part} Source"
    yield rule.source


def _example(example: Example, lead: str) -> Iterator[str]:
    if example.note:
        yield example.note
    if lead:
        yield lead
    yield _fenced(example.marked, example.format)
    for address, answer in example.answers.items():
        yield f"The web says of `{address}`: {answer}."
    for number, other in enumerate(example.others, 1):
        yield f"Beside it in the same audit, article `other-{number}`:"
        yield _fenced(other, example.format)


def _fenced(text: str, form: Format) -> str:
    """Return `text` in a code block whose fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{_LANGUAGES[form]}\n{text.rstrip()}\n{fence}"
