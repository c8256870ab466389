"""One dialect for all path patterns of settings and command line: that of .gitignore.

`*.md` matches at any depth, `/drafts` or `drafts/old` from the root, `drafts/`
a folder and all in it, `**` any number of folders, a leading `!` takes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of one file or setting; the last that matches decides."""

    parts: tuple[tuple[GitIgnoreSpecPattern, bool], ...]
    """Each with whether it is for folders alone."""

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Return whether an entry, taken by itself, is matched; None when no pattern speaks of it.

        `pathspec` would answer for the folders above in the same breath, and
        take back too much where patterns negate; git asks from the top down.
        """
        for pattern, for_folders in reversed(self.parts):
            if for_folders and not is_folder:
                continue
            found = pattern.match_file(path)
            if found and not found.match.groupdict().get("ps_d"):
                return bool(pattern.include)
        return None

    def match(self, path: str) -> bool:
        """Return whether a file, or a folder above it, is matched; nothing in a matched folder can be taken back."""
        parts = path.split("/")
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        return any(self.verdict(folder, is_folder=True) for folder in folders) or bool(
            self.verdict(path, is_folder=False)
        )


def compiled(patterns: Iterable[str]) -> Patterns:
    """Return a matcher for `patterns`.

    Raises:
        ValueError: when one is malformed.
    """
    return _compiled(tuple(patterns))


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> Patterns:
    parts = (_part(pattern) for pattern in patterns)
    return Patterns(tuple((one, for_folders) for one, for_folders in parts if one.include is not None))


def _part(pattern: str) -> tuple[GitIgnoreSpecPattern, bool]:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    # To git `a/**` is what lies in `a`; pathspec would take `a` itself for it as well.
    inside = re.sub(r"/\*\*$", "/**/*", pattern.rstrip("\r\n"))
    bare = re.sub(r"(?<=[^/!])/\s*$", "", inside)
    return GitIgnoreSpecPattern(bare), bare != inside


def matches(patterns: Iterable[str], path: str | Path, root: Path) -> bool:
    """Return whether a file, or a folder above it, matches; `path` is absolute or seen from the working directory."""
    relative = relative_to(path, root)
    return relative is not None and compiled(patterns).match(relative)


def relative_to(path: str | Path, root: Path) -> str | None:
    """Return `path` as seen from `root` with forward slashes; None when it is not below it.

    A last part that is a symlink is taken as it is named, not where it leads.
    """
    absolute = Path(path).absolute()
    for candidate in (absolute, absolute.parent.resolve() / absolute.name):
        for base in (root.absolute(), root.resolve()):
            if candidate.is_relative_to(base) and ".." not in candidate.parts:
                return candidate.relative_to(base).as_posix()
    return None
