"""The web as checks see it: asks in the background, each address once, and knows when there is no network."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self

from checks.citations.link_options import LinkOptions
from checks.evidence.sources.links import host_of
from checks.web import Answer, Outcome, Question
from flows.links.faults import Cancelled
from flows.links.memory import Memory
from flows.progress import Observer
from reports.summary import number

STEP = "Checking links"
SILENCES = 3
"""Links of a host in a row that got no answer, after which the rest is not asked."""
HOSTS = 2
"""Hosts that may be silent, with none answering, before it is the network that is to blame."""
UNSENT = frozenset({Outcome.LEFT_OUT, Outcome.PRIVATE, Outcome.UNASKED})
"""Outcomes for which no host was asked anything."""
TOO_MANY = 429
"""Status of a host that has had enough of us: whatever else it was to be asked waits for another run."""
NAMED = 8
"""Hosts that the record names."""


class Asking(Protocol):
    """How questions are asked."""

    @property
    def asked(self) -> frozenset[str]:
        """Hosts that were sent something."""

    def visit(self, question: Question) -> tuple[Answer, bool]:
        """Return what came of a question, and whether this machine's own network may be why.

        Raises:
            Cancelled: when nobody wants to know any more.
        """

    def stop(self) -> None:
        """Ask nothing any more."""


@dataclass(slots=True)
class _Host:
    """What is still to be asked of one host."""

    waiting: deque[Question] = field(default_factory=deque)
    busy: bool = False
    silences: int = 0
    last: Answer | None = None


class Asker:
    """Asks the web; thread-safe. Nothing is sent, and no thread started, before there is something to ask."""

    def __init__(
        self,
        options: LinkOptions,
        begin: Callable[[float], Asking],
        memory: Memory,
        online: Callable[[], bool],
        observer: Observer,
    ) -> None:
        """Prepare to ask.

        Args:
            options: the settings.
            begin: given the end of all asking, of `time.monotonic`, returns how to ask.
            memory: what is known already.
            online: looks up a name that exists.
            observer: told of progress, from other threads.
        """
        self._options = options
        self._begin = begin
        self._memory = memory
        self._online = online
        self._observer = observer
        self._changed = threading.Condition()
        self._hosts: dict[str, _Host] = {}
        self._ready: deque[_Host] = deque()
        self._answers: dict[Question, Answer | None] = {}
        self._doubtful: set[Question] = set()
        self._left = 0
        self._threads = 0
        self._recalled = 0
        self._asked = 0
        self._reached = False
        self._told = False
        self._closed = False
        self._network: bool | None = None
        self._asking: Asking | None = None

    # -- what checks see

    def expect(self, questions: Iterable[Question]) -> None:
        """Begin to ask these and return at once."""
        new = [one for one in dict.fromkeys(questions) if one not in self._answers]
        if not new:
            return
        with self._changed:
            for one in new:
                if one not in self._answers and not self._closed:
                    self._take(one)
            self._start_threads()

    def answer(self, question: Question) -> Answer:
        """Return what came of a question, once all that is expected was asked."""
        self.expect([question])
        with self._changed:
            if self._hosts and not self._told:
                self._told = True
                hosts = f"{len(self._hosts)} host{'s' if len(self._hosts) > 1 else ''}"
                self._observer.note(f"Link checking asks {hosts} whether links are well.")
            self._changed.wait_for(lambda: not self._left or self._closed)
            found = self._answers.get(question)
            if found is None:
                return Answer(Outcome.UNASKED, reason="the run was ended")
            if question not in self._doubtful or self._reached:
                return found
            return self._doubted(found)

    def facts(self) -> Mapping[str, str]:
        """Return what the record should tell: whom was asked how much, and what was known already."""
        with self._changed:
            told: dict[str, str] = {}
            if self._asked:
                hosts = sorted(self._asking.asked) if self._asking else []
                more = f" and {len(hosts) - NAMED} more" if len(hosts) > NAMED else ""
                where = f" at {', '.join(hosts[:NAMED])}{more}" if hosts else ""
                told["asked"] = number(self._asked, "address", "addresses") + where
            if self._recalled:
                told["remembered"] = number(self._recalled, "address", "addresses")
            return told

    def close(self) -> None:
        """Ask nothing any more; may be called again and from any thread."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            for question in self._doubtful if self._reached else ():
                self._memory.keep(question, self._answers[question] or Answer(Outcome.UNASKED))
            self._doubtful.clear()
        if self._asking is not None:
            self._asking.stop()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    # -- behind it; `_changed` is held unless said otherwise

    def _take(self, question: Question) -> None:
        """Answer from memory, or put in line."""
        known = self._memory.recall(question)
        self._answers[question] = known
        if known is not None:
            self._recalled += 1
            return
        host = self._hosts.setdefault(_name(question), _Host())
        host.waiting.append(question)
        self._left += 1
        if not host.busy:
            host.busy = True
            self._ready.append(host)

    def _start_threads(self) -> None:
        if self._left and self._asking is None:
            self._asking = self._begin(time.monotonic() + self._options.total_timeout)
        wanted = min(self._options.connections, self._threads + len(self._ready))
        for _ in range(wanted - self._threads):
            self._threads += 1
            threading.Thread(target=self._work, name="links", daemon=True).start()

    def _work(self) -> None:
        """Ask until nothing is left; not held."""
        for host, question in self._turns():
            answer, local = self._put(host, question)
            with self._changed:
                if local:
                    self._doubtful.add(question)
                self._note(host, question, answer)
                self._observer.step(STEP, len(self._answers) - self._left, len(self._answers))

    def _turns(self) -> Iterator[tuple[_Host, Question]]:
        """Yield questions, the hosts taking turns; not held."""
        while True:
            with self._changed:
                if self._closed or not self._ready:
                    self._threads -= 1
                    return
                host = self._ready.popleft()
                question = host.waiting.popleft()
            yield host, question

    def _put(self, host: _Host, question: Question) -> tuple[Answer, bool]:
        """Ask one question, unless its host has been silent too often; not held."""
        if host.silences >= SILENCES and host.last is not None:
            return host.last, host.last.outcome is Outcome.SILENT
        try:
            return self._asking.visit(question) if self._asking else (Answer(Outcome.UNASKED), False)
        except Cancelled:
            spent = f"the {self._options.total_timeout:g} seconds of citations.links.total-timeout are over"
            return Answer(Outcome.UNASKED, reason=spent), False
        except Exception as error:  # noqa: BLE001  # one link must not cost the others their answers
            fault = f"of a fault in copydesk: {type(error).__name__}: {error}"
            return Answer(Outcome.UNASKED, reason=fault), False

    def _note(self, host: _Host, question: Question, answer: Answer) -> None:
        if answer is not host.last and answer.outcome not in UNSENT:
            self._asked += 1
        self._answers[question] = answer
        self._left -= 1
        host.silences = host.silences + 1 if answer.outcome is Outcome.SILENT else 0
        if answer.status == TOO_MANY:
            host.silences = SILENCES
        host.last = answer
        if answer.outcome in {Outcome.ANSWERED, Outcome.INSECURE, Outcome.ASTRAY}:
            self._reached = True
        if question not in self._doubtful:
            self._memory.keep(question, answer)
        if host.waiting:
            self._ready.append(host)
        else:
            host.busy = False
        if not self._left:
            self._changed.notify_all()

    def _doubted(self, found: Answer) -> Answer:
        """Return what a failure means when nobody at all has answered: the network's, or the link's."""
        if self._network is None:
            self._network = self._online()
        silent = {_name(one) for one in self._doubtful if _outcome(self._answers[one]) is Outcome.SILENT}
        if self._network and (found.outcome is Outcome.NO_HOST or len(silent) <= HOSTS):
            return found
        return Answer(Outcome.UNASKED, reason="no host answered, so this machine seems to be without a network")


def _name(question: Question) -> str:
    return host_of(question.address)


def _outcome(answer: Answer | None) -> Outcome:
    return answer.outcome if answer else Outcome.UNASKED
