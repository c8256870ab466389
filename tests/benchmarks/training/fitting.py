"""Fitting: logistic regression over named traits, cross-validated by group, written as text."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

FOLDS = 5
POINTS = 9
"""Points of a calibration curve."""

MOST_TILTED = 3.0
"""Log of a ratio beyond which a trait is no more one-sided."""

CLASS = "class:"
"""How a trait begins that counts the words of a class of meaning."""


class Trained(NamedTuple):
    """A fitted model and what is known of it, as the texts of their files."""

    model: str
    card: str


@dataclass(frozen=True)
class Sample:
    """One thing to learn from."""

    source: str
    """Data set."""
    id: str
    group: str
    """What must not straddle a split: an article, a pair of versions."""
    label: float
    weight: float
    names: tuple[tuple[str, str], ...]
    """Pairs of field and trait."""
    means: Mapping[str, tuple[str, ...]]
    """Words whose meaning is averaged, by field."""
    curve: str = ""
    learn: bool = True
    """Whether to learn from it, or only to predict."""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """How to fit."""

    strength: float = 0.1
    """Inverse of the regularization."""
    fewest: int = 2
    """Samples in which a trait must occur."""
    scales: Mapping[str, float] = field(default_factory=dict)
    """How far the averaged meaning of a field may sway, against single traits."""
    classes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Classes of meaning of words, whose weights are learnt and then added to those of their words."""
    damped: Mapping[str, float] = field(default_factory=dict)
    """How much traits may sway that begin so, against others: whole articles share some, and there are few articles."""
    tilted: str = ""
    """Field whose samples tell how one-sided traits are, in it and in the field of what always counts; "": none."""
    tilt: float = 0.75
    """How much of the sway of a trait goes by how one-sided it is there: 0 none, 1 all."""
    only: str = ""
    """Field that alone is wanted of the model; "": all."""
    least: float = 0.02
    """Smaller weights are left out of the file."""
    digits: int = 3
    """Decimals of a weight in the file."""


@dataclass(frozen=True)
class Fitted:
    """A fitted model, with what is needed to apply and to write it."""

    bias: float
    weights: dict[tuple[str, str], float]

    def raw(self, sample: Sample) -> float:
        """Return the raw score, as the product computes it."""
        total = self.bias + sum(self.weights.get(name, 0.0) for name in sample.names)
        for name, words in sample.means.items():
            known = [self.weights[name, word] for word in words if (name, word) in self.weights]
            total += sum(known) / len(known) if known else 0.0
        return total


def fit(samples: Sequence[Sample], meaning: Mapping[str, Any], settings: Settings) -> Fitted:
    """Fit a model; vectors of averaged words collapse to one weight a word, and so do classes of meaning."""
    learnt = [one for one in samples if one.learn]
    counted = [_counted(one, settings.classes) for one in learnt]
    count = Counter(name for one in counted for name in one)
    index = {
        name: at for at, name in enumerate(sorted(name for name, times in count.items() if times >= settings.fewest))
    }
    fields = list(settings.scales)
    sway = np.array([_sway(trait, settings) for _, trait in index])
    named = _named(counted, index)
    if settings.tilted:
        sway *= _tilts(named, learnt, index, settings)
    named = named @ sparse.diags(sway)
    matrix = sparse.hstack([named, *(_averaged(learnt, meaning, name, settings) for name in fields)])
    machine = LogisticRegression(C=settings.strength, max_iter=500)
    machine.fit(matrix.tocsr(), [one.label for one in learnt], sample_weight=[one.weight for one in learnt])
    found = machine.coef_[0]
    weights = _spread({name: float(found[at] * sway[at]) for name, at in index.items()}, settings.classes)
    size = len(next(iter(meaning.values())))
    for number, name in enumerate(fields):
        start = len(index) + number * size
        direction = found[start : start + size] * settings.scales[name]
        weights.update({(name, word): float(vector @ direction) for word, vector in meaning.items()})
    return Fitted(float(machine.intercept_[0]), weights)


def _sway(trait: str, settings: Settings) -> float:
    return next((least for beginning, least in settings.damped.items() if trait.startswith(beginning)), 1.0)


def _tilts(
    named: sparse.csr_matrix, samples: Sequence[Sample], index: Mapping[tuple[str, str], int], settings: Settings
) -> np.ndarray:
    """Return how far each trait may sway by how one-sided the samples are that hold it.

    That is the log of the ratio of its shares in positives and negatives, as a naive
    Bayes model would weigh it (Wang and Manning 2012), 1 in the quadratic mean. What
    stands as often on both sides then takes little of what the regularization
    allows, which words that hardly ever occur would share with it otherwise.
    """
    seen = (named > 0).astype(float)
    counts, totals = [], []
    for label in (1, 0):
        rows = np.array([one.curve == settings.tilted and one.label == label for one in samples])
        counts.append(np.asarray(seen[rows].sum(axis=0)).ravel())
        totals.append(rows.sum())
    (positive, negative), (positives, negatives) = counts, totals
    ratios = np.log((positive + 1) / (positives + 2) * (negatives + 2) / (negative + 1))
    tilts = np.minimum(np.abs(ratios), MOST_TILTED)
    here = np.array([part in {"", settings.tilted} for part, _ in index]) & (positive + negative > 0)
    tilts /= np.sqrt((tilts[here] ** 2).mean())
    return np.where(here, 1 - settings.tilt + settings.tilt * tilts, 1.0)


