"""The evaluation data as articles, each record with the place of what is judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checks.article import Article, Format, Sentence
from checks.parsing import parse
from checks.position import Span


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
    by_article: dict[str, list[dict[str, Any]]] = {}
    for record in records(data, name):
        by_article.setdefault(record["article"], []).append(record if markers else {**record, "cites": None})
    for title, rows in by_article.items():
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
