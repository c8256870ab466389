"""LanguageTool's rules as rules of this check: which are on, how grave, how sure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from checks.finding import Severity
from checks.grammar.options import GrammarOptions
from checks.rule import Match, Rule

PREFIX = "grammar/"
_SPELLING = re.compile(r"MORFOLOGIK_RULE_|HUNSPELL_RULE|(?:GERMAN_SPELLER|FR_SPELLING)_RULE$|\w+_GERMAN_SPELLER_RULE$")
"""The ids of LanguageTool's spell checkers."""

_SOURCE = "LanguageTool 6.8, rule {id}"


@dataclass(frozen=True, slots=True)
class Weight:
    """How grave a category's findings are, and how often right."""

    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True)
class _Table:
    categories: Mapping[str, Weight]
    off_categories: frozenset[str]
    off_rules: tuple[str, ...]
    """Ids, or patterns of ids."""
    before_noun: tuple[str, ...]
    """The same, of rules on compounds that are no fault unless a noun follows."""


OTHER = Weight(Severity.SUGGESTION, 0.5)
"""For categories that the table does not name."""


def is_off(match: Match, options: GrammarOptions) -> bool:
    """Whether a match's rule or category is off, by our table or the user's settings."""
    if match.rule in options.enabled_rules:
        return False
    if is_off_category(match, options):
        return True
    return any(fnmatchcase(match.rule, pattern) for pattern in (*_table().off_rules, *options.disabled_rules))


def is_off_category(match: Match, options: GrammarOptions) -> bool:
    """Whether a match's whole category is off."""
    return match.category in _table().off_categories or match.category in options.disabled_categories


def needs_noun(match: Match) -> bool:
    """Whether a match is about a compound that wants its hyphen only before a noun."""
    return any(fnmatchcase(match.rule, pattern) for pattern in _table().before_noun)


def unwanted_rules(options: GrammarOptions) -> frozenset[str]:
    """Return ids of rules that need not be run at all, as far as the table names them in full."""
    named = {rule for rule in (*_table().off_rules, *options.disabled_rules) if "*" not in rule}
    return frozenset(named - set(options.enabled_rules))


def unwanted_categories(options: GrammarOptions) -> frozenset[str]:
    """Return ids of categories that need not be run at all, as far as no rule of them may be wanted."""
    if options.enabled_rules:
        return frozenset(options.disabled_categories)
    return _table().off_categories | frozenset(options.disabled_categories)


def is_spelling(match: Match) -> bool:
    """Whether a word is flagged because no dictionary has it."""
    return is_speller(match.rule)


def is_speller(identity: str) -> bool:
    """Whether a rule's id is that of a spell checker."""
    return _SPELLING.match(identity) is not None


def severity(match: Match) -> Severity:
    """Return how grave a match is."""
    return _table().categories.get(match.category, OTHER).severity


def confidence(match: Match) -> float:
    """Return how often such a match is right."""
    return _table().categories.get(match.category, OTHER).confidence


def describe(name: str) -> Rule | None:
    """Return the rule of a LanguageTool id; None when `name` is not of this check."""
    identity = name.removeprefix(PREFIX)
    return None if identity == name or not identity else _rule(identity)


def rule_of(match: Match) -> Rule:
    """Return the rule that a match is a finding of."""
    return _rule(match.rule)


def _rule(identity: str) -> Rule:
    spelling = is_speller(identity)
    what = "A word that no dictionary has" if spelling else f"What LanguageTool's rule {identity} flags"
    return Rule(
        name=f"{PREFIX}{identity}",
        summary=f"{what}.",
        why="Readers stumble over slips, and trust a text less for them.",
        fix="Correct it, or take one of the replacements; add a word that is right to the vocabulary.",
        source=_SOURCE.format(id=identity),
        severity=Severity.WARNING,
    )


@cache
def _table() -> _Table:
    data = tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
    weights = {name: Weight(Severity(row["severity"]), row["confidence"]) for name, row in data["category"].items()}
    off = data["off"]
    before_noun = tuple(data["before_noun"]["rules"])
    return _Table(MappingProxyType(weights), frozenset(off["categories"]), tuple(off["rules"]), before_noun)
