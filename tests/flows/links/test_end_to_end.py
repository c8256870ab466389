"""Link checking as a user meets it: off unless asked for; in `check` and in the Prefect flow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.flows.links.site import Page, Site

MAIN = "from flows.cli import main; main()"
ONLY = ("--check", "citations", "--fail-on", "never", "--output", "json=audit.json")
SETTINGS = """
[cache]
folder = "kept"

[citations.links]
allow-hosts = ["127.0.0.1"]
pause = 0
retries = 0
"""


def copydesk(folder: Path, *arguments: str, program: str = MAIN) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["PREFECT_HOME"] = str(folder / "prefect")
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def audit(folder: Path) -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads((folder / "audit.json").read_text("utf-8"))
    return read


def found(folder: Path) -> dict[str, list[str]]:
    """Return the findings on links, by article."""
    return {
        article["path"]: [one["rule"] for one in article["findings"] if one["rule"].endswith("-link")]
        for article in audit(folder)["articles"]
    }


@pytest.fixture
def articles(tmp_path: Path, site: Site) -> Path:
    base = f"http://127.0.0.1:{site.port}"
    site.pages |= {"/well": Page(), "/moved": Page(301, {"Location": "/well"}), "/gone": Page(410)}
    (tmp_path / "one.md").write_text(
        f"Tides: [well]({base}/well), [moved]({base}/moved), [gone]({base}/gone).", "utf-8"
    )
    (tmp_path / "two.md").write_text(f"Tides: [gone]({base}/gone) and [well]({base}/well).", "utf-8")
    (tmp_path / "none.md").write_text("The keeper reads the gauge each morning.", "utf-8")
    (tmp_path / "copydesk.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


EXPECTED = {
    "none.md": [],
    "one.md": ["citations/moved-link", "citations/dead-link"],
    "two.md": ["citations/dead-link"],
}


def test_nobody_is_asked_by_default(articles: Path, site: Site) -> None:
    assert copydesk(articles, "check", *ONLY, ".").returncode == 0
    assert site.asked == []
    assert found(articles) == {article: [] for article in EXPECTED}
    assert not any("links" in name for name in audit(articles)["run"]["provenance"])


def test_what_asks_is_not_even_loaded_when_off(articles: Path) -> None:
    program = (
        "import sys\nfrom flows.direct import check\nfrom flows.progress import Silent\n"
        "from flows.request import Request\n"
        "check(Request(('.',), changes={'checks': ['citations']}), Silent())\n"
        "print([name for name in ('httpcore', 'httpx', 'flows.links.call') if name in sys.modules])"
    )
    assert copydesk(articles, program=program).stdout == "[]\n"


def test_the_option_has_links_asked_once_for_all_articles_and_the_record_says_whom(articles: Path, site: Site) -> None:
    done = copydesk(articles, "check", "--check-links", *ONLY, ".")
    assert done.returncode == 0, done.stderr
    assert found(articles) == EXPECTED
    # Once for both articles, and once more where a redirect leads there.
    assert [one.path for one in site.asked].count("/well") == 2
    assert [one.path for one in site.asked].count("/gone") == 2
    assert audit(articles)["run"]["provenance"]["links asked"] == "3 addresses at 127.0.0.1"
    again = copydesk(articles, "check", "--check-links", "--verbose", *ONLY, ".")
    assert "links remembered: 3 addresses" in again.stderr
    assert len(site.asked) == 5


def test_links_of_articles_that_did_not_change_are_asked_again_in_time(articles: Path, site: Site) -> None:
    (articles / "copydesk.toml").write_text(f"{SETTINGS}keep-days = 0\nkeep-failures-hours = 0\n", "utf-8")
    copydesk(articles, "check", "--check-links", *ONLY, ".")
    asked = len(site.asked)
    site.pages["/gone"] = Page()
    copydesk(articles, "check", "--check-links", *ONLY, ".")
    assert audit(articles)["run"]["provenance"]["cache"] == "100 % of articles (3 of 3)"
    assert found(articles) == {"none.md": [], "one.md": ["citations/moved-link"], "two.md": []}
    assert len(site.asked) == asked + 4


def test_without_a_cache_links_are_asked_anew(articles: Path, site: Site) -> None:
    for _ in range(2):
        copydesk(articles, "check", "--check-links", "--no-cache", *ONLY, "two.md")
    assert [one.path for one in site.asked].count("/well") == 2
    assert not (articles / "kept").exists()


def test_settings_turn_it_on_for_some_articles(articles: Path, site: Site) -> None:
    override = '[[overrides]]\npaths = ["two.md"]\ncitations = { links = { check = true } }\n'
    (articles / "copydesk.toml").write_text(SETTINGS + override, "utf-8")
    copydesk(articles, "check", *ONLY, ".")
    assert found(articles) == {"none.md": [], "one.md": [], "two.md": ["citations/dead-link"]}
    assert {one.path for one in site.asked} == {"/gone", "/well"}


def test_an_address_that_is_not_allowed_is_not_asked(articles: Path, site: Site) -> None:
    (articles / "copydesk.toml").write_text('[cache]\nfolder = "kept"', "utf-8")
    copydesk(articles, "check", "--check-links", *ONLY, "two.md")
    assert found(articles) == {"two.md": ["citations/private-link"] * 2}
    assert site.asked == []


def test_without_a_network_the_audit_is_incomplete_and_says_so_once(articles: Path) -> None:
    source = "Tides: " + ", ".join(f"[{number}](https://town-{number}.net/a)" for number in range(6))
    for name in ("three.md", "four.md"):
        (articles / name).write_text(source, "utf-8")
    offline = (
        "import socket\n"
        "def refuse(*_, **__): raise socket.gaierror(socket.EAI_AGAIN, 'Temporary failure in name resolution')\n"
        "socket.getaddrinfo = refuse\n"
    )
    (articles / "one.md").unlink()
    (articles / "two.md").unlink()
    done = copydesk(articles, "check", "--check-links", *ONLY, ".", program=offline + MAIN)
    assert done.returncode == 3
    run = audit(articles)["run"]
    assert run["verdict"] == "incomplete"
    assert run["checks"]["citations"]["reason"] == (
        "links could not be checked: no host answered, so this machine seems to be without a network "
        "(on 2 of 3 articles)"
    )
    assert found(articles) == {"none.md": [], "three.md": [], "four.md": []}
    assert copydesk(articles, "check", *ONLY, ".", program=offline + MAIN).returncode == 0


@pytest.mark.slow
@pytest.mark.prefect
def test_the_flow_checks_links_too(articles: Path, site: Site) -> None:
    done = copydesk(articles, "audit", "--check-links", *ONLY, "--output", "html=report", ".")
    assert done.returncode == 0, done.stderr
    assert found(articles) == EXPECTED
    assert [one.path for one in site.asked].count("/gone") == 2
    assert "Links asked" in (articles / "report" / "index.html").read_text("utf-8")
