"""Supports: each thing in an article that can support a statement, and how well it can."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from checks.article import Article, BlockKind, Mark, MarkKind
from checks.evidence.sources.attribution import attributions
from checks.evidence.sources.blanket import notes_to_accounts
from checks.evidence.sources.exhibits import mentions
from checks.evidence.sources.identifiers import identified, identifiers
from checks.evidence.sources.keyed import keyed
from checks.evidence.sources.laws import cited_laws
from checks.evidence.sources.links import Weight, fault_in, is_asking, is_numbered, kind_of, weight
from checks.evidence.sources.naming import misleading
from checks.evidence.sources.owners import names_owner
from checks.evidence.sources.references import Marker, references
from checks.evidence.sources.standins import is_stand_in
from checks.evidence.sources.starred import STAR, starred
from checks.evidence.statements.houseword import housewords
from checks.evidence.support.hearsay import CREDITS, SOURCES, bears_out, worth
from checks.position import Span

MARKERS = frozenset({"footnote", "reference"})
"""Kinds that point to an entry; by convention they cover what stands before them in the paragraph."""

NAMES = frozenset({"named-source", "name", "own word", "hearsay"})
"""Kinds that are told in the words of the sentence, where a link or a marker may stand as well."""

BESIDE = 40
"""Code points beside a link in parentheses that close a sentence; where more is told there, it serves that."""

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+")
_URL_SIGNS = ("://", "www.")
_CLOSED = re.compile(r"[^()\n]{0,40}\)[\"”’]? ?(?P<stop>[.!?\n]|\Z)?")
_SENTENCE_ENDS = re.compile(r"[\"”’)]{0,2}(?:[.!?;]|\s*(?:\n|\Z))")
_CLAUSE_ENDS = re.compile(
    # A capital behind a marker begins a sentence more often than a name: authors forget the stop.
    r"[\])\"”’]{0,3}\s?(?:[A-ZÀ-Þ.,;:!?\[(⁰¹²³⁴-⁹—–]|\n|\Z|\d{1,3}\b"
    r"|(?:and|but|or|nor|so|yet|while|whereas|although|though|because|which|who|when|where|with|as)\b)"
)
_CLOSERS = frozenset('.,;:!?)”"]')
_STOPS = frozenset('.!?”"')
_NOTE = re.compile(r"\^\[(?P<note>[^\[\]\n]{3,400})\]")
_TEMPLATED = {
    "{{": re.compile(r"\{\{[<%]\s*(?:cite|citation|footnote|fn|sidenote|marginnote|bib)\b[^{}\n]{0,300}[>%]\}\}"),
    "{%": re.compile(r"\{%-?\s*(?:cite|citation|footnote|fn|sidenote)\b[^{}%\n]{0,300}-?%\}"),
    "<ref": re.compile(r"<ref\b[^<>\n]{0,200}(?:/>|>[^<\n]{3,400}</ref>)"),
}
"""Notes and citations that a site's templates or a wiki make of their names, by what they begin with."""
_AGAIN = re.compile(
    r"[(\[](?:[A-Z][^()\[\]\n]{0,40}[, ])?(?:[Ii]bid|[Ii]dem|[Oo]p\. ?cit|[Ll]oc\. ?cit)\b[^()\[\]\n]{0,30}[)\]]"
)
"""The work cited last, once more."""
_NO = frozenset({"anchor", "contact", "image"})


class Support(NamedTuple):
    """Something that may support a statement."""

    kind: str
    """`link`, `footnote`, `reference`, `doi`, `identifier`, `named-source`, `name` (of whom nothing is said),
    `own word` (of a maker on its work), `hearsay` (of whom a reader could ask, for what needs more), `law`, `table` or
    `chart`."""
    text: str
    """What stands there, in a reader's words."""
    span: Span
    """In the text."""
    good: bool
    """Whether a reader could check the statement against it."""
    target: str
    place: Span
    """In the source."""
    names: str = ""
    """Of a link: what it points to, a key of `KIND_NAMES`."""
    closes: bool = False
    """Whether it covers what stands before it, as a marker does and a link in parentheses at the end of a sentence."""
    runs_on: bool = True
    """Whether it may support sentences that go on about it; what serves its own sentence alone may not."""
    poor: bool = False
    """Whether it is a link that was put there as a source, in parentheses at the end, and is none."""


