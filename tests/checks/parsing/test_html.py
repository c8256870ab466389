"""HTML: what a reader sees of it, and what it is."""

from __future__ import annotations

import pytest

from checks.article import BlockKind, FaultKind, MarkKind
from checks.position import Span
from tests.checks.parsing.shown import blocks, html, marks, texts

H, P, L, Q, C, K = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTATION,
    BlockKind.TABLE_CELL,
    BlockKind.CAPTION,
)

LONG = (
    "Here is a line of prose that is long enough to stand for a whole paragraph, as they come out of a word processor."
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a<p>b", [(P, "a"), (P, "b")]),
        ("<h1>T</h1>x<h3>S</h3>", [(H, "T"), (P, "x"), (H, "S")]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", [(L, "a"), (L, "b"), (L, "c")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [(L, "a"), (L, "b")]),
        ("<blockquote>a<p>b</blockquote>c", [(Q, "a"), (Q, "b"), (P, "c")]),
        ("<table><caption>k</caption><tr><th>a<td>b</table>", [(K, "k"), (C, "a"), (C, "b")]),
        ("<figure><img src=x><figcaption>k</figcaption></figure>", [(K, "k")]),
        ("<div class='wp-caption-text'>k</div>", [(K, "k")]),
        ("<dl><dt>a<dd>b</dl>", [(L, "a"), (L, "b")]),
        ("<p class=MsoTitle>T</p><p class=MsoNormal>a</p><p class=MsoCaption>k</p>", [(H, "T"), (P, "a"), (K, "k")]),
        ('<p class=MsoListParagraphCxSpLast><span style="mso-list:Ignore">· </span>a</p>', [(L, "a")]),
        ("<details><summary>s</summary>d</details>", [(K, "s"), (P, "d")]),
        ("<pre>\na\n  b\n</pre>", [(BlockKind.CODE, "a\n  b")]),
        ("a<hr>b", [(P, "a"), (P, "b")]),
        ("<p>a<br>b<br><br>c</p>", [(P, "a\nb"), (P, "c")]),
        ('<div role="heading" aria-level="3">h</div>', [(H, "h")]),
        ("<p>&nbsp;</p><p>a</p><td>b</td>", [(P, "a"), (P, "b")]),
        ("", []),
        ("<p></p><div> </div>", []),
    ],
)
def test_blocks(source: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert blocks(html(source)) == expected


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a &amp; b &lt;p&gt;", "a & b <p>"),
        ("caf&eacute; &#233; &#xE9; &copy 1", "café é é © 1"),
        ("&notit; &ampx &nosuch; &", "¬it; &x &nosuch; &"),
        ("&amp;nbsp;", "&nbsp;"),
        ("&NotEqualTilde;&#128;&#0;&#x110000;", "\u2242\u0338€\ufffd\ufffd"),
        ("  a \n\t b  ", "a b"),
        ("a <b> b</b> c", "a b c"),
        ("a<b>b</b>c", "abc"),
        ("a\0b", "ab"),
        ("a<!-- x > y -->b<!-->c<!--->d", "abcd"),
        ("a<![CDATA[ b > c ]]>d", "a c ]]>d"),
        ("<svg><text>x</text></svg>a<math><mi>b</mi></math>", "ab"),
        ("a<?php echo 1 ?>b<!DOCTYPE html>c</>d</ p>e", "abcde"),
        ("1 < 2 <3 <\ndiv>", "1 < 2 <3 < div>"),
        ("<a title=\"a > b\" x='<p>'>c</a>", "c"),
        ("<script>if (a<b) '</p>'</script>a<style>p{}</style>b", "ab"),
        ("<script><!--<script></script>--></script>a", "a"),
        ("<noscript>no</noscript><template>no</template><textarea>no</textarea>a", "a"),
        ("<p hidden>no</p><p style='color:red; display: none'>no</p>a", "a"),
        ("<b><i>a</b>b</i>c", "abc"),
        ("<head><title>T</title>a", "a"),
        ("<title>T</title><p>a", "a"),
        ("a<p", "a"),
        ("a<!-- b", "a"),
        ("a</p>b", "a\n\nb"),
        ("<object>no</object><video>no</video><iframe>no</iframe>a", "a"),
        ("x<sup>2</sup> H<sub>2</sub>O", "x2 H2O"),
    ],
)
def test_text(source: str, shown: str) -> None:
    assert html(source).text == shown


