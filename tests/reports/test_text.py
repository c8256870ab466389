"""The terminal's report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from checks.finding import Severity
from reports.audit import Audit
from reports.text import render
from tests.reports.builders import audited, find
from tests.reports.samples import SAMPLES, failed_audit, incomplete_audit
from tests.reports.texts import tea

MEMBER = re.compile(r" +\d+:\d+  [a-z]+ +“")
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
    shown = [line for line in lines if MEMBER.match(line)]
    assert len(shown) == len(members)
    worst = max(members, key=lambda one: one.confidence)
    assert " ".join(worst.quote.split())[:12] in shown[0]


def summed(count: int, errors: int) -> Audit:
    """Return an audit of an article with one sum of so many findings, some of them errors."""
    article = tea()
    head = find(article, "citations/no-sources", "", f"{count} claims.", severity=Severity.ERROR, sums="sum")
    members = [
        find(
            article,
            "citations/missing-citation",
            "Experts say",
            f"Claim {at}.",
            severity=Severity.ERROR if at < errors else Severity.WARNING,
            reasons=("names nobody",),
            group="sum",
        )
        for at in range(count)
    ]
    return replace(failed_audit(), articles=(audited(article, [head, *members]),))


@pytest.mark.parametrize(
    ("count", "errors", "left_out"),
    [
        (5, 2, ""),
        (6, 2, ""),
        (7, 2, "… and 2 more warnings"),
        (12, 9, "… and 7 more: 4 errors and 3 warnings"),
    ],
)
def test_of_what_is_summed_up_the_terminal_lists_a_few_and_says_what_else_there_is(
    count: int, errors: int, left_out: str
) -> None:
    lines = render(summed(count, errors), folded=True).splitlines()
    listed = [line for line in lines if MEMBER.match(line)]
    assert len(listed) == (5 if left_out else count)
    assert sum(line.strip() == left_out for line in lines if line.strip()) == bool(left_out)
    hint = f"{count - 5} findings not listed (“… and N more”); --verbose lists all."
    assert (hint in lines[-1]) is bool(left_out)
    everything = render(summed(count, errors)).splitlines()
    assert sum(bool(MEMBER.match(line)) for line in everything) == count
    assert "--verbose" not in everything[-1]


@pytest.mark.parametrize("width", [48, 60, 80, 120])
def test_what_is_summed_up_keeps_to_the_width(width: int) -> None:
    lines = render(summed(9, 4), width=width, folded=True).splitlines()
    assert max(map(len, lines)) <= width
    assert sum(bool(MEMBER.match(line)) for line in lines) == 5


def test_a_reason_cannot_move_the_cursor() -> None:
    audit = summed(3, 0)
    [one] = audit.articles
    evil = tuple(replace(found, reasons=("names\x1b[31m \nnobody",)) for found in one.findings)
    rendered = render(replace(audit, articles=(replace(one, findings=evil),)))
    assert "\x1b" not in rendered
    assert "names⟨U+001B⟩[31m nobody" in rendered


def test_each_severity_that_is_counted_is_told() -> None:
    rendered = render(summed(9, 4))
    assert "10 findings, all of them new: 5 errors, 5 warnings" in rendered
    assert [len(re.findall(rf"^ +\S+  {one} ", rendered, re.MULTILINE)) for one in ("error", "warning")] == [5, 5]


def test_a_line_of_what_is_summed_up_shows_the_sentence_of_its_words() -> None:
    lines = render(summed(3, 0)).splitlines()
    at = next(at for at, line in enumerate(lines) if MEMBER.match(line))
    told = " ".join(" ".join(lines[at : at + 2]).split())
    assert "“Experts say that the the kettle should never be boiled twice, because boiling drives out the" in told
    assert told.endswith("…” names nobody")


def test_how_the_audit_ended_is_not_told_twice() -> None:
    reason = "1 article has 5 errors."
    audit = summed(9, 4)
    gate = replace(audit.run.gate, basis="all findings", reasons=(reason, "1 article scored less than 60."))
    ending = render(replace(audit, run=replace(audit.run, gate=gate))).partition("✖")[2]
    assert reason not in ending
    assert "Errors fail an article (--fail-on error)." in ending
    assert "scored less than 60" in ending


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
    assert "The 2 that are not new are not listed." in " ".join(rendered.split())
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
    assert rendered.endswith("1 article has 1 error. Readability did not run: it was not asked for.")
