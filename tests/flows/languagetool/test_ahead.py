from __future__ import annotations

import os
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from flows.languagetool import ahead, launch
from flows.languagetool.ahead import LOADER, MANIFEST, UNUSED_SECONDS, _shortened, prepared
from flows.languagetool.engine import Engine, Limits
from flows.languagetool.fetch import absent
from flows.languagetool.host import Host
from flows.languagetool.java import find_java
from flows.languagetool.lock import VERSION, pinned
from flows.progress import Silent
from tests.flows.languagetool.fakes import behave, fake_java, fake_options, starts

LIMITS = Limits("100m", 10, 1000, 2)
ENGLISH = ("en-US",)
SOURCE = Path(ahead.__file__).with_name("Loader.java")


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
    faster = prepared(engine, LIMITS, host, ENGLISH)
    flag, language = faster.flags
    assert language == "-Dcopydesk.languages=en-US"
    assert Path(flag.removeprefix("-XX:AOTCache=")).read_text("utf-8") == "prepared"
    assert [path.name for path in faster.classpath if "server" in path.name] == ["languagetool-server.jar"]
    assert prepared(engine, LIMITS, host, ENGLISH) == faster
    assert starts(tmp_path) == 1


def test_the_jar_is_the_same_but_for_its_class_path_and_the_loader(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    copy = next(
        path for path in prepared(engine, LIMITS, host, ENGLISH).classpath if path.name == "languagetool-server.jar"
    )
    with zipfile.ZipFile(copy) as jar:
        assert jar.read("content") == b"languagetool-server-6.8"
        assert jar.read(MANIFEST) == b"Manifest-Version: 1.0\r\nX: y\r\n"
        assert jar.read(LOADER) == SOURCE.with_suffix(".class").read_bytes()


def test_the_languages_of_a_run_are_loaded(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    assert "-Dcopydesk.languages=de-AT,fr" in prepared(engine, LIMITS, host, ("de-AT", "fr")).flags


def test_a_start_that_articles_wait_for_does_without(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    assert prepared(engine, LIMITS, host, ENGLISH, training=False) == engine
    assert starts(tmp_path) == 0
    made = prepared(engine, LIMITS, host, ENGLISH)
    assert prepared(engine, LIMITS, host, ENGLISH, training=False) == made != engine


def test_what_nobody_used_for_long_is_removed(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    old, used = tmp_path / "ahead-old", tmp_path / "ahead-used"
    for folder in (old, used):
        folder.mkdir()
    long_ago = time.time() - UNUSED_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    prepared(engine, LIMITS, host, ENGLISH)
    assert not old.exists()
    assert used.exists()


def test_the_loader_is_compiled_from_its_source(tmp_path: Path) -> None:
    compiler = shutil.which("javac")
    version = subprocess.run([compiler, "-version"], capture_output=True, text=True, check=True) if compiler else None
    if not compiler or not version or " 17." not in version.stdout:
        pytest.skip("only the compiler of JDK 17 writes the same bytes")
    folder = user_cache_path("copydesk", appauthor=False) / f"languagetool-{VERSION}"
    if absent(pinned(), folder):
        pytest.skip("LanguageTool's jars are not on this machine")
    classpath = os.pathsep.join(str(folder / jar.path) for jar in pinned())
    options = ["--release", "17", "-g:none", "-cp", classpath, "-d", str(tmp_path)]
    subprocess.run([compiler, *options, str(SOURCE)], check=True)
    assert (tmp_path / LOADER).read_bytes() == SOURCE.with_suffix(".class").read_bytes()


def test_another_jar_or_java_needs_another_training(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new")
    first = prepared(engine, LIMITS, host, ENGLISH)
    with zipfile.ZipFile(jars[0], "a") as jar:
        jar.writestr("more", "more")
    assert prepared(engine, LIMITS, host, ENGLISH) != first
    assert starts(tmp_path) == 2


@pytest.mark.parametrize("manner", ["clumsy", "die"])
def test_a_training_that_fails_is_not_repeated(tmp_path: Path, jars: tuple[Path, ...], manner: str) -> None:
    engine, host = engine_and_host(tmp_path, jars, "new" if manner == "die" else "clumsy", manner)
    assert prepared(engine, LIMITS, host, ENGLISH) == engine
    assert prepared(engine, LIMITS, host, ENGLISH) == engine
    assert starts(tmp_path) == 1
    (failed,) = tmp_path.glob("ahead-*/failed")
    assert failed.read_text("utf-8")


def test_an_older_java_and_folders_of_classes_stay_as_they_are(tmp_path: Path, jars: tuple[Path, ...]) -> None:
    engine, host = engine_and_host(tmp_path, jars)
    assert prepared(engine, LIMITS, host, ENGLISH) == engine
    engine, host = engine_and_host(tmp_path, (*jars, tmp_path), "new")
    assert prepared(engine, LIMITS, host, ENGLISH) == engine
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
