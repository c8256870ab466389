"""Failure drills with a fake Java: each ends, and says why."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checks.grammar.options import GrammarOptions
from checks.position import Span
from checks.rule import CheckUnavailable, PartlyChecked
from flows.languagetool import launch, supervisor
from flows.languagetool.tool import LanguageTool
from flows.progress import Silent
from tests.flows.languagetool.fakes import behave, fake_options, starts

Start = Callable[..., LanguageTool]


class Notes(Silent):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def note(self, message: str) -> None:
        self.said.append(message)


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def start(tmp_path: Path, notes: Notes) -> Iterator[Start]:
    """Yield a function that launches a LanguageTool with bad manners."""
    launched: list[LanguageTool] = []

    def begin(*manners: str, **changes: object) -> LanguageTool:
        options = fake_options(tmp_path, **changes)
        launched.append(launch(options, notes, folder=tmp_path, environment=behave(tmp_path, *manners)))
        return launched[-1]

    yield begin
    for tool in launched:
        tool.close()


def test_places_are_code_points(start: Start) -> None:
    text = "😀 An eror.\n\n😀😀 Another eror 😀."
    matches = start().check(text, "en-US")
    assert [text[slice(*match.span)] for match in matches] == ["eror", "eror"]
    assert matches[0].span == Span(5, 9)


def test_facts_name_what_runs(start: Start) -> None:
    tool = start()
    tool.wait()
    facts = tool.facts()
    assert facts["version"] == "6.8"
    assert facts["java"] == "21 (grammar.java)"
    assert facts["remote"] == "no"
    assert facts["address"].startswith("http://127.0.0.1:")


def test_a_server_that_ends_at_once_is_tried_three_times(start: Start, tmp_path: Path) -> None:
    tool = start("die")
    with pytest.raises(CheckUnavailable, match=r"did not start: it ended at once with code 1; .* not my day") as caught:
        tool.check("Text.", "en-US")
    assert "doctor" in caught.value.remedy
    assert starts(tmp_path) == 3


def test_a_server_that_starts_the_second_time_will_do(start: Start) -> None:
    assert start("die-first").check("An eror.", "en-US")


def test_a_taken_port_is_exchanged(start: Start, tmp_path: Path) -> None:
    assert start("taken").check("An eror.", "en-US")
    assert starts(tmp_path) == 3


def test_a_server_that_does_not_get_ready_is_given_up(start: Start) -> None:
    tool = start("mute", start_timeout=0.5)
    with pytest.raises(CheckUnavailable, match=r"not ready in time \(grammar\.start-timeout\)"):
        tool.check("Text.", "en-US")


def test_closing_ends_the_wait_of_others(start: Start) -> None:
    tool = start("mute", start_timeout=600)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(tool.check, "Text.", "en-US")
        tool.close()
        with pytest.raises(CheckUnavailable, match="stopped"):
            waiting.result(30)


def test_a_poisonous_passage_costs_itself_only(start: Start) -> None:
    tool = start()
    paragraphs = ["An eror.", "Fine.", "POISON here.", "Another eror."]
    text = "\n\n".join(paragraphs)
    with ThreadPoolExecutor(4) as pool:
        good = [pool.submit(tool.check, f"Good {number} eror.", "en-US") for number in range(20)]
        with pytest.raises(PartlyChecked, match="POISON here") as caught:
            tool.check(text, "en-US")
        assert all(len(one.result(60)) == 1 for one in good)
    assert [text[slice(*match.span)] for match in caught.value.matches] == ["eror", "eror"]


def test_a_text_of_poison_alone_is_given_up_in_time(start: Start, tmp_path: Path) -> None:
    tool = start()
    with pytest.raises(CheckUnavailable):
        tool.check("\n\n".join(["POISON"] * 40), "en-US")
    assert starts(tmp_path) < 12


@pytest.mark.parametrize("word", ["SLOW", "LONG"])
def test_a_text_that_is_too_much_is_halved(start: Start, tmp_path: Path, word: str) -> None:
    tool = start()
    text = f"An eror.\n\nFine.\n\n{word} text.\n\nAnother eror."
    with pytest.raises(PartlyChecked, match=f"{word} text") as caught:
        tool.check(text, "en-US")
    assert [text[slice(*match.span)] for match in caught.value.matches] == ["eror", "eror"]
    assert starts(tmp_path) == 1


def test_a_busy_server_is_asked_again(start: Start) -> None:
    assert start().check("BUSY eror.", "en-US")


def test_another_version_is_used_and_told(start: Start, notes: Notes) -> None:
    own = start("old")
    assert own.check("An eror.", "en-US")
    assert own.facts()["version"] == "5.9"
    assert [message for message in notes.said if "LanguageTool is version 5.9" in message]
    notes.said.clear()
    with launch(GrammarOptions(server=own.facts()["address"]), notes) as guest:
        assert guest.check("An eror.", "en-US")
    assert [message for message in notes.said if "LanguageTool is version 5.9" in message]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask how a server is after a quarter of a second."""
    monkeypatch.setattr(supervisor, "QUIET_SECONDS", 0.25)
    monkeypatch.setattr(supervisor, "PROBE_SECONDS", 0.25)


