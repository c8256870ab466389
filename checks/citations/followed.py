"""What becomes of links that were followed: findings, from the answers of the web."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from checks.article import Article, Mark, MarkKind
from checks.citations.link_options import LinkOptions
from checks.citations.link_rules import ANCHOR, DEAD, DOI_UNKNOWN, HOME_PAGE, MOVED, PRIVATE, UNCHECKED
from checks.citations.linked import DOI, linked
from checks.evidence.sources.links import host_of, site
from checks.finding import Finding, Related
from checks.rule import CheckUnavailable, Rule
from checks.web import Answer, Outcome, Question, Web

SHOWN = 80
"""Code points of an address that a message shows."""
WELL = range(200, 400)
GONE = {404: "not found", 410: "removed for good"}
REMEDY = "Check the network and citations.links, and run again; or leave --check-links out."

# How sure each finding is. Judged by what the answers mean, not measured: there is no labelled set of links.
SURE_GONE = 0.95
SURE_NO_HOST = 0.9
SURE_INSECURE = 0.8
SURE_ASTRAY = 0.7
SURE_MOVED = 0.8
SURE_MOVED_AWAY = 0.6
SURE_SOFT = 0.75
SURE_DOI = 0.95
SURE_PRIVATE = 0.95
SURE_PRIVATE_NAME = 0.5
"""A company's public host often has a private address within the company."""
SURE_ANCHOR = 0.5
"""Scripts make places that are not in the page as it is sent."""
SURE_TURNED_AWAY = 0.1
SURE_FAULTY = 0.3
SURE_SILENT = 0.4

PERMANENT = frozenset(
    {"identifiers.org", "n2t.net", "nbn-resolving.org", "perma.cc", "purl.oclc.org", "purl.org", "w3id.org"}
)
"""Hosts whose addresses always redirect and are to be cited as they are: registries of permanent identifiers."""

_HOME = re.compile(
    r"(?:/(?:index|default|home|main|start)(?:\.\w{2,5})?)?(?:/[a-z]{2}(?:[-_][a-z]{2})?)?/?", re.IGNORECASE
)
_FAULT_PAGE = re.compile(
    r"(?:^|[/_-])(?:404|not-?_?found|page-?not-?found|error-?404|missing-page)(?:$|[/._-])", re.IGNORECASE
)
_ASKED_FIRST = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sso|oauth2?|auth|consent|captcha|challenge|cookies?|paywall|subscribe|errors?)(?:$|[/._-])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"localhost|[\d.]+|\[?[\da-f:.]*:[\da-f:.]*\]?", re.IGNORECASE)


class Followed(NamedTuple):
    """One address of an article, what came of it, and where it stands."""

    question: Question
    answer: Answer
    marks: Sequence[Mark]


def followed(article: Article, options: LinkOptions, web: Web) -> Iterator[Finding]:
    """Yield findings on where the links of an article lead.

    Raises:
        CheckUnavailable: after the findings, when nobody could be asked about some.
    """
    unasked: list[Answer] = []
    unchecked: dict[tuple[str, str], list[Followed]] = defaultdict(list)
    for question, marks in linked(article, options).items():
        one = Followed(question, web.answer(question), marks)
        if one.answer.outcome is Outcome.UNASKED:
            unasked.append(one.answer)
        elif why := _why_unchecked(one.answer):
            unchecked[host_of(question.address), why].append(one)
        else:
            yield from _judged(article, one)
    for (host, why), alike in unchecked.items():
        yield _unchecked(article, host, why, alike)
    if unasked:
        raise CheckUnavailable(f"links could not be checked: {unasked[0].reason}", REMEDY)


def _judged(article: Article, one: Followed) -> Iterator[Finding]:
    """Yield what is wrong with one address, if anything is."""
    question, answer, _ = one
    if answer.outcome is Outcome.PRIVATE:
        yield _private(article, one)
    elif answer.status in GONE and question.address.startswith(DOI) and not question.follow:
        doi = question.address.removeprefix(DOI)
        message = f"The DOI {_short(doi)} is not registered: doi.org does not know it."
        yield _finding(DOI_UNKNOWN, article, one, message, SURE_DOI)
    elif dead := _dead(one):
        message, sure = dead
        yield _finding(DEAD, article, one, message, sure)
    elif answer.status in WELL:
        yield from _arrived(article, one)


def _dead(one: Followed) -> tuple[str, float] | None:
    """Return what is wrong with an address that leads nowhere, and how sure that is."""
    (address, _), answer, marks = one
    host = host_of(answer.final or address)
    what = "picture" if marks[0].kind is MarkKind.IMAGE else "page"
    by_way = f" (by way of a redirect to {_short(answer.final)})" if answer.final else ""
    if answer.status in GONE and answer.outcome is Outcome.ANSWERED:
        return f"This {what} is gone: {host} answers {answer.status}, {GONE[answer.status]}{by_way}.", SURE_GONE
    if answer.outcome is Outcome.NO_HOST:
        return f"There is no host {host}: its name does not exist{by_way}.", SURE_NO_HOST
    if answer.outcome is Outcome.INSECURE:
        return f"Browsers warn of {host}{by_way}: {answer.reason}.", SURE_INSECURE
    if answer.outcome is Outcome.ASTRAY:
        return f"This {what} never opens: {answer.reason}.", SURE_ASTRAY
    return None


