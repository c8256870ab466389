"""Unfinished: notes that a source is still missing or something to be checked, and marks left by chat assistants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, MarkKind, once
from checks.evidence.sources.links import is_asking
from checks.evidence.sources.standins import templates
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


class Unfinished(NamedTuple):
    """A note that something is still to come."""

    span: Span
    """In the text."""
    kind: str
    """`missing` (a source is), `unchecked`, `assistant` (its mark for a source) or `template` (of a reference)."""


@once
def unfinished(article: Article) -> tuple[Unfinished, ...]:
    """Return the notes that a source is still to come, each place once."""
    code = article.code
    found: dict[Span, Unfinished] = {}
    for one in (*_noted(article.text), *(Unfinished(span, "template") for span in templates(article))):
        if not any(one.span.overlaps(other) for other in code) and not _is_source(article, one.span):
            found.setdefault(one.span, one)
    return tuple(found.values())


@once
def left_open(article: Article) -> frozenset[int]:
    """Return the sentences of which such a note says that their source is still to come."""
    return frozenset(_told_of(article, one.span) for one in unfinished(article)) if article.sentences else frozenset()


def _told_of(article: Article, span: Span) -> int:
    """Return the sentence that a note is about: behind a full stop the one before it."""
    at = max(0, article.sentence_at(span.start))
    here = article.sentences[at]
    behind = at and here.span.start == span.start and article.sentences[at - 1].block == here.block
    return at - 1 if behind else at


def _noted(text: str) -> Iterator[Unfinished]:
    for match in _notes(text):
        kind = "missing"
        if match.re is _ASSISTANT:
            kind = "assistant"
        elif match.re is _BRACKETED and _CHECKED.fullmatch(match[0].lower()):
            kind = "unchecked"
        yield Unfinished(Span(*match.span()), kind)


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
