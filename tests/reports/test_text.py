"""The terminal's report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.audit import Audit
from reports.text import render
from tests.reports.samples import SAMPLES, failed_audit, incomplete_audit

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_colour_changes_nothing_else(sample: Callable[[], Audit]) -> None:
    assert ESCAPES.sub("", render(sample(), colour=True)) == render(sample(), colour=False)


def test_colour_tells_severities_apart() -> None:
    coloured = render(failed_audit(), colour=True)
    assert "\x1b[31merror" in coloured
    assert "\x1b[33mwarning" in coloured
    assert "\x1b[36msuggestion" in coloured


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_keep_to_the_width(width: int) -> None:
    lines = render(failed_audit(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert max(map(len, lines)) > width - 20


def test_nothing_of_an_article_can_move_the_cursor() -> None:
    rendered = render(incomplete_audit())
    assert {char for char in rendered if unicodedata.category(char) in {"Cc", "Cf", "Cs"}} == {"\n"}
    assert "⟨U+001B⟩[31m" in rendered


def test_what_recurs_is_told_once() -> None:
    rendered = render(failed_audit())
    assert rendered.count("“recieve” is not a word") == 1
    assert "again at 40:49" in rendered


def test_what_another_finding_sums_up_is_told_in_a_line_each_worst_first() -> None:
    audit = failed_audit()
    first = audit.articles[0]
    head, *rest = first.findings
    members = [replace(one, group=head.rule, confidence=at / 100) for at, one in enumerate(rest, 1)]
    told = replace(audit, articles=(replace(first, findings=(replace(head, group="", sums=head.rule), *members)),))
    lines = render(told).splitlines()
    assert sum(one.message[:20] in line for one in members for line in lines) == 0
    shown = [line for line in lines if re.match(r" +\d+:\d+  “", line)]
    assert len(shown) == min(5, len(members))
    worst = max(members, key=lambda one: one.confidence)
    assert " ".join(worst.quote.split())[:12] in shown[0]


def test_words_that_the_message_does_not_quote_are_shown() -> None:
    assert "A template variable is left in the text. “{{cta_button}}”" in render(failed_audit())


def test_what_went_wrong_is_told_with_its_remedy_and_before_the_verdict() -> None:
    rendered = render(incomplete_audit())
    assert "Grammar could not run, because there is no Java on this machine." in rendered
    assert "Install Java 17 or newer" in rendered
    assert "notes/old.txt:2: The file is not UTF-8" in rendered
    assert rendered.index("no Java") < rendered.index("The audit is incomplete; 2 of 5 articles fail.")


def test_without_findings_only_the_end_is_told() -> None:
    rendered = render(failed_audit(), findings=False)
    assert rendered.startswith("✖ 1 of 3 articles fails.\n")


def test_what_is_not_new_is_counted_but_not_listed() -> None:
    audit = failed_audit()
    rendered = render(audit)
    assert "The quotation names a group" not in rendered
    assert "2 findings that are not new are not listed." in " ".join(rendered.split())
    assert "not listed" not in render(audit, findings=False)


def test_where_all_findings_count_the_old_ones_are_marked() -> None:
    audit = failed_audit()
    everything = replace(audit, run=replace(audit.run, gate=replace(audit.run.gate, new_only=False)))
    rendered = " ".join(render(everything).split())
    assert "“Tea is a cup of life” (not new)" in rendered
    assert "not listed" not in rendered


def test_what_went_wrong_is_not_told_again_as_a_reason() -> None:
    audit = incomplete_audit()
    reason = "grammar could not run, because there is no Java on this machine. Install Java 17 or newer."
    again = replace(
        audit, run=replace(audit.run, gate=replace(audit.run.gate, reasons=(reason, "1 article has 1 error.")))
    )
    rendered = " ".join(render(again).split())
    assert rendered.count("there is no Java on this machine") == 1
    assert rendered.endswith("1 article has 1 error.")
