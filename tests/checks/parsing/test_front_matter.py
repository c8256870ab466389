"""Front matter, and what becomes of it."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from checks.article import Format
from checks.parsing import ParseError, parse


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
def test_yaml(form: Format, line_end: str, before: str) -> None:
    source = before + line_end.join(
        ("---", "title: A  ", "lang: de-at", "url: https://a.test", "tags: [b]", "---", "Text.")
    )
    article = parse(source, format=form, title="no", language="en", url="no")
    assert (article.title, article.language, article.url) == ("A", "de-AT", "https://a.test")
    assert article.metadata["tags"] == ["b"]
    assert article.text == "Text."
    assert article.source == source


def test_toml() -> None:
    article = parse('+++\ntitle = "A"\n[copydesk]\ndisable = ["b"]\n+++\nText.', name="x.md")
    assert article.title == "A"
    assert article.metadata["copydesk"] == {"disable": ["b"]}
    assert article.text == "Text."


def test_what_is_no_front_matter_is_text() -> None:
    for source in ("---\n\nA rule.\n\n---\n\nB.", "---\n- a\n- b\n---\nB.", "A.\n---\nb: c\n---", "---\ntitle: x\n"):
        article = parse(source, format=Format.MARKDOWN)
        assert article.metadata == MappingProxyType({})
        assert article.blocks


def test_empty_front_matter() -> None:
    assert parse("---\n---\nA.", format=Format.MARKDOWN).text == "A."
    assert parse("---\n# nothing\na:\n---\nA.", format=Format.MARKDOWN).metadata == {"a": None}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\ntitle: a: b\n---\n", 2),
        ("---\na: b\n\ttitle: c\n---\n", 3),
        ("\n\n---\na: b\nc: [d\n---\n", 6),
        ("\ufeff---\r\na: b\r\nc: @d\r\n---\r\n", 3),
        ("+++\na = 1\nb = \n+++\n", 3),
        ("---\na: b\nc: \x01\n---\n", 3),
        ("---\na: " + "[" * 5000 + "\n---\n", 1),
        ("---\na: 2020-13-45\n---\n", 1),
        ("---\na: " + "b" * 300_000 + "\n---\n", 1),
    ],
)
def test_what_cannot_be_read_names_the_line(source: str, line: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse(source, name="x.md")
    assert caught.value.line == line
    assert "front matter" in caught.value.message
    assert caught.value.remedy


def test_title_comes_from_the_best_place() -> None:
    page = "<title>Page</title><h1>Heading</h1>"
    assert parse(f"---\ntitle: Front\n---\n{page}", format=Format.HTML, title="Caller").title == "Front"
    assert parse(page, format=Format.HTML, title="Caller").title == "Page"
    assert parse("# Heading\n", format=Format.MARKDOWN, title="Caller").title == "Caller"
    assert parse("# A\n## B\n", format=Format.MARKDOWN).title == "A"
    assert parse("a", format=Format.MARKDOWN).title == ""


def test_language_comes_from_the_best_place() -> None:
    page = "<html lang=fr><p>a"
    assert parse(f"---\nlanguage: de\n---\n{page}", format=Format.HTML, language="es").language == "de"
    assert parse(page, format=Format.HTML, language="es").language == "fr"
    assert parse("a", format=Format.PLAIN, language="es").language == "es"
    assert parse("a", format=Format.PLAIN, language="not a tag").language == "en"
