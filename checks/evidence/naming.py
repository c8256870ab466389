"""Naming: links whose text names one thing, a report by somebody or a number of a work, while they lead elsewhere."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import unquote

from checks.evidence.identifiers import identifiers
from checks.evidence.links import host_of, kind_of, site
from checks.evidence.owners import Owner, names, owners

_WORKS = (
    r"(?:stud(?:y|ies)|reports?|surveys?|papers?|articles?|data|statistics|figures|guidelines?|guidance|fact ?sheets?"
    r"|press releases?|reviews?|polls?|analys[ie]s|trials?|web ?site|web ?page|home ?page|database|story"
    r"|guides?|handbooks?|warnings?|advice|brochures?|bulletins?)"
)
_ADJECTIVES = r"(?:new|latest|recent|own|annual|official|global|health|research|clinical|safety|news)"
_STRICT = frozenset({"study", "studies", "paper", "papers", "trial", None})
"""Works that a periodical whose name is an everyday word is named with: "Science report" may be any."""

_ANYWHERE = frozenset(
    [
        *("archive.org", "archive.ph", "archive.is", "perma.cc", "nih.gov", "europepmc.org", "jstor.org", "doi.org"),
        *("sciencedirect.com", "semanticscholar.org", "scholar.google.com", "books.google.com", "hdl.handle.net"),
        *("prnewswire.com", "businesswire.com", "googleusercontent.com", "documentcloud.org", "amazonaws.com"),
        *("cloudfront.net", "scribd.com", "issuu.com", "dropbox.com", "drive.google.com", "docs.google.com"),
        *("bit.ly", "tinyurl.com", "amzn.to", "linktr.ee", "apps.apple.com", "play.google.com", "podcasts.apple.com"),
        "itunes.apple.com",
    ]
)
"""Owners of hosts that keep or resolve works of others, by which a work is rightly cited, or that hide where it is."""

_KEPT = frozenset({"document", "video", "social"})
"""Kinds of target that are an owner's own on a host of others where the address names the owner."""

NAMED_IN_HOST = 5
"""Letters from which a name that stands in a host is taken for its owner's."""

SURE_OF_HOST, SURE_OF_NAME, SURE_OF_VIDEO = 0.85, 0.8, 0.6
"""How often a link that shows another host, names another owner, or leads to a video, misleads.

Judged by reading, for there are few.
"""

LONGEST = 300
"""Code points beyond which the text of a link is not looked at."""

_LOOKS_LIKE_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+\.\S+|(?:[a-z0-9-]+\.){1,3}(?:com|org|net|gov|edu|info|io|co\.uk)(?:/\S*)?", re.IGNORECASE
)
_SELLING = frozenset(
    {"bargain", "bargains", "buy", "deals", "discount", "outlet", "shop", "shopping", "shops", "store"}
)
"""Words of hosts that sell, as "shop" is of `tea-shop.net`."""
_SELLS = frozenset({"shop", "video"})
"""Kinds of target at which nobody expects the office, the register or the periodical that a link is called by."""
_BODY = re.compile(
    r"(?:[Tt]he )?(?:(?:[A-Z][\w.-]{1,30}|&|of|for|and|on) ){1,6}"
    r"(?:(?<!\bCash )Register|Registry|Agency|Authority|Commission|Inspectorate|Regulator"
    r"|Institute|Federation|Academy|Association|Council|Foundation|Society|Trust)"
    r"|(?:[Tt]he )?(?:[A-Z][\w.-]{1,30} ){0,3}(?:Journal|Annals|Archives|Proceedings|Office|Department|Bureau) "
    r"(?:of|for)(?: (?:[A-Z][\w.-]{1,30}|&|of|for|and|the)){1,6}"
)
"""The name of an office, a register or a journal, and nothing besides."""
_UNKNOWN = Owner("agency", (), ())
"""Somebody of whom nothing but the name is known."""
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,5}/")
_NOT_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 12)
def misleading(shown: str, target: str, own_url: str) -> tuple[str, float]:
    """Return what a link's text says that its address does not, as a sentence, and how sure that is.

    The sentence is empty when the link may well lead to what it says.
    """
    if len(shown) > LONGEST:
        return "", 0
    if _LOOKS_LIKE_ADDRESS.fullmatch(shown):
        named, leads = host_of(shown), host_of(target)
        owner = site(named).partition(".")[0]
        if leads and named and target.lower().startswith(("http", "//")) and owner not in target.lower():
            return f"The text names {named}, but the link leads to {leads}.", SURE_OF_HOST
    message = _other_number(shown, target)
    if not message and shown == shown.lower():
        return "", 0  # names have capitals
    message = message or _other_owner(shown, target, own_url)
    return (message, SURE_OF_NAME) if message else _sold(shown, target, own_url)


