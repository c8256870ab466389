"""One LanguageTool server process of our own."""

from __future__ import annotations

import os
import re
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from flows.languagetool.engine import LOOPBACK, Engine, Limits, write_arguments
from flows.languagetool.host import Host
from flows.languagetool.java import clean_environment

PORT_TRIES = 5
POLL_SECONDS = 0.03
STOP_SECONDS = 5.0

_VERSION = re.compile(r"Starting LanguageTool (\S+)")
_PORT_TAKEN = re.compile(r"PortBindingException|Address already in use|could not be started on host")
_NOISE = re.compile(r"^\s+(?:at |\.\.\. )|^$")


class StartError(Exception):
    """The server did not start; the message completes "because …"."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; it lives no longer than this process (see `guardian`)."""

    url: str
    version: str
    pid: int
    """Of the Java process."""
    folder: Path
    guardian: subprocess.Popen[bytes]
    token: str = ""
    """What requests must bring."""

    @property
    def alive(self) -> bool:
        """Whether the process is there, which does not mean that it answers."""
        return self.guardian.poll() is None

    @property
    def out_of_memory(self) -> bool:
        """Whether it ended because its heap was too small."""
        return "OutOfMemoryError" in _log(self.folder)

    def processor_seconds(self) -> float:
        """Return how long processors have worked for it; 0 when it is gone."""
        import psutil

        try:
            times = psutil.Process(self.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

    def retire(self, seconds: float) -> bool:
        """Let the process end in its own way; return whether it did in time. Then `stop` it all the same."""
        try:
            if self.guardian.stdin is not None:
                self.guardian.stdin.write(b".")
                self.guardian.stdin.flush()
            self.guardian.wait(seconds)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return True

    def stop(self) -> str:
        """End the process now and return the last lines it wrote."""
        last = tail(self.folder)
        _end(self.guardian)
        shutil.rmtree(self.folder, ignore_errors=True)
        return last


def start(engine: Engine, limits: Limits, host: Host, seconds: float) -> Server:
    """Start a server on a free port of the loopback interface and wait until it listens.

    Ports can be taken between our choice and the server's; then another is
    tried. That the server has said that it listens, in its own log, while its
    process lives, is what tells it from a stranger on the same port.

    Raises:
        StartError: when it ends or is not ready in time, with its last words.
    """
    deadline = time.monotonic() + seconds
    for _ in range(PORT_TRIES):
        server = _try(engine, limits, host, deadline)
        if server is not None:
            return server
    msg = f"each of {PORT_TRIES} ports was taken by another program"
    raise StartError(msg)


def _try(engine: Engine, limits: Limits, host: Host, deadline: float) -> Server | None:
    """Start on one port; None when it turned out to be taken."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-languagetool-"))
    port = free_port()
    guardian: subprocess.Popen[bytes] | None = None
    try:
        guardian, pid = _spawn(folder, engine, limits, host, port)
        version = _until_ready(folder, guardian, host, deadline, engine.ready)
    except BaseException:
        if guardian is not None:
            _end(guardian)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if version is None:
        _end(guardian)
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return Server(f"http://{LOOPBACK}:{port}/", version, pid, folder, guardian, limits.token)


def _spawn(folder: Path, engine: Engine, limits: Limits, host: Host, port: int) -> tuple[subprocess.Popen[bytes], int]:
    arguments = write_arguments(folder, engine, limits, port)
    guardian = subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-S",
            str(Path(__file__).with_name("guardian.py")),
            str(folder),
            str(engine.java.path),
            f"@{arguments}",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=clean_environment(host.environment),
        # Ctrl-C on a terminal is for us; we end the server in good order.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    said = guardian.stdout.readline() if guardian.stdout else b""
    if not said.strip().isdigit():
        _end(guardian)
        msg = f"Java ({engine.java.path}) could not be started"
        raise StartError(msg)
    return guardian, int(said)


def _until_ready(
    folder: Path, guardian: subprocess.Popen[bytes], host: Host, deadline: float, ready: str
) -> str | None:
    """Wait for the server to say that it is; return its version, or None when the port was taken."""
    while True:
        ended = guardian.poll() is not None
        log = _log(folder)
        if not ended and ready in log:
            version = _VERSION.search(log)
            return version[1] if version else "unknown"
        if ended:
            if _PORT_TAKEN.search(log):
                return None
            msg = f"it ended at once with code {guardian.returncode}; its last words: {tail(folder)}"
            raise StartError(msg)
        if host.cancelled.is_set():
            raise StartError("it was not wanted any more")
        if time.monotonic() > deadline:
            msg = f"it was not ready in time (grammar.start-timeout); its last words: {tail(folder)}"
            raise StartError(msg)
        time.sleep(POLL_SECONDS)


def free_port() -> int:
    """Return a port of the loopback interface that is free at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def tail(folder: Path, lines: int = 3) -> str:
    """Return the last lines of a server's log, stack traces left out, as one line."""
    said = [line.strip() for line in _log(folder).splitlines() if not _NOISE.match(line)]
    return " / ".join(said[-lines:])[:600] or "(none)"


def _log(folder: Path) -> str:
    try:
        return (folder / "server.log").read_text("utf-8", "replace")
    except OSError:
        return ""


def _end(guardian: subprocess.Popen[bytes]) -> None:
    """Make a guardian kill its Java process and end."""
    if guardian.stdin is not None:
        guardian.stdin.close()
    if guardian.stdout is not None and not guardian.stdout.closed:
        if os.name == "posix":
            # Its end closes the pipe; waiting for a process with a time limit would look only now and then.
            with selectors.DefaultSelector() as selector:
                selector.register(guardian.stdout, selectors.EVENT_READ)
                selector.select(STOP_SECONDS)
        guardian.stdout.close()
    try:
        guardian.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        guardian.kill()
        guardian.wait()
