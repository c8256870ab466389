"""The Prefect flow: run for real, without a server, against one, and when things go wrong."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx
import psutil
import pytest

from tests.flows.running import ARTICLES, MAIN, QUICK, copydesk

pytestmark = pytest.mark.prefect

SECONDS = 180
"""How long anything may take on a machine that is busy."""


def _steady(file: Path) -> object:
    """Return what an audit says, but for the time it took."""
    audit = json.loads(file.read_text("utf-8"))
    del audit["run"]["started"], audit["run"]["seconds"]
    for checks in (audit["run"]["checks"], *(article["checks"] for article in audit["articles"])):
        for status in checks.values():
            status.pop("seconds")
    return audit


def test_without_a_server_it_audits_reports_and_says_one_clean_summary(
    tmp_path: Path, prefect_home: Mapping[str, str]
) -> None:
    arguments = (*QUICK, "--no-cache", "--output", "html=report", "--output", "json=audit.json", str(ARTICLES))
    done = copydesk(tmp_path, prefect_home, "audit", *arguments)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert (tmp_path / "report" / "index.html").is_file()
    lines = done.stderr.strip().splitlines()
    assert lines[-2:] == ["Report: report/index.html", "Report: audit.json"]
    assert not [line for line in lines if "Traceback" in line or " | " in line or "prefect" in line.casefold()]
    options = ("--no-cache", "--quiet", "--output", "json=direct.json")
    copydesk(tmp_path, prefect_home, "check", *QUICK, *options, str(ARTICLES))
    assert _steady(tmp_path / "audit.json") == _steady(tmp_path / "direct.json")


def test_a_usage_error_is_told_before_anything_starts(tmp_path: Path, prefect_home: Mapping[str, str]) -> None:
    done = copydesk(tmp_path, prefect_home, "audit", "nosuch")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nosuch does not exist" in done.stderr


def test_against_a_server_the_run_its_tasks_and_its_artifacts_are_there(
    tmp_path: Path, prefect_home: Mapping[str, str], prefect_server: str
) -> None:
    environment = {**prefect_home, "PREFECT_API_URL": prefect_server}
    done = copydesk(tmp_path, environment, "audit", *QUICK, "--output", "html=report", str(ARTICLES))
    assert done.returncode == 1, done.stderr
    with httpx.Client(base_url=prefect_server, trust_env=False) as client:
        run = client.post("/flow_runs/filter", json={"sort": "START_TIME_DESC", "limit": 1}).json()[0]
        assert (run["state_type"], run["state_name"]) == ("FAILED", "Failed")
        assert "error" in run["state"]["message"]
        filters = {"flow_runs": {"id": {"any_": [run["id"]]}}}
        tasks = {task["name"].rsplit("-", 1)[0] for task in client.post("/task_runs/filter", json=filters).json()}
        artifacts = {one["key"]: one for one in client.post("/artifacts/filter", json=filters).json()}
        logs = client.post("/logs/filter", json={"logs": {"flow_run_id": {"any_": [run["id"]]}}}).json()
    assert max(line["level"] for line in logs) <= logging.INFO, "a scheduled run's log has no noise"
    assert tasks == {"gather articles", "check batch", "compare articles", "judge", "write reports"}
    assert set(artifacts) == {"copydesk-audit", "copydesk-report-html"}
    rows = json.loads(artifacts["copydesk-audit"]["data"])
    assert {row["verdict"] for row in rows} == {"passed", "failed"}
    assert (tmp_path / "report" / "index.html").as_uri() in artifacts["copydesk-report-html"]["data"]


@pytest.mark.parametrize("arguments", [("deployment", "ls"), ("flow-run", "ls"), ("artifact", "ls")])
def test_prefects_own_commands_understand_the_server(
    prefect_home: Mapping[str, str], prefect_server: str, arguments: tuple[str, ...]
) -> None:
    environment = {**prefect_home, "PREFECT_API_URL": prefect_server}
    done = subprocess.run(
        [sys.executable, "-m", "prefect", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_server_that_is_not_there_is_named(tmp_path: Path, prefect_home: Mapping[str, str]) -> None:
    environment = {**prefect_home, "PREFECT_API_URL": "http://127.0.0.1:9/api"}
    done = copydesk(tmp_path, environment, "audit", *QUICK, str(ARTICLES / "tide-gauges.md"))
    assert done.returncode == 2
    assert "http://127.0.0.1:9/api" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_batch_that_fails_twice_costs_only_its_own_articles(tmp_path: Path, prefect_home: Mapping[str, str]) -> None:
    names = [f"{index:02}.md" for index in range(40)]
    for name in names:
        (tmp_path / name).write_text("# Tides\n\nThe keeper reads the gauge.\n", "utf-8")
    program = (
        "import flows.examining as a\n"
        "real = a.examine\n"
        "def examine(raw, tools):\n"
        "    if raw.path == '07.md': raise MemoryError('by hand')\n"
        "    return real(raw, tools)\n"
        "a.examine = examine\n" + MAIN
    )
    arguments = ("--check", "residue", "--jobs", "2", "--output", "json=audit.json", ".")
    done = copydesk(tmp_path, prefect_home, "audit", *arguments, program=program)
    assert done.returncode == 3, done.stderr
    articles = json.loads((tmp_path / "audit.json").read_text("utf-8"))["articles"]
    lost = {one["path"] for one in articles if one["verdict"] == "incomplete"}
    assert "07.md" in lost
    assert len(lost) < len(names) / 2
    assert {one["path"] for one in articles} == set(names)
    assert "MemoryError: by hand" in json.dumps([one["problems"] for one in articles])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize(("signum", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_however_it_ends_no_process_stays(
    tmp_path: Path, prefect_home: Mapping[str, str], signum: signal.Signals, code: int
) -> None:
    arguments = ["audit", "--no-cache", "--output", "json=audit.json", str(ARTICLES)]
    # Who runs the tests in the background may have them, and all that they start, ignore interrupts.
    program = f"import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n{MAIN}"
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=tmp_path, env=prefect_home, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            children = _children(process.pid, at_least=4)
            process.send_signal(signum)
            _, said = process.communicate(timeout=SECONDS)
        finally:
            process.kill()
    assert process.returncode == code
    assert "Traceback" not in said
    gone, alive = psutil.wait_procs(children, timeout=SECONDS)
    assert not alive
    assert len(gone) >= 4


def _children(pid: int, *, at_least: int) -> list[psutil.Process]:
    """Return the processes below `pid` once there are so many: two guardians, Java and Prefect's server."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        children = psutil.Process(pid).children(recursive=True)
        if len(children) >= at_least:
            return children
        time.sleep(0.05)
    raise TimeoutError("LanguageTool and Prefect's server did not start")
