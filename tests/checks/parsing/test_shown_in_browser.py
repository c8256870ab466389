"""What a browser shows and what the article shows are one, for sound HTML and for broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.checks.parsing.shown import html
from tests.checks.parsing.sources import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Show = Callable[[list[str]], list[str]]

SHOW = """sources => sources.map(source => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const page = frame.contentDocument;
    page.open(); page.write(source); page.close();
    const shown = page.body ? page.body.innerText : "";
    frame.remove();
    return shown;
})"""


@pytest.fixture(scope="module")
def chromium(browser: Browser) -> Iterator[Show]:
    """Return what tells the text that Chromium shows for each of some sources."""
    page = browser.new_page()
    yield lambda sources: page.evaluate(SHOW, sources)
    page.close()


TABLE = (
    "a &amp; b &lt; c &copy d &notit; &ampx &nbsp; &#128; &#x41; &#xD800; &NotEqualTilde; &nosuch; &;",
    "<p>a<p>b</p>c</p>d",
    "<b>a<i>b</b>c</i>d <a href=x>e<a href=y>f</a>",
    "<b>a<p>b</b>c</p>d",
    "<table>a<tr>b<td>c</td>d<tr><th>e</table>f",
    "<table><caption>a<tr><td>b<table><tr><td>c</table>d</table>",
    "<ul><li>a<ul><li>b<li>c</ul><li>d</ul></li>e",
    "<dl><dt>a<dd>b<dt>c</dl>",
    "<h1>a<h2>b</h3>c",
    "<script>a<!-- <script> b </script> c --></script>d",
    "<script>a</script x>b<style>c</style >d</style>",
    "<title>a</title>b<textarea>c<p></textarea>d",
    "<noscript>a</noscript><template>b<template></template>c</template><iframe>d</iframe>e",
    "<!-- a --><!--> b --><!---> c --><!-- d --!> e <!-- f -- > g",
    "<![CDATA[ a <b> ]]> b <svg><![CDATA[ c ]]></svg> d",
    "<?xml a ?> b <!doctype html> c <!x> d </ e> f </> g </3> h <3 i <",
    "<\narticle> a </\nsection> b < c> d",
    "a<p title='b>c' data-d=\"e'f\" g = h i>j",
    "a<p title='b>c",
    "a<p b",
    "a<",
    "a</",
    "a<!-- b",
    "<p hidden>a</p><p style='display:none'>b</p><p>c",
    "<p>a<br>b</br>c</p>d</p>e",
    "<pre>\n a\n  b</pre>c",
    "a<plaintext>b<p>c",
    "<xmp>a<b></xmp>c",
    "<svg><title>a</title><desc><p>b</p></desc></svg>c<svg><p>d",
    "<button>a<button>b</button>c",
    "<html><head><title>a</title></head><body>b</body></html>c",
    "a<head>b</head><body>c<html>d",
    "</p></div></b></table></head></body></html>a",
    "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>",
    "<p>a\r\nb\rc\n\n d\t e</p>",
    "<span>a </span> <span> b</span><i>c</i><b> d</b>",
    "<details open><summary>a</summary>b</details><dialog>c</dialog><dialog open>d</dialog>",
    "<object>a</object><video>b</video><audio>c</audio><canvas>d</canvas>e",
    "<image>a<img alt=b>c<input value=d>e",
    "<p>a\u00adb\u200bc e\u0301 😀 שלום\ufeff",
    *("<div>" * depth + "a" + "</div>" * depth + "b" for depth in (100, 600)),
    *("<b>" * depth + "<p>a" for depth in (3, 5)),
)


@pytest.mark.parametrize("source", TABLE)
def test_a_browser_shows_the_same(chromium: Show, source: str) -> None:
    (shown,) = chromium([source])
    assert same(source, html(source).text, shown)


@pytest.mark.parametrize(
    ("source", "ours", "theirs"),
    [
        ("<select><option>a</select>b", "b", "a b"),
        ("<details><summary>a</summary>b</details>", "a b", "a"),
        ("<svg><text>a</text></svg>b", "b", "a b"),
    ],
)
def test_where_we_differ_on_purpose(chromium: Show, source: str, ours: str, theirs: str) -> None:
    """Choices of a form and labels of a drawing are no prose; what one click opens is."""
    (shown,) = chromium([source])
    assert html(source).text.split() == ours.split()
    assert shown.split() == theirs.split()


def test_a_browser_shows_the_same_of_the_samples(chromium: Show) -> None:
    sources = [(SAMPLES / name).read_text("utf-8") for name in ("page.html", "paste.html")]
    for source, shown in zip(sources, chromium(sources), strict=True):
        assert normal(html(source).text) == normal(shown)


TAGS = (
    *(
        "p",
        "div",
        "section",
        "article",
        "header",
        "main",
        "nav",
        "center",
        "form",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "hr",
    ),
    *("b", "i", "a", "em", "strong", "u", "font", "small", "code", "span", "sup", "mark", "q", "abbr", "br", "img"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tbody", "tr", "td", "th", "figure", "figcaption"),
    *("html", "head", "title", "body"),
)
ATTRIBUTES = ("", "", "", " class=x", ' title="a>b"', " data-x='<b>'", " href=# ", ' x=">" y', "/", " lang=fr")
TEXTS = (
    "alpha ",
    "beta",
    "\n",
    "  gamma\n delta ",
    "&amp;",
    "&lt;p&gt;",
    "&copy",
    "&#x41;",
    "&nbsp;",
    "<",
    "< p>",
    "</ p>",
)
ODDITIES = (
    "<!-- c -->",
    "<!--",
    "-->",
    "<![CDATA[ d ]]>",
    "<?php e ?>",
    "</>",
    "&",
    '"',
    ">",
    "x<y",
    "1 < 2 ",
    "é😀",
    "<p/",
)
SOURCES = 600
MOST_PARTS = 24


def soup(random: Random) -> str:
    """Return random tags, half of them closed, text and oddities."""
    parts: list[str] = []
    opened: list[str] = []
    for _ in range(random.randint(1, MOST_PARTS)):
        chance = random.random()
        if chance < 0.35:
            parts.append(random.choice(TEXTS + ODDITIES))
        elif chance < 0.7:
            opened.append(random.choice(TAGS))
            parts.append(f"<{opened[-1]}{random.choice(ATTRIBUTES)}>{random.choice(('one ', 'two', '', ''))}")
        else:
            name = opened.pop(random.randrange(len(opened))) if opened and chance < 0.9 else random.choice(TAGS)
            parts.append(f"</{name}>")
    return "".join(parts)


@pytest.mark.parametrize("seed", range(3))
def test_a_browser_shows_the_same_of_tag_soup(chromium: Show, seed: int) -> None:
    random = Random(seed)
    sources = [soup(random) for _ in range(SOURCES)]
    different = []
    for source, shown in zip(sources, chromium(sources), strict=True):
        if not same(source, html(source).text, shown):
            different.append((source, html(source).text, shown))
    assert different == []


def same(source: str, ours: str, theirs: str) -> bool:
    """Tell whether two texts are the same; a browser moves what is astray in a table out of it, we do not."""
    one, other = normal(ours), normal(theirs)
    return Counter(one) == Counter(other) if "<table" in source else one == other


def normal(text: str) -> str:
    """Return a text without white space, of which a browser and we show different amounts between blocks."""
    return re.sub(r"\s+", "", text)
