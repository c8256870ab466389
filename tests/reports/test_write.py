"""Files are written whole or not at all, and only inside the report's folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reports.write import write_folder, write_html, write_text
from tests.reports.samples import incomplete_audit


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
