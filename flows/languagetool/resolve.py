"""Resolve LanguageTool and its languages with Maven: the part of `flows.languagetool.lock` that developers run."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from flows.languagetool.lock import Jar

GROUP = "org.languagetool"
ALL = "language-all"
PREFIX = "language-"
LEFT_OUT = ("-x-",)
"""Private varieties, such as simple German, of which no article says that it is written in it."""

UNSTATED = "not stated in its project file"
_PROJECT = (
    "<project><modelVersion>4.0.0</modelVersion><groupId>copydesk</groupId><artifactId>{name}</artifactId>"
    "<version>1</version><packaging>{packaging}</packaging>{body}</project>"
)
_DEPENDENCY = (
    "<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>"
    "{more}</dependency>"
)
_WITHOUT_ALL = (
    f"<exclusions><exclusion><groupId>{GROUP}</groupId><artifactId>{ALL}</artifactId></exclusion></exclusions>"
)


class Resolved(NamedTuple):
    """A jar, and the licence that its project states."""

    jar: Jar
    licence: str


def resolve(
    version: str, base: Sequence[str], folder: Path
) -> tuple[tuple[Resolved, ...], Mapping[str, tuple[Resolved, ...]]]:
    """Let Maven fetch LanguageTool into `folder`; return the jars for `base`, and what each other language adds.

    Raises:
        subprocess.CalledProcessError: when Maven fails.
    """
    names = _languages(version, folder)
    server = _dependency("languagetool-server", version, _WITHOUT_ALL)
    basic = server + "".join(_dependency(f"{PREFIX}{code}", version) for code in base)
    (english,) = _copied(folder / "base", {"en": basic}).values()
    # What English has already keeps its version, so that no language changes how English is read.
    managed = "".join(_managed(jar.jar.path) for jar in english)
    wanted = {name: _dependency(f"{PREFIX}{name}", version) for name in names if name not in base}
    others = _copied(folder / "others", wanted, managed)
    known = {one.jar.path for one in english}
    return english, {
        name: tuple(one for one in jars if one.jar.path not in known) for name, jars in sorted(others.items())
    }


def english_list(version: str, jars: Iterable[Resolved]) -> str:
    """Return the text of the list for English."""
    head = f"# LanguageTool {version}, English only. Made by `python -m flows.languagetool.lock`. Path, bytes, SHA-256."
    return "\n".join((head, *(_line(one.jar) for one in jars))) + "\n"


def further_list(version: str, languages: Mapping[str, Iterable[Resolved]]) -> str:
    """Return the text of the list of what other languages add."""
    head = (
        f"# What further languages of LanguageTool {version} need besides the jars for English. Made by\n"
        "# `python -m flows.languagetool.lock`. Path, bytes, SHA-256, licence as its project states it."
    )
    parts = [head]
    for name, jars in languages.items():
        parts.append("\n".join((f"[{name}]", *(f"{_line(one.jar)} {one.licence}" for one in jars))))
    return "\n\n".join(parts) + "\n"


def _line(jar: Jar) -> str:
    return f"{jar.path} {jar.size} {jar.sha256}"


def _languages(version: str, folder: Path) -> tuple[str, ...]:
    """Return the languages that LanguageTool's own list of all names, as its modules are called."""
    _maven(folder, "dependency:copy", f"-Dartifact={GROUP}:{ALL}:{version}:pom", f"-DoutputDirectory={folder}")
    project = ET.parse(folder / f"{ALL}-{version}.pom")  # noqa: S314  # what Maven has just verified
    names = (one.text or "" for one in project.iterfind(".//{*}artifactId"))
    return tuple(
        name.removeprefix(PREFIX)
        for name in names
        if name.startswith(PREFIX) and name != ALL and not any(mark in name for mark in LEFT_OUT)
    )


def _copied(folder: Path, projects: Mapping[str, str], managed: str = "") -> dict[str, tuple[Resolved, ...]]:
    """Let Maven copy the dependencies of each project into a folder of its name, all in one go."""
    for name, dependencies in projects.items():
        (folder / name).mkdir(parents=True)
        body = f"<dependencies>{dependencies}</dependencies>"
        if managed:
            body = f"<dependencyManagement><dependencies>{managed}</dependencies></dependencyManagement>{body}"
        (folder / name / "pom.xml").write_text(_PROJECT.format(name=name, packaging="jar", body=body), "utf-8")
    modules = "".join(f"<module>{name}</module>" for name in projects)
    body = f"<modules>{modules}</modules>"
    (folder / "pom.xml").write_text(_PROJECT.format(name="lock", packaging="pom", body=body), "utf-8")
    _maven(
        folder,
        "dependency:copy-dependencies",
        "-DoutputDirectory=${project.basedir}/jars",
        "-Dmdep.useRepositoryLayout=true",
        "-Dmdep.copyPom=true",
        "-Dmdep.addParentPoms=true",
    )
    return {name: tuple(_resolved(folder / name / "jars")) for name in projects}


def _resolved(root: Path) -> Iterable[Resolved]:
    for path in sorted(root.rglob("*.jar")):
        content = path.read_bytes()
        jar = Jar(path.relative_to(root).as_posix(), len(content), hashlib.sha256(content).hexdigest())
        yield Resolved(jar, _licence(next(iter(path.parent.glob("*.pom")), None), root))


def _licence(project: Path | None, root: Path) -> str:
    """Return the names of the licences that a project, or else its parent, states."""
    if project is None or not project.is_file():
        return UNSTATED
    top = ET.parse(project).getroot()  # noqa: S314  # as above
    names = [" ".join((one.text or "").split()) for one in top.findall("{*}licenses/{*}license/{*}name")]
    if names:
        return " or ".join(names)
    parent = [top.findtext(f"{{*}}parent/{{*}}{tag}", "") for tag in ("groupId", "artifactId", "version")]
    if not all(parent):
        return UNSTATED
    group, artifact, version = parent
    return _licence(root / group.replace(".", "/") / artifact / version / f"{artifact}-{version}.pom", root)


def _dependency(artifact: str, version: str, more: str = "") -> str:
    return _DEPENDENCY.format(group=GROUP, artifact=artifact, version=version, more=more)


def _managed(path: str) -> str:
    """Return a jar of a repository as what Maven calls a managed dependency."""
    *group, artifact, version, _ = path.split("/")
    return _DEPENDENCY.format(group=".".join(group), artifact=artifact, version=version, more="")


def _maven(folder: Path, goal: str, *options: str) -> None:
    project = folder / "pom.xml"
    if not project.exists():
        project.write_text(_PROJECT.format(name="lock", packaging="pom", body=""), "utf-8")
    subprocess.run(["mvn", "-q", "-B", "-f", str(project), goal, *options], check=True)
