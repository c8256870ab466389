"""Values come back from JSON as they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.article import Article, Format, Mark, MarkKind, Sentence
from checks.evidence import Claim
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.position import Position, Run, Span
from checks.readability import Readability
from flows.remembered.codec import Unpackable, codec


def there_and_back(kind: object, value: object) -> object:
    way = codec(kind)
    return way.unpack(json.loads(json.dumps(way.pack(value))))


spans = st.tuples(st.integers(0), st.integers(0)).map(lambda pair: Span(*pair))


@given(st.lists(spans).map(tuple))
def test_spans_come_back_as_spans(value: tuple[Span, ...]) -> None:
    back = there_and_back(tuple[Span, ...], value)
    assert back == value
    assert isinstance(back, tuple)
    assert all(type(one) is Span for one in back)


@given(st.builds(Sentence, spans, st.integers(0), st.integers(0)))
def test_numbers_in_records_in_lists_come_back_in_their_places(value: Sentence) -> None:
    assert there_and_back(tuple[Sentence, ...], (value, value)) == (value, value)
    assert there_and_back(tuple[Run, ...], (Run(value.span, Span(1, 2)),)) == (Run(value.span, Span(1, 2)),)


words = st.text(max_size=5)


@given(
    st.builds(
        Finding,
        rule=words,
        severity=st.sampled_from(Severity),
        confidence=st.floats(0, 1),
        span=st.none() | spans,
        replacements=st.lists(words).map(tuple),
    )
)
def test_findings_come_back(value: Finding) -> None:
    assert there_and_back(Finding, value) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Mark, Mark(MarkKind.LINK, Span(1, 2), Span(3, 4), "target", has_label=True)),
        (Readability, Readability(None, MappingProxyType({"lix": 40.5, "rix": None}), ("too short",), ())),
        (Claim, Claim(Span(0, 9), 0.5, supported=False, evidence=())),
        (tuple[Span, str], (Span(1, 2), "two")),
        (Mapping[str, float], {"a": 0.1}),
        (frozenset[str], frozenset({"b", "a"})),
        (Span | None, None),
        (Position | None, Position(1, 2)),
    ],
)
def test_what_the_model_is_made_of_comes_back(kind: object, value: object) -> None:
    assert there_and_back(kind, value) == value


def test_an_article_comes_back_with_its_front_matter() -> None:
    article = parse(
        "---\ntitle: Tides\ndate: 2024-05-06\nat: 2024-05-06T07:08:09Z\ntags: [sea, {deep: 1.5}]\n---\n\n"
        "The *keeper* reads[^1] the gauge &amp; writes.\n\n[^1]: Daily.\n",
        format=Format.MARKDOWN,
    )
    back = there_and_back(Article, article)
    assert isinstance(back, Article)
    assert all(getattr(back, name) == getattr(article, name) for name in Article.__dataclass_fields__)
    assert back.metadata["date"] == date(2024, 5, 6)
    assert back.metadata["at"] == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize("value", [b"bytes", {1: "one"}, {"\0date": "x"}, [{"a"}]])
def test_what_would_not_come_back_the_same_is_refused(value: object) -> None:
    with pytest.raises(Unpackable):
        codec(object).pack(value)


@dataclass(frozen=True)
class _Foreign:
    what: bytes


@pytest.mark.parametrize("kind", [bytes, _Foreign, list[int], Mapping[int, str]])
def test_types_that_are_not_of_the_model_are_refused(kind: object) -> None:
    with pytest.raises(TypeError):
        codec(kind)
