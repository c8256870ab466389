"""What holds for every article, whatever the source: generated, or broken at random."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checks.article import Article, BlockKind, Format
from checks.parsing import ParseError, parse
from checks.position import SourceMap, Span
from tests.checks.parsing.sources import SHARDS, SOURCES

FORMATS = st.sampled_from(list(Format))
SPACES = "\t\n\f\r "
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Return one of the samples with chunks deleted, repeated and inserted, and its line ends changed."""
    source = draw(st.sampled_from([source for _, source in SOURCES]))
    for _ in range(draw(st.integers(1, 8))):
        at, other = sorted((draw(st.integers(0, len(source))), draw(st.integers(0, len(source)))))
        match draw(st.sampled_from(["delete", "insert", "repeat", "cut"])):
            case "delete":
                source = source[:at] + source[min(other, at + 40) :]
            case "insert":
                source = source[:at] + draw(st.sampled_from(SHARDS)) + source[at:]
            case "repeat":
                source = source[:other] + source[at:other][:60] + source[other:]
            case _:
                source = source[:other]
    if draw(st.booleans()):
        source = source.replace("\n", draw(st.sampled_from(["\r\n", "\r"])))
    return "\ufeff" * draw(st.booleans()) + source


shards = st.lists(st.sampled_from(SHARDS), max_size=60).map("".join)
sources = shards | broken() | st.text(max_size=200)


def parsed(source: str, form: Format) -> Article:
    """Parse; front matter that random edits broke is not what these tests are about."""
    try:
        return parse(source, format=form)
    except ParseError:
        return parse("\n" * 9 + source, format=form)


def inside(span: Span, size: int) -> bool:
    return 0 <= span.start <= span.end <= size


@PATIENT
@given(sources, FORMATS)
@example("<table>b<tr>c<td>a</table>d", Format.HTML)
@example("a\r\n\r\nb &amp; c\ufeff", Format.MARKDOWN)
def test_every_span_is_in_its_text_and_in_order(source: str, form: Format) -> None:
    article = parsed(source, form)
    size, length = len(article.text), len(article.source)
    SourceMap.of(article.map.runs)
    assert all(inside(run.text, size) and inside(run.source, length) for run in article.map.runs)
    for one, two in pairwise(article.blocks):
        assert one.span.end < two.span.start
    assert all(inside(block.span, size) and article.slice(block.span).strip() for block in article.blocks)
    assert all(inside(mark.span, size) and inside(mark.source, length) for mark in article.marks)
    assert [mark.span for mark in article.marks] == sorted(mark.span for mark in article.marks)
    assert all(inside(fault.source, length) for fault in article.faults)
    assert all(inside(one.source, length) for one in article.directives)


@PATIENT
@given(sources, FORMATS)
def test_what_stands_literally_equals_the_source(source: str, form: Format) -> None:
    article = parsed(source, form)
    for run in article.map.runs:
        if run.literal:
            pairs = zip(article.slice(run.text), article.quote(run.source), strict=True)
            for shown, written in pairs:
                spaces = shown in SPACES and written in SPACES
                unshowable = shown == "\ufffd" and (written == "\0" or "\ud800" <= written <= "\udfff")
                assert shown == written or spaces or unshowable
    article.text.encode()


@PATIENT
@given(sources, FORMATS)
def test_text_to_source_and_back_is_the_way_it_came(source: str, form: Format) -> None:
    article = parsed(source, form)
    for run in article.map.runs:
        assert article.map.to_text(article.map.to_source(run.text)) == run.text
    for word in article.words:
        there = article.map.to_source(word)
        assert article.map.to_text(there).covers(word)
        if article.quote(there) == article.slice(word):
            assert article.map.to_text(there) == word
    for one, two in pairwise(article.words):
        assert article.map.to_source(one).end <= article.map.to_source(two).end
        assert article.map.to_source(one).start <= article.map.to_source(two).start


@PATIENT
@given(sources, FORMATS)
def test_sentences_tile_their_blocks(source: str, form: Format) -> None:
    article = parsed(source, form)
    assert [one.index for one in article.sentences] == list(range(len(article.sentences)))
    for one, two in pairwise(article.sentences):
        assert one.span.end <= two.span.start
    for number, block in enumerate(article.blocks):
        sentences = article.sentences_of(block)
        assert (block.kind is BlockKind.CODE) == (not sentences)
        assert all(one.block == number and block.span.covers(one.span) for one in sentences)
        assert all(article.slice(one.span) == article.slice(one.span).strip() != "" for one in sentences)
        if sentences:
            shown = "".join("".join(article.slice(one.span).split()) for one in sentences)
            assert shown == "".join(article.slice(block.span).split())


@PATIENT
@given(sources, FORMATS)
def test_words_lie_in_sentences_and_their_sentence_quotes_them(source: str, form: Format) -> None:
    article = parsed(source, form)
    for one, two in pairwise(article.words):
        assert one.end <= two.start
    sentences = iter(article.sentences)
    current = next(sentences, None)
    for word in article.words:
        while current and current.span.end <= word.start:
            current = next(sentences, None)
        assert current
        assert current.span.covers(word)
        assert article.map.to_source(current.span).covers(article.map.to_source(word))
        assert article.slice(word)[0].isalnum()


@PATIENT
@given(sources, FORMATS)
def test_marks_keep_to_their_block_and_are_found(source: str, form: Format) -> None:
    article = parsed(source, form)
    for mark in article.marks:
        if mark.span.length:
            assert any(block.span.covers(mark.span) for block in article.blocks) or not article.slice(mark.span).strip()
        assert mark in list(article.marks_in(mark.span, mark.kind))


@PATIENT
@given(sources, FORMATS, st.sampled_from(SHARDS))
def test_the_source_is_kept_untouched(source: str, form: Format, shard: str) -> None:
    article = parsed(source + shard, form)
    assert article.source.endswith(source + shard)
    assert article.text[:1] != "\ufeff" or not article.source.startswith("\ufeff") or article.source[1] == "\ufeff"


@pytest.mark.parametrize(("form", "source"), SOURCES)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_change_nothing_a_reader_sees(form: Format, source: str, line_end: str) -> None:
    unix, other = parse(source, format=form), parse("\ufeff" + source.replace("\n", line_end), format=form)
    assert other.text == unix.text
    assert [(one.kind, one.span) for one in other.blocks] == [(one.kind, one.span) for one in unix.blocks]
    assert [one.span for one in other.sentences] == [one.span for one in unix.sentences]
    assert [(one.kind, one.span, one.target) for one in other.marks] == [
        (one.kind, one.span, one.target) for one in unix.marks
    ]
    assert other.metadata == unix.metadata


@pytest.mark.parametrize(("form", "source"), SOURCES)
def test_no_letter_that_a_reader_sees_is_lost_between_edits(form: Format, source: str) -> None:
    """A word put between any two words of the prose is seen, at its place."""
    article = parse(source, format=form)
    for word in article.words[::7]:
        at = article.map.to_source(word).end
        edited = parse(source[:at] + " Zyzzyva " + source[at:], format=form)
        assert edited.text.count("Zyzzyva") == 1
        shown = edited.text.index("Zyzzyva")
        assert edited.map.to_source(Span(shown, shown + 7)) == Span(at + 1, at + 8)
