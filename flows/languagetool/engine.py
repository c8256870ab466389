"""How a LanguageTool server is called: Java, class path, flags, limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.languagetool.java import Java

LOOPBACK = "127.0.0.1"

MAIN = "org.languagetool.server.HTTPServer"
READY = "Server started"
"""What LanguageTool says when it listens."""

SPARING = (
    "-XX:Tier4InvocationThreshold=60000",
    "-XX:Tier4MinInvocationThreshold=7200",
    "-XX:Tier4CompileThreshold=180000",
    "-XX:Tier4BackEdgeThreshold=480000",
    "-XX:MaxInlineLevel=6",
    "-XX:MaxRecursiveInlineLevel=0",
    "-XX:InlineSmallCode=1200",
    # They are HotSpot's, and not for ever.
    "-XX:+IgnoreUnrecognizedVMOptions",
)
"""Compile thoroughly only what runs very often (twelve times the usual), and in smaller parts.

Without it, a third of all processor time of 300 articles goes into compiling; with it, they take a tenth to a quarter
less.
"""

BRIEF = "-XX:TieredStopAtLevel=1"
"""Compile fast and simply: pays for up to some 30,000 words, then it costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What is run."""

    java: Java
    classpath: tuple[Path, ...]
    flags: tuple[str, ...] = ()
    """Further ones for the JVM."""
    main: str = MAIN
    """The class to run."""
    ready: str = READY
    """What it says when it can be asked."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the server may use."""

    heap: str
    """For `-Xmx`, with its unit, m or g."""
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
    size = megabytes(limits.heap)
    yield f"-Xmx{size}m"
    # Loading the rules fills what a young heap has at first some twenty times over.
    yield f"-Xms{size // 2}m"
    yield f"-Xmn{max(1, size * 3 // 10)}m"
    # Measured: 1.09 to 1.17 times the throughput of the default collector, in less than half the memory.
    yield "-XX:+UseParallelGC"
    # A server that ran out of memory answers every request with a strange error; better gone.
    yield "-XX:+ExitOnOutOfMemoryError"
    yield "-XX:-UsePerfData"
    yield "-Dfile.encoding=UTF-8"
    yield "-Djava.awt.headless=true"
    yield "-Dsun.net.httpserver.nodelay=true"
    yield from SPARING
    yield from engine.flags
    yield "-cp"
    yield os.pathsep.join(str(path) for path in engine.classpath)
    yield engine.main
    yield from ("--port", str(port), "--config", str(folder / "server.properties"))


def megabytes(heap: str) -> int:
    """Return the size of a heap such as 1g or 600m."""
    return int(heap[:-1]) * (1024 if heap.endswith("g") else 1)


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
