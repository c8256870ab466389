"""The score: 0 to 100 for an article and for each check on it.

The trade's formula (Acrolinx, Writer): w / (w + findings), where w is the
number of words over 75, so that one finding in 75 words gives 50. Ours weighs
each finding by severity and by confidence. Suppressed findings do not count,
nor do those that only sum others up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from checks.finding import Finding, Severity

WORDS_PER_UNIT = 75
WEIGHTS: Mapping[Severity, float] = MappingProxyType(
    {Severity.ERROR: 1.0, Severity.WARNING: 0.5, Severity.SUGGESTION: 0.2}
)


def score(words: int, findings: Iterable[Finding]) -> int:
    """Return the score of a text of so many words; 100 is without findings."""
    weight = sum(WEIGHTS[one.severity] * one.confidence for one in findings if not (one.suppressed or one.sums))
    if not weight:
        return 100
    units = max(words, 1) / WORDS_PER_UNIT
    return round(100 * units / (units + weight))
