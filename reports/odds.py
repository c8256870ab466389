"""Confidence in words: a share of findings that are right, as people say such a thing."""

from __future__ import annotations

_SAID = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20))

SURE = 0.97
"""Share above which "19 times in 20" would say too little."""


def odds(share: float) -> str:
    """Return how often findings of such a confidence are right, such as `about 4 times in 5`."""
    if share >= SURE:
        return "nearly always"
    times, of = min(_SAID, key=lambda pair: abs(pair[0] / pair[1] - share))
    if (times, of) == (1, 2):
        return "about half the time"
    return f"about {'once' if times == 1 else f'{times} times'} in {of}"
