"""Claims that one finding tells together are accepted one by one: of an old gap only what is new in it blocks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from checks.citations import CHECK, CitationsOptions
from checks.finding import Finding
from checks.grouping import grouped
from checks.parsing import parse
from checks.rule import Context
from flows.baseline import compare, entries, updated
from flows.conclude import settled
from flows.settings import load
from reports.audit import AuditedArticle, CheckStatus, Status, Verdict

HERE = Path()
BUILT = "The mill was built in 1871 by the town council for 300 pounds.[^1]"
MAYOR = "The mayor, who had fled to Norway in 1872, came back with 40 men in 1875."
RENTS = "Rents in the valley fell by 12 percent between 1873 and 1880."
SCHOOL = "The school had 90 pupils in 1890."
REST = (
    "\n\nBread rose to nine pence in 1881.[^2] The bakers struck for 14 weeks.[^3]\n\n"
    "[^1]: Council minutes, 4 May 1871.\n[^2]: Gazette, 1881.\n[^3]: Gazette, 1882.\n"
)
TEA = (
    "# Green tea and health\n\nGreen tea lowers the risk of stroke by 22 percent in adults over 50. It reduces blood "
    "pressure in patients with diabetes. Two cups a day cut cholesterol by 5 percent."
)
MORE = (
    "\n\nIn Japan, 80 percent of all adults drink it daily.",
    "\n\nIn 2016 the harvest in Kyoto fell by 38 percent because of a late frost.",
    "\n\nIt prevents dementia in 12 percent of patients over 60.",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def audited(text: str) -> AuditedArticle:
    """Return an article with what the citations check finds in it."""
    article = parse(text, id="a.md", name="a.md")
    assert CHECK.run is not None
    found = settled(article, list(CHECK.run(article, Context(CitationsOptions()))), ["citations"], load())
    ran = {"citations": CheckStatus(Status.RAN)}
    return AuditedArticle("a.md", "a.md", "0" * 64, article, Verdict.PASSED, 100, findings=found, checks=ran)


def after(before: str, now: str) -> Sequence[Finding]:
    """Return the findings on an article of which an earlier state was accepted."""
    [compared] = compare(entries([audited(before)], HERE), [audited(now)], HERE).articles
    assert compared.article is not None
    return list(grouped(compared.article, compared.findings))


def test_a_run_is_not_new_as_long_as_nothing_joins_it() -> None:
    [run] = after(f"{BUILT} {MAYOR} {RENTS}{REST}", f"{BUILT} {MAYOR} {RENTS}{REST}")
    assert len(run.related) == 2
    assert not run.new
    [alone] = after(f"{BUILT} {MAYOR} {RENTS}{REST}", f"{BUILT} {RENTS}{REST}")
    assert not alone.new, "what is left of it was accepted"


@pytest.mark.parametrize("now", [f"{MAYOR} {RENTS} {SCHOOL}", f"{SCHOOL} {MAYOR} {RENTS}", f"{MAYOR} {SCHOOL} {RENTS}"])
def test_a_claim_that_joins_a_run_is_new_and_named(now: str) -> None:
    [run] = after(f"{BUILT} {MAYOR} {RENTS}{REST}", f"{BUILT} {now}{REST}")
    assert run.new
    assert run.message.endswith(" New among them: “The school had 90 pupils in 1890”.")


def test_a_run_that_is_new_as_a_whole_names_none_of_its_sentences() -> None:
    [run] = after(f"{BUILT}{REST}", f"{BUILT} {MAYOR} {RENTS}{REST}")
    assert run.new
    assert "New among them" not in run.message


def test_a_baseline_of_runs_covers_what_it_accepted() -> None:
    article = audited(f"{BUILT} {MAYOR} {RENTS}{REST}")
    accepted = entries([article], HERE)
    assert [one.quote for one in accepted] == sorted([MAYOR, RENTS])
    assert compare(accepted, [article], HERE).unused == ()
    assert updated(accepted, [article], HERE) == accepted


@pytest.mark.parametrize("added", [1, 2, 3])
def test_new_claims_of_an_unsourced_article_are_new_and_the_old_ones_are_not(added: int) -> None:
    findings = after(TEA, TEA + "".join(MORE[:added]))
    [head] = [one for one in findings if one.sums]
    new = [one.quote for one in findings if one.new and not one.sums]
    assert new == [one.strip() for one in MORE[:added]]
    assert head.new is (added == 3), "enough of them are told as one problem, which is then new"
    assert f"({added} of them new)" in head.message
