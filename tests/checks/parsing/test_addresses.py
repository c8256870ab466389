"""Addresses in the text: where they end, and where they lead."""

from __future__ import annotations

import pytest

from checks.article import MarkKind
from checks.parsing.addresses import addresses
from tests.checks.parsing.shown import html, markdown, marks, plain


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("See https://a.test/b.", "https://a.test/b", "https://a.test/b"),
        ("(https://a.test/b)", "https://a.test/b", "https://a.test/b"),
        ("https://a.test/b_(c), d", "https://a.test/b_(c)", "https://a.test/b_(c)"),
        ("“https://a.test?b=c&d”", "https://a.test?b=c&d", "https://a.test?b=c&d"),
        ("www.a.test/b!", "www.a.test/b", "http://www.a.test/b"),
        ("doi:10.1000/a.b-c.", "doi:10.1000/a.b-c", "https://doi.org/10.1000/a.b-c"),
        ("10.1000/xyz(1)", "10.1000/xyz(1)", "https://doi.org/10.1000/xyz(1)"),
        ("Write to a.b+c@d-e.test.", "a.b+c@d-e.test", "mailto:a.b+c@d-e.test"),
        ("HTTPS://A.TEST/b", "HTTPS://A.TEST/b", "HTTPS://A.TEST/b"),
        ("https://doi.org/10.1000/x", "https://doi.org/10.1000/x", "https://doi.org/10.1000/x"),
    ],
)
def test_address(text: str, shown: str, target: str) -> None:
    assert [(text[slice(*span)], to) for span, to in addresses(text, 0, len(text))] == [(shown, target)]


@pytest.mark.parametrize("text", ["a.b", "@name", "10.5 mg", "1/2", "http:", "node.js", "a @ b"])
def test_no_address(text: str) -> None:
    assert list(addresses(text, 0, len(text))) == []


def test_a_bare_address_is_a_link_once() -> None:
    assert marks(plain("See https://a.test."), MarkKind.LINK) == [
        ("https://a.test", "https://a.test", "https://a.test")
    ]
    assert len(marks(markdown("<https://a.test> [https://b.test](https://b.test)"), MarkKind.LINK)) == 2
    assert len(marks(html("<a href=x>www.a.test</a> <code>y</code>"), MarkKind.LINK)) == 1
