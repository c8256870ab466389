"""Addresses: links that cannot work, and notes to add a source later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Format, Mark, MarkKind
from checks.citations.source_rules import EMPTY_LINK, MISLEADING_LINK, PLACEHOLDER, URL
from checks.evidence.claims import LISTED
from checks.evidence.exempt import exempt
from checks.evidence.links import NOT_FULL, fault_in, host_of, is_asking, site
from checks.evidence.naming import misleading
from checks.evidence.need import needs
from checks.evidence.owners import squeezed
from checks.evidence.reach import reached
from checks.evidence.standins import templates
from checks.finding import Finding
from checks.position import Span

_BRACKETED = re.compile(r"\[[^\[\]\n]{1,45}\]|\([^()\n]{2,45}\)|\{\{[^{}\n]{2,90}\}\}")
_SOURCE = r"(?:citations?|sources?|references?|ref|cite|link|attribution|verification)"
_MISSING = re.compile(
    rf"[\[({{]{{1,2}}(?:{_SOURCE}(?: is| are)? ?(?:needed\??|missing\??|required|here|tb[cd]|tk|todo|to (?:come|follow)"
    rf"|pending|:? ?\?{{1,3}})|(?:add|insert|needs?|find|get|check)(?: a| the)? {_SOURCE}(?: here)?|ref|cite"
    r"|to ?do:? ?(?:add |find |insert )?(?:a |the )?(?:cite|ref|source|link|citation|reference)"
    r"|authors?,?(?: et al\.,?)? ?(?:year|xxxx|yyyy|20xx|n\.d\.))[\])}]{1,2}"
    r"|\(\?{2,3}\)|\[\?{1,3}\]"
    r"|\[(?:cn|cite|ref|citation|source|who\?|by whom\?|according to whom\?|which\?|when\?|verify|failed verification"
    r"|dubious(?: – discuss)?|unreliable source\??)\]"
    r"|\{\{(?:cn|fact|citation needed|cite needed|refn?|who|by whom|according to whom)(?:\|[^{}]{0,80})?\}\}"
)
_CHECKED = re.compile(
    r"\[\[?(?:please )?(?:(?:fact|double)[- ])?(?:check|confirm|verify)(?: (?:this|that|it|again|spelling"
    r"|(?:the |these )?(?:figures?|numbers?|dates?|names?|facts?|quotes?|years?|amounts?)|with [\w .]{2,25}))?"
    r"(?: please)?[?!]?\]\]?"
    r"|\[(?:to be|needs to be|must be) (?:checked|confirmed|verified)\]"
)
"""A note to look something up. By itself it may be the name of a box or a sign before an item."""
_TO_TICK = re.compile(r"(?:\A|\W|\b(?:an?|choose|click|press|select|the|this|tick|use|your))\Z", re.IGNORECASE)
"""What stands before a name of a box to tick, or a sign."""
_TO_DO = re.compile(
    r"(?<![\w\[({-])(?:TODO|FIXME|TK)\b:? (?:add |find |get |insert )?(?:a |the )?"
    r"(?:sources?|citations?|references?|refs?)\b"
)
_BARE = re.compile(r"\((?:sources?|citation|reference|cite|link)\)")
_AT_END = re.compile(r"[.,;:!?]|\s*(?:\n|\Z)")
"""What follows a bare "(source)" that a link has been lost from; elsewhere it may be "the (source) language"."""
_REFERRED = re.compile(r"(?<![\w\]\\])\[(?P<shown>[A-Za-z][^\[\]\n]{2,80})\]\[(?P<name>[^\[\]\n]{0,40})\](?![\[(])")
_OF_SOMEBODY = re.compile(r"(?:[Tt]he )?[A-Z][\w’'.-]+(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w’'.-]+){1,6}")
"""The name of an office or a firm of several words."""
_ASSISTANT = re.compile(
    r":?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?|\[oaicite:\d{1,3}\]|【\d{1,3}[†:][^】\n]{0,60}】"
    r"|[\ue200-\ue206]?(?:cite|navlist)?[\ue200-\ue206]?"
    r"turn\d{1,2}(?:search|view|news|image|file|academia|fetch)\d{1,3}[\ue200-\ue206]?"
    r"|\[(?:cite_start|cite: ?\d[\d, ]{0,20})\]|\[attached_file:\d\]|grok_card://\S{1,80}"
)
_ASSISTANT_SIGNS = ("oaicite", "【", "cite_start", "[cite", "attached_file", "grok_card")
_TURN = re.compile(r"turn\d")

LONGEST_BEFORE = 16
"""Code points before a note to check something that are looked at."""

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
    code = article.code
    told = set()
    for match in _notes(article.text):
        span = Span(*match.span())
        told.add(span)
        if any(span.overlaps(one) for one in code) or _is_source(article, span):
            continue
        if match.re is _BRACKETED and _CHECKED.fullmatch(match[0].lower()):
            said, remedy = f"“{match[0]}” says that something is still to be checked", "check it, and cite by what"
        elif match.re is not _ASSISTANT:
            said, remedy = f"“{match[0]}” says that a source is still missing", "cite one, or cut the claim"
        else:
            said, remedy = "A chat assistant left this mark, and the source that it stood for is not here", "cite it"
        yield PLACEHOLDER.finding(article, span, said, confidence=0.95, remedy=remedy)
    for span in templates(article):
        if span not in told and not any(span.overlaps(one) for one in code) and not _is_source(article, span):
            said = f"“{article.slice(span)}” is the template of a reference"
            yield PLACEHOLDER.finding(article, span, said, confidence=0.95, remedy="put the work itself there")


def _is_source(article: Article, span: Span) -> bool:
    """Whether a note is itself the link to a source, as in "[[source](…)]"; one that asks for a source never is."""
    return any(
        mark.target.strip(" #") and not is_asking(article.slice(mark.span))
        for mark in article.marks_in(span, MarkKind.LINK)
    )


def _notes(text: str) -> Iterator[re.Match[str]]:
    """Yield notes that a source is missing or something is to be checked, and marks left by chat assistants."""
    for match in _BRACKETED.finditer(text):
        shown = match[0].lower()
        bare = _BARE.fullmatch(shown) and _AT_END.match(text, match.end())
        if _MISSING.fullmatch(shown) or bare or (_CHECKED.fullmatch(shown) and _is_note(text, match.start())):
            yield match
    if any(sign in text for sign in ("TODO", "FIXME", "TK")):
        yield from _TO_DO.finditer(text)
    if any(sign in text for sign in _ASSISTANT_SIGNS) or ("turn" in text and _TURN.search(text)):
        yield from _ASSISTANT.finditer(text)


def _is_note(text: str, at: int) -> bool:
    """Whether "[check]" stands behind what is to be checked, and is no box to tick nor a sign before an item."""
    before = text[max(0, at - LONGEST_BEFORE) : at].rstrip(" ").rstrip("%”\"'’).,;")
    return bool(before) and not _TO_TICK.search(before)


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