def _counted(sample: Sample, classes: Mapping[str, Sequence[str]]) -> Counter[tuple[str, str]]:
    """Return the traits of a sample once each, and for each class of meaning how many of its words are of it."""
    names = set(sample.names)
    found = Counter(names)
    for part, trait in names:
        found.update((part, CLASS + name) for name in classes.get(trait, ()))
    return found


def _spread(
    weights: Mapping[tuple[str, str], float], classes: Mapping[str, Sequence[str]]
) -> dict[tuple[str, str], float]:
    """Add the weights of classes to those of their words, whether or not a sample held them."""
    found = {name: weight for name, weight in weights.items() if not name[1].startswith(CLASS)}
    for part in {part for part, trait in weights if trait.startswith(CLASS)}:
        for word, names in classes.items():
            own = sum(weights.get((part, CLASS + name), 0.0) for name in names)
            found[part, word] = found.get((part, word), 0.0) + own
    return found


def _named(counted: Sequence[Mapping[tuple[str, str], int]], index: Mapping[tuple[str, str], int]) -> sparse.csr_matrix:
    pointers, columns, values = [0], [], []
    for one in counted:
        row = sorted((index[name], times) for name, times in one.items() if name in index)
        columns += [at for at, _ in row]
        values += [float(times) for _, times in row]
        pointers.append(len(columns))
    return sparse.csr_matrix(
        (np.array(values), np.array(columns, "int32"), np.array(pointers, "int32")), shape=(len(counted), len(index))
    )


def _averaged(
    samples: Sequence[Sample], meaning: Mapping[str, Any], name: str, settings: Settings
) -> sparse.csr_matrix:
    size = len(next(iter(meaning.values())))
    found = np.zeros((len(samples), size))
    for row, one in enumerate(samples):
        known = [meaning[word] for word in one.means.get(name, ()) if word in meaning]
        if known:
            found[row] = np.mean(known, axis=0) * settings.scales[name]
    return sparse.csr_matrix(found)


def fold(group: str, seed: int = 0) -> int:
    """Return the part of the data that a group belongs to."""
    return zlib.crc32(f"{seed}{group}".encode()) % FOLDS


def held_out(samples: Sequence[Sample], meaning: Mapping[str, Any], settings: Settings, seed: int = 0) -> list[float]:
    """Return the raw score of each sample by a model that has not seen its group."""
    raw = [0.0] * len(samples)
    for part in range(FOLDS):
        fitted = pruned(fit([one for one in samples if fold(one.group, seed) != part], meaning, settings), settings)
        for at, one in enumerate(samples):
            if fold(one.group, seed) == part:
                raw[at] = fitted.raw(one)
    return raw


def pruned(fitted: Fitted, settings: Settings | None = None) -> Fitted:
    """Return the model as it is written: of the fields that are wanted, without small weights, rounded."""
    given = settings or Settings()
    weights = (_of_field(fitted.weights, given.only) if given.only else fitted.weights).items()
    kept = {name: round(weight, given.digits) for name, weight in weights if abs(weight) >= given.least}
    return Fitted(round(fitted.bias, 3), kept)


def _of_field(weights: Mapping[tuple[str, str], float], only: str) -> dict[tuple[str, str], float]:
    """Return the weights of samples of a field as if they always counted, and those of averaged words."""
    found = {name: weight for name, weight in weights.items() if not name[0] or name[0].startswith("~")}
    for (part, trait), weight in weights.items():
        if part == only:
            found["", trait] = found.get(("", trait), 0.0) + weight
    return found


def curve(raw: Sequence[float], right: Sequence[float], weight: Sequence[float]) -> list[tuple[float, float]]:
    """Return points of a rising curve from raw score to the share that is right, by isotonic regression."""
    machine = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(raw, right, sample_weight=weight)
    places = np.quantile(raw, np.linspace(0.02, 0.98, POINTS))
    width = (places[-1] - places[0]) / POINTS or 1.0
    points = []
    for place in sorted({round(float(place), 2) for place in places}):
        around = np.linspace(place - width / 2, place + width / 2, 9)
        points.append((place, round(float(np.mean(machine.predict(around))), 3)))
    return points


def interpolated(raw: float, points: Sequence[tuple[float, float]]) -> float:
    """Return what a curve says of a raw score."""
    return float(np.interp(raw, [x for x, _ in points], [y for _, y in points]))


def written(
    head: Iterable[str], fitted: Fitted, curves: Mapping[str, Sequence[tuple[float, float]]], bars: Mapping[str, float]
) -> str:
    """Return the model as the text of its file."""
    return "\n".join(_lines(head, pruned(fitted), curves, bars)) + "\n"


def _lines(
    head: Iterable[str], fitted: Fitted, curves: Mapping[str, Sequence[tuple[float, float]]], bars: Mapping[str, float]
) -> Iterator[str]:
    for line in head:
        yield f"# {line}"
    yield f"bias\t{fitted.bias:g}"
    for name, bar in bars.items():
        yield f"bar\t{name}\t{bar:g}"
    for name, points in curves.items():
        yield f"curve\t{name}\t" + " ".join(f"{x:g} {y:g}" for x, y in points)
    before = None
    for (part, name), weight in sorted(fitted.weights.items()):
        if part != before:
            yield f"field\t{part}"
            before = part
        yield f"\t{name}\t{weight:g}"
