"""What the checks of a run are given: options, vocabulary, LanguageTool, the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from checks.citations import CitationsOptions
from checks.registry import all_checks
from checks.rule import Check, Context
from flows.likely import likely
from flows.progress import Observer
from flows.remembered.articles import Articles, Known, Wanted
from flows.settings import Settings
from flows.sources.raw import Raw

if TYPE_CHECKING:
    from pathlib import Path

    from checks.grammar.options import GrammarOptions
    from flows.languagetool.remembering import Remembering
    from flows.languagetool.tool import LanguageTool
    from flows.links.asker import Asker
    from flows.remembered.store import Store


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The checks of a run and all they need."""

    settings: Settings
    checks: tuple[Check[Any], ...]
    proofreader: Remembering | None = None
    web: Asker | None = None
    articles: Articles | None = None
    """What earlier runs made of articles; None: nothing is remembered."""

    def expect(self, raws: Sequence[Raw]) -> bool:
        """Start what these articles need, and return whether any; False when all is known from earlier runs."""
        if self.articles is not None and not self._is_remote:
            raws = self.articles.unknown([self._wanted(raw) for raw in raws])
        if raws and self.proofreader is not None:
            sizes = {raw.sha256: len(raw.source) for raw in raws}
            self.proofreader.expect(sizes, lambda: likely(raws, self.settings))
        return bool(raws)

    @property
    def _is_remote(self) -> bool:
        """Whether the proofreader must be asked before it is known what it said before."""
        return self.proofreader is not None and self.proofreader.is_remote

    def recall(self, raw: Raw) -> Known:
        """Return what earlier runs made of an article."""
        return self.articles.recall(self._wanted(raw)) if self.articles else Known(raw, {})

    def _wanted(self, raw: Raw) -> Wanted:
        return Wanted(raw, self.settings.for_path(raw.path), self.checks_for(raw.path))

    def keep(self, known: Known) -> None:
        """Remember what this run made of an article."""
        if self.articles is not None:
            self.articles.keep(known)

    def done(self, raw: Raw) -> None:
        """Take note that an article went through the proofreader as a whole."""
        if self.proofreader is not None:
            self.proofreader.done(raw.sha256)

    def provenance(self) -> dict[str, str]:
        """Return facts for the record: which LanguageTool answered, and from where; whom links were asked of."""
        facts = self.proofreader.facts() if self.proofreader else {}
        asked = self.web.facts() if self.web else {}
        told = {f"languagetool {name}": value for name, value in facts.items()}
        told |= {f"links {name}": value for name, value in asked.items()}
        return told | ({"cache": self.articles.told()} if self.articles else {})

    def context(self, check: Check[Any], path: str) -> Context[Any]:
        """Return what `check` is given for the article at `path`; an empty path is for all articles together."""
        settings = self.settings.for_path(path)
        options = settings.options(check.name)
        return Context(
            options=options,
            proofreader=self.proofreader if check.needs_proofreader else None,
            vocabulary=settings.words,
            profile=settings.profile,
            web=self.web if isinstance(options, CitationsOptions) and options.links.check else None,
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
    with ExitStack() as opened_too:
        store = _store(settings, observer)
        if store is not None:
            opened_too.enter_context(closing(store))
        needed = any(check.needs_proofreader for check in checks)
        proofreader = opened_too.enter_context(_proofreader(settings, observer, store)) if needed else None
        linking = "citations" in settings.selected
        web = opened_too.enter_context(_web(settings, observer, store)) if linking else None
        identity = (lambda: proofreader.identity) if proofreader else str
        yield Toolbox(settings, checks, proofreader, web, Articles(store, identity) if store else None)


def _proofreader(settings: Settings, observer: Observer, store: Store | None) -> Remembering:
    """Return LanguageTool, which starts when it is needed, and what it said before."""
    from flows.languagetool import launch
    from flows.languagetool.remembering import Remembering

    options = cast("GrammarOptions", settings.options("grammar"))

    def begin(amount: int | None, languages: Callable[[], Iterable[str]]) -> LanguageTool:
        return launch(options, observer, amount=amount, languages=languages)

    return Remembering(options, begin, store)


def _folder(settings: Settings) -> Path:
    """Return where things are kept between runs."""
    import platformdirs

    own = settings.cache.folder
    return settings.beside(own) if own else platformdirs.user_cache_path("copydesk", appauthor=False)


def _store(settings: Settings, observer: Observer) -> Store | None:
    if not settings.cache.enabled:
        return None
    import sqlite3

    from flows.remembered.store import Store

    folder = _folder(settings)
    try:
        return Store(folder, settings.cache.megabytes)
    except (OSError, sqlite3.Error) as error:
        observer.note(f"Nothing is remembered between runs, because {folder} cannot be used: {error}.")
        return None


def _web(settings: Settings, observer: Observer, store: Store | None) -> Asker:
    """Return the web, which is asked only for articles whose settings say so, and what it said before."""
    from flows.links import launch
    from flows.links.memory import Memory
    from flows.remembered.store import Forgetful

    options = cast("CitationsOptions", settings.options("citations")).links
    return launch(options, Memory(store or Forgetful(), options), observer)


@contextmanager
def held(tools: Toolbox) -> Iterator[None]:
    """Let whatever opens a toolbox with the same settings in this block have `tools`."""
    token = _held.set(tools)
    try:
        yield
    finally:
        _held.reset(token)
