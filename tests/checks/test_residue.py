"""What the residue check does beyond the examples of its rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.article import Format
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.residue import CHECK
from checks.residue.prose import MASK, prose, uncoded
from checks.rule import Context

ARTICLES = Path(__file__).parent.parent / "articles"
CALM = "The ferry leaves at six and returns at noon. Dogs travel free."


def find(source: str, format: Format = Format.MARKDOWN, rule: str = "") -> list[Finding]:
    """Return the residue in a source, of one rule or of all."""
    article = parse(source, format=format)
    return [one for one in CHECK.run(article, Context(CHECK.options())) if rule in one.rule] if CHECK.run else []


def mended(source: str, finding: Finding) -> str:
    """Return `source` with the best replacement of `finding`."""
    assert finding.span
    return source[: finding.span.start] + finding.replacements[0] + source[finding.span.end :]


@pytest.mark.parametrize(
    ("source", "format", "expected"),
    [
        ("It is in use.It leaves.", Format.PLAIN, "It is in use. It leaves."),
        ("<p>It is in <b>use.</b>It leaves.</p>", Format.HTML, "<p>It is in <b>use.</b> It leaves.</p>"),
        ("<p>It is in use.<i>It</i> leaves.</p>", Format.HTML, "<p>It is in use. <i>It</i> leaves.</p>"),
        ("It rained,_but_ it left.", Format.MARKDOWN, "It rained, _but_ it left."),
        (
            "The caf&eacute; is in use.&Eacute;tienne left.",
            Format.HTML,
            "The caf&eacute; is in use. &Eacute;tienne left.",
        ),
        ("He said “no,”and left.", Format.MARKDOWN, "He said “no,” and left."),
        ('He said "no,"and left.', Format.MARKDOWN, 'He said "no," and left.'),
    ],
)
def test_the_space_goes_in_where_it_is_missing(source: str, format: Format, expected: str) -> None:
    found = find(source, format, "missing-space")
    assert (mended(source, found[0]) if found else source) == expected


@pytest.mark.parametrize(
    ("source", "rule", "expected"),
    [
        ("It left. it came back.", "lowercase-start", "It left. It came back."),
        ("The ferry’s captain drinks cafÃ© au lait.", "mojibake", "The ferry’s captain drinks café au lait."),
        ("The ferryâ€™s captain.", "mojibake", "The ferry’s captain."),
        ("The fer\u200bry leaves.", "invisible", "The ferry leaves."),
        ("Bread &amp;amp; butter.", "leftover-markup", "Bread &amp; butter."),
    ],
)
def test_a_sure_fault_comes_with_its_remedy(source: str, rule: str, expected: str) -> None:
    [finding] = find(source, rule=rule)
    assert mended(source, finding) == expected
    assert find(expected) == []


def test_a_calm_text_has_no_residue() -> None:
    for form in Format:
        assert find(CALM, form) == []


def test_a_place_is_told_once() -> None:
    # The tag is leftover markup, and what stands after it is not also a small letter at the start.
    found = find("<p>It left.</p>\n<\nsection>\n<p>It came back.</p>", Format.HTML)
    assert [one.rule for one in found] == ["residue/leftover-markup"]


def test_findings_come_in_source_order() -> None:
    source = (ARTICLES / "shift-sleep.html").read_text(encoding="utf-8")
    spans = [one.span for one in find(source, Format.HTML) if one.span]
    assert spans == sorted(spans)
    assert len(spans) > 15


def test_a_text_without_capitals_is_told_once() -> None:
    source = " ".join(f"the ferry number {number} left the quay." for number in range(10))
    [finding] = find(source, rule="lowercase-start")
    assert len(finding.related) == 9
    assert all(place.quote == "the" for place in finding.related)


def test_direction_marks_are_worse_than_other_invisible_ones() -> None:
    hidden = find("The fer\u200bry le\u200baves at \u202esix.", rule="invisible")
    assert [(one.severity, len(one.related)) for one in hidden] == [(Severity.SUGGESTION, 1), (Severity.WARNING, 0)]


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈"])
def test_emoji_are_left_whole(emoji: str) -> None:
    assert find(f"The crew {emoji} leaves at six.") == []


def test_direction_marks_belong_to_right_to_left_text() -> None:
    assert find("The word \u200fשלום\u200f means peace.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Read it on harbour.gov, www.harbour.test/a,b or at ruth.adeyemi@harbour.test today.",
        "Open Report.Final.pdf with Node.js, ASP.NET or Photo.Shop.exe at once.",
        "Follow @harbour.Ferry or #ferry.Now on the network.",
        "The U.S. team met J.R.R. Hale at 10:30 a.m. in St. Ives, i.e. early.",
        "Use v2.0.1, then 1,000.50 and 3:1 in 5,5 of 10 cases.",
        "Yahoo! and Jeopardy! are names, and so is Panic! at the Disco.",
    ],
)
def test_addresses_names_and_numbers_need_no_space(text: str) -> None:
    assert find(text, Format.PLAIN) == []


@pytest.mark.parametrize(
    "phrase", ["Certainly! Here is", "As of my last update", "I hope this helps!", "As an AI language model"]
)
def test_an_assistant_is_heard_but_not_when_it_is_quoted(phrase: str) -> None:
    assert [one.rule for one in find(f"{phrase} the ferry left.")] == ["residue/assistant-boilerplate"]
    assert find(f"Her essay began with “{phrase} the ferry left” and went on.") == []
    assert find(f"Her essay began with `{phrase}` and went on.") == []


@pytest.mark.parametrize("last", ["The ferry leaves at six and", "The ferry leaves at six, and the crew waits for the"])
def test_an_ending_in_the_air_is_found_in_every_format(last: str) -> None:
    for source, form in (
        (f"{CALM}\n\n{last}", Format.MARKDOWN),
        (f"{CALM}\n\n{last}", Format.PLAIN),
        (f"<p>{CALM}<p>{last}", Format.HTML),
    ):
        found = find(source, form, "truncated")
        assert len(found) == (len(last.split()) > 8), source


def test_a_page_footer_is_not_the_ending() -> None:
    source = f"<p>{CALM}</p><p>The crew waits on the quay for the</p><footer><p>All rights reserved by us.</p></footer>"
    [finding] = find(source, Format.HTML, "truncated")
    assert finding.quote.endswith("for the")


@given(st.text(alphabet="ab .,!?()“”\"'<>&;[]{}*_`~#-\n\u200bÃ©€™", max_size=120), st.sampled_from(Format))
def test_masks_keep_every_place(source: str, form: Format) -> None:
    article = parse(source, format=form)
    for masked in (uncoded(article), prose(article)):
        assert len(masked) == len(article.text)
        assert all(new in (old, MASK) for old, new in zip(article.text, masked, strict=True))


def test_word_lists_name_their_source_and_hold_each_word_once() -> None:
    folder = Path(CHECK.run.__code__.co_filename).parent if CHECK.run else Path()
    lists = sorted(path for path in folder.glob("*.txt") if path.stem != "assistant")
    assert len(lists) == 4
    for path in lists:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^# Source: \S", text, re.MULTILINE), path.name
        words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
        assert len(words) == len(set(words)), path.name


def test_a_heading_that_is_never_closed_is_told_with_where_it_ends_and_leaves_no_section_empty() -> None:
    source = "<h1>Ferry</h1><p>It sails.</p><h2>Fares<p>A ticket costs three euros.</p><h2>Dogs</h2><p>They bark.</p>"
    (found,) = find(source, Format.HTML)
    assert (found.rule, found.quote) == ("residue/unclosed-structure", "<h2>")
    assert "“Fares”, before “A ticket costs three euros.”" in found.message
