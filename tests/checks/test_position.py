"""Properties of spans, source maps and line numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.position import Position, Run, SourceMap, Span, line_starts, position

TEXT = st.text(alphabet=st.sampled_from("ab é👩\u0301\r\n\t\0"), max_size=60)


@st.composite
def maps(draw: st.DrawFn) -> SourceMap:
    """Draw runs in order: literal or not, with gaps on either side."""
    runs: list[Run] = []
    text = source = 0
    for _ in range(draw(st.integers(1, 6))):
        text += draw(st.integers(0, 3))
        source += draw(st.integers(0, 3))
        size = draw(st.integers(1, 5))
        other = draw(st.one_of(st.just(size), st.integers(1, 7)))
        runs.append(Run(Span(text, text + size), Span(source, source + other)))
        text, source = text + size, source + other
    return SourceMap.of(tuple(runs))


@st.composite
def places(draw: st.DrawFn) -> tuple[SourceMap, Span]:
    """Draw a map and a text span with something in it."""
    made = draw(maps())
    start = draw(st.integers(0, made.runs[-1].text.end - 1))
    return made, Span(start, draw(st.integers(start + 1, made.runs[-1].text.end)))


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(3, 5))
    assert not Span(0, 4).covers(Span(3, 5))
    assert Span(2, 4).shift(3) == Span(5, 7)
    assert Span(2, 4).length == 2


@given(places())
def test_the_way_to_the_source_and_back_covers_the_place(drawn: tuple[SourceMap, Span]) -> None:
    made, span = drawn
    shown = [run for run in made.runs if run.text.overlaps(span)]
    source = made.to_source(span)
    if not shown:
        assert source.length == 0
        return
    assert shown[0].source.start <= source.start < source.end <= shown[-1].source.end
    back = made.to_text(source)
    assert back.start <= max(span.start, shown[0].text.start)
    assert back.end >= min(span.end, shown[-1].text.end)


@given(places())
def test_a_literal_place_maps_to_itself(drawn: tuple[SourceMap, Span]) -> None:
    made, span = drawn
    for run in made.runs:
        if run.literal and run.text.covers(span):
            assert made.to_source(span) == span.shift(run.source.start - run.text.start)
            assert made.to_text(made.to_source(span)) == span


@given(places(), st.data())
def test_a_place_inside_another_maps_inside_it(drawn: tuple[SourceMap, Span], data: st.DataObject) -> None:
    made, span = drawn
    start = data.draw(st.integers(span.start, span.end - 1))
    inner = made.to_source(Span(start, data.draw(st.integers(start + 1, span.end))))
    if inner.length:
        assert made.to_source(span).covers(inner)


@given(maps())
def test_a_place_without_source_maps_to_a_point_before_it(made: SourceMap) -> None:
    for one, two in zip(made.runs, made.runs[1:], strict=False):
        if one.text.end < two.text.start:
            assert made.to_source(Span(one.text.end, two.text.start)) == Span(one.source.end, one.source.end)


def test_an_entity_maps_as_a_whole() -> None:
    # Source `a&amp;b` is shown as `a&b`.
    made = SourceMap.of((Run(Span(0, 1), Span(0, 1)), Run(Span(1, 2), Span(1, 6)), Run(Span(2, 3), Span(6, 7))))
    assert made.to_source(Span(1, 2)) == Span(1, 6)
    assert made.to_source(Span(0, 3)) == Span(0, 7)
    assert made.to_text(Span(3, 4)) == Span(1, 2)


@pytest.mark.parametrize(
    "runs",
    [
        (Run(Span(0, 0), Span(0, 1)),),
        (Run(Span(0, 1), Span(1, 1)),),
        (Run(Span(0, 2), Span(0, 2)), Run(Span(1, 3), Span(2, 4))),
        (Run(Span(0, 2), Span(4, 6)), Run(Span(2, 4), Span(0, 2))),
    ],
)
def test_runs_that_are_empty_or_out_of_order_are_refused(runs: tuple[Run, ...]) -> None:
    with pytest.raises(ValueError, match="run"):
        SourceMap.of(runs)


@given(TEXT)
def test_lines_begin_where_an_editor_begins_them(text: str) -> None:
    assert line_starts(text) == (0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text)))


@given(TEXT, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    starts = line_starts(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = position(starts, offset)
    assert starts[line - 1] + column - 1 == offset
    assert line == len(starts) or offset < starts[line]


def test_columns_count_code_points() -> None:
    text = "one\r\n👩‍🚀 two"
    assert position(line_starts(text), text.index("two")) == Position(2, 5)
