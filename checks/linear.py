"""Linear models: weights of named traits, kept as text and read once a process.

A model file has a line for each fact, its parts parted by tabs:

    bias     -0.812
    bar      long     0.7             a threshold, by name
    curve    long     -2.5 0.04 …     pairs of raw score and share that is right
    weight   long     percent  1.207  field, trait, weight
    field    long                     what follows belongs to a field:
             percent  1.207           trait, weight

The field "" holds weights that always count, other fields what is added to
them; a field that begins with a tilde stands alone. What they mean is the
business of the module that uses the model. Adding weights up and looking a sum
up in a curve is all that happens at run time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks.known import Known


class Curve(NamedTuple):
    """Raw scores, rising, and the share of such cases that are right by each, rising too."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model."""

    bias: float
    weights: Mapping[str, Mapping[str, float]]
    """By field, then by trait; those that always count are added into every field without a tilde."""
    curves: Mapping[str, Curve]
    bars: Mapping[str, float]

    def total(self, traits: Iterable[str], field: str = "") -> float:
        """Add up the weights of traits in a field, or of those that always count where there is no such field."""
        weights = self.weights.get(field) or self.weights.get("", {})
        return sum(filter(None, map(weights.get, traits)))

    def mean(self, traits: Iterable[str], field: str) -> float:
        """Average the weights that a field has of its own for traits; 0 when it knows none of them.

        What weighs nothing does not stand in a model's file.
        """
        found = list(filter(None, map(self.weights.get(field, {}).get, traits)))
        return sum(found) / len(found) if found else 0.0

    def share(self, raw: float, curve: str) -> float:
        """Return how often such a case is right, 0 to 1, by linear interpolation on a curve."""
        scores, shares = self.curves.get(curve) or self.curves[""]
        at = bisect_right(scores, raw)
        if at == 0:
            return shares[0]
        if at == len(scores):
            return shares[-1]
        x0, x1, y0, y1 = scores[at - 1], scores[at], shares[at - 1], shares[at]
        return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)


def parse_model(text: str) -> Linear:
    """Return the model that a file's text holds.

    Raises:
        ValueError: when a line is none of those that a model consists of.
    """
    bias = 0.0
    weights: dict[str, dict[str, float]] = {}
    curves: dict[str, Curve] = {}
    bars: dict[str, float] = {}
    here: dict[str, float] | None = None
    # Many weigh the same: one number for all of them takes less room, and what is small is read the faster.
    number = Known[str, float](float).__getitem__
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, *rest = line.split("\t")
        if not kind and here is not None:
            here[rest[0]] = number(rest[1])
        elif kind == "field":
            here = weights.setdefault(rest[0], {})
        elif kind == "weight":
            field, trait, weight = rest
            weights.setdefault(field, {})[trait] = number(weight)
        elif kind == "curve":
            numbers = [float(number) for number in rest[1].split()]
            curves[rest[0]] = Curve(tuple(numbers[::2]), tuple(numbers[1::2]))
        elif kind == "bar":
            bars[rest[0]] = float(rest[1])
        elif kind == "bias":
            bias = float(rest[0])
        else:
            msg = f"not a line of a model: {line[:60]!r}"
            raise ValueError(msg)
    return Linear(bias, _added_up(weights), curves, bars)


def _added_up(weights: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    always = weights.get("", {})
    found: dict[str, Mapping[str, float]] = {}
    for field, own in weights.items():
        if field.startswith("~") or not field:
            found[field] = own
        else:
            found[field] = {**always, **{trait: weight + always.get(trait, 0.0) for trait, weight in own.items()}}
    return found


@cache
def model(package: str, name: str) -> Linear:
    """Return the model in a file of `package`, read once a process."""
    return parse_model(files(package).joinpath(name).read_text(encoding="utf-8"))
