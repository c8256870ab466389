"""Duties: what the law asks of the reader, which is an instruction in most texts and a claim about the law in some.

"You must file by 31 January" tells the reader what to do, and nobody asks for a
source of it in a guide to somebody's own office. In an article on law or money,
where a strict standard is held to, a wrong deadline does harm, and the law that
sets it is to be cited; elsewhere under that standard where a penalty, a tax or
a court is spoken of.
"""

from __future__ import annotations

import re

from checks.article import Article, Sentence
from checks.evidence.exempt import exempt
from checks.evidence.topic import topic
from checks.evidence.unclaimed import unclaimed
from checks.position import Span

LAWFUL = frozenset({"law", "finance"})
"""Topics of articles in which a duty is the law's, and not a doctor's or a maker's."""

SURE = 0.6
"""How likely an editor of such texts is to want the law named: judged by reading, for there are few."""

LAID_DOWN = "tells the reader what the law asks"
SETTLES = "cite the law, the ruling or the office"
"""What is said of a duty, and what would settle it."""

_DOES = (
    r"(?:be \d+|file|pay|register|report|keep|claim|apply|appeal|submit|return|notify|renew|declare|send|sign|serve"
    r"|withdraw|deduct|inform|respond|deposit|disclose|object|vote|contribute|withhold)"
)
_DUTY = re.compile(
    rf"\b[Yy]ou (?:(?:must|may|need|cannot|can)(?: not)?(?: only)? (?:to )?{_DOES}"
    rf"|(?:have|are (?:legally )?(?:required|obliged|obligated|entitled|allowed)) to {_DOES}"
    r"|(?:will|can|may|could) be (?:fined|charged|penali[sz]ed|sued|prosecuted|evicted|taxed)"
    r"|are (?:legally )?(?:liable|entitled)|have (?:\w+ ){1,3}(?:days|weeks|months|years) to)\b"
)
_COUNT = r"(?:\d+|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|end of the (?:tax )?year)"
)
_TERM = re.compile(
    rf"\b(?:by|before|until) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{_MONTH}\b"
    rf"|\b(?:within|for|at least|up to|after) {_COUNT} (?:\w+ )?(?:days|weeks|months|years)\b"
    rf"|\b{_COUNT} (?:\w+ )?(?:days|weeks|months|years) to\b"
    r"|[$€£]\d|\b\d[\d,]* (?:percent|per cent|pounds|dollars|euros)\b|\d%|\bto vote\b"
)
_LAW = re.compile(
    r"\b(?:fined?|fines|penalty|penalties|prosecut(?:ed|ion)|by law|the law|courts?|tribunal|tax(?:es|ed|able)?"
    r"|tax return|deductible|minimum wage|statutory|liable)\b"
)


def duty(article: Article, sentence: Sentence) -> Span | None:
    """Return the words with which a sentence tells the reader what the law asks or grants; None where it does not."""
    found = _DUTY.search(article.text, sentence.span.start, sentence.span.end)
    if found is None or exempt(article, sentence) or unclaimed(article, sentence):
        return None
    lawful = _LAW.search(article.text, sentence.span.start, sentence.span.end) is not None
    if topic(article) in LAWFUL:
        lawful = lawful or _TERM.search(article.text, sentence.span.start, sentence.span.end) is not None
    return Span(*found.span()) if lawful else None
