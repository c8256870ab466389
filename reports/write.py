"""The one place in this package that writes files."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

from reports.audit import Audit

HEAD = 2_048
"""Code points of a page in which it says who made it."""


def write_text(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 so that a reader sees the old file or the whole new one, never half.

    Folders on the way are made. The bytes are exactly `text`: no line ending is changed.

    Raises:
        OSError: when the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        # A file put in the place of a device or a pipe would take its name.
        path.write_text(text, encoding="utf-8", newline="")
        return path
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        # Not tempfile: its files are private to the user, and a report is for the team to read.
        with part.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write `files`, relative names to contents, inside `folder`.

    Raises:
        ValueError: when a name leads out of the folder.
        OSError: when a file cannot be written.
    """
    root = folder.resolve()
    for name, text in files.items():
        path = (root / name).resolve()
        if path == root or not path.is_relative_to(root):
            msg = f"{name!r} leads out of the report's folder"
            raise ValueError(msg)
        write_text(path, text)


def write_html(audit: Audit, folder: Path) -> Path:
    """Write the HTML report into `folder` and return the path of its first page.

    Pages of an earlier report whose articles are not in this one are removed;
    what we did not make stays.
    """
    from reports.html import render

    made = render(audit)
    write_folder(folder, made)
    _sweep(folder, made)
    return folder / "index.html"


def _sweep(folder: Path, made: Mapping[str, str]) -> None:
    from reports.html import is_page
    from reports.html.names import FOLDER

    for path in (folder / FOLDER).glob("*.html"):
        if f"{FOLDER}/{path.name}" in made or path.is_symlink() or not path.is_file():
            continue
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(HEAD)
        if is_page(path.name, head):
            path.unlink()
