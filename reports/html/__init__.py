"""The audit for editors: a page for the run and one for each article.

Every page is whole in itself: style and script stand in it and are allowed by
their hash, nothing is fetched, and without scripts all of it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reports.audit import Audit

MADE_BY = '<meta name="generator" content="copydesk">'
_NAME = re.compile(r".+-[0-9a-f]{8}(-\d+)?\.html")


def is_page(name: str, head: str) -> bool:
    """Return whether a file of this name that begins with `head` is an article's page of ours."""
    return MADE_BY in head and _NAME.fullmatch(name) is not None


def render(audit: Audit) -> Mapping[str, str]:
    """Return the report's pages by file name, relative to its folder; the first is `index.html`.

    The same audit gives the same bytes.
    """
    from reports.html import article_page, run_page
    from reports.html.links import Links, pages

    every = pages(audit)
    links = Links({page.one.id: page for page in every})
    made = {"index.html": run_page.render(audit, every, links)}
    for index, page in enumerate(every):
        made[page.name] = article_page.render(audit, index, every, links)
    return made