def test_an_entity_points_at_all_of_its_source() -> None:
    source = "<p>caf&eacute; <b>&amp;</b>&#x1F41D;bee</p>"
    article = html(source)
    assert article.text == "café &🐝bee"
    quotes = [article.quote(article.map.to_source(Span(at, at + 1))) for at in (3, 5, 6, 7)]
    assert quotes == ["&eacute;", "&amp;", "&#x1F41D;", "b"]
    assert article.quote(article.map.to_source(Span(0, 4))) == "caf&eacute;"


def test_text_astray_in_a_table_stays_where_it_is_written() -> None:
    assert texts(html("<table>a<tr>b<td>c</td>d</table>e")) == ["a", "b", "c", "d", "e"]


def test_lines_of_a_paste_are_paragraphs_and_short_ones_headings() -> None:
    article = html(f"How Bread Rises\n{LONG}\n{LONG} {LONG}\nWhat Flour Does\n{LONG}")
    assert [kind for kind, _ in blocks(article)] == [H, P, P, H, P]
    assert texts(article)[2] == f"{LONG} {LONG}"


def test_lines_that_are_links_and_paragraphs_with_tags_are_no_headings() -> None:
    article = html(
        f"<header><a href=/>The Bread Paper</a></header>\n<div>\n<p>How Bread Rises</p>\n<p>{LONG}</p></div>"
    )
    assert [kind for kind, _ in blocks(article)] == [P, P, P]


def test_wrapped_lines_are_one_paragraph() -> None:
    source = (
        "<div>\n  The dough is left alone until it has\n  doubled, which takes about an hour in\n  a warm room.\n</div>"
    )
    assert len(html(source).blocks) == 1


def test_inline_tags_do_not_break_a_line() -> None:
    article = html(f"<b>Bread rises.</b> {LONG}\n<a href=x>Next</a> {LONG}")
    assert texts(article) == [f"Bread rises. {LONG}", f"Next {LONG}"]


def test_a_tag_broken_over_lines_is_text_and_a_fault() -> None:
    article = html(f"<\narticle>\n{LONG}\n</\nsection>")
    assert texts(article)[0] == "< article>"
    faults = [(one.kind, one.what, article.quote(one.source)) for one in article.faults]
    assert faults == [
        (FaultKind.BROKEN_TAG, "article", "<\narticle>"),
        (FaultKind.BROKEN_TAG, "section", "</\nsection>"),
    ]


@pytest.mark.parametrize(
    ("source", "kind", "what", "quote"),
    [
        ("<section><p>a", FaultKind.UNCLOSED, "section", "<section>"),
        ("<p><b>a</p>", FaultKind.UNCLOSED, "b", "<b>"),
        ("a</section>", FaultKind.STRAY_END, "section", "</section>"),
        ("a<p class='x", FaultKind.TRUNCATED, "p", "<p class='x"),
        ("a<!-- b", FaultKind.TRUNCATED, "!--", "<!-- b"),
        ("<h2> </h2>", FaultKind.EMPTY, "h2", "<h2> </h2>"),
        ("<a href='x'></a>b", FaultKind.EMPTY, "a", "<a href='x'></a>"),
    ],
)
def test_faults(source: str, kind: FaultKind, what: str, quote: str) -> None:
    article = html(source)
    assert [(one.kind, one.what, article.quote(one.source)) for one in article.faults] == [(kind, what, quote)]


