"""The pinned jars of LanguageTool: for English, and what each further language adds.

    python -m flows.languagetool.lock

makes both lists anew, a tool for developers. It has Maven (which must be on
PATH) resolve LanguageTool's server with English, and then every other language
that LanguageTool's own `language-all` names, each with the same versions of
what English has already; and writes path, size and SHA-256 of each jar beside
this module, with the licence that its project states for those of a language.
At run time nothing but these lists is needed. Spanish, Catalan and Portuguese
come with English because LanguageTool's language identifier does not start
without them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

VERSION = "6.8"
BASE = ("en", "es", "ca", "pt")
"""Languages that the list for English makes complete."""

NAME = "languagetool.lock"
FURTHER = "languages.lock"


class Jar(NamedTuple):
    """One pinned file of a Maven repository."""

    path: str
    """In the repository, with forward slashes."""
    size: int
    """In bytes."""
    sha256: str


def pinned() -> tuple[Jar, ...]:
    """Return the jars that English needs, in class path order."""
    return tuple(_jar(line) for line in _lines(NAME))


@cache
def further() -> Mapping[str, tuple[Jar, ...]]:
    """Return what each language (by primary subtag) needs besides the jars for English; those of `BASE` nothing."""
    found: dict[str, list[Jar]] = {code: [] for code in BASE}
    jars: list[Jar] = []
    for line in _lines(FURTHER):
        if line.startswith("["):
            jars = found.setdefault(line.strip("[]"), [])
        else:
            jars.append(_jar(line))
    return MappingProxyType({code: tuple(them) for code, them in sorted(found.items())})


def pinned_for(languages: Iterable[str]) -> tuple[Jar, ...]:
    """Return the jars for English and some more languages; those for English come first, as they always are."""
    more = {jar: None for code in sorted(set(languages)) for jar in further()[code]}
    return (*pinned(), *more)


def _lines(name: str) -> Iterator[str]:
    lines = (files(__package__) / name).read_text("utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))


def _jar(line: str) -> Jar:
    path, size, sha256 = line.split()[:3]
    return Jar(path, int(size), sha256)


def main() -> None:
    """Write both lists."""
    from flows.languagetool import resolve

    with tempfile.TemporaryDirectory() as folder:
        english, others = resolve.resolve(VERSION, BASE, Path(folder))
    beside = Path(__file__).parent
    beside.joinpath(NAME).write_text(resolve.english_list(VERSION, english), "utf-8")
    beside.joinpath(FURTHER).write_text(resolve.further_list(VERSION, others), "utf-8")
    more = {jar for jars in others.values() for jar in jars}
    for title, jars in (("English", english), (f"{len(others)} further languages", more)):
        size = sum(one.jar.size for one in jars) / 1e6
        print(f"{title}: {len(jars)} jars, {size:.1f} MB")  # noqa: T201  # a tool to run by hand


if __name__ == "__main__":
    main()
