"""An unchanged article is not checked again, and what is found never depends on what was remembered."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from checks.registry import all_checks
from checks.rule import Check
from flows import direct, pipeline
from flows.progress import Silent
from flows.remembered import articles
from flows.remembered.articles import Outcome
from flows.request import Request
from reports import json as json_report

ARTICLES = Path(__file__).parents[2] / "articles"
SETTINGS = '[cache]\nfolder = "kept"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with articles and settings, which is the working directory."""
    shutil.copytree(ARTICLES, tmp_path / "articles")
    (tmp_path / "copydesk.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def audited(*, cache: bool = True) -> tuple[dict[str, Any], str]:
    """Return what an audit without LanguageTool says, but for times, and how much was known."""
    changes = {"skip-checks": ["grammar"], "cache": {"enabled": cache}}
    made = direct.check(Request(("articles",), changes=changes), Silent())
    audit: dict[str, Any] = json.loads(json_report.render(made))
    for checks in (audit["run"]["checks"], *(article["checks"] for article in audit["articles"])):
        for status in checks.values():
            status.pop("seconds")
    known = audit["run"]["provenance"].get("cache", "")
    return {"articles": audit["articles"], "checks": audit["run"]["checks"]}, known


def share(known: str) -> int:
    return int(known.partition(" %")[0])


def test_the_same_is_found_without_a_cache_with_an_empty_and_with_a_full_one(desk: Path) -> None:
    none, told = audited(cache=False)
    assert told == ""
    empty, first = audited()
    full, second = audited()
    assert none == empty == full
    assert (share(first), share(second)) == (0, 100)
    assert any(article["findings"] for article in full["articles"])


def test_nothing_is_parsed_or_checked_twice(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audited()

    def never(*_: object, **__: object) -> None:
        raise AssertionError("this was known")

    monkeypatch.setattr(pipeline, "parse", never)
    for check in all_checks().values():
        if check.run is not None:
            monkeypatch.setattr(check.run, "__code__", never.__code__)
    assert share(audited()[1]) == 100


def test_a_changed_article_is_checked_and_compared_again(desk: Path) -> None:
    before, _ = audited()
    one, other = (desk / "articles" / name for name in ("tide-gauges.md", "oat-drink.md"))
    one.write_text(one.read_text("utf-8") + other.read_text("utf-8").partition("\n\n")[2], "utf-8")
    after, known = audited()
    assert 0 < share(known) < 100
    assert after != before
    assert after == audited(cache=False)[0]


@pytest.mark.parametrize(
    "settings",
    [
        "[readability]\ntarget-grade = 3\n",
        '[vocabulary]\naccept = ["gauge"]\n',
        'profile = "academic"\n',
        'language = "fr"\n',
        '[[overrides]]\npaths = ["*.md"]\nskip-checks = ["residue"]\n',
        "[duplication]\nmin-passage-words = 5\n",
        '[rules]\ncitations = "off"\n',
    ],
)
def test_other_settings_find_what_they_would_without_a_cache(desk: Path, settings: str) -> None:
    audited()
    lines = settings.startswith("[")
    (desk / "copydesk.toml").write_text(f"{SETTINGS}{settings}" if lines else f"{settings}{SETTINGS}", "utf-8")
    assert audited()[0] == audited(cache=False)[0]


def test_a_changed_setting_of_one_check_costs_that_check(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audited()
    run: list[str] = []
    checked = pipeline._checked

    def noted(check: Check[Any], *rest: Any) -> Outcome:  # noqa: ANN401 - whatever it takes
        run.append(check.name)
        return checked(check, *rest)

    monkeypatch.setattr(pipeline, "_checked", noted)
    (desk / "copydesk.toml").write_text(f"{SETTINGS}[readability]\ntarget-grade = 3\n", "utf-8")
    audited()
    assert set(run) == {"readability"}


def test_another_version_of_the_product_uses_nothing_of_this_one(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audited()
    monkeypatch.setattr(articles, "product", lambda: "another")
    assert share(audited()[1]) == 0


def test_a_damaged_file_knows_nothing(desk: Path) -> None:
    found, _ = audited()
    with closing(sqlite3.connect(desk / "kept" / "remembered-2.sqlite")) as connection, connection:
        connection.execute("UPDATE entry SET value = x'00'")
    assert audited()[0] == found


def test_an_article_that_cannot_be_written_down_is_checked_each_time(desk: Path) -> None:
    shutil.rmtree(desk / "articles")
    (desk / "articles").mkdir()
    (desk / "articles" / "odd.md").write_text("---\n1: {2: three}\nkeys: {4: five}\n---\n\nThe tide turned.\n", "utf-8")
    first, _ = audited()
    second, known = audited()
    assert first == second
    assert share(known) in {0, 100}
