"""Which format a source is taken for."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.parsing import detect_format, parse
from tests.checks.parsing.sources import NAMES, SAMPLES


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.md", Format.MARKDOWN), ("A.MARKDOWN", Format.MARKDOWN), ("a.b.html", Format.HTML), ("x/a.HTM", Format.HTML)],
)
def test_the_name_decides(name: str, form: Format) -> None:
    assert detect_format("<p>a</p> **b** [c](d)", name) is form


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("", Format.PLAIN),
        ("Two * three * four, and [a] note.", Format.PLAIN),
        ("# Not a heading, maybe", Format.PLAIN),
        ("a <b c> d, 1 < 2 > 0", Format.PLAIN),
        ("<p>One</p>\n<p>Two</p>", Format.HTML),
        ("“`html\n<\narticle>\n<a href='x'>b</a>", Format.HTML),
        ("\ufeff<!DOCTYPE html>x", Format.HTML),
        ("# One\n\nText with **bold**.", Format.MARKDOWN),
        ("See [a](b) and [c](d).\n\n<br>", Format.MARKDOWN),
        ("One.\n\n<!-- copydesk-disable -->\n\nTwo.", Format.MARKDOWN),
        ("<p>One.</p>\n<!-- copydesk-disable -->\n<p>Two.</p>", Format.HTML),
        ("<!-- A note to the desk. -->\n\nTwo.", Format.PLAIN),
        ("# One\r\n\r\nTwo.", Format.MARKDOWN),
        ("---\ntitle: One\n---\n\nTwo.", Format.MARKDOWN),
        ("---\nTwo.", Format.PLAIN),
        ("# One\n\n## Two\n\n<br>\n\n- [x](y) and **z**", Format.MARKDOWN),
    ],
)
def test_otherwise_the_content_decides(source: str, form: Format) -> None:
    assert detect_format(source, "a.txt") is form
    assert detect_format(source) is form


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_are_known_without_their_names(name: str) -> None:
    assert detect_format((SAMPLES / name).read_text("utf-8")) is NAMES[name]


def test_an_explicit_format_wins() -> None:
    assert parse("<p>a</p><p>b</p>", name="a.html", format=Format.PLAIN).text == "<p>a</p><p>b</p>"
