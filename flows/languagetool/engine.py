"""How a LanguageTool server is called: Java, class path, flags, limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.languagetool.java import Java

LOOPBACK = "127.0.0.1"

_MAIN = "org.languagetool.server.HTTPServer"


@dataclass(frozen=True, slots=True)
class Engine:
    """What is run."""

    java: Java
    classpath: tuple[Path, ...]
    flags: tuple[str, ...] = ()
    """Further ones for the JVM."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the server may use."""

    heap: str
    """For `-Xmx`."""
    check_seconds: float
    """After which it gives up on a request."""
    text_length: int
    """Longest text that it takes, in UTF-16 units."""
    threads: int
    """Requests that it works on at once."""
    token: str = ""
    """What a request must bring to be answered; others of this machine do not know it."""


def write_arguments(folder: Path, engine: Engine, limits: Limits, port: int) -> Path:
    """Write what Java is called with into `folder`; return the argument file.

    In a file, because the class path is longer than Windows allows for a
    command line.
    """
    properties = "".join(f"{key}={value}\n" for key, value in _properties(limits))
    (folder / "server.properties").write_text(properties, "utf-8")
    arguments = folder / "arguments"
    arguments.write_text("\n".join(_quoted(part) for part in _arguments(folder, engine, limits, port)), "utf-8")
    return arguments


def _arguments(folder: Path, engine: Engine, limits: Limits, port: int) -> Iterator[str]:
    yield f"-Xmx{limits.heap}"
    # Measured: 1.09 to 1.17 times the throughput of the default collector, in less than half the memory.
    yield "-XX:+UseParallelGC"
    # A server that ran out of memory answers every request with a strange error; better gone.
    yield "-XX:+ExitOnOutOfMemoryError"
    yield "-XX:-UsePerfData"
    yield "-Dfile.encoding=UTF-8"
    yield "-Djava.awt.headless=true"
    yield "-Dsun.net.httpserver.nodelay=true"
    yield from engine.flags
    yield "-cp"
    yield os.pathsep.join(str(path) for path in engine.classpath)
    yield _MAIN
    yield from ("--port", str(port), "--config", str(folder / "server.properties"))


def _properties(limits: Limits) -> Iterator[tuple[str, object]]:
    yield "maxTextLength", limits.text_length
    yield "maxCheckTimeMillis", round(limits.check_seconds * 1000)
    # More than we ask at once, so that it can answer whether it is well.
    yield "maxCheckThreads", limits.threads + 4
    yield "pipelineCaching", "true"
    yield "maxPipelinePoolSize", limits.threads * 4
    yield "pipelineExpireTimeInSeconds", 3600
    if limits.token:
        # Who brings no token may send one byte in eleven days.
        yield from (("requestLimit", 1), ("requestLimitInBytes", 1), ("requestLimitPeriodInSeconds", 1_000_000))
        yield "requestLimitAccessToken", limits.token


def _quoted(argument: str) -> str:
    """Return an argument as Java's argument files want it."""
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
