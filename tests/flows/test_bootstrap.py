"""Setting up from nothing, for real, in a small checkout with a lock of one package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "copydesk"
version = "1"

[project.scripts]
copydesk = "flows.greeting:main"

[tool.setuptools]
packages = ["flows"]
"""
GREETING = """
import sys
def main():
    print("hello", *sys.argv[1:])
    return 7
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout whose lock holds Setuptools alone, as the real one pins it."""
    place = tmp_path / "a checkout"
    (place / "flows").mkdir(parents=True)
    (place / "tests").mkdir()
    for name in ("__init__.py", "bootstrap.py"):
        shutil.copy(ROOT / "flows" / name, place / "flows")
    (place / "flows" / "greeting.py").write_text(GREETING)
    (place / "pyproject.toml").write_text(PROJECT)
    pin = re.search(r"^setuptools==.*?(?=^\S)", (ROOT / "requirements.lock").read_text(), re.MULTILINE | re.DOTALL)
    assert pin
    for lock in ("requirements.lock", "tests/requirements.lock"):
        (place / lock).write_text(f"# {lock}\n{pin[0]}")
    return place


def run(
    place: Path, *command: str, interpreter: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the module as the README says, without uv or another Python on PATH."""
    (place / "bin").mkdir(exist_ok=True)
    (place / "bin" / "git").touch()
    return subprocess.run(
        [interpreter, "-m", "flows.bootstrap", *command],
        cwd=place,
        env={**os.environ, "PATH": str(place / "bin"), **environment},
        check=False,
        capture_output=True,
        text=True,
    )


def test_sets_up_runs_the_command_and_does_so_at_once_the_next_time(checkout: Path) -> None:
    first = run(checkout, "copydesk", "one", "two words")
    assert (first.returncode, first.stdout) == (7, "hello one two words\n"), first.stderr
    assert "Set up in" in first.stderr
    again = run(checkout, "copydesk", PIP_NO_INDEX="1")
    assert (again.returncode, again.stdout, again.stderr) == (7, "hello\n", "")


def test_refreshes_when_lock_or_place_changed(checkout: Path) -> None:
    assert run(checkout, "copydesk").returncode == 7
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write("# another line\n")
    assert "Set up in" in run(checkout, "copydesk").stderr
    moved = checkout.rename(checkout.with_name("elsewhere"))
    after = run(moved, "copydesk")
    assert (after.returncode, after.stdout) == (7, "hello\n"), after.stderr


def test_uses_an_environment_that_is_already_there(checkout: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", checkout / ".venv"], check=True)
    (checkout / ".venv" / "mine").touch()
    assert run(checkout, "copydesk").stdout == "hello\n"
    assert (checkout / ".venv" / "mine").exists()


def test_leaves_a_folder_alone_that_is_no_environment(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "mine").touch()
    failed = run(checkout, "copydesk")
    assert failed.returncode == 1
    assert "Move it away" in failed.stderr
    assert (checkout / ".venv" / "mine").exists()


def test_refuses_what_the_lock_does_not_pin(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    lock.write_text(re.sub(r"sha256:\w{8}", "sha256:00000000", lock.read_text()))
    failed = run(checkout, "copydesk")
    assert failed.returncode == 1
    assert "not what the lock pins" in failed.stderr


def test_tries_again_and_names_the_network_when_it_is_down(checkout: Path) -> None:
    offline = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_FIND_LINKS": ""}
    failed = run(checkout, "copydesk", PIP_NO_CACHE_DIR="1", **offline)
    assert failed.returncode == 1
    assert "trying again (3 of 3)" in failed.stderr
    assert "package index could not be reached" in failed.stderr
    assert run(checkout, "copydesk").returncode == 7


def pretending(checkout: Path, pretence: str) -> str:
    """Return an interpreter that runs a line of Python before the module."""
    shim = checkout / "pretender"
    start = "import runpy; runpy.run_module('flows.bootstrap', run_name='__main__')"
    shim.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "import sys; del sys.argv[1:3]; {pretence}; {start}" "$@"\n'
    )
    shim.chmod(0o755)
    return str(shim)


def old_python(checkout: Path) -> str:
    """Return an interpreter that says that it is Python 3.9."""
    return pretending(checkout, "sys.version_info = (3, 9, 2)")


def test_names_the_versions_it_needs_when_python_is_too_old(checkout: Path) -> None:
    failed = run(checkout, "copydesk", interpreter=old_python(checkout))
    assert failed.returncode == 1
    assert "Python 3.11, 3.12 or 3.13 is needed. This is Python 3.9.2" in failed.stderr


def test_goes_on_with_a_newer_python_from_the_path(checkout: Path) -> None:
    (checkout / "bin").mkdir()
    broken, working = checkout / "bin" / "python3.13", checkout / "bin" / "python3.11"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    working.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    working.chmod(0o755)
    done = run(checkout, "copydesk", interpreter=old_python(checkout))
    assert (done.returncode, done.stdout) == (7, "hello\n"), done.stderr
    assert f"going on with {working}" in done.stderr


def test_names_debians_package_when_python_comes_without_ensurepip(checkout: Path) -> None:
    debian = checkout / "debian"
    refusal = "The virtual environment was not created successfully because ensurepip is not available."
    debian.write_text(f'#!/bin/sh\n[ "$2" = venv ] && {{ echo "{refusal}"; exit 1; }}\nexec "{sys.executable}" "$@"\n')
    debian.chmod(0o755)
    failed = run(checkout, "copydesk", interpreter=pretending(checkout, f"sys.executable = '{debian}'"))
    assert failed.returncode == 1
    assert "apt install python3-venv" in failed.stderr


def test_says_when_there_is_no_such_command(checkout: Path) -> None:
    failed = run(checkout, "copydeks")
    assert failed.returncode == 1
    assert "no command copydeks" in failed.stderr
