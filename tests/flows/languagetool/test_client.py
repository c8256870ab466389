from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.languagetool.client import Utf16, session


@given(st.text("a😀é𝒳 ", max_size=40))
def test_every_code_point_is_found_by_its_utf_16_place(text: str) -> None:
    places = Utf16(text)
    for at in range(len(text) + 1):
        assert places.point(len(text[:at].encode("utf-16-le")) // 2) == at


@pytest.mark.parametrize(
    ("url", "trusting"),
    [("http://127.0.0.1:8081/", False), ("http://localhost:8081/", False), ("https://languagetool.example/", True)],
)
def test_a_proxy_never_sees_what_stays_on_this_machine(url: str, *, trusting: bool) -> None:
    with session(url) as made:
        assert made.trust_env is trusting
