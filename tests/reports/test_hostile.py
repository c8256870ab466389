"""Hostile strings in every field, through every format."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from itertools import cycle, islice
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checks.article import Article, Format
from checks.evidence import Claim
from checks.finding import Evidence, Finding, Related, Severity, fingerprinted
from checks.parsing import parse
from checks.position import Span
from checks.readability import Readability, SectionReadability
from reports import html
from reports.audit import Audit, AuditedArticle, CheckStatus, Gate, Problem, Run, Status, Verdict
from reports.formats import TEXT_FORMATS, render
from reports.schema import load
from tests.reports.test_html_safety import check_page

TRAPS = (
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover=alert(1) x="',
    "' autofocus onfocus=alert(1) '",
    "javascript:alert(1)",
    "::error::x",
    "\r\n::set-output name=a::b",
    "%0A::warning::x",
    "{{ 7*7 }}{% raw %}",
    "&lt;&#60;&amp;",
    "[x](javascript:alert(1))",
    "| a | b |\n|---|---|",
    "```\n# heading",
    "\x1b[2J\x1b]0;title\x07",
    "\u202etxt.exe\u2066",
    "\u200b\ufeff\u2028\u2029",
    "\x00\ud800\udfff\ufffe",
    "𝒳🫖e\u0301",
    "*" * 50,
    "../../x",
    "[[a]]",
)
hostile = st.lists(st.sampled_from(TRAPS) | st.text(max_size=12), max_size=3).map("".join)
thorough = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    """Draw an audit of which every string is hostile."""
    strings = cycle(draw(st.lists(hostile, min_size=1, max_size=7)))
    text = partial(next, strings)
    count = draw(st.integers(0, 2))
    articles = tuple(replace(draw(audited_articles(strings)), id=f"{text()}{index}") for index in range(count))
    gate = Gate(draw(st.sampled_from(["error", "never"])), 0.5, text(), (text(),))
    checks = {"grammar": status(draw, text), text(): status(draw, text)}
    run = Run(text(), 1.0, draw(st.sampled_from(Verdict)), gate, checks, text(), {text(): text()})
    return Audit({"copydesk": text()}, run, articles, (Problem(text(), text(), text(), 3),))


def status(draw: st.DrawFn, text: Callable[[], str]) -> CheckStatus:
    return CheckStatus(draw(st.sampled_from(Status)), text(), text(), 1.0)


@st.composite
def audited_articles(draw: st.DrawFn, strings: Iterator[str]) -> AuditedArticle:
    """Draw an article of which every part is hostile."""
    text = partial(next, strings)
    article = parse(
        "\n\n".join(islice(strings, 5)),
        id=text(),
        format=draw(st.sampled_from(Format)),
        title=text(),
        url=text(),
        language=text(),
    )
    spans = st.lists(st.none() | st.tuples(*[st.integers(0, len(article.source))] * 2), max_size=4)
    found = fingerprinted(article, [finding(draw, text, article, span) for span in draw(spans)])
    section = SectionReadability(text(), 1, 9, draw(st.none() | st.floats(0, 30)), {"lix": 1.0}, text())
    return AuditedArticle(
        id=article.id,
        path=text(),
        sha256="0" * 64,
        article=article,
        verdict=draw(st.sampled_from(Verdict)),
        score=draw(st.none() | st.integers(0, 100)),
        scores={"grammar": 50},
        findings=tuple(sorted(found, key=lambda one: (one.span is not None, one.span or Span(0, 0)))),
        claims=(Claim(Span(0, min(5, len(article.text))), 0.7, supported=False, evidence=(), why=text()),),
        readability=Readability(draw(st.none() | st.floats(0, 30)), {"lix": 40.0}, (text(),), (section, section)),
        checks={"grammar": status(draw, text), text(): status(draw, text)},
        problems=(Problem(text(), text(), text()),),
        grade_target=9.0,
    )


def finding(draw: st.DrawFn, text: Callable[[], str], article: Article, ends: tuple[int, ...] | None) -> Finding:
    """Return a finding anywhere in an article."""
    span = Span(min(ends), max(ends)) if ends else None
    return Finding(
        rule=f"{draw(st.sampled_from(['grammar', 'duplication', text()]))}/{text()}",
        severity=draw(st.sampled_from(Severity)),
        confidence=0.7,
        message=text(),
        why=text(),
        fix=text(),
        span=span,
        quote=article.quote(span) if span else "",
        replacements=(text(), text()),
        related=(
            Related(article.id, Span(0, 3), 1, text() * 9, text()),
            Related(text(), None, None, "", text()),
        ),
        evidence=(Evidence(text(), text(), target=text()),),
        new=draw(st.booleans()),
        suppressed=draw(st.booleans()),
    )


class _Markup(HTMLParser):
    """What a reader of Markdown would take for raw HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs or attrs == [("open", None)]
        self.tags.add(tag)


