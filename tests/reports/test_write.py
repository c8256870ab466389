"""Files are written whole or not at all, and only inside the report's folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reports.html.names import page_names
from reports.write import write_folder, write_html, write_text
from tests.reports.samples import failed_audit, incomplete_audit


def test_folders_on_the_way_are_made_and_bytes_kept(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a" / "b.txt", "one\r\ntwo\n🫖")
    assert path.read_bytes() == "one\r\ntwo\n🫖".encode()


def test_a_failure_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.txt", "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "new \ud800")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_are_as_readable_as_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    assert write_text(tmp_path / "ours", "x").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("name", ["../x.html", "/etc/x.html", "a/../../x.html", ""])
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out"):
        write_folder(tmp_path / "report", {name: "x"})
    assert list(tmp_path.rglob("*.html")) == []


def test_the_html_report_is_a_page_for_the_run_and_one_for_each_article(tmp_path: Path) -> None:
    audit = incomplete_audit()
    first = write_html(audit, tmp_path / "report")
    assert first == tmp_path / "report" / "index.html"
    assert len(list((tmp_path / "report" / "articles").iterdir())) == len(audit.articles)


def test_pages_of_articles_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    report = tmp_path / "report"
    write_html(incomplete_audit(), report)
    before = {f"articles/{path.name}" for path in (report / "articles").iterdir()}
    (report / "articles" / "notes-1a2b3c4d.html").write_text("<p>Not a page of ours.", "utf-8")
    (report / "articles" / "readme.txt").write_text("Keep me.", "utf-8")
    (report / "logo.html").write_text('<meta name="generator" content="copydesk">', "utf-8")
    write_html(failed_audit(), report)
    after = {f"articles/{path.name}" for path in (report / "articles").iterdir()}
    pages = set(page_names(failed_audit().articles))
    assert before - pages, "the first report has pages that the second has not"
    assert after == pages | {"articles/notes-1a2b3c4d.html", "articles/readme.txt"}
    assert (report / "logo.html").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "told\n")
        assert os.read(reader, 100) == b"told\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
