"""What a writing assistant says around the text that it was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, MarkKind
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import MASK, quoted, uncoded
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/assistant-boilerplate",
    summary="Words of a writing assistant about itself or its work, such as “As an AI language model”.",
    why="It was said to the author, not to the reader, who will doubt that a person stands behind the article.",
    fix="Delete it, and check what stands beside it: what an assistant wrote was not always verified.",
    source="Phrases in checks/residue/assistant.txt; Wikipedia keeps a like list, “Signs of AI writing”.",
    severity=Severity.ERROR,
    flagged=(
        Example("[[Certainly! Here is]] the article you asked for.\n\n# Low tide\n\nThe sea draws back twice a day."),
        Example("[[As an AI language model]], I have never seen a heron. They stand on the mud."),
        Example("The sea draws back twice a day.\n\n[[Let me know if you need any further changes]]!"),
        Example("Herons fish at low tide [[:contentReference[oaicite:2]]]{index=2}."),
        Example("Herons fish at [low tide]([[https://herons.test/?utm_source=chatgpt.com]])."),
    ),
    passed=(
        Example("Some papers open with “As an AI language model” because nobody read them before print."),
        Example("Certainly the heron is patient. Here is where it stands at noon."),
        Example("Let me know in the comments if you have seen one."),
    ),
)

_SAID = {
    "disclaimer": (0.97, "A writing assistant speaks of itself"),
    "opening": (0.97, "A writing assistant hands over its work"),
    "closing": (0.8, "A writing assistant takes leave"),
}
_ARTEFACT = re.compile(
    r":contentReference\[oaicite:\d{1,4}\]|\boaicite:\d{1,4}|【\d{1,3}†[^】\n]{1,80}】"
    r"|\b(?:cite)?turn\d{1,3}(?:search|view|news|image|file)\d{1,3}\b|\bgrok_card\b"
)
_REFERRER = re.compile(r"utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity)\b")


def find(article: Article) -> Iterator[Finding]:
    """Yield each remark of an assistant, and what its interface leaves in links and text."""
    yield from _remarks(article)
    for match in _ARTEFACT.finditer(uncoded(article)):
        yield RULE.finding(article, Span(*match.span()), f"An assistant's reference mark: {match[0]}.", confidence=0.98)
    for mark in article.marks:
        tracker = _REFERRER.search(mark.target) if mark.kind is MarkKind.LINK else None
        if tracker:
            message = f"The link's address tells that an assistant gave it ({tracker[0]}): was it opened and read?"
            place = _address(article, mark.source, mark.target)
            yield RULE.finding(article, None, message, confidence=0.9, source_span=place, severity=Severity.WARNING)


def _address(article: Article, mark: Span, target: str) -> Span:
    """Return where the address stands inside its mark, or the whole mark when it is written otherwise."""
    at = article.source.find(target, mark.start, mark.end)
    return Span(at, at + len(target)) if at >= 0 else mark


def _remarks(article: Article) -> Iterator[Finding]:
    from checks.phrases import phrases
    from checks.tokens import tokens

    found, text, end = tokens(article), uncoded(article), 0
    starts = [block.span for block in article.blocks]
    for hit in phrases("checks.residue", "assistant.txt").find(found.words):
        span = found.span(hit.first, hit.stop)
        block = next((one for one in starts if one.covers(span)), None)
        if span.start < end or block is None or MASK in text[slice(*span)] or quoted(text[block.start : span.start]):
            continue
        end = span.end
        confidence, what = _SAID[hit.section]
        yield RULE.finding(article, span, f"{what}: “{article.slice(span)}”.", confidence=confidence)
