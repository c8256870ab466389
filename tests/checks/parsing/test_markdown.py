"""Markdown: what a reader sees of it, and what it is."""

from __future__ import annotations

import pytest

from checks.article import BlockKind, FaultKind, Format, MarkKind
from checks.parsing import parse
from checks.position import Span
from tests.checks.parsing.shown import blocks, markdown, marks, texts
from tests.checks.parsing.sources import SAMPLES

H, P, L, Q, C, R = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTATION,
    BlockKind.TABLE_CELL,
    BlockKind.REFERENCE,
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A #\n\nB\n===\n\nC\n---\n", [(H, "A"), (H, "B"), (H, "C")]),
        ("# A {#a .b}\n", [(H, "A")]),
        ("a\nb\n\nc", [(P, "a b"), (P, "c")]),
        ("a  \nb\\\nc", [(P, "a\nb\nc")]),
        ("- a\n- b\n\n  c\n  1. d", [(L, "a"), (L, "b"), (L, "c"), (L, "d")]),
        ("- [ ] a\n- [x] b", [(L, "a"), (L, "b")]),
        ("> a\n> b\n>\n> - c", [(Q, "a b"), (L, "c")]),
        ("> [!NOTE]\n> a", [(Q, "a")]),
        ("|a|b|\n|-|-|\n|c|d|", [(C, "a"), (C, "b"), (C, "c"), (C, "d")]),
        ("```py\na\n\nb\n```\n\n    c\n    d\n", [(BlockKind.CODE, "a\n\nb"), (BlockKind.CODE, "c\nd")]),
        ("A\n: b", [(L, "A"), (L, "b")]),
        ("a\n\n***\n\nb", [(P, "a"), (P, "b")]),
        ("a[^1]\n\n[^1]: b\n\n    c", [(P, "a"), (R, "b"), (R, "c")]),
        ("<div>\na *b*\n\n*c*\n</div>\n\n<p>d\n", [(P, "a *b*"), (P, "c"), (P, "d")]),
        ("> <!-- a\n> b -->\n> c", [(Q, "c")]),
        ("> <p>a\n> b</p>", [(Q, "a b")]),
        ("![a](b)", []),
        ("{{< figure src=x >}}\n\na", [(P, "a")]),
        ("a ~~b~~ <b>c</b>", [(P, "a b c")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert blocks(markdown(source)) == expected


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"a \* b \\ c", r"a * b \ c"),
        ("a &amp; b &copy; &#x41;", "a & b © A"),
        ("`a  b`, `` ` ``, `a\nb`", "a b, `, a b"),
        ("a*b*c_d_", "abcd_".replace("d_", "_d_")),
        ("<https://a.test> and <x@y.test>", "https://a.test and x@y.test"),
        ("[a][r] [r] [no]\n\n[r]: /x 'T'", "a r [no]"),
        ("a <span title='>'>b</span> <!-- c --> d", "a b d"),
        ("a < b <c", "a < b <c"),
        ('a {{< ref "x" >}} b {{% y %}} c {% z %} d [youtube id] e [youtube](x)', "a b c d e youtube"),
        ("{{ name }}", "{{ name }}"),
        ("a{{<\nb\n>}}c", "ac"),
        ("a\ud800b\0c", "a\ufffdb\ufffdc"),
        ("\ue000", "\ue000"),
    ],
)
def test_text(source: str, shown: str) -> None:
    assert markdown(source).text == shown


def test_escapes_entities_and_wide_characters_point_at_their_source() -> None:
    source = "\ufeff😀 caf\u00e9 \\* &copy; שלום **end**"
    article = markdown(source)
    assert article.text == "😀 café * © שלום end"
    for text, quote in (("😀", "😀"), ("*", "*"), ("©", "&copy;"), ("שלום", "שלום"), ("end", "end")):
        at = article.text.index(text)
        assert article.quote(article.map.to_source(Span(at, at + len(text)))) == quote


