"""Settings: `copydesk.toml` or `[tool.copydesk]`, profiles, overrides by path, and what they do to findings."""

from __future__ import annotations

from flows.settings.apply import apply, asked, digest, level
from flows.settings.errors import SettingsError
from flows.settings.layers import load
from flows.settings.model import Cache, Gate, Settings, Vocabulary

__all__ = ["Cache", "Gate", "Settings", "SettingsError", "Vocabulary", "apply", "asked", "digest", "level", "load"]
