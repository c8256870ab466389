"""The model of claims, which says whether a sentence needs a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from checks.evidence.need import BEHIND
from tests.benchmarks.training import card
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
from tests.benchmarks.training.meanings import meanings
from tests.benchmarks.training.samples import CHECKWORTHY
from tests.benchmarks.training.samples import samples as read

SETTINGS = Settings(strength=0.1, fewest=2, scales={"~": 5.0}, damped={"d:": 0.4, CLASS: 0.5}, least=0.04, digits=2)
SINGLE = "bare"
"""The extent of a text that is a single sentence."""

ALONE = replace(SETTINGS, tilted=SINGLE, only=SINGLE)
"""How the model of single sentences is fitted, which know nothing of their text."""

IN_TEXTS = 0.05
"""How much of its weight a sentence of `spoken.txt` keeps for the model of texts."""

ELSEWHERE = 0.5
"""How much of its weight a sentence that stands among others keeps for the model of single sentences."""

BARS = {
    "bare": 0.36, "short": 0.44, "after": 0.26, "aside": 0.45, "marked": 0.27, "inside": 0.29, "amid": 0.68,
    "settled": 0.53, "long": 0.48, "told": 0.48,
}  # fmt: skip
"""Share from which a sentence without a source is reported, by how much text there is and what is cited around it."""

SEEDS = (0, 1)
HEAD = (
    "How much a sentence needs a source: a linear model over the traits of checks/evidence/statements/traits.py.",
    "Written by `python -m tests.benchmarks.training`; what it was fitted on, licences, figures and limits: claims.md.",
)
HEAD_ALONE = (
    "How much a sentence that stands alone needs a source: a linear model over checks/evidence/statements/traits.py.",
    HEAD[1],
)


class Models(NamedTuple):
    """The fitted models and what is known of them, as the texts of their files."""

    claims: str
    alone: str
    card: str


def train(data: Path, articles: Path, meaning: Mapping[str, Any]) -> Models:
    """Print cross-validated figures and return the models and their card."""
    samples = read(data, articles)
    settings, alone = replace(SETTINGS, classes=meanings()), replace(ALONE, classes=meanings())
    raws = [_held_out(samples, meaning, settings, alone, seed) for seed in SEEDS]
    curves = {name: _curve(samples, raws, name) for name in dict.fromkeys(one.curve for one in samples)}
    curves[BEHIND] = _curve_behind(samples, raws, curves["marked"])
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
    found = []
    for x, one in zip(raw, samples, strict=True):
        share = interpolated(x, curves[one.curve])
        sure = interpolated(share, curves[BEHIND]) if one.source == "behind" else share
        found.append(card.Judged(one, sure, share >= BARS[one.extra["bar"]]))
    return found


def _curve_behind(
    samples: Sequence[Sample], raws: Sequence[Sequence[float]], marked: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return a curve from the share that an article with markers gives a sentence to how often it had held a source."""
    rows = [
        (interpolated(raw, marked), one.label)
        for scores in raws
        for raw, one in zip(scores, samples, strict=True)
        if one.source == "behind"
    ]
    shares, labels = zip(*rows, strict=True)
    return curve(shares, labels, [1.0] * len(rows))


def _curve(samples: Sequence[Sample], raws: Sequence[Sequence[float]], part: str) -> list[tuple[float, float]]:
    rows = [
        (raw, one.label, one.weight / (CHECKWORTHY if one.source == "checkworthy" and one.label else 1))
        for scores in raws
        for raw, one in zip(scores, samples, strict=True)
        # Our own sentences of debates are clearer than real ones, and as many as we chose to write of each kind.
        if one.curve == part and one.learn and one.source != "spoken"
    ]
    return curve(*zip(*rows, strict=True))
