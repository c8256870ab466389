"""Prefect without a server of the user's: one of our own for the length of a run.

Prefect can start a temporary server itself. We start the same application the
same way, because then it starts while LanguageTool does, what it prints goes
to a log file instead of the terminal, and stopping it waits for what is still
on its way to it.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from flows.errors import UsageError

START_SECONDS = 120.0
"""Longest wait for the server; making its database takes about 15 s once per user."""

POLL_SECONDS = 0.05
LOOPBACK = "127.0.0.1"

STOP_SECONDS = 5.0
"""How long the server may take to stop, and what is on its way to be sent."""


WITHOUT = "`copydesk check` does the same without Prefect."


class EmbeddedServer:
    """A Prefect server of our own on the loopback address; it lives no longer than this process."""

    def __init__(self) -> None:
        """Start it; returns at once."""
        self._folder = Path(tempfile.mkdtemp(prefix="copydesk-prefect-"))
        self._port = _free_port()
        self._guardian = _spawn(self._folder, self._port)

    @property
    def api_url(self) -> str:
        """Address of its API."""
        return f"http://{LOOPBACK}:{self._port}/api"

    def wait(self, seconds: float = START_SECONDS) -> None:
        """Return when it answers.

        Raises:
            UsageError: when it ended or does not answer in time.
        """
        import httpx

        deadline = time.monotonic() + seconds
        with httpx.Client(trust_env=False, timeout=2) as client:
            while time.monotonic() < deadline:
                if self._guardian.poll() is not None:
                    raise UsageError(*self._why(f"it ended with exit code {self._guardian.returncode}"))
                try:
                    if self._listens() and client.get(f"{self.api_url}/health").status_code == httpx.codes.OK:
                        return
                except httpx.TransportError:
                    pass
                time.sleep(POLL_SECONDS)
        raise UsageError(*self._why(f"it did not answer within {seconds:.0f} seconds"))

    def _listens(self) -> bool:
        """Whether anything listens there; a failed request of httpx costs a hundred times as much to find out."""
        with socket.socket() as tried:
            tried.settimeout(1)
            return tried.connect_ex((LOOPBACK, self._port)) == 0

    def stop(self) -> None:
        """Stop it; safe to call twice."""
        # The guardian ends the server, and itself, when its standard input closes.
        self._guardian.communicate()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _why(self, what: str) -> tuple[str, str]:
        log = (self._folder / "server.log").read_text("utf-8", "replace").strip().splitlines()
        last = f" Its last words: {log[-1].strip()}" if log else ""
        return f"Prefect's server did not start: {what}.{last}", WITHOUT


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        port: int = listener.getsockname()[1]
        return port


def _spawn(folder: Path, port: int) -> subprocess.Popen[bytes]:
    from flows.languagetool import guardian

    server = [sys.executable, "-c", _SERVE, "--factory", "prefect.server.api.server:create_app"]
    server += ["--host", LOOPBACK, "--port", str(port), "--log-level", "error", "--lifespan", "on"]
    return subprocess.Popen(
        [sys.executable, "-I", "-S", guardian.__file__, str(folder), *server],
        # The server reads its settings from the environment, as ours are read.
        env={**os.environ, **_SERVER},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


_SERVE = "import gc; gc.set_threshold(200_000, 50, 100); import uvicorn; uvicorn.main()"
"""As `python -m uvicorn`, but what is imported is not searched for garbage over and over, an eighth of the start."""

_SERVER: Mapping[str, str] = {
    "PREFECT_UI_ENABLED": "false",
    # Prefect's own marks for a temporary server.
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    # Nothing about an audit leaves the machine.
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
}


def may_be_configured() -> bool:
    """Whether there is anything by which Prefect's settings could name a server; told without importing Prefect."""
    if any(name.startswith("PREFECT_") and name != "PREFECT_HOME" for name in os.environ):
        return True
    home = Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect")
    return (home / "profiles.toml").exists() or any(_speaks_of_prefect(Path(name)) for name in _SETTINGS_FILES)


_SETTINGS_FILES = ("prefect.toml", "pyproject.toml", ".env")
"""Where Prefect looks for settings in the working directory."""


def _speaks_of_prefect(path: Path) -> bool:
    try:
        return b"prefect" in path.read_bytes().lower() or path.name == "prefect.toml"
    except OSError:
        return path.exists()


def is_configured() -> bool:
    """Whether the user's Prefect settings or profile name a server or Cloud.

    Raises:
        UsageError: when Prefect cannot read its own settings.
    """
    try:
        from prefect.settings import PREFECT_API_URL

        return bool(PREFECT_API_URL.value())
    except ValueError as error:
        raise UsageError(f"Prefect's settings are wrong: {error}.", WITHOUT) from error


@contextmanager
def api(server: EmbeddedServer | None) -> Iterator[None]:
    """Let flows run in this block talk to `server`, or to the configured one when it is None.

    Raises:
        UsageError: when it does not answer.
    """
    if server is None:
        reach(f"Start it, or unset PREFECT_API_URL to do without. {WITHOUT}")
        yield
        return
    from prefect.settings import PREFECT_API_URL, temporary_settings

    server.wait()
    with temporary_settings({PREFECT_API_URL: server.api_url}):
        try:
            yield
        finally:
            drain()


def reach(remedy: str) -> str:
    """Make sure that the configured server answers, and return its address.

    Raises:
        UsageError: when it does not.
    """
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        failure = client.api_healthcheck()
        address = client.api_url
    if failure is not None:
        raise UsageError(
            f"Prefect's server at {address} does not answer: {failure}.",
            remedy,
        )
    return str(address)


def drain() -> None:
    """Send what Prefect still holds of logs and events."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogHandler

    APILogHandler().flush()
    EventsWorker.drain_all(timeout=STOP_SECONDS)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Prefect's log lines off the terminal; the API still gets them."""
    root = logging.getLogger()
    silenced = [handler for handler in root.handlers if type(handler).__name__ == "PrefectConsoleHandler"]
    for handler in silenced:
        root.removeHandler(handler)
    try:
        yield
    finally:
        for handler in silenced:
            root.addHandler(handler)
