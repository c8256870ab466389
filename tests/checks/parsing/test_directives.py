"""Inline suppressions, as the parser reads them."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.parsing import parse


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN])
@pytest.mark.parametrize(
    ("comment", "action", "rules"),
    [
        ("<!-- copydesk-disable a/b -->", "disable", ("a/b",)),
        ("<!-- copydesk-enable -->", "enable", ()),
        ("<!--copydesk-disable-next-line a/b c/d-->", "disable-next-line", ("a/b", "c/d")),
        ("<!-- copydesk-disable\na/b,\nc -- it is -- fine -->", "disable", ("a/b", "c")),
        ("<!-- copydesk-disable -- all of it -->", "disable", ()),
    ],
)
def test_directive(form: Format, comment: str, action: str, rules: tuple[str, ...]) -> None:
    article = parse(f"A.\n\n{comment}\n\nB.", format=form)
    (found,) = article.directives
    assert (found.action, found.rules, article.quote(found.source)) == (action, rules, comment)
    assert "copydesk" not in article.text


@pytest.mark.parametrize("comment", ["<!-- copydesk -->", "<!-- copydesk-disabled x -->", "<!-- disable x -->"])
def test_no_directive(comment: str) -> None:
    assert parse(comment, format=Format.HTML).directives == ()


def test_inside_a_paragraph() -> None:
    assert len(parse("a <!-- copydesk-disable x --> b", format=Format.MARKDOWN).directives) == 1
