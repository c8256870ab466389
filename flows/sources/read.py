"""Read one file as text, or say why it cannot be an article."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from checks.position import line_starts, position

MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (such as .docx or .odt)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (such as .doc)"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
"""First bytes of what people take for an article, after the formats' own specifications."""

UTF_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
BOM = b"\xef\xbb\xbf"
"""UTF-8's byte order mark."""

SNIFFED = 8_192
"""Bytes looked at to tell binary from text, as git does."""


MOSTLY = 0.8
"""Share of NULs in one half of the bytes, and of printable ones in the other, that makes UTF-16 of Western text."""


class Unreadable(Exception):
    """Why something cannot be an article; `line` is 1-based."""

    def __init__(self, message: str, remedy: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line


def open_file(path: Path) -> BufferedReader:
    """Open a regular file; never waits for a pipe or a device.

    Raises:
        Unreadable: when it is something else or cannot be opened.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        kind = _kind(path.stat().st_mode)
        if kind:
            raise Unreadable(f"this is {kind}, not a file", "Name a file, or pipe the text in: … | copydesk check -")
        return os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise _not_opened(path, error) from error


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISDIR, "a folder"),
    )
    return next((kind for test, kind in kinds if test(mode)), "")


def _not_opened(path: Path, error: OSError) -> Unreadable:
    if error.errno == errno.ELOOP:
        return Unreadable("the symlink leads back to itself", "Remove it, or exclude it.")
    if error.errno == errno.ENOENT and path.is_symlink():
        return Unreadable(
            f"the symlink leads nowhere ({path.readlink()} does not exist)", "Mend or remove it, or exclude it."
        )
    if isinstance(error, PermissionError):
        return Unreadable(
            "the file cannot be read: permission denied", "Let the user who runs copydesk read it, or exclude it."
        )
    return Unreadable(
        f"the file cannot be read: {(error.strerror or str(error)).lower()}", "See that it exists and can be read."
    )


def read_all(stream: BinaryIO, max_bytes: int) -> bytes:
    """Return all bytes of a stream.

    Raises:
        Unreadable: when there are more than `max_bytes`; no more than these are held.
    """
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        size = _size_of(stream)
        held = f"is {size / 1e6:,.1f} MB" if size else "goes on"
        raise Unreadable(
            f"the article {held}; the limit is {max_bytes / 1e6:,.1f} MB",
            "Split it into articles, exclude it, or raise `max-bytes` in the settings.",
        )
    return data


def _size_of(stream: BinaryIO) -> int:
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError, AttributeError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def decode(data: bytes) -> str:
    """Return the text of a file, byte order mark and line ends as they are.

    Raises:
        Unreadable: when it is empty, binary, or not UTF-8.
    """
    if not data.removeprefix(BOM).strip():
        raise Unreadable(
            "the file is empty" if not data else "the file holds nothing but white space",
            "Fill it, remove it, or exclude it.",
        )
    for mark, name in UTF_MARKS:
        if data.startswith(mark):
            raise Unreadable(f"the file is {name}", f"Save it as UTF-8, for example with: iconv -f {name} -t UTF-8")
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"this is {name}, not text", "Export it as Markdown, HTML or plain text.")
    if b"\0" in data[:SNIFFED]:
        raise _binary(data[:SNIFFED])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from error


def _binary(head: bytes) -> Unreadable:
    for name, nuls, letters in (("UTF-16LE", head[1::2], head[::2]), ("UTF-16BE", head[::2], head[1::2])):
        if nuls.count(0) > MOSTLY * len(nuls) and sum(byte >= ord(" ") for byte in letters) > MOSTLY * len(letters):
            remedy = f"Save it as UTF-8, for example with: iconv -f {name} -t UTF-8"
            return Unreadable("the file looks like UTF-16 without a byte order mark", remedy)
    line = head.count(b"\n", 0, head.index(b"\0")) + 1
    remedy = "Export it as Markdown, HTML or plain text, or exclude it."
    return Unreadable("the file is binary (it holds NUL bytes)", remedy, line)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    before = data[: error.start].decode("utf-8")
    place = position(line_starts(before), len(before))
    if error.reason == "unexpected end of data":
        return Unreadable("the file ends in the middle of a character", "It was cut off: get it again.", place.line)
    message = f"the file is not UTF-8: byte 0x{data[error.start]:02X} in column {place.column}"
    return Unreadable(message, f"Save it as UTF-8{_conversion(data)}.", place.line)


def _conversion(data: bytes) -> str:
    try:
        data.decode("windows-1252")
    except UnicodeDecodeError:
        return ""
    return "; if it is Windows-1252 (Western European): iconv -f WINDOWS-1252 -t UTF-8"
