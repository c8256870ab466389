"""language-tool-python as it comes: it starts a server of its own and checks one short text.

    python -m tests.benchmarks.library_start FOLDER TEXT

Its own download may not be reachable, so it is given the same jars that
copydesk uses, in the shape it expects: a folder `LanguageTool-6.8` in FOLDER
with a jar that does nothing but name the others.
"""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def lay_out(folder: Path, jars: Iterable[Path], version: str) -> None:
    """Write the folder that language-tool-python takes for an unpacked LanguageTool."""
    home = folder / f"LanguageTool-{version}"
    home.mkdir(parents=True)
    line = "Class-Path: " + " ".join(jar.resolve().as_uri() for jar in jars)
    manifest = "\r\n".join(["Manifest-Version: 1.0", *_folded(line), "", ""])
    with zipfile.ZipFile(home / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest)


def _folded(line: str, width: int = 70) -> Iterator[str]:
    """Yield the lines of a manifest entry: each at most 72 bytes, later ones indented by a blank."""
    yield line[:width]
    for at in range(width, len(line), width - 1):
        yield " " + line[at : at + width - 1]


def main(folder: Path, text: str) -> None:
    """Check `text` with a server that the library starts."""
    os.environ["LTP_PATH"] = str(folder)
    import language_tool_python

    with language_tool_python.LanguageTool("en-US") as tool:
        assert tool.check(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
