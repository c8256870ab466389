"""The report in a real browser, opened from disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reports.browsing import Visit, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def shown(page: Page, selector: str) -> int:
    return page.locator(selector).locator("visible=true").count()


def test_every_page_opens_without_error_or_request(visit: Visit, report: Path) -> None:
    pages = [report / "index.html", *sorted((report / "articles").iterdir())]
    assert len(pages) == 6
    for path in pages:
        page = visit.open(path)
        assert page.evaluate("document.compatMode") == "CSS1Compat"
        assert page.evaluate("typeof window.owned") == "undefined"
        assert page.locator("h1").count() == 1


def test_style_and_script_pass_the_policy(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    assert page.evaluate("getComputedStyle(document.querySelector('.row')).display") == "grid"
    assert page.locator(".tools").is_visible()


def test_a_script_that_got_into_the_page_would_be_blocked(visit: Visit, report: Path, tmp_path: Path) -> None:
    source = article(report, "brewing").read_text("utf-8")
    broken = tmp_path / "broken.html"
    attack = "<img src=x onerror='window.owned=1'><script>window.owned=1</script></main>"
    broken.write_text(source.replace("</main>", attack), "utf-8")
    page = visit.open(broken)
    page.wait_for_timeout(200)
    assert page.evaluate("typeof window.owned") == "undefined"
    assert sum("blocked: script-src" in told for told in visit.troubles) == 2
    visit.troubles.clear()


def test_without_scripts_everything_is_listed(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((report / "index.html").as_uri())
    assert shown(page, "#articles tbody tr") == 5
    assert not page.locator(".filter").is_visible()
    page.goto(article(report, "brewing").as_uri())
    assert shown(page, "#article .note") == 15
    assert not page.locator(".tools").is_visible()
    page.locator("#article .note summary").first.click()
    assert page.locator("#article .note details[open]").count() == 1
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "brewing", "script", "old", "basics"])
def test_nothing_overflows_on_a_narrow_screen(browser: Browser, report: Path, name: str, scheme: str) -> None:
    path = report / name if name == "index.html" else article(report, name)
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for width in (320, 560, 900, 1100, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_dark_and_light_differ(browser: Browser, report: Path) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto((report / "index.html").as_uri())
        seen.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert len(seen) == 2


def test_the_run_page_filters_and_keeps_the_filter_in_its_address(visit: Visit, failed: Path) -> None:
    page = visit.open(failed / "index.html")
    rows = "#articles tbody tr"
    assert page.locator("output").inner_text() == "3 of 3 articles"
    page.get_by_placeholder("Title or path").fill("TEA gui")
    assert shown(page, rows) == 2
    page.locator("select[name=s]").select_option("failed")
    assert shown(page, rows) == 1
    assert page.locator("output").inner_text() == "1 of 3 articles"
    assert page.url.endswith("#q=TEA+gui&s=failed")
    page.reload()
    assert shown(page, rows) == 1
    page.get_by_placeholder("Title or path").fill("no such thing")
    assert shown(page, rows) == 0
    assert page.get_by_text("No article fits the filter.").is_visible()


def test_the_run_page_filters_by_check_and_by_what_is_new(visit: Visit, failed: Path) -> None:
    page = visit.open(failed / "index.html", "#c=grammar")
    assert page.locator("#articles tbody tr:visible th a").all_inner_texts() == ["How to brew a better cup of tea"]
    page.locator("select[name=c]").select_option("")
    page.get_by_label("new only").check()
    assert shown(page, "#articles tbody tr") == 2


def test_the_run_page_sorts_by_number_and_back(visit: Visit, report: Path) -> None:
    page = visit.open(report / "index.html")
    head = page.locator("#articles thead th", has_text="Words")

    def words() -> list[int]:
        cells = page.locator("#articles tbody td:last-child").all_inner_texts()
        return [int(cell) for cell in cells]

    head.get_by_role("button").click()
    assert words() == sorted(words(), reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").click()
    assert words() == sorted(words())
    assert head.get_attribute("aria-sort") == "ascending"
    page.locator("#articles thead th", has_text="Verdict").get_by_role("button").click()
    verdicts = page.locator("#articles tbody td:nth-child(2)").all_inner_texts()
    assert verdicts == ["Fails", "Fails", "Incomplete", "Incomplete", "Passes"]
    assert page.locator("#articles th[aria-sort]").count() == 1


def test_the_slash_key_leads_to_the_search(visit: Visit, report: Path) -> None:
    page = visit.open(report / "index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("a/b")
    assert page.locator("input[name=q]").input_value() == "a/b"


def test_keys_step_through_the_notes(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    where = page.locator(".tools output")
    assert where.inner_text() == "15 notes"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert where.inner_text() == "2 of 15"
    assert page.locator("#article .note.current .n").first.inner_text() == "2"
    assert page.locator("mark.current").first.is_visible()
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert where.inner_text() == "15 of 15"
    assert page.evaluate("document.activeElement.classList.contains('note')")
    page.keyboard.press("Enter")
    assert page.locator("#article .note.current details").first.get_attribute("open") is not None


def test_a_focused_note_is_not_under_the_bar(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.emulate_media(reduced_motion="reduce")
    for _ in range(9):
        page.keyboard.press("j")
        bar = page.locator(".tools").bounding_box()
        note = page.locator(".note.current").bounding_box()
        assert bar
        assert note
        assert note["y"] >= bar["y"] + bar["height"]


def test_single_keys_can_be_switched_off_for_good(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.get_by_label("Keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".tools output").inner_text() == "15 notes"


def test_brackets_lead_to_the_neighbours(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.keyboard.press("]")
    page.wait_for_url(re.compile("script"))
    page.keyboard.press("[")
    page.wait_for_url(re.compile("brewing"))


def test_notes_are_filtered_by_severity_and_check(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.get_by_role("button", name="Errors").click()
    left = page.locator("#article .note:visible").all()
    assert {note.get_attribute("class") for note in left} == {"note error"}
    assert shown(page, "#article .note") == 7
    assert page.locator("mark.warning:not(.off)").count() == 0
    assert page.locator(".text .n.suggestion:visible").count() == 0
    page.locator(".tools select").select_option("grammar")
    assert shown(page, "#article .note") == 2
    page.get_by_role("button", name="All in the text 15").click()
    page.locator(".tools select").select_option("")
    assert shown(page, "#article .note") == 15


def test_a_link_to_a_note_opens_it(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.locator(".text .n", has_text=re.compile("^7$")).first.click()
    opened = page.locator("#article .note details[open]")
    assert opened.count() == 1
    assert page.locator(".tools output").inner_text() == "7 of 15"
    opened.locator("a", has_text="/").last.click()
    page.wait_for_timeout(100)
    assert shown(page, ".rules details[open]") == 1


def test_a_link_to_a_twin_leads_to_its_mark(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.locator(".twins td:nth-child(2) a").first.click()
    page.wait_for_url(re.compile(r"basics-.*#[fb]-"))
    fragment = page.url.partition("#")[2]
    assert page.locator(f"[id='{fragment}']").is_visible()


def test_all_notes_open_and_close(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.get_by_role("button", name="Open all").click()
    assert page.locator("#article .note > details:not([open])").count() == 0
    page.get_by_role("button", name="Open all").click()
    assert page.locator("#article .note > details[open]").count() == 0


def test_print_shows_what_is_folded_and_hides_the_tools(visit: Visit, report: Path) -> None:
    page = visit.open(article(report, "brewing"))
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator(".note .meta").first.is_visible()


def test_the_whole_report_can_be_walked_by_keyboard(visit: Visit, report: Path) -> None:
    page = visit.open(report / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.textContent.slice(0, 20)")
        )
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or page.evaluate("document.activeElement === document.body")
    assert "A Tea basics" in seen
    assert "BUTTON Words" in seen
