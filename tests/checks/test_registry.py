"""A module with a CHECK is found; nothing else needs to know of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import checks
from checks import registry

LAMPS = '''
from checks.finding import Severity
from checks.rule import Check, Options, Rule


class LampOptions(Options):
    """None."""


RULE = Rule("lamps/lit", "A lit lamp.", "It burns.", "Put it out.", "The keepers.", Severity.WARNING)


def run(article, context):
    yield RULE.finding(article, None, "A lamp burns.", confidence=1)


CHECK = Check("lamps", "Lit lamps.", (RULE,), LampOptions, run)
'''


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a module `lamps` beside the others, on disk and nowhere else."""
    (tmp_path / "lamps.py").write_text(LAMPS, encoding="utf-8")
    (tmp_path / "no_check_in_here.py").write_text("LAMPS = 3\n", encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    registry.all_checks.cache_clear()
    yield
    registry.all_checks.cache_clear()
    for name in ("lamps", "no_check_in_here"):
        sys.modules.pop(f"checks.{name}", None)
        if hasattr(checks, name):
            delattr(checks, name)


def test_the_six_checks_are_found_in_order() -> None:
    assert list(registry.all_checks()) == [
        "citations",
        "duplication",
        "grammar",
        "readability",
        "residue",
        "superlatives",
    ]


def test_each_check_does_something() -> None:
    for check in registry.all_checks().values():
        assert check.run or check.compare
        assert check.rules or check.describe(f"{check.name}/SOMETHING")


@pytest.mark.usefixtures("newcomer")
def test_a_new_module_is_found_with_no_other_edit() -> None:
    assert "lamps" in registry.all_checks()
    assert registry.all_rules()["lamps/lit"].summary == "A lit lamp."
    assert registry.rule("lamps/lit") is registry.all_checks()["lamps"].rules[0]


def test_rules_are_known_by_name() -> None:
    for name, rule in registry.all_rules().items():
        assert registry.rule(name) is rule
    assert registry.rule("residue/no-such-rule") is None
    assert registry.rule("no-such-check/rule") is None
    assert registry.rule("") is None


def test_a_check_may_describe_rules_that_it_does_not_declare() -> None:
    described = registry.rule("grammar/EN_A_VS_AN")
    assert described is not None
    assert described.name == "grammar/EN_A_VS_AN"
