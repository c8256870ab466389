"""Naming: links whose text names one thing, a report by somebody or a number of a work, while they lead elsewhere."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import unquote

from checks.evidence.sources.identifiers import identifiers
from checks.evidence.sources.links import host_of, kind_of, site
from checks.evidence.sources.owners import NAMED_IN_HOST, is_named_in, keeps_works_of_others, leads_to, names, owners
from checks.evidence.sources.posing import is_some_work, posing

_WORKS = (
    r"(?:stud(?:y|ies)|reports?|surveys?|papers?|articles?|data|statistics|figures|guidelines?|guidance|fact ?sheets?"
    r"|press releases?|reviews?|polls?|analys[ie]s|trials?|web ?site|web ?page|home ?page|database|story"
    r"|guides?|handbooks?|warnings?|advice|brochures?|bulletins?)"
)
_ADJECTIVES = r"(?:new|latest|recent|own|annual|official|global|health|research|clinical|safety|news)"
_STRICT = frozenset({"study", "studies", "paper", "papers", "trial", None})
"""Works that a periodical whose name is an everyday word is named with: "Science report" may be any."""

_KEPT = frozenset({"document", "video", "audio", "social"})
"""Kinds of target that are an owner's own on a host of others where the address names the owner."""

_PAPERS = frozenset({"newspaper", "periodical"})

SURE_OF_HOST, SURE_OF_NAME = 0.85, 0.8
"""How often a link that shows another host, or names another owner, misleads.

Judged by reading, for there are few.
"""

LONGEST = 300
"""Code points beyond which the text of a link is not looked at."""

_LOOKS_LIKE_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+\.\S+|(?:[a-z0-9-]+\.){1,3}(?:com|org|net|gov|edu|mil|int|info|io|uk|eu|us|ca|au|nz|ie|de|fr|nl|ch|se|dk|jp)"
    r"(?:/\S*)?",
    re.IGNORECASE,
)


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
        # An archive or a service that redirects has the whole host in its address, a platform the name of who is there.
        excused = owner in leads or (len(owner) >= NAMED_IN_HOST and owner in target.lower())
        excused = excused or named in unquote(target).lower() or keeps_works_of_others(leads)
        if leads and named and target.lower().startswith(("http", "//")) and not excused:
            return f"The text names {named}, but the link leads to {leads}.", SURE_OF_HOST
    message = _other_number(shown, target)
    # Names have capitals; what else may be named is somebody's research.
    if not message and shown == shown.lower() and not is_some_work(shown):
        return "", 0
    message = message or _other_owner(shown, target, own_url) or _other_paper(shown, target)
    return (message, SURE_OF_NAME) if message else posing(shown, target, own_url)


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
    if kind in {"own", "image"} or leads_to(owner, name, host, target):
        return ""
    if kind in _KEPT and is_named_in(owner, name, target):
        return ""
    if owner.kind == "agency" and kind == "government":
        return ""
    return f"The text names {name}, but the link leads to {host}."


def _other_paper(shown: str, target: str) -> str:
    """Tell of a link that is the name of a newspaper or a journal and leads to that of another."""
    name = shown.strip(" .,;:“”\"'’").removeprefix("the ")
    owner = owners().get(name) or owners().get(name.removeprefix("The "))
    host = host_of(target)
    if owner is None or owner.kind not in _PAPERS or " " not in name or leads_to(owner, name, host, target):
        return ""
    other = kind_of(target) == "news" and not is_named_in(owner, name, target)
    return f"The text names {name}, but the link leads to {host}." if other else ""


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
