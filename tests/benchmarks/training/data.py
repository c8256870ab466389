"""The evaluation data as articles, each record with the place of what is judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checks.article import Article, Format, Sentence
from checks.parsing import parse
from checks.position import Span

TAILS = {"tail", "lead_tail"}
"""Kinds of sentences of whole articles that stand behind the last marker of their paragraph."""


class Judged(NamedTuple):
    """A record, the article that holds it and where."""

    record: dict[str, Any]
    article: Article
    span: Span


def records(data: Path, name: str) -> list[dict[str, Any]]:
    """Return the records of one file."""
    lines = (data / f"{name}.dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def single(data: Path, name: str) -> Iterator[Judged]:
    """Yield records whose text stands alone."""
    for record in records(data, name):
        article = parse(record["text"], id=record["id"], format=Format.PLAIN)
        yield Judged(record, article, Span(0, len(record["text"])))


def excerpts(data: Path, name: str) -> Iterator[Judged]:
    """Yield records that come with their heading and neighbors."""
    for record in records(data, name):
        before = f"{record['section']}\n\n" if record.get("section") else ""
        before += (record.get("prev") or "").strip()
        before += " " if before and not before.endswith("\n") else ""
        text = f"{before}{record['text']} {record.get('next') or ''}"
        article = parse(text, id=record["id"], format=Format.PLAIN, title=record.get("article") or "")
        yield Judged(record, article, Span(len(before), len(before) + len(record["text"])))


def whole(data: Path, name: str, *, markers: bool = True) -> Iterator[Judged]:
    """Yield the sentences of whole articles, with markers such as [3] where references stood, or as if none had."""
    for title, rows in _by_article(data, name).items():
        yield from _shown(title, rows if markers else [{**row, "cites": None} for row in rows])


def behind_notes(data: Path, name: str) -> Iterator[tuple[Judged, bool]]:
    """Yield what stands behind the last marker of its paragraph, and whether one at the end of it was taken away.

    Each paragraph in which more than one sentence carries markers loses the last of them. What stands between that
    one and the one before now lacks the source that it had; what stood behind it never had one.
    """
    for title, rows in _by_article(data, name).items():
        paragraphs: dict[tuple[str, Any], list[int]] = {}
        for at, row in enumerate(rows):
            paragraphs.setdefault((row["section"], row["para"]), []).append(at)
        bereft: set[int] = set()
        for places in paragraphs.values():
            marked = [at for at in places if rows[at].get("cites")]
            if len(marked) > 1:
                bereft.update(range(marked[-2] + 1, marked[-1] + 1))
        left = [{**row, "cites": None} if at in bereft else row for at, row in enumerate(rows)]
        for at, judged in enumerate(_shown(title, left)):
            if at in bereft or rows[at]["kind"] in TAILS:
                yield judged, at in bereft


def _by_article(data: Path, name: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records(data, name):
        found.setdefault(record["article"], []).append(record)
    return found


def _shown(title: str, rows: list[dict[str, Any]]) -> Iterator[Judged]:
    """Yield the records of an article as they stand in its text."""
    text, places = _rendered(title, rows)
    article = parse(text, id=title, format=Format.PLAIN)
    for record, span in zip(rows, places, strict=True):
        yield Judged(record, article, span)


def _rendered(title: str, rows: list[dict[str, Any]]) -> tuple[str, list[Span]]:
    text, places = f"{title}\n", []
    section = paragraph = None
    number = 0
    for record in rows:
        if record["section"] != section and record["section"] != "LEAD":
            text += f"\n\n{record['section']}"
            paragraph = None
        if record["para"] != paragraph:
            text += "\n\n"
        elif not text.endswith("\n"):
            text += " "
        section, paragraph = record["section"], record["para"]
        shown, last = "", 0
        for at in record.get("cites") or ():
            number += 1
            shown += f"{record['text'][last:at]}[{number}]"
            last = at
        shown += record["text"][last:]
        places.append(Span(len(text), len(text) + len(shown)))
        text += shown
    return text, places


def sentences_of(judged: Judged) -> list[Sentence]:
    """Return the sentences that hold most of what is judged."""
    article, span = judged.article, judged.span
    found = []
    for sentence in article.sentences:
        shared = min(span.end, sentence.span.end) - max(span.start, sentence.span.start)
        if shared > 0 and shared >= min(0.3 * span.length, 0.5 * sentence.span.length):
            found.append(sentence)
    return found
