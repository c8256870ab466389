"""Confidence in words."""

from __future__ import annotations

import pytest

from reports.odds import odds


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "about once in 10"),
        (0.34, "about once in 3"),
        (0.5, "about half the time"),
        (0.79, "about 4 times in 5"),
        (0.81, "about 4 times in 5"),
        (0.95, "about 19 times in 20"),
        (1, "nearly always"),
    ],
)
def test_a_share_is_said_as_people_say_it(share: float, said: str) -> None:
    assert odds(share) == said