def _other_number(shown: str, target: str) -> str:
    """Tell of a link that shows the number of one work and leads to that of another."""
    named = list(identifiers(shown))
    led = {one.kind: one for one in identifiers(unquote(target))} if named else {}
    for one in named:
        other = led.get(one.kind)
        if other and not (one.fault or other.fault) and one.key != other.key:
            return f"The text shows {one.kind} {one.key}, but the link leads to {other.kind} {other.key}."
    return ""


def _other_owner(shown: str, target: str, own_url: str) -> str:
    """Tell of a link that is called somebody's report and leads to somebody else's page."""
    name = _named(shown)
    if not name or not target.lower().startswith(("http://", "https://")):
        return ""
    owner, host = owners()[name], host_of(target)
    kind = kind_of(target, own_url)
    if kind in {"own", "image"} or _leads_to(owner, name, host, target):
        return ""
    if kind in _KEPT and _is_named_in(owner, name, target):
        return ""
    if owner.kind == "agency" and kind == "government":
        return ""
    return f"The text names {name}, but the link leads to {host}."


def _sold(shown: str, target: str, own_url: str) -> tuple[str, float]:
    """Tell of a link that is called by an office, a register or a periodical and leads to a shop or a video."""
    shown = shown.strip(" .,;:“”\"'’")
    bare = shown.removeprefix("the ").removeprefix("The ")
    name = next((one for one in (shown, f"The {bare}", bare) if one in owners()), bare)
    owner = owners().get(name) or (_UNKNOWN if _BODY.fullmatch(shown) else None)
    if owner is None or not _is_no_other(name, owner) or not target.lower().startswith(("http://", "https://")):
        return "", 0
    host = host_of(target)
    kind = kind_of(target, own_url)
    if kind not in _SELLS and (kind != "site" or _SELLING.isdisjoint(_NOT_LETTERS.split(host))):
        return "", 0
    if _leads_to(owner, name, host, target) or _is_named_in(owner, name, target):
        return "", 0
    if kind == "video":
        # Offices keep channels of their own; a known one's would be known by its name in the address.
        told = f"The text names {name}, but the link leads to {host}, a video."
        return (told, SURE_OF_VIDEO) if owner is not _UNKNOWN else ("", 0)
    return f"The text names {name}, but the link leads to {host}, a shop.", SURE_OF_NAME


def _is_no_other(name: str, owner: Owner) -> bool:
    """Whether a name can be nothing but an owner's: no single word such as Nature, which may be the title of a film."""
    return owner.kind != "institute" and (" " in name or not name.istitle())


def _named(shown: str) -> str:
    """Return whose work a link says it leads to: "WHO report", "the Pew Research Center's 2015 survey"."""
    pattern = _pattern()
    found = pattern.search(shown)
    if not found:
        return ""
    name = found["name"] or found["author"]
    everyday = owners()[name].kind == "periodical" and name.istitle() and " " not in name
    return "" if everyday and found["work"] not in _STRICT else name


@cache
def _pattern() -> re.Pattern[str]:
    name = names().pattern
    return re.compile(
        rf"(?P<name>{name})(?:['’]s?)?(?: \d{{4}})?(?: {_ADJECTIVES})? (?P<work>{_WORKS})\b"
        rf"|\b{_WORKS} (?:by|from|in) (?:the )?(?P<author>{name})"
    )


def _leads_to(owner: Owner, name: str, host: str, target: str) -> bool:
    """Whether an address is an owner's, one of its works by DOI, or a place that keeps works of others."""
    doi = _DOI.search(target)
    if doi and owner.prefixes:
        return any(doi[0].startswith(f"{prefix}/") for prefix in owner.prefixes)
    squeezed = _squeezed(name)
    return (
        bool(doi)
        or any(host == one or host.endswith(f".{one}") for one in owner.hosts)
        or site(host) in _ANYWHERE
        or host in _ANYWHERE
        or (len(squeezed) >= NAMED_IN_HOST and squeezed in _NOT_LETTERS.sub("", host))
    )


def _is_named_in(owner: Owner, name: str, target: str) -> bool:
    """Whether an address names an owner, as that of a copy or a channel does: `…/files/who-report.pdf`."""
    path = unquote(target).lower()
    words = frozenset(_NOT_LETTERS.split(path))
    short = {one.partition(".")[0] for one in owner.hosts}
    squeezed = _squeezed(name)
    return not words.isdisjoint(short | {squeezed}) or (len(squeezed) >= NAMED_IN_HOST and squeezed in _squeezed(path))


def _squeezed(name: str) -> str:
    """Return a name without what is no letter, in lower case."""
    return _NOT_LETTERS.sub("", name).lower()
