"""Answers on disk: what is kept, how long, and what becomes of a file that is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question
from flows.links import memory
from flows.links.memory import DAY, HOUR, Disk
from tests.flows.links.site import Page, Site
from tests.flows.links.test_asker import Notes

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


@pytest.mark.parametrize(("answer", "seconds"), [(WELL, 7 * DAY), (GONE, HOUR), (Answer(Outcome.SILENT), HOUR)])
def test_answers_are_kept_long_when_links_are_well_and_shortly_when_not(
    tmp_path: Path, clock: Clock, answer: Answer, seconds: float
) -> None:
    first = Disk(tmp_path, LinkOptions())
    first.keep(QUESTION, answer)
    first.close()
    second = Disk(tmp_path, LinkOptions())
    clock.now += seconds - 1
    assert second.recall(QUESTION) == answer
    clock.now += 2
    assert second.recall(QUESTION) is None
    second.close()


def test_the_settings_say_how_long(tmp_path: Path, clock: Clock) -> None:
    disk = Disk(tmp_path, LinkOptions(keep_days=0.5, keep_failures_hours=0))
    disk.keep(QUESTION, WELL)
    disk.keep(Question("https://alpha.example/gone"), GONE)
    assert disk.recall(Question("https://alpha.example/gone")) is None
    clock.now += DAY
    assert disk.recall(QUESTION) is None
    disk.close()


def test_a_clock_that_was_set_back_makes_nothing_last(tmp_path: Path, clock: Clock) -> None:
    disk = Disk(tmp_path, LinkOptions())
    disk.keep(QUESTION, WELL)
    clock.now -= DAY
    assert disk.recall(QUESTION) is None
    disk.close()


@pytest.mark.parametrize("outcome", [Outcome.PRIVATE, Outcome.LEFT_OUT, Outcome.UNASKED])
def test_what_was_not_asked_is_not_kept(tmp_path: Path, outcome: Outcome) -> None:
    disk = Disk(tmp_path, LinkOptions())
    disk.keep(QUESTION, Answer(outcome))
    assert disk.recall(QUESTION) is None
    disk.close()


def test_answers_hold_for_what_was_asked_and_how(tmp_path: Path) -> None:
    disk = Disk(tmp_path, LinkOptions())
    disk.keep(QUESTION, WELL)
    assert disk.recall(Question(QUESTION.address, follow=False)) is None
    assert disk.recall(Question(f"{QUESTION.address}#may")) is None
    disk.close()
    for other in ({"allow_hosts": ("alpha.example",)}, {"proxy": "http://proxy.town"}, {"max_redirects": 0}):
        changed = Disk(tmp_path, LinkOptions.model_validate(other))
        assert changed.recall(QUESTION) is None
        changed.close()
    same = Disk(tmp_path, LinkOptions(timeout=3, connections=1))
    assert same.recall(QUESTION) == WELL
    same.close()


def test_old_answers_go(tmp_path: Path, clock: Clock) -> None:
    disk = Disk(tmp_path, LinkOptions())
    disk.keep(QUESTION, WELL)
    disk.keep(Question("https://alpha.example/gone"), GONE)
    clock.now += DAY
    disk.close()
    with sqlite3.connect(tmp_path / "links-1.sqlite") as file:
        assert file.execute("SELECT well FROM link").fetchall() == [(1,)]
    file.close()


def test_the_file_names_no_address_that_was_asked(tmp_path: Path) -> None:
    disk = Disk(tmp_path, LinkOptions())
    disk.keep(QUESTION, GONE)
    disk.close()
    assert b"alpha.example" not in (tmp_path / "links-1.sqlite").read_bytes()


def test_a_second_run_asks_nothing_that_is_known(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/page": Page(), "/gone": Page(404)}
    questions = [Question(site.url("/page")), Question(site.url("/gone"))]
    heard = []
    facts: Mapping[str, str] = {}
    for _ in range(2):
        with site.launch(Disk(tmp_path, site.options())) as web:
            heard.append([web.answer(one) for one in questions])
            facts = web.facts()
    assert heard[0] == heard[1]
    assert facts == {"remembered": "2 addresses"}
    assert len(site.asked) == 3


def test_silence_is_kept_only_when_somebody_else_answered(site: Site, tmp_path: Path, closed_port: int) -> None:
    site.pages["/"] = Page()
    dead = Question(f"http://beta.example:{closed_port}/")
    with site.launch(Disk(tmp_path, site.options()), retries=0) as web:
        web.answer(dead)
    assert _kept(site, tmp_path, dead) is None
    with site.launch(Disk(tmp_path, site.options()), retries=0) as web:
        web.expect([Question(site.url())])
        web.answer(dead)
    assert _kept(site, tmp_path, dead) == Answer(Outcome.SILENT, reason="beta.example refuses the connection")


def _kept(site: Site, folder: Path, question: Question) -> Answer | None:
    disk = Disk(folder, site.options())
    try:
        return disk.recall(question)
    finally:
        disk.close()


def test_a_file_that_breaks_costs_the_memory_and_no_answer(site: Site, tmp_path: Path) -> None:
    site.pages["/page"] = Page()
    disk = Disk(tmp_path, site.options())
    with sqlite3.connect(tmp_path / "links-1.sqlite") as file:
        file.execute("DROP TABLE link")
    file.close()
    notes = Notes()
    with site.launch(disk, notes) as web:
        assert web.answer(Question(site.url("/page"))).status == 200
    assert "What links led to is not remembered: no such table: link." in notes.notes


def test_a_file_that_is_none_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "links-1.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        Disk(tmp_path, LinkOptions())
