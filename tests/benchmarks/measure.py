"""What a command costs: time, processor and memory, of itself and all that it starts (Java, a Prefect server)."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

MEBIBYTE = 2**20
INTERVAL = 0.05
"""Seconds between looks; what a process does after the last look is not seen."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Processor seconds of the whole tree of processes."""
    peak: int
    """Most bytes resident at once in the whole tree."""


class CommandFailed(Exception):
    """A measured command did not end well; the text holds what it said."""


def measure(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Cost:
    """Run a command to its end, in `folder` or where we are.

    Raises:
        CommandFailed: when its exit code is not 0.
    """
    used: dict[tuple[int, float], float] = {}
    peak = 0
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, sum(_look(watched, used)))
            time.sleep(INTERVAL)
        wall = time.perf_counter() - begun
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")[-2000:]
            raise CommandFailed(f"{' '.join(map(str, command))} ended with exit code {process.returncode}:\n{words}")
    return Cost(wall, sum(used.values()), peak)


def _look(root: psutil.Process, used: dict[tuple[int, float], float]) -> Iterator[int]:
    """Yield each process's resident bytes; note the processor seconds that each has used so far."""
    try:
        tree = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for process in tree:
        try:
            with process.oneshot():
                times = process.cpu_times()
                used[process.pid, process.create_time()] = times.user + times.system
                yield process.memory_info().rss
        except psutil.Error:
            continue


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        median(one.wall for one in costs), median(one.cpu for one in costs), round(median(one.peak for one in costs))
    )
