"""What the checks of a run are given: options, vocabulary, LanguageTool."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from checks.registry import all_checks
from checks.rule import Check, Context
from flows.progress import Observer
from flows.settings import Settings
from flows.sources.raw import Raw

if TYPE_CHECKING:
    from checks.grammar.options import GrammarOptions
    from flows.languagetool.memory import Memory
    from flows.languagetool.remembering import Remembering


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The checks of a run and all they need."""

    settings: Settings
    checks: tuple[Check[Any], ...]
    proofreader: Remembering | None = None

    def expect(self, raws: Iterable[Raw]) -> None:
        """Start what these articles need, unless all of it is known from earlier runs."""
        if self.proofreader is not None:
            self.proofreader.expect({raw.sha256: len(raw.source) for raw in raws})

    def done(self, raw: Raw) -> None:
        """Take note that an article went through the proofreader as a whole."""
        if self.proofreader is not None:
            self.proofreader.done(raw.sha256)

    def provenance(self) -> dict[str, str]:
        """Return facts for the record: which LanguageTool answered, and from where."""
        facts = self.proofreader.facts() if self.proofreader else {}
        return {f"languagetool {name}": value for name, value in facts.items()}

    def context(self, check: Check[Any], path: str) -> Context[Any]:
        """Return what `check` is given for the article at `path`; an empty path is for all articles together."""
        settings = self.settings.for_path(path)
        return Context(
            options=settings.options(check.name),
            proofreader=self.proofreader if check.needs_proofreader else None,
            vocabulary=settings.words,
            profile=settings.profile,
        )

    def checks_for(self, path: str) -> tuple[Check[Any], ...]:
        """Return the checks that the article at `path` is not spared."""
        selected = self.settings.for_path(path).selected
        return tuple(check for check in self.checks if check.name in selected)


def selected_checks(settings: Settings) -> tuple[Check[Any], ...]:
    """Return the checks that settings select, in alphabetical order."""
    return tuple(all_checks()[name] for name in settings.selected)


_held: ContextVar[Toolbox | None] = ContextVar("held", default=None)


@contextmanager
def opened(settings: Settings, observer: Observer) -> Iterator[Toolbox]:
    """Have the tools of a run ready; LanguageTool starts at once, in the background, if a check needs it.

    Inside `held`, these are the ones that are held already.
    """
    tools = _held.get()
    if tools is not None and tools.settings == settings:
        yield tools
        return
    checks = selected_checks(settings)
    if not any(check.needs_proofreader for check in checks):
        yield Toolbox(settings, checks)
        return
    with _proofreader(settings, observer) as proofreader:
        yield Toolbox(settings, checks, proofreader)


def _proofreader(settings: Settings, observer: Observer) -> Remembering:
    """Return LanguageTool, which starts when it is needed, and what it said before."""
    from flows.languagetool import launch
    from flows.languagetool.remembering import Remembering

    options = cast("GrammarOptions", settings.options("grammar"))
    return Remembering(options, lambda amount: launch(options, observer, amount=amount), _memory(settings, observer))


def _memory(settings: Settings, observer: Observer) -> Memory | None:
    if not settings.cache.enabled:
        return None
    import sqlite3

    import platformdirs

    from flows.languagetool.memory import Memory

    own = settings.cache.folder
    folder = settings.beside(own) if own else platformdirs.user_cache_path("copydesk", appauthor=False)
    try:
        return Memory(folder, settings.cache.megabytes)
    except (OSError, sqlite3.Error) as error:
        observer.note(f"Nothing is remembered between runs, because {folder} cannot be used: {error}.")
        return None


@contextmanager
def held(tools: Toolbox) -> Iterator[None]:
    """Let whatever opens a toolbox with the same settings in this block have `tools`."""
    token = _held.set(tools)
    try:
        yield
    finally:
        _held.reset(token)
