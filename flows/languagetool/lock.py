"""Make `languagetool.lock` anew: a tool for developers.

    python -m flows.languagetool.lock [VERSION]

Resolves LanguageTool's server with English alone by Maven (which must be on
PATH), into a folder in the layout of a Maven repository, and writes path,
size and SHA-256 of each jar beside this module. At run time nothing but that
list is needed. Spanish, Catalan and Portuguese are there because LanguageTool's
language identifier does not start without them.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

VERSION = "6.8"
LANGUAGES = ("en", "es", "ca", "pt")
NAME = "languagetool.lock"

_DEPENDENCY = (
    "<dependency><groupId>org.languagetool</groupId>"
    "<artifactId>{artifact}</artifactId><version>{version}</version>{more}</dependency>"
)
_WITHOUT_ALL = (
    "<exclusions><exclusion><groupId>org.languagetool</groupId>"
    "<artifactId>language-all</artifactId></exclusion></exclusions>"
)
_PROJECT = (
    "<project><modelVersion>4.0.0</modelVersion>"
    "<groupId>copydesk</groupId><artifactId>lock</artifactId><version>1</version><dependencies>{dependencies}</dependencies></project>"
)


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned file of a Maven repository."""

    path: str
    """In the repository, with forward slashes."""
    size: int
    """In bytes."""
    sha256: str


def pinned() -> tuple[Jar, ...]:
    """Return the jars of the lock file, in class path order."""
    lines = (files(__package__) / NAME).read_text("utf-8").splitlines()
    fields = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(Jar(path, int(size), sha256) for path, size, sha256 in fields)


def resolve(version: str, folder: Path) -> tuple[Jar, ...]:
    """Let Maven fetch LanguageTool `version` into `folder` and return its jars.

    Raises:
        subprocess.CalledProcessError: when Maven fails.
    """
    server = _DEPENDENCY.format(artifact="languagetool-server", version=version, more=_WITHOUT_ALL)
    languages = (_DEPENDENCY.format(artifact=f"language-{code}", version=version, more="") for code in LANGUAGES)
    project = folder / "pom.xml"
    project.write_text(_PROJECT.format(dependencies=server + "".join(languages)), "utf-8")
    jars = folder / "jars"
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={jars}", "-Dmdep.useRepositoryLayout=true"]
    subprocess.run(["mvn", "-q", "-B", "-f", str(project), *goal], check=True)
    return tuple(_jar(path, jars) for path in sorted(jars.rglob("*.jar")))


def _jar(path: Path, root: Path) -> Jar:
    content = path.read_bytes()
    return Jar(path.relative_to(root).as_posix(), len(content), hashlib.sha256(content).hexdigest())


def main(version: str = VERSION) -> None:
    """Write the lock file."""
    with tempfile.TemporaryDirectory() as folder:
        jars = resolve(version, Path(folder))
    head = (
        f"# LanguageTool {version}, English only. Made by `python -m flows.languagetool.lock`. Path, bytes, SHA-256.\n"
    )
    text = head + "".join(f"{jar.path} {jar.size} {jar.sha256}\n" for jar in jars)
    Path(__file__).with_name(NAME).write_text(text, "utf-8")
    print(f"{len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.1f} MB")  # noqa: T201  # a tool to run by hand


if __name__ == "__main__":
    main(*sys.argv[1:2])
