"""What is generated from the settings' model is never stale: the schema, the file of `copydesk init`, the profiles."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checks.registry import all_checks
from flows import init
from flows.errors import UsageError
from flows.profiles import names, profile
from flows.settings import SettingsError, load
from flows.settings.model import model
from flows.settings.schema import FILE, schema, text


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, the top of its repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


# -- schema


def test_the_schema_in_the_package_is_current() -> None:
    assert FILE.read_text("utf-8") == text(), "write it anew with: python -m flows.settings"


def test_the_schema_is_a_schema_and_everything_in_it_is_described() -> None:
    Draft202012Validator.check_schema(schema())
    for key, node in schema()["properties"].items():
        assert {"description", "$ref"} & set(node), key
    for name, table in schema()["$defs"].items():
        assert table.get("description"), name
        assert all({"description", "$ref", "anyOf"} & set(node) for node in table["properties"].values()), name


SAMPLES = [
    "",
    'profile = "news"\n[rules]\n"grammar/EN_A_VS_AN" = "off"\ncitations = "error"\n[gate.budgets]\ngrammar = 1.5',
    '[[overrides]]\npaths = ["a"]\nrules = { citations = "off" }\nreadability = { target-grade = 8 }',
    'profile = "nws"',
    "max_bytes = 4",
    "jobs = 1.5",
    'jobs = "1"',
    '[rules]\n"citations/zzz" = "off"',
    '[rules]\n"citations/missing-citation" = "warn"',
    "[gate.budgets]\nzzz = 1",
    '[[overrides]]\nprofile = "news"',
    '[[overrides]]\npaths = []\nprofile = "news"',
    'skip-checks = ["zzz"]',
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_schema_and_the_loader_are_of_one_mind(sample: str) -> None:
    Path("copydesk.toml").write_text(sample, "utf-8")
    try:
        load()
    except SettingsError:
        loads = False
    else:
        loads = True
    assert Draft202012Validator(schema()).is_valid(tomllib.loads(sample)) == loads


# -- copydesk init


def uncommented(settings: str) -> str:
    return re.sub(r"(?m)^#(?=\S)", "", settings)


def test_the_written_file_with_all_keys_in_force_equals_the_defaults() -> None:
    defaults = load()
    file = init.write(Path())
    assert load().model_dump() == defaults.model_dump()
    file.write_text(uncommented(file.read_text("utf-8")), "utf-8")
    assert load().model_dump() == defaults.model_dump()
    assert load().file is not None


def test_the_written_file_has_every_key_of_the_model() -> None:
    said = tomllib.loads(uncommented(init.text()))
    expected = model()().model_dump(by_alias=True)
    del expected["overrides"]
    assert {key: set(value) if isinstance(value, dict) else None for key, value in said.items()} == {
        key: set(value) if isinstance(value, dict) else None for key, value in expected.items()
    }


def test_the_examples_in_the_written_file_are_right() -> None:
    """Take the indented examples for real; each stands above the table that it belongs to."""
    examples = re.sub(
        r"(?m)^((?:#     .*\n)+)(\[.*\]\n)?",
        lambda found: (found[2] or "") + found[1].replace("#     ", ""),
        init.text(),
    )
    Path("copydesk.toml").write_text(examples, "utf-8")
    settings = load()
    assert settings.gate.budgets
    assert settings.rules
    assert settings.for_path("press/a.md").profile == "marketing"


def test_lines_are_short_enough_to_read() -> None:
    assert max(map(len, init.text().splitlines())) <= init.WIDTH


def test_a_settings_file_is_not_overwritten_unless_asked_for() -> None:
    Path("copydesk.toml").write_text("jobs = 3", "utf-8")
    with pytest.raises(UsageError, match="is there already; nothing was written"):
        init.write(Path())
    assert Path("copydesk.toml").read_text("utf-8") == "jobs = 3"
    init.write(Path(), force=True)
    assert load().jobs == 0


def test_settings_in_a_project_file_are_not_hidden_unless_asked_for() -> None:
    Path("pyproject.toml").write_text("[tool.copydesk]\njobs = 3", "utf-8")
    with pytest.raises(UsageError, match=r"pyproject\.toml has a table \[tool\.copydesk\]"):
        init.write(Path())
    assert not Path("copydesk.toml").exists()
    init.write(Path(), force=True)
    assert load().jobs == 0


def test_choices_are_told() -> None:
    assert "One of: error, warning, suggestion, never." in " ".join(init.text().replace("#", "").split())


def test_a_folder_that_does_not_exist_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no such file or directory"):
        init.write(Path("nowhere"))


# -- profiles


def test_the_profiles_of_the_contract_are_there() -> None:
    assert set(names()) >= {"news", "health", "marketing", "documentation", "academic"}


@pytest.mark.parametrize("name", names())
def test_each_profile_is_right_and_sets_a_reading_level(name: str) -> None:
    Path("copydesk.toml").write_text(f'profile = "{name}"', "utf-8")
    settings = load()
    assert settings.profile == name
    assert Draft202012Validator(schema()).is_valid(profile(name))
    assert settings.options("readability") != all_checks()["readability"].options()
    assert set(settings.rules) == set(profile(name)["rules"])


def test_profiles_differ() -> None:
    assert len({repr(load(changes={"profile": name}).options("readability")) for name in names()}) == len(names())
