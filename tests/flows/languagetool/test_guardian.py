"""Whatever ends us, the Java process ends too, and nothing stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from flows.languagetool import guardian
from tests.flows.languagetool.fakes import behave, fake_options

SECONDS = 30

PROGRAM = """
import os, signal, sys, threading, time
from pathlib import Path
from checks.grammar.options import GrammarOptions
from flows.languagetool import launch

# Who runs the tests in the background may have all that they start ignore interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
options = GrammarOptions.model_validate_json(sys.argv[1])
tool = launch(options, folder=Path(sys.argv[2]))
tool.wait()
print(tool._endpoint.server.pid, tool._endpoint.server.folder, flush=True)
{ending}
"""

WAYS: dict[str, tuple[str, signal.Signals | None]] = {
    "normal exit": ("", None),
    "closed": ("tool.close()", None),
    "exception": ("raise RuntimeError('no')", None),
    "os._exit": ("os._exit(3)", None),
    "interrupt": ("time.sleep(60)", signal.SIGINT),
    "terminate": ("time.sleep(60)", signal.SIGTERM),
    "kill": ("time.sleep(60)", signal.SIGKILL),
    "kill, with a fork that lives on": ("os.fork() or os.setsid() or time.sleep(8)\ntime.sleep(60)", signal.SIGKILL),
    "a process of ours lives on": ("import subprocess; subprocess.Popen(['sleep', '8'])", None),
}


def until(condition: Callable[[], bool]) -> bool:
    """Wait for a condition, for long enough."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


@pytest.mark.parametrize("way", WAYS)
def test_no_process_and_no_file_is_left(way: str, tmp_path: Path) -> None:
    ending, number = WAYS[way]
    program = PROGRAM.format(ending=ending)
    arguments = [fake_options(tmp_path).model_dump_json(), str(tmp_path)]
    ours = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=behave(tmp_path),
    )
    with ours:
        assert ours.stdout is not None
        pid, folder = ours.stdout.readline().split(maxsplit=1)
        if number is not None:
            assert psutil.pid_exists(int(pid))
            ours.send_signal(number)
        ours.wait(SECONDS)
    assert until(lambda: not psutil.pid_exists(int(pid)))
    assert until(lambda: not Path(folder.strip()).exists())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent's thread")
def test_java_does_not_outlive_its_guardian(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", guardian.__file__, str(tmp_path), "sleep", "600"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        java = int(process.stdout.readline())
        process.kill()
    assert until(lambda: not psutil.pid_exists(java))


def test_a_server_that_ends_by_itself_leaves_its_log(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", guardian.__file__, str(tmp_path), "sh", "-c", "echo hello; exit 7"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.wait(SECONDS) == 7
    assert (tmp_path / "server.log").read_text("utf-8") == "hello\n"
