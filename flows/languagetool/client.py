"""One thread's client of a LanguageTool server: language-tool-python, told to be no more than that.

language-tool-python 3.4.0 would start, kill and restart servers, ask twice
with 300 seconds each time, and open a connection for every request; its
offsets are wrong when two threads check texts with emoji at the same time,
because it keeps the last text's surrogate positions in a class variable.
Here it negotiates the language, composes requests and reads answers; what is
sent and how long it may take is ours, and places are computed anew.

Imported late: language-tool-python takes 0.4 s.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import Any, Literal
from urllib.parse import urlsplit

import language_tool_python
import requests

from checks.grammar.options import GrammarOptions
from checks.grammar.others import unwanted
from checks.position import Span
from checks.rule import Match
from flows.languagetool.faults import Busy, Fault, Gone, Refused, Slow, TooLong

CONNECT_SECONDS = 5.0
GRACE_SECONDS = 5.0
ADMISSION = "X-Request-Limit-Access-Token"
BUSY_SECONDS = 2.0
"""Pause when a server is busy and does not say for how long."""


class Client(language_tool_python.LanguageTool):
    """A client for one language and one thread."""

    def __init__(self, url: str, language: str, options: GrammarOptions, token: str = "") -> None:
        """Ask the server at `url` for its languages, and keep the connection.

        Raises:
            Fault: when it does not answer as LanguageTool does.
        """
        # The server gives up on a text first; we wait a little longer to hear it say so.
        self._seconds = options.request_timeout + GRACE_SECONDS
        self._session = session(url, token)
        self._answer: list[dict[str, Any]] = []
        try:
            super().__init__(language, remote_server=url)
        except ValueError as error:
            msg = f"LanguageTool at {url} does not know the language {language!r}"
            raise Refused(msg) from error
        self.picky = options.level == "picky"
        rules, categories = unwanted(options, language)
        self.disabled_rules, self.disabled_categories = set(rules), set(categories)
        self.enabled_rules = set(options.enabled_rules)

    def proofread(self, text: str) -> tuple[Match, ...]:
        """Return what the server flags in `text`.

        Raises:
            Fault: when there is no useful answer.
        """
        places = Utf16(text)
        matches = self.check(text)
        return tuple(
            Match(
                rule=match.rule_id,
                category=match.category,
                issue=match.rule_issue_type,
                message=match.message,
                span=Span(places.point(raw["offset"]), places.point(raw["offset"] + raw["length"])),
                replacements=tuple(match.replacements),
                url=raw["url"],
            )
            for match, raw in zip(matches, self._answer, strict=True)
        )

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,  # noqa: ARG002  # we ask once; who calls knows whether to ask again
        method: Literal["get", "post"] = "get",
    ) -> Any:  # noqa: ANN401  # whatever the server's JSON holds
        try:
            limit = (CONNECT_SECONDS, self._seconds)
            response = self._session.request(
                method,
                url,
                params=params if method == "get" else None,
                data=params if method == "post" else None,
                timeout=limit,
            )
        except requests.Timeout as error:
            msg = f"LanguageTool did not answer within {self._seconds:.0f} s (grammar.request-timeout)"
            raise Slow(msg) from error
        except requests.RequestException as error:
            msg = f"the connection to LanguageTool at {self._url} failed ({type(error).__name__})"
            raise Gone(msg) from error
        if not response.ok:
            raise _fault(response)
        answer = _json(response)
        if method == "post":
            self._answer = [_place(match) for match in answer["matches"]]
        return answer


def session(url: str, token: str = "") -> requests.Session:
    """Return a connection to `url` that keeps away from proxies when that is on this machine."""
    made = requests.Session()
    if token:
        made.headers[ADMISSION] = token
    made.trust_env = urlsplit(url).hostname not in {"127.0.0.1", "localhost", "::1"}
    return made


def server_version(url: str, token: str = "") -> str:
    """Return the version of the LanguageTool at `url`.

    Raises:
        Fault: when nothing answers, or something else.
    """
    try:
        response = session(url, token).get(f"{url}v2/info", timeout=(CONNECT_SECONDS, 2 * CONNECT_SECONDS))
    except requests.RequestException as error:
        msg = f"nothing answers there ({type(error).__name__})"
        raise Gone(msg) from error
    if not response.ok:
        raise _fault(response)
    return str(_json(response)["software"]["version"])


def _json(response: requests.Response) -> Any:  # noqa: ANN401  # as above
    try:
        answer = response.json()
    except requests.exceptions.JSONDecodeError as error:
        msg = f"what answers at {response.url} is not LanguageTool"
        raise Refused(msg) from error
    known = (
        answer.get("software", {}).get("name") == "LanguageTool"
        if isinstance(answer, dict)
        else isinstance(answer, list)
    )
    if not known:
        msg = f"what answers at {response.url} is not LanguageTool"
        raise Refused(msg)
    return answer


def _place(match: dict[str, Any]) -> dict[str, Any]:
    """Keep what language-tool-python drops or computes wrongly."""
    urls = match["rule"].get("urls") or [{}]
    return {"offset": match["offset"], "length": match["length"], "url": urls[0].get("value", "")}


def _fault(response: requests.Response) -> Fault:
    said = " ".join(response.text.split())[:200]
    message = f"LanguageTool answered with status {response.status_code}: {said}"
    match response.status_code:
        case 413:
            return TooLong(message)
        case 426 | 429 | 503:
            wait = response.headers.get("Retry-After", "")
            return Busy(message, float(wait) if wait.isdigit() else BUSY_SECONDS)
        case 500 if "longer than" in said or "timed out" in said.casefold():
            return Slow(message)
        case _:
            return Refused(message)


class Utf16:
    """Places in a text counted in UTF-16 units, as Java does."""

    def __init__(self, text: str) -> None:
        """Index `text`."""
        self._astral = any(char > "\uffff" for char in text)
        self._ends = list(accumulate(2 if char > "\uffff" else 1 for char in text)) if self._astral else []

    def point(self, units: int) -> int:
        """Return the code point that begins at or after so many UTF-16 units."""
        return bisect_left(self._ends, units) + 1 if self._astral and units > 0 else units
