"""Whatever can change what is found is part of the product's identity."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import checks
from flows.remembered.identity import product


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the package of checks, which takes its place."""
    folder = tmp_path / "checks"
    shutil.copytree(checks.__path__[0], folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(checks, "__path__", [str(folder)])
    return folder


def identity() -> str:
    product.cache_clear()
    try:
        return product()
    finally:
        product.cache_clear()


def test_a_copy_is_the_same_product(copied: Path) -> None:
    here = identity()
    (copied / "__pycache__").mkdir()
    (copied / "__pycache__" / "rule.cpython-311.pyc").write_bytes(b"compiled")
    assert identity() == here


@pytest.mark.parametrize("name", ["sentences.py", "duplication/stopwords.txt"])
def test_changed_code_and_changed_data_make_another(copied: Path, name: str) -> None:
    before = identity()
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("\n# a comment\n")
    assert identity() != before


def test_a_renamed_file_makes_another(copied: Path) -> None:
    before = identity()
    (copied / "duplication" / "stopwords.txt").rename(copied / "duplication" / "others.txt")
    assert identity() != before
