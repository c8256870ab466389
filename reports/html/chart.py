"""The picture of readability: a bar for each section, as wide as it is long and as high as its grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from checks.readability import SectionReadability

WIDTH, HEIGHT = 720.0, 120.0
"""Of the drawing, in its own units."""
TOP = 18.0
"""The least highest grade on the scale."""
NARROWEST = 6.0
GAP = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One section's bar."""

    number: int
    x: float
    y: float
    width: float
    height: float
    over: bool
    """Above the target."""
    grade: float | None
    label: str

    @property
    def middle(self) -> float:
        """Where its figures are centred."""
        return _round(self.x + self.width / 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars and where the target line runs."""

    bars: tuple[Bar, ...]
    target: float | None
    target_y: float
    floor: float
    """Where the bars stand."""
    ticks: tuple[tuple[int, float], ...]
    told: str
    """The same in words, for those who do not see it."""


def chart(sections: Sequence[SectionReadability], target: float | None) -> Chart | None:
    """Return the picture, or None when there are not two sections with a grade."""
    grades = [one.grade for one in sections if _known(one.grade)]
    if len(grades) < 2:  # noqa: PLR2004 - one bar is no picture
        return None
    top = max(TOP, *(grade + 1 for grade in grades if grade is not None))
    total = sum(max(one.words, 1) for one in sections)
    room = WIDTH - GAP * (len(sections) - 1)
    widths = [max(NARROWEST, room * max(one.words, 1) / total) for one in sections]
    scale = room / sum(widths)
    bars: list[Bar] = []
    x = 0.0
    for number, (one, width) in enumerate(zip(sections, widths, strict=True), 1):
        grade = one.grade if _known(one.grade) else None
        height = 0.0 if grade is None else HEIGHT * max(grade, 0.3) / top
        over = grade is not None and target is not None and grade > target
        label = one.title or "Beginning"
        wide = width * scale
        bars.append(Bar(number, _round(x), _round(HEIGHT - height), _round(wide), _round(height), over, grade, label))
        x += wide + GAP
    ticks = tuple((grade, _round(HEIGHT - HEIGHT * grade / top)) for grade in range(0, int(top) + 1, 6))
    return Chart(tuple(bars), target, _round(HEIGHT - HEIGHT * (target or 0) / top), HEIGHT, ticks, _told(bars, target))


def _told(bars: Sequence[Bar], target: float | None) -> str:
    parts = (f"{bar.label} {bar.grade:.1f}" for bar in bars if bar.grade is not None)
    wanted = f" Target: {target:.1f} at most." if target is not None else ""
    return f"Grade by section: {', '.join(parts)}.{wanted}"


def _known(value: float | None) -> bool:
    return value is not None and isfinite(value)


def _round(value: float) -> float:
    return round(value, 1)
