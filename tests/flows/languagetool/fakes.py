"""Stand-ins that fail on purpose: a Java whose LanguageTool misbehaves, and a repository that does."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from checks.grammar.options import GrammarOptions

SCRIPT = Path(__file__).with_name("fake_java.py")


def fake_java(folder: Path) -> Path:
    """Return an executable that takes itself for Java."""
    path = folder / "java"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{SCRIPT}" "$@"\n', "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def fake_installation(folder: Path) -> Path:
    """Return a folder that looks like a LanguageTool."""
    home = folder / "LanguageTool-6.8"
    home.mkdir()
    with zipfile.ZipFile(home / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nComponentVersion: 6.8\n")
    return home


def fake_options(folder: Path, **changes: object) -> GrammarOptions:
    """Return settings for a LanguageTool that the fake Java runs."""
    changes = {"start_timeout": 20, "request_timeout": 20, **changes}
    return GrammarOptions.model_validate(
        {"java": str(fake_java(folder)), "directory": str(fake_installation(folder)), **changes}
    )


def behave(folder: Path, *manners: str) -> Mapping[str, str]:
    """Return the environment in which the fake behaves badly in these ways; it remembers in `folder`."""
    return {**os.environ, "FAKE_MANNERS": " ".join(manners), "FAKE_FOLDER": str(folder)}


def starts(folder: Path) -> int:
    """Return how often the fake server was started."""
    file = folder / "starts"
    return len(file.read_text("utf-8").splitlines()) if file.exists() else 0
