"""Set everything up in `.venv` from the lock, then run a command there.

    python3 -m flows.bootstrap copydesk audit tests/articles
    python3 -m flows.bootstrap pytest

Works in a checkout, with Python and nothing else; uv is used where it is on
PATH. Once everything is there it only compares hashes and hands over. Python
3.6 and later can read this file, so that one which is too old for copydesk
gets a sentence and not a traceback.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "copydesk-setup.txt"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
SUPPORTED = ((3, 13), (3, 12), (3, 11))
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "tests" / "requirements.lock"}
"""What there is to install; `test` contains `run`, in the same versions."""
ATTEMPTS = 3
QUIET_SECONDS = 10
TAIL = 12

UNREACHABLE = (
    r"name resolution|getaddrinfo|dns error|NewConnectionError|Connect(ion)? ?Timeout|Read ?Timeout|timed out"
    r"|ProxyError|IncompleteRead|Connection (refused|reset|broken)|Network is unreachable"
    r"|Name or service not known|Failed to (fetch|download)|error sending request|\(from versions: none\)"
)
NETWORK = (
    "The package index could not be reached. Check the connection; behind a proxy set HTTPS_PROXY; with a mirror of"
    " your own set PIP_INDEX_URL (uv: UV_DEFAULT_INDEX). What is already fetched is kept: run the same command again."
)
REMEDIES = (
    (
        r"ensurepip is not available|No module named '?(ensurepip|venv)",
        "Python's venv module is not complete. On Debian and Ubuntu: apt install python3-venv. Or install uv.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed|invalid peer certificate",
        "A certificate was refused. Behind a proxy that opens TLS set SSL_CERT_FILE and PIP_CERT to its certificate.",
    ),
    (
        r"DO NOT MATCH THE HASHES|Hash mismatch",
        "What came is not what the lock pins, and was not installed. Check the mirror or proxy in between.",
    ),
    (r"No space left on device", "The disk is full; about 1 GB is needed."),
    (UNREACHABLE, NETWORK),
)


class SetupError(Exception):
    """Setting up failed; the text says why and what to do."""


def main(command: "list[str]") -> int:
    """Set up what `command` needs, run it and return its exit code."""
    if command[:1] in (["-h"], ["--help"]):
        say(__doc__ or "")
        return 0
    if not LOCKS["run"].is_file():
        say(f"copydesk: this works in a checkout only: there is no {LOCKS['run']}.")
        return 1
    try:
        which = "run" if command[:1] == ["copydesk"] else "test"
        if not ready(which):
            if sys.version_info[:2] not in SUPPORTED:
                return with_another_python(command)
            set_up(which)
        return hand_over(command)
    except SetupError as error:
        say(f"copydesk: {error}")
    except OSError as error:
        say(f"copydesk: could not set up: {error}")
    except KeyboardInterrupt:
        say("copydesk: interrupted; run the same command again to go on.")
        return 130
    return 1


def say(text: str) -> None:
    """Write a line on standard error; standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


def ready(which: str) -> bool:
    """Whether the environment holds what the lock asks for; the one for tests serves both."""
    stamp = STAMP.read_text().split("\n") if STAMP.is_file() and PYTHON.exists() else []
    return stamp[:1] == [str(ROOT)] and any(digest(one) in stamp for one in (which, "test"))


