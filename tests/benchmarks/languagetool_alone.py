"""LanguageTool by itself: our server, asked directly over HTTP for texts from a file.

    python -m tests.benchmarks.languagetool_alone TEXTS.json THREADS RULES RESULT.json

TEXTS holds `[{"text", "language"}]`. RULES is `all`, or `wanted` for those that
the grammar check wants to hear of. Nothing of copydesk runs but what starts
the server, so that the rest of copydesk can be measured against it.
"""

from __future__ import annotations

import http
import http.client
import json
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from checks.grammar.options import GrammarOptions
from checks.grammar.rules import unwanted_categories, unwanted_rules
from flows.languagetool import launch
from flows.languagetool.client import ADMISSION

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def main(texts: Path, threads: int, rules: str, result: Path) -> None:
    """Check all texts and write how long that took."""
    options = GrammarOptions()
    unwanted = {
        "disabledRules": ",".join(sorted(unwanted_rules(options))),
        "disabledCategories": ",".join(sorted(unwanted_categories(options))),
    }
    asked = json.loads(texts.read_text(encoding="utf-8"))
    with launch(options) as tool:
        tool.wait()
        assert tool._endpoint is not None
        address = tool._endpoint.current()
        begun = time.perf_counter()
        bodies = [urlencode(one | (unwanted if rules == "wanted" else {})) for one in asked]
        found = _check_all(urlsplit(address.url).netloc, {**FORM, ADMISSION: address.token}, bodies, threads)
        seconds = time.perf_counter() - begun
        facts = dict(tool.facts())
    result.write_text(json.dumps({"seconds": seconds, "findings": found, "facts": facts}), encoding="utf-8")


def _check_all(host: str, headers: Mapping[str, str], bodies: Iterable[str], threads: int) -> int:
    mine = threading.local()

    def check(body: str) -> int:
        if not hasattr(mine, "connection"):
            mine.connection = http.client.HTTPConnection(host)
        mine.connection.request("POST", "/v2/check", body, headers)
        answer = mine.connection.getresponse()
        return len(json.loads(_good(answer))["matches"])

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(check, bodies))


def _good(answer: http.client.HTTPResponse) -> bytes:
    body = answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"LanguageTool answered {answer.status}: {body[:200].decode('utf-8', 'replace')}")
    return body


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