def _why_unchecked(answer: Answer) -> str:
    """Return why an answer tells nothing of the page; empty when it does tell."""
    if answer.outcome is Outcome.SILENT:
        return answer.reason
    if answer.outcome is Outcome.LEFT_OUT:
        return f"it was not asked, for {answer.reason}"
    if answer.outcome is Outcome.ANSWERED and answer.status not in WELL and answer.status not in GONE:
        return f"it answers {answer.status}{', ' if answer.reason else ''}{answer.reason}"
    return ""


def _unchecked(article: Article, host: str, why: str, alike: Sequence[Followed]) -> Finding:
    """Return the one finding on all links that a host answers alike."""
    first, *more = alike
    status = first.answer.status
    sure = SURE_SILENT if not status else SURE_FAULTY if status in range(500, 600) else SURE_TURNED_AWAY
    also = f" The same goes for {len(more)} more link{'s' if len(more) > 1 else ''} to it." if more else ""
    message = f"This link could not be checked with {host}: {why}.{also}"
    others = [mark for one in more for mark in one.marks[:1]]
    return _finding(UNCHECKED, article, first, message, sure, others)


def _private(article: Article, one: Followed) -> Finding:
    host = urlsplit(one.answer.final or one.question.address).hostname or ""
    sure = SURE_PRIVATE if _ADDRESS.fullmatch(host) else SURE_PRIVATE_NAME
    why = "it is not a public address" if one.answer.reason.startswith(host) else one.answer.reason
    message = f"Readers outside your network cannot open {host}: {why}."
    return _finding(PRIVATE, article, one, message, sure)


def _arrived(article: Article, one: Followed) -> Iterator[Finding]:
    """Yield what is to be said of an address that was found, elsewhere perhaps."""
    question, answer, _ = one
    if answer.final and question.follow:
        before, after = urlsplit(question.address), urlsplit(answer.final)
        if _FAULT_PAGE.search(after.path) and not _FAULT_PAGE.search(before.path):
            yield _finding(
                HOME_PAGE, article, one, f"The link ends at a page for errors, {_short(answer.final)}.", SURE_SOFT
            )
            return
        if _is_deep(before.path, before.query) and _HOME.fullmatch(after.path) and not after.query:
            yield _finding(
                HOME_PAGE, article, one, f"The link ends at the home page of {host_of(answer.final)}.", SURE_SOFT
            )
            return
        if answer.permanent and _is_move(question.address, answer.final):
            yield _moved(article, one)
    if answer.place is False:
        name = urlsplit(question.address).fragment
        message = f"The page has no part named “{_short(name)}”, so the link leads to its top."
        yield _finding(ANCHOR, article, one, message, SURE_ANCHOR)


def _is_deep(path: str, query: str) -> bool:
    """Whether a path names a page of its own, not a section or a short form (`/promo`) that leads to the front."""
    parts = [part for part in path.split("/") if part]
    if not parts or _HOME.fullmatch(path):
        return bool(query)
    return len(parts) > 1 or any(sign in parts[0] for sign in "-_.") or any(char.isdigit() for char in parts[0])


def _is_move(one: str, two: str) -> bool:
    """Whether a page that was at one address and is at another one has moved.

    They differ by more than a closing stroke or `www.`, the first is not meant
    to stay while pages move, and the second is not what readers see first.
    """
    first, second = urlsplit(one), urlsplit(two)
    if host_of(one) in PERMANENT or _ASKED_FIRST.search(second.path):
        return False
    same_page = first.path.rstrip("/") == second.path.rstrip("/") and first.query == second.query
    return first.scheme != second.scheme or host_of(one) != host_of(two) or not same_page


def _moved(article: Article, one: Followed) -> Finding:
    address, final = one.question.address, one.answer.final
    same_site = site(host_of(address)) == site(host_of(final))
    message = f"The page has moved for good to {_short(final)}."
    quote = article.quote(one.marks[0].source)
    better = tuple(_replaced(quote, one.marks[0].target, final)) if same_site or not urlsplit(final).query else ()
    return _finding(MOVED, article, one, message, SURE_MOVED if same_site else SURE_MOVED_AWAY, better=better)


def _replaced(quote: str, target: str, final: str) -> Iterator[str]:
    """Yield the quote with the new address, if the old one stands in it as it is, escaped in the same way."""
    fragment = target.partition("#")[2]
    wanted = final if "#" in final or not fragment else f"{final}#{fragment}"
    wanted = wanted.translate({ord(char): f"%{ord(char):02X}" for char in "()<>\"' "})
    for old, new in ((target, wanted), (target.replace("&", "&amp;"), wanted.replace("&", "&amp;"))):
        if old in quote:
            yield quote.replace(old, new)
            return


def _finding(
    rule: Rule,
    article: Article,
    one: Followed,
    message: str,
    confidence: float,
    others: Sequence[Mark] = (),
    better: Sequence[str] = (),
) -> Finding:
    """Return a finding at the first place of an address; the others, or `others`, are related to it."""
    first, *more = one.marks
    places = [
        Related(article.id, mark.source, article.position(mark.source.start).line, article.quote(mark.source), "too")
        for mark in (*more, *others)
    ]
    return rule.finding(
        article,
        None,
        message,
        confidence=confidence,
        source_span=first.source,
        replacements=better,
        related=places,
    )


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
