"""The sentences that all formats share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.finding import Related, Severity
from reports import summary
from reports.audit import AuditedArticle, CheckStatus, Gate, Problem, Status, Verdict
from tests.reports.builders import find, run
from tests.reports.samples import empty_audit, failed_audit, hostile, incomplete_audit, passed_audit
from tests.reports.texts import tea


def test_verdict_sentences() -> None:
    failed = failed_audit()
    two = replace(failed, articles=(*failed.articles, hostile()))
    one = replace(failed, articles=failed.articles[1:2])
    none = replace(failed, articles=failed.articles[:1])
    passed = replace(failed, articles=failed.articles[:1] * 3, run=run(Verdict.PASSED))
    incomplete = replace(none, run=run(Verdict.INCOMPLETE))
    assert [summary.verdict_sentence(audit) for audit in (failed, two, one, none, passed, incomplete)] == [
        "1 of 3 articles fails.",
        "2 of 4 articles fail.",
        "The article fails.",
        "The audit fails.",
        "All 3 articles pass.",
        "The audit is incomplete.",
    ]
    gaps = replace(incomplete_audit(), run=run(Verdict.FAILED))
    assert summary.verdict_sentence(gaps) == "2 of 5 articles fail, and not everything was audited."
    assert summary.verdict_sentence(passed_audit()) == "The article passes."
    assert summary.verdict_sentence(empty_audit()) == "There was no article to audit."
    assert summary.verdict_sentence(incomplete_audit()) == "The audit is incomplete; 2 of 5 articles fail."


def test_where_nothing_is_to_fail_passing_is_said_for_what_it_is() -> None:
    failed = failed_audit()
    lenient = replace(run(Verdict.PASSED), gate=replace(failed.run.gate, fail_on="never", reasons=()))
    passed = replace(failed, run=lenient)
    assert summary.verdict_sentence(passed) == "All 3 articles pass, as no finding is to fail them."
    clean = replace(passed, articles=tuple(replace(one, findings=()) for one in failed.articles))
    assert summary.verdict_sentence(clean) == "All 3 articles pass."


def test_findings_are_counted_by_severity_and_suppressed_ones_apart() -> None:
    told = summary.findings_sentence(failed_audit())
    assert told == "22 findings, 20 of them new: 9 errors, 11 warnings, 2 suggestions; 1 more suppressed."
    assert summary.findings_sentence(passed_audit()) == "No findings."


@pytest.mark.parametrize(
    ("new", "told", "unlisted"),
    [
        (0, "4 findings, none of them new: ", "The 4 that are not new are not listed."),
        (3, "4 findings, 3 of them new: ", "The one that is not new is not listed."),
        (4, "4 findings, all of them new: ", ""),
    ],
)
def test_it_is_told_how_many_findings_are_new(new: int, told: str, unlisted: str) -> None:
    failed = failed_audit()
    one = failed.articles[0]
    assert len(one.counted) == 4
    marked = replace(one, findings=tuple(replace(found, new=at < new) for at, found in enumerate(one.findings)))
    audit = replace(failed, articles=(marked,))
    assert summary.findings_sentence(audit).startswith(told)
    assert summary.unlisted_sentence(audit) == unlisted


@pytest.mark.parametrize(
    ("fail_on", "severity", "confidence", "new", "suppressed", "blocks"),
    [
        ("error", Severity.ERROR, 0.8, True, False, True),
        ("error", Severity.WARNING, 0.8, True, False, False),
        ("suggestion", Severity.WARNING, 0.8, True, False, True),
        ("never", Severity.ERROR, 0.8, True, False, False),
        ("error", Severity.ERROR, 0.4, True, False, False),
        ("error", Severity.ERROR, 0.8, False, False, False),
        ("error", Severity.ERROR, 0.8, True, True, False),
    ],
)
def test_what_blocks(
    *, fail_on: str, severity: Severity, confidence: float, new: bool, suppressed: bool, blocks: bool
) -> None:
    finding = find(
        tea(), "a/b", "Tea", "A message.", severity=severity, confidence=confidence, new=new, suppressed=suppressed
    )
    assert summary.blocks(Gate(fail_on, 0.5, "all findings"), finding) is blocks


def test_advisory_checks_and_old_findings_block_only_where_the_gate_says_so() -> None:
    old = find(tea(), "grammar/b", "Tea", "A message.", severity=Severity.ERROR, new=False)
    gate = Gate("error", 0.5, "findings not in the baseline x")
    assert not summary.blocks(gate, old)
    assert summary.blocks(replace(gate, new_only=False), old)
    assert not summary.blocks(replace(gate, new_only=False, advisory=("grammar",)), old)


def test_a_check_that_failed_for_all_is_told_once() -> None:
    told = summary.troubles(incomplete_audit())
    assert [one.where for one in told] == ["grammar", "feed/news.jsonl:7", "notes/old.txt:2"]


def test_a_check_that_failed_on_one_article_is_told_with_it() -> None:
    one = replace(tea_audited(), checks={"grammar": CheckStatus(Status.FAILED, "it took too long", "Try again.")})
    audit = replace(failed_audit(), articles=(one,))
    [told] = summary.troubles(audit)
    assert (told.where, told.what, told.remedy) == (
        "guides/brewing.md",
        "Grammar could not run, because it took too long.",
        "Try again.",
    )


def tea_audited() -> AuditedArticle:
    return failed_audit().articles[1]


def test_a_problem_without_a_line_or_path_is_told_plainly() -> None:
    audit = replace(failed_audit(), articles=(), problems=(Problem("", "Nothing there."),))
    [told] = summary.troubles(audit)
    assert (told.where, told.what) == ("", "Nothing there.")


def test_what_is_summed_up_keeps_the_order_of_its_sum() -> None:
    article = tea()
    sure = find(article, "citations/missing-citation", "Experts say", "None.", group="citations/sum", confidence=0.9)
    quote = "Nine in ten drinkers pour the water too hot."
    grave = find(article, "citations/missing-citation", quote, "None.", group="citations/sum", confidence=0.5)
    head = find(article, "citations/sum", "", "2 claims.", confidence=0.9, sums="citations/sum")
    told = tuple(Related(article.id, one.span, 1, one.quote, "") for one in (grave, sure))
    assert summary.sums([head, sure, grave]) == [(head, (sure, grave))]
    ordered = replace(head, related=told)
    assert summary.sums([ordered, sure, grave]) == [(ordered, (grave, sure))]