def supports(article: Article) -> Iterator[Support]:
    """Yield everything in an article that may support a statement, kind by kind."""
    yield from _links(article)
    yield from _markers(article)
    yield from _tables(article)
    yield from _notes_in_place(article)
    yield from _starred(article)
    for span in cited_laws(article):
        place = article.map.to_source(span)
        yield Support("law", article.slice(span), span, good=True, target="", place=place)
    for span in notes_to_accounts(article):
        place = article.map.to_source(span)
        yield Support("named-source", article.slice(span), span, good=True, target="", place=place, runs_on=False)
    for one in identified(article):
        if one.kind != "ISSN":
            kind = "doi" if one.kind == "DOI" else "identifier"
            shown = article.slice(one.span)
            shown = shown if shown.startswith((one.kind[:3], "10.")) else f"{one.kind} {shown}"
            place = article.map.to_source(one.span)
            closes = _is_closing(article, one.span)
            yield Support(kind, shown, one.span, not one.fault, one.key, place, closes=closes)
    misled = [mark.span for mark in article.marks if mark.kind is MarkKind.LINK and _misleads(article, mark)]
    housed = housewords(article)
    for at, them in enumerate(attributions(article)):
        for each in them:
            if each.kind in CREDITS and not any(span.overlaps(each.span) for span in misled):
                place = article.map.to_source(each.span)
                shown = article.slice(each.span)
                own = at in housed and each.kind in SOURCES and not names_owner(shown)
                good = not own and bears_out(article, at, each, shown)
                kind = "own word" if own else worth(article, each, good=good)
                yield Support(kind, shown, each.span, good, "", place)


def _markers(article: Article) -> Iterator[Support]:
    refs = references(article)
    lost = refs.lost
    for marker in refs.markers:
        kind = "footnote" if marker.source else "reference"
        shown = article.slice(marker.span) or f"[{marker.labels[0]}]"
        place = marker.source or article.map.to_source(marker.span)
        good = not lost.issuperset(marker.labels) or _leads_out(article, marker)
        closes = _ends_clause(article, marker)
        yield Support(kind, shown, marker.span, good, ", ".join(marker.labels), place, closes=closes)


def _ends_clause(article: Article, marker: Marker) -> bool:
    """Whether a marker stands at the end of a clause; where the authors are told, of its sentence.

    "Berg (2009), however, found …" opens what Berg found and covers nothing before it.
    """
    if marker.told:
        return bool(_SENTENCE_ENDS.match(article.text, marker.span.end))
    before = article.text[max(0, marker.span.start - 1) : marker.span.start]
    return before in _CLOSERS or bool(_CLAUSE_ENDS.match(article.text, marker.span.end))


def _tables(article: Article) -> Iterator[Support]:
    """Yield mentions of tables and charts that the article shows."""
    for one in mentions(article):
        if one.exhibit is not None:
            place = article.map.to_source(one.span)
            yield Support(one.kind, article.slice(one.span), one.span, good=True, target="", place=place)


def _notes_in_place(article: Article) -> Iterator[Support]:
    """Yield what is made a note or a reference of later: notes in place, citations by key, "(ibid.)", shortcodes."""
    text = article.text
    for match in _NOTE.finditer(text) if "^[" in text else ():
        yield _in_place(article, "footnote", match["note"], Span(*match.span()))
    for span in keyed(article):
        yield _in_place(article, "reference", article.slice(span), span)
    for match in _AGAIN.finditer(text) if references(article).markers else ():
        yield _in_place(article, "reference", match[0], Span(*match.span()))
    for sign, pattern in _TEMPLATED.items():
        for match in pattern.finditer(article.source) if sign in article.source else ():
            place = Span(*match.span())
            yield _in_place(article, "footnote", match[0], article.map.to_text(place), place)


