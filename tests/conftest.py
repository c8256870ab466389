"""What several tests share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flows.languagetool.tool import LanguageTool


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that share a LanguageTool server on one worker, where `--dist loadgroup` is used."""
    for item in items:
        if "languagetool" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.languagetool)
            item.add_marker(pytest.mark.xdist_group("languagetool"))


@pytest.fixture(scope="session")
def languagetool() -> Iterator[LanguageTool]:
    """Yield a real LanguageTool, started once for all tests of a process."""
    from checks.grammar.options import GrammarOptions
    from flows.languagetool import launch

    with launch(GrammarOptions()) as tool:
        yield tool


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to rewrite the golden files, to be looked at in the diff."""
    parser.addoption("--update", action="store_true", help="rewrite the golden files of tests/reports")
