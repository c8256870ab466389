"""Linear models are read and applied as their files say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.linear import parse_model

MODEL = """\
# a comment
bias\t-0.5
bar\tlong\t0.7
curve\t\t-2 0.1 0 0.4 2 0.8
curve\tlong\t0 0.2 1 0.6
weight\t\tpercent\t1.5
weight\t\tnames\t-0.25
weight\tlong\tpercent\t0.5
field\t~
\tstudy\t3
\tgarden\t-1
"""


def test_weights_of_a_field_add_to_those_that_always_count() -> None:
    linear = parse_model(MODEL)
    assert linear.bias == -0.5
    assert linear.bars == {"long": 0.7}
    assert linear.total(["percent", "names", "unknown"]) == 1.25
    assert linear.total(["percent", "names"], "long") == 1.75
    assert linear.total(["percent", "names"], "no such field") == 1.25


def test_a_field_with_a_tilde_stands_alone() -> None:
    linear = parse_model(MODEL)
    assert linear.mean(["study", "garden", "percent"], "~") == 1.0
    assert linear.mean(["percent"], "~") == 0
    assert linear.total(["percent", "study"], "~") == 3


@pytest.mark.parametrize(
    ("raw", "curve", "share"),
    [(-9, "", 0.1), (-1, "", 0.25), (0, "", 0.4), (9, "", 0.8), (0.5, "long", 0.4), (1, "no such curve", 0.6)],
)
def test_a_curve_is_read_between_its_points(raw: float, curve: str, share: float) -> None:
    assert parse_model(MODEL).share(raw, curve) == pytest.approx(share)


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_a_higher_score_is_never_less_likely_right(one: float, other: float) -> None:
    linear = parse_model(MODEL)
    low, high = sorted((one, other))
    assert linear.share(low, "") <= linear.share(high, "")


@pytest.mark.parametrize("line", ["weights\t\tx\t1", "hello", "bias\tmuch", "weight\tx\t1", "\tx\t1"])
def test_a_broken_file_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"not a line of a model|could not convert|not enough values"):
        parse_model(line)
