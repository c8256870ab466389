"""What holds for the repository as a whole: its locks, its package, its layers, and what must not stand in it."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pathspec
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PACKAGES = ("checks", "flows", "reports")
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("maven", "org"),
        ("maven", "apache", "org"),
        ("npmjs", "org"),
        ("golang", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
    )
]
"""Joined here, so that this file does not fail its own test."""


def files() -> Iterator[Path]:
    """Yield the files of the project: all that git does not ignore."""
    ignored = pathspec.GitIgnoreSpec.from_lines([".git", *(ROOT / ".gitignore").read_text().splitlines()])
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if not ignored.match_file(f"{here / name}/")]
        yield from (ROOT / here / name for name in names if not ignored.match_file(here / name))


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the top-level module of each import, at whatever depth it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def pins(lock: str) -> Mapping[str, Version]:
    """Return version by package of a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(pin["name"]): Version(pin["version"]) for pin in PIN.finditer(text)}


def test_no_article_nor_report_lies_about_at_the_top() -> None:
    lying = {
        path.name for path in files() if path.parent == ROOT and path.suffix in {".html", ".json", ".jsonl", ".md"}
    }
    assert lying == {"CHANGELOG.md", "CONTRIBUTING.md", "README.md"}


def test_names_no_registry() -> None:
    named = re.compile("|".join(map(re.escape, REGISTRIES)))
    found = [f"{path}: {hit[0]}" for path in files() for hit in named.finditer(path.read_text("utf-8", "ignore"))]
    assert not found


def test_names_no_place_of_a_developers_machine() -> None:
    place = re.compile(r"(?<![\w.~$}-])/(?:root|work|tmp|Users|home)/\w[\w./-]*")
    sources = [path for path in files() if path.suffix != ".py" or path.relative_to(ROOT).parts[0] != "tests"]
    found = [f"{path}: {hit[0]}" for path in sources for hit in place.finditer(path.read_text("utf-8", "ignore"))]
    assert not found


@pytest.mark.parametrize("lock", ["requirements.lock", "tests/requirements.lock"])
def test_lock_pins_each_package_by_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = list(PIN.finditer(text))
    assert found
    assert [pin["name"] for pin in found if "--hash=sha256:" not in pin["rest"]] == []
    assert "://" not in text


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("tests/requirements.lock", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]),
    ],
)
def test_lock_holds_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    needs = [Requirement(one) for one in wanted]
    assert [str(need) for need in needs if canonicalize_name(need.name) not in locked] == []
    assert [str(need) for need in needs if locked[canonicalize_name(need.name)] not in need.specifier] == []


def test_tests_run_with_the_versions_that_users_get() -> None:
    users, tests = pins("requirements.lock"), pins("tests/requirements.lock")
    assert {name: (version, tests.get(name)) for name, version in users.items() if tests.get(name) != version} == {}


def test_each_requirement_has_an_upper_bound() -> None:
    wanted = [Requirement(one) for one in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]]
    assert [str(one) for one in wanted if not {"<", "=="} & {bound.operator for bound in one.specifier}] == []


def test_wheel_holds_all_files_of_the_packages_and_no_others(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    for path in files():
        if path.relative_to(ROOT).parts[0] != "tests":
            (copy / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy / path.relative_to(ROOT))
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    own = {path.relative_to(ROOT).as_posix() for path in files() if path.relative_to(ROOT).parts[0] in PACKAGES}
    assert held == own


def test_layers_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", ["flows/__init__.py", "flows/bootstrap.py"])
def test_setting_up_needs_the_standard_library_only(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = set(imports(tree))
    assert imported <= sys.stdlib_module_names


BOUNDS_ONLY = {"fastapi", "sqlalchemy"}
"""Not imported: what Prefect needs at certain versions."""


def test_what_is_imported_is_asked_for_and_the_other_way_round() -> None:
    known = packages_distributions()
    imported = {
        canonicalize_name(distribution)
        for path in files()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in PACKAGES
        for module in imports(ast.parse(path.read_text(encoding="utf-8")))
        if module not in PACKAGES
        for distribution in known.get(module, ())
    }
    asked = {canonicalize_name(Requirement(one).name) for one in PROJECT["dependencies"]}
    assert imported - {"pydantic-core"} == asked - BOUNDS_ONLY, "pydantic-core is the other half of pydantic"
