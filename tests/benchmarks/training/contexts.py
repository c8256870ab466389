"""Fit the model of contexts, which tells the word of a confused pair that belongs between its neighbors.

    python -m tests.benchmarks.training.contexts DATA ARTICLES [--published-only] [--dry-run]

DATA is the folder of evaluation data (NAME.dev.jsonl), ARTICLES the folder of
the GSA/digitalgov.gov articles. Needs scikit-learn, which the product does not.

It is fitted on text in which each word of a pair is taken to be right where it
stands:

- the articles (public domain);
- Wikipedia in citeneed_art, citeneed_fa, hype_npov, puffery and dup_corpus
  (CC BY-SA 3.0 and 4.0), in dup_corpus also as WETBench's models rewrote it;
- OneStopEnglish in readability_ose and dup_corpus (CC BY-SA 4.0);
- US presidential debates in checkworthy (ClaimBuster, GPL-3.0);
- excerpts of CLEAR in dup_corpus (CC BY-NC-SA 4.0).

With --published-only, of dup_corpus only what people published on free terms
is taken: neither CLEAR nor rewritten text. What is not on this list stays out,
and so do paragraphs that share a run of words with grammar_clean or audit_e2e,
so that false alarms can be counted on those.

Writes checks/grammar/contexts.txt: for each pair the features of
checks/grammar/context.py that tell, with weights in tenths, and no text.
Prints, for each word that the rules look at, by models that have not seen the
document nor any that shares a run of words with it: how often it would be
flagged where it is right, and how often where the other word was meant, at the
threshold that ships. The rules ask for more than that before they flag.
"""

from __future__ import annotations

import argparse
import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from checks.grammar import agreement, confusions
from checks.grammar.confusions import TOKEN, Choice, neighbours
from checks.grammar.context import SCALE, features
from tests.benchmarks.training.data import records

MODEL = Path(__file__).parents[3] / "checks" / "grammar" / "contexts.txt"
CHOICES: Mapping[str, Choice] = {**confusions.CHOICES, **agreement.CHOICES}

KEPT_OUT = ("grammar_clean", "audit_e2e")
GROUPED = {
    "readability_ose": "group", "dup_corpus": "cluster", "hype_npov": "title", "puffery": "id", "checkworthy": "id",
    "citeneed_fa": "article",
}  # fmt: skip
"""What tells the document of a record, by data set."""

AS_PUBLISHED = ("enwiki", "OneStopEnglish")
"""How the source of a record of dup_corpus begins if it is text on free terms, as people published it."""

RUN = 8
"""Words in a row that two texts share only if one is from the other."""
SHORTEST = 40
"""Code points of a paragraph."""
BEGINNING = 80
"""Code points by which a paragraph is known to have been seen."""

FEWEST = 4
"""Places in which a feature must occur."""
STRENGTH = 0.3
"""Inverse of the regularization."""
LEAST = 2
"""Smaller weights, in tenths, are left out."""
FOLDS = 4

HEAD = """\
# For pairs of words that are taken for each other, what features of the context (see context.py) speak for the first,
# in tenths. Fitted by logistic regression on public texts: articles of digital.gov (public domain), Wikipedia
# (CC BY-SA 3.0 and 4.0), OneStopEnglish (CC BY-SA 4.0), the ClaimBuster data (GPL-3.0){more}.
# It holds words and counts made into weights, no text.
# Written by `python -m tests.benchmarks.training.contexts{option}`."""
MORE = """,
# WETBench's rewrites of Wikipedia, excerpts of CLEAR (CC BY-NC-SA 4.0)"""