def digest(which: str) -> str:
    """Return the hash of all that decides what is installed."""
    return hashlib.sha256(LOCKS[which].read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def set_up(which: str) -> None:
    """Make or refresh `.venv`."""
    begun = time.monotonic()
    uv = shutil.which("uv")
    make_environment(uv)
    STAMP.write_text(f"{ROOT}\n")
    pins = len(re.findall(r"(?m)^\w\S*==", LOCKS[which].read_text()))
    say(f"Installing about {pins} packages with {'uv' if uv else 'pip'} …")
    install(uv, ["--require-hashes", "-r", str(LOCKS[which])], pins)
    # The lock holds the build tool, setuptools, too: nothing unpinned is fetched to build.
    install(uv, ["--no-build-isolation", "-e", str(ROOT)], 1)
    STAMP.write_text(f"{ROOT}\n{digest(which)}\n")
    say(f"Set up in {time.monotonic() - begun:.0f} s.")


def make_environment(uv: "str | None") -> None:
    """Make `.venv` unless one that works is there."""
    if VENV.exists():
        ours = STAMP.is_file()
        # Scripts name the folder in which they were installed: a moved checkout needs new ones.
        moved = ours and STAMP.read_text().split("\n")[0] != str(ROOT)
        if supported(str(PYTHON)) and not moved:
            return
        if not ours:
            raise SetupError(f"{VENV} has no Python 3.11 to 3.13 and is not of our making. Move it away and try again.")
        shutil.rmtree(str(VENV))
    say("Making {} with Python {}.{} …".format(VENV, *sys.version_info))
    if uv:
        run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
        return
    # Debian keeps ensurepip in a package of its own; a pip outside can install into the environment, too.
    bare = not importable("ensurepip") and importable("pip")
    run([sys.executable, "-m", "venv", *(["--without-pip"] if bare else []), str(VENV)])


def supported(python: str) -> bool:
    """Whether an interpreter starts (a version manager's shim may not) and is of a supported version."""
    code = f"import sys; sys.exit(sys.version_info[:2] not in {SUPPORTED!r})"
    try:
        return subprocess.call([python, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def importable(module: str, python: str = sys.executable) -> bool:
    """Whether an interpreter has a module."""
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
    return subprocess.call([python, "-c", code]) == 0


def install(uv: "str | None", what: "list[str]", pins: int) -> None:
    """Install with uv or pip, again when the network fails; their caches keep what was fetched."""
    # The lock is complete, so there is nothing to resolve; old versions of pip stumble over extras if they try.
    options = ["--no-deps", *what]
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON), *options]
    else:
        own = importable("pip", str(PYTHON))
        pip = [str(PYTHON), "-m", "pip"] if own else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
        command = [*pip, "install", "--disable-pip-version-check", "--no-input", *options]
    for attempt in range(1, ATTEMPTS + 1):
        try:
            run(command, pins)
        except SetupError as error:
            if attempt == ATTEMPTS or NETWORK not in str(error):
                raise
            say(f"The network failed; trying again ({attempt + 1} of {ATTEMPTS}) …")
            time.sleep(2 * attempt)
        else:
            return


def run(command: "list[str]", pins: int = 0) -> None:
    """Run a command, showing its progress.

    Raises:
        SetupError: when it fails, with the end of what it said and the remedy.
    """
    said = []
    progress = Progress(pins)
    # A user's own pip settings for installing elsewhere must not apply here.
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        for line in process.stdout or ():
            said.append(line.decode("utf-8", "replace").rstrip())
            progress.follow(said[-1])
    progress.clear()
    if process.returncode:
        end = "\n".join("    " + line for line in said[-TAIL:])
        cure = next((cure for pattern, cure in REMEDIES if re.search(pattern, "\n".join(said))), "")
        raise SetupError(f"setting up failed:\n{end}\n{cure}".rstrip())


class Progress:
    """Which package is being fetched: one line on a terminal, elsewhere a line every few seconds."""

    def __init__(self, pins: int) -> None:
        """Begin at none of so many packages."""
        self.pins = pins
        self.fetched = 0
        self.written = time.monotonic()
        self.terminal = sys.stderr.isatty()

    def follow(self, line: str) -> None:
        """Take in one line of pip's output, such as `Downloading rich-15.0.0-py3-none-any.whl (300 kB)`."""
        fetching = re.match(r"\s*(?:Downloading|Using cached) (\S+?)-(\d[^-]*)-\S*(?<!\.metadata)(?: (\(.*\)))?$", line)
        if fetching:
            self.fetched += 1
            name, version, size = fetching.groups("")
            self.write(f"{self.fetched:>4}/{self.pins} {name} {version} {size}")
        elif line.startswith("Installing collected packages") and self.pins > 1:
            self.write("unpacking")

    def write(self, text: str) -> None:
        """Replace the line on a terminal, add one elsewhere if the last is some time ago."""
        if self.terminal:
            sys.stderr.write("\r\033[K  " + text[: shutil.get_terminal_size().columns - 3])
            sys.stderr.flush()
        elif time.monotonic() - self.written > QUIET_SECONDS:
            self.written = time.monotonic()
            say("  " + text)

    def clear(self) -> None:
        """Leave no line behind on a terminal."""
        if self.terminal:
            sys.stderr.write("\r\033[K")


def with_another_python(command: "list[str]") -> int:
    """Go on under a supported interpreter: one on PATH, or one that uv has or fetches."""
    names = [f"python{major}.{minor}" for major, minor in SUPPORTED]
    paths = [shutil.which(name) for name in names]
    found = next((path for path in paths if path and supported(path)), None) or uv_python()
    this = "Python {}.{}.{} ({})".format(*sys.version_info[:3], sys.executable)
    if not found:
        raise SetupError(
            f"Python 3.11, 3.12 or 3.13 is needed. This is {this}, and {', '.join(names)} are not on PATH.\n"
            "Install one of them (apt install python3.12, brew install python@3.13, python.org/downloads) or uv,"
            " and run the same command again."
        )
    say(f"This is {this}; going on with {found}.")
    return become([found, "-m", "flows.bootstrap", *command], dict(os.environ))


def uv_python() -> "str | None":
    """Return an interpreter that uv has or, failing that, fetches."""
    uv = shutil.which("uv")
    for prepare in ([], ["python", "install", "3.13"]):
        if not uv or (prepare and subprocess.call([uv, *prepare])):
            return None
        found = subprocess.run(
            [uv, "python", "find", ">=3.11,<3.14"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
        )
        if found.returncode == 0:
            return found.stdout.decode().strip()
    return None


def hand_over(command: "list[str]") -> int:
    """Run a command of the environment."""
    if not command:
        say(f"Everything is in {VENV}. To run something there: python3 -m flows.bootstrap COMMAND …")
        return 0
    program = shutil.which(command[0], path=str(SCRIPTS))
    if program is None:
        raise SetupError(f"there is no command {command[0]} in {SCRIPTS}.")
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", os.defpath)])
    return become([program, *command[1:]], {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": path})


def become(command: "list[str]", environment: "dict[str, str]") -> int:
    """Run a command in place of this process, where the platform can."""
    sys.stderr.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
