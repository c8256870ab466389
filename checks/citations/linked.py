"""Which addresses an article links to, as questions to the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from checks.article import Article, Mark, MarkKind
from checks.citations.link_options import LinkOptions
from checks.evidence.sources.links import fault_in, host_of
from checks.web import Question

DOI = "https://doi.org/"
_DOI = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}(?:\.\d{1,9}){0,5}/\S+)", re.IGNORECASE)
RESOLVERS = frozenset({"doi.org", "dx.doi.org", "hdl.handle.net"})
"""Hosts whose answer settles it: where they redirect to is theirs to keep right."""
_TEMPLATE = ("{{", "{%", "<%", "${", "%7b%7b")
_SAMPLES = re.compile(r"(?:.+\.)?(?:example\.(?:com|net|org)|example|test|invalid)")
"""Names kept for documentation and tests (RFC 2606, RFC 6761): they are not meant to lead anywhere."""
_NO_PLACE = ("", "top")
_STATE = ("!", "/", ":~:", "page=", "?")
"""Beginnings of fragments that name no place in the page but a state of it, a text to mark or a page of a PDF."""


def linked(article: Article, options: LinkOptions) -> Mapping[Question, Sequence[Mark]]:
    """Return the questions that the links and pictures of an article pose, in order, each with where it stands.

    What cannot be asked is left out: what is relative to an unknown address,
    faulty in its form, a template's or a sample's; so is the site's own chrome.
    """
    found: dict[Question, list[Mark]] = {}
    for mark in _content(article):
        question = _question(mark.target.strip(), article.url, options)
        if question is not None:
            found.setdefault(question, []).append(mark)
    return found


def _content(article: Article) -> Iterator[Mark]:
    """Yield the links and pictures that do not stand in boilerplate."""
    for mark in article.marks:
        if mark.kind in {MarkKind.LINK, MarkKind.IMAGE}:
            at = article.block_at(mark.span.start)
            if at < 0 or not article.blocks[at].boilerplate:
                yield mark


def _question(target: str, base: str, options: LinkOptions) -> Question | None:
    if not target or target.startswith("#") or fault_in(target) or any(sign in target.lower() for sign in _TEMPLATE):
        return None
    try:
        address = urljoin(base, target) if base.startswith(("http://", "https://")) else target
        address = f"https:{address}" if address.startswith("//") else address
        host = urlsplit(address).hostname
    except ValueError:
        return None
    if not host or not address.lower().startswith(("http://", "https://")) or _SAMPLES.fullmatch(host.rstrip(".")):
        return None
    if any(_excludes(pattern, address, host) for pattern in options.exclude):
        return None
    return _posed(address, options)


def _posed(address: str, options: LinkOptions) -> Question:
    page, fragment = urldefrag(address)
    doi = _DOI.fullmatch(page)
    if doi:
        # Names of the same work: DOIs have no case.
        return Question(DOI + doi[1].lower(), follow=False)
    if host_of(page) in RESOLVERS:
        return Question(page, follow=False)
    named = options.anchors and unquote(fragment).lower() not in _NO_PLACE and not fragment.startswith(_STATE)
    return Question(address if named else page)


def _excludes(pattern: str, address: str, host: str) -> bool:
    """Whether a pattern of `exclude` speaks of an address: a host with all below it, or an address with `*` in it."""
    if "/" not in pattern and "*" not in pattern:
        wanted = pattern.lower().strip(".")
        return host == wanted or host.endswith(f".{wanted}")
    first, *others = pattern.split("*")
    if not others:
        return address == first
    *middle, last = others
    at, end = len(first), len(address) - len(last)
    if not address.startswith(first) or not address.endswith(last):
        return False
    for part in middle:
        at = address.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return at <= end
