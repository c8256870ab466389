"""The whole product on the example articles: Prefect, LanguageTool, all checks, the report in a browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.prefect]

HERE = Path(__file__).parent
EXPECTED: list[dict[str, Any]] = tomllib.loads((HERE / "articles" / "expected.toml").read_text("utf-8"))["article"]
NAMES = [expected["id"] for expected in EXPECTED]

Found = Mapping[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Audit the example articles as the README does, and return the folder with what was written."""
    out = tmp_path_factory.mktemp("end-to-end")
    command = [sys.executable, "-c", "from flows.cli import main; main()", "audit", ".", "--no-cache"]
    command += ["--output", f"html={out / 'report'}", "--output", f"json={out / 'audit.json'}"]
    done = subprocess.run(command, cwd=HERE / "articles", capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    return out


@pytest.fixture(scope="module")
def audit(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "audit.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def articles(audit: dict[str, Any]) -> Mapping[str, Found]:
    return {article["id"]: article for article in audit["articles"]}


def source(name: str) -> str:
    file = HERE / "articles" / name
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    records = (HERE / "articles" / "briefs.jsonl").read_text("utf-8").splitlines()
    text: str = next(record["text"] for record in map(json.loads, records) if record["id"] == name)
    return text


def test_every_example_is_described_and_every_check_ran(audit: dict[str, Any], articles: Mapping[str, Found]) -> None:
    assert set(articles) == set(NAMES)
    assert {name: check["status"] for name, check in audit["run"]["checks"].items()} == dict.fromkeys(
        ("citations", "duplication", "grammar", "readability", "residue", "superlatives"), "ran"
    )


def test_the_audit_follows_its_schema(audit: dict[str, Any]) -> None:
    [file] = (HERE.parent / "reports").rglob("audit-1.json")
    jsonschema.validate(audit, json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_stands_in_the_untouched_source(name: str, articles: Mapping[str, Found]) -> None:
    text = source(name)
    for finding in articles[name]["findings"]:
        if finding["start"] is not None:
            assert text[finding["start"] : finding["end"]] == finding["quote"]
        for other in finding["related"]:
            if other["start"] is not None:
                assert source(other["article"])[other["start"] : other["end"]] == other["quote"]
    for claim in articles[name]["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def planted(kind: str) -> list[Any]:
    return [
        pytest.param(expected["id"], one, id=f"{expected['id']}: {one['rule']}: {one['quote'][:30]}")
        for expected in EXPECTED
        for one in expected.get(kind, ())
    ]


def touching(article: Found, rule: str, quote: str) -> list[Found]:
    """Return the findings of a rule, or of a check, that mark a character of the quote, wherever it stands."""
    text = source(article["id"])
    places = [(match.start(), match.end()) for match in re.finditer(re.escape(quote), text)]
    assert places
    return [
        finding
        for finding in article["findings"]
        if rule in {finding["rule"], finding["check"]}
        and (
            finding["start"] is None
            or any(
                one["start"] < end and start < one["end"] for one in marked(article, finding) for start, end in places
            )
        )
    ]


def marked(article: Found, finding: Found) -> list[Found]:
    """Return the places that a finding marks in its article: its own, and further ones that it tells together."""
    return [
        finding,
        *(one for one in finding["related"] if one["article"] == article["id"] and one["start"] is not None),
    ]


@pytest.mark.parametrize(("name", "fault"), planted("must_find"))
def test_a_planted_fault_is_found(name: str, fault: Mapping[str, str], articles: Mapping[str, Found]) -> None:
    found = touching(articles[name], fault["rule"], fault["quote"])
    assert found
    if "related" in fault:
        assert fault["related"] in {other["article"] for finding in found for other in finding["related"]}


@pytest.mark.parametrize(("name", "text"), planted("spared"))
def test_what_is_right_is_left_alone(name: str, text: Mapping[str, str], articles: Mapping[str, Found]) -> None:
    assert not touching(articles[name], text["rule"], text["quote"])


@pytest.mark.parametrize("name", [expected["id"] for expected in EXPECTED if expected["clean"]])
def test_a_clean_article_has_neither_errors_nor_warnings(name: str, articles: Mapping[str, Found]) -> None:
    grave = [one for one in articles[name]["findings"] if one["severity"] != "suggestion"]
    assert not grave


@pytest.mark.browser
def test_the_report_opens_from_disk_without_errors_or_requests(folder: Path, browser: Browser) -> None:
    pages = sorted((folder / "report").rglob("*.html"))
    assert len(pages) == 1 + len(NAMES)
    context = browser.new_context()
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in pages:
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1
        for link in page.locator("a").evaluate_all("links => links.map(link => link.href)"):
            if not link.startswith("file:"):
                continue
            target, _, fragment = link.removeprefix("file://").partition("#")
            assert Path(target).is_file()
            if fragment and target == str(path):
                assert page.locator(f"[id='{fragment}']").count() == 1
    context.close()
    assert not said
    assert [url for url in asked if not url.startswith("file:")] == []
