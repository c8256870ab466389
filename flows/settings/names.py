"""Names in settings that must be known: profiles, checks, rules. The model cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checks.languages import suggestion
from checks.parsing.spoken import known_tag
from checks.registry import all_checks, all_rules, rule
from flows.nearest import did_you_mean
from flows.patterns import compiled
from flows.profiles import names
from flows.settings.errors import Key, Wrong
from flows.settings.model import AUTO


def unknown_names(data: Mapping[str, Any]) -> Iterator[Wrong]:
    """Yield each name in (well-formed) settings that stands for nothing, and each pattern that cannot be read."""
    yield from _in_table(data, ())
    yield from _unknown_checks(data.get("advisory", ()), ("advisory",))
    for check in data.get("gate", {}).get("budgets", {}):
        yield from _unknown_check(check, ("gate", "budgets", check))
    yield from _bad_patterns(data.get("exclude", ()), ("exclude",))
    for index, override in enumerate(data.get("overrides", ())):
        yield from _in_table(override, ("overrides", index))
        yield from _bad_patterns(override.get("paths", ()), ("overrides", index, "paths"))


def _in_table(data: Mapping[str, Any], above: Key) -> Iterator[Wrong]:
    name = data.get("profile", "")
    if name and name not in names():
        yield Wrong(
            (*above, "profile"),
            f'there is no profile "{name}"',
            did_you_mean(name, names()) or f"There are: {', '.join(names())}.",
        )
    language = data.get("language", AUTO)
    if language != AUTO and not known_tag(language):
        meant = suggestion(language)
        yield Wrong(
            (*above, "language"),
            f'there is no language "{language}"',
            f'Did you mean "{meant}"?' if meant else 'Write its BCP 47 tag, such as "en-GB" or "de".',
        )
    for key in ("checks", "skip-checks"):
        yield from _unknown_checks(data.get(key, ()), (*above, key))
    for one in data.get("rules", {}):
        if one not in all_checks() and rule(one) is None:
            known = [*all_checks(), *all_rules()]
            yield Wrong(
                (*above, "rules", one),
                "there is no such rule or check",
                did_you_mean(one, known) or "List them with: copydesk rules",
            )


def _unknown_checks(given: Iterable[str], key: Key) -> Iterator[Wrong]:
    for index, one in enumerate(given):
        yield from _unknown_check(one, (*key, index))


def _unknown_check(name: str, key: Key) -> Iterator[Wrong]:
    if name not in all_checks():
        yield Wrong(
            key,
            f'there is no check "{name}"',
            did_you_mean(name, all_checks()) or f"There are: {', '.join(all_checks())}.",
        )


def _bad_patterns(patterns: Iterable[str], key: Key) -> Iterator[Wrong]:
    for index, pattern in enumerate(patterns):
        try:
            compiled((pattern,))
        except ValueError as error:
            yield Wrong(
                (*key, index),
                f"{pattern!r} cannot be read as a pattern ({error})",
                "Patterns are written as in .gitignore.",
            )