@pytest.mark.parametrize(
    "source",
    [
        "<p>a<p>b",
        "<ul><li>a<li>b</ul>",
        "<table><tr><td>a<tr><td>b</table>",
        "<a href=x><img src=y></a>",
        "<html><head><title>x</title><body><p>a</html>",
        "<p>a<br/>b<svg><path/></svg>",
        "<a name=x></a>b",
    ],
)
def test_sound_html_has_no_fault(source: str) -> None:
    assert html(source).faults == ()


def test_nesting_deeper_than_browsers_go_is_told_and_loses_nothing() -> None:
    article = html("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    assert article.text == "deep"
    assert article.faults[0].kind is FaultKind.TOO_DEEP


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<nav>x</nav><p>a", ["a"]),
        ("<p>a<footer>x</footer>", ["a"]),
        ("<div class='share-links icons'>x</div><p>a", ["a"]),
        ("<div id=cookie-banner>x</div><div role=navigation>x</div>a", ["a"]),
        ("<div class='sidebar'><article>a</article>x</div>", ["a"]),
        ("<a class='skip-link' href=#x>x</a><p>a", ["a"]),
        ("<blockquote>a<footer>by b</footer></blockquote>", ["a", "by b"]),
        ("<div class='has-sidebar share-price'>a</div>", ["a"]),
    ],
)
def test_site_chrome_is_known(source: str, kept: list[str]) -> None:
    article = html(source)
    assert [article.slice(one.span) for one in article.blocks if not one.boilerplate] == kept


def test_links_images_and_other_marks() -> None:
    article = html(
        '<p>See <a href="/a?b&amp;c" title="T">the <em>map</em></a><img src="m.png" alt=""><img src=n.png> and '
        "<code>x()</code>, <q>yes</q>, <span lang=fr>oui</span>, H<sup>2</sup>.</p>"
    )
    assert marks(article, MarkKind.LINK) == [
        ("the map", "/a?b&c", '<a href="/a?b&amp;c" title="T">the <em>map</em></a>'),
    ]
    assert [(one.target, one.label, one.has_label) for one in article.marks if one.kind is MarkKind.IMAGE] == [
        ("m.png", "", True),
        ("n.png", "", False),
    ]
    assert [text for text, _, _ in marks(article, MarkKind.EMPHASIS)] == ["map"]
    assert marks(article, MarkKind.CODE) == [("x()", "", "<code>x()</code>")]
    assert marks(article, MarkKind.QUOTE) == [("yes", "", "<q>yes</q>")]
    assert marks(article, MarkKind.LANGUAGE) == [("oui", "fr", "<span lang=fr>oui</span>")]
    assert marks(article, MarkKind.SUPERSCRIPT) == [("2", "", "<sup>2</sup>")]


def test_a_mark_over_several_blocks_is_cut_at_each() -> None:
    article = html("<a href=x><h3>a</h3><p>b</p></a>c")
    assert marks(article, MarkKind.LINK) == [("a", "x", "<a href=x><h3>a"), ("b", "x", "</h3><p>b</p></a>")]


def test_title_and_language() -> None:
    article = html('<html lang="fr_ca"><title> A &amp;\n B </title><p>x<p lang=fr>y<p lang=de>z')
    assert (article.title, article.language) == ("A & B", "fr-CA")
    assert [block.language for block in article.blocks] == ["", "", "de"]


def test_levels_groups_and_headers() -> None:
    article = html(
        "<ol><li>a<ul><li>b</ul></ol><ul><li>c</ul>"
        "<table><tr><th>d<td>e</table><table><tr><td>f</table><blockquote><p>g<p>h</blockquote>"
    )
    assert [block.level for block in article.blocks] == [1, 2, 1, 0, 0, 0, 0, 0]
    assert [block.header for block in article.blocks if block.kind is C] == [True, False, False]
    groups = [block.group for block in article.blocks]
    assert groups[3] == groups[4]
    assert groups[6] == groups[7]
    assert len(set(groups)) == 6
    assert 0 not in groups
    assert [block.spoken for block in article.blocks] == [False] * 6 + [True] * 2


