"""Placeholders: filler text, notes to self, blanks to fill in, stand-in images and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checks.article import Article, Format, Mark, MarkKind
from checks.evidence.sources.standins import is_stand_in
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import MASK, uncoded
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/placeholder",
    summary="What was to be replaced before publication: filler text, TODO, [insert name], a stand-in image or link.",
    why="It tells readers that nobody looked at the article before it went out.",
    fix="Put in what belongs there, or take it out.",
    source="Newsroom custom (TK marks what is to come); RFC 2606 reserves example.com for documentation.",
    severity=Severity.ERROR,
    flagged=(
        Example("# Our crew\n\n[[Lorem ipsum dolor sit amet]], consectetur adipiscing elit."),
        Example("The museum opens at ten. [[TODO:]] check the winter hours."),
        Example("Write to [[[insert e-mail address]]] and we will answer within a day."),
        Example("Here is the new hall:\n\n[[![The new hall](images/placeholder-hall.jpg)]]\n\nIt opens in May."),
        Example('<p>See the <a href="/plan">plan</a> and the [[<a href="#">]]minutes</a>.</p>', Format.HTML),
        Example("Tickets cost [[$XX]] at the door."),
        Example("It holds [[[XX: check figure]]] people, [[XX.X%]] of them seated, and opened in [[19XX]]."),
        Example("Dora Lund, [[XX]], runs it with [[TKTK]] friends and [[TK percent]] of the shares [[[age TK]]]."),
        Example("The hall was built in [[TK]]. It holds [[X,XXX]] people, [[XX percent]] of them seated."),
    ),
    passed=(
        Example("She wrote a todo list, and the first item was to throw away all todo lists."),
        Example("Super Bowl XXX took place in Arizona. [It drew a large crowd.]"),
        Example("We bought the curtains at TK Maxx and took bus TK 90 home."),
        Example("She said: “[Note that] it opened [in May]”. [Editor's note: It opened in June.]"),
        Example("Read [how the hall was built](#construction) or [the plan](/plan)."),
        Example("Point the variable at `https://example.com/` while you test."),
        Example("![The new hall](images/hall.jpg)"),
    ),
)

_TEXT = re.compile(
    r"(?i:lorem ipsum(?:\s+dolor(?:\s+sit\s+amet)?)?|dolor sit amet)"
    r"|(?<![\w-])(?:TODO|FIXME|TBD|TKTK+|TK TK)(?![\w-]):?"
    r"|\[(?i:TK|TBC|TBD|TODO|XXX?|placeholder|image|photo|video|link|date|name|logo|url|quote|figure|chart|table"
    r"|number|amount|percentage|city|age)\]|\[(?:X|#)\] ?(?:%|percent\b|per cent\b)|\[CQ\]"
    r"|\[(?:TK|XX+|TBC|TBD|TODO|FIXME)\b[^\[\]\n]{1,80}\]|\[[^\[\]\n]{1,60}[ :,]TK\]"
    r"|\[(?:NOTE|Note to (?:self|editor)|NOTE TO (?:SELF|EDITOR)|ED|Ed|AQ|QUERY): [^\[\]\n]{0,60}?"
    r"(?:\?|\b(?:ask|check|confirm|find|verify|source)\b)[^\[\]\n]{0,60}\]"
    r"|\[(?i:insert|add|enter|your|replace|company|client|product|author|city|state|recipient|topic|keyword"
    r"|image:|photo:|image of|photo of)[ -][^\[\]\n]{1,100}\]"
    r"|<(?i:insert|your)[ -][^<>\n]{1,60}>"
    r"|(?<![\w.’'-])TK(?=[.,;:)]|\s*$)|\bX{1,3},XXX\b|(?<!\w)_{2,9}[ ]?(?:%|percent\b)"
    r"|(?<![\w.’'-])TK (?:percent|per cent|people|years?|months?|dollars?|euros?|pounds?|thousand|[mb]illion)\b"
    r"|[$€£]X{2,4}\b|(?<!\w)(?:X{2,3}(?:\.X{1,2})?|x{2,3})[ ]?(?:%|percent\b|per cent\b)|\bX{3}-X{3,4}(?:-X{4})?\b"
    r"|(?<![\w?])\?{2,3}[ ]?(?:%|percent\b|per cent\b)|(?<=[a-z], )XX(?=,)|\b(?:1[6-9]|20)XX\b"
    r"|(?<!\w)XXX+(?=[:.]|$)"
    r"|(?i:\b(?:your|sample|placeholder|dummy) (?:text|heading|title|headline|content) (?:goes )?here\b)"
    r"|(?i:\b(?:placeholder|dummy) text\b(?! (?:in|for|of|is|that|should|to)))",
    re.MULTILINE,
)
_IMAGE = re.compile(
    r"placehold|dummyimage|picsum\.photos|lorempixel|loremflickr|unsplash\.it|placekitten|path/to/"
    r"|your[-_](?:image|photo|logo)|(?:^|[/_-])(?:no-?image|dummy|sample-image|default-image)\b"
    r"|^(?:#|image\.jpg|https?://)$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:#|https?://|https?:|javascript:(?:void\(0\))?;?|about:blank|url|link|TODO|TBD|insert[-_ ].{0,200}"
    r"|your[-_ ](?:link|url).{0,200})?",
    re.IGNORECASE,
)
_RESERVED = frozenset(
    {"example.com", "example.org", "example.net", "yourdomain.com", "yourwebsite.com", "yoursite.com", "domain.com"}
)
_CODES = re.compile(r"\[[A-Z]{2,3}\]")
FEW = 3
"""Short codes in brackets, beyond which one of them is no placeholder but one of a list."""
_TO_TOP = re.compile(r"\btop\b|^[↑▲^]+$", re.IGNORECASE)
_EDGE_BEFORE = re.compile(r"[.!?:([\n]\s*$")
_EDGE_AFTER = re.compile(r"\s*(?:[.,;:)\]\n–—-]|$)")
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|my|your|our|each|every|of|as)\s$")
_NOUN_AFTER = re.compile(r"\s?(?:lists?|items?|comments?|apps?|notes?)\b")


def find(article: Article) -> Iterator[Finding]:
    """Yield each placeholder in text, images and links."""
    text = uncoded(article)
    codes = len(_CODES.findall(text)) > FEW
    for match in _TEXT.finditer(text):
        in_link = any(article.marks_in(Span(*match.span()), MarkKind.LINK))
        if not in_link and not _talked_about(text, match) and not (codes and _CODES.fullmatch(match[0])):
            yield RULE.finding(article, Span(*match.span()), f"Placeholder text: “{match[0]}”.", confidence=0.93)
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE and _IMAGE.search(mark.target):
            yield _at(article, mark, f"The image {mark.target!r} is a stand-in.")
        elif mark.kind is MarkKind.LINK and _leads_nowhere(article, mark):
            nowhere = f"The link to {mark.target!r} leads nowhere."
            yield _at(article, mark, nowhere if mark.target else "The link has no address.")


def _at(article: Article, mark: Mark, message: str) -> Finding:
    place = mark.source
    if mark.kind is MarkKind.LINK and article.source.startswith("<", place.start):
        # The tag alone: what the link holds may have findings of its own.
        place = Span(place.start, article.source.index(">", place.start) + 1)
    return RULE.finding(article, None, message, confidence=0.95, source_span=place)


def _talked_about(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words are used as a noun: “the TODO list”, “Lorem Ipsum text is”."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    if match[0].endswith(":") or match[0].startswith("TKT"):
        return False
    if before.endswith(("“", '"', "‘", "'")):
        return True
    if not match[0].isupper() or not match[0].isalpha():
        return False
    # A note to self stands at an edge: “TODO add the fare”, “The fare is TBD.”
    at_edge = not before.strip() or _EDGE_BEFORE.search(before) or _EDGE_AFTER.match(after)
    return not at_edge or bool(_NOUN_BEFORE.search(before) or _NOUN_AFTER.match(after))


def _leads_nowhere(article: Article, mark: Mark) -> bool:
    target, shown = mark.target.strip(), uncoded(article)[slice(*mark.span)]
    # "10.1000/XXXX" is told of as a number that is none.
    if MASK in shown or "doi.org/10." in target:
        return False
    if "onclick" in article.quote(mark.source).partition(">")[0]:
        return False  # A button of a script.
    if _LINK.fullmatch(target):
        return not _TO_TOP.search(shown) and not _in_chrome(article, mark)
    if "." in shown and shown in target:
        return False  # The address itself is shown, as an example.
    try:
        host = urlsplit(target).hostname or ""
    except ValueError:
        return False
    return host.removeprefix("www.") in _RESERVED or is_stand_in(target)


def _in_chrome(article: Article, mark: Mark) -> bool:
    return any(block.boilerplate and block.span.covers(mark.span) for block in article.blocks)