def test_marks() -> None:
    article = markdown(
        '[a *b*](http://x.test/?a=1&amp;b "T") ![al *t*](i.png) ![](j.png) `c` **d** <q>e</q> a[^n]\n\n[^n]: f'
    )
    assert marks(article, MarkKind.LINK) == [
        ("a b", "http://x.test/?a=1&b", '[a *b*](http://x.test/?a=1&amp;b "T")'),
    ]
    assert [one.label for one in article.marks if one.kind is MarkKind.LINK] == ["T"]
    images = [one for one in article.marks if one.kind is MarkKind.IMAGE]
    assert [(one.target, one.label, one.has_label) for one in images] == [("i.png", "al t", True), ("j.png", "", False)]
    assert [article.quote(one.source) for one in images] == ["![al *t*](i.png)", "![](j.png)"]
    assert marks(article, MarkKind.CODE) == [("c", "", "`c`")]
    assert marks(article, MarkKind.STRONG) == [("d", "", "**d**")]
    assert marks(article, MarkKind.EMPHASIS) == [("b", "", "*b*")]
    assert marks(article, MarkKind.FOOTNOTE) == [("", "n", "[^n]")]


def test_a_footnote_marker_is_found_with_the_sentence_that_it_follows() -> None:
    article = markdown("One fact.[^a] Another one.[^b]\n\nMore.\n\n[^a]: x\n[^b]: y")
    found = [[mark.target for mark in article.marks_in(one.span, MarkKind.FOOTNOTE)] for one in article.sentences]
    assert found == [["a"], ["b"], [], [], []]


def test_a_marker_without_an_entry_is_text_and_a_marker() -> None:
    assert marks(markdown("One fact.[^a]"), MarkKind.FOOTNOTE) == [("[^a]", "a", "[^a]")]


def test_a_shortcode_in_a_link_is_its_target() -> None:
    article = markdown('{{< x >}} [a]({{< ref "b.md" >}} "T") c')
    assert article.text == "a c"
    assert marks(article, MarkKind.LINK) == [("a", '{{< ref "b.md" >}}', '[a]({{< ref "b.md" >}} "T")')]


def test_html_that_is_not_closed_is_a_fault_and_paragraphs_are_not() -> None:
    article = markdown("<div>\n\na\n\n- b\n\n<b>c\n\n</i>")
    assert [(one.kind, one.what) for one in article.faults] == [
        (FaultKind.UNCLOSED, "div"),
        (FaultKind.UNCLOSED, "b"),
        (FaultKind.STRAY_END, "i"),
    ]


def test_empty_headings_and_items_are_faults() -> None:
    article = markdown("## \n\n- a\n-\n")
    assert [(one.kind, one.what) for one in article.faults] == [(FaultKind.EMPTY, "h2"), (FaultKind.EMPTY, "li")]


def test_a_bold_line_above_prose_is_a_heading_one_level_down() -> None:
    prose = "A paragraph of prose that says enough about its subject to stand below a heading."
    article = markdown(f"## A\n\n{prose}\n\n**How to Begin**\n\n{prose}\n\n**This is a sentence.**\n\n{prose}")
    assert [(one.kind, one.level) for one in article.blocks] == [(H, 2), (P, 0), (H, 3), (P, 0), (P, 0), (P, 0)]


def test_deep_nesting_does_not_break_it() -> None:
    assert texts(markdown("> " * 5000 + "a")) == ["a"]
    assert "x" in markdown("[" * 50_000 + "x").text
    assert markdown("*" * 50_000 + "x").text.endswith("x")


def test_the_guide() -> None:
    """All of Markdown in one article, as a whole."""
    article = parse((SAMPLES / "guide.md").read_text("utf-8"), name="guide.md")
    assert article.format is Format.MARKDOWN
    assert article.title == "Tea: A Guide"
    assert article.metadata["copydesk"] == {"disable": ["readability/long-sentence"]}
    assert blocks(article) == [
        (H, "Tea, Leaf by Leaf"),
        (
            P,
            (
                "Black tea is fully oxidised; green tea is not. See the board or https://tea.test. "
                "A second line—with *escapes* and code().\nA hard break. 5 < 6 & 7."
            ),
        ),
        (Q, "“Boil it,” she said."),
        (L, "not too long"),
        (L, "Warm the pot"),
        (L, "rinse it"),
        (L, "Wait"),
        (C, "Tea"),
        (C, "Minutes"),
        (C, "Green"),
        (C, "2|3"),
        (P, "Some HTML prose & more."),
        (L, "Term"),
        (L, "A definition."),
        (BlockKind.CODE, 'print("no prose")'),
        (L, "buy tea"),
        (L, "drink coffee tea"),
        (R, "Smith, A. Tea. 2019."),
    ]
    assert [(one.action, one.rules) for one in article.directives] == [("disable", ("residue/template",))]
    assert article.faults == ()
