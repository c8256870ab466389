"""What several tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from flows.languagetool.tool import LanguageTool

# The same examples each time, so that a run tells about the change and not about luck; new ones on request.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=1000, deadline=None)
hypothesis.settings.load_profile("steady")

PROGRAMS = {"git": ("git",), "browser": ("chromium", "chromium-browser", "google-chrome")}
"""What tests of a marker need on PATH, one of each."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine lacks a program for; in CI, which installs them all, that is a failure."""
    for marker, names in PROGRAMS.items():
        if item.get_closest_marker(marker) and not any(map(shutil.which, names)):
            lacking = f"{names[0]} is not on PATH"
            if os.environ.get("CI"):
                pytest.fail(lacking)
            pytest.skip(lacking)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use the LanguageTool server which all share."""
    for item in items:
        if "languagetool" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.languagetool)


@pytest.fixture(scope="session")
def languagetool() -> Iterator[LanguageTool]:
    """Yield a real LanguageTool, started once for all tests of a process."""
    from checks.grammar.options import GrammarOptions
    from flows.languagetool import launch

    with launch(GrammarOptions()) as tool:
        yield tool


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield Debian's Chromium, or another one that is on PATH."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, PROGRAMS["browser"])))
    flags = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, headless=True, args=flags)
        yield launched
        launched.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to rewrite the golden files, to be looked at in the diff."""
    parser.addoption("--update", action="store_true", help="rewrite the golden files of tests/reports")
