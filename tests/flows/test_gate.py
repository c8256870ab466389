"""The gate: what fails, what is incomplete, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.position import Span
from flows.exit import Exit
from flows.gate import ALL, Judgement, judge
from flows.settings import Settings, load
from reports.audit import AuditedArticle, CheckStatus, Problem, Status, Verdict

WORDS = "tide " * 400
RAN = CheckStatus(Status.RAN)
DOWN = CheckStatus(Status.FAILED, "LanguageTool did not start", "Install Java.")


def finding(rule: str, severity: str = "error", *, new: bool = True, suppressed: bool = False) -> Finding:
    made = Finding(rule, Severity(severity), 0.9, "Message.", "Why.", "Fix.", Span(0, 4), "tide")
    return replace(made, new=new, suppressed=suppressed)


def article(*findings: Finding, path: str = "a.md", checks: dict[str, CheckStatus] | None = None) -> AuditedArticle:
    """Return an audited article of 400 words."""
    ran = {"citations": RAN, "grammar": RAN, "residue": RAN} | (checks or {})
    return AuditedArticle(path, path, "0" * 64, parse(WORDS), Verdict.INCOMPLETE, 100, findings=findings, checks=ran)


def unread(path: str, line: int | None = None) -> AuditedArticle:
    problem = Problem(path, "the front matter is not YAML", "Mend it.", line)
    return AuditedArticle(path, path, "0" * 64, None, Verdict.PASSED, None, problems=(problem,))


def policy(*, advisory: Sequence[str] = (), **gate: object) -> Settings:
    said = {key.replace("_", "-"): value for key, value in gate.items()}
    return load(None, None, {"gate": said, "advisory": list(advisory)})


def judged(*articles: AuditedArticle, **gate: object) -> Judgement:
    return judge(articles, policy(advisory=(), **gate))


def test_an_audit_without_findings_passes() -> None:
    made = judged(article(), article(path="b.md"))
    assert (made.verdict, made.exit, made.gate.reasons) == (Verdict.PASSED, Exit.PASSED, ())
    assert [one.verdict for one in made.articles] == [Verdict.PASSED, Verdict.PASSED]


def test_nothing_to_audit_passes() -> None:
    assert judged().verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("suggestion", {"error", "warning", "suggestion"}),
        ("never", set()),
    ],
)
@pytest.mark.parametrize("severity", ["error", "warning", "suggestion"])
def test_the_mildest_severity_that_fails(fail_on: str, failing: set[str], severity: str) -> None:
    made = judged(article(finding("citations/x", severity)), fail_on=fail_on)
    assert made.verdict is (Verdict.FAILED if severity in failing else Verdict.PASSED)
    assert made.exit == (Exit.FAILED if severity in failing else Exit.PASSED)
    assert made.gate.fail_on == fail_on


def test_only_the_article_at_fault_fails() -> None:
    made = judged(article(finding("citations/x")), article(path="b.md"))
    assert [one.verdict for one in made.articles] == [Verdict.FAILED, Verdict.PASSED]
    assert made.gate.reasons == ("a.md has 1 error.",)


def test_failures_are_counted_over_articles() -> None:
    two = article(finding("citations/x"), finding("grammar/y", "warning"))
    made = judged(two, article(finding("citations/x"), path="b.md"), fail_on="warning")
    assert made.gate.reasons == ("2 of 2 articles have 2 errors and 1 warning.",)


def test_records_of_one_file_are_articles_of_their_own() -> None:
    one, two = (replace(article(finding("citations/x"), path="corpus.jsonl"), id=name) for name in ("r1", "r2"))
    assert judged(one).gate.reasons == ("corpus.jsonl (r1) has 1 error.",)
    assert judged(one, two).gate.reasons == ("2 of 2 articles have 2 errors.",)


def test_suppressed_findings_do_not_count() -> None:
    assert judged(article(finding("citations/x", suppressed=True))).verdict is Verdict.PASSED


def test_old_findings_do_not_count_unless_asked_for() -> None:
    old = article(finding("citations/x", new=False))
    assert judged(old).verdict is Verdict.PASSED
    assert judged(old, new_only=False).verdict is Verdict.FAILED


def test_reasons_say_new_where_only_new_findings_count() -> None:
    made = judge([article(finding("citations/x"))], policy(), basis="lines changed since main")
    assert made.gate.reasons == ("a.md has 1 new error.",)
    assert made.gate.basis == "lines changed since main"
    assert judged().gate.basis == ALL


def test_advisory_checks_never_decide() -> None:
    faulty = article(finding("grammar/x"), checks={"grammar": DOWN})
    assert judged(faulty).verdict is Verdict.FAILED
    made = judge(
        [faulty],
        policy(advisory=["grammar"], fail_on="suggestion", budgets={"grammar": 0}, least_score=100),
        checks={"grammar": DOWN},
    )
    assert (made.verdict, made.gate.reasons) == (Verdict.PASSED, ())


# -- budgets: 400 words, so that 5 per 1,000 words are 2 findings


@pytest.mark.parametrize(("budget", "allowed"), [(0, 0), (0.1, 1), (2.5, 1), (2.6, 2), (5, 2), (7.5, 3)])
def test_a_budget_allows_so_many_findings_rounded_up(budget: float, allowed: int) -> None:
    within = article(*[finding("grammar/x", "suggestion")] * allowed)
    over = article(*[finding("grammar/x", "suggestion")] * (allowed + 1))
    assert judged(within, budgets={"grammar": budget}).verdict is Verdict.PASSED
    assert judged(over, budgets={"grammar": budget}).verdict is Verdict.FAILED


def test_a_budget_counts_only_its_own_check() -> None:
    assert judged(article(finding("citations/x", "warning")), budgets={"grammar": 0}).verdict is Verdict.PASSED


def test_the_worst_over_budget_is_named() -> None:
    some, more = [finding("grammar/x", "warning")] * 3, [finding("grammar/x", "warning")] * 4
    made = judged(article(*some), article(*more, path="b.md"), budgets={"grammar": 5})
    assert made.gate.reasons == (
        "2 articles went over the grammar budget of 5 findings per 1,000 words; the worst is b.md with 4 in 400 words.",
    )


# -- scores


def test_a_score_under_the_least_fails() -> None:
    # One error in 400 words: units are 400 / 75, so the score is round(100 * 5.33 / (5.33 + 0.9)) = 86.
    low = article(finding("citations/x", "error"))
    assert judged(low, fail_on="never", least_score=87).verdict is Verdict.PASSED
    assert judged(low, fail_on="warning", least_score=86).gate.reasons == ("a.md has 1 error.",)
    warned = article(*[finding("citations/x", "warning")] * 2)
    assert judged(warned, least_score=86).verdict is Verdict.PASSED
    made = judged(warned, least_score=87)
    assert made.gate.reasons == ("1 article scored less than 87; the lowest is a.md with 86.",)


def test_an_old_low_score_is_not_held_against_an_article_without_new_findings() -> None:
    old = [finding("citations/x", "warning", new=False)] * 9
    assert judged(article(*old), least_score=90).verdict is Verdict.PASSED
    assert judged(article(*old, finding("residue/y", "suggestion")), least_score=90).verdict is Verdict.FAILED
    assert judged(article(*old), least_score=90, new_only=False).verdict is Verdict.FAILED


# -- incomplete


def test_a_check_that_could_not_run_makes_the_audit_incomplete() -> None:
    made = judged(article(checks={"grammar": DOWN}), article(path="b.md", checks={"grammar": DOWN}))
    assert (made.verdict, made.exit) == (Verdict.INCOMPLETE, Exit.INCOMPLETE)
    assert [one.verdict for one in made.articles] == [Verdict.INCOMPLETE, Verdict.INCOMPLETE]
    assert made.gate.reasons == ("grammar could not run, because LanguageTool did not start. Install Java.",)


def test_a_check_that_could_not_run_on_some_articles_says_on_how_many() -> None:
    made = judged(article(checks={"grammar": DOWN}), article(path="b.md"))
    assert [one.verdict for one in made.articles] == [Verdict.INCOMPLETE, Verdict.PASSED]
    assert made.gate.reasons[0].startswith("grammar could not run on 1 of 2 articles, because ")


def test_a_check_that_failed_before_any_article_counts() -> None:
    assert judge([], policy(), checks={"grammar": DOWN}).verdict is Verdict.INCOMPLETE


def test_a_skipped_check_does_no_harm() -> None:
    skipped = CheckStatus(Status.SKIPPED, "it does not know the language 'de'")
    assert judged(article(checks={"grammar": skipped})).verdict is Verdict.PASSED


def test_an_article_that_could_not_be_read_makes_the_audit_incomplete() -> None:
    made = judged(article(), unread("b.md", 3), unread("c.md"))
    assert [one.verdict for one in made.articles] == [Verdict.PASSED, Verdict.INCOMPLETE, Verdict.INCOMPLETE]
    assert made.gate.reasons == ("2 sources could not be read; the first is b.md:3: the front matter is not YAML.",)


def test_an_article_that_was_read_with_a_problem_is_incomplete() -> None:
    partly = replace(article(), problems=(Problem("a.md", "the second half could not be read"),))
    assert judged(partly).articles[0].verdict is Verdict.INCOMPLETE
    assert judged(replace(unread("b.md"), problems=())).articles[0].verdict is Verdict.INCOMPLETE


def test_a_source_counts_once_however_much_is_wrong_with_it() -> None:
    bad = unread("b.md")
    reasons = judged(replace(bad, problems=bad.problems * 3)).gate.reasons
    assert reasons == ("1 source could not be read; it is b.md: the front matter is not YAML.",)


def test_a_problem_that_belongs_to_no_article_makes_the_audit_incomplete() -> None:
    made = judge([article()], policy(), problems=[Problem("content", "there is no article in this folder")])
    assert made.verdict is Verdict.INCOMPLETE
    assert made.articles[0].verdict is Verdict.PASSED
    assert made.gate.reasons == ("1 source could not be read; it is content: there is no article in this folder.",)


def test_a_failure_comes_before_what_is_incomplete_and_both_are_said() -> None:
    made = judged(article(finding("citations/x"), checks={"grammar": DOWN}), unread("b.md"))
    assert (made.verdict, made.exit) == (Verdict.FAILED, Exit.FAILED)
    assert [one.verdict for one in made.articles] == [Verdict.FAILED, Verdict.INCOMPLETE]
    assert len(made.gate.reasons) == 3


def test_an_incomplete_audit_may_end_well_but_never_passes() -> None:
    made = judged(unread("b.md"), allow_incomplete=True)
    assert (made.verdict, made.exit) == (Verdict.INCOMPLETE, Exit.PASSED)
    assert judged(unread("b.md"), article(finding("citations/x")), allow_incomplete=True).exit == Exit.FAILED


def test_never_failing_is_still_incomplete() -> None:
    assert judged(article(finding("citations/x")), unread("b.md"), fail_on="never").exit == Exit.INCOMPLETE
