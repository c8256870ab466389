"""Addresses: links that cannot work, and notes to add a source later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Format, Mark, MarkKind
from checks.citations.address_rules import EMPTY_LINK, MISLEADING_LINK, URL
from checks.citations.reference_rules import PLACEHOLDER
from checks.evidence.claims import LISTED
from checks.evidence.need import needs
from checks.evidence.sources.links import NOT_FULL, fault_in, host_of, kind_of, site
from checks.evidence.sources.naming import misleading
from checks.evidence.sources.owners import squeezed
from checks.evidence.sources.unfinished import unfinished
from checks.evidence.statements.exempt import exempt
from checks.evidence.support.reach import reached
from checks.finding import Finding
from checks.position import Span

_REFERRED = re.compile(r"(?<![\w\]\\])\[(?P<shown>[A-Za-z][^\[\]\n]{2,80})\]\[(?P<name>[^\[\]\n]{0,40})\](?![\[(])")
_OF_SOMEBODY = re.compile(r"(?:[Tt]he )?[A-Z][\w’'.-]+(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w’'.-]+){1,6}")
"""The name of an office or a firm of several words."""
_UNFINISHED = {
    "unchecked": ("“{shown}” says that something is still to be checked", "check it, and cite by what"),
    "missing": ("“{shown}” says that a source is still missing", "cite one, or cut the claim"),
    "assistant": ("A chat assistant left this mark, and the source that it stood for is not here", "cite it"),
    "template": ("“{shown}” is the template of a reference", "put the work itself there"),
}
"""By kind of note that something is still to come, what is said of it, and what would settle it."""

_TO_TOP = re.compile(r"\b(?:top|up|back|menu|skip|close|more|less|show|hide|toggle|print|share)\b|[↑^]", re.IGNORECASE)
"""In links that a script follows, or that lead to the top of their page."""
BESIDE = 12
"""Code points beside a link from which it stands in a sentence and is no button."""

SURE_OF_OTHER = 0.7
"""How often a name that leads to the address of another name beside it was linked by mistake: by reading, for there
are few."""

SURE_UNDEFINED = 0.8
"""How often "[text][name]" that shows was meant for a link: by reading, for there are few."""


def addresses(article: Article) -> Iterator[Finding]:
    """Yield findings on addresses and placeholders."""
    yield from _placeholders(article)
    yield from _undefined(article)
    for mark in article.marks:
        if mark.kind is MarkKind.LINK:
            yield from _link(article, mark)


def _undefined(article: Article) -> Iterator[Finding]:
    """Yield links whose address was to be given further down and is not, which a reader sees as "[text][name]"."""
    if article.format is not Format.MARKDOWN or "][" not in article.text:
        return
    code = article.code
    for match in _REFERRED.finditer(article.text):
        span = Span(*match.span())
        if not any(span.overlaps(one) for one in code):
            message = f"The link “{match['shown']}” has no address: “{match['name'] or match['shown']}” is not defined."
            yield EMPTY_LINK.finding(article, span, message, confidence=SURE_UNDEFINED)


def _placeholders(article: Article) -> Iterator[Finding]:
    for note in unfinished(article):
        shown = article.slice(note.span)
        said, remedy = _UNFINISHED[note.kind]
        yield PLACEHOLDER.finding(article, note.span, said.format(shown=shown), confidence=0.95, remedy=remedy)


def _link(article: Article, mark: Mark) -> Iterator[Finding]:
    target, shown = mark.target.strip(), article.slice(mark.span).strip()
    if not target:
        yield EMPTY_LINK.finding(
            article,
            None,
            f"The link “{shown}” has no address" if shown else "A link has neither text nor address.",
            confidence=0.95,
            source_span=mark.source,
            remedy="add it, or take the link off" if shown else "",
        )
        return
    if _is_to_come(article, mark, target, shown):
        said = f"The link “{shown}” leads nowhere, for its address is “{target}”"
        remedy = "give it its address, or take the link off"
        yield EMPTY_LINK.finding(article, None, said, confidence=0.9, source_span=mark.source, remedy=remedy)
        return
    fault = fault_in(target)
    # An address that is spelled out and has no full host is an example, not somewhere to go.
    if fault and not (fault == NOT_FULL and shown == target):
        yield URL.finding(
            article, None, f"No browser can open “{target[:80]}”: {fault}.", confidence=0.95, source_span=mark.source
        )
        return
    if "{{" in article.quote(mark.source) or "{%" in article.quote(mark.source):
        return  # a template will put something there
    image = any(
        other.kind is MarkKind.IMAGE and mark.source.covers(other.source) for other in article.marks_in(mark.span)
    )
    if not shown and not mark.label and not image:
        yield EMPTY_LINK.finding(
            article,
            None,
            f"A link to “{target[:80]}” has no text, so nobody sees it.",
            confidence=0.85,
            source_span=mark.source,
        )
    elif shown:
        message, sure = misleading(shown, target, article.url)
        if message:
            message += " Nothing else supports the sentence." if _is_left_alone(article, mark) else ""
            yield MISLEADING_LINK.finding(article, None, message, confidence=sure, source_span=mark.source)
        elif other := _whose_else(article, mark, shown):
            message = f"The text names {shown}, but the link leads to the address of {other}, which is named beside it."
            yield MISLEADING_LINK.finding(article, None, message, confidence=SURE_OF_OTHER, source_span=mark.source)


def _is_to_come(article: Article, mark: Mark, target: str, shown: str) -> bool:
    """Whether the address of a link is still to come. One that stands in no sentence may be a button."""
    if kind_of(target) != "nothing" or not shown or _TO_TOP.search(shown):
        return False
    at = article.sentence_at(mark.span.start)
    return at >= 0 and article.sentences[at].span.length > mark.span.length + BESIDE


def _whose_else(article: Article, mark: Mark, shown: str) -> str:
    """Return who is linked to in the same sentence at the same address, and is called as its host is; else nothing."""
    if not _OF_SOMEBODY.fullmatch(shown):
        return ""
    at = article.sentence_at(mark.span.start)
    host = host_of(mark.target)
    owner = site(host).partition(".")[0].replace("-", "")
    if at < 0 or not owner or owner in {squeezed(shown), "".join(word[0] for word in shown.lower().split())}:
        return ""
    beside = article.marks_in(article.sentences[at].span, MarkKind.LINK)
    named = (article.slice(one.span).strip() for one in beside if one is not mark and host_of(one.target) == host)
    return next((name for name in named if squeezed(name) == owner), "")


def _is_left_alone(article: Article, mark: Mark) -> bool:
    """Whether the sentence of a link states something that nothing supports."""
    at = article.sentence_at(mark.span.start)
    states = at >= 0 and needs(article)[at] >= LISTED and not exempt(article, article.sentences[at])
    return states and not any(one.supports for one in reached(article)[at])
