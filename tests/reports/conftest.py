"""Reports for a real browser to open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reports.write import write_html
from tests.reports.browsing import Visit, watch
from tests.reports.samples import failed_audit, incomplete_audit

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of an audit that has everything: failures, gaps, a hostile article."""
    return write_html(incomplete_audit(), tmp_path_factory.mktemp("report")).parent


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of an audit with old and new findings."""
    return write_html(failed_audit(), tmp_path_factory.mktemp("failed")).parent


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Yield an empty page; the test fails when anything is logged, blocked, thrown or fetched."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page(), context)
    watch(visit)
    yield visit
    context.close()
    assert visit.troubles == []
