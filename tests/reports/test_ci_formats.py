"""JUnit, GitHub, GitLab and Markdown: the caps and escapes of those who read them."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from checks.finding import Finding, Severity, settled_by
from checks.position import Span
from reports import github, gitlab, junit, markdown, sarif
from reports import json as programs
from reports.audit import Audit
from tests.reports.builders import audited, find, place
from tests.reports.samples import empty_audit, failed_audit, incomplete_audit, passed_audit
from tests.reports.texts import EVIL, tea


def many(count: int, severity: Severity = Severity.ERROR) -> Audit:
    """Return an audit with so many findings of one severity."""
    article = tea()
    finding = find(article, "residue/x", "Experts say", "A message.", severity=severity)
    return replace(failed_audit(), articles=(audited(article, [finding] * count),))


def test_what_to_do_is_told_once() -> None:
    article = tea()
    general = find(article, "residue/x", "Experts say", "A slip", fix="Mend it.")
    own = settled_by(find(article, "residue/y", "revolutionary", "A claim", fix="Mend it."), "cite a study")
    audit = replace(failed_audit(), articles=(audited(article, [general, own]),))
    for told in (github.render(audit), sarif.render(audit)):
        shown = told.partition('"results"')[2] or told
        assert (shown.count("Mend it."), shown.count("A claim: cite a study.")) == (1, 1)
        assert "Cite a study" not in shown


def test_junit_counts_what_it_holds() -> None:
    root = ET.fromstring(junit.render(incomplete_audit()))
    assert len(root.findall(".//testcase")) == int(root.attrib["tests"])
    assert len(root.findall(".//failure")) == int(root.attrib["failures"]) == 5
    assert len(root.findall(".//error")) == int(root.attrib["errors"]) == 4
    assert len(root.findall(".//skipped")) == int(root.attrib["skipped"]) == 2


def test_junit_says_which_check_did_not_run_and_why() -> None:
    suites = list(ET.fromstring(junit.render(incomplete_audit())))
    skipped = {case.attrib["name"]: case.find("skipped") for case in suites[-1] if case.find("skipped") is not None}
    assert {name: one.attrib["message"] for name, one in skipped.items() if one is not None} == {
        "readability": "Readability did not run: it was not asked for."
    }


def test_junit_fails_only_on_what_the_gate_fails_on() -> None:
    root = ET.fromstring(junit.render(failed_audit()))
    failures = {
        (suite.attrib["name"], case.attrib["name"])
        for suite in root
        for case in suite
        if case.find("failure") is not None
    }
    brewing = "guides/brewing.md"
    assert failures == {
        ("copydesk", "gate"),
        *((brewing, check) for check in ("citations", "duplication", "grammar", "residue")),
    }


def test_junit_has_a_case_even_without_articles() -> None:
    root = ET.fromstring(junit.render(empty_audit()))
    assert [case.attrib["name"] for case in root.iter("testcase")] == ["gate"]


def test_github_keeps_ten_of_each_level_and_counts_the_rest() -> None:
    lines = github.render(many(47)).splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1]] == ["::error"] * 10
    assert lines[-1].startswith("… and 37 more")


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.SUGGESTION, "notice")]
)
def test_github_levels(severity: Severity, level: str) -> None:
    assert github.render(many(1, severity)).startswith(f"::{level} file=guides/brewing.md,line=15,")


def test_github_gives_columns_within_one_line_only() -> None:
    commands = github.render(failed_audit()).splitlines()
    over_two_lines = next(line for line in commands if "placeholder-text" in line)
    assert "line=36,title=residue/placeholder-text,endLine=37::" in over_two_lines
    in_one = next(line for line in commands if "puffery" in line)
    assert ",endLine=21,col=38,endColumn=51::" in in_one


def test_github_says_nothing_of_old_findings_and_nothing_when_there_is_nothing() -> None:
    assert "unsourced-quotation" not in github.render(failed_audit())
    assert github.render(passed_audit()) == ""


def test_github_commands_cannot_be_broken_out_of() -> None:
    article = tea()
    evil = "a%0Ab\r\n::error::x,y=z:%"
    finding = find(article, f"residue/{evil}", "Experts say", evil, fix="")
    audit = replace(failed_audit(), articles=(audited(article, [finding], path="we,ird:%.md"),))
    [line] = github.render(audit).splitlines()
    assert line == (
        "::warning file=we%2Cird%3A%25.md,line=1,title=residue/a%250Ab%0A%3A%3Aerror%3A%3Ax%2Cy=z%3A%25"
        "::guides/brewing.md: a%250Ab%0A::error::x,y=z:%25"
    )


def test_a_record_of_a_container_is_named_since_its_lines_are_not_the_files() -> None:
    article = tea()
    finding = find(article, "residue/x", "Experts say", "A message.")
    audit = replace(failed_audit(), articles=(audited(article, [finding], path="feed/news.jsonl"),))
    assert github.render(audit).startswith("::warning file=feed/news.jsonl,line=1,title=residue/x::guides/brewing.md: ")
    [issue] = json.loads(gitlab.render(audit))
    assert issue["location"] == {"path": "feed/news.jsonl", "lines": {"begin": 1}}
    assert "guides/brewing.md: A message." in issue["description"]


def test_gitlab_fingerprints_are_unique_over_all_articles() -> None:
    audit = incomplete_audit()
    twice = replace(audit, articles=(*audit.articles, *(replace(one, id=f"copy/{one.id}") for one in audit.articles)))
    issues = json.loads(gitlab.render(twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 40
    assert {issue["severity"] for issue in issues} == {"critical", "major", "minor", "info"}


def test_gitlab_paths_are_relative_and_plain() -> None:
    article = tea()
    finding = find(article, "residue/x", "Experts say", "A message.")
    audit = replace(failed_audit(), articles=(audited(replace(article, id=".\\guides\\a.md"), [finding]),))
    [issue] = json.loads(gitlab.render(audit))
    assert issue["location"] == {"path": "guides/a.md", "lines": {"begin": 15, "end": 15}}
    assert issue["description"].startswith("residue/x: ")


def test_markdown_says_what_could_not_run_before_the_table() -> None:
    rendered = markdown.render(incomplete_audit())
    assert rendered.index("no Java on this machine") < rendered.index("| | Article |")
    assert rendered.startswith("## ⚠️ The audit is incomplete; 2 of 5 articles fail.\n")


def test_markdown_keeps_to_its_limit_by_leaving_sections_out() -> None:
    article = tea()
    one = audited(article, [find(article, f"residue/x{n}", "Experts say", "A message. " * 30) for n in range(20)])
    many_articles = tuple(replace(one, id=f"{n}.md") for n in range(60))
    rendered = markdown.render(replace(failed_audit(), articles=many_articles))
    assert markdown.LIMIT - 8000 < len(rendered.encode()) <= markdown.LIMIT
    assert "sections left out for want of space" in rendered
    assert rendered.count("<details") == rendered.count("</details>")


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("<b>&amp;", "&#60;b&#62;&#38;amp;"),
        ("[x](y) ![z](w)", "&#91;x&#93;(y) !&#91;z&#93;(w)"),
        ("a|b", "a&#124;b"),
        ("@team", "@<!-- -->team"),
        ("https://x.example www.x.example", "https:<!-- -->//x.example www<!-- -->.x.example"),
        ("#12", "&#35;<!-- -->12"),
        ("two\nlines\r\nmore", "two lines more"),
        ("*a* _b_ `c` ~d~ $e$", "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#126;d&#126; &#36;e&#36;"),
        ("\x1b\u202e", "⟨U+001B⟩⟨U+202E⟩"),
    ],
)
def test_markdown_shows_foreign_text_as_it_is(foreign: str, shown: str) -> None:
    assert markdown.text(foreign) == shown


def test_findings_without_article_or_place_do_no_harm() -> None:
    loose = Finding(f"a/{EVIL}", Severity.ERROR, 1.0, EVIL, "", "", Span(3, 9), EVIL)
    audit = incomplete_audit()
    unreadable = replace(audit.articles[-1], findings=(loose,))
    changed = replace(audit, articles=(unreadable,))
    assert ET.fromstring(junit.render(changed)) is not None
    assert "file=notes/old.txt,line=1," in github.render(changed)
    assert json.loads(gitlab.render(changed))
    assert markdown.render(changed)


def summed(*, old: int = 0) -> Audit:
    """Return an audit of two claims that another finding sums up, the first so many of which are old."""
    article = tea()
    quotes = ("Nine in ten drinkers pour the water too hot.", "Experts say")
    places = [place(article, quote, "names nobody") for quote in reversed(quotes)]
    head = find(article, "citations/no-sources", "", "2 claims need a source.", sums="claims", related=tuple(places))
    members = [
        find(article, "citations/missing-citation", quote, "No link.", group="claims", confidence=0.9, new=at >= old)
        for at, quote in enumerate(quotes)
    ]
    other = find(article, "residue/x", "the the", "Twice.", confidence=0.1)
    return replace(failed_audit(), articles=(audited(article, [head, *members, other]),))


@pytest.mark.parametrize(("old", "line"), [(0, 8), (1, 15)])
def test_a_sum_stands_where_the_first_of_its_claims_does_of_the_new_ones_where_it_is_new(old: int, line: int) -> None:
    audit = summed(old=old)
    assert f"::warning file=guides/brewing.md,line={line},title=citations/no-sources," in github.render(audit)
    issues = {one["check_name"]: one["location"]["lines"]["begin"] for one in json.loads(gitlab.render(audit))}
    assert issues["citations/no-sources"] == line
    results = json.loads(sarif.render(audit))["runs"][0]["results"]
    head = next(one for one in results if one["ruleId"] == "citations/no-sources")
    assert head["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    told = [one["message"]["text"] for one in head["relatedLocations"]]
    assert told[0].startswith("names nobody: Experts say that the the kettle should never be boiled twice")
    assert f"guides/brewing.md:{line}:" in junit.render(audit)
    told_of = next(one for one in json.loads(programs.render(audit))["articles"][0]["findings"] if one["sums"])
    assert (told_of["start"], told_of["quote"], told_of["line"]) == (None, "", line)
    assert "- Warning: 2 claims need a source." in markdown.render(audit)


def test_a_sum_in_a_record_stands_at_the_file() -> None:
    audit = summed()
    audit = replace(audit, articles=(replace(audit.articles[0], path="feed/news.jsonl"),))
    assert "file=feed/news.jsonl,line=1,title=citations/no-sources::guides/brewing.md: 2 claims" in github.render(audit)


def test_what_is_summed_up_stands_under_its_sum_and_after_others() -> None:
    audit = summed()
    head, *rest = audit.articles[0].findings
    members, other = [one for one in rest if one.group], next(one for one in rest if not one.group)
    told = [
        line.partition("title=")[2].partition("::")[0].partition(",")[0] for line in github.render(audit).splitlines()
    ]
    assert told == [head.rule, other.rule, *(one.rule for one in members)]
    lines = markdown.render(audit).splitlines()
    at = next(index for index, line in enumerate(lines) if "2 claims need a source" in line)
    assert [line.startswith("  - Warning line ") for line in lines[at + 1 : at + 4]] == [True, True, False]
