"""Connections: to the addresses given, one after the other, each with its share of the time."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Sequence

import httpcore
import pytest

from flows.links.line import TRIED, Line

ADDRESSES = [ipaddress.IPv4Address(f"192.0.2.{number}") for number in range(1, 9)]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Sequence[tuple[str, float]]:
    """Return what is tried, with what time, where nobody can be reached."""
    found: list[tuple[str, float]] = []

    def silent(_: object, host: str, port: int, timeout: float, *others: object) -> httpcore.NetworkStream:
        found.append((host, timeout))
        raise httpcore.ConnectTimeout

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", silent)
    return found


def test_addresses_are_tried_in_order_and_not_without_end(tried: Sequence[tuple[str, float]]) -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        Line(ADDRESSES, time.monotonic() + 60).connect_tcp("many.example", 80)
    assert [host for host, _ in tried] == [str(one) for one in ADDRESSES[:TRIED]]


def test_a_silent_address_leaves_time_for_the_next(tried: Sequence[tuple[str, float]]) -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        Line(ADDRESSES[:2], time.monotonic() + 60).connect_tcp("two.example", 80)
    first, second = (seconds for _, seconds in tried)
    assert first <= 30 < second <= 60


def test_when_time_is_over_nobody_is_tried(tried: Sequence[tuple[str, float]]) -> None:
    with pytest.raises(httpcore.TimeoutException):
        Line(ADDRESSES, time.monotonic() - 1).connect_tcp("late.example", 80)
    assert not tried


def test_the_name_is_not_looked_at_but_for_a_proxy(tried: Sequence[tuple[str, float]]) -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        Line(None, time.monotonic() + 60).connect_tcp("proxy.example", 3128)
    assert [host for host, _ in tried] == ["proxy.example"]
