"""What becomes of an article, whatever its checks do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from checks.article import Article
from checks.finding import Finding, Severity
from checks.rule import Check, CheckUnavailable, Context, Options, Rule
from flows.pipeline import Examined, batches, compare, examine
from flows.settings import Settings
from flows.sources.raw import Raw, fingerprint
from flows.toolbox import Toolbox
from reports.audit import Status

RULE = Rule("sample/word", "Flags a word.", "It is a sample.", "Do nothing.", "This test.", Severity.WARNING)

Run = Callable[[Article, Context[Options]], Iterable[Finding]]
Compare = Callable[[Sequence[Article], Context[Options]], Iterable[tuple[str, Finding]]]


class Everything(Settings):
    """Settings that select whatever checks a toolbox holds."""

    @property
    def selected(self) -> tuple[str, ...]:
        return ("broken", "sample")

    def for_path(self, path: str) -> Settings:
        return self

    def options(self, check: str) -> Options:
        return Options()


def raw(text: str, id: str = "one") -> Raw:
    return Raw(id, f"{id}.md", text, fingerprint(text))


def sample(name: str, run: Run | None, compare: Compare | None = None) -> Check[Options]:
    return Check(name=name, summary="A sample.", rules=(RULE,), options=Options, run=run, compare=compare)


def tools(*checks: Check[Any]) -> Toolbox:
    return Toolbox(Everything(), checks)


def first_word(article: Article, _: Context[Options]) -> Iterator[Finding]:
    yield RULE.finding(article, article.words[0], "The first word.", confidence=1)


def first_word_then_fault(article: Article, context: Context[Options]) -> Iterator[Finding]:
    yield from first_word(article, context)
    raise ZeroDivisionError("by hand")


def unavailable(_article: Article, _context: Context[Options]) -> Iterator[Finding]:
    raise CheckUnavailable("the oracle is silent", "Ask later.")
    yield


def test_a_check_that_breaks_keeps_what_it_found_and_costs_no_other_check_anything() -> None:
    examined = examine(raw("Rain fell."), tools(sample("broken", first_word_then_fault), sample("sample", first_word)))
    assert examined.checks["broken"].status is Status.FAILED
    assert "ZeroDivisionError: by hand" in examined.checks["broken"].reason
    assert "--skip-check broken" in examined.checks["broken"].remedy
    assert examined.checks["sample"].status is Status.RAN
    assert [finding.quote for finding in examined.findings] == ["Rain", "Rain"]


def test_a_check_that_is_unavailable_says_why_and_what_to_do() -> None:
    status = examine(raw("Rain fell."), tools(sample("broken", unavailable))).checks["broken"]
    assert (status.status, status.reason, status.remedy) == (Status.FAILED, "the oracle is silent", "Ask later.")


def test_a_check_is_skipped_on_a_language_that_it_does_not_know() -> None:
    article = Raw("one", "one.md", "Il pleut.", fingerprint("Il pleut."), language="fr-FR")
    status = examine(article, tools(sample("sample", first_word))).checks["sample"]
    assert status.status is Status.SKIPPED
    assert "fr-FR" in status.reason
    anywhere = examine(article, tools(replace(sample("sample", first_word), languages=frozenset())))
    assert anywhere.checks["sample"].status is Status.RAN


def test_a_check_that_leaves_something_out_says_so() -> None:
    half = {"fr-FR": "half of it", "en": ""}
    check = replace(sample("sample", first_word), languages=frozenset(), leaves_out=half.__getitem__)
    article = Raw("one", "one.md", "Il pleut.", fingerprint("Il pleut."), language="fr-FR")
    assert examine(article, tools(check)).checks["sample"].reason == "half of it"
    assert examine(raw("Rain fell."), tools(check)).checks["sample"].reason == ""


def test_the_settings_give_the_language_of_articles_that_do_not_name_theirs() -> None:
    french = Toolbox(Everything(language="fr"), (sample("sample", first_word),))
    assert examine(raw("Il pleut."), french).checks["sample"].status is Status.SKIPPED
    told = raw("---\nlanguage: en\n---\n\nRain fell.")
    assert examine(told, french).checks["sample"].status is Status.RAN


def test_an_article_that_cannot_be_parsed_is_a_problem_with_its_line() -> None:
    examined = examine(raw("---\ntitle: [unclosed\n---\n\nRain fell."), tools(sample("sample", first_word)))
    assert examined.article is None
    assert [(problem.path, problem.line is not None) for problem in examined.problems] == [("one.md", True)]
    assert examined.problems[0].remedy


def shared(articles: Sequence[Article], _: Context[Options]) -> Iterator[tuple[str, Finding]]:
    for article in articles:
        yield article.id, RULE.finding(article, None, f"One of {len(articles)}.", confidence=1)


def broken_comparison(articles: Sequence[Article], _: Context[Options]) -> Iterator[tuple[str, Finding]]:
    raise RuntimeError(len(articles))
    yield


def examined_with(check: Check[Options]) -> tuple[Examined, ...]:
    box = tools(check)
    raws = (raw("Rain.", "a"), raw("---\ntitle: [unclosed\n---\n", "b"), raw("Sun.", "c"))
    return compare([examine(one, box) for one in raws], box)


def test_comparison_gives_each_article_its_findings_and_leaves_out_the_unreadable() -> None:
    a, b, c = examined_with(sample("sample", None, shared))
    assert [[finding.message for finding in one.findings] for one in (a, b, c)] == [["One of 2."], [], ["One of 2."]]


def test_a_comparison_that_breaks_fails_the_check_on_every_article_it_took_in() -> None:
    a, b, c = examined_with(sample("sample", first_word, broken_comparison))
    assert [a.checks["sample"].status, c.checks["sample"].status] == [Status.FAILED, Status.FAILED]
    assert not b.checks
    assert [finding.quote for finding in a.findings] == ["Rain"]


def test_a_check_finishes_each_article_once_all_were_looked_at() -> None:
    looked: list[str] = []

    def look(article: Article, _: Context[Options]) -> Iterator[Finding]:
        looked.append(f"run {article.id}")
        yield from ()

    def begin(article: Article, _: Context[Options]) -> None:
        looked.append(f"begin {article.id}")

    def finish(article: Article, _: Context[Options]) -> Iterator[Finding]:
        looked.append(f"finish {article.id}")
        yield RULE.finding(article, article.words[0], "At last.", confidence=1)
        if article.id == "c":
            raise CheckUnavailable("nobody answers", "Ask later.")

    a, b, c = examined_with(replace(sample("sample", look), begin=begin, finish=finish))
    assert looked == ["run a", "begin a", "run c", "begin c", "finish a", "finish c"]
    assert [[finding.quote for finding in one.findings] for one in (a, b, c)] == [["Rain"], [], ["Sun"]]
    assert a.checks["sample"].status is Status.RAN
    assert (c.checks["sample"].status, c.checks["sample"].reason) == (Status.FAILED, "nobody answers")


def test_what_did_not_run_or_begin_does_not_finish() -> None:
    def breaks(_article: Article, _context: Context[Options]) -> None:
        raise ZeroDivisionError("by hand")

    a, _, _ = examined_with(replace(sample("sample", unavailable), begin=breaks, finish=first_word))
    assert (a.findings, a.checks["sample"].reason) == ((), "the oracle is silent")
    a, _, _ = examined_with(replace(sample("sample", None), begin=breaks, finish=first_word))
    assert a.findings == ()
    assert "ZeroDivisionError: by hand" in a.checks["sample"].reason


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(1, 100), st.integers(1, 7))
def test_batches_keep_order_and_bounds(lengths: list[int], size: int, count: int) -> None:
    raws = [raw("x" * length, str(index)) for index, length in enumerate(lengths)]
    made = list(batches(raws, size, count))
    assert [one for batch in made for one in batch] == raws
    assert all(0 < len(batch) <= count for batch in made)
    assert all(len(batch) == 1 or sum(len(one.source) for one in batch) <= size for batch in made)


def test_what_does_not_hold_in_view_of_all_articles_is_taken_out() -> None:
    def run(article: Article, _context: Context[Options]) -> Iterator[Finding]:
        yield RULE.finding(article, None, article.text, confidence=1)

    def overrule(
        found: Sequence[tuple[Article, Sequence[Finding]]], _context: Context[Options]
    ) -> Iterator[tuple[str, Finding]]:
        texts = [article.text for article, _ in found]
        yield from (
            (article.id, one) for article, findings in found for one in findings if texts.count(one.message) > 1
        )

    toolbox = tools(replace(sample("sample", run), overrule=overrule))
    examined = [
        examine(raw(text, name), toolbox) for text, name in (("Ice.", "one"), ("Ice.", "two"), ("Tea.", "three"))
    ]
    assert [[one.message for one in made.findings] for made in compare(examined, toolbox)] == [[], [], ["Tea."]]


def test_a_check_that_fails_at_that_has_failed() -> None:
    def overrule(
        _found: Sequence[tuple[Article, Sequence[Finding]]], _context: Context[Options]
    ) -> Iterator[tuple[str, Finding]]:
        raise CheckUnavailable("the corpus is shut")

    toolbox = tools(replace(sample("sample", lambda article, _context: ()), overrule=overrule))
    (made,) = compare([examine(raw("Ice."), toolbox)], toolbox)
    assert made.checks["sample"].status is Status.FAILED
    assert made.checks["sample"].reason == "the corpus is shut"
