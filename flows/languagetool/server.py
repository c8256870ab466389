"""One LanguageTool server process of our own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.languagetool.host import Host
from flows.languagetool.install import Installation
from flows.languagetool.java import Java, clean_environment

PORT_TRIES = 5
POLL_SECONDS = 0.03
STOP_SECONDS = 5.0
LOOPBACK = "127.0.0.1"

_MAIN = "org.languagetool.server.HTTPServer"
_STARTED = re.compile(r"Server started")
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

    @property
    def alive(self) -> bool:
        """Whether the process is there, which does not mean that it answers."""
        return self.guardian.poll() is None

    @property
    def out_of_memory(self) -> bool:
        """Whether it ended because its heap was too small."""
        return "OutOfMemoryError" in _log(self.folder)

    def stop(self) -> str:
        """End the process now and return the last lines it wrote."""
        last = tail(self.folder)
        _end(self.guardian)
        shutil.rmtree(self.folder, ignore_errors=True)
        return last


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the server may use."""

    heap: str
    """For `-Xmx`."""
    check_seconds: float
    """After which it gives up on a request."""
    text_length: int
    """Longest text that it takes, in UTF-16 units."""
    threads: int
    """Requests that it works on at once."""


def start(installation: Installation, java: Java, limits: Limits, host: Host, seconds: float) -> Server:
    """Start a server on a free port of the loopback interface and wait until it listens.

    Ports can be taken between our choice and the server's; then another is
    tried. That the server has said that it listens, in its own log, while its
    process lives, is what tells it from a stranger on the same port.

    Raises:
        StartError: when it ends or is not ready in time, with its last words.
    """
    deadline = time.monotonic() + seconds
    for _ in range(PORT_TRIES):
        server = _try(installation, java, limits, host, deadline)
        if server is not None:
            return server
    msg = f"each of {PORT_TRIES} ports was taken by another program"
    raise StartError(msg)


def _try(installation: Installation, java: Java, limits: Limits, host: Host, deadline: float) -> Server | None:
    """Start on one port; None when it turned out to be taken."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-languagetool-"))
    port = free_port()
    guardian: subprocess.Popen[bytes] | None = None
    try:
        guardian, pid = _spawn(folder, installation, java, limits, host, port)
        version = _until_started(folder, guardian, host, deadline)
    except BaseException:
        if guardian is not None:
            _end(guardian)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if version is None:
        _end(guardian)
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return Server(f"http://{LOOPBACK}:{port}/", version, pid, folder, guardian)


def _spawn(
    folder: Path, installation: Installation, java: Java, limits: Limits, host: Host, port: int
) -> tuple[subprocess.Popen[bytes], int]:
    (folder / "server.properties").write_text(
        "".join(f"{key}={value}\n" for key, value in _properties(limits)), "utf-8"
    )
    # In a file, because the class path is longer than Windows allows for a command line.
    (folder / "arguments").write_text(
        "\n".join(_quoted(part) for part in _arguments(folder, installation, limits, port)), "utf-8"
    )
    guardian = subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-S",
            str(Path(__file__).with_name("guardian.py")),
            str(folder),
            str(java.path),
            f"@{folder / 'arguments'}",
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
        msg = f"Java ({java.path}) could not be started"
        raise StartError(msg)
    return guardian, int(said)


def _arguments(folder: Path, installation: Installation, limits: Limits, port: int) -> Iterator[str]:
    yield f"-Xmx{limits.heap}"
    # Measured: 1.09 to 1.17 times the throughput of the default collector, in less than half the memory.
    yield "-XX:+UseParallelGC"
    # A server that ran out of memory answers every request with a strange error; better gone.
    yield "-XX:+ExitOnOutOfMemoryError"
    yield "-XX:-UsePerfData"
    yield "-Dfile.encoding=UTF-8"
    yield "-Djava.awt.headless=true"
    yield "-Dsun.net.httpserver.nodelay=true"
    yield "-cp"
    yield os.pathsep.join(str(path) for path in installation.classpath)
    yield _MAIN
    yield from ("--port", str(port), "--config", str(folder / "server.properties"))


def _properties(limits: Limits) -> Iterator[tuple[str, object]]:
    yield "maxTextLength", limits.text_length
    yield "maxCheckTimeMillis", round(limits.check_seconds * 1000)
    # More than we ask at once, so that it can answer whether it is well.
    yield "maxCheckThreads", limits.threads + 4
    yield "pipelineCaching", "true"
    yield "maxPipelinePoolSize", limits.threads * 4
    yield "pipelineExpireTimeInSeconds", 3600


def _quoted(argument: str) -> str:
    """Return an argument as Java's argument files want it."""
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _until_started(folder: Path, guardian: subprocess.Popen[bytes], host: Host, deadline: float) -> str | None:
    """Wait for the server to listen; return its version, or None when the port was taken."""
    while True:
        ended = guardian.poll() is not None
        log = _log(folder)
        if not ended and _STARTED.search(log):
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
    for pipe in (guardian.stdin, guardian.stdout):
        if pipe is not None:
            pipe.close()
    try:
        guardian.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        guardian.kill()
        guardian.wait()
