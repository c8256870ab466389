"""No article can put anything into the report but text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from posixpath import normpath

import pytest

from reports.audit import Audit
from reports.html import markup, render
from tests.reports.pages import Element, read
from tests.reports.samples import SAMPLES, incomplete_audit

TAGS = frozenset(
    {"html", "head", "meta", "title", "link", "style", "body", "script", "header", "main", "footer", "nav", "section"}
    | {
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "pre",
        "blockquote",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "br",
        "details",
    }
    | {
        "summary",
        "dialog",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "code",
        "kbd",
        "mark",
        "q",
        "small",
        "span",
        "sup",
        "del",
        "ins",
    }
    | {"time", "table", "caption", "thead", "tbody", "tr", "th", "td", "form", "label", "input", "select", "option"}
    | {"button", "output", "svg", "symbol", "use", "path", "circle", "rect", "text"}
)
EXTERNAL = re.compile(r"(https?://[^\s/]|mailto:[^\s])", re.IGNORECASE)


def elements(pages: Mapping[str, str]) -> Iterator[tuple[str, Element]]:
    for name, page in pages.items():
        for element in read(page).all():
            yield name, element


def check_page(page: str) -> None:
    """Assert that a page holds nothing that could run or be fetched, but our own style and script by their hash."""
    root = read(page)
    scripts, styles = root.all("script"), root.all("style")
    assert [one.text for one in scripts] == [str(markup.asset("report.js"))]
    assert styles[0].text == str(markup.asset("report.css"))
    assert len(styles) <= 2
    metas = [meta.attributes["content"] for meta in root.all("meta") if "http-equiv" in meta.attributes]
    assert metas == [policy(scripts[0], styles)]
    for element in root.all():
        assert element.tag in TAGS, element.tag
        for name, value in element.attributes.items():
            assert not name.startswith("on"), f"{element.tag} {name}"
            assert name not in {"style", "src", "srcset", "action", "formaction", "data", "background", "ping"}
            if name == "href" and element.tag != "link":
                assert EXTERNAL.match(value) or re.fullmatch(r"[\w./-]*(#[\w-]+)?", value), value
    assert [link.attributes["href"][:19] for link in root.all("link")] == ["data:image/svg+xml,"]


def policy(script: Element, styles: list[Element]) -> str:
    def allowed(element: Element) -> str:
        digest = hashlib.sha256(element.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    return (
        f"default-src 'none'; style-src {' '.join(map(allowed, styles))}; script-src {allowed(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_pages_hold_nothing_foreign_but_text(sample: Callable[[], Audit]) -> None:
    for page in render(sample()).values():
        check_page(page)


def test_the_policy_names_no_other_source_of_anything() -> None:
    page = render(incomplete_audit())["index.html"]
    content = next(meta.attributes["content"] for meta in read(page).all("meta") if "http-equiv" in meta.attributes)
    parts = dict(part.split(" ", 1) for part in content.split("; "))
    assert parts["default-src"] == "'none'"
    assert "unsafe" not in content
    assert "*" not in content


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_every_link_inside_the_report_leads_somewhere(sample: Callable[[], Audit]) -> None:
    pages = render(sample())
    ids = {
        name: [one.attributes["id"] for one in read(page).all() if "id" in one.attributes]
        for name, page in pages.items()
    }
    for name, known in ids.items():
        assert len(known) == len(set(known)), f"{name} has an id twice"
    followed = 0
    for name, element in elements(pages):
        href = element.attributes.get("href", "")
        if element.tag in {"a", "use"} and not EXTERNAL.match(href):
            file, _, fragment = href.partition("#")
            target = normpath(str(PurePosixPath(name).parent / file)) if file else name
            assert target in pages, href
            assert not fragment or fragment in ids[target], f"{name}: {href}"
            followed += 1
    assert followed


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://a.example/x?y=1#z", True),
        ("http://a.example", True),
        ("mailto:desk@a.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//evil.example/x", False),
        ("https:", False),
        ("/etc/passwd", False),
        ("file:///etc/passwd", False),
        ("https://a.example/\u202egnp", False),
        ("https://[bad", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(target: str, *, safe: bool) -> None:
    assert markup.safe_link(target) == (target if safe else "")


def test_hidden_characters_show_as_their_codes() -> None:
    shown = str(markup.shown("a\u200bb\u202ec\x00d\ud800e\U000e0041f"))
    assert re.sub(r"</?span[^>]*>", "|", shown) == "a|U+200B|b|U+202E|c|U+0000|d|U+D800|e|U+E0041|f"


@pytest.mark.parametrize("text", ["👩\u200d🚀", "می\u200cخواهم", "plain\ttext"])
def test_joiners_that_letters_and_emoji_need_stay(text: str) -> None:
    assert str(markup.shown(text)) == text


def test_nothing_is_loaded_for_an_image() -> None:
    page = render(incomplete_audit())
    brewing = next(text for name, text in page.items() if "brewing" in name)
    images = read(brewing).all(of="image")
    assert [image.text for image in images] == ["Image: no alternative text kettle.png"]


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert render(incomplete_audit()) == render(incomplete_audit())
