"""Languages: their codes and names, and by which words they are recognised."""

from __future__ import annotations

from checks.languages.codes import ENGLISH, is_english, is_known, name, named, primary, suggestion
from checks.languages.detect import detect, is_in

__all__ = ["ENGLISH", "detect", "is_english", "is_in", "is_known", "name", "named", "primary", "suggestion"]
