"""The article's page: its text as the editor knows it, marked, with the notes beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.article import Article, BlockKind, Format
from checks.evidence import Claim
from checks.finding import Evidence, Finding, Severity, settled_by
from checks.parsing import parse
from reports.audit import Audit, Verdict
from reports.escape import pieces
from reports.html import render
from tests.reports.builders import audited, find, place
from tests.reports.pages import Element, read
from tests.reports.samples import failed_audit, incomplete_audit
from tests.reports.texts import HOSTILE, tea


def page_of(article: Article, *findings: Finding, **audit: object) -> Element:
    """Return the page of one article with its findings."""
    whole: Audit = replace(failed_audit(), articles=(audited(article, findings),), **audit)  # type: ignore[arg-type]
    [name] = [name for name in render(whole) if name != "index.html"]
    return read(render(whole)[name])


def brewing() -> Element:
    pages = render(failed_audit())
    return read(next(page for name, page in pages.items() if "brewing" in name))


def shown_text(block: Element) -> str:
    """Return a block's text without what the report adds: numbers, images, notes' marks, source that nobody sees."""
    if block.classes & {"n", "fn", "image", "hidden-source", "label", "vh"}:
        return ""
    if block.tag == "br":
        return "\n"
    return "".join(child if isinstance(child, str) else shown_text(child) for child in block.children)


def as_shown(text: str) -> str:
    return "".join(piece.code or piece.text for piece in pieces(text))


@pytest.mark.parametrize("article", [tea(), parse(HOSTILE, name="a.md")], ids=["tea", "hostile"])
def test_each_block_shows_its_whole_text_once(article: Article) -> None:
    page = page_of(article)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.TABLE_CELL:
            continue
        row = next(one for one in page.all() if one.attributes.get("id") == f"b-{index}")
        told = "".join(shown_text(text) for text in (row.all(of="text") or [row]))
        assert told.replace("\u2060", "") == as_shown(article.slice(block.span))


def test_the_mark_of_a_note_stands_where_a_reader_sees_it() -> None:
    markdown = "Tea sales rose.[^1] Most drink it[^how] hot.[^1]\n\n[^1]: Board, 2021.\n[^how]: Poll, 2020.\n"
    page = page_of(parse(markdown, name="tea.md"))
    text = next(one for one in page.all(of="text") if one.text.startswith("Tea"))
    assert text.text == "Tea sales rose.1 Most drink ithow hot.1"
    assert [one.text for one in text.all("sup")] == ["1", "how", "1"]
    written = '<p>Tea sales rose.<sup><a href="#fn1">1</a></sup></p><ol class="footnotes"><li id="fn1">Board.</li></ol>'
    page = page_of(parse(f"<article>{written}</article>", name="tea.html"))
    assert [one.text for one in page.all("sup")] == ["1"]


def test_an_article_that_could_not_fail_passes_with_that_said() -> None:
    failed = failed_audit()
    run = replace(failed.run, gate=replace(failed.run.gate, fail_on="never"))
    article = next(one for one in failed.articles if len(one.counted) > 1)
    lenient = replace(failed, run=run, articles=(replace(article, verdict=Verdict.PASSED),))
    [page] = [page for name, page in render(lenient).items() if name != "index.html"]
    told = f"This article passes, with {len(article.counted)} findings, none of which is to fail it."
    assert told in read(page).text


def test_marks_hold_exactly_what_was_found() -> None:
    one = failed_audit().articles[1]
    article = one.article
    assert article is not None
    page = brewing().one(of="article")
    checked = 0
    for finding in one.counted:
        if finding.span is None or "image" in finding.rule:
            continue
        [first] = [mark for mark in page.all("mark") if has_id(mark, f"f-{finding.fingerprint[:8]}")]
        numbers = set(first.attributes["data-n"].split())
        marked = "".join(
            shown_text(mark) for mark in page.all("mark") if numbers & set(mark.attributes["data-n"].split())
        )
        assert article.slice(article.map.to_text(finding.span)) in marked
        checked += 1
    assert checked == 15


def has_id(element: Element, name: str) -> bool:
    return any(one.attributes.get("id") == name for one in (element, *element.all()))


def test_overlapping_findings_are_cut_at_their_borders() -> None:
    article = parse("One two three four.\n", name="a.md")
    page = page_of(
        article,
        find(article, "residue/a", "One two three", "First.", severity=Severity.SUGGESTION),
        find(article, "residue/b", "two three four", "Second.", severity=Severity.ERROR),
    )
    marks = [(shown_text(one), one.attributes["data-n"], one.attributes["class"]) for one in page.all("mark")]
    assert marks == [("One ", "1", "suggestion"), ("two three", "1 2", "error"), (" four", "2", "error")]


def test_marks_cut_through_emphasis_and_links() -> None:
    article = parse("A **bold [claim](https://x.example) here** now.\n", name="a.md")
    page = page_of(article, find(article, "residue/a", "claim](https://x.example) here** now", "Found."))
    assert [shown_text(one) for one in page.all("mark")] == ["claim", " here", " now"]
    links = page.all("a", of="link")
    assert [(one.text, one.attributes["href"]) for one in links] == [("claim", "https://x.example")]
    assert "".join(one.text for one in page.one(of="article").all("strong")) == "bold claim here"


def test_severity_is_told_by_class_and_word() -> None:
    for severity in Severity:
        article = parse("One two.\n", name="a.md")
        page = page_of(article, find(article, "residue/a", "two", "Found.", severity=severity))
        assert severity in page.one("mark").classes
        assert severity.capitalize() in page.one(of="note").one(of="head").text


def test_number_and_note_lead_to_each_other() -> None:
    article = parse("One two.\n", name="a.md")
    page = page_of(article, find(article, "residue/a", "two", "Found."))
    number = page.one(of="text").one("a", of="n")
    note = page.one(of="note")
    assert number.attributes["href"] == f"#{note.attributes['id']}"
    assert note.one(of="head").one("a").attributes["href"] == f"#{page.one('mark').attributes['id']}"


def test_findings_that_say_the_same_share_one_note() -> None:
    article = parse("Teh cat.\n\nTeh dog.\n\nTeh end.\n", name="a.md")
    page = page_of(article, *(find(article, "grammar/SPELL", "Teh", "“Teh” is no word.", nth=n) for n in range(3)))
    note = page.one(of="note")
    assert "×3" in note.text
    assert [one.text.split()[0] for one in page.all(of="again")] == ["Also", "Also"]
    assert [
        one.text for one in page.one(of="article").all("a", of="n") if one.attributes["href"].startswith("#n-")
    ] == ["1"] * 5


def test_many_notes_on_one_block_are_folded() -> None:
    words = [f"w{n}" for n in range(12)]
    article = parse(" ".join(words) + ".\n", name="a.md")
    page = page_of(article, *(find(article, "residue/a", word + " ", f"Found {word}.") for word in words[:-1]))
    folded = page.one(of="row").one("details", of="more")
    assert len(folded.all(of="note")) == 6
    assert "6 more notes here" in folded.text
    assert len(page.all(of="note")) == 11


def test_a_finding_about_a_whole_paragraph_is_a_bar_not_a_thick_underline() -> None:
    text = "The lid stays on the pot while the leaves steep, and nobody may lift it before the sand has run through."
    article = parse(text + "\n", name="a.md")
    page = page_of(article, find(article, "readability/dense", text, "Dense."))
    block = page.one(of="barred")
    assert block.attributes["data-n"] == "1"
    assert page.all("mark") == []


def test_what_no_reader_sees_is_shown_where_it_stands() -> None:
    source = "<p>One.</p>\n<p class='x'></p>\n<p>Two.</p>\n"
    article = parse(source, format=Format.HTML)
    page = page_of(article, find(article, "residue/empty", "<p class='x'></p>", "An empty paragraph."))
    rows = [row.one(of="text").text.replace("\u2060", "") for row in page.one(of="article").all(of="row")]
    assert rows == ["One.", "In the source: <p class='x'></p>1", "Two."]


def test_an_image_with_a_finding_is_marked_itself() -> None:
    page = brewing()
    image = page.one(of="image")
    assert image.parent
    assert image.parent.tag == "mark"
    assert page.all(of="hidden-source") == []


def test_lists_tables_and_quotations_are_real_elements() -> None:
    page = brewing()
    article = page.one(of="article")
    items = [item.one(of="text").text.partition(":")[0] for item in article.one("ul", of="list").all("li", of="row")]
    assert items == ["Green tea", "Black tea", "White tea"]
    table = article.one("table")
    assert [[cell.tag for cell in row.all() if cell.tag in {"td", "th"}] for row in table.all("tr")] == [
        ["th", "th"],
        ["td", "td"],
        ["td", "td"],
    ]
    assert "Tea is a cup of life" in article.one("blockquote").text
    assert "steep(leaves, minutes=3)" in article.one("pre").text


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("| A | B |\n|---|---|\n|   | 2 |\n| 3 |   |\n| 4 | 5 |\n", Format.MARKDOWN),
        ("<table><tr><th>A<th>B<tr><td><td>2<tr><td>3<td><tr><td>4<td>5</table>", Format.HTML),
    ],
)
def test_empty_cells_keep_their_column(source: str, form: Format) -> None:
    table = page_of(parse(source, format=form)).one(of="article").one("table")
    rows = [[cell.text for cell in row.all() if cell.tag in {"td", "th"}] for row in table.all("tr")]
    assert [row[:2] for row in rows] == [["A", "B"], ["", "2"], ["3"], ["4", "5"]]


@pytest.mark.parametrize(
    ("source", "form", "labels"),
    [
        ("3. a\n4. b\n   - x\n5. c\n", Format.MARKDOWN, ["3.", "4.", "", "5."]),
        ("- a\n- b\n", Format.MARKDOWN, ["", ""]),
        ("<ol><li>a<li>b<ul><li>x</ul><li>c</ol><ul><li>y</ul>", Format.HTML, ["1.", "2.", "", "3.", ""]),
    ],
)
def test_numbered_lists_keep_their_numbers(source: str, form: Format, labels: list[str]) -> None:
    items = page_of(parse(source, format=form)).one(of="article").all("li", of="row")
    assert ["".join(label.text for label in item.all(of="label")) for item in items] == labels


def test_headings_nest_under_the_pages_own() -> None:
    article = parse("#### Deep\n\ntext\n\n# Top\n\n## Next\n\ntext\n", name="a.md")
    page = page_of(article)
    assert [one.tag for one in page.all(of="h")] == ["h3", "h3", "h4"]
    assert len(page.all("h1")) == 1


def test_what_could_not_run_is_as_loud_as_a_failure() -> None:
    pages = render(incomplete_audit())
    harbour = read(next(page for name, page in pages.items() if "harbour" in name))
    told = harbour.one("section", of="troubles").text
    assert "Grammar could not run, because there is no Java on this machine." in told
    assert "Install Java 17 or newer" in told
    assert "was not audited wholly" in harbour.one("p", of="verdict").text
    unread = read(next(page for name, page in pages.items() if "old" in name))
    assert "could not be read" in unread.one("p", of="verdict").text
    assert "Save it as UTF-8." in unread.one("section", of="troubles").text


def test_claims_are_told_with_their_source_or_the_lack_of_one() -> None:
    without, supported, doubtful = brewing().all("table", of="claims")
    assert "none found" in without.one("tbody").text
    assert "reference “(Lindqvist, 2019)”, in the same sentence" in supported.one("tbody").text
    assert "Soft water" in doubtful.one("tbody").text
    assert [one.one("summary").text for one in brewing().all("details", of="folded")] == [
        "With a source (1)",
        "Hardly needs a source (1)",
    ]


def test_claims_without_a_note_are_told_apart_from_findings() -> None:
    article = parse("The mill burned in 1871. The mayor fled in 1872.\n", name="a.md")
    found = find(article, "citations/missing-citation", "The mill burned in 1871.", "It gives a date.")
    stated = tuple(Claim(one.span, 0.8, supported=False, evidence=()) for one in article.sentences)
    whole = replace(failed_audit(), articles=(audited(article, [found], claims=stated),))
    page = read(next(page for name, page in render(whole).items() if name != "index.html"))
    reported, other = [table.one("tbody").one("tr") for table in page.all("table", of="claims")]
    assert [one.text for one in reported.all("p", of="lacking")] == ["none found"]
    assert "none found" in other.text
    assert other.all("p", of="lacking") == []
    assert "1 without a source" in page.one("nav", of="contents").text
    assert [one.text for one in page.all("h3")] == ["Without a source (1)", "May need a source (1)"]
    assert "Nothing supports it, but it is not surely enough in need of a source for a note." in page.text


def summed(scores: Sequence[float], supported: Sequence[bool]) -> Element:
    """Return the page of an article whose first two claims another note sums up."""
    article = parse("The mill burned in 1871. The mayor fled in 1872. Rents fell. Bread rose.\n", name="a.md")
    quotes = ("mill burned", "The mayor fled in 1872.")
    places = tuple(place(article, quote, "gives a date") for quote in quotes)
    head = find(article, "citations/few-sources", "", "2 claims.", sums="sum", related=places)
    members = [
        find(article, "citations/missing-citation", quote, f"It says “{quote}”.", group="sum", severity=severity)
        for quote, severity in zip(quotes, Severity, strict=False)
    ]
    own = find(article, "superlatives/puffery", "Rents", "It praises.")
    stated = tuple(
        Claim(one.span, score, holds, ())
        for one, score, holds in zip(article.sentences, scores, supported, strict=True)
    )
    whole = replace(failed_audit(), articles=(audited(article, [head, *members, own], claims=stated),))
    return read(next(page for name, page in render(whole).items() if name != "index.html"))


@pytest.mark.parametrize(
    ("scores", "supported", "heads", "told"),
    [
        (
            (0.8, 0.8, 0.8, 0.6),
            (False, False, False, False),
            ["Without a source (3)", "May need a source (1)"],
            "2 are summed up above and 1 has a note of its own.",
        ),
        (
            (0.8, 0.1, 0.2, 0.6),
            (False, False, False, True),
            ["Without a source (2)", "With a source (1)"],
            "Each is summed up above.",
        ),
        (
            (0.8, 0.4, 0.4, 0.4),
            (False, True, True, True),
            ["Without a source (2)", "Hardly need a source (2, 2 with one)"],
            "Each is summed up above.",
        ),
    ],
)
def test_the_table_of_claims_counts_as_the_note_does_that_sums_them_up(
    scores: Sequence[float], supported: Sequence[bool], heads: Sequence[str], told: str
) -> None:
    page = summed(scores, supported)
    assert [one.text for one in page.all("h3") if "source" in one.text] == heads
    assert told in page.text


def test_a_note_that_sums_others_up_leads_to_each_with_its_sentence_and_they_lead_back() -> None:
    page = summed((0.8,) * 4, (False,) * 4)
    sum_note, *notes = page.all("div", of="note")
    items = sum_note.one("ul", of="told").all("li")
    assert [" ".join(one.text.split()) for one in items] == [
        "1 Line 1 “The mill burned in 1871.” gives a date",
        "2 Line 1 “The mayor fled in 1872.” gives a date",
    ]
    badges = [one.all("a")[0] for one in items]
    assert [one.attributes["aria-label"] for one in badges] == ["Note 1, error", "Note 2, warning"]
    for badge in badges:
        note = next(one for one in notes if f"#{one.attributes['id']}" == badge.attributes["href"])
        assert note.one("p", of="message").one("a").attributes["href"] == f"#{sum_note.attributes['id']}"


def test_a_claim_leads_to_its_note_and_the_note_back_to_it() -> None:
    page = brewing()
    row = page.all("table", of="claims")[0].one("tbody").one("tr")
    assert row.one("td", of="num").one("a").attributes["href"].startswith("#f-")
    anchor = row.one("td", of="quote").one("a").attributes["href"].removeprefix("#")
    [note] = [one for one in page.all("div", of="note") if one.attributes["id"] == anchor]
    assert f"#{row.attributes['id']}" in {link.attributes["href"] for link in note.all("a")}


def test_repeated_passages_stand_side_by_side_with_their_differences_marked() -> None:
    rows = brewing().one("table", of="twins").one("tbody").all("tr")
    here, there = rows[1].all("td")
    assert [one.text for one in here.one(of="quote").all("b")] == ["one", "and", "eighty"]
    assert [one.text for one in there.one(of="quote").all("b")] == ["two", "&", "ten"]
    link = there.one(of="where").one("a")
    assert link.text == "Tea basics"
    assert link.attributes["href"].startswith("basics-")


def test_a_passage_that_stands_twice_in_one_article_is_linked_inside_it() -> None:
    line = "Keep the lid on the pot while the leaves steep for three minutes."
    article = parse(f"{line}\n\nOther.\n\n{line}\n", name="a.md")
    other = replace(place(article, line), line=5)
    page = page_of(article, find(article, "duplication/repeated-passage", line, "It stands twice.", related=(other,)))
    where = page.one("table", of="twins").all("td")[1].one(of="where")
    assert where.text == "Line 5 · word for word"
    assert where.one("a").attributes["href"].startswith("#")


def test_readability_shows_target_bars_and_table() -> None:
    page = brewing()
    chart = page.one("svg", of="chart")
    assert chart.attributes["role"] == "img"
    told = chart.attributes["aria-label"]
    assert told == "Grade by section: Beginning 8.1, Water 14.2, Leaves 9.4, Time 6.9. Target: 9.0 at most."
    assert [rect.attributes["class"] for rect in chart.all("rect")] == ["within", "over", "over", "within"]
    rows = page.one("table", of="sections").one("tbody").all("tr")
    assert [row.classes for row in rows] == [set(), {"over"}, set(), {"over"}, set()]
    assert "too short" in rows[2].text


def test_suppressed_findings_are_told_apart() -> None:
    page = brewing()
    assert "“never” leaves no exception." in page.text
    assert "“never” leaves no exception." not in page.one(of="article").text


def test_the_appendix_has_each_rule_once() -> None:
    codes = [one.one("summary").one("code").text for one in brewing().one("section", of="rules").all("details")]
    assert codes == sorted(set(codes))
    assert "citations/vague-attribution" in codes


def test_old_findings_are_marked_only_when_new_ones_are_told_apart() -> None:
    assert len(brewing().all(of="tag")) == 2
    article = parse("One two.\n", name="a.md")
    page = page_of(article, find(article, "residue/a", "two", "Found."), run=failed_audit().run)
    assert page.all(of="tag") == []


def test_what_another_note_sums_up_is_told_once_with_what_would_settle_it() -> None:
    article = tea()
    head = find(article, "citations/no-sources", "", "2 claims need a source.", sums="citations/no-sources")
    quote = "Nine in ten drinkers pour the water too hot."
    why = ("gives a figure (“Nine in ten”)", "compares (“too hot”)", "generalizes (“drinkers”)")
    message = "This sentence gives a figure (“Nine in ten”) and compares (“too hot”), and the nearest note is far"
    own = find(article, "citations/missing-citation", quote, message, reasons=why)
    _, note = page_of(article, head, settled_by(replace(own, group=head.rule), "name the report")).all("div", of="note")
    assert note.one("p", of="message").text.startswith("Gives a figure (“Nine in ten”): name the report.")
    folded = note.one("details").text
    assert "The nearest note is far." in folded
    assert "It also compares (“too hot”); it generalizes (“drinkers”)." in folded
    assert note.text.count("name the report") == note.text.count("“Nine in ten”") == 1
    alone = page_of(article, settled_by(own, "name the report")).one("div", of="note").text
    assert f"{message}: name the report." in alone
    assert "It also generalizes (“drinkers”)." in alone


def test_what_another_note_sums_up_is_folded_and_leads_to_it() -> None:
    article = tea()
    head = find(
        article, "citations/no-sources", "", "2 claims need a source.", confidence=0.9, sums="citations/no-sources"
    )
    told = "No link stands near it."
    member = find(
        article,
        "citations/missing-citation",
        "Nine in ten drinkers pour the water too hot.",
        told,
        group=head.rule,
        reasons=("gives a figure (“Nine in ten”)", "compares (“too hot”)"),
    )
    page = page_of(article, head, member)
    sum_note, note = page.all("div", of="note")
    assert "open" in sum_note.one("details").attributes
    assert note.one("p", of="message").text.startswith("Gives a figure (“Nine in ten”).")
    assert note.one("p", of="message").one("a").attributes["href"] == f"#{sum_note.attributes['id']}"
    folded = note.one("details")
    assert "open" not in folded.attributes
    assert told in folded.text
    assert "It also compares (“too hot”)." in folded.text
    assert "gives a figure" not in folded.text
    assert "Right about 4 times in 5 (80%)" in folded.text


def test_sources_considered_are_told_with_their_place_and_whether_they_count() -> None:
    article = tea()
    far = Evidence("reference", "[3]", distance=-3)
    near = Evidence("link", "the guide", distance=1, supports=True)
    told = page_of(article, find(article, "citations/x", "Experts say", "Who?", evidence=(far, near)))
    considered = [" ".join(one.text.split()) for one in told.one("div", of="note").all("li")]
    assert considered == [
        "reference “[3]”, 3 sentences before it: does not count for it",
        "link “the guide”, 1 sentence after it: counts for it",
    ]


def test_what_the_page_counts_adds_up_to_the_tiles() -> None:
    page = summed((0.8, 0.8, 0.8, 0.6), (False, False, False, False))
    tiles = sum(int(one.text) for one in page.one("ul", of="checks").all("span", of="count") if one.text.isdigit())
    whole = re.search(r"About the article \((\d+)\)", page.text)
    noted = re.search(r"Text and notes \((\d+)\)", page.text)
    shown = re.search(r"All in the text (\d+)", page.text)
    assert whole
    assert noted
    assert shown
    assert noted[1] == shown[1]
    assert int(whole[1]) + int(noted[1]) == tiles > 2
