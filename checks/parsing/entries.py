"""Entries: what stands in a list of sources, told from the prose that may stand under the same heading.

"Notes", "Sources" and "Literature" head much besides: a cook's notes, the springs
of a river, the poets of a town. An entry begins with who wrote it, a title, a
number or an address; prose has verbs. The patterns are ours, by reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.article import Block, BlockKind
from checks.position import Span

LABEL = re.compile(
    r"\s*(?:\[\^?([\w.:-]{1,40})\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹]))\s*"
)
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_YEAR = r"(?:1[5-9]|20)\d\d"
_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_SURNAME_FIRST = rf"{_NAME}(?: {_NAME})?, (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]{{1,20}}[.,&])"
_INITIALS_FIRST = rf"(?:[A-ZÀ-Þ]\. ?){{1,3}}{_NAME}\b"
ENTRY = re.compile(rf"\b{_YEAR}[a-z]?\b|https?://|www\.|\b(?:doi|isbn|retrieved|accessed)\b", re.IGNORECASE)
"""What an entry has somewhere: a year, an address, an identifier."""
_SURE = re.compile(
    r"https?://|www\.|\b(?:doi|isbn|retrieved|accessed|et al|ibid)\b|\bpp?\. ?\d|\b[Vv]ol\. ?\d|\b[Nn]o\. ?\d{1,4} ?\("
    rf"|\A\W{{0,3}}{_SURNAME_FIRST}"
    rf"|\A\W{{0,3}}{_INITIALS_FIRST}"
)
"""What only an entry has: who wrote it before anything else, a page, an address."""
_DATED = re.compile(rf"\({_YEAR}[a-z]?(?:, \w{{3,9}}\.?(?: \d{{1,2}})?)?\)[.,:] |[.,] {_YEAR}[a-z]?[.:] ")
"""A year that is set apart behind who wrote it."""
_QUOTED = re.compile(r"[“\"‘][^“”\"’]{2,200}[”\"’]")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|may|might|should|must|it|they|we|I|he"
    r"|she|this|these|who|which|because|while|our|my|you|your"
    rf"|(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring) {_YEAR})\b"
)
"""Words that are seldom in an entry outside a title that is quoted, and seldom missing from prose."""
AUTHORED = re.compile(
    rf"[“\"‘(*_]{{0,3}}(?:{_SURNAME_FIRST}"
    rf"|{_NAME} [A-ZÀ-Þ]{{1,3}}(?:[,.:] |\b et al)"
    rf"|{_INITIALS_FIRST}"
    rf"|[A-ZÀ-Þ][^()\n]{{2,100}} \({_YEAR}[a-z]?[,)])"
)
"""Who wrote a work, as entries begin with them: "Roe, A.", "Roe A, Doe B.", "A. Roe", "Keepers' Union (2004)"."""
_DATE_FIRST = re.compile(rf"\W*{_YEAR}\b")
_PARTED = re.compile(r"[.,:;–—] \S|[(“\"]\S")
_LIVED = re.compile(r"\b(?:born|founded|opened|closed|built|died|established|elected|won|lost)\b")
"""What is told of people and places in lists of them."""
_ISSUED = re.compile(
    r"\b(?:Journals?|J|(?<=\w )Press|Proceedings|Proc|Univ|University|Institute|Ministry|Office|Department|Bureau"
    r"|Agency|Association|Society|Lancet|BMJ|JAMA|NEJM|Nature|Science|Cochrane|Times|Guardian|Herald|Tribune|Gazette"
    r"|[Ee]dition|eds?\.|[Tt]hesis|[Dd]issertation|[Rr]eport|[Ff]act ?sheet|[Pp]ress release|[Aa]rchives?|[Ll]eaflet"
    r"|[Gg]uidelines?|[Ii]nterview with|[Pp]ersonal communication)\b"
)
"""Where works come out, and what they are."""
_NOTES = "notes"
"""A heading under which anything may be listed."""
_MANIFOLD = frozenset({_NOTES, "sources", "literature", "citations"})
"""Headings that may head prose on something else, and with it a list of that."""


def entries(text: str, blocks: Sequence[Block], title: str, section: range) -> Iterator[int]:
    """Yield the blocks of a section that are entries; `title` is what its heading says, in lower case."""
    part: list[int] = []
    for at in section:
        if blocks[at].kind is BlockKind.HEADING:
            yield from _of_part(text, blocks, title, part)
            part = []
        else:
            part.append(at)
    yield from _of_part(text, blocks, title, part)


def _of_part(text: str, blocks: Sequence[Block], title: str, part: Sequence[int]) -> Iterator[int]:
    """Yield the entries of a part of a section without headings."""
    kinds = {at: blocks[at].kind for at in part}
    shown = {at: text[slice(*blocks[at].span)] for at in part}
    written = [at for at in part if kinds[at] is BlockKind.PARAGRAPH]
    yield from (at for at in written if _is_entry(shown[at]))
    items = [at for at in part if kinds[at] is BlockKind.LIST_ITEM]
    told = [at for at in items if blocks[at].label or _is_entry(shown[at])]
    # A list under prose, or under a heading that says little, may be one of anything.
    doubtful = title == _NOTES or (title in _MANIFOLD and any(_is_prose(shown[at]) for at in written))
    if not doubtful or 2 * len(told) >= len(items):
        yield from items


def typed_label(text: str, span: Span) -> str:
    """Return the label typed before an entry, as it is typed; empty where there is none."""
    match = LABEL.match(text, *span)
    return next(filter(None, match.groups()), "") if match else ""


def _is_prose(shown: str) -> bool:
    """Whether a paragraph is prose, and does not lead in a list."""
    return not _is_entry(shown) and bool(_PROSE.search(shown)) and not shown.rstrip().endswith(":")


def _is_entry(shown: str) -> bool:
    if LABEL.match(shown) or _SURE.search(shown):
        return True
    if not ENTRY.search(shown):
        return False
    plain = _QUOTED.sub("", shown)
    dated = _DATED.search(plain)
    return not _PROSE.search(plain[: dated.start()] if dated else plain)


def looks_like_work(shown: str) -> bool:
    """Tell whether an item reads like a work, and not like a step, a question, a date in a life or a statement."""
    plain = _QUOTED.sub("“”", LABEL.sub("", shown, count=1)).strip()
    year = _DATED.search(plain)
    if _DATE_FIRST.match(plain) or plain.endswith("?") or _PROSE.search(plain[: year.start()] if year else plain):
        return bool(_SURE.search(plain)) and not _DATE_FIRST.match(plain)
    if AUTHORED.match(plain) or _SURE.search(plain):
        return True
    dated = bool(ENTRY.search(plain) or _ISSUED.search(plain))
    return dated and bool(_PARTED.search(plain)) and not _LIVED.search(plain)
