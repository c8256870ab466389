"""The LanguageTool to run: one that is on this machine, or the pinned one, fetched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from checks.grammar.options import GrammarOptions
from checks.rule import CheckUnavailable
from flows.languagetool.fetch import FetchError, fetch, unchanged
from flows.languagetool.host import Host
from flows.languagetool.java import Java, clean_environment
from flows.languagetool.lock import VERSION, pinned

REMEDY = (
    "Set grammar.repository to a Maven mirror that this machine can reach, "
    "grammar.directory to a LanguageTool on disk, or grammar.server to a server that you run."
)
ROOM = (
    "Make the folder writable with 200 MB free, or set XDG_CACHE_HOME to another, "
    "or grammar.directory to a LanguageTool on disk."
)
POLL_SECONDS = 0.1
OWN = "LTP_"
"""What the names of language-tool-python's variables begin with: some move its folder, one switches checksums off."""

_SERVER_JAR = re.compile(r"languagetool-server(?:-(?P<version>[0-9.]+))?\.jar")
_DOWNLOAD = """\
from language_tool_python.download_lt import LocalLanguageTool
try:
    LocalLanguageTool.from_version_name({version!r}).download()
except Exception as error:
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    raise SystemExit(" ".join(f"{{type(error).__name__}}: {{error}}".split()))
"""
"""Says at last what was at the bottom of a failure, not all that was tried above it."""


@dataclass(frozen=True, slots=True)
class Installation:
    """A LanguageTool on disk."""

    classpath: tuple[Path, ...]
    version: str
    """As far as files tell; the server's own word counts."""
    origin: str
    """Where it came from, in a user's words."""
    folder: Path = Path()
    """Of the pinned jars: where they are."""
    pinned: bool = False
    """Whether it is made of the pinned jars, which have English, and to which other languages can be added."""


def install(options: GrammarOptions, java: Java, host: Host) -> Installation:
    """Return the LanguageTool to run, fetching it if need be.

    In order: `grammar.directory` (nothing else, when it is set), what
    language-tool-python has fetched before, the pinned jars in the host's
    folder, language-tool-python's own download.

    Raises:
        CheckUnavailable: when there is none to be had; the reason tells how each way failed.
    """
    if options.directory:
        found = on_disk(Path(options.directory).expanduser())
        if found is None:
            reason = f"grammar.directory ({options.directory}) holds no LanguageTool (no languagetool-server jar)"
            raise CheckUnavailable(reason, REMEDY)
        return found
    if found := on_disk(library_folder(options)):
        return found
    folder, wanted = host.folder / f"languagetool-{VERSION}", pinned()
    faults = []
    try:
        if unchanged(wanted, folder):
            jars = tuple(folder / jar.path for jar in wanted)
        else:
            repository = options.repository or default_repository()
            jars = fetch(wanted, repository, folder, host, options.download_timeout)
        return Installation(jars, VERSION, "the pinned jars", folder, pinned=True)
    except OSError as error:
        # The other download would go to the same place, and is twice as large.
        raise _no_room(folder, error) from error
    except FetchError as error:
        faults.append(str(error))
    try:
        return _library_download(options, java, host)
    except OSError as error:
        raise _no_room(folder, error) from error
    except FetchError as error:
        faults.append(f"language-tool-python's own download failed: {error}")
    raise CheckUnavailable(f"LanguageTool could not be fetched: {'; '.join(faults)}", REMEDY)


def _no_room(folder: Path, error: OSError) -> CheckUnavailable:
    reason = (error.strerror or str(error)).lower()
    return CheckUnavailable(f"LanguageTool cannot be stored in {folder}: {reason}", ROOM)


def on_disk(folder: Path) -> Installation | None:
    """Return the LanguageTool in `folder`: the unpacked distribution, a folder above it, or any tree of jars."""
    for home in (folder, folder / f"LanguageTool-{VERSION}"):
        server = home / "languagetool-server.jar"
        if server.is_file():
            # The distribution keeps its resources beside the jar, in folders.
            classpath = (server, *sorted((home / "libs").glob("*.jar")), home)
            return Installation(classpath, _version(server), str(home))
    jars = tuple(sorted(folder.rglob("*.jar")))
    server_jar = next((jar for jar in jars if _SERVER_JAR.fullmatch(jar.name)), None)
    return Installation(jars, _version(server_jar), str(folder)) if server_jar else None


def _version(server: Path) -> str:
    match = _SERVER_JAR.fullmatch(server.name)
    if match and match["version"]:
        return match["version"]
    try:
        with zipfile.ZipFile(server) as jar:
            manifest = jar.read("META-INF/MANIFEST.MF").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return "unknown"
    found = re.search(r"^ComponentVersion: (\S+)", manifest, re.MULTILINE)
    return found[1] if found else "unknown"


def library_folder(options: GrammarOptions) -> Path:
    """Return where language-tool-python keeps what it fetches.

    The settings tell where, not the library's own variables: what a run finds
    must not depend on what else is set in a shell.
    """
    if options.library_folder:
        return Path(options.library_folder).expanduser()
    return Path.home() / ".cache" / "language_tool_python" / f"LanguageTool-{VERSION}"


def default_repository() -> str:
    """Return the address of the repository that LanguageTool is published in."""
    from jgo.constants import MAVEN_CENTRAL_URL

    return str(MAVEN_CENTRAL_URL)


def _library_download(options: GrammarOptions, java: Java, host: Host) -> Installation:
    """Let language-tool-python fetch its 250 MB for all languages.

    In a process of its own, because it reads its settings from the
    environment, insists on a Java on PATH, draws a bar on standard error and
    knows no time limit.
    """
    if host.cancelled.is_set():
        raise FetchError("the fetch was stopped")
    host.observer.note(
        "LanguageTool's pinned files cannot be had; trying language-tool-python's own download (250 MB)."
    )
    home = Path(options.library_folder).expanduser() if options.library_folder else host.folder / "language_tool_python"
    home.mkdir(parents=True, exist_ok=True)
    path = os.pathsep.join((str(java.path.parent), host.environment.get("PATH", "")))
    given = {name: value for name, value in clean_environment(host.environment).items() if not name.startswith(OWN)}
    variables = {**given, "PATH": path, f"{OWN}PATH": str(home)}
    if options.library_host:
        variables[f"{OWN}DOWNLOAD_HOST_NEW_RELEASES"] = options.library_host
    command = [sys.executable, "-c", _DOWNLOAD.format(version=VERSION)]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            _until_ended(process, host, options.download_timeout)
        finally:
            process.kill()
            process.wait()
        said.seek(0)
        last = (said.read().strip() or "it says nothing").splitlines()[-1][:300]
    found = on_disk(home)
    if found is None:
        raise FetchError(last)
    return found


def _until_ended(process: subprocess.Popen[bytes], host: Host, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while process.poll() is None:
        if host.cancelled.is_set() or time.monotonic() > deadline:
            raise FetchError(f"it took more than {seconds:.0f} s")
        time.sleep(POLL_SECONDS)
