"""The languages of a LanguageTool server of ours: which it knows, and how it comes to know another."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checks.grammar.options import GrammarOptions
from checks.languages import is_english, name, primary
from checks.rule import CheckUnavailable
from flows.languagetool.fetch import FetchError, fetch, unchanged
from flows.languagetool.host import Host
from flows.languagetool.install import Installation, default_repository
from flows.languagetool.lock import further

REMEDY = (
    "Run copydesk once where there is a network, and copy the cache folder that `copydesk doctor` names; or set "
    "grammar.repository to a Maven mirror that this machine can reach, grammar.directory to a LanguageTool on disk, "
    "or grammar.server to a server that you run."
)


@dataclass(slots=True)
class Tongues:
    """What the servers of a run are given besides English; thread-safe.

    A language is fetched when a text in it turns up, or before, when that is
    foreseen. What could not be had is not tried again: each text in that
    language is told why, and the others are proofread all the same.
    """

    installation: Installation
    options: GrammarOptions
    host: Host
    expected: tuple[str, ...]
    """Tags of the languages that are to be loaded as soon as a server starts."""
    served: frozenset[str] = frozenset()
    """Primary subtags of the further languages that the present server was started with."""
    _jars: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    _faults: dict[str, CheckUnavailable] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def foresee(self) -> None:
        """Fetch what is expected; what cannot be had is told to the texts that need it."""
        for tag in self.expected:
            try:
                self.get(tag)
            except CheckUnavailable:
                continue

    def get(self, tag: str) -> bool:
        """Make sure that a language's files are here; return whether the present server knows it.

        Raises:
            CheckUnavailable: when they are not to be had.
        """
        language = primary(tag)
        if not self.installation.pinned or not further().get(language):
            return True
        with self._lock:
            if language in self._faults:
                raise self._faults[language]
            if language not in self._jars:
                try:
                    self._jars[language] = self._fetched(language)
                except (FetchError, OSError) as error:
                    fault = CheckUnavailable(
                        f"LanguageTool's files for {name(language)} could not be fetched: {error}", REMEDY
                    )
                    self._faults[language] = fault
                    raise fault from error
            return language in self.served

    def classpath(self) -> tuple[Path, ...]:
        """Return the class path of a server that is about to start: it knows all languages that are here."""
        with self._lock:
            self.served = frozenset(self._jars)
            more = {jar: None for language in sorted(self._jars) for jar in self._jars[language]}
        return (*self.installation.classpath, *more)

    def loaded(self) -> tuple[str, ...]:
        """Return the tags that are to be loaded at once, of those that the server knows."""
        return tuple(tag for tag in self.expected if primary(tag) in self.served or not further().get(primary(tag)))

    def facts(self) -> Mapping[str, str]:
        """Return which languages were asked for besides what English brings."""
        return {"languages": ", ".join(sorted({primary(tag) for tag in self.expected} | self.served))}

    def _fetched(self, language: str) -> tuple[Path, ...]:
        jars, folder = further()[language], self.installation.folder
        if unchanged(jars, folder):
            return tuple(folder / jar.path for jar in jars)
        repository = self.options.repository or default_repository()
        return fetch(jars, repository, folder, self.host, self.options.download_timeout)


def english(options: GrammarOptions) -> str:
    """Return the English that is loaded first."""
    return "en-US" if options.dialect == "auto" else options.dialect


def in_order(tags: Iterable[str], options: GrammarOptions) -> tuple[str, ...]:
    """Return language tags in the order in which they are to be loaded: English first; English when there are none."""
    wanted = sorted(set(tags)) or [english(options)]
    return tuple(sorted(wanted, key=lambda tag: not is_english(tag)))
