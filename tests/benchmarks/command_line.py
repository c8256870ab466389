"""LanguageTool's own command line: one call for a folder of plain texts, as its users make it.

It is no part of copydesk, so its two jars are fetched here, pinned like the
others, and run with those that copydesk uses, on the same Java, with no
setting of Java's changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from checks.grammar.options import GrammarOptions
from checks.grammar.rules import unwanted_categories, unwanted_rules
from flows.languagetool.fetch import fetch
from flows.languagetool.host import Host
from flows.languagetool.install import default_repository
from flows.languagetool.lock import Jar

MAIN = "org.languagetool.commandline.Main"
LANGUAGE = "en-US"
TEXTS = "texts"
JARS = (
    Jar(
        "org/languagetool/languagetool-commandline/6.8/languagetool-commandline-6.8.jar",
        33_625,
        "b88f235819adbc49f11988e232bc065b61740381f6f40bfa99dc502505390efc",
    ),
    Jar(
        "commons-io/commons-io/2.17.0/commons-io-2.17.0.jar",
        515978,
        "4aa4ca48f3dfd30b78220b7881d8cb93eac4093ec94361b6befa9487998a550b",
    ),
)
"""What the command line of LanguageTool 6.8 needs besides the server's jars."""

SECONDS = 300.0


def lay_texts(folder: Path, texts: Iterable[str]) -> Path:
    """Write each text to a file of its own in a new folder of that name, and return it."""
    home = folder / TEXTS
    home.mkdir()
    for number, text in enumerate(texts):
        (home / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return home


def command(java: Path, jars: Iterable[Path], host: Host, texts: Path) -> list[str]:
    """Return the call that proofreads all files in a folder by the rules that the grammar check wants."""
    options = GrammarOptions()
    own = fetch(JARS, options.repository or default_repository(), host.folder / "command-line", host, SECONDS)
    classpath = os.pathsep.join(map(str, (*own, *jars)))
    return [str(java), "-cp", classpath, MAIN, *_arguments(options), "--recursive", str(texts)]


def _arguments(options: GrammarOptions) -> Sequence[str]:
    rules, categories = sorted(unwanted_rules(options)), sorted(unwanted_categories(options))
    off = ("--disable", ",".join(rules), "--disablecategories", ",".join(categories))
    return ("--language", LANGUAGE, "--encoding", "utf-8", *off)
