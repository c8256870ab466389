"""Suppressions hold where they say, and say so when they hold nowhere."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.position import Span
from checks.registry import all_checks
from checks.suppression import suppress

ALL = frozenset(all_checks())


def lamps(
    source: str, rule: str = "residue/placeholder", format: Format = Format.MARKDOWN
) -> tuple[list[bool], list[Finding]]:
    """Return, for each `lamp` of a source, whether a finding there is suppressed; and the complaints."""
    article = parse(source, format=format)
    findings = []
    at = article.text.find("lamp")
    while at >= 0:
        place = article.map.to_source(Span(at, at + 4))
        findings.append(Finding(rule, Severity.WARNING, 1, "", "", "", place, article.quote(place)))
        at = article.text.find("lamp", at + 1)
    kept = suppress(article, findings, ALL)
    count = len(findings)
    return [one.suppressed for one in kept[:count]], list(kept[count:])


@pytest.mark.parametrize("name", ["residue/placeholder", "residue", ""])
def test_disable_holds_until_enable(name: str) -> None:
    source = f"A lamp.\n\n<!-- copydesk-disable {name} -->\n\nA lamp.\n\n<!-- copydesk-enable {name} -->\n\nA lamp."
    assert lamps(source) == ([False, True, False], [])


def test_disable_without_enable_holds_to_the_end() -> None:
    assert lamps("A lamp.\n\n<!-- copydesk-disable residue -->\n\nA lamp.\n\nA lamp.") == ([False, True, True], [])


def test_enabling_one_rule_leaves_the_rest_of_the_check_off() -> None:
    source = (
        "<!-- copydesk-disable residue -->\n\nA lamp.\n\n<!-- copydesk-enable residue/truncated -->\n\n"
        "A lamp.\n\n<!-- copydesk-enable residue/placeholder -->\n\nA lamp."
    )
    assert lamps(source) == ([True, True, False], [])


def test_next_line_holds_for_what_begins_there() -> None:
    source = "<!-- copydesk-disable-next-line residue/placeholder -->\nA lamp and\na lamp."
    assert lamps(source) == ([True, False], [])


def test_next_line_skips_blank_lines() -> None:
    source = "A lamp.\n\n<!-- copydesk-disable-next-line residue/placeholder -->\n\n\nA lamp.\n"
    assert lamps(source) == ([False, True], [])


def test_several_rules_in_one_comment() -> None:
    source = "<!-- copydesk-disable residue/truncated, residue/placeholder -->\n\nA lamp."
    suppressed, complaints = lamps(source)
    assert suppressed == [True]
    assert [one.message for one in complaints] == [
        "Nothing here breaks residue/truncated, so this suppression has no effect."
    ]


def test_comments_hold_in_html() -> None:
    lamp = "<p>A lamp.</p>"
    source = f"{lamp}<!-- copydesk-disable residue/placeholder -->{lamp}<!-- copydesk-enable -->{lamp}"
    assert lamps(source, format=Format.HTML) == ([False, True, False], [])


@pytest.mark.parametrize("value", ["[residue/placeholder]", "residue/placeholder", "\n  - residue", "[residue]"])
def test_front_matter_holds_for_the_whole_article(value: str) -> None:
    assert lamps(f"---\ncopydesk:\n  disable: {value}\n---\n\nA lamp.\n\nA lamp.") == ([True, True], [])


def test_front_matter_of_another_shape_is_harmless() -> None:
    assert lamps("---\ncopydesk: yes\n---\n\nA lamp.") == ([False], [])
    assert lamps("---\ncopydesk: {disable: 3}\n---\n\nA lamp.") == ([False], [])


@pytest.mark.parametrize(
    ("source", "suppressed"),
    [
        ("---\ncopydesk: {disable: [readability]}\n---\n\nText.", True),
        ("<!-- copydesk-disable readability -->\n\nText.", True),
        ("Text.\n\n<!-- copydesk-disable readability -->\n\nText.", False),
        ("<!-- copydesk-disable-next-line readability -->\nText.", False),
    ],
)
def test_findings_about_the_article_follow_what_stands_above_its_text(source: str, *, suppressed: bool) -> None:
    finding = Finding("readability/grade", Severity.WARNING, 1, "", "", "", None, "")
    assert suppress(parse(source, format=Format.MARKDOWN), [finding], ALL)[0].suppressed is suppressed


def test_an_unused_suppression_is_reported_where_it_stands() -> None:
    source = "A rope.\n\n<!-- copydesk-disable residue/placeholder -->\n\nA rope."
    [complaint] = lamps(source)[1]
    assert complaint.rule == "residue/unused-suppression"
    assert complaint.quote == "<!-- copydesk-disable residue/placeholder -->"
    assert not complaint.suppressed


def test_an_unused_front_matter_entry_is_reported_at_its_name() -> None:
    source = "---\ntitle: residue\ncopydesk:\n  disable: [residue/truncated, residue]\n---\n\nA lamp."
    suppressed, [complaint] = lamps(source)
    assert suppressed == [True]
    assert complaint.quote == "residue/truncated"


def test_a_suppression_of_a_check_that_did_not_run_is_left_alone() -> None:
    article = parse("<!-- copydesk-disable grammar -->\n<!-- copydesk-disable -->\n\nA rope.", format=Format.MARKDOWN)
    assert suppress(article, [], ALL - {"grammar"}) == ()
    assert len(suppress(article, [], ALL)) == 2


def test_a_suppression_of_what_only_the_network_tells_is_left_alone() -> None:
    source = "<!-- copydesk-disable-next-line citations/dead-link -->\nA lamp."
    assert lamps(source, "citations/dead-link") == ([True], [])
    assert lamps(source) == ([False], [])


def test_a_misspelt_name_is_reported_with_the_nearest() -> None:
    [complaint] = lamps("<!-- copydesk-disable residue/placeholders -->\n\nA rope.")[1]
    assert complaint.rule == "residue/unknown-suppression"
    assert (
        complaint.message == "There is no rule or check named “residue/placeholders”. Did you mean residue/placeholder?"
    )
    [stranger] = lamps("<!-- copydesk-enable qqq -->\n\nA rope.")[1]
    assert stranger.message == "There is no rule or check named “qqq”."


def test_without_suppressions_nothing_changes() -> None:
    assert lamps("A lamp.") == ([False], [])
