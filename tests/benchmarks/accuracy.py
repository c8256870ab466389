"""Score copydesk on evaluation data that lives outside the repository.

    python -m tests.benchmarks.accuracy EVALUATE.py [NAME ...] [--python PYTHON]

EVALUATE.py is called with a data set's name, runs `copydesk check` (the
variable COPYDESK names it) and prints its figures as `figure=value` in the last
line. Without names, each NAME.dev.jsonl beside it is scored. PYTHON runs it,
for an environment that has the scorer's own requirements.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

COPYDESK = Path(sys.executable).with_name("copydesk")
SUFFIX = ".dev.jsonl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print the table and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.accuracy", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("evaluate", type=Path, metavar="EVALUATE.py")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--python", default=sys.executable)
    given = parser.parse_args(arguments)
    names = given.names or [path.name.removesuffix(SUFFIX) for path in sorted(given.evaluate.parent.glob(f"*{SUFFIX}"))]
    failed = False
    print("| data | figures |\n|---|---|", flush=True)
    for name in names:
        figures, said = score(given.python, given.evaluate, name)
        failed |= not figures
        print(f"| {name} | {figures or 'could not be scored: ' + said} |", flush=True)
    return int(failed)


def score(python: str, evaluate: Path, name: str) -> tuple[str, str]:
    """Return a data set's figures, and the last line said when there are none."""
    done = subprocess.run(
        [python, evaluate, name],
        env={**os.environ, "COPYDESK": shlex.quote(str(COPYDESK))},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    last = ((done.stdout if done.returncode == 0 else done.stderr).strip().splitlines() or ["nothing said"])[-1]
    return ", ".join(_figures(last)) if done.returncode == 0 else "", last


def _figures(line: str) -> Iterator[str]:
    for name, value in re.findall(r"(\S+)=(\S+)", line):
        yield f"{name} {value}"


if __name__ == "__main__":
    sys.exit(main())
