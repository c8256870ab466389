"""The JSON report keeps to its published schema and to the contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reports.audit import Audit
from reports.json import render
from reports.schema import load
from tests.reports.samples import SAMPLES, failed_audit, incomplete_audit

SCHEMA = load()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_every_sample_fits_the_schema(sample: Callable[[], Audit]) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(render(sample())))


def undocumented(data: object, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yield the keys in `data` that `schema` does not describe."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        schema = schema["oneOf"][-1]
    if isinstance(data, dict):
        for key, value in data.items():
            described = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if described is None:
                yield f"{where}/{key}"
            else:
                yield from undocumented(value, described, f"{where}/{key}")
    elif isinstance(data, list):
        for item in data:
            yield from undocumented(item, schema["items"], where)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_every_key_is_documented(sample: Callable[[], Audit]) -> None:
    assert sorted(set(undocumented(json.loads(render(sample())), SCHEMA))) == []


def test_a_key_that_is_not_documented_is_noticed() -> None:
    data = json.loads(render(failed_audit()))
    data["articles"][0]["findings"][0]["surprise"] = 1
    assert list(undocumented(data, SCHEMA)) == ["/articles/findings/surprise"]


def test_quotes_are_the_source_between_their_offsets() -> None:
    audit = incomplete_audit()
    sources = {one.id: one.article.source for one in audit.articles if one.article}
    checked = 0
    for article in json.loads(render(audit))["articles"]:
        for place in (*article["findings"], *article["claims"]):
            if place["start"] is not None:
                assert sources[article["id"]][place["start"] : place["end"]] == place["quote"]
                checked += 1
    assert checked > 20


def test_a_finding_about_the_whole_article_has_no_place() -> None:
    article = json.loads(render(failed_audit()))["articles"][1]
    whole = [one for one in article["findings"] if one["rule"] == "duplication/near-duplicate"]
    assert len(whole) == 1
    assert [whole[0][key] for key in ("start", "end", "line", "column", "end_line", "end_column")] == [None] * 6


def test_lines_and_columns_are_those_of_the_source() -> None:
    article = json.loads(render(failed_audit()))["articles"][1]
    puffery = next(one for one in article["findings"] if one["rule"] == "superlatives/puffery")
    assert (puffery["line"], puffery["column"], puffery["end_line"], puffery["end_column"]) == (21, 38, 21, 51)


def test_an_article_that_could_not_be_read_is_told_of() -> None:
    article = json.loads(render(incomplete_audit()))["articles"][-1]
    assert article["verdict"] == "incomplete"
    assert article["score"] is None
    assert article["problems"] == [
        {
            "path": "notes/old.txt",
            "line": 2,
            "message": "The file is not UTF-8: byte 0x93 at offset 17.",
            "remedy": "Save it as UTF-8.",
        }
    ]


def test_numbers_that_json_does_not_know_become_null() -> None:
    audit = failed_audit()
    one = audit.articles[1]
    assert one.readability is not None
    measured = replace(one.readability, grade=float("nan"), indices={"lix": float("inf")})
    changed = replace(
        audit, articles=(replace(one, readability=measured),), run=replace(audit.run, seconds=float("inf"))
    )
    data = json.loads(render(changed), parse_constant=pytest.fail)
    assert data["articles"][0]["readability"]["grade"] is None
    assert data["articles"][0]["readability"]["lix"] is None
    assert data["run"]["seconds"] is None


def test_lone_surrogates_survive() -> None:
    rendered = render(incomplete_audit()).encode().decode()
    title = json.loads(rendered)["articles"][2]["title"]
    assert "\ud800" in title
