"""Probes of Java and LanguageTool."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import cast

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable
from flows.doctor.diagnosis import Finding, Health
from flows.progress import Observer
from flows.settings import Settings

FAULTY = "The books is on the table."
"""A sentence that any LanguageTool objects to."""


def java(settings: Settings) -> Finding:
    """Look for a Java to run LanguageTool with."""
    from flows.languagetool.java import find_java

    options = _options(settings)
    if options.server:
        return Health.OK, "not needed, for grammar.server names a server"
    try:
        found = find_java(options.java, os.environ)
    except CheckUnavailable as error:
        return Health.FAIL, error.reason, error.remedy
    return Health.OK, f"{found.major}, {found.origin} ({found.path})"


def files(settings: Settings) -> Finding:
    """Look for LanguageTool's files."""
    import platformdirs

    from flows.languagetool.fetch import absent
    from flows.languagetool.install import on_disk
    from flows.languagetool.lock import VERSION, pinned
    from flows.languagetool.remote import Remote

    options = _options(settings)
    if options.server:
        remote = Remote(options.server)
        sent = "; the text of articles is sent there" if remote.is_elsewhere else ""
        return Health.OK, f"the server at {options.server} (grammar.server){sent}"
    if options.directory:
        found = on_disk(Path(options.directory).expanduser())
        if found is None:
            return (
                Health.FAIL,
                f"there is none in {options.directory} (grammar.directory)",
                "Name the folder with languagetool-server.jar.",
            )
        return Health.OK, f"{found.version} in {found.origin}"
    missing = absent(pinned(), platformdirs.user_cache_path("copydesk", appauthor=False) / f"languagetool-{VERSION}")
    if missing:
        size = sum(jar.size for jar in missing) / 1e6
        return (
            Health.WARN,
            f"{VERSION}: {len(missing)} of {len(pinned())} files are still to be fetched ({size:,.0f} MB)",
        )
    return Health.OK, f"{VERSION}, all {len(pinned())} files are here and unchanged"


def languages(settings: Settings) -> Finding:
    """Look which languages can be proofread at once, and which have to be fetched."""
    import platformdirs

    from checks.languages import name
    from flows.languagetool.fetch import absent
    from flows.languagetool.install import library_folder, on_disk
    from flows.languagetool.lock import VERSION, further

    options = _options(settings)
    if options.server or options.directory:
        return (
            Health.OK,
            f"those of the LanguageTool that {'grammar.server' if options.server else 'grammar.directory'} names",
        )
    if on_disk(library_folder(options)):
        return Health.OK, "those of the LanguageTool that language-tool-python fetched: all"
    folder = platformdirs.user_cache_path("copydesk", appauthor=False) / f"languagetool-{VERSION}"
    missing = {code: sum(jar.size for jar in absent(jars, folder)) / 1e6 for code, jars in further().items()}
    here = sorted(name(code) for code, size in missing.items() if not size)
    rest = sorted(f"{name(code)} ({max(size, 0.1):.1f} MB)" for code, size in missing.items() if size)
    later = f"; fetched with the first article in it: {', '.join(rest)}" if rest else ""
    return Health.OK, f"{', '.join(here)}{later}"


def start(settings: Settings, observer: Observer) -> Finding:
    """Start LanguageTool (fetching it if need be) and let it proofread a sentence."""
    from flows.languagetool import launch

    began = time.monotonic()
    with launch(_options(settings), observer) as tool:
        try:
            matches = tool.check(FAULTY, "en-US")
        except CheckUnavailable as error:
            return Health.FAIL, error.reason, error.remedy
        facts = tool.facts()
    seconds = time.monotonic() - began
    if not matches:
        return (
            Health.FAIL,
            f"LanguageTool found nothing wrong with “{FAULTY}”",
            "Look at grammar.server: is it a LanguageTool with English?",
        )
    which = f"LanguageTool {facts.get('version', '')} ({facts.get('origin', '')})"
    return Health.OK, f"{which} started and proofread a sentence in {seconds:.1f} s"


def _options(settings: Settings) -> GrammarOptions:
    return cast("GrammarOptions", settings.options("grammar"))
