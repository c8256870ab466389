"""The formats an audit can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from reports.audit import Audit

TEXT_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "json": "The whole audit to a published schema, for programs.",
        "sarif": "SARIF 2.1.0, for code scanning.",
        "junit": "JUnit XML, a suite per article and a case per check.",
        "github": "GitHub workflow commands: annotations on the changed files.",
        "gitlab": "GitLab Code Quality.",
        "markdown": "A summary for a job or a pull request.",
        "text": "Findings by article, for a terminal.",
    }
)
"""Formats that are one text, with what each is for."""

FORMATS = ("html", *TEXT_FORMATS)
"""All formats; `html` is a folder and goes through `reports.write.write_html`."""


def render(name: str, audit: Audit) -> str:
    """Return the audit in one of `TEXT_FORMATS`; the modules are imported only when asked for.

    For a terminal call `reports.text.render` itself, which knows colour and width.

    Raises:
        KeyError: when there is no such text format.
    """
    if name not in TEXT_FORMATS:
        raise KeyError(name)
    renderer = cast("Callable[[Audit], str]", import_module(f"reports.{name}").render)
    return renderer(audit)
