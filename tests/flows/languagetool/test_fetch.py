from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.languagetool import fetch as module
from flows.languagetool.fetch import FetchError, absent, fetch, unchanged
from flows.languagetool.filelock import locked
from flows.languagetool.host import Host
from flows.languagetool.lock import BASE, further, pinned, pinned_for
from flows.progress import Silent
from tests.flows.languagetool.repository import CONTENT, JARS, ONE, Repository, serving


class Bar(Silent):
    """Remembers how far the fetch was said to be."""

    def __init__(self) -> None:
        self.steps: list[tuple[float, float | None]] = []
        self.notes: list[str] = []

    def note(self, message: str) -> None:
        self.notes.append(message)

    def step(self, name: str, done: float, total: float | None) -> None:
        self.steps.append((done, total))


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    monkeypatch.setattr(module, "WAITS", (0.01, 0.01, 0.01))
    with serving() as server:
        yield server


def host(folder: Path, observer: Silent | None = None) -> Host:
    return Host(folder, {}, observer or Silent())


def get(repository: Repository, folder: Path, seconds: float = 60) -> tuple[Path, ...]:
    return fetch(JARS, repository.url, folder, host(folder), seconds)


def test_jars_are_fetched_in_order_and_whole(repository: Repository, tmp_path: Path) -> None:
    bar = Bar()
    paths = fetch(JARS, repository.url + "/", tmp_path, host(tmp_path, bar), 60)
    assert [path.read_bytes() for path in paths] == list(CONTENT.values())
    total = sum(jar.size for jar in JARS)
    assert bar.steps[0] == (0, total)
    assert bar.steps[-1] == (total, total)
    again = Bar()
    fetch(JARS, repository.url + "/", tmp_path, host(tmp_path, again), 60)
    assert (len(bar.notes), again.notes) == (1, [])
    assert str(tmp_path) in bar.notes[0]


def test_what_is_there_is_not_fetched_again(repository: Repository, tmp_path: Path) -> None:
    get(repository, tmp_path)
    (tmp_path / ONE).unlink()
    get(repository, tmp_path)
    assert repository.asked == {ONE: 2, JARS[1].path: 1, JARS[2].path: 1}


def test_a_damaged_jar_is_fetched_again(repository: Repository, tmp_path: Path) -> None:
    get(repository, tmp_path)
    damaged = bytearray(CONTENT[ONE])
    damaged[100] ^= 1
    (tmp_path / ONE).write_bytes(damaged)
    get(repository, tmp_path)
    assert (tmp_path / ONE).read_bytes() == CONTENT[ONE]


@pytest.mark.parametrize("fault", ["cut", "500", "503", "wrong"])
def test_a_failed_try_is_repeated(repository: Repository, tmp_path: Path, fault: str) -> None:
    repository.faults[ONE] = fault, 2
    get(repository, tmp_path)
    assert repository.asked[ONE] == 3
    assert not absent(JARS, tmp_path)


@pytest.mark.parametrize("status", ["401", "403", "404"])
def test_a_refusal_is_believed_at_once(repository: Repository, tmp_path: Path, status: str) -> None:
    repository.faults[ONE] = status, 99
    with pytest.raises(FetchError, match=rf"one-1\.jar from http.*/maven was refused with status {status}"):
        get(repository, tmp_path)
    assert repository.asked[ONE] == 1


@pytest.mark.parametrize(
    ("fault", "words"), [("wrong", "does not have the pinned SHA-256"), ("cut", "did not come: IncompleteRead")]
)
def test_what_stays_wrong_is_told_and_never_kept(
    repository: Repository, tmp_path: Path, fault: str, words: str
) -> None:
    repository.faults[ONE] = fault, 99
    with pytest.raises(FetchError, match=words):
        get(repository, tmp_path)
    assert JARS[0] in absent(JARS, tmp_path)
    assert not (tmp_path / ONE).exists()


