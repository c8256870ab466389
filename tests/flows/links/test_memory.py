"""Answers on disk: what is kept, how long, and what becomes of a file that is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question
from flows.links import memory
from flows.links.memory import DAY, HOUR, Memory
from flows.remembered.store import Store
from tests.flows.links.site import Page, Site

QUESTION = Question("https://alpha.example/page")
WELL = Answer(Outcome.ANSWERED, 200, "", "https://alpha.example/new", permanent=True, place=False)
GONE = Answer(Outcome.ANSWERED, 404)


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1_000_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock by which answers age."""
    made = Clock()
    monkeypatch.setattr(memory, "time", made)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield a store on disk."""
    made = Store(tmp_path, 1)
    yield made
    made.close()


@pytest.mark.parametrize(("answer", "seconds"), [(WELL, 7 * DAY), (GONE, HOUR), (Answer(Outcome.SILENT), HOUR)])
def test_answers_are_kept_long_when_links_are_well_and_shortly_when_not(
    store: Store, clock: Clock, answer: Answer, seconds: float
) -> None:
    Memory(store, LinkOptions()).keep(QUESTION, answer)
    clock.now += seconds - 1
    assert Memory(store, LinkOptions()).recall(QUESTION) == answer
    clock.now += 2
    assert Memory(store, LinkOptions()).recall(QUESTION) is None


def test_the_settings_say_how_long(store: Store, clock: Clock) -> None:
    kept = Memory(store, LinkOptions(keep_days=0.5, keep_failures_hours=0))
    kept.keep(QUESTION, WELL)
    kept.keep(Question("https://alpha.example/gone"), GONE)
    assert kept.recall(Question("https://alpha.example/gone")) is None
    clock.now += DAY
    assert kept.recall(QUESTION) is None


def test_a_clock_that_was_set_back_makes_nothing_last(store: Store, clock: Clock) -> None:
    kept = Memory(store, LinkOptions())
    kept.keep(QUESTION, WELL)
    clock.now -= DAY
    assert kept.recall(QUESTION) is None


@pytest.mark.parametrize("outcome", [Outcome.PRIVATE, Outcome.LEFT_OUT, Outcome.UNASKED])
def test_what_was_not_asked_is_not_kept(store: Store, outcome: Outcome) -> None:
    kept = Memory(store, LinkOptions())
    kept.keep(QUESTION, Answer(outcome))
    assert kept.recall(QUESTION) is None


def test_answers_hold_for_what_was_asked_and_how(store: Store) -> None:
    kept = Memory(store, LinkOptions())
    kept.keep(QUESTION, WELL)
    assert kept.recall(Question(QUESTION.address, follow=False)) is None
    assert kept.recall(Question(f"{QUESTION.address}#may")) is None
    for other in ({"allow_hosts": ("alpha.example",)}, {"proxy": "http://proxy.town"}, {"max_redirects": 0}):
        assert Memory(store, LinkOptions.model_validate(other)).recall(QUESTION) is None
    assert Memory(store, LinkOptions(timeout=3, connections=1)).recall(QUESTION) == WELL


def test_the_file_names_no_address_that_was_asked(tmp_path: Path) -> None:
    store = Store(tmp_path, 1)
    Memory(store, LinkOptions()).keep(QUESTION, GONE)
    store.close()
    (file,) = tmp_path.glob("*.sqlite")
    assert b"alpha.example" not in file.read_bytes()


def test_a_second_run_asks_nothing_that_is_known(site: Site, store: Store) -> None:
    site.pages |= {"/page": Page(), "/gone": Page(404)}
    questions = [Question(site.url("/page")), Question(site.url("/gone"))]
    heard = []
    facts: Mapping[str, str] = {}
    for _ in range(2):
        with site.launch(store) as web:
            heard.append([web.answer(one) for one in questions])
            facts = web.facts()
    assert heard[0] == heard[1]
    assert facts == {"remembered": "2 addresses"}
    assert len(site.asked) == 3


def test_silence_is_kept_only_when_somebody_else_answered(site: Site, store: Store, closed_port: int) -> None:
    site.pages["/"] = Page()
    dead = Question(f"http://beta.example:{closed_port}/")
    with site.launch(store, retries=0) as web:
        web.answer(dead)
    kept = Memory(store, site.options())
    assert kept.recall(dead) is None
    with site.launch(store, retries=0) as web:
        web.expect([Question(site.url())])
        web.answer(dead)
    assert kept.recall(dead) == Answer(Outcome.SILENT, reason="beta.example refuses the connection")


@pytest.mark.parametrize("value", [b"\xff", b"[]", b"{}", b'{"asked": 1, "answer": {"outcome": "never heard of"}}'])
def test_a_damaged_file_knows_nothing(tmp_path: Path, store: Store, value: bytes) -> None:
    kept = Memory(store, LinkOptions())
    kept.keep(QUESTION, WELL)
    (file,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(file) as other:
        other.execute("UPDATE entry SET value = ?", (value,))
    other.close()
    assert kept.recall(QUESTION) is None
