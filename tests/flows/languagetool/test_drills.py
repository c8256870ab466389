"""Failure drills with the real LanguageTool: what happens to it must not be seen in the findings."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import ThreadingHTTPServer
from itertools import count

import psutil
import pytest

from checks.grammar.options import GrammarOptions
from checks.rule import Match
from flows.languagetool import launch, server
from flows.languagetool.client import session
from flows.languagetool.supervisor import Supervisor
from flows.languagetool.tool import LanguageTool
from tests.flows.languagetool.test_tool import Notes, Stranger

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]

PARAGRAPH = (
    "The ferry leave the harbour at noon, and it arrive before the tide turns. Its captain have sailed these waters "
    "for thirty year, through fog and ice, and he still write every crossing into a small grey book. Nobody on the "
    "islands remember a winter like the last one, when the sound froze and the mail came by sledge."
)
TEXTS = [f"Crossing {number}.\n\n" + "\n\n".join([PARAGRAPH] * 3) for number in range(16)]
SECONDS = 180


@pytest.fixture(scope="module")
def notes() -> Notes:
    return Notes()


@pytest.fixture(scope="module")
def tool(notes: Notes) -> Iterator[LanguageTool]:
    with launch(GrammarOptions(), notes) as own:
        yield own


@pytest.fixture(scope="module")
def expected(tool: LanguageTool) -> list[tuple[Match, ...]]:
    return [tool.check(text, "en-GB") for text in TEXTS]


def java(tool: LanguageTool) -> int:
    supervisor = tool._endpoint
    assert isinstance(supervisor, Supervisor)
    assert supervisor.server is not None
    return supervisor.server.pid


def check_all(tool: LanguageTool, harm: signal.Signals) -> list[tuple[Match, ...]]:
    """Check all texts on four threads, and send the server a signal when some are on their way."""
    done = count()
    victim = java(tool)

    def check(text: str) -> tuple[Match, ...]:
        if next(done) == 6:
            os.kill(victim, harm)
        return tool.check(text, "en-GB")

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(check, TEXTS, timeout=SECONDS))


@pytest.mark.parametrize("harm", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_findings_are_the_same_when_the_server_is_killed_or_hangs(
    tool: LanguageTool, expected: list[tuple[Match, ...]], notes: Notes, harm: signal.Signals
) -> None:
    assert all(expected)
    notes.said.clear()
    victim = java(tool)
    assert check_all(tool, harm) == expected
    assert [message for message in notes.said if "started again" in message]
    assert java(tool) != victim
    assert not psutil.pid_exists(victim)


def test_it_listens_on_the_loopback_interface_only(tool: LanguageTool) -> None:
    tool.wait()
    listening = [one for one in psutil.Process(java(tool)).net_connections("tcp") if one.status == psutil.CONN_LISTEN]
    assert listening
    assert {one.laddr.ip.removeprefix("::ffff:") for one in listening} == {"127.0.0.1"}


def test_other_users_of_the_machine_are_not_answered(tool: LanguageTool) -> None:
    tool.wait()
    with session(tool.facts()["address"]) as stranger:
        said = stranger.post(f"{tool.facts()['address']}v2/check", data={"language": "en-US", "text": "This are."})
    assert said.status_code == 429


def test_a_stranger_on_the_port_is_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    free, tries = server.free_port, count()
    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as stranger:
        thread = threading.Thread(target=stranger.serve_forever, args=(0.02,))
        thread.start()
        taken = stranger.server_address[1]
        monkeypatch.setattr(server, "free_port", lambda: taken if next(tries) < 2 else free())
        with launch(GrammarOptions()) as own:
            assert own.check("This are wrong.", "en-US")
            assert f":{taken}/" not in own.facts()["address"]
        stranger.shutdown()
        thread.join()
    assert next(tries) == 3


def test_a_port_held_by_a_silent_listener_is_exchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    free, tries = server.free_port, count()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setattr(server, "free_port", lambda: silent.getsockname()[1] if next(tries) < 1 else free())
        with launch(GrammarOptions()) as own:
            assert own.check("This are wrong.", "en-US")


def test_too_little_memory_is_noticed_and_doubled() -> None:
    notes = Notes()
    with launch(GrammarOptions(heap="128m"), notes) as own:
        assert own.check(TEXTS[0], "en-GB")
    assert any("ran out of memory" in message for message in notes.said)
