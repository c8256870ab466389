"""Audits that a Prefect server starts: served for real, run by the server's word, stopped as a service manager does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests.flows.running import ARTICLES, MAIN, QUICK, copydesk

pytestmark = pytest.mark.prefect

SECONDS = 180
NOWHERE = {"PREFECT_API_URL": "http://127.0.0.1:9/api"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nosuch",), "nosuch does not exist"),
        (("-",), "Name files or folders."),
        ((".", "--cron", "at six"), "--cron: 'at six' is no cron expression."),
        ((".", "--cron", "0 6 * * *", "--timezone", "Mars/Base"), "--timezone: there is no time zone 'Mars/Base'."),
        ((".", "--check", "gramar"), '--check: there is no check "gramar". Did you mean "grammar"?'),
        ((".", "--output", "json"), "Write --output json=FILE."),
        ((".",), "Prefect's server at http://127.0.0.1:9/api/ does not answer"),
    ],
)
def test_what_is_wrong_is_told_at_once(
    tmp_path: Path, prefect_home: Mapping[str, str], arguments: tuple[str, ...], said: str
) -> None:
    done = copydesk(tmp_path, {**prefect_home, **NOWHERE}, "serve", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_server_it_says_how_to_have_one(tmp_path: Path, prefect_home: Mapping[str, str]) -> None:
    done = copydesk(tmp_path, prefect_home, "serve", ".")
    assert done.returncode == 2
    assert "prefect server start" in done.stderr


@contextmanager
def served(folder: Path, environment: Mapping[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "serve", *arguments],
        cwd=folder,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def awaited(get: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return what `get` gives once it gives something."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if found := get():
            return found
        time.sleep(0.2)
    raise TimeoutError("Prefect's server did not get there")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as POSIX has them")
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_the_server_schedules_starts_and_sees_the_audit(
    tmp_path: Path, prefect_home: Mapping[str, str], prefect_server: str, signum: signal.Signals
) -> None:
    environment = {**prefect_home, "PREFECT_API_URL": prefect_server}
    options = ("--name", "tides", "--cron", "0 6 * * 1-5", "--timezone", "Europe/Oslo", *QUICK)
    with (
        served(tmp_path, environment, os.path.relpath(ARTICLES, tmp_path), *options) as process,
        httpx.Client(base_url=prefect_server, trust_env=False) as client,
    ):

        def deployment() -> Any:  # noqa: ANN401 - JSON
            answer = client.get("/deployments/name/copydesk audit/tides")
            return answer.json() if answer.status_code == httpx.codes.OK else None

        made = awaited(deployment)
        schedules = [one["schedule"] for one in made["schedules"] if one["active"]]
        assert [(one["cron"], one["timezone"]) for one in schedules] == [("0 6 * * 1-5", "Europe/Oslo")]
        run = client.post(f"/deployments/{made['id']}/create_flow_run", json={}).json()["id"]

        def ended() -> Any:  # noqa: ANN401 - JSON
            state = client.get(f"/flow_runs/{run}").json()["state"]
            return state if state["type"] in {"COMPLETED", "FAILED", "CRASHED"} else None

        state = awaited(ended)
        assert (state["type"], state["name"]) == ("FAILED", "Failed")
        assert "errors" in state["message"]
        assert (tmp_path / "copydesk-report" / "index.html").is_file()
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signum)
        _, said = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
        assert "Traceback" not in said
        assert "Warning" not in said
        assert not psutil.wait_procs(children, timeout=SECONDS)[1]
        assert deployment()["paused"], "nothing is due while nobody is there to do it"
