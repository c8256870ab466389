"""Reference lists, and the markers that point into them."""

from __future__ import annotations

import pytest

from checks.article import Article, BlockKind, MarkKind
from tests.checks.parsing.shown import html, markdown, plain


def entries(article: Article) -> list[tuple[str, str]]:
    """Return label and text of each entry."""
    return [(one.label, article.slice(one.span)) for one in article.blocks if one.kind is BlockKind.REFERENCE]


def markers(article: Article) -> list[tuple[str, str]]:
    """Return text and label of each marker."""
    return [(article.slice(one.span), one.target) for one in article.marks if one.kind is MarkKind.FOOTNOTE]


@pytest.mark.parametrize(
    "heading", ["References", "Sources:", "WORKS CITED", "7. Further reading", "Notes & References"]
)
def test_items_under_such_a_heading_are_entries(heading: str) -> None:
    assert entries(markdown(f"## {heading}\n\n1. a\n2. b")) == [("1", "a"), ("2", "b")]


@pytest.mark.parametrize("heading", ["References in fiction", "How to cite", "Results"])
def test_items_under_another_heading_are_none(heading: str) -> None:
    assert entries(markdown(f"## {heading}\n\n1. a\n2. b")) == []


def test_a_marker_may_lead_in_what_follows() -> None:
    assert markers(plain("Her pledge was short[2]:\n\nNo bee shall starve.")) == [("[2]", "2")]
    assert not markers(plain("[1]: the first hive\n[2]: the second hive"))
    assert not markers(plain("The slice a[2]:b and the verse [3]:4 are none."))


def test_a_list_of_references_ends_with_the_next_heading_of_its_level() -> None:
    source = "## References\n\n- a\n\n### Books\n\n- b\n\n## About\n\n- c"
    assert entries(markdown(source)) == [("", "a"), ("", "b")]


def test_paragraphs_are_entries_when_they_look_like_it() -> None:
    source = "# Sources\n\nDoe, J. (2019). Bees.\n\n[2] Bees again.\n\nhttps://bees.test\n\nWe thank all keepers."
    assert entries(markdown(source)) == [
        ("", "Doe, J. (2019). Bees."),
        ("2", "[2] Bees again."),
        ("", "https://bees.test"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "# Notes\n\nIn 2019 we moved the hives to the south wall, and they gave more honey.\n\nThe next year was wet.",
        "# Notes\n\nThe apiary was walled in 1911.\n\n## Later years\n\nIn 1950 it closed.",
        "# River\n\nText.\n\n## Sources\n\nIt rises in two springs that were walled in 1871.\n\n- the Elm, since 1400",
        "# Town\n\nIt is old.\n\n## Literature\n\nTwo poets lived here: Roe, who came in 1811, and Doe.",
        "# Honey cake\n\nMix.\n\n## Notes\n\n- Warm the honey.\n- Let it rest.",
        "# Bees\n\nText.\n\n## References\n\nThe counts are from the 2021 census, the weights from the keepers (2020).",
    ],
)
def test_prose_and_lists_of_other_things_under_such_a_heading_are_no_entries(source: str) -> None:
    assert entries(markdown(source)) == []


@pytest.mark.parametrize(
    "entry",
    [
        "Roe, A., & Doe, B. (2004). What is a hive? *Bee Quarterly*, 3(2), 11–19.",
        "Ministry of Bees. 2018. How safe are hives? Delft.",
        "Doe: *The hive*, Delft 1999.",
        "“Why they swarm”. Evening Post. 3 May 1950.",
        "Letters of a beekeeper in the county archive, 1848–1851.",
        "A. Roe: Hives by the sea",
        "Bee Trust, p. 12",
    ],
)
def test_entries_are_known_however_they_are_written(entry: str) -> None:
    assert len(entries(markdown(f"# Bees\n\nText.\n\n## Notes\n\n{entry}\n\n- {entry}"))) == len("12")


