"""Every declared rule keeps the promises of its declaration."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urldefrag

import pytest

from checks.finding import Finding
from checks.parsing import parse
from checks.position import Span
from checks.registry import all_checks
from checks.rule import Check, Context, Example, Options, Proofreader, Rule
from checks.suppression import suppress
from checks.web import Answer, Question

LONGEST = 300
"""Code points of a summary, why or fix: it must fit a note beside the text."""

RULES = [pytest.param(check, rule, id=rule.name) for check in all_checks().values() for rule in check.rules]


def examples(kind: str) -> list[Any]:
    """Return each example of a kind with its check and rule."""
    return [
        pytest.param(check, rule, example, id=f"{rule.name}-{number}")
        for check in all_checks().values()
        for rule in check.rules
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


@pytest.fixture
def proofreader(request: pytest.FixtureRequest) -> Proofreader | None:
    """Give the real LanguageTool to checks that need one; others do not wait for it."""
    check: Check[Any] = request.getfixturevalue("check")
    return request.getfixturevalue("languagetool") if check.needs_proofreader else None


class Told:
    """A web that says what an example wants it to say."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.answers = answers

    def expect(self, questions: Iterable[Question]) -> None:
        assert all(urldefrag(one.address).url in self.answers for one in questions)

    def answer(self, question: Question) -> Answer:
        return self.answers[urldefrag(question.address).url]


def options(check: Check[Any], example: Example) -> Options:
    """Return the check's own options; with those of links where an example has the web answer."""
    given = {"links": {"check": True, "anchors": True}} if example.answers else {}
    made: Options = check.options.model_validate(given)
    return made


def found(check: Check[Any], rule: Rule, example: Example, proofreader: Proofreader | None) -> list[Finding]:
    """Return what `check` finds of `rule` in an example that is not suppressed."""
    article = parse(example.source, id="example", format=example.format)
    others = [
        parse(other, id=f"other-{number}", format=example.format) for number, other in enumerate(example.others, 1)
    ]
    context = Context(options(check, example), proofreader, web=Told(example.answers) if example.answers else None)
    findings = list(check.run(article, context)) if check.run else []
    if check.begin:
        check.begin(article, context)
    findings += list(check.finish(article, context)) if check.finish else []
    if check.compare:
        findings += [finding for id_, finding in check.compare([article, *others], context) if id_ == article.id]
    for finding in findings:
        if finding.span is not None:
            assert article.quote(finding.span) == finding.quote
    kept = suppress(article, findings, {check.name})
    return [finding for finding in kept if finding.rule == rule.name and not finding.suppressed]


def assert_flagged(check: Check[Any], rule: Rule, example: Example, proofreader: Proofreader | None) -> None:
    """Assert that the rule finds exactly what the example marks."""
    article = parse(example.source, format=example.format)
    expected: list[tuple[Span | None, str]] = [(span, article.quote(span)) for span in example.spans]
    expected = expected or [(None, "")]
    assert sorted((one.span, one.quote) for one in found(check, rule, example, proofreader)) == expected


@pytest.mark.parametrize(("check", "rule", "example"), examples("flagged"))
def test_flags_exactly_what_the_example_marks(
    check: Check[Any], rule: Rule, example: Example, proofreader: Proofreader | None
) -> None:
    assert_flagged(check, rule, example, proofreader)


@pytest.mark.parametrize(("check", "rule", "example"), examples("passed"))
def test_leaves_alone_what_it_should(
    check: Check[Any], rule: Rule, example: Example, proofreader: Proofreader | None
) -> None:
    assert found(check, rule, example, proofreader) == []


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="declared as a known gap")
@pytest.mark.parametrize(("check", "rule", "example"), examples("gaps"))
def test_known_gaps_are_still_gaps(
    check: Check[Any], rule: Rule, example: Example, proofreader: Proofreader | None
) -> None:
    # A gap marks what should be flagged; one without marks should not be flagged at all.
    if example.spans:
        assert_flagged(check, rule, example, proofreader)
    else:
        assert found(check, rule, example, proofreader) == []


@pytest.mark.parametrize(("check", "rule"), RULES)
def test_is_named_for_its_check(check: Check[Any], rule: Rule) -> None:
    name = r"[A-Z][A-Z0-9_]*" if check.describe(f"{check.name}/ANY_RULE") else r"[a-z0-9]+(-[a-z0-9]+)*"
    assert re.fullmatch(rf"{check.name}/({name}|[a-z0-9]+(-[a-z0-9]+)*)", rule.name)


@pytest.mark.parametrize(("check", "rule"), RULES)
def test_explains_itself_in_sentences(check: Check[Any], rule: Rule) -> None:
    for text in (rule.summary, rule.why, rule.fix, rule.source):
        assert text == text.strip()
        assert 15 <= len(text) <= LONGEST, text
        assert re.search(r"[.)]$", text), f"no full stop: {text}"
        assert "\n" not in text
        assert "  " not in text


@pytest.mark.parametrize(("check", "rule"), RULES)
def test_has_two_examples_of_either_kind(check: Check[Any], rule: Rule) -> None:
    assert len(rule.flagged) >= 2
    assert len(rule.passed) >= 2
    for example in rule.passed:
        assert not example.spans, f"a passed example marks something: {example.marked}"


def test_no_name_is_used_twice() -> None:
    names = Counter(rule.name for check in all_checks().values() for rule in check.rules)
    assert [name for name, times in names.items() if times > 1] == []
