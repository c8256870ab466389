"""Find the files that the given paths stand for."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.errors import UsageError
from flows.nearest import nearest
from flows.patterns import compiled, relative_to
from flows.sources.ignore import Ignored
from reports.audit import Problem

SUFFIXES = (".md", ".markdown", ".html", ".htm", ".txt", ".jsonl")
"""What a folder search takes for articles; a file named on the command line may have any."""

_MAGIC = re.compile(r"[*?[]")


@dataclass(frozen=True, slots=True)
class Search:
    """What to leave out of folders and globs."""

    exclude: tuple[str, ...]
    root: Path
    """What `exclude` is seen from."""


def find(paths: Sequence[str], search: Search) -> Iterator[Path | Problem]:
    """Yield the files that `paths` (files, folders, globs) stand for, and what keeps them from being read.

    Raises:
        UsageError: when a path does not exist or a glob matches nothing; it names all such paths.
    """
    missing = [path for path in paths if not os.path.lexists(path) and not _MAGIC.search(path)]
    if missing:
        raise UsageError(*_missing(missing))
    for path in paths:
        if not os.path.lexists(path):
            yield from _glob(path, search)
        elif Path(path).is_dir():
            yield from _folder(Path(path), search)
        else:
            yield Path(path)


def shown(path: Path) -> str:
    """Return a path as reports show it: relative to the working directory, with forward slashes.

    One that shares nothing with the working directory but the root stays absolute.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - takes `..` out without following symlinks
    here = Path.cwd()
    near = absolute.is_relative_to(here) or absolute.parts[:2] == here.parts[:2]
    told = os.path.relpath(absolute) if near else str(absolute)
    return os.fsencode(told).decode("utf-8", "replace").replace(os.sep, "/")


def _missing(paths: Sequence[str]) -> tuple[str, str]:
    return "\n".join(map(_absence, paths)), ""


def _absence(path: str) -> str:
    absolute = Path(path).absolute()
    parent = next(folder for folder in absolute.parents if folder.is_dir())
    absent = absolute.relative_to(parent).parts[0]
    meant = nearest(absent, _names(parent))
    if meant:
        return f"{path} does not exist; did you mean {shown(parent / meant / absolute.relative_to(parent / absent))}?"
    if parent == Path.cwd():
        return f"{path} does not exist."
    return f"{path} does not exist; {shown(parent)} is the nearest folder that does."


def _names(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _folder(top: Path, search: Search) -> Iterator[Path | Problem]:
    ignored = Ignored(top.absolute(), search.exclude, search.root)
    tally = Tally(ignored)
    found = False
    for one in walk(top.absolute(), tally, lambda path: path.suffix.lower() in SUFFIXES):
        found = True
        yield one
    if not found:
        looked = f"looked for {', '.join(SUFFIXES)}"
        spared = f"; {tally.count} were left out by .gitignore or `exclude`" if tally.count else ""
        yield Problem(
            shown(top), f"there is no article in this folder ({looked}{spared})", "Name a folder or file with articles."
        )


class Tally:
    """Counts the articles that were left out, so that an empty result can say so."""

    def __init__(self, ignored: Ignored) -> None:
        """Ask `ignored`, and count."""
        self._ignored = ignored
        self.count = 0

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """Return what `Ignored` says."""
        left_out = self._ignored(path, is_folder=is_folder)
        self.count += left_out and not is_folder and path.suffix.lower() in SUFFIXES
        return left_out


def _glob(pattern: str, search: Search) -> Iterator[Path | Problem]:
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    base = Path("/".join(parts[:fixed]) + ("/" if fixed else "") or ".").absolute()
    if not base.is_dir():
        raise UsageError(f"nothing matches {pattern}: there is no folder {shown(base)}.")
    spec = compiled(("/" + "/".join(parts[fixed:]),))
    own_suffix = re.search(r"\.\w+$", parts[-1])

    def wanted(path: Path) -> bool:
        return bool(own_suffix or path.suffix.lower() in SUFFIXES) and spec.match(relative_to(path, base) or "")

    matched = tuple(walk(base, Ignored(base, search.exclude, search.root), wanted))
    if not matched:
        raise UsageError(
            f"no article matches {pattern}.", "Hidden files and those in .gitignore or `exclude` do not count."
        )
    yield from matched


def walk(top: Path, ignored: Ignored | Tally, wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    """Yield the wanted files below `top`, folder by folder, and a problem for what cannot be entered.

    Symlinks are never followed into folders: what they lead to below `top` is
    found at its own place, and what lies outside is not ours to read unless it
    is named.
    """
    real_top = top.resolve()
    folders = [top]
    while folders:
        here = folders.pop()
        try:
            with os.scandir(here) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(
                shown(here), f"the folder cannot be read: {reason(error)}", "Change its permissions, or exclude it."
            )
            continue
        deeper = []
        for entry in entries:
            path = here / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if ignored(path, is_folder=is_folder):
                continue
            if is_folder:
                deeper.append(path)
            elif entry.is_symlink():
                yield from _link(path, real_top, wanted)
            elif wanted(path):
                yield path
        folders.extend(reversed(deeper))


def _link(path: Path, real_top: Path, wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    real = Path(os.path.realpath(path))
    is_folder = path.is_dir()
    if not is_folder and not wanted(path):
        return
    if (is_folder and path.parent.resolve().is_relative_to(real)) or _loops(path):
        yield Problem(shown(path), "the symlink leads back to itself", "Remove it, or exclude it.")
    elif not real.is_relative_to(real_top):
        yield Problem(
            shown(path),
            f"the symlink leads out of the folder, to {shown(real)}",
            "Name its target if you want it audited, or exclude the link.",
        )
    elif not is_folder:
        yield path


def _loops(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def reason(error: OSError) -> str:
    """Return the system's own words for what went wrong."""
    return (error.strerror or str(error)).lower()