def test_a_list_in_one_paragraph_with_its_title_is_one() -> None:
    listed = "References<br>Doe, J. (2019). Bees.<br>Roe, A. (2020). Hives."
    [(label, shown)] = entries(html(f"<p>Bees fly (Doe, 2019).</p><p>{listed}</p>"))
    assert (label, shown.count("\n")) == ("", 2)
    for other in (
        "Notes<br>Bring a coat in 2023.",
        "Sources<br>The river rises in 1 place.<br>It is long.",
        listed[10:],
    ):
        assert entries(html(f"<p>Bees fly (Doe, 2019).</p><p>{other}</p>")) == []


def test_numbered_paragraphs_at_the_end_need_no_heading() -> None:
    article = plain("Bees fly [1, 2] and sting [1–3].\n\n[1] Doe, Bees.\n[2] Roe, Hives.")
    assert entries(article) == [("1", "[1] Doe, Bees."), ("2", "[2] Roe, Hives.")]
    assert markers(article) == [("[1, 2]", "1"), ("[1, 2]", "2"), ("[1–3]", "1"), ("[1–3]", "2"), ("[1–3]", "3")]


def test_links_into_the_list_are_markers_by_its_labels() -> None:
    article = html(
        '<p>Bees fly<sup><a href="#fn1">1</a></sup> far<sup id=r><a href="#gone">2</a></sup>, '
        'see <a href="#x">below</a>.'
        '<ol><li id="fn1">Doe, Bees. <a href="#r">↩</a></ol><p id=x>Below.'
    )
    assert entries(article) == [("1", "Doe, Bees. ↩")]
    assert markers(article) == [("1", "1"), ("2", "gone")]


def test_a_list_by_its_class_holds_entries() -> None:
    source = '<p>Bees fly.<a href="#n-2">[2]</a><section class="footnotes"><ol><li>a<li id="n-2"><p>b</ol></section>'
    article = html(source)
    assert entries(article) == [("1", "a"), ("2", "b")]
    assert markers(article) == [("[2]", "2")]


def test_raised_numbers_are_markers_only_with_an_entry() -> None:
    assert markers(html("<p>10<sup>6</sup> bees")) == []
    assert markers(html("<p>Bees fly.<sup>6</sup><h2>Notes</h2><ol start=6><li>Doe")) == [("6", "6")]


@pytest.mark.parametrize("source", ["`[1]`", "[1](x)", "a[1]b", "[2021]", "[12, 13"])
def test_other_brackets_are_no_markers(source: str) -> None:
    assert markers(markdown(source)) == []


def test_footnotes_of_markdown() -> None:
    article = markdown("Bees[^a] fly[^b].\n\n[^a]: Doe.\n\n    - more\n[^b]: Roe.")
    assert entries(article) == [("a", "Doe."), ("a", "more"), ("b", "Roe.")]
    assert markers(article) == [("", "a"), ("", "b")]


def test_a_number_behind_a_word_that_leads_to_a_note_is_a_marker_though_it_is_not_raised() -> None:
    source = (
        '<p>Bees fly.<a href="#footnote-1">1</a> See part <a href="#part-2">2</a> or<a href="#footnote-2">two</a>.</p>'
        '<div><a id="footnote-1" href="#back">1</a><div><p>Doe, Bees.</p></div></div>'
        '<h2 id="part-2">Part</h2><p id="footnote-2">Roe.</p>'
    )
    assert markers(html(source)) == [("1", "footnote-1")]
    assert entries(html(source)) == [("footnote-1", "Doe, Bees.")], "the number itself is no entry"


def test_raised_digits_in_plain_text_are_markers_where_lines_at_the_end_have_them() -> None:
    article = plain("Bees fly.¹ Hives of 3 m² hum.² Wasps² sting.\n\n¹ Doe, Bees.\n\n² Roe, Hives.")
    assert entries(article) == [("1", "¹ Doe, Bees."), ("2", "² Roe, Hives.")]
    assert markers(article) == [("¹", "1"), ("²", "2"), ("²", "2")]
    assert [article.slice(one.span).strip() for one in article.sentences][:2] == ["Bees fly.¹", "Hives of 3 m² hum.²"]
    assert not markers(plain("Bees fly.¹ Hives of 3 m² hum."))
