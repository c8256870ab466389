"""What is wrong in settings is told by file, line, key and nearest right key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.settings import SettingsError, load
from flows.settings.locate import line_of


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, the top of its repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def complaint(text: str, file: str = "copydesk.toml") -> str:
    Path(file).write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load(Path(file))
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exlude = []", 'copydesk.toml:1: exlude: there is no such key. Did you mean "exclude"?'),
        ("\n\nmax_bytes = 3", 'copydesk.toml:3: max_bytes: there is no such key. Did you mean "max-bytes"?'),
        ('fail-on = "never"', "copydesk.toml:1: fail-on: there is no such key. It belongs in [gate]."),
        (
            "[gate]\n# a comment\nfial-on = 1",
            'copydesk.toml:3: gate.fial-on: there is no such key. Did you mean "fail-on"?',
        ),
        (
            '[gate]\nfail-on = "eror"',
            'copydesk.toml:2: gate.fail-on: "eror" is not one of error, warning, suggestion, never.',
        ),
        (
            "[gate]\nmin-confidence = 3",
            "copydesk.toml:2: gate.min-confidence: must be at most 1, not 3.",
        ),
        (
            '[gate]\nleast-score = "60"',
            'copydesk.toml:2: gate.least-score: must be a whole number, not "60".',
        ),
        ("[gate]\nnew-only = 1", "copydesk.toml:2: gate.new-only: must be true or false, not 1."),
        ('exclude = "drafts/"', 'copydesk.toml:1: exclude: must be a list in brackets, not "drafts/".'),
        ('language = "english!"', "copydesk.toml:1: language:"),
        ('language = "xx"', 'copydesk.toml:1: language: there is no language "xx". Write its BCP 47 tag'),
        ('language = "en-UK"', 'copydesk.toml:1: language: there is no language "en-UK". Did you mean "en-GB"?'),
        ('profile = "helth"', 'copydesk.toml:1: profile: there is no profile "helth". Did you mean "health"?'),
        ('checks = ["gramar"]', 'copydesk.toml:1: checks[1]: there is no check "gramar". Did you mean "grammar"?'),
        (
            'skip-checks = [\n  "residue",\n  "gramar",\n]',
            'copydesk.toml:1: skip-checks[2]: there is no check "gramar". Did you mean "grammar"?',
        ),
        ('advisory = ["zzz"]', 'copydesk.toml:1: advisory[1]: there is no check "zzz". There are: citations,'),
        (
            "[gate.budgets]\ngramar = 3",
            'copydesk.toml:2: gate.budgets.gramar: there is no check "gramar". Did you mean "grammar"?',
        ),
        (
            '[rules]\n"citations/mising-citation" = "off"',
            'copydesk.toml:2: rules."citations/mising-citation": there is no such rule or check.',
        ),
        (
            '[rules]\n"citations/missing-citation" = "warn"',
            'copydesk.toml:2: rules."citations/missing-citation": "warn" is not one of error, warning,',
        ),
        (
            "[readabilty]\ntarget-grade = 8",
            'copydesk.toml:1: readabilty: there is no such key. Did you mean "readability"?',
        ),
        (
            "[readability]\n\ntarget-grad = 8",
            'copydesk.toml:3: readability.target-grad: there is no such key. Did you mean "target-grade"?',
        ),
        (
            '[[overrides]]\npaths = ["a"]\n\n[[overrides]]\nprofile = "news"',
            "copydesk.toml:4: overrides[2].paths: this key must be there.",
        ),
        (
            '[[overrides]]\npaths = ["a"]\n[overrides.readability]\ntarget-grad = 8',
            'copydesk.toml:4: overrides[1].readability.target-grad: there is no such key. Did you mean "target-grade"?',
        ),
        (
            '[[overrides]]\npaths = ["a"]\nrules = { "citation" = "off" }',
            'copydesk.toml:3: overrides[1].rules.citation: there is no such rule or check. Did you mean "citations"?',
        ),
        ('exclude = ["!"]', "copydesk.toml:1: exclude[1]: '!' cannot be read as a pattern"),
        ("jobs = \n", "copydesk.toml:1: this is not TOML: Invalid value, in column 8."),
        ("jobs = 1\njobs = 2", "copydesk.toml:2: this is not TOML: Cannot overwrite a value"),
    ],
)
def test_each_error_names_line_key_and_what_was_meant(text: str, message: str) -> None:
    assert complaint(text).startswith(message)


def test_all_errors_are_told_at_once_in_the_order_of_lines() -> None:
    said = complaint('jobs = -1\n[gate]\nfail-on = "x"\nnew = 1\n[readability]\ntarget-grade = "8"').splitlines()
    assert [line.partition(": ")[0] for line in said] == [f"copydesk.toml:{line}" for line in (1, 3, 4, 6)]


def test_a_project_file_is_named_with_its_own_lines() -> None:
    said = complaint('[project]\nname = "site"\n\n[tool.copydesk.gate]\nfail-on = "x"', "pyproject.toml")
    assert said.startswith("pyproject.toml:5: gate.fail-on: ")


def test_a_named_project_file_must_have_our_table() -> None:
    assert complaint("[project]", "pyproject.toml") == "pyproject.toml: there is no table [tool.copydesk]."


def test_a_settings_file_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"^ci\.toml: the settings cannot be read: no such file or directory\.$"):
        load(Path("ci.toml"))


def test_a_settings_file_that_is_not_utf8_is_an_error() -> None:
    Path("copydesk.toml").write_bytes(b"jobs = 1\n# caf\xe9\n")
    with pytest.raises(SettingsError, match=r"^copydesk\.toml:2: the settings are not UTF-8\."):
        load()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"checks": ["gramar"]}, '--check: there is no check "gramar". Did you mean "grammar"?'),
        ({"skip-checks": ["citation"]}, '--skip-check: there is no check "citation". Did you mean "citations"?'),
        ({"profile": "nws"}, '--profile: there is no profile "nws". Did you mean "news"?'),
        ({"gate": {"fail-on": "eror"}}, "--fail-on: "),
        ({"residue": {"x": 1}}, "residue.x: there is no such key."),
    ],
)
def test_errors_of_the_command_line_name_the_option_and_no_file(changes: dict[str, Any], message: str) -> None:
    Path("copydesk.toml").write_text("jobs = 1", "utf-8")
    with pytest.raises(SettingsError) as caught:
        load(None, None, changes)
    assert caught.value.message.startswith(message)


# -- lines of keys

KEYS = st.text("abc-", min_size=1, max_size=3)
VALUES = st.sampled_from(
    ["1", '"x"', "[\n  1,\n  # a = 9\n  2,\n]", '"""\na = 5\n[b]\n"""', "{ a = 1, b = 2 }", "[[1], [2]]"]
)
FILLERS = st.sampled_from(["", "# a = 1", "   ", "\t# [c]"])


@given(st.data())
def test_the_line_of_a_key_is_where_its_statement_begins(data: st.DataObject) -> None:
    """Write a file statement by statement, remembering the lines; each key must be found on its own."""
    lines: list[str] = []
    places: dict[tuple[str, ...], int] = {}
    for table in data.draw(st.lists(KEYS.map(lambda key: f"t{key}"), unique=True, max_size=3)):
        lines.append(f"[{table}]")
        places[table,] = len(lines)
        for key in data.draw(st.lists(KEYS, unique=True, max_size=3)):
            lines += data.draw(st.lists(FILLERS, max_size=2))
            places[table, key] = len(lines) + 1
            lines += f"{key} = {data.draw(VALUES)}".split("\n")
    text = "\n".join(lines)
    tomllib.loads(text)
    assert {key: line_of(text, key) for key in places} == places
    assert line_of(text, ("missing",)) is None


def test_the_line_of_an_entry_of_an_array_of_tables() -> None:
    assert [line_of("[[o]]\na = 1\n\n[[o]]\nb = 2", ("o", place)) for place in (0, 1, 2)] == [1, 4, None]