def test_nobody_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAITS", (0.01, 0.01, 0.01))
    with serving() as server:
        url = server.url
    with pytest.raises(FetchError, match="did not come: ConnectionRefusedError"):
        fetch(JARS, url, tmp_path, host(tmp_path), 60)


def test_a_silent_repository_costs_no_more_than_the_time_allowed(repository: Repository, tmp_path: Path) -> None:
    repository.faults[ONE] = "silent", 99
    with pytest.raises(FetchError, match=r"in time \(grammar\.download-timeout\)"):
        get(repository, tmp_path, seconds=1)


def test_a_fetch_that_nobody_waits_for_ends(repository: Repository, tmp_path: Path) -> None:
    repository.faults[ONE] = "silent", 99
    where = host(tmp_path)
    timer = threading.Timer(0.5, where.cancelled.set)
    timer.start()
    with pytest.raises(FetchError, match="stopped"):
        fetch(JARS, repository.url, tmp_path, where, 600)
    timer.join()


def test_two_at_once_share_one_fetch(repository: Repository, tmp_path: Path) -> None:
    repository.faults[ONE] = "silent", 1
    folder = tmp_path / "cache"
    results: list[tuple[Path, ...]] = []
    threads = [threading.Thread(target=lambda: results.append(get(repository, folder))) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    repository.released.set()
    for thread in threads:
        thread.join(60)
    assert len(results) == 3
    assert set(repository.asked.values()) == {1}


def test_who_waits_for_another_fetch_too_long_says_so(repository: Repository, tmp_path: Path) -> None:
    with locked(tmp_path / ".lock", time.monotonic()) as waited:
        assert waited is False
        with pytest.raises(FetchError, match="another process has been fetching"):
            get(repository, tmp_path, seconds=0.3)


def test_a_folder_that_cannot_be_written_is_an_error_of_the_system(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NotADirectoryError):
        get(repository, tmp_path / "file" / "below")


def test_the_lock_pins_a_server_with_english() -> None:
    jars = pinned()
    names = {jar.path.rsplit("/", 1)[1] for jar in jars}
    assert {"languagetool-server-6.8.jar", "language-en-6.8.jar"} <= names
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)
    assert len({jar.path for jar in jars}) == len(jars)


def test_an_address_that_is_none_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="did not come: MissingSchema"):
        fetch(JARS, "no-address", tmp_path, host(tmp_path), 60)


def test_the_lock_of_further_languages_adds_to_that_for_english() -> None:
    english = {jar.path for jar in pinned()}
    assert {"de", "fr", "it", "nl", "pl", "uk", *BASE} <= further().keys()
    for language, jars in further().items():
        paths = [jar.path for jar in jars]
        assert not english.intersection(paths)
        assert all(jar.size > 0 and len(bytes.fromhex(jar.sha256)) == 32 for jar in jars)
        assert any(f"/language-{language}/" in path for path in paths) != (language in BASE)
        # Another version of a jar that English has would change how English is read.
        artifacts = {path.rsplit("/", 2)[0] for path in paths}
        assert not artifacts & {path.rsplit("/", 2)[0] for path in english}


def test_the_jars_for_english_stay_where_they_are_whatever_comes_with_them() -> None:
    both = pinned_for({"fr", "de"})
    assert both[: len(pinned())] == pinned()
    assert both[len(pinned()) :] == (*further()["de"], *further()["fr"])
    assert pinned_for(BASE) == pinned()


def test_unchanged_jars_are_not_read_again_and_changed_ones_are_noticed(repository: Repository, tmp_path: Path) -> None:
    paths = get(repository, tmp_path)
    assert unchanged(JARS, tmp_path)
    assert not unchanged(JARS[:1], tmp_path)
    paths[0].write_bytes(b"x" * JARS[0].size)
    assert not unchanged(JARS, tmp_path)
    paths[0].unlink()
    assert not unchanged(JARS, tmp_path)
