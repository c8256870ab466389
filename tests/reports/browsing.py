"""A page in a real browser, and what went wrong or over the wire while it was open."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def article(report: Path, name: str) -> Path:
    [path] = (report / "articles").glob(f"{name}*.html")
    return path


@dataclass
class Visit:
    """A page that is watched."""

    page: Page
    context: BrowserContext
    troubles: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Page:
        self.page.goto(f"{path.as_uri()}{fragment}")
        return self.page


def watch(visit: Visit) -> None:
    page, troubles = visit.page, visit.troubles
    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else troubles.append(f"request: {request.url}")
        ),
    )
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error('blocked: ' + event.violatedDirective))"
    )
