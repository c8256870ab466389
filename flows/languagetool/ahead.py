"""Prepare LanguageTool once, so that it starts in half of the time.

Java 25 can keep classes, loaded and linked, in a file: a training run notes
what is needed and writes it, later starts map it into memory. The training
takes about as long as three starts and 41 MB of disk.

Of what is left, most is the loading of rules, models and dictionaries, which
LanguageTool does one after another with the first text. `Loader.java` does it
at once on several processors while the server opens its port; `Loader.class`
is made from it:

    javac --release 17 -g:none -cp JARS -d OUT Loader.java
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from checks.grammar.options import GrammarOptions
from checks.languages import is_english
from flows.languagetool.engine import Engine, Limits
from flows.languagetool.filelock import locked
from flows.languagetool.host import Host
from flows.languagetool.server import Server, StartError, start

LEAST = 25
"""The first Java that makes such a file in one run."""

SECONDS = 120.0
"""Longest time for a training run; it is given up for good after that."""

STEP = "Preparing LanguageTool"
LANGUAGES = ("en-US", "en-GB")
ROUNDS = 3
"""Times that the training text is proofread in each language, so that what is hot is seen to be."""

LOADER = "copydesk/Loader.class"
MAIN = "copydesk.Loader"
READY = "Everything is loaded"
UNUSED_SECONDS = 30 * 86_400
"""After which what was prepared for another Java, or other jars, is removed."""

SERVER = "languagetool-server"
MANIFEST = "META-INF/MANIFEST.MF"


def prepared(engine: Engine, limits: Limits, host: Host, languages: Sequence[str], *, training: bool = True) -> Engine:
    """Return `engine`, made to start faster where this machine allows it.

    Does the training run if nobody did it before; while another process is at
    it, or after it failed once, the engine stays as it is. Each class path, and
    so each set of languages, has a file of its own; `languages` are loaded when
    a server starts. Without `training` only what was made before is used.
    """
    if engine.java.major < LEAST or any(path.is_dir() for path in engine.classpath):
        return engine
    folder = host.folder / f"ahead-{_key(engine)}"
    cache, failed = folder / "classes.aot", folder / "failed"
    try:
        if training and not cache.exists() and not failed.exists():
            folder.mkdir(parents=True, exist_ok=True)
            with locked(folder / ".lock", time.monotonic()) as waited:
                if waited is None:
                    return engine
                _train(engine, limits, host, folder, languages)
                _clear(host.folder)
        if not cache.exists():
            return engine
    except OSError:
        return engine
    with suppress(OSError):
        os.utime(folder)
    return _loading(engine, folder, languages, f"-XX:AOTCache={cache}")


def _train(engine: Engine, limits: Limits, host: Host, folder: Path, languages: Sequence[str]) -> None:
    """Write the cache into `folder`, or a note that it cannot be had."""
    host.observer.step(STEP, 0, None)
    _with_loader(next(path for path in engine.classpath if SERVER in path.name), folder / f"{SERVER}.jar")
    draft, cache = folder / "draft.aot", folder / "classes.aot"
    trained = _loading(engine, folder, languages, f"-XX:AOTCacheOutput={draft}")
    fault = ""
    try:
        server = start(trained, limits, host, SECONDS)
        try:
            _exercise(server, languages)
            if not server.retire(SECONDS):
                fault = "it did not end in time"
        finally:
            words = server.stop()
        fault = fault or ("" if draft.exists() else words)
    except StartError as error:
        fault = str(error)
    if fault and not host.cancelled.is_set():
        (folder / "failed").write_text(fault, "utf-8")
    elif not fault:
        draft.replace(cache)
    host.observer.step(STEP, 1, 1)


def _exercise(server: Server, languages: Iterable[str]) -> None:
    """Have the training text proofread; whether it is, is not important."""
    from flows.languagetool.client import Client
    from flows.languagetool.faults import Fault

    text = (files(__package__) / "training.txt").read_text("utf-8")
    further = [tag for tag in languages if not is_english(tag)]
    # Rules of other languages take longer to load than all else: once is enough, as somebody waits.
    rounds = dict.fromkeys((LANGUAGES[0], *further), 1) if further else dict.fromkeys(LANGUAGES, ROUNDS)
    for language, times in rounds.items():
        try:
            client = Client(server.url, language, GrammarOptions(), server.token)
            for _ in range(times):
                client.proofread(text)
        except Fault:
            return


def _loading(engine: Engine, folder: Path, languages: Iterable[str], flag: str) -> Engine:
    """Return `engine` with the server's jar replaced by ours, and its main class by the loader."""
    classpath = tuple(folder / f"{SERVER}.jar" if SERVER in path.name else path for path in engine.classpath)
    return replace(
        engine,
        classpath=classpath,
        flags=(*engine.flags, flag, f"-Dcopydesk.languages={','.join(languages)}"),
        main=MAIN,
        ready=READY,
    )


def _with_loader(jar: Path, copy: Path) -> None:
    """Copy a jar without the class path in its manifest, and put the loader in.

    LanguageTool's names the folder that the jar lies in, and Java makes no
    cache with a folder on its class path.
    """
    with zipfile.ZipFile(jar) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, _shortened(content) if entry.filename == MANIFEST else content)
        new.writestr(LOADER, _loader())


def _loader() -> bytes:
    return (files(__package__) / "Loader.class").read_bytes()


def _shortened(manifest: bytes) -> bytes:
    """Return a manifest without its class path; lines that begin with a space go on with the one before."""
    kept: list[bytes] = []
    dropping = False
    for line in manifest.splitlines():
        dropping = line.startswith(b"Class-Path:") or (dropping and line.startswith(b" "))
        if not dropping:
            kept.append(line)
    return b"\r\n".join(kept) + b"\r\n"


def _key(engine: Engine) -> str:
    """Return what changes when the file would not fit any more."""
    digest = hashlib.sha256(_loader())
    for part in _parts(engine):
        digest.update(f"{part}\0".encode())
    return digest.hexdigest()[:16]


def _parts(engine: Engine) -> Iterator[object]:
    yield from engine.flags
    for path in (engine.java.path, *engine.classpath):
        stat = path.stat()
        yield from (path, stat.st_size, stat.st_mtime_ns)


def _clear(folder: Path) -> None:
    """Remove what was prepared for a Java, or for jars, that nobody used for long."""
    for old in folder.glob("ahead-*"):
        if time.time() - old.stat().st_mtime > UNUSED_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