@thorough
@given(audits())
def test_text_formats(audit: Audit) -> None:
    for name in TEXT_FORMATS:
        rendered = render(name, audit)
        rendered.encode()
        CONSUMERS[name](rendered)


def read_json(rendered: str) -> None:
    Draft202012Validator(load()).validate(json.loads(rendered))


def read_sarif(rendered: str) -> None:
    for result in json.loads(rendered)["runs"][0]["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert " " not in uri


def read_gitlab(rendered: str) -> None:
    issues = json.loads(rendered)
    assert len({one["fingerprint"] for one in issues}) == len(issues)


def read_junit(rendered: str) -> None:
    tags = {one.tag for one in ET.fromstring(rendered).iter()}
    assert tags <= {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}


def read_github(rendered: str) -> None:
    """Assert that each line is a whole command, as the runner splits it."""
    *lines, last = rendered.split("\n")
    assert last == ""
    for line in lines:
        command, _, rest = line.partition(" ")
        assert command in {"::error", "::warning", "::notice", "…"}
        if command != "…":
            properties, parted, _ = rest.partition("::")
            assert parted
            names = {one.partition("=")[0] for one in properties.split(",")}
            assert names <= {"file", "line", "endLine", "col", "endColumn", "title"}


def read_terminal(rendered: str) -> None:
    assert {char for char in rendered if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}} <= {"\n"}
    assert not set("\u202e\u2066\u200b\ufeff") & set(rendered)


def read_markdown(rendered: str) -> None:
    reader = _Markup()
    reader.feed(rendered)
    assert reader.tags <= {"details", "summary", "strong", "sub"}
    plain = rendered.replace("<!-- -->", "")
    assert "](" not in plain
    assert "`" not in plain


CONSUMERS: dict[str, Callable[[str], None]] = {
    "json": read_json,
    "sarif": read_sarif,
    "junit": read_junit,
    "github": read_github,
    "gitlab": read_gitlab,
    "markdown": read_markdown,
    "text": read_terminal,
}


@thorough
@given(audits())
def test_html(audit: Audit) -> None:
    for page in html.render(audit).values():
        page.encode()
        check_page(page)


@pytest.mark.parametrize("trap", TRAPS)
def test_each_trap_alone(trap: str) -> None:
    article = parse(f"Before {trap} after.\n\n{trap}\n", id=trap, format=Format.PLAIN, title=trap)
    all_of_it = Span(0, len(article.source))
    found = Finding(f"grammar/{trap}", Severity.ERROR, 1.0, trap, trap, trap, all_of_it, article.source)
    findings = tuple(fingerprinted(article, [found]))
    one = AuditedArticle(trap, trap, "0" * 64, article, Verdict.FAILED, 1, findings=findings)
    run = Run(trap, 1.0, Verdict.FAILED, Gate("error", 0.0, trap, (trap,)), {}, trap)
    audit = Audit({trap: trap}, run, (one,))
    for name in TEXT_FORMATS:
        CONSUMERS[name](render(name, audit))
    for page in html.render(audit).values():
        check_page(page)