def _in_place(article: Article, kind: str, shown: str, span: Span, place: Span | None = None) -> Support:
    return Support(kind, shown, span, good=True, target="", place=place or article.map.to_source(span), closes=True)


def _starred(article: Article) -> Iterator[Support]:
    """Yield signs such as * and † where a paragraph that begins with the sign names a source."""
    noted = starred(article)
    for match in STAR.finditer(article.text) if noted else ():
        blocks = [one for one in noted.get(match[0], ()) if not article.blocks[one].span.covers(Span(*match.span()))]
        if blocks:
            span = Span(*match.span())
            place = article.map.to_source(span)
            yield Support("footnote", match[0], span, good=True, target=match[0], place=place, closes=True)


def _leads_out(article: Article, marker: Marker) -> bool:
    """Whether a marker is itself a link to the work."""
    return any(not mark.target.startswith("#") for mark in article.marks_in(marker.span, MarkKind.LINK))


def _links(article: Article) -> Iterator[Support]:
    marked: list[Span] = []
    for mark in article.marks:
        if mark.kind is MarkKind.LINK:
            marked.append(mark.span)
            place = article.map.to_source(mark.span) if mark.span.length else mark.source
            yield from _link(article, mark.span, mark.target, place)
    edges = [span.start for span in marked]
    shows = any(sign in article.text for sign in _URL_SIGNS)
    for match in _URL.finditer(article.text) if shows else ():
        span = Span(*match.span())
        at = bisect_right(edges, span.start) - 1
        if at < 0 or not marked[at].overlaps(span):
            yield from _link(article, span, match[0].rstrip(".,;:!?)"), article.map.to_source(span))


def _link(article: Article, span: Span, target: str, place: Span) -> Iterator[Support]:
    names = kind_of(target, article.url)
    shown = article.slice(span)
    if names in _NO or is_asking(shown) or (names == "own" and _is_item(article, span)):
        return
    if names == "nothing" and not shown.strip():
        return
    sound = shown and not _is_faulty(target) and not misleading(shown.strip(), target.strip(), article.url)[0]
    worth = weight(target, shown, names) if sound else Weight.NONE
    behind = is_numbered(shown) or _is_closing(article, span)
    text = shown or target
    full, good = worth is Weight.FULL, worth is not Weight.NONE
    yield Support("link", text, span, good, target, place, names, full and behind, full, behind and not good)


def _misleads(article: Article, mark: Mark) -> bool:
    """Whether a link names a source and leads elsewhere, so that not even its name stands for that source."""
    return bool(misleading(article.slice(mark.span).strip(), mark.target.strip(), article.url)[0])


def _is_faulty(target: str) -> bool:
    """Whether no browser could follow an address, it leads nowhere yet, or it ends in a DOI that cannot be one."""
    return (
        bool(fault_in(target))
        or is_stand_in(target)
        or ("doi.org/" in target and any(one.fault for one in identifiers(unquote(target))))
    )


def _is_item(article: Article, span: Span) -> bool:
    """Whether a link is the whole of an item of a list, as those are that send the reader to other articles."""
    at = article.block_at(span.start)
    block = article.blocks[at] if at >= 0 else None
    return block is not None and block.kind is BlockKind.LIST_ITEM and span.covers(block.span)


def _is_closing(article: Article, span: Span) -> bool:
    """Whether something stands in parentheses with which its sentence ends."""
    before = article.text[max(0, span.start - BESIDE) : span.start]
    opened = before.rfind("(")
    if opened < 0 or opened < before.rfind(")") or "\n" in before[opened:]:
        return False
    closed = _CLOSED.match(article.text, span.end)
    return closed is not None and (closed["stop"] is not None or before[:opened].rstrip()[-1:] in _STOPS)
