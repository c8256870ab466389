"""The run's page: how it ended, what could not be audited, and all articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.finding import Finding
from checks.parsing import parse
from reports.audit import Audit
from reports.html import render
from reports.html.names import anchors, page_names
from tests.reports.builders import audited, find
from tests.reports.pages import Element, read
from tests.reports.samples import empty_audit, failed_audit, incomplete_audit
from tests.reports.texts import EVIL, tea


def run_page(audit: Audit) -> Element:
    return read(render(audit)["index.html"])


def test_the_verdict_comes_first() -> None:
    page = run_page(failed_audit())
    assert page.one("h1").text == "1 of 3 articles fails."
    assert (
        page.one("section", of="hero").one("ul", of="reasons").text.strip()
        == "1 article has findings of severity error."
    )


def test_articles_are_listed_worst_first() -> None:
    rows = run_page(incomplete_audit()).all("table")[0].one("tbody").all("tr")
    assert [row.all("td")[0].text for row in rows] == ["Fails", "Fails", "Incomplete", "Incomplete", "Passes"]


def test_counts_are_told_by_check_and_a_check_that_did_not_run_is_no_zero() -> None:
    page = run_page(incomplete_audit())
    table = page.all("table")[0]
    heads = [head.text for head in table.one("thead").all("th")]
    by_title = {
        row.one("th").one("a").text: [cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")
    }
    brewing = dict(zip(heads[1:], by_title["How to brew a better cup of tea"], strict=True))
    assert (brewing["Citations"], brewing["Residue"], brewing["Words"]) == ("4", "3", "242")
    harbour = dict(zip(heads[1:], by_title["The harbour reopens"], strict=True))
    assert (harbour["Grammar"], harbour["Residue"]) == ("–", "0")


def test_what_could_not_be_audited_is_told_before_the_table() -> None:
    page = render(incomplete_audit())["index.html"]
    assert page.index("no Java on this machine") < page.index('id="articles"')
    failed = [one for one in read(page).one("ul", of="checks").all("li") if "failed" in one.classes]
    assert [one.one(of="name").text for one in failed] == ["Grammar"]


def test_articles_that_share_text_are_grouped() -> None:
    clusters = run_page(failed_audit()).one("ul", of="clusters")
    assert clusters.one("p", of="kind").text == "Near-duplicates 3 passages marked"
    assert sorted(link.text for link in clusters.all("a")) == ["How to brew a better cup of tea", "Tea basics"]


def test_the_most_frequent_rules_are_told() -> None:
    rows = run_page(failed_audit()).one("table", of="frequent").one("tbody").all("tr")
    assert [cell.text for cell in rows[0].all("td")][1:3] == ["3", "2"]
    assert len(rows) == 12


def test_an_audit_of_nothing_says_so() -> None:
    page = run_page(empty_audit())
    assert page.one("h1").text == "There was no article to audit."
    assert page.all("table") == []


def test_page_names_are_safe_and_unique_and_do_not_depend_on_the_others() -> None:
    base = failed_audit().articles[1]
    ids = ["../../etc/passwd", "a/b.md", "c/b.md", "", EVIL, "C:\\x\\Ünï.md", "x" * 500, "a/b.md"]
    names = page_names([replace(base, id=one, path=one) for one in ids])
    assert len(set(names)) == len(ids)
    assert all(name.startswith("articles/") and name.endswith(".html") and len(name) < 80 for name in names)
    assert all(set(name.removeprefix("articles/")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)
    assert page_names([replace(base, id="c/b.md", path="c/b.md")]) == (names[2],)


def test_anchors_are_fingerprints_and_unique() -> None:
    article = tea()
    one = find(article, "residue/x", "Experts say", "A message.")
    twice: list[Finding] = [replace(one, fingerprint="ab12"), replace(one, fingerprint="ab12"), one, one]
    assert anchors(twice) == ("ab12", "ab12-2", "x3", "x4")


@pytest.mark.slow
def test_a_thousand_articles_stay_under_half_a_megabyte() -> None:
    base = failed_audit().articles[1]
    paths = [f"section-{n % 7}/article-number-{n}.md" for n in range(1000)]
    articles = tuple(replace(base, id=path, path=path) for path in paths)
    page = render_index(replace(failed_audit(), articles=articles))
    assert page.count("<tr") > 1000
    assert len(page.encode()) < 500_000


def render_index(audit: Audit) -> str:
    from reports.html import run_page as module
    from reports.html.links import Links, pages

    every = pages(audit)
    return module.render(audit, every, Links({page.one.id: page for page in every}))


@pytest.mark.slow
def test_a_thousand_findings_stay_under_a_megabyte() -> None:
    paragraph = "The {n} lid stays on the pot while the leaves steep, and word{n} may not lift it before time is up."
    article = parse("\n\n".join(paragraph.format(n=n) for n in range(1000)), name="a.md")
    message = "“word{n}” names nobody, and no link, note, reference or named source stands near it."
    findings = [find(article, f"citations/rule-{n % 20}", f"word{n} ", message.format(n=n)) for n in range(1000)]
    pages = render(replace(failed_audit(), articles=(audited(article, findings),)))
    [page] = [page for name, page in pages.items() if name != "index.html"]
    assert page.count('class="note ') == 1000
    assert len(page.encode()) < 1_000_000
