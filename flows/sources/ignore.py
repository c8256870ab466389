"""What a folder search leaves out: hidden and dependency folders, .gitignore, `exclude`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from flows.patterns import Patterns, compiled, relative_to

DEPENDENCIES = frozenset({"node_modules", "__pycache__"})
"""Folders that hold other people's files; those with a dot (.git, .venv) are hidden anyway."""


class Ignored:
    """Tells what to leave out below one folder; reads each .gitignore once.

    As git does: the .gitignore nearest to a file decides, and in it the last
    pattern that matches. Those above `top` count as far as the top of its
    repository, unless they exclude `top` itself: who names a folder wants it.
    """

    def __init__(self, top: Path, exclude: Sequence[str], root: Path) -> None:
        """Look at what lies below `top`; `exclude` is seen from `root`."""
        self._top, self._exclude, self._root = top, exclude, root
        self._read: dict[Path, Patterns | None] = {}
        self._above = tuple(_repository_above(top))
        if any(self._by_git(folder, is_folder=True) for folder in (top, *_between(top, self._above))):
            self._above = ()

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether to leave out a file or folder; all folders above it, up to `top`, are known to be kept."""
        if path.name.startswith(".") or (is_folder and _holds_dependencies(path)):
            return True
        return self._by_settings(path, is_folder=is_folder) or self._by_git(path, is_folder=is_folder)

    def _by_settings(self, path: Path, *, is_folder: bool) -> bool:
        relative = relative_to(path, self._root) if self._exclude else None
        return relative is not None and bool(compiled(self._exclude).verdict(relative, is_folder=is_folder))

    def _by_git(self, path: Path, *, is_folder: bool) -> bool:
        for folder in self._deciding(path):
            if folder not in self._read:
                self._read[folder] = _gitignore(folder)
            patterns = self._read[folder]
            # Only where there are patterns: Python 3.12 takes long over the relative path of a deep folder.
            if patterns is None:
                continue
            verdict = patterns.verdict(path.relative_to(folder).as_posix(), is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def _deciding(self, path: Path) -> Iterator[Path]:
        if path.is_relative_to(self._top) and path != self._top:
            for folder in path.parents:
                yield folder
                if folder == self._top:
                    break
        yield from (folder for folder in self._above if folder != path and path.is_relative_to(folder))


def _repository_above(top: Path) -> Iterable[Path]:
    """Return the folders above `top` up to the top of its repository, nearest first; none outside of one."""
    above: list[Path] = []
    for folder in (top, *top.parents):
        if folder != top:
            above.append(folder)
        if (folder / ".git").exists():
            return above
    return ()


def _between(top: Path, above: Sequence[Path]) -> Iterator[Path]:
    return (folder for folder in top.parents if folder in above[:-1])


def _holds_dependencies(folder: Path) -> bool:
    # os.path, for it says no where pathlib would raise: in a folder that cannot be entered.
    return folder.name in DEPENDENCIES or os.path.exists(folder / "pyvenv.cfg")  # noqa: PTH110


def _gitignore(folder: Path) -> Patterns | None:
    try:
        text = (folder / ".gitignore").read_text("utf-8", "replace")
    except OSError:
        return None
    lines = text.splitlines()
    try:
        return compiled(lines)
    except ValueError:
        return compiled(line for line in lines if _is_sound(line))


def _is_sound(line: str) -> bool:
    """Return whether a pattern can be read; git passes over those that cannot."""
    try:
        compiled((line,))
    except ValueError:
        return False
    return True
