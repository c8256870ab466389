"""The model of praise: whether a word is puffery where it stands, or meant plainly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from checks.article import Article, Format, Sentence
from checks.evidence.sources.heard import strong
from checks.evidence.statements.exempt import exempt
from checks.evidence.wordings.sense import company, manner, talks, traits
from checks.evidence.wordings.wording import candidates
from checks.parsing import parse
from checks.phrases import phrase
from checks.position import Span
from checks.tokens import tokens
from tests.benchmarks.training import praise_card as card
from tests.benchmarks.training.data import records, single, whole
from tests.benchmarks.training.fitting import (
    FOLDS,
    Fitted,
    Sample,
    Settings,
    Trained,
    curve,
    fit,
    fold,
    held_out,
    interpolated,
    pruned,
    written,
)
from tests.benchmarks.training.labels import digest, praised, praised_articles, published
from tests.benchmarks.training.praise_card import Judged

SETTINGS = Settings(strength=0.15, fewest=2, scales={"~phrase": 3.0, "~after": 2.0, "~near": 1.5, "~others": 1.5})
BARS = {
    "alone": 0.2,
    "passage": 0.5,
    "strict": 0.5,
    "cited": 0.36,
    "long": 0.53,
    "talk": 0.68,
    "hype": 0.53,
    "hype_strict": 0.48,
    "hype_cited": 0.32,
}
"""Share from which a wording is reported, by the kind of text; see `checks.evidence.wordings.sense.bar`;
`hype` is the highest for words that hardly ever do anything but praise, `hype_strict` the highest for them in
articles on health, law or money, `hype_cited` in those that cite. Shares are told by `CURVES`: the one of
encyclopedic text is far lower, and where all else has a note, praise without one stands out."""

CURVES = ("", "talk", "long", "told")

SEEDS = (0, 1)
MEANT_SEED = 5
PUFFERY = {"puffery": (1, 0.6), "ir": (0, 1.0), "random": (0, 1.0), "same_article": (0, 0.5)}
"""Label and weight of a candidate by the kind of its sentence, where the data does not say which words are meant."""

REST_OF_HYPE = 0.3
"""Weight of words that an editor left standing in a sentence that was toned down."""

OTHER_BIAS = 0.6
MEANT_ROUNDS = 1
LEAST = {"": 0.04}
LEAST_OTHER = 0.08
"""Smaller weights are left out: of traits, and of words whose weights are averaged."""

OF_PHRASES = frozenset({"~phrase", "~others"})
"""Fields that only words of the lists can have."""

LEAST_MEANT = 0.3
"""Share of its weight that a tagged sentence keeps when nothing in it looks like praise: tags are often wrong."""

BACKGROUND = 0.3
"""Weight of words in text that nobody judged, which are hardly ever praise that an editor would strike."""

PUBLISHED = 1.4
ENCYCLOPEDIC = 1.0
ORIGINALS = frozenset({"single", "wiki_src", "wet_src", "shares_a_quote"})
"""Kinds of documents of `dup_corpus` that nobody rewrote."""

WRITTEN = {"praise.txt": 0.7, "peacock.txt": 0.3}
"""Weight of sentences of our own: of every kind of text, and as people, bands, schools and towns are written about."""

IN_ARTICLES = 0.25
"""Weight of those that stand in whole articles of ours."""

HEAD = (
    "Whether a word of the lists praises: a linear model over the traits of checks/evidence/wordings/sense.py.",
    "Written by `python -m tests.benchmarks.training`; what it was fitted on, licences, figures and limits: praise.md.",
)


def train(data: Path, articles: Path, meaning: Mapping[str, Any]) -> Trained:
    """Print cross-validated figures and return the texts of the model file and of its card."""
    samples = gathered(data, articles)
    raws = [_held_out(samples, meaning, seed) for seed in SEEDS]
    rows = {name: records(data, name) for name in ("hype_npov", "puffery")}
    splits, told = [], []
    for seed, raw in enumerate(raws):
        # A split is judged by the curves of the others, so that what is told of confidence is not told of itself.
        others = [one for number, one in enumerate(raws) if number != seed]
        curves = {name: _curve(samples, others, name) for name in CURVES}
        splits.append(
            [
                Judged(one, interpolated(x, curves.get(one.curve, curves[""])))
                for x, one in zip(raw, samples, strict=True)
            ]
        )
        told.append(card.figures(splits[-1], rows, BARS))
        print(
            f"praise, held out by article, split {seed}:",
            "; ".join(f"{name} {them}" for name, them in told[-1].items()),
        )
    fitted = _fit(samples, meaning)
    curves = {name: _curve(samples, raws, name) for name in CURVES}
    return Trained(
        written(HEAD, fitted, curves, BARS), card.text(splits, told, BARS, len(fitted.weights), len(_listed()))
    )


def gathered(data: Path, articles: Path) -> list[Sample]:
    """Return all samples."""
    return [
        *_edits(data),
        *_puffery(data),
        *_published(articles),
        *_written(),
        *_in_articles(),
        *_encyclopedia(data),
        *_background(data),
    ]


def _fit(samples: Sequence[Sample], meaning: Mapping[str, Any]) -> Fitted:
    """Fit, after finding out which words of the sentences that were tagged as a whole are meant."""
    for _ in range(MEANT_ROUNDS):
        samples = list(_meant(samples, held_out(samples, meaning, SETTINGS, MEANT_SEED)))
    fitted = fit(samples, meaning, SETTINGS)
    listed = _listed()
    kept = {
        (name, word): weight
        for (name, word), weight in fitted.weights.items()
        if abs(weight) >= LEAST.get(name, LEAST_OTHER) and (name not in OF_PHRASES or word in listed)
    }
    return Fitted(fitted.bias, kept)


def _listed() -> set[str]:
    """Return the words of the phrase lists."""
    return {word for entry in strong() for step in phrase(*entry).steps for word in step.words}


def _meant(samples: Sequence[Sample], raws: Sequence[float]) -> Iterator[Sample]:
    """Yield the samples, the weight of a tagged sentence on the words that look most like praise.

    Multiple-instance learning in its plainest form: the likeliest word of a
    sentence stands for it, others count as far as they come near.
    """
    shares = [float(1 / (1 + np.exp(-raw))) for raw in raws]
    best = card.best([Judged(*pair) for pair in zip(samples, shares, strict=True)], "puffery")
    for one, share in zip(samples, shares, strict=True):
        if one.source == "puffery" and one.label:
            trust = LEAST_MEANT + (1 - LEAST_MEANT) * best[one.id]
            yield replace(one, weight=trust * share / best[one.id])
        else:
            yield one


def _held_out(samples: Sequence[Sample], meaning: Mapping[str, Any], seed: int) -> list[float]:
    """Return the raw score of each sample by a model that has not seen its group."""
    raw = [0.0] * len(samples)
    for part in range(FOLDS):
        fitted = pruned(_fit([one for one in samples if fold(one.group, seed) != part], meaning))
        for at, one in enumerate(samples):
            if fold(one.group, seed) == part:
                raw[at] = fitted.raw(one)
    return raw


def _curve(samples: Sequence[Sample], raws: Sequence[Sequence[float]], part: str) -> list[tuple[float, float]]:
    # What counts little for a model, since nobody judged it, is as frequent as the rest for all that.
    rows = [
        (raw, one.label, ENCYCLOPEDIC if one.source == "background" else one.weight)
        for scores in raws
        for raw, one in zip(scores, samples, strict=True)
        if one.curve == part
    ]
    return curve(*zip(*rows, strict=True))


def _samples(
    article: Article, sentence: Sentence, source: str, name: str, group: str
) -> Iterator[tuple[Sample, Span, int]]:
    """Yield each candidate of a sentence, without its label, with its place and token."""
    column = tokens(article)
    where = column.sentences[sentence.index]
    found = candidates(column.words, where)
    for at, one in enumerate(found):
        seen = traits(column, one, where, company(found, at), talk=talks(article))
        means = {"~phrase": seen.phrase, "~after": seen.following, "~near": seen.near, "~others": seen.others}
        names = tuple(("", each) for each in seen.names)
        span = column.span(one.hit.first, one.hit.stop)
        yield Sample(source, name, group, 0, 0, names, means, manner(article)), span, one.hit.first - where.start


def _labelled(sample: Sample, label: float, weight: float) -> Sample:
    return Sample(**{**vars(sample), "label": label, "weight": weight})


def _edits(data: Path) -> Iterator[Sample]:
    for record, article, _ in single(data, "hype_npov"):
        removed = [Span(start, end) for start, end in record.get("spans", ())]
        group = record.get("title") or record.get("pair") or record["id"]
        for sentence in article.sentences:
            for sample, span, _ in _samples(article, sentence, "hype_npov", record["id"], group):
                if any(span.overlaps(one) for one in removed):
                    yield _labelled(sample, 1, 1.0)
                else:
                    rest = {"hype": REST_OF_HYPE, "other_bias": OTHER_BIAS}
                    yield _labelled(sample, 0, rest.get(record["kind"], 1.0))


def _puffery(data: Path) -> Iterator[Sample]:
    for record, article, _ in single(data, "puffery"):
        for sentence in article.sentences:
            for sample, _, _ in _samples(article, sentence, "puffery", record["id"], record["id"]):
                yield _labelled(sample, *PUFFERY[record["kind"]])


def _published(articles: Path) -> Iterator[Sample]:
    labels = published("digitalgov-praise.tsv")
    for path in sorted(articles.glob("*.md")):
        article = parse(path.read_text(encoding="utf-8"), id=path.name, name=path.name)
        for sentence in article.sentences:
            key = (path.name, digest(article.slice(sentence.span)))
            for sample, _, token in _samples(article, sentence, "digitalgov", path.name, path.name):
                label = labels.get((*key, str(token)))
                for each, share in () if label is None else ((1, label), (0, 1 - label)):
                    if share:
                        yield _labelled(sample, each, PUBLISHED * share)


def _written() -> Iterator[Sample]:
    own = [(name, weight, *one) for name, weight in WRITTEN.items() for one in praised(name)]
    for number, (name, weight, text, places) in enumerate(own):
        article = parse(text, id=f"{name} {number}", format=Format.PLAIN)
        for sentence in article.sentences:
            for sample, span, _ in _samples(article, sentence, "written", article.id, article.id):
                label = any(span.overlaps(Span(*one)) for one in places)
                yield _labelled(sample, int(label), weight)


def _in_articles() -> Iterator[Sample]:
    for title, text, marked in praised_articles():
        article = parse(text, id=title, format=Format.MARKDOWN)
        places = [article.map.to_text(Span(*one)) for one in marked]
        for sentence in article.sentences:
            for sample, span, _ in _samples(article, sentence, "articles", title, title):
                yield _labelled(sample, int(any(span.overlaps(one) for one in places)), IN_ARTICLES)


def _encyclopedia(data: Path) -> Iterator[Sample]:
    """Yield the words of the lists in encyclopedic articles, most of which mean them plainly."""
    labels = published("encyclopedia-praise.tsv")
    for article, group in _encyclopedic(data):
        for sentence in article.sentences:
            if exempt(article, sentence):
                continue
            key = (article.id, digest(article.slice(sentence.span)))
            for found, _, token in _samples(article, sentence, "encyclopedia", article.id, group):
                # Excerpts that were put among the chrome of a site are no measure of texts that talk.
                sample = found if found.curve == "told" else replace(found, curve="none")
                label = labels.get((*key, str(token)))
                if label is None:
                    yield replace(sample, source="background", weight=BACKGROUND)
                else:
                    yield _labelled(sample, label, ENCYCLOPEDIC)


def _encyclopedic(data: Path) -> Iterator[tuple[Article, str]]:
    """Yield whole articles with their notes and excerpts of others, each with the title that its group goes by."""
    articles = {one.article.id: one.article for one in whole(data, "citeneed_art")}
    for title, article in articles.items():
        yield article, title
    seen: set[str] = set()
    for record in records(data, "dup_corpus"):
        title = record["source"].removeprefix("enwiki ").partition(" / ")[0]
        known = title in articles or title == record["source"] or record["cluster"] in seen
        if record["kind"] in ORIGINALS and not known:
            seen.add(record["cluster"])
            yield parse(record["text"], id=record["id"], format=Format.PLAIN), title


def _background(data: Path) -> Iterator[Sample]:
    """Yield the words of the lists in edited prose: what they mean when nobody praises."""
    for one in (judged.article for judged in single(data, "grammar_clean")):
        for sentence in one.sentences:
            if not exempt(one, sentence):
                for sample, _, _ in _samples(one, sentence, "background", one.id, one.id):
                    yield replace(sample, weight=BACKGROUND, curve="none")