@pytest.mark.usefixtures("impatient")
def test_a_server_that_hangs_is_replaced(start: Start, tmp_path: Path) -> None:
    assert start().check("HANG eror.", "en-US")
    assert starts(tmp_path) == 2


@pytest.mark.usefixtures("impatient")
def test_a_server_that_is_too_busy_to_say_so_is_left_to_its_work(start: Start, tmp_path: Path) -> None:
    assert start().check("TOIL eror.", "en-US")
    assert starts(tmp_path) == 1


def test_an_answer_that_is_none_is_told(start: Start) -> None:
    with pytest.raises(CheckUnavailable, match="is not LanguageTool"):
        start().check("RUDE", "en-US")


def test_a_language_that_it_does_not_know_is_told(start: Start) -> None:
    with pytest.raises(CheckUnavailable, match="does not know the language 'xx'"):
        start().check("Text.", "xx")


def test_a_heap_that_is_too_small_is_doubled(start: Start, notes: Notes) -> None:
    tool = start("starve", heap="600m")
    assert tool.check("An eror.", "en-US")
    assert any("started again" in message for message in notes.said)


# -- servers that are not ours


class Stranger(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Welcome to my home page")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def stranger() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_stranger_at_the_address_given_is_not_taken_for_languagetool(stranger: str) -> None:
    with launch(GrammarOptions(server=stranger)) as tool, pytest.raises(CheckUnavailable, match="not LanguageTool"):
        tool.check("Text.", "en-US")


def test_nobody_at_the_address_given_is_told(stranger: str) -> None:
    with launch(GrammarOptions(server="http://127.0.0.1:9/")) as tool:
        with pytest.raises(CheckUnavailable, match="nothing answers there") as caught:
            tool.check("Text.", "en-US")
        assert "grammar.server" in caught.value.remedy


def test_it_is_told_that_text_leaves_the_machine() -> None:
    notes: list[str] = []

    class Notes(Silent):
        def note(self, message: str) -> None:
            notes.append(message)

    with launch(GrammarOptions(server="http://proofreader.invalid:8081/"), Notes()) as tool:
        with pytest.raises(CheckUnavailable):
            tool.check("An eror.", "en-US")
        assert tool.facts()["remote"] == "yes, the text of articles is sent to proofreader.invalid"
    assert notes == ["The text of articles is sent to proofreader.invalid (grammar.server)."]


def test_a_server_of_the_users_is_used_and_left_running(start: Start) -> None:
    own = start()
    own.wait()
    with launch(GrammarOptions(server=own.facts()["address"])) as tool:
        assert tool.check("An eror.", "en-US")
        assert tool.facts()["remote"] == "no, it is on this machine"
    assert own.check("An eror.", "en-US")
