"""Stand-ins: what holds the place of a source that was never put in, in addresses, numbers and entries."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from checks.article import Article, once
from checks.position import Span

_SAMPLE = re.compile(r"(?:www\.)?example\.(?:com|net|org)")
"""Hosts kept for documentation (RFC 2606) that writers put where an address is to come."""

SEVERAL = 2
"""Parts such as `xx` from which a number holds places."""

_PART = re.compile(r"[^\W_]+|#{3,}|[…]|\.{3}")
_HELD = re.compile(r"[a-z]?\d{0,12}(?:x{4,}|n{4,}|y{4,})\d{0,4}|xyz\d{0,4}|example\d?|#{3,}|…|\.{3}")
_SHORT = re.compile(r"x{2,3}|y{2,3}")
_HELD_ID = re.compile(r"\d{0,12}x{4,}\d{0,4}|#{3,}")
"""What no page is called by: `XXXXXXX`, `123XXXX`."""
_NOUN = (
    r"(?:authors?(?:['’]s)?(?: (?:last )?names?|\(s\))?|last ?name|surname|first (?:name|initial)|initials?|et al\.?"
    r"|title(?: of (?:the )?(?:article|book|page|study|work))?|article title|year|date|journal(?: name| title)?"
    r"|publishers?|publication|volume|issue|pages?(?: numbers?)?|pp\.?|doi|url|source|website|n\.d\.)"
)
_TEMPLATE = re.compile(rf"[\[(<]{_NOUN}(?:(?:[,.;&]| and|[,.;:]? ?[|/–-]) ?{_NOUN}){{1,8}}[.,]?[\])>]", re.IGNORECASE)
_SIGNS = re.compile(
    r"[\[<](?:[Aa]uthor|[Tt]itle|[Ss]urname|[Ll]ast ?[Nn]ame|AUTHOR|TITLE)|\((?:Author|Title|Surname|AUTHOR)"
)
"""How a template begins; in parentheses with a capital, for "(author, title)" may be told of."""
_OPENING = ("[", "<", "(Author", "(Title", "(Surname", "(AUTHOR")
_ABOUT = re.compile(
    r"\b(?:cit(?:e|es|ed|ing|ations?)|e\.g\.|entr(?:y|ies)|fields?|forms?|formats?|given as|include|like|details?"
    r"|systems?|styles?|such as|written as|metadata)[\s:,]{0,3}(?:\w{1,12}\s){0,3}\Z"
)
"""What stands before a template that is told of, as in "cite it in the text (Author, Year)"."""
REACH = 60
"""Code points before a template that are looked at."""


@lru_cache(maxsize=1 << 12)
def held_in_doi(shown: str) -> str:
    """Return what in a DOI, or its address, holds the place of the rest, as in `10.1000/j.bees.XXXX`; else nothing."""
    parts = _PART.findall(shown.partition("10.")[2].partition("/")[2])
    held = next((part for part in parts if _HELD.fullmatch(part.lower())), "")
    short = [part for part in parts if _SHORT.fullmatch(part.lower())]
    return held or (short[0] if len(short) >= SEVERAL else "")


@lru_cache(maxsize=1 << 12)
def is_stand_in(address: str) -> bool:
    """Whether an address holds the place of one that is still to come, or is an example's."""
    if not address.lower().startswith(("http://", "https://")):
        return False
    try:
        parts = urlsplit(address.lower())
    except ValueError:
        return False
    if _SAMPLE.fullmatch(parts.hostname or ""):
        return True
    return any(_HELD_ID.fullmatch(part) for part in _PART.findall(f"{parts.path} {parts.query}"))


@once
def templates(article: Article) -> tuple[Span, ...]:
    """Return the templates of references that nobody filled in, such as "[Author, Title, Year]"."""
    text, found = article.text, []
    for sign in _SIGNS.finditer(text) if any(one in text for one in _OPENING) else ():
        match = _TEMPLATE.match(text, sign.start())
        if match and not _ABOUT.search(text[max(0, match.start() - REACH) : match.start()]):
            found.append(Span(*match.span()))
    return tuple(found)
