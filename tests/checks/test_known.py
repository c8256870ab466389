"""What is made of words is made once, and forgotten before it fills the memory."""

from __future__ import annotations

import pytest

from checks import known
from checks.known import Known


def test_each_is_made_once() -> None:
    asked: list[str] = []

    def size(word: str) -> int:
        asked.append(word)
        return len(word)

    sizes = Known(size)
    assert [*map(sizes.__getitem__, ["quay", "rope", "quay"])] == [4, 4, 4]
    assert asked == ["quay", "rope"]


def test_it_never_grows_beyond_its_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", 8)
    doubles = Known[int, int](lambda number: 2 * number)
    for number in range(100):
        assert doubles[number] == 2 * number
        assert len(doubles) <= 8
