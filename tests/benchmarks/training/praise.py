"""The model of praise: is this word here puffery, or plain sense?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from checks.article import Article, Format, Sentence
from checks.evidence.sense import talks, traits
from checks.evidence.wording import candidates
from checks.parsing import parse
from checks.position import Span
from checks.tokens import tokens
from tests.benchmarks.training.data import records, single
from tests.benchmarks.training.fitting import Sample, Settings, curve, fit, held_out, written
from tests.benchmarks.training.labels import digest, praised, published

SETTINGS = Settings(strength=0.15, fewest=2, scales={"~phrase": 3.0, "~after": 2.0, "~near": 1.5})
BARS = {"strict": 0.33, "long": 0.5, "talk": 0.6}
"""Share from which a wording is reported, by the kind of text; see `checks.evidence.sense.bar`."""

CURVES = ("", "talk")

SEEDS = (0, 1)
PUFFERY = {"puffery": (1, 0.6), "ir": (0, 1.0), "random": (0, 1.0), "same_article": (0, 0.5)}
"""Label and weight of a candidate by the kind of its sentence, where the data does not say which words are meant."""

REST_OF_HYPE = 0.3
"""Weight of words that an editor left standing in a sentence that was toned down."""

OTHER_BIAS = 0.6
PUBLISHED = 2.0
WRITTEN = 1.5
HEAD = (
    "Whether a word of the lists praises: a linear model over the traits of checks/evidence/sense.py.",
    "Written by `python -m tests.benchmarks.training`; what it was fitted on, licences, figures and limits: praise.md.",
)


def train(data: Path, articles: Path, meaning: Mapping[str, Any]) -> str:
    """Print cross-validated figures and return the text of the model file."""
    samples = [*_edits(data), *_puffery(data), *_published(articles), *_written()]
    raws = [held_out(samples, meaning, SETTINGS, seed) for seed in SEEDS]
    curves = {name: _curve(samples, raws, name) for name in CURVES}
    for seed, raw in zip(SEEDS, raws, strict=True):
        shares = [
            float(np.interp(x, *zip(*curves[one.curve], strict=True))) for x, one in zip(raw, samples, strict=True)
        ]
        print(f"praise, held out by article, split {seed}:", _figures(data, samples, shares))
    return written(HEAD, fit(samples, meaning, SETTINGS), curves, BARS)


def _curve(samples: Sequence[Sample], raws: Sequence[Sequence[float]], part: str) -> list[tuple[float, float]]:
    rows = [
        (raw, one.label, one.weight)
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
    count = sum(not one.plain for one in found)
    for one in found:
        seen = traits(column, one, where, count, talk=talks(article))
        means = {"~phrase": seen.phrase, "~after": seen.following, "~near": seen.near}
        names = tuple(("", each) for each in seen.names)
        span = column.span(one.hit.first, one.hit.stop)
        part = "talk" if talks(article) else ""
        yield Sample(source, name, group, 0, 0, names, means, part), span, one.hit.first - where.start


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
    for number, (text, places) in enumerate(praised()):
        article = parse(text, id=f"written {number}", format=Format.PLAIN)
        for sentence in article.sentences:
            for sample, span, _ in _samples(article, sentence, "written", article.id, article.id):
                label = any(span.overlaps(Span(*one)) for one in places)
                yield _labelled(sample, int(label), WRITTEN)


def _figures(data: Path, samples: Sequence[Sample], shares: Sequence[float]) -> str:
    told = [_edit_figures(data, samples, shares)]
    best = _best(samples, shares, "puffery")
    rows = [one for one in records(data, "puffery") if one["kind"] in {"puffery", "ir"}]
    labels, scores = [one["label"] for one in rows], [best.get(one["id"], 0.0) for one in rows]
    f1 = f1_score(labels, [score >= BARS["strict"] for score in scores])
    told.append(f"puffery F1 {f1:.3f} AUC {roc_auc_score(labels, scores):.3f}")
    for source in ("digitalgov", "written"):
        flagged = [
            (one.label, one.weight)
            for one, share in zip(samples, shares, strict=True)
            if one.source == source and share >= BARS[one.curve or "long"]
        ]
        right = sum(label * weight for label, weight in flagged) / max(1e-9, sum(weight for _, weight in flagged))
        told.append(f"{source} precision {right:.3f}")
    return "; ".join(told)


def _best(samples: Sequence[Sample], shares: Sequence[float], source: str) -> dict[str, float]:
    best: dict[str, float] = {}
    for one, share in zip(samples, shares, strict=True):
        if one.source == source:
            best[one.id] = max(share, best.get(one.id, 0.0))
    return best


def _edit_figures(data: Path, samples: Sequence[Sample], shares: Sequence[float]) -> str:
    best = _best(samples, shares, "hype_npov")
    rows = records(data, "hype_npov")
    main = [one for one in rows if one["kind"] != "other_bias"]
    f1 = f1_score([one["label"] for one in main], [best.get(one["id"], 0.0) >= BARS["strict"] for one in main])
    pairs: dict[str, dict[str, float]] = {}
    for one in main:
        if one.get("pair"):
            pairs.setdefault(one["pair"], {})[one["kind"]] = best.get(one["id"], 0.0)
    twins = [
        (pair["hype"] > pair["neutral_twin"]) + 0.5 * (pair["hype"] == pair["neutral_twin"])
        for pair in pairs.values()
        if len(pair) == 2
    ]
    other = np.mean([best.get(one["id"], 0.0) >= BARS["strict"] for one in rows if one["kind"] == "other_bias"])
    return f"hype_npov F1 {f1:.3f} twins {np.mean(twins):.3f} other bias flagged {other:.3f}"
