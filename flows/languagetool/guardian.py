"""Keep a Java process for exactly as long as the process that asked for it.

Started as a script of its own, with standard library only:

    python -I -S guardian.py FOLDER JAVA ARGUMENT ...

Whatever ends our parent (a normal exit, a signal, `kill -9`), the operating
system closes the pipe that is our standard input; then we kill the Java
process, remove its private folder and end. A parent that is gone while the
pipe is held open by something it had forked is noticed by its process id.
Should we be killed ourselves, Linux ends the Java process for us; elsewhere
it would stay. The Java process's output goes to `FOLDER/server.log`; its exit
code becomes ours.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

POLL_SECONDS = 1.0
PR_SET_PDEATHSIG = 1


def _die_with_guardian() -> None:
    """Ask Linux to kill this process when the thread that made it ends.

    That thread is the guardian's main one, which waits for this process.
    """
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _kill_at_end_of_input(process: subprocess.Popen[bytes], ended: threading.Event) -> None:
    # Not through sys.stdin: an interpreter that ends cannot have its lock from a thread that reads.
    while os.read(0, 1):
        process.terminate()
    ended.set()
    _kill(process)


def _kill_without_parent(process: subprocess.Popen[bytes], ended: threading.Event, parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(POLL_SECONDS)
    ended.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and those that it started, which are of its group."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def guard(folder: Path, command: list[str]) -> int:
    """Run `command` until it ends or our parent does; return its exit code."""
    parent = os.getppid()
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(  # the command is our parent's
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            process_group=0 if os.name == "posix" else None,
            preexec_fn=_die_with_guardian if sys.platform == "linux" else None,  # noqa: PLW1509  # no other thread yet
        )
    sys.stdout.write(f"{process.pid}\n")
    sys.stdout.flush()
    ended = threading.Event()
    threading.Thread(target=_kill_at_end_of_input, args=(process, ended), daemon=True).start()
    threading.Thread(target=_kill_without_parent, args=(process, ended, parent), daemon=True).start()
    # Without a time limit, which would make it look now and then, and each end that much later.
    process.wait()
    if ended.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    return process.returncode


if __name__ == "__main__":
    sys.exit(guard(Path(sys.argv[1]), sys.argv[2:]) % 256)
