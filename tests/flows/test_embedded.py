"""What can be known of Prefect's settings before Prefect is imported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.embedded import may_be_configured


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory where nothing speaks of Prefect; its home is a folder in it."""
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "home").mkdir()
    return tmp_path


def test_where_nothing_speaks_of_prefect_it_is_not_configured(bare: Path) -> None:
    (bare / "pyproject.toml").write_text('[project]\nname = "articles"\n', "utf-8")
    assert not may_be_configured()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("home/profiles.toml", 'active = "desk"'),
        ("prefect.toml", ""),
        ("pyproject.toml", "[tool.prefect.api]"),
        (".env", "PREFECT_API_URL=http://desk.test/api"),
    ],
)
def test_each_file_that_prefect_reads_may_name_a_server(bare: Path, name: str, text: str) -> None:
    (bare / name).write_text(text, "utf-8")
    assert may_be_configured()


def test_the_environment_may_name_a_server(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_PROFILE", "desk")
    assert may_be_configured()
