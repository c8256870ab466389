"""One dialect for all path patterns of settings and command line: that of .gitignore.

`*.md` matches at any depth, `/drafts` or `drafts/old` from the root, `drafts/`
a folder and all in it, `**` any number of folders, a leading `!` takes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def compiled(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Return a matcher for `patterns`.

    Raises:
        ValueError: when one is malformed.
    """
    return _compiled(tuple(patterns))


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def matches(patterns: Iterable[str], path: str | Path, root: Path, *, is_folder: bool = False) -> bool:
    """Return whether `path` (relative to the working directory, or absolute) matches, seen from `root`."""
    relative = relative_to(path, root)
    return relative is not None and compiled(patterns).match_file(relative + "/" if is_folder else relative)


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