@pytest.mark.parametrize(
    "source",
    [
        "<h2>Fares\n<p>It costs three euros.</p><p>Dogs travel free.</p>",
        "<h2>Fares\nIt costs three euros.\n\nDogs travel free.",
        "<h2>Fares<br>It costs three euros.<br><br>Dogs travel free.",
        "<div><h2><b>Fares</b><div>It costs three euros.</div>Dogs travel free.</div>",
        "<h2>Fares</p><p>It costs three euros.</p><p>Dogs travel free.</p>",
        "<h2>Fares<h2><p>It costs three euros.</p><p>Dogs travel free.</p>",
        "<h2><p>Fares</p><p>It costs three euros.</p><p>Dogs travel free.</p>",
        "<h2>Fares<p>It costs three euros.<p>Dogs travel free.<h3>",
    ],
)
def test_a_heading_that_is_never_closed_ends_before_the_text(source: str) -> None:
    article = html(source)
    assert [(one.kind, article.slice(one.span)) for one in article.blocks] == [
        (BlockKind.HEADING, "Fares"),
        (BlockKind.PARAGRAPH, "It costs three euros."),
        (BlockKind.PARAGRAPH, "Dogs travel free."),
    ]
    first, *others = article.faults
    assert (first.kind, article.quote(first.source)) == (FaultKind.UNCLOSED, "<h2>")
    assert all(one.source.start > article.source.index("Dogs") for one in others)


def test_sentences_behind_the_tag_of_a_heading_that_is_never_closed_are_no_heading() -> None:
    article = html("<h2>The ferry leaves at six. It costs three euros.<h2>Dogs</h2>They travel free.")
    assert [one.kind for one in article.blocks] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert [(one.kind, one.source.start) for one in article.faults] == [(FaultKind.UNCLOSED, 0)]


@pytest.mark.parametrize(
    "source", ["<h2><p>Fares</p></h2>", "<h2>Fares<br>\n\nand more.</h2>", "<h2><div>Fares.</div> And dogs.</h3>"]
)
def test_a_heading_that_is_closed_holds_what_it_holds(source: str) -> None:
    article = html(source)
    assert {one.kind for one in article.blocks} == {BlockKind.HEADING}
    assert article.faults == ()


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<blockquote>It sails.<p>Dogs bark.</p><h2>Fares</h2><p>None.</p>", "quotation paragraph heading paragraph"),
        ("<blockquote><p>It sails.</p><p>Dogs bark.</p>", "quotation paragraph"),
        ("<p>a</p><pre>sail()<p>It sails.</p><div>Dogs bark.</div>", "paragraph code paragraph paragraph"),
        ("<ul><li>It sails.<li>Dogs bark.<h2>Fares</h2><p>None.</p>", "list-item list-item heading paragraph"),
        ("<table><tr><td>It sails.<h2>Fares</h2><p>None.</p>", "table-cell heading paragraph"),
        ("<ul><li>a<ul><li>b</ul><h2>Fares</h2><p>None.</p>", "list-item list-item heading paragraph"),
    ],
)
def test_what_is_never_closed_does_not_take_in_the_rest_of_the_page(source: str, kinds: str) -> None:
    article = html(source)
    assert [one.kind.value for one in article.blocks] == kinds.split()
    assert [one.kind for one in article.faults] == [FaultKind.UNCLOSED]


@pytest.mark.parametrize(
    "source",
    [
        "<blockquote><p>It sails.</p><blockquote>a</blockquote><p>Dogs bark.</p></blockquote>",
        "<blockquote>It sails.\n\nDogs bark.<h2>Fares</h2></blockquote>",
    ],
)
def test_a_quotation_that_is_closed_holds_what_it_holds(source: str) -> None:
    article = html(source)
    assert all(one.spoken for one in article.blocks)
    assert article.faults == ()