_BLANK = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w+")
_MARKUP = (
    (re.compile(r"\A---\n.*?\n---\n", re.DOTALL), ""),
    (re.compile(r"```.*?```", re.DOTALL), ""),
    (re.compile(r"\{\{.*?\}\}", re.DOTALL), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<[^>]*>"), ""),
    (re.compile(r"[*_`#>]"), ""),
)


class Paragraph(NamedTuple):
    """A paragraph and its document."""

    document: str
    text: str


class Place(NamedTuple):
    """Where a word of a pair stands."""

    document: str
    features: tuple[str, ...]
    first: bool
    """Whether it is the pair's first word."""


class Model(NamedTuple):
    """Weights of one pair, in tenths."""

    bias: int
    weights: dict[str, int]

    def odds(self, place: Place) -> float:
        """Return the log odds for the pair's first word, as the product computes them."""
        return (self.bias + sum(self.weights.get(one, 0) for one in place.features)) / SCALE


def train(data: Path, articles: Path, *, published_only: bool = False) -> str:
    """Print cross-validated figures and return the text of the model file."""
    paragraphs = list(_paragraphs(data, articles, published_only=published_only))
    print(f"{len(paragraphs)} paragraphs, {sum(len(one.text.split()) for one in paragraphs)} words")
    folds = _folds(paragraphs)
    option = " --published-only" if published_only else ""
    lines = [HEAD.format(more="" if published_only else MORE, option=option)]
    for pair, places in _places(paragraphs).items():
        for line in _figures(pair, places, folds):
            print(line)
        model = fit(places)
        lines += [f"[{pair}]", f"\t{model.bias}", *(f"{name}\t{weight}" for name, weight in model.weights.items())]
    return "\n".join(lines) + "\n"


def fit(places: Sequence[Place]) -> Model:
    """Fit the weights of one pair, both words as likely from the start."""
    count = Counter(name for place in places for name in place.features)
    rows = [{name: 1 for name in place.features if count[name] >= FEWEST} for place in places]
    vectorizer = import_module("sklearn.feature_extraction").DictVectorizer()
    matrix = vectorizer.fit_transform(rows).tocsr()
    # liblinear takes no wider indices
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    machine = import_module("sklearn.linear_model").LogisticRegression(
        C=STRENGTH, solver="liblinear", class_weight="balanced"
    )
    machine.fit(matrix, [place.first for place in places])
    weights = zip(vectorizer.feature_names_, _tenths(machine.coef_[0]), strict=True)
    kept = {name: weight for name, weight in weights if abs(weight) >= LEAST}
    return Model(_tenths(machine.intercept_)[0], kept)


def _tenths(weights: Sequence[float]) -> list[int]:
    return [round(float(weight) * SCALE) for weight in weights]


def _figures(pair: str, places: Sequence[Place], folds: Mapping[str, int]) -> Iterator[str]:
    odds: list[tuple[Place, float]] = []
    for part in range(FOLDS):
        model = fit([place for place in places if folds[place.document] != part])
        odds += [(place, model.odds(place)) for place in places if folds[place.document] == part]
    for word, choice in CHOICES.items():
        if choice.pair == pair:
            yield _figure(word, choice, odds)


def _figure(word: str, choice: Choice, odds: Sequence[tuple[Place, float]]) -> str:
    flagged = {True: 0, False: 0}
    total = {True: 0, False: 0}
    for place, value in odds:
        meant = place.first == (choice.sign > 0)
        total[meant] += 1
        flagged[meant] += choice.sign * value >= choice.threshold
    caught = flagged[True] / total[True]
    return f"{word}: {flagged[False]} of {total[False]} wrongly flagged, {caught:.0%} for {choice.other} caught"


def _places(paragraphs: Sequence[Paragraph]) -> dict[str, list[Place]]:
    """Return the places of each pair, in the order in which the rules name the pairs."""
    found: dict[str, list[Place]] = {choice.pair: [] for choice in CHOICES.values()}
    pairs = {word: pair for pair in found for word in pair.split()}
    for document, text in paragraphs:
        for match in TOKEN.finditer(text):
            word = match[0].lower().replace("’", "'")
            if word in pairs:
                names = tuple(features(*neighbours(text, *match.span())))
                found[pairs[word]].append(Place(document, names, word == pairs[word].split()[0]))
    return found


def _paragraphs(data: Path, articles: Path, *, published_only: bool) -> Iterator[Paragraph]:
    """Yield each paragraph once."""
    kept_out = {run for name in KEPT_OUT for record in records(data, name) for run in _runs(record["text"])}
    seen: set[str] = set()
    for document, text in _documents(data, articles, published_only=published_only):
        for block in _BLANK.split(text):
            paragraph = " ".join(block.split())
            beginning = paragraph[:BEGINNING]
            if len(paragraph) >= SHORTEST and beginning not in seen and kept_out.isdisjoint(_runs(paragraph)):
                seen.add(beginning)
                yield Paragraph(document, paragraph)


def _documents(data: Path, articles: Path, *, published_only: bool) -> Iterator[tuple[str, str]]:
    for path in sorted(articles.glob("*.md")):
        yield path.name, _plain(path.read_text(encoding="utf-8"))
    yield from _wholes(data)
    for name, key in GROUPED.items():
        for record in records(data, name):
            if not published_only or name != "dup_corpus" or record["source"].startswith(AS_PUBLISHED):
                yield f"{name} {record.get(key) or record['id']}", record["text"]


def _wholes(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the articles whose sentences are the records of citeneed_art."""
    found: dict[str, dict[tuple[str, int], list[str]]] = {}
    for record in records(data, "citeneed_art"):
        paragraphs = found.setdefault(record["article"], {})
        paragraphs.setdefault((record["section"], record["para"]), []).append(record["text"])
    for title, paragraphs in found.items():
        yield title, "\n\n".join(" ".join(sentences) for sentences in paragraphs.values())


def _plain(markdown: str) -> str:
    for pattern, instead in _MARKUP:
        markdown = pattern.sub(instead, markdown)
    return html.unescape(markdown)


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _folds(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """Return the part of the data of each document, the same for those that share a run of words; parts are even."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = one = parent[parent[one]]
        return one

    holder: dict[str, str] = {}
    for document, text in paragraphs:
        for run in _runs(text):
            parent[root(document)] = root(holder.setdefault(run, document))
    size = Counter[str]()
    for document, text in paragraphs:
        size[root(document)] += len(text)
    filled = [0] * FOLDS
    part: dict[str, int] = {}
    for group, length in size.most_common():
        part[group] = filled.index(min(filled))
        filled[part[group]] += length
    return {document: part[root(document)] for document, _ in paragraphs}


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.training.contexts", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--published-only", action="store_true", help="leave out CLEAR and rewritten text")
    parser.add_argument("--dry-run", action="store_true", help="print the figures and write nothing")
    given = parser.parse_args(arguments)
    text = train(given.data, given.articles, published_only=given.published_only)
    if not given.dry_run:
        MODEL.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
