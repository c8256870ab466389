"""The proofreader that checks are handed: LanguageTool, started in the background."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, Self

from checks.grammar.options import GrammarOptions
from checks.languages import name
from checks.rule import CheckUnavailable, Match
from flows.languagetool.address import Address
from flows.languagetool.faults import Busy, Fault, Gone, Refused, Slow, TooLong
from flows.languagetool.host import Host
from flows.languagetool.lock import VERSION
from flows.languagetool.outcome import Outcome
from flows.languagetool.pieces import halves, pieces
from flows.languagetool.remote import Remote
from flows.languagetool.solo import Room
from flows.languagetool.tongues import english

if TYPE_CHECKING:
    from flows.languagetool.client import Client
    from flows.languagetool.supervisor import Supervisor
    from flows.languagetool.tongues import Tongues

PIECE = 50_000
"""Code points of one request at most: 8,000 words take a few seconds and little memory."""

TRIES = 4
"""Times that a text is sent to a server that is busy, or has got more memory."""

BUSY_SECONDS_MAX = 30.0
WARM_UP = "LanguageTool loads its rules with the first text. It takes seconds, and other things may start meanwhile."


class Endpoint(Protocol):
    """The server behind: ours or another's."""

    def current(self) -> Address:
        """Return the address of the server to use."""

    def request(self) -> AbstractContextManager[None]:
        """Take note that this thread's request is on its way."""

    def praise(self, number: int) -> None:
        """Take note that server `number` answered."""

    def complain(self, number: int, reason: str) -> bool:
        """Take note that server `number` failed; return whether there is one with more memory now."""

    def facts(self) -> Mapping[str, str]:
        """Return what is to be told of it."""

    def close(self) -> None:
        """End it if it is ours."""


class _Clients(threading.local):
    """A thread's own clients, by server number and language."""

    def __init__(self) -> None:
        self.by_server: dict[tuple[int, str], Client] = {}


