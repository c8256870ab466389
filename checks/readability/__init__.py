"""How hard an article is to read: textstat's indices, our own estimate, and where a reader stumbles."""

from __future__ import annotations

from checks.readability.formulas import warm
from checks.readability.measure import measure
from checks.readability.model import Readability, SectionReadability

__all__ = ["Readability", "SectionReadability", "measure", "warm"]
