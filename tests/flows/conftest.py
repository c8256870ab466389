"""What the tests that run Prefect share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest


@pytest.fixture(scope="module")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return an environment with a Prefect home of its own; making its database takes seconds."""
    unset = {name for name in os.environ if name.startswith("PREFECT_")}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return kept | {"PREFECT_HOME": str(tmp_path_factory.mktemp("prefect"))}


@pytest.fixture(scope="module")
def prefect_server(prefect_home: Mapping[str, str]) -> Iterator[str]:
    """Yield the address of a Prefect server that is not of the audit's making."""
    program = (
        "import sys; from flows.embedded import EmbeddedServer; s = EmbeddedServer(); s.wait();"
        " print(s.api_url, flush=True); sys.stdin.read(); s.stop()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], env=prefect_home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.communicate()
