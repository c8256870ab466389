"""Values outlive the process that found them, in a file that stays small and that several processes share."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flows.remembered.store import Store, key


def kept(file: Path) -> Iterator[tuple[bytes, int]]:
    with closing(sqlite3.connect(file)) as connection:
        yield from connection.execute("SELECT key, used FROM entry")


def test_it_stays_under_its_size_and_drops_what_was_not_needed_longest(tmp_path: Path) -> None:
    store = Store(tmp_path, 1)
    for number in range(3000):
        store.keep({key(str(number)): b"long enough to fill a page soon " * 30})
    store._today += 1
    store.recall([key("0")])
    store.close()
    (file,) = tmp_path.glob("*.sqlite")
    assert file.stat().st_size <= 1 << 20
    left = dict(kept(file))
    assert key("0") in left
    assert 100 < len(left) < 3000


def test_what_is_known_is_told_without_reading_it(tmp_path: Path) -> None:
    with closing(Store(tmp_path, 10)) as store:
        store.keep({key("a"): b"1", key("b"): b"2"})
        assert store.known([key("a"), key("c")]) == {key("a")}
        assert store.recall([key("b"), key("c")]) == {key("b"): b"2"}


def test_many_processes_may_remember_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from flows.remembered.store import Store, key\n"
        "store = Store(Path(sys.argv[1]), 10)\n"
        "for number in range(200): store.keep({key(sys.argv[2], str(number)): b''})\n"
        "store.close()\n"
    )
    workers = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(name)]) for name in range(4)]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0, 0]
    with closing(Store(tmp_path, 10)) as store:
        wanted = [key(str(name), str(number)) for name in range(4) for number in range(200)]
        assert len(store.recall(wanted)) == 800


def test_a_file_that_fails_later_costs_only_what_it_knew(tmp_path: Path) -> None:
    store = Store(tmp_path, 10)
    store.keep({key("a"): b"1"})
    with closing(sqlite3.connect(tmp_path / "remembered-2.sqlite")) as other:
        other.execute("DROP TABLE entry")
    store.keep({key("b"): b"2"})
    assert store.recall([key("a")]) == {}
    assert store.known([key("a")]) == frozenset()
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="there are no such modes elsewhere")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "new", 10)) as store:
        store.keep({key("a"): b"1"})
        assert {path.stat().st_mode & 0o077 for path in (tmp_path / "new").iterdir()} == {0}
