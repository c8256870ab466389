"""The checks there are: every module of this package that declares a `CHECK`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import checks
from checks.rule import Check, Rule


@cache
def all_checks() -> Mapping[str, Check[Any]]:
    """Return all checks by name, in alphabetical order."""
    found: dict[str, Check[Any]] = {}
    for module in pkgutil.iter_modules(checks.__path__):
        check = getattr(importlib.import_module(f"checks.{module.name}"), "CHECK", None)
        if isinstance(check, Check):
            found[check.name] = check
    return MappingProxyType(dict(sorted(found.items())))


def all_rules() -> Mapping[str, Rule]:
    """Return all declared rules by name."""
    return {rule.name: rule for check in all_checks().values() for rule in check.rules}


def rule(name: str) -> Rule | None:
    """Return the rule of a name, declared or described by its check, or None."""
    check = all_checks().get(name.partition("/")[0])
    if check is None:
        return None
    declared = next((one for one in check.rules if one.name == name), None)
    return declared or check.describe(name)
