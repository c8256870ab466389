"""Interrupts end a run wherever they meet it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process cannot interrupt itself there")

COMMAND = """
import os, signal, time
import flows.cli, flows.command, flows.interrupt

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def run_rules(*_, **__):
    WORK

signal.signal(signal.SIGINT, signal.HANDLER)
flows.command.run_rules = run_rules
flows.cli.main()
"""


def run(*work: str, handler: str = "default_int_handler") -> tuple[int, str, str]:
    """Run a command whose work are these lines; return its exit code and what it said."""
    program = COMMAND.replace("WORK", "\n    ".join(work)).replace("HANDLER", handler)
    done = subprocess.run(
        [sys.executable, "-c", program, "rules"], capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr.lstrip()


def test_an_interrupt_waits_for_the_import_machinery_which_would_leave_a_lock_held() -> None:
    importing = "os.kill(os.getpid(), signal.SIGINT); time.sleep(0.01); print('left in order', flush=True)"
    done = run(
        f'exec(compile("{importing}", "<frozen importlib._bootstrap>", "exec"))',
        "time.sleep(50)",
        "print('went on', flush=True)",
    )
    assert done == (130, "left in order\n", "copydesk: interrupted\n")


def test_an_interrupt_waits_for_a_finalizer_which_would_swallow_it() -> None:
    done = run(
        "class Thing:",
        "    def __del__(self):",
        "        interrupt()",
        "        print('left in order', flush=True)",
        "Thing()",
        "time.sleep(50)",
    )
    assert done == (130, "left in order\n", "copydesk: interrupted\n")


def test_a_second_interrupt_ends_what_does_not_end_in_order() -> None:
    done = run("try:", "    interrupt()", "finally:", "    interrupt()", "    time.sleep(50)")
    assert done == (130, "", "copydesk: interrupted\n")


def test_an_interrupt_that_is_lost_ends_the_run_all_the_same() -> None:
    soon = "flows.interrupt.GRACE_SECONDS = 0.2"
    done = run(soon, "try:", "    interrupt()", "except BaseException:", "    time.sleep(50)")
    assert done == (130, "", "copydesk: interrupted\n")


def test_an_ignored_interrupt_stays_ignored() -> None:
    assert run("interrupt()", "print('went on')", "return 0", handler="SIG_IGN") == (0, "went on\n", "")
