"""No text makes a check fail, and every finding points at what it quotes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checks.article import Article, Format
from checks.finding import Finding, fingerprinted
from checks.parsing import ParseError, parse
from checks.position import Span
from checks.registry import all_checks
from checks.rule import Check, Context, Match
from checks.score import score
from checks.suppression import suppress

FRAGMENTS = (
    *("<p>", "</p>", "<", ">", "<\nsection>", '<a href="#">', "<img src=x>", "<type of thing>", "<!--", "-->", "<pre>"),
    *("<!-- copydesk-disable -->", "<!-- copydesk-enable residue/x -->", "<![CDATA[", "<table><td>", "</script>"),
    *("&amp;nbsp;", "&#0;", "&#xd800;", "&amp", "**", "__", "`", "```\n", "~~~", "“`html\n", "# ", "> ", "- ", "1. "),
    *(
        "[^1]",
        "[^1]: ",
        "[",
        "](",
        ")",
        "![](",
        "|a|b|\n|-|-|\n",
        "---\n",
        "+++\n",
        "title: x\n",
        "{{ name }}",
        "{% x %}",
    ),
    *("%NAME%", "[insert name]", "Lorem ipsum", "As an AI language model,", "Certainly! Here is", "[citation needed]"),
    *(
        "Studies show that 90% of people agree",
        "the best ever",
        "revolutionary",
        "According to Smith (2020)",
        "doi:10.1/x",
    ),
    *("https://example.com/a_(b)?c=d,e", "use.It", "map,because", ". it", "? “", "” ", '"', "’", "â€™", "Ã©"),
    *("\u200b", "\u202e", "\ufeff", "\x00", "\x0b", "\x1b", "\ufffd", "\ufffc", "\u2028", "\u0301", "\ud800", "\u00a0"),
    *(
        "\r\n",
        "\r",
        "\n",
        "\n\n",
        "\t",
        " ",
        "word ",
        "Word. ",
        "The ferry leaves at six. ",
        "İ",
        "ß",
        "ﬁ",
        "٣",
        "中文。",
        "👩‍🚀",
    ),
)
SOURCES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=40).map("".join)
FOLDER = Path(__file__).parent.parent / "articles"
SAMPLES = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".md", ".html", ".txt"})
CALM = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


class FlagsEveryWord:
    """A proofreader that finds a fault in each word: no text is too odd for it."""

    def check(self, text: str, language: str) -> Sequence[Match]:
        """Return a match for each run without white space."""
        found, at = [], 0
        for word in text.split():
            at = text.index(word, at)
            found.append(Match("RULE", "TYPOS", "misspelling", "Odd.", Span(at, at + len(word)), ("x",)))
            at += len(word)
        return found


def run(check: Check[Any], articles: Sequence[Article]) -> Iterator[tuple[Article, Finding]]:
    """Yield all that `check` finds, with its article."""
    context = Context(check.options(), FlagsEveryWord())
    by_id = {article.id: article for article in articles}
    if check.run:
        for article in articles:
            yield from ((article, finding) for finding in check.run(article, context))
    if check.compare:
        yield from ((by_id[name], finding) for name, finding in check.compare(articles, context))


def assert_sound(article: Article, finding: Finding, by_id: dict[str, Article]) -> None:
    """Assert that a finding says something, about a place that is there."""
    assert 0 < finding.confidence <= 1
    assert finding.message.strip()
    assert finding.why
    assert finding.fix
    if finding.span is None:
        assert finding.quote == ""
    else:
        assert 0 <= finding.span.start < finding.span.end <= len(article.source)
        assert article.source[finding.span.start : finding.span.end] == finding.quote
    for place in finding.related:
        if place.span is not None:
            other = by_id[place.article]
            assert other.source[place.span.start : place.span.end] == place.quote
            assert other.position(place.span.start).line == place.line
    for evidence in finding.evidence:
        assert evidence.span is None or 0 <= evidence.span.start <= evidence.span.end <= len(article.source)


def parsed(source: str, form: Format, name: str) -> Article | None:
    """Return an article, or None for front matter that cannot be read."""
    try:
        return parse(source, id=name, format=form)
    except ParseError:
        return None


@pytest.mark.parametrize("check", all_checks().values(), ids=all_checks())
@given(source=SOURCES, form=st.sampled_from(Format), other=SOURCES)
@settings(max_examples=60, deadline=None, suppress_health_check=CALM)
@example(source="", form=Format.MARKDOWN, other="")
@example(source="\ufeff", form=Format.HTML, other="\x00")
@example(source="<p" * 50, form=Format.HTML, other="```")
def test_no_text_is_too_odd(check: Check[Any], source: str, form: Format, other: str) -> None:
    articles = [one for one in (parsed(source, form, "a"), parsed(other + source, form, "b")) if one]
    by_id = {one.id: one for one in articles}
    found: dict[str, list[Finding]] = {one.id: [] for one in articles}
    for article, finding in run(check, articles):
        assert_sound(article, finding, by_id)
        assert finding.check == check.name
        found[article.id].append(finding)
    for article in articles:
        kept = list(fingerprinted(article, suppress(article, found[article.id], set(all_checks()))))
        assert len({one.fingerprint for one in kept}) == len(kept)
        assert 0 <= score(len(article.words), kept) <= 100
        for finding in kept:
            assert_sound(article, finding, by_id)


@pytest.mark.parametrize("check", all_checks().values(), ids=all_checks())
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=CALM)
def test_articles_cut_and_spliced_at_random_are_audited(check: Check[Any], path: Path, data: st.DataObject) -> None:
    source = path.read_text(encoding="utf-8")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(source)), min_size=2, max_size=5)))
    pieces = [source[start:end] for start, end in pairwise(cuts)]
    junk = data.draw(st.sampled_from(FRAGMENTS))
    article = parsed(junk.join(data.draw(st.permutations(pieces))), Format.MARKDOWN, "a")
    if article:
        for where, finding in run(check, [article]):
            assert_sound(where, finding, {"a": article})


@pytest.mark.parametrize("name", ["citations", "residue", "superlatives"])
def test_findings_do_not_depend_on_an_unrelated_paragraph(name: str) -> None:
    source = (
        "The ferry is the best in the world. Studies show that 9 of 10 riders agree,and it is fast. it leaves at six."
    )
    check = all_checks()[name]
    assert check.run
    context = Context(check.options())
    alone = parse(source, format=Format.MARKDOWN)
    longer = parse(f"{source}\n\nRopes lie on the quay beside the lamp.", format=Format.MARKDOWN)
    before = [(one.rule, one.span) for one in check.run(alone, context) if one.span]
    after = [(one.rule, one.span) for one in check.run(longer, context) if one.span and one.span.end <= len(source)]
    assert before
    assert before == after


CROWDED = (
    "The groundbreaking, best, ",
    "legendary finest ",
    "the largest, fastest ",
    'the best "amazing" of ',
    "if the top 3 safest ",
    "not most beautiful; ",
)
"""Pieces of sentences that are all praise."""


class TraceFunction(Protocol):
    """What Python calls before each line that it runs."""

    def __call__(self, frame: FrameType, event: str, arg: object, /) -> TraceFunction: ...


def lines_run(check: Check[Any], article: Article) -> int:
    """Return how many lines of the program a check of an article runs, each round of a loop counted."""
    count = 0

    def counted(_frame: FrameType, event: str, _value: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        list(run(check, [article]))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", CROWDED)
def test_twice_the_praise_in_one_sentence_is_twice_the_work(piece: str) -> None:
    check = all_checks()["superlatives"]
    list(run(check, [parse(piece * 9 + "pump.", format=Format.PLAIN)]))  # reads the lists and the model
    once, twice = (lines_run(check, parse(piece * count + "pump.", format=Format.PLAIN)) for count in (150, 300))
    assert once > 1000
    assert twice < 2.3 * once


def test_a_sentence_of_twenty_thousand_praises_is_audited() -> None:
    article = parse(CROWDED[0] * 10_000 + "pump.", format=Format.PLAIN)
    assert list(run(all_checks()["superlatives"], [article]))
