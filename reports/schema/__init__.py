"""The published schema of the JSON report."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def load() -> dict[str, Any]:
    """Return the JSON Schema of what `reports.json` renders."""
    text = resources.files(__name__).joinpath("audit-1.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
