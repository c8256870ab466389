"""Labels of our own: sentences that we wrote, and what we hold of published articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "labels"
PARAGRAPH = 4
"""Sentences of a paragraph, where the file does not say."""

_MARKED = re.compile(r"\[\[(.*?)\]\]")


class Written(NamedTuple):
    """An article that we wrote, as Markdown, with the label of each sentence."""

    title: str
    source: str
    labels: dict[str, int]


def written() -> Iterator[Written]:
    """Yield the articles of the folder `articles`, whose titles differ."""
    for path in sorted((FOLDER / "articles").glob("*.txt")):
        yield from _articles(path)


def _articles(path: Path) -> Iterator[Written]:
    title, parts, labels = "", list[str](), dict[str, int]()
    paragraph: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "## "]:
        if line[:2] in {"+ ", "- ", "~ "}:
            paragraph.append(line[2:])
            if line[0] != "~":
                labels[line[2:]] = int(line[0] == "+")
            if len(paragraph) < PARAGRAPH:
                continue
        if paragraph:
            parts.append(" ".join(paragraph))
            paragraph = []
        if line.startswith("## "):
            if title:
                yield Written(title, "\n\n".join(parts), labels)
            title, parts, labels = line[3:], [f"# {line[3:]}"], {}
        elif line.startswith("# ") and title:
            parts.append(f"#{line}")


def praised_articles() -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Yield the title of each article of the folder `praised`, its Markdown and the places that are marked in it."""
    for path in sorted((FOLDER / "praised").glob("*.txt")):
        for article in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, *rows = article.splitlines()
            parts = [" ".join(filter(None, them)) for _, them in groupby(rows, key=_parting)]
            marked = "\n\n".join([f"# {title}", *(f"#{one}" if one.startswith("# ") else one for one in parts if one)])
            yield title, *_marked(marked)


def _parting(row: str) -> str:
    """Return what parts a line from the lines of a paragraph: a heading, or nothing at all."""
    return row if row.startswith("# ") or not row else "text"


def spoken() -> Iterator[tuple[str, int]]:
    """Yield the sentences of `spoken.txt`, each with whether it is worth checking."""
    for line in (FOLDER / "spoken.txt").read_text(encoding="utf-8").splitlines():
        if line[:2] in {"+ ", "- "}:
            yield line[2:], int(line[0] == "+")


def praised(name: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the sentences of a file, `praise.txt` or `peacock.txt`, with the places that are marked in them."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _marked(line)


def _marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the places that they enclosed."""
    places = [
        (match.start() - 4 * number, match.end() - 4 * (number + 1))
        for number, match in enumerate(_MARKED.finditer(text))
    ]
    return _MARKED.sub(r"\1", text), places


def published(name: str) -> dict[tuple[str, ...], float]:
    """Return the labels of published sentences: article, digest and, of praise, token, to label."""
    found = {}
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            *key, label = line.split("\t")
            found[tuple(key)] = float(label)
    return found


def digest(sentence: str) -> str:
    """Return what stands for a sentence in a file of labels."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]
