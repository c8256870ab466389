"""Failure drills with the real LanguageTool: what happens to it must not be seen in the findings.

Each ends within the time that `flows.languagetool` states for it; `SECONDS`
and what a subprocess is waited for are limits for machines with much to do.
"""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import ThreadingHTTPServer
from itertools import count
from pathlib import Path

import psutil
import pytest

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable, Match, PartlyChecked
from flows.languagetool import launch, own, server
from flows.languagetool.client import session
from flows.languagetool.remembering import ACROSS
from flows.languagetool.supervisor import Supervisor
from flows.languagetool.tool import LanguageTool
from tests.flows.languagetool.test_guardian import until
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


def running(tool: LanguageTool) -> server.Server:
    tool.wait()
    supervisor = tool._endpoint
    assert isinstance(supervisor, Supervisor)
    assert supervisor.server is not None
    return supervisor.server


def java(tool: LanguageTool) -> int:
    return running(tool).pid


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


def test_a_passage_that_takes_for_ever_costs_itself_only() -> None:
    # LanguageTool takes minutes for one sentence of 9,000 words.
    endless = "the harbour and the captain and the old grey book " * 900
    text = f"{PARAGRAPH}\n\n{endless}\n\n{PARAGRAPH}"
    with launch(GrammarOptions(request_timeout=5)) as own_tool:
        plain = own_tool.check(PARAGRAPH, "en-US")
        with pytest.raises(PartlyChecked, match="begins “the harbour and the captain") as caught:
            own_tool.check(text, "en-US")
        assert own_tool.facts()["restarts"] == "0"
    assert plain
    last = len(PARAGRAPH) + len(endless) + 4
    assert tuple(caught.value.matches) == (*plain, *(replace(match, span=match.span.shift(last)) for match in plain))


def test_a_text_that_is_too_long_for_a_server_is_halved(monkeypatch: pytest.MonkeyPatch, tool: LanguageTool) -> None:
    monkeypatch.setattr(own, "TEXT_LENGTH", 500)
    whole = [match for match in tool.check(TEXTS[0], "en-US") if match.rule not in ACROSS]
    with launch(GrammarOptions()) as narrow:
        halved = [match for match in narrow.check(TEXTS[0], "en-US") if match.rule not in ACROSS]
    assert whole
    assert halved == whole


def test_a_server_that_limits_how_often_it_answers_is_given_up_with_its_words(tool: LanguageTool) -> None:
    tool.wait()
    with launch(GrammarOptions(server=tool.facts()["address"])) as guest, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(guest.check, "This are wrong.", "en-US")
        with pytest.raises(CheckUnavailable, match="status 429"):
            asked.result(SECONDS)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes of files")
def test_other_users_of_the_machine_cannot_read_how_to_be_answered(tool: LanguageTool) -> None:
    one = running(tool)
    assert one.token
    assert stat.S_IMODE(one.folder.stat().st_mode) == stat.S_IRWXU
    called = [" ".join(psutil.Process(pid).cmdline()) for pid in (one.pid, one.guardian.pid)]
    assert all(str(one.folder) in line and one.token not in line for line in called)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_a_check_ends_java(tmp_path: Path, end: signal.Signals) -> None:
    (tmp_path / "long.md").write_text("\n\n".join([PARAGRAPH] * 400), "utf-8")
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from flows.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "check", "--check", "grammar", "--no-cache", "--quiet", "long.md"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ours:
        family = psutil.Process(ours.pid)
        assert until(lambda: any("java" in one.name() for one in family.children(recursive=True)))
        started = family.children(recursive=True)
        ours.send_signal(end)
        ours.wait(SECONDS)
    assert until(lambda: not any(one.is_running() for one in started))
