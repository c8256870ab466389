"""The model of claims, which says whether a sentence needs a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from checks.article import Article, Format, Sentence
from checks.evidence.exempt import exempt
from checks.evidence.need import standards
from checks.evidence.reach import reached
from checks.evidence.traits import extent, traits
from checks.parsing import parse
from tests.benchmarks.training import card
from tests.benchmarks.training.data import Judged, excerpts, sentences_of, single, whole
from tests.benchmarks.training.fitting import (
    CLASS,
    Fitted,
    Sample,
    Settings,
    curve,
    fit,
    held_out,
    interpolated,
    pruned,
    written,
)
from tests.benchmarks.training.labels import digest, published, spoken
from tests.benchmarks.training.labels import written as our_articles
from tests.benchmarks.training.meanings import meanings

SETTINGS = Settings(strength=0.1, fewest=2, scales={"~": 5.0}, damped={"d:": 0.4, CLASS: 0.5}, least=0.04, digits=2)
SINGLE = "bare"
"""The extent of a text that is a single sentence."""

ALONE = replace(SETTINGS, tilted=SINGLE, only=SINGLE)
"""How the model of single sentences is fitted, which know nothing of their text."""

WEIGHTS = {
    "citeneed_fa": 40.0, "citeneed_art": 0.1, "unmarked": 0.01, "checkworthy": 1.3, "digitalgov": 9.0, "written": 3.0,
    "excerpts": 0.8, "spoken": 2.0,
}  # fmt: skip
"""How much a sample of each source counts: small and well-judged sources more."""

IN_TEXTS = 0.05
"""How much of its weight a sentence of `spoken.txt` keeps for the model of texts."""

ELSEWHERE = 0.5
"""How much of its weight a sentence that stands among others keeps for the model of single sentences."""

CHECKWORTHY = 1.6
"""Further weight of the rare positives of debates."""

BARS = {
    "bare": 0.36, "short": 0.44, "after": 0.25, "aside": 0.45, "marked": 0.27, "inside": 0.29, "amid": 0.62,
    "settled": 0.53, "long": 0.72, "told": 0.6,
}  # fmt: skip
"""Share from which a sentence without a source is reported, by how much text there is and what is cited around it."""

POSITIVE, NEGATIVE = {"cited", "cn"}, {"uncited_par", "lead_uncited_par", "uncited_weak"}
UNSURE = {"uncited_weak": 0.5}
"""How much a sentence counts of a paragraph without a source where the whole article has few: that nobody asked for one
says less there."""

SEEDS = (0, 1)
HEAD = (
    "How much a sentence needs a source: a linear model over the traits of checks/evidence/traits.py.",
    "Written by `python -m tests.benchmarks.training`; what it was fitted on, licences, figures and limits: claims.md.",
)
HEAD_ALONE = (
    "How much a sentence that stands alone needs a source: a linear model over checks/evidence/traits.py.",
    HEAD[1],
)


class Models(NamedTuple):
    """The fitted models and what is known of them, as the texts of their files."""

    claims: str
    alone: str
    card: str


def train(data: Path, articles: Path, meaning: Mapping[str, Any]) -> Models:
    """Print cross-validated figures and return the models and their card."""
    samples = list(_balanced([*_samples(data), *_published(articles), *_written(), *_excerpts(articles), *_spoken()]))
    settings, alone = replace(SETTINGS, classes=meanings()), replace(ALONE, classes=meanings())
    raws = [_held_out(samples, meaning, settings, alone, seed) for seed in SEEDS]
    curves = {name: _curve(samples, raws, name) for name in dict.fromkeys(one.curve for one in samples)}
    judged = [_judged(samples, raw, curves) for raw in raws]
    print("claims, held out by article:", *(f"{name} {told}" for name, told in card.figures(judged)), sep="\n  ")
    fitted = pruned(fit(_for_texts(samples), meaning, settings), settings)
    weights = {name: weight for name, weight in fitted.weights.items() if name[0] != SINGLE}
    single = pruned(fit(_for_single(samples), meaning, alone), alone)
    return Models(
        written(HEAD, Fitted(fitted.bias, weights), _but_single(curves), _but_single(BARS)),
        written(HEAD_ALONE, single, {SINGLE: curves[SINGLE]}, {SINGLE: BARS[SINGLE]}),
        card.text(judged, len(weights), len(single.weights)),
    )


def _but_single(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != SINGLE}


def _held_out(
    samples: Sequence[Sample], meaning: Mapping[str, Any], settings: Settings, alone: Settings, seed: int
) -> list[float]:
    """Return the raw score of each sample by the model that it is for, which has not seen its article."""
    in_texts = held_out(_for_texts(samples), meaning, settings, seed)
    by_themselves = held_out(_for_single(samples), meaning, alone, seed)
    return [
        single if one.curve == SINGLE else text
        for one, text, single in zip(samples, in_texts, by_themselves, strict=True)
    ]


def _for_texts(samples: Sequence[Sample]) -> list[Sample]:
    """Return the samples as the model of texts learns from them: of debates it has to know little."""
    return [replace(one, weight=one.weight * IN_TEXTS) if one.source == "spoken" else one for one in samples]


def _for_single(samples: Sequence[Sample]) -> list[Sample]:
    """Return the samples as the model of single sentences learns from them: those that are none count for less."""
    return [one if one.curve == SINGLE else replace(one, weight=one.weight * ELSEWHERE) for one in samples]


def _judged(samples: Sequence[Sample], raw: Sequence[float], curves: Mapping[str, Any]) -> list[card.Judged]:
    return [
        card.Judged(one, share := interpolated(x, curves[one.curve]), share >= BARS[one.extra["bar"]])
        for x, one in zip(raw, samples, strict=True)
    ]


def _samples(data: Path) -> Iterator[Sample]:
    for judged in excerpts(data, "citeneed_fa"):
        yield from _of(judged, "citeneed_fa", judged.record["article"], judged.record["label"])
    for judged in single(data, "checkworthy"):
        more = CHECKWORTHY if judged.record["label"] else 1.0
        yield from _of(judged, "checkworthy", judged.record["id"], judged.record["label"], more)
    for judged in whole(data, "citeneed_art"):
        kind = judged.record["kind"]
        label = 1 if kind in POSITIVE else 0
        sure = UNSURE.get(kind, 1.0)
        yield from _of(judged, "citeneed_art", judged.article.id, label, learn=kind in POSITIVE | NEGATIVE, sure=sure)
    # The same articles as if their markers had been lost: that is how many texts arrive.
    for judged in whole(data, "citeneed_art", markers=False):
        kind = judged.record["kind"]
        label = 1 if kind in card.SUPPORTED else 0
        yield from _of(judged, "unmarked", judged.article.id, label, learn=kind in card.SUPPORTED | {"uncited_par"})


def _of(
    judged: Judged, source: str, group: str, label: int, more: float = 1.0, *, learn: bool = True, sure: float = 1.0
) -> Iterator[Sample]:
    weight = WEIGHTS[source] * more * sure
    for sentence in sentences_of(judged):
        yield _sample(
            judged.article, sentence, source, judged.record["id"], group, label, weight, learn=learn,
            kind=_kind(judged.record), counts=sure,
        )  # fmt: skip


def _kind(record: Mapping[str, Any]) -> str:
    """Return the kind of a sentence; one that carries a source and is tagged nevertheless is of neither kind."""
    kind = str(record.get("kind", ""))
    return "disputed" if kind in card.ASKED and record.get("cites") else kind


def _sample(
    article: Article, sentence: Sentence, source: str, name: str, group: str, label: float, weight: float, *,
    learn: bool = True, kind: str = "", counts: float = 1.0,
) -> Sample:  # fmt: skip
    part = extent(article)
    found = _traits(article)[sentence.index]
    names = [*(("", one) for one in found), *((part, one) for one in found if " " not in one)]
    return Sample(
        source, name, group, label, weight, tuple(names), {"~": found}, part, learn,
        {
            "kind": kind,
            "counts": counts,
            "exempt": exempt(article, sentence),
            "bar": standards(article)[sentence.index],
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
    for article, sentence, label in _of_published(articles):
        for each, share in ((1, label), (0, 1 - label)):
            if share:
                name = f"{article.id} {sentence.index}"
                weight = WEIGHTS["digitalgov"] * share
                yield _sample(article, sentence, "digitalgov", name, article.id, each, weight, counts=share)


def _written() -> Iterator[Sample]:
    for article, sentence, label in _of_ours():
        name = f"{article.id} {sentence.index}"
        yield _sample(article, sentence, "written", name, article.id, label, WEIGHTS["written"])


def _excerpts(articles: Path) -> Iterator[Sample]:
    """Yield the same sentences between their neighbors alone, so that there are short texts of these genres, too."""
    for article, sentence, label in [*_of_ours(), *_of_published(articles)]:
        shown = article.slice(sentence.span)
        block = article.sentences_of(article.blocks[sentence.block])
        text = " ".join(article.slice(one.span) for one in block if abs(one.index - sentence.index) <= 1)
        excerpt = parse(text, id=article.id, format=Format.PLAIN)
        for one in excerpt.sentences:
            if excerpt.slice(one.span) == shown and label in {0, 1} and extent(excerpt) == "short":
                name = f"{article.id} {sentence.index}"
                yield _sample(excerpt, one, "excerpts", name, article.id, label, WEIGHTS["excerpts"])


def _spoken() -> Iterator[Sample]:
    """Yield our own sentences of debates, each by itself."""
    for text, label in spoken():
        article = parse(text, id=text, format=Format.PLAIN)
        more = CHECKWORTHY if label else 1.0
        for sentence in article.sentences:
            yield _sample(article, sentence, "spoken", text, text, label, WEIGHTS["spoken"] * more)


def _of_published(articles: Path) -> Iterator[tuple[Article, Sentence, float]]:
    labels = published("digitalgov-claims.tsv")
    for path in sorted(articles.glob("*.md")):
        article = parse(path.read_text(encoding="utf-8"), id=path.name, name=path.name)
        for sentence in article.sentences:
            label = labels.get((path.name, digest(article.slice(sentence.span))))
            if label is not None:
                yield article, sentence, label


def _of_ours() -> Iterator[tuple[Article, Sentence, float]]:
    for one in our_articles():
        article = parse(one.source, id=one.title, format=Format.MARKDOWN)
        for sentence in article.sentences:
            label = one.labels.get(article.slice(sentence.span))
            if label is not None:
                yield article, sentence, label


def _balanced(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Weigh the few uncited sentences of whole articles as much as the many cited ones."""
    learnt = [one for one in samples if one.source == "citeneed_art" and one.learn]
    uncited = sum(float(one.extra["counts"]) for one in learnt if not one.label)
    ratio = sum(one.label for one in learnt) / max(1, uncited)
    for one in samples:
        if one.source == "citeneed_art" and not one.label:
            yield replace(one, weight=one.weight * ratio, extra={**one.extra, "counts": one.extra["counts"] * ratio})
        else:
            yield one


def _curve(samples: Sequence[Sample], raws: Sequence[Sequence[float]], part: str) -> list[tuple[float, float]]:
    rows = [
        (raw, one.label, one.weight / (CHECKWORTHY if one.source == "checkworthy" and one.label else 1))
        for scores in raws
        for raw, one in zip(scores, samples, strict=True)
        # Our own sentences of debates are clearer than real ones, and as many as we chose to write of each kind.
        if one.curve == part and one.learn and one.source != "spoken"
    ]
    return curve(*zip(*rows, strict=True))
