"""Languages: their codes and names, and by which words they are recognised."""

from __future__ import annotations

from checks.languages.codes import is_known, name, named, suggestion
from checks.languages.detect import detect, is_in

__all__ = ["detect", "is_in", "is_known", "name", "named", "suggestion"]
