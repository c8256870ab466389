"""Run the command as a program of its own, with a Prefect home that the test chooses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "articles"
QUICK = ("--check", "residue", "--check", "superlatives")
MAIN = "from flows.cli import main; main()"


def copydesk(
    folder: Path, environment: Mapping[str, str], *arguments: str, program: str = MAIN
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
