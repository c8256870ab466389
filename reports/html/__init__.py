"""The audit for editors: a page for the run and one for each article."""

from __future__ import annotations

from collections.abc import Mapping

from reports.audit import Audit


def render(audit: Audit) -> Mapping[str, str]:
    """Return the report's pages by file name, relative to its folder."""
    return {"index.html": f"<!doctype html><title>{audit.run.verdict}</title>"}
