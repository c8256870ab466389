"""The model of claims, which says whether a sentence needs a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from checks.article import Article, Format, Sentence
from checks.evidence.exempt import exempt
from checks.evidence.reach import reached
from checks.evidence.traits import extent, traits
from checks.parsing import parse
from tests.benchmarks.training.data import Judged, excerpts, sentences_of, single, whole
from tests.benchmarks.training.fitting import Sample, Settings, curve, fit, held_out, interpolated, written
from tests.benchmarks.training.labels import digest, published
from tests.benchmarks.training.labels import written as our_articles

SETTINGS = Settings(strength=0.1, fewest=2, scales={"~": 5.0})
WEIGHTS = {"citeneed_fa": 15.0, "citeneed_art": 0.1, "checkworthy": 1.0, "digitalgov": 5.0, "written": 5.0}
"""How much a sample of each source counts: small and well-judged sources more."""

CHECKWORTHY = 1.6
"""Further weight of the rare positives of debates."""

BARS = {"bare": 0.36, "short": 0.5, "marked": 0.33, "long": 0.7}
"""Share from which a sentence without a source is reported, by how much text there is."""

POSITIVE, NEGATIVE = {"cited", "cn"}, {"uncited_par", "lead_uncited_par"}
SEEDS = (0, 1)
HEAD = (
    "How much a sentence needs a source: a linear model over the traits of checks/evidence/traits.py.",
    "Written by `python -m tests.benchmarks.training`; what it was fitted on, licences, figures and limits: claims.md.",
)


def train(data: Path, articles: Path, meaning: Mapping[str, Any]) -> str:
    """Print cross-validated figures and return the text of the model file."""
    samples = list(_balanced([*_samples(data), *_published(articles), *_written()]))
    raws = [held_out(samples, meaning, SETTINGS, seed) for seed in SEEDS]
    curves = {name: _curve(samples, raws, name) for name in BARS}
    for seed, raw in zip(SEEDS, raws, strict=True):
        print(f"claims, held out by article, split {seed}:", _figures(samples, raw, curves))
    return written(HEAD, fit(samples, meaning, SETTINGS), curves, BARS)


def _samples(data: Path) -> Iterator[Sample]:
    for judged in excerpts(data, "citeneed_fa"):
        yield from _of(judged, "citeneed_fa", judged.record["article"], judged.record["label"])
    for judged in single(data, "checkworthy"):
        more = CHECKWORTHY if judged.record["label"] else 1.0
        yield from _of(judged, "checkworthy", judged.record["id"], judged.record["label"], more)
    for judged in whole(data, "citeneed_art"):
        kind = judged.record["kind"]
        label = 1 if kind in POSITIVE else 0
        yield from _of(judged, "citeneed_art", judged.article.id, label, learn=kind in POSITIVE | NEGATIVE)


def _of(
    judged: Judged, source: str, group: str, label: int, more: float = 1.0, *, learn: bool = True
) -> Iterator[Sample]:
    for sentence in sentences_of(judged):
        yield _sample(
            judged.article, sentence, source, judged.record["id"], group, label, WEIGHTS[source] * more, learn=learn,
            kind=judged.record.get("kind", ""),
        )  # fmt: skip


def _sample(
    article: Article, sentence: Sentence, source: str, name: str, group: str, label: float, weight: float, *,
    learn: bool = True, kind: str = "",
) -> Sample:  # fmt: skip
    part = extent(article)
    found = _traits(article)[sentence.index]
    names = [*(("", one) for one in found), *((part, one) for one in found if " " not in one)]
    return Sample(
        source, name, group, label, weight, tuple(names), {"~": found}, part, learn,
        {
            "kind": kind,
            "exempt": exempt(article, sentence),
            "reached": any(one.supports for one in reached(article)[sentence.index]),
        },
    )  # fmt: skip


_MADE: dict[int, tuple[Article, list[tuple[str, ...]]]] = {}


def _traits(article: Article) -> list[tuple[str, ...]]:
    if id(article) not in _MADE:
        _MADE.clear()
        _MADE[id(article)] = (article, list(traits(article)))
    return _MADE[id(article)][1]


def _published(articles: Path) -> Iterator[Sample]:
    """Yield the sentences of published articles that we labelled; one that may go either way counts as both."""
    labels = published("digitalgov-claims.tsv")
    for path in sorted(articles.glob("*.md")):
        article = parse(path.read_text(encoding="utf-8"), id=path.name, name=path.name)
        for sentence in article.sentences:
            label = labels.get((path.name, digest(article.slice(sentence.span))))
            for each, share in () if label is None else ((1, label), (0, 1 - label)):
                if share:
                    name = f"{path.name} {sentence.index}"
                    weight = WEIGHTS["digitalgov"] * share
                    yield _sample(article, sentence, "digitalgov", name, path.name, each, weight)


def _written() -> Iterator[Sample]:
    for one in our_articles():
        article = parse(one.source, id=one.title, format=Format.MARKDOWN)
        for sentence in article.sentences:
            label = one.labels.get(article.slice(sentence.span))
            if label is not None:
                name = f"{one.title} {sentence.index}"
                yield _sample(article, sentence, "written", name, one.title, label, WEIGHTS["written"])


def _balanced(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Weigh the few uncited sentences of whole articles as much as the many cited ones."""
    learnt = [one for one in samples if one.source == "citeneed_art" and one.learn]
    ratio = sum(one.label for one in learnt) / max(1, sum(1 - one.label for one in learnt))
    for one in samples:
        if one.source == "citeneed_art" and not one.label:
            yield Sample(**{**vars(one), "weight": one.weight * ratio})
        else:
            yield one


