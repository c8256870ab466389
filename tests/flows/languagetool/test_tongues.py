"""Further languages: fetched when they are needed, learnt by the server, and told when they cannot be had."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

import pytest

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable
from flows.languagetool import fetch as fetching
from flows.languagetool import launch, own, tongues
from flows.languagetool.host import Host
from flows.languagetool.install import Installation
from flows.languagetool.lock import Jar
from flows.languagetool.tongues import Tongues, in_order
from flows.languagetool.tool import LanguageTool
from flows.progress import Silent
from tests.flows.languagetool.fakes import behave, fake_installation, fake_options, starts
from tests.flows.languagetool.repository import CONTENT, Repository, serving
from tests.flows.languagetool.test_tool import Notes

GERMAN = "org/example/de/1/de-1.jar"
ITALIAN = "org/example/it/1/it-1.jar"
MORE = {path: path.encode() * 10_000 for path in (GERMAN, ITALIAN)}
Start = Callable[..., LanguageTool]


def jar(path: str) -> Jar:
    content = MORE[path]
    return Jar(path, len(content), hashlib.sha256(content).hexdigest())


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    monkeypatch.setattr(fetching, "WAITS", (0.01, 0.01, 0.01))
    for path, content in MORE.items():
        monkeypatch.setitem(CONTENT, path, content)
    monkeypatch.setattr(
        tongues, "further", lambda: MappingProxyType({"de": (jar(GERMAN),), "it": (jar(ITALIAN),), "es": ()})
    )
    with serving() as server:
        yield server


@pytest.fixture
def start(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Yield a function that launches LanguageTool, the pinned one as far as it knows, on a fake Java."""
    options = fake_options(tmp_path, repository=repository.url)
    home = tmp_path / "LanguageTool-6.8"
    made = Installation((home / "languagetool-server.jar",), "6.8", "the pinned jars", tmp_path / "jars", pinned=True)
    monkeypatch.setattr(own, "install", lambda *_: made)
    launched: list[LanguageTool] = []

    def begin(*languages: str, notes: Silent | None = None) -> LanguageTool:
        environment = behave(tmp_path)
        tool = launch(options, notes, folder=tmp_path, environment=environment, languages=lambda: languages)
        launched.append(tool)
        return tool

    yield begin
    for tool in launched:
        tool.close()


def test_what_is_foreseen_is_there_from_the_start(start: Start, repository: Repository, tmp_path: Path) -> None:
    tool = start("de-DE", "en-US")
    assert tool.check("An eror.", "de-DE")
    assert tool.check("An eror.", "en-US")
    assert starts(tmp_path) == 1
    assert repository.asked == {GERMAN: 1}
    assert tool.facts()["languages"] == "de, en"


def test_for_english_alone_nothing_else_is_fetched_or_loaded(
    start: Start, repository: Repository, tmp_path: Path
) -> None:
    tool = start("en-US")
    assert tool.check("An eror.", "en-US")
    assert not repository.asked
    assert starts(tmp_path) == 1
    assert tool.facts()["languages"] == "en"


def test_a_language_that_was_not_foreseen_is_learnt_once(start: Start, repository: Repository, tmp_path: Path) -> None:
    notes = Notes()
    tool = start("en-US", notes=notes)
    with ThreadPoolExecutor(8) as pool:
        texts = [("An eror.", ("en-US", "de-DE")[number % 2]) for number in range(16)]
        found = list(pool.map(lambda text: tool.check(*text), texts))
    assert all(len(matches) == 1 for matches in found)
    assert starts(tmp_path) == 2
    assert repository.asked == {GERMAN: 1}
    fetching_told, learning_told = notes.said
    assert fetching_told.startswith("Fetching LanguageTool")
    assert learning_told == "LanguageTool is started again, because there is a text in German as well."


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("404", "was refused with status 404"), ("wrong", "does not have the pinned SHA-256"), ("cut", "did not come")],
)
def test_what_cannot_be_had_is_told_and_costs_english_nothing(
    start: Start, repository: Repository, tmp_path: Path, fault: str, reason: str
) -> None:
    repository.faults[GERMAN] = (fault, 99)
    tool = start("de-DE", "en-US")
    for _ in range(2):
        with pytest.raises(CheckUnavailable, match=reason) as caught:
            tool.check("An eror.", "de-DE")
        assert caught.value.reason.startswith("LanguageTool's files for German could not be fetched: org/example/de/")
        assert "grammar.repository" in caught.value.remedy
    asked = repository.asked[GERMAN]
    assert tool.check("An eror.", "en-US")
    assert starts(tmp_path) == 1
    # It is not tried again with each article.
    assert repository.asked[GERMAN] == asked
    assert not (tmp_path / "jars" / GERMAN).exists()


def test_offline_is_told_with_the_remedy(start: Start, repository: Repository) -> None:
    tool = start("en-US")
    assert tool.check("An eror.", "en-US")
    repository.shutdown()
    repository.server_close()
    with pytest.raises(CheckUnavailable, match="did not come: ConnectionRefusedError") as caught:
        tool.check("An eror.", "de-DE")
    assert "copy the cache folder that `copydesk doctor` names" in caught.value.remedy
    assert tool.check("An eror.", "en-US")


def test_a_fetch_that_was_cut_goes_on_in_the_next_run(repository: Repository, tmp_path: Path) -> None:
    def fresh() -> Tongues:
        installation = Installation((), "6.8", "the pinned jars", tmp_path, pinned=True)
        options = GrammarOptions(repository=repository.url)
        return Tongues(installation, options, Host(tmp_path, os.environ, Silent()), ("de-DE", "it"))

    repository.faults[ITALIAN] = ("cut", 4)
    first = fresh()
    first.foresee()
    assert not first.get("de")
    with pytest.raises(CheckUnavailable, match="Italian"):
        first.get("it")
    second = fresh()
    second.foresee()
    assert second.classpath() == (tmp_path / GERMAN, tmp_path / ITALIAN)
    assert second.get("de-AT")
    assert second.get("it")
    assert repository.asked == {GERMAN: 1, ITALIAN: 5}


def test_what_comes_with_english_needs_nothing(start: Start, repository: Repository) -> None:
    installation = Installation((), "6.8", "the pinned jars", Path(), pinned=True)
    known = Tongues(installation, GrammarOptions(), Host(Path(), {}, Silent()), ("es",))
    known.foresee()
    assert known.get("es-AR")
    assert known.loaded() == ("es",)
    assert known.classpath() == ()


def test_a_languagetool_of_the_user_s_is_taken_to_know_what_it_knows(tmp_path: Path) -> None:
    installation = Installation((fake_installation(tmp_path),), "6.8", "a folder")
    assert Tongues(installation, GrammarOptions(), Host(tmp_path, {}, Silent()), ()).get("de-DE")


def test_english_is_loaded_first() -> None:
    assert in_order({"de-DE", "en-GB", "ar"}, GrammarOptions()) == ("en-GB", "ar", "de-DE")
    assert in_order((), GrammarOptions(dialect="en-AU")) == ("en-AU",)
