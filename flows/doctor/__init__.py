"""`copydesk doctor`: what works on this machine, tried out, with the remedy for what does not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.doctor.diagnosis import Diagnosis, Health, examined
from flows.doctor.machine import cache, git, packages, python, syllables
from flows.doctor.network import links
from flows.doctor.orchestration import prefect, server
from flows.doctor.proofreading import files, java, languages, start
from flows.errors import UsageError
from flows.exit import Exit
from flows.progress import Observer, Silent, terminal
from flows.settings import Settings, load

__all__ = ["Diagnosis", "Health", "diagnose", "run", "text"]


def run(config: Path | None) -> int:
    """Print a diagnosis and return the exit code: 0, or 3 when an audit would not be complete here."""
    if sys.stderr.isatty():
        with terminal() as observer:
            found = tuple(diagnose(config, observer))
    else:
        found = tuple(diagnose(config))
    sys.stdout.write(text(found))
    return Exit.INCOMPLETE if any(one.health is Health.FAIL for one in found) else Exit.PASSED


def diagnose(config: Path | None = None, observer: Observer | None = None) -> Iterator[Diagnosis]:
    """Yield what was found, one thing after the other; whatever is broken, the rest is still looked at."""
    settings, found = _settings(config)
    yield found
    yield examined("Python", python)
    yield examined("packages", packages)
    yield examined("syllables", syllables)
    yield examined("cache", lambda: cache(settings))
    yield examined("git", git)
    yield examined("Java", lambda: java(settings))
    yield examined("LanguageTool", lambda: files(settings))
    yield examined("languages", lambda: languages(settings))
    yield examined("grammar", lambda: start(settings, observer or Silent()))
    yield examined("links", lambda: links(settings))
    yield examined("Prefect", prefect)
    yield examined("Prefect server", server)


def _settings(config: Path | None) -> tuple[Settings, Diagnosis]:
    """Return the settings in force, or the defaults when there is something wrong with them."""
    try:
        settings = load(config)
    except UsageError as error:
        return Settings(), Diagnosis("settings", Health.FAIL, error.message, error.remedy or "Mend the settings file.")
    if settings.file:
        return settings, Diagnosis("settings", Health.OK, str(settings.file))
    return settings, Diagnosis(
        "settings", Health.OK, "no settings file: the defaults are in force", "To write one: copydesk init"
    )


def text(found: Iterable[Diagnosis]) -> str:
    """Return diagnoses for a terminal, one a line, remedies under them."""
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.health.value:<5} {one.name:<15} {one.detail}")
        if one.remedy:
            lines.append(f"{'':<21} -> {one.remedy}")
    return "\n".join(lines) + "\n"
