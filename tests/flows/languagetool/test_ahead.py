from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from flows.languagetool import launch
from flows.languagetool.ahead import MANIFEST, _shortened, prepared
from flows.languagetool.engine import Engine, Limits
from flows.languagetool.host import Host
from flows.languagetool.java import find_java
from flows.progress import Silent
from tests.flows.languagetool.fakes import behave, fake_java, fake_options, starts

LIMITS = Limits("100m", 10, 1000, 2)


@pytest.fixture
def jars(tmp_path: Path) -> tuple[Path, ...]:
    folder = tmp_path / "jars"
    folder.mkdir()
    for name in ("core", "languagetool-server-6.8"):
        with zipfile.ZipFile(folder / f"{name}.jar", "w") as jar:
            jar.writestr(MANIFEST, "Manifest-Version: 1.0\r\nClass-Path: ./ libs/a.jar li\r\n bs/b.jar\r\nX: y\r\n")
            jar.writestr("content", name)
    return tuple(folder.glob("*.jar"))


def engine_and_host(tmp_path: Path, jars: tuple[Path, ...], *manners: str) -> tuple[Engine, Host]:
    environment = behave(tmp_path, *manners)
    java = find_java(str(fake_java(tmp_path)), environment)
    return Engine(java, jars), Host(tmp_path, environment, Silent())


def test_a_training_run_is_made_once(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    faster = prepared(engine, LIMITS, host)
    (flag,) = faster.flags
    assert Path(flag.removeprefix("-XX:AOTCache=")).read_text("utf-8") == "prepared"
    assert [path.name for path in faster.classpath if "server" in path.name] == ["languagetool-server.jar"]
    assert prepared(engine, LIMITS, host) == faster
    assert starts(tmp_path) == 1


def test_the_jar_is_the_same_but_for_its_class_path(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    copy = next(path for path in prepared(engine, LIMITS, host).classpath if path.name == "languagetool-server.jar")
    with zipfile.ZipFile(copy) as jar:
        assert jar.read("content") == b"languagetool-server-6.8"
        assert jar.read(MANIFEST) == b"Manifest-Version: 1.0\r\nX: y\r\n"


def test_another_jar_or_java_needs_another_training(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    first = prepared(engine, LIMITS, host)
    with zipfile.ZipFile(jars[0], "a") as jar:
        jar.writestr("more", "more")
    assert prepared(engine, LIMITS, host) != first
    assert starts(tmp_path) == 2


@pytest.mark.parametrize("manner", ["clumsy", "die"])
def test_a_training_that_fails_is_not_repeated(tmp_path: Path, jars: tuple[Path, ...], manner: str) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new" if manner == "die" else "clumsy", manner)
    assert prepared(engine, LIMITS, host) == engine
    assert prepared(engine, LIMITS, host) == engine
    assert starts(tmp_path) == 1
    (failed,) = tmp_path.glob("ahead-*/failed")
    assert failed.read_text("utf-8")


def test_an_older_java_and_folders_of_classes_stay_as_they_are(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars)
    assert prepared(engine, LIMITS, host) == engine
    engine, host = engine_and_host(tmp_path, (*jars, tmp_path), "new")
    assert prepared(engine, LIMITS, host) == engine
    assert starts(tmp_path) == 0


def test_a_manifest_without_class_path_stays(tmp_path: Path) -> None:
    manifest = b"Manifest-Version: 1.0\r\nLong: a\r\n b\r\n"
    assert _shortened(manifest) == manifest


def test_where_nothing_can_be_kept_languagetool_starts_as_always(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    options = fake_options(tmp_path).model_copy(update={"directory": str(jars[0].parent)})
    occupied = tmp_path / "cache"
    occupied.write_text("", "utf-8")
    with launch(options, folder=occupied, environment=behave(tmp_path, "new")) as tool:
        assert tool.check("An eror.", "en-US")