class LanguageTool:
    """LanguageTool as checks see it: thread-safe, ready when it is, gone with us.

    Made by `launch`. Each thread has a client of its own; a failed request is
    repeated alone, so that what brings a server down is found out and costs
    nobody else anything.
    """

    def __init__(self, options: GrammarOptions, host: Host) -> None:
        """Begin to start in the background."""
        self._options = options
        self._ready = threading.Event()
        self._endpoint: Endpoint | None = None
        self._fault: CheckUnavailable | None = None
        self._facts: dict[str, str] = {}
        self._supervisor: Supervisor | None = None
        self._tongues: Tongues | None = None
        self._room = Room()
        self._wanted = threading.Event()
        self._clients = _Clients()
        self._host = host
        threading.Thread(target=self._begin, name="languagetool-start", daemon=True).start()

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        """Return what LanguageTool flags in `text`, in order, waiting for it to start if need be.

        Raises:
            CheckUnavailable: when there is no LanguageTool, or it cannot
                answer; `PartlyChecked` when it failed on some passages only.
        """
        self._wanted.set()
        # It takes a while, and so does the start that we wait for.
        from flows.languagetool import client  # noqa: F401

        self.wait()
        self._learn(language)
        outcome = Outcome()
        for start, piece in pieces(text, PIECE):
            self._piece(piece, start, language, outcome)
        if outcome.lost:
            raise outcome.partly()
        return tuple(outcome.matches)

    def wait(self) -> None:
        """Return when LanguageTool can be used.

        Raises:
            CheckUnavailable: when it cannot.
        """
        self._ready.wait()
        if self._fault:
            raise self._fault

    def facts(self) -> Mapping[str, str]:
        """Return what is known so far: `version`, `java`, `origin`, `address`, `restarts`, `remote`."""
        return {
            **self._facts,
            **(self._endpoint.facts() if self._endpoint else {}),
            **(self._tongues.facts() if self._tongues else {}),
        }

    def close(self) -> None:
        """End the server, if it is ours; may be called again and from any thread."""
        self._host.cancelled.set()
        if self._endpoint is not None:
            self._endpoint.close()
        if not self._ready.is_set():
            self._fault = CheckUnavailable("LanguageTool was stopped")
            self._ready.set()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    # -- starting

    def _begin(self) -> None:
        try:
            if self._options.server:
                self._endpoint = Remote(self._options.server.rstrip("/") + "/")
                self._facts |= {"origin": "grammar.server"}
                if self._endpoint.is_elsewhere:
                    self._host.observer.note(f"The text of articles is sent to {self._endpoint.host} (grammar.server).")
                self._greet(self._endpoint)
            else:
                self._start()
            if (version := self._facts["version"]) != VERSION:
                told = f"LanguageTool is version {version}; what is known of its rules is for {VERSION}."
                self._host.observer.note(told)
        except CheckUnavailable as error:
            self._fault = self._fault or error
        except Exception as error:  # noqa: BLE001  # whoever waits must learn of it
            self._fault = CheckUnavailable(
                f"LanguageTool could not be started: {type(error).__name__}: {error}", "Please report it."
            )
        finally:
            self._ready.set()
        if self._host.cancelled.is_set():
            self.close()
        elif self._fault is None and not self._wanted.is_set():
            self._warm_up()

    def _start(self) -> None:
        from flows.languagetool.own import supervise

        supervisor, self._tongues, facts = supervise(self._options, self._host)
        self._endpoint = self._supervisor = supervisor
        self._facts |= facts
        # What it says of itself in its log tells it from a stranger, and which it is.
        self._facts["version"] = supervisor.start().version

    def _greet(self, endpoint: Endpoint) -> None:
        """Make sure that it is LanguageTool that answers, and which."""
        from flows.languagetool.client import server_version

        address = endpoint.current()
        try:
            self._facts["version"] = server_version(address.url, address.token)
        except Fault as error:
            raise CheckUnavailable(
                f"LanguageTool at {address.url} cannot be used: {error}", "Start it, or correct grammar.server."
            ) from error

    def _warm_up(self) -> None:
        language = self._tongues.expected[0] if self._tongues else english(self._options)
        try:
            with self._room.together():
                self._ask(WARM_UP, language)
        except (Fault, CheckUnavailable):
            # The first article meets the same, and reports it.
            return

    def _learn(self, language: str) -> None:
        """Have a server of ours know a language: fetched and started with, unless it is.

        Raises:
            CheckUnavailable: when it is not to be had.
        """
        tongues, supervisor = self._tongues, self._supervisor
        if tongues is None or supervisor is None or tongues.get(language):
            return
        with self._room.alone():
            if not tongues.get(language):
                supervisor.renew(f"there is a text in {name(language)} as well")

    # -- asking

    def _piece(self, text: str, start: int, language: str, outcome: Outcome) -> None:
        """Proofread one piece together with other threads' pieces, or else alone."""
        try:
            with self._room.together():
                outcome.add(self._ask(text, language), start)
        except Gone:
            # Which of the requests on their way brought it down is not known: each is repeated by itself.
            with self._room.alone():
                self._isolate(text, start, language, outcome)
        except (Slow, TooLong) as fault:
            self._halve(text, start, language, outcome, fault)

    def _isolate(self, text: str, start: int, language: str, outcome: Outcome) -> None:
        try:
            outcome.add(self._ask(text, language), start)
        except (Gone, Slow, TooLong) as fault:
            self._halve(text, start, language, outcome, fault, alone=True)

    def _halve(
        self, text: str, start: int, language: str, outcome: Outcome, fault: Fault, *, alone: bool = False
    ) -> None:
        outcome.failures += 1
        parts = None if outcome.hopeless else halves(text)
        if parts is None:
            outcome.lost.append((text, fault))
            return
        one, two = parts
        again = self._isolate if alone else self._piece
        again(one, start, language, outcome)
        again(two, start + len(one), language, outcome)

    def _ask(self, text: str, language: str) -> tuple[Match, ...]:
        """Send one request.

        Raises:
            Fault: of kind Gone, Slow or TooLong.
            CheckUnavailable: for whatever another try does not help.
        """
        endpoint = self._endpoint
        if endpoint is None:
            raise CheckUnavailable("LanguageTool was not started")
        trouble = ""
        for _ in range(TRIES):
            address = endpoint.current()
            try:
                with endpoint.request():
                    found = self._client(address, language).proofread(text)
            except Gone as fault:
                if not endpoint.complain(address.number, str(fault)):
                    raise
                trouble = "it ran out of memory (grammar.heap)"
                continue
            except Busy as fault:
                trouble = str(fault)
                time.sleep(min(fault.seconds, BUSY_SECONDS_MAX))
                continue
            except Refused as fault:
                raise CheckUnavailable(str(fault), "Check grammar.server, and the article's language.") from fault
            endpoint.praise(address.number)
            return found
        raise CheckUnavailable(
            f"LanguageTool cannot answer: {trouble}", "Try again later, or use a LanguageTool of your own."
        )

    def _client(self, address: Address, language: str) -> Client:
        """Return this thread's client."""
        from flows.languagetool.client import Client

        clients = self._clients.by_server
        for key in [key for key in clients if key[0] != address.number]:
            del clients[key]
        if (address.number, language) not in clients:
            clients[address.number, language] = Client(address.url, language, self._options, address.token)
        return clients[address.number, language]