def _curve(samples: Sequence[Sample], raws: Sequence[Sequence[float]], part: str) -> list[tuple[float, float]]:
    rows = [
        (raw, one.label, one.weight / (CHECKWORTHY if one.source == "checkworthy" and one.label else 1))
        for scores in raws
        for raw, one in zip(scores, samples, strict=True)
        if one.curve == part and one.learn
    ]
    return curve(*zip(*rows, strict=True))


def _figures(samples: Sequence[Sample], raw: Sequence[float], curves: Mapping[str, Any]) -> str:
    shares = [interpolated(x, curves[one.curve]) for x, one in zip(raw, samples, strict=True)]
    told = []
    for source, figures in _BY_SOURCE.items():
        rows = [(one, share) for one, share in zip(samples, shares, strict=True) if one.source == source]
        told.append(f"{source} {figures(rows)}")
    return "; ".join(told)


Rows = Sequence[tuple[Sample, float]]


def _merged(rows: Rows) -> tuple[list[int], list[float], list[bool]]:
    """Return labels, shares and decisions by record, exempt sentences never flagged."""
    best: dict[str, tuple[int, float, bool]] = {}
    for one, share in rows:
        kept = 0.0 if one.extra["exempt"] else share
        flagged = kept >= BARS[one.curve]
        _, score, decided = best.get(one.id, (0, 0.0, False))
        best[one.id] = (int(one.label), max(score, kept), decided or flagged)
    labels, scores, decisions = zip(*best.values(), strict=True)
    return list(labels), list(scores), list(decisions)


def _usual(rows: Rows) -> str:
    labels, scores, decisions = _merged(rows)
    auc = roc_auc_score(labels, scores)
    return f"accuracy {accuracy_score(labels, decisions):.3f} F1 {f1_score(labels, decisions):.3f} AUC {auc:.3f}"


def _missing(rows: Rows) -> str:
    rates = []
    for kinds in ({"cn"}, {"cited", "covered", "uncited_par"}):
        chosen = [(one, share) for one, share in rows if one.extra["kind"] in kinds]
        flagged = [share >= BARS[one.curve] and not one.extra["reached"] for one, share in chosen]
        rates.append(float(np.mean(flagged)))
    return f"recall {rates[0]:.3f} false {rates[1]:.3f}"


def _precision(rows: Rows) -> str:
    flagged = [(one.label, one.weight) for one, share in rows if share >= BARS[one.curve] and not one.extra["exempt"]]
    right = sum(label * weight for label, weight in flagged) / max(1e-9, sum(weight for _, weight in flagged))
    caught = sum(label * weight for label, weight in flagged) / sum(one.label * one.weight for one, _ in rows)
    return f"precision {right:.3f} recall {caught:.3f}"


_BY_SOURCE: Mapping[str, Callable[[Rows], str]] = {
    "citeneed_fa": _usual,
    "checkworthy": _usual,
    "citeneed_art": _missing,
    "digitalgov": _precision,
    "written": _precision,
}
