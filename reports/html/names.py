"""Names that hold: files of the report's pages, and anchors in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from checks.finding import Finding
from reports.audit import AuditedArticle

FOLDER = "articles"
DIGITS = 8
"""Of a fingerprint in an anchor; in one article they suffice, and pages have thousands of them."""
_OTHER = re.compile(r"[^a-z0-9]+")


def page_names(articles: Sequence[AuditedArticle]) -> tuple[str, ...]:
    """Return each article's page, relative to the report's folder: `articles/brewing-1f2e3d4c.html`.

    A page keeps its name from run to run, whatever else is audited. Only
    letters and digits of the path enter it, and a hash tells it from others.
    """
    taken: set[str] = set()
    names = []
    for one in articles:
        slug = _slug(one.id)
        digest = _hash(f"{one.path}\0{one.id}")
        name = f"{slug}-{digest[:8]}"
        again = 1
        while name in taken:
            again += 1
            name = f"{slug}-{digest[:8]}-{again}"
        taken.add(name)
        names.append(f"{FOLDER}/{name}.html")
    return tuple(names)


def _slug(id: str) -> str:
    stem = PurePosixPath(id.replace("\\", "/")).stem.casefold()
    return _OTHER.sub("-", stem).strip("-")[:40].strip("-") or "article"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def anchors(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return an anchor for each finding of an article, from its fingerprint, so that a link to it outlives the run."""
    taken: set[str] = set()
    made = []
    for index, finding in enumerate(findings, 1):
        name = _OTHER.sub("", finding.fingerprint.casefold())[:DIGITS] or f"x{index}"
        if name in taken:
            name = f"{name}-{index}"
        taken.add(name)
        made.append(name)
    return tuple(made)
