"""LanguageTool by itself: our server, asked directly over HTTP for texts from a file.

    python -m tests.benchmarks.languagetool_alone TEXTS.json THREADS RESULT.json

TEXTS holds `[{"text", "language"}]`. Nothing of copydesk runs but what starts
the server, so that the rest of copydesk can be measured against it.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from checks.grammar.options import GrammarOptions
from flows.languagetool import launch

HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def main(texts: Path, threads: int, result: Path) -> None:
    """Check all texts and write how long that took."""
    asked = json.loads(texts.read_text(encoding="utf-8"))
    with launch(GrammarOptions()) as tool:
        tool.wait()
        address = urlsplit(tool.facts()["address"])
        begun = time.perf_counter()
        found = _check_all(address.netloc, asked, threads)
        seconds = time.perf_counter() - begun
        facts = dict(tool.facts())
    result.write_text(json.dumps({"seconds": seconds, "findings": found, "facts": facts}), encoding="utf-8")


def _check_all(host: str, texts: Iterable[dict[str, str]], threads: int) -> int:
    mine = threading.local()

    def check(one: dict[str, str]) -> int:
        if not hasattr(mine, "connection"):
            mine.connection = http.client.HTTPConnection(host)
        mine.connection.request("POST", "/v2/check", urlencode(one), HEADERS)
        answer = mine.connection.getresponse().read()
        return len(json.loads(answer)["matches"])

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(check, texts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
