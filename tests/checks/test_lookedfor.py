"""A message says what stands near a claim and why that does not settle it."""

from __future__ import annotations

import pytest

from checks.citations.lookedfor import SHOWN, looked_for
from checks.finding import Evidence


@pytest.mark.parametrize(
    ("nearest", "told"),
    [
        (Evidence("reference", "[4]", distance=-3), "“[4]”, stands 3 sentences before it and is about another"),
        (Evidence("link", "the yearbook", distance=1), "“the yearbook”, stands a sentence after it and is about"),
        (Evidence("shop link", "buy it", distance=-1), "“buy it”, stands a sentence before it and leads to a shop"),
        (Evidence("video link", "watch", distance=0), "the link in it leads to a video"),
        (Evidence("named-source", "says Berg", distance=0), "it names “says Berg” without saying who"),
        (Evidence("link", "y" * 90, distance=2), f"“{'y' * (SHOWN - 1)}…”"),
    ],
)
def test_the_nearest_source_is_told_with_its_place_and_what_is_wrong_with_it(nearest: Evidence, told: str) -> None:
    assert told in looked_for([nearest, Evidence("link", "far away", distance=9)])


def test_where_nothing_is_near_all_that_was_looked_for_is_told() -> None:
    assert looked_for([]) == "no link, note, reference or named source was found in or near it"
