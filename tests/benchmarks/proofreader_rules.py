"""What LanguageTool's rules find, and how often they are right: the numbers behind `checks/grammar/rules.toml`.

    python -m tests.benchmarks.proofreader_rules DATA ARTICLES > docs/languagetool-rules.md

DATA is the folder of evaluation data, ARTICLES that of the GSA/digitalgov.gov
articles. LanguageTool reads all of them with no rule off. `--unread` prints
instead what of the articles no label tells of, for labels/digitalgov-proofreading.tsv.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from checks.article import Article, Format
from checks.grammar.dialect import dialect
from checks.grammar.options import GrammarOptions
from checks.grammar.rules import is_off, is_off_category, is_spelling, needs_noun, unwanted_rules
from checks.grammar.text import proof
from checks.parsing import parse
from checks.position import Span
from checks.rule import Match

LABELS = Path(__file__).parent / "labels" / "digitalgov-proofreading.tsv"
WORKERS = 4
AROUND = 40
"""Code points on either side by which a hit is told from others."""

INTRODUCTION = """\
# LanguageTool's rules, and how often they are right

Written by `python -m tests.benchmarks.proofreader_rules`: LanguageTool 6.8 read {words} words of four kinds with no
rule off. Decided on this, and nothing else, is what of it `checks/grammar/rules.toml` leaves off.

- **read**: articles of digital.gov as they were published ({read} words). We read what a rule flagged, eight places of
  each drawn at random, all where there are fewer: places where a copy editor would change something, and others. Rules
  on style, of which none is wanted here, were not read.
- **edited**: published articles without known faults ({edited} words); whatever is flagged there counts as wrong.
- **planted**: the same with faults put in; what is flagged there is right.
- **editors**: paragraphs that the editors of a publication corrected later ({editors} words): flagged where they did,
  and elsewhere.

A rule is off when it is wrong more often than right, and twice at least; when it is on a matter of taste or style; or
when a rule of our own finds the same with fewer false alarms. Spelling is judged word by word
(`checks/grammar/spelling.py`). “Before a noun” is said of compounds that count only there, written apart. Two figures
mislead: what EN_SPLIT_WORDS_HYPHEN flags in edited text are hyphens that line breaks left there, and A_NNS was wrong
mostly on names, which are spared now.

| rule | category | state | read: right | wrong | of | edited: wrong | planted: right | editors: right | elsewhere |
|---|---|---|---|---|---|---|---|---|---|
"""


class Text(NamedTuple):
    """An article, where it comes from, and the places where it is known to be wrong."""

    source: str
    article: Article
    faults: tuple[Span, ...] = ()


class Hit(NamedTuple):
    """One match in one article; the span is in the reader's text."""

    text: Text
    match: Match
    span: Span

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells this place from others, and gives nothing of the text away."""
        around = self.text.article.text[max(0, self.span.start - AROUND) : self.span.end + AROUND]
        return self.text.article.id, self.match.rule, hashlib.sha256(around.encode()).hexdigest()[:12]

    @property
    def is_known_fault(self) -> bool:
        """Whether it touches a place that is known to be wrong."""
        return any(self.span.start <= fault.end and fault.start <= self.span.end for fault in self.text.faults)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the page, or what is to be labelled."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.proofreader_rules", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--unread", action="store_true")
    given = parser.parse_args(arguments)
    texts = list(_texts(given.data, given.articles))
    hits = _hits(texts)
    lines = _unread(hits) if given.unread else chain([_introduction(texts)], _rows(hits))
    print("".join(lines), end="")


def _texts(data: Path, articles: Path) -> Iterator[Text]:
    for path in sorted(articles.glob("*.md")):
        yield Text("read", parse(path.read_text("utf-8"), id=path.name, format=Format.MARKDOWN))
    files = (
        ("edited", "grammar_clean", "text", Format.PLAIN),
        ("planted", "grammar_synth", "text", Format.PLAIN),
        ("editors", "editor_fixes", "before", Format.MARKDOWN),
    )
    for source, name, key, written in files:
        for line in (data / f"{name}.dev.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            wrong = record["spans"] if "spans" in record else record["gold"][0]
            faults = tuple(Span(start, end) for start, end, *_ in wrong)
            yield Text(source, parse(record[key], id=record["id"], format=written), faults)


def _hits(texts: Sequence[Text]) -> list[Hit]:
    """Return all that LanguageTool finds with every rule on."""
    from flows.languagetool import launch

    options = GrammarOptions(enabled_rules=tuple(unwanted_rules(GrammarOptions())))
    with launch(options) as tool, ThreadPoolExecutor(WORKERS) as pool:

        def check(text: Text) -> list[Hit]:
            reading = proof(text.article)
            matches = tool.check(reading.text, dialect(text.article, options)) if reading.text.strip() else ()
            places = ((match, reading.place(match.span)) for match in matches)
            return [Hit(text, match, place) for match, place in places if place]

        return list(chain.from_iterable(pool.map(check, texts)))


def _introduction(texts: Iterable[Text]) -> str:
    words = Counter[str]()
    for text in texts:
        words[text.source] += len(text.article.text.split())
    counts = {source: f"{count:,}" for source, count in words.items()}
    return INTRODUCTION.format(words=f"{words.total():,}", **counts)


def _rows(hits: Iterable[Hit]) -> Iterator[str]:
    labels, matches = _labels(), dict[str, Match]()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        matches[hit.match.rule] = hit.match
        counts[hit.match.rule][_outcome(hit, labels)] += 1
        counts[hit.match.rule][hit.text.source] += 1
    columns = ("right", "wrong", "read", "edited", "planted: right", "editors: right", "editors: elsewhere")
    for rule, count in sorted(counts.items()):
        figures = " | ".join(str(count[column] or "") for column in columns)
        yield f"| {rule} | {matches[rule].category} | {state(matches[rule])} | {figures} |\n"


def _outcome(hit: Hit, labels: Mapping[tuple[str, str, str], str]) -> str:
    if hit.text.source == "read":
        return {"1": "right", "0": "wrong"}.get(labels.get(hit.key, ""), "unread")
    return f"{hit.text.source}: {'right' if hit.is_known_fault else 'elsewhere'}"


def state(match: Match) -> str:
    """Return what becomes of a match."""
    options = GrammarOptions()
    if is_off(match, options):
        return "off, as its category" if is_off_category(match, options) else "off"
    if is_spelling(match):
        return "word by word"
    return "before a noun" if needs_noun(match) else "on"


def _labels() -> Mapping[tuple[str, str, str], str]:
    lines = LABELS.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(article, rule, digest): label for article, rule, digest, label in rows}


def _unread(hits: Iterable[Hit]) -> Iterator[str]:
    labels = _labels()
    for hit in hits:
        style = is_spelling(hit.match) or is_off_category(hit.match, GrammarOptions())
        if hit.text.source == "read" and not style and hit.key not in labels:
            around = hit.text.article.text[max(0, hit.span.start - AROUND) : hit.span.end + AROUND]
            yield "\t".join((*hit.key, "?", " ".join(around.split()))) + "\n"


if __name__ == "__main__":
    main()
