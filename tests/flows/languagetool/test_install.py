from __future__ import annotations

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable
from flows.languagetool.host import Host
from flows.languagetool.install import install, on_disk
from flows.languagetool.java import find_java
from flows.progress import Silent
from tests.flows.languagetool.fakes import fake_installation


class Refusing(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_error(403)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_unpacked_distribution_is_known_itself_and_by_its_parent(tmp_path: Path) -> None:
    home = fake_installation(tmp_path)
    (home / "libs").mkdir()
    (home / "libs" / "a.jar").touch()
    for folder in (home, tmp_path):
        found = on_disk(folder)
        assert found is not None
        assert found.classpath == (home / "languagetool-server.jar", home / "libs" / "a.jar", home)
        assert found.version == "6.8"


def test_a_tree_of_jars_is_known_by_the_server_in_it(tmp_path: Path) -> None:
    for path in ("org/server/languagetool-server-6.7.jar", "org/core/core-6.7.jar"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()
    found = on_disk(tmp_path)
    assert found is not None
    assert [path.name for path in found.classpath] == ["core-6.7.jar", "languagetool-server-6.7.jar"]
    assert found.version == "6.7"


def test_other_folders_hold_none(tmp_path: Path) -> None:
    (tmp_path / "some.jar").touch()
    assert on_disk(tmp_path) is None
    assert on_disk(tmp_path / "none") is None


def test_a_folder_that_is_asked_for_and_holds_none_is_an_error(tmp_path: Path) -> None:
    options = GrammarOptions(directory=str(tmp_path))
    host = Host(tmp_path, os.environ, Silent())
    with pytest.raises(CheckUnavailable, match=r"grammar\.directory .* holds no LanguageTool") as caught:
        install(options, find_java("", os.environ), host)
    assert "grammar.repository" in caught.value.remedy


def test_when_every_way_is_refused_each_is_told(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        # What a shell has set for the library is not looked at.
        environment = {**os.environ, "LTP_PATH": str(tmp_path / "no"), "LTP_DOWNLOAD_HOST_NEW_RELEASES": "no-address"}
        host = Host(tmp_path, environment, Silent())
        options = GrammarOptions(repository=url, library_folder=str(tmp_path / "library"), library_host=url)
        with pytest.raises(CheckUnavailable, match="LanguageTool could not be fetched") as caught:
            install(options, find_java("", os.environ), host)
        server.shutdown()
        thread.join()
    assert "was refused with status 403; language-tool-python's own download failed: " in caught.value.reason
    assert "Access forbidden" in caught.value.reason
    assert "grammar.directory" in caught.value.remedy


def test_a_folder_that_cannot_be_written_is_told_and_nothing_else_is_tried(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    options = GrammarOptions(repository="http://127.0.0.1:9/", library_folder=str(tmp_path / "none"))
    host = Host(tmp_path / "file", os.environ, Silent())
    with pytest.raises(CheckUnavailable, match=r"LanguageTool cannot be stored in .*: not a directory\.") as caught:
        install(options, find_java("", os.environ), host)
    assert "XDG_CACHE_HOME" in caught.value.remedy


def test_of_a_download_that_fails_the_innermost_cause_is_told(tmp_path: Path) -> None:
    closed = "http://127.0.0.1:9/"
    options = GrammarOptions(repository=closed, library_folder=str(tmp_path / "none"), library_host=closed)
    with pytest.raises(CheckUnavailable) as caught:
        install(options, find_java("", os.environ), Host(tmp_path, os.environ, Silent()))
    assert caught.value.reason.count("ConnectionRefusedError: [Errno 111] Connection refused") == 2


def test_the_library_s_folder_is_taken_from_the_settings_alone(tmp_path: Path) -> None:
    home = fake_installation(tmp_path)
    options = GrammarOptions(library_folder=str(tmp_path))
    host = Host(tmp_path / "cache", {**os.environ, "LTP_PATH": str(tmp_path / "elsewhere")}, Silent())
    found = install(options, find_java("", os.environ), host)
    assert found.origin == str(home)
    assert not found.pinned
