"""Posing: links called by somebody's study, report or law that lead to a shop, a blog, a video or the same site."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from checks.evidence.sources.links import host_of, kind_of, site
from checks.evidence.sources.owners import Owner, is_named_in, leads_to, owners, squeezed
from checks.lists import words

SURE = {"shop": 0.8, "blog": 0.65, "chat": 0.8, "search": 0.65, "video": 0.6, "audio": 0.6, "social": 0.6, "own": 0.6}
"""How often a link that is called by a source misleads, by what it leads to. Judged by reading, for there are few."""

_LED = {
    "shop": "{}, a shop",
    "blog": "{}, a blog",
    "chat": "{}, a chat assistant",
    "search": "{}, a page of search results",
    "video": "{}, a video",
    "audio": "{}, a recording",
    "social": "{}, a social network",
    "own": "a page of the same site",
}
NAMED_IN_HOST = 4
"""Letters from which a word that stands in a host is taken for its owner's name."""

_SELLING = frozenset(
    {"bargain", "bargains", "buy", "deals", "discount", "outlet", "shop", "shopping", "shops", "store"}
)
"""Words of hosts that sell, as "shop" is of `tea-shop.net`."""
_BLOGS = frozenset(
    [
        *("blogger.com", "blogspot.com", "ghost.io", "hubpages.com", "livejournal.com", "medium.com", "substack.com"),
        *("tumblr.com", "typepad.com", "weebly.com", "wixsite.com", "wordpress.com"),
    ]
)
"""Owners of hosts on which anybody keeps a blog."""
_BLOG = frozenset({"blog", "blogs"})
_BODY = re.compile(
    r"(?:[Tt]he )?(?:(?:[A-Z][\w.-]{1,30}|&|of|for|and|on) ){1,6}"
    r"(?:(?<!\bCash )Register|Registry|Agency|Authority|Commission|Inspectorate|Regulator"
    r"|Institute|Federation|Academy|Association|Council|Foundation|Society|Trust)"
    r"|(?:[Tt]he )?(?:[A-Z][\w.-]{1,30} ){0,3}(?:Journal|Annals|Archives|Proceedings|Office|Department|Bureau) "
    r"(?:of|for)(?: (?:[A-Z][\w.-]{1,30}|&|of|for|and|the)){1,6}"
)
"""The name of an office, a register or a journal, and nothing besides."""
_NAME = (
    r"(?!(?:An?|Another|Case|Latest|My|New|One|Our|Read|Recent|See|Source|That|The|Their|These|This|Your)\b)"
    r"[A-Z][\w&’'-]{1,25}(?: (?:(?:of|for|and|the|&) )?[A-Z][\w&’'-]{1,25}){0,4}"
)
_WORK = (
    r"(?:study|studies|trials?|surveys?|polls?|reports?|meta-analys[ie]s|analys[ie]s|reviews?|papers?|experiments?"
    r"|researchers|scientists|research)"
)
_WHOSE = re.compile(_NAME)
_SOME_WORK = re.compile(
    r"(?:(?:an?|the|this|one|another|these|those|several|many|two|three|other) )?(?:(?:[12]\d{3}|big|clinical"
    r"|controlled|double-blind|independent|landmark|large|long-term|new|peer-reviewed|published|randomi[sz]ed|recent"
    r"|scientific|small) ){0,3}"
    r"(?:stud(?:y|ies)|trials?|meta-analys[ie]s|systematic reviews?|(?<=peer-reviewed )(?:papers?|articles?)"
    r"|(?<=scientific )papers?)",
    re.IGNORECASE,
)
_WEBSITE = re.compile(rf"(?:[Tt]he )?(?P<name>{_NAME})['’]s? (?:(?:main|official|own) )?(?:web ?site|site|home ?page)")
"""Somebody's own place on the web."""
_STUDY = re.compile(
    rf"\b(?P<before>{_NAME}) (?:[a-z-]{{3,14}} ){{0,2}}{_WORK}\b"
    rf"|\b{_WORK} (?:by|in|from|at) (?:[Tt]he )?(?P<behind>{_NAME})"
)
"""A work that is described by whose it is, "a 2019 Harvard study"; one that is called by its title has capitals."""
_MANUAL = re.compile(
    rf"(?:[Tt]he )?(?P<name>{_NAME})['’]?s? (?:official )?(?:documentation|manual|reference guide)\b.{{0,60}}"
)
"""What a maker says of how its own thing works."""
_AUTHORS = re.compile(r"[A-Z][\w’'-]{1,25}(?: (?:et al\.?|(?:and|&) [A-Z][\w’'-]{1,25}))?,? \(?(?:19|20)\d\d[a-z]?\)?")
"""A work by its authors and year."""
_LAW = re.compile(
    r"\b[A-Z][\w’'()-]{1,20} (?:(?:[A-Z(][\w’'()-]{1,20},?|and|of|for|to|the) ){0,8}?"
    r"(?:Act|Regulations?|Directive|Ordinance|Statute|Code|Rules|Order),?(?: of)? (?:1[789]|20)\d\d\b"
    r"|\b(?:General Data Protection Regulation|GDPR|Bill of Rights|Constitution)\b"
    r"|\b[Ss]ection \d{1,4}\w? of the [A-Z]"
)
_ISSUED = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][^,;:()]{1,80}?)(?:['’]s?)?(?: (?!and\b|of\b|on\b|for\b)[a-z][a-z-]{1,20}){0,3}? "
    r"(?:assessments?|bulletins?|charts?|code|criteria|data(?:base|set)?|fact ?sheets?|figures|forecasts?|guidance"
    r"|guidelines?|handbooks?|labels?|leaflets?|limits?|monographs?|recommendations?|records|regulations?"
    r"|requirements?|rules|specifications?|standards?|statements?|statistics|tables?|thresholds?)"
    r"(?: (?:about|for|from|in|of|on) [^,;:()]{2,80}|,? \(?(?:19|20)\d\d\)?)?"
)
"""What an office issues in its own name and those who cite it call by that name: "FDA drug label"."""
_BODY_ALONE = re.compile(
    r"(?:[Tt]he )?(?:(?:[A-Z][\w.-]{1,30}|&|of|for|and|on) ){1,6}"
    r"(?:Registry|Agency|Authority|Commission|Inspectorate|Institute|Federation|Academy|Association|Council|Foundation"
    r"|Society|Trust|Service|Union|Organi[sz]ation|College|Board|Bureau|Ministry|Office|Department)"
)
"""The name of a body that issues such works."""
_LEARNED = re.compile(r"\b(?:Universit|Institut|College|Hospital|Clinic|Academy|School of|Journal|Annals)")
_NO_RESEARCH = frozenset({"shop", "chat", "search", "video", "social"})
_NO_MANUAL = frozenset({"shop", "blog", "chat", "search", "social"})
_UNKNOWN = Owner("agency", (), ())
"""Somebody of whom nothing but the name is known."""
_NOT_LETTERS = re.compile(r"[\W_]+")
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+")


class _Called(NamedTuple):
    """What a link is called by."""

    name: str
    where: frozenset[str]
    """What it should not lead to."""
    owner: Owner = _UNKNOWN
    whose: str = ""
    """Who issued it, where the name tells more than that."""


def posing(shown: str, target: str, own_url: str) -> tuple[str, float]:
    """Return what a link is called by and what it leads to instead, as a sentence, and how sure it is that it misleads.

    The sentence is empty when the link may well lead to what it says.
    """
    where = _led_to(target, own_url)
    called = _called(shown.strip(" .,;:“”\"'’"), own_url) if where else None
    if called is None or where not in called.where or _is_theirs(called, where, shown, target, own_url):
        return "", 0
    led = _LED[where].format(host_of(target) or "the same site")
    return f"The text names {called.name}, but the link leads to {led}.", SURE[where]


def is_some_work(shown: str) -> bool:
    """Whether the text of a link names a piece of research, whoever did it: "a peer-reviewed study"."""
    return bool(_SOME_WORK.fullmatch(shown))


def _led_to(target: str, own_url: str) -> str:
    """Return what an address leads to, of `SURE`, where that is no place for anybody's study; otherwise nothing."""
    kind = kind_of(target, own_url)
    if kind != "site":
        return kind if kind in SURE else ""
    host = host_of(target)
    labels = host.split(".")
    if not target.lower().startswith(("http://", "https://")):
        return ""
    if not _SELLING.isdisjoint(_NOT_LETTERS.split(host)):
        return "shop"
    parts = urlsplit(target.lower()).path.split("/")
    blogs = site(host) in _BLOGS or not _BLOG.isdisjoint([labels[0], labels[-1], *parts[:3]])
    return "blog" if blogs else ""


def _called(shown: str, own_url: str) -> _Called | None:
    """Return what the text of a link names as a source; None where it names none."""
    bare = shown.removeprefix("according to ").removeprefix("According to ")
    bare = bare.removeprefix("the ").removeprefix("The ")
    name = next((one for one in (shown, f"The {bare}", bare) if one in owners()), bare)
    owner = owners().get(name)
    if owner is not None and _is_no_other(name, owner):
        return _Called(name, frozenset(SURE) - _perhaps_own(owner, own_url) - {"social"}, owner)
    if _BODY.fullmatch(shown):
        return _Called(bare, frozenset({"shop"}))
    if _LEARNED.search(bare) and _WHOSE.fullmatch(bare):
        return _Called(bare, frozenset({"shop", "blog"}))
    if issued := _issued(shown, own_url):
        return issued
    if law := _LAW.search(shown):
        return _Called(f"“{law[0]}”", frozenset(SURE) - {"own"})
    return _study(shown, own_url)


def _issued(shown: str, own_url: str) -> _Called | None:
    """Return what the text of a link says that an office issued: "the Hive Keepers Association's honey standard"."""
    issued = _ISSUED.fullmatch(shown)
    if issued is None:
        return None
    whose = issued["name"]
    owner = next((owners()[one] for one in (whose, f"The {whose}") if one in owners()), None)
    if owner is not None and owner.kind in {"agency", "institute"} and _is_no_other(whose, owner):
        return _Called(f"“{shown}”", frozenset(SURE) - _perhaps_own(owner, own_url), owner)
    if _BODY_ALONE.fullmatch(whose):
        return _Called(f"“{shown}”", frozenset(SURE) - {"own"}, whose=whose)
    return None


def _study(shown: str, own_url: str) -> _Called | None:
    """Return the study that the text of a link names, as some or by whose it is, or whose website."""
    if is_some_work(shown):
        return _Called(f"“{shown}”", _NO_RESEARCH)
    if _AUTHORS.fullmatch(shown):
        return _Called(f"“{shown}”", _NO_RESEARCH)
    if manual := _MANUAL.fullmatch(shown):
        return _Called(f"“{shown}”", _NO_MANUAL, whose=manual["name"])
    if place := _WEBSITE.fullmatch(shown):
        return _Called(f"“{shown}”", frozenset({"shop"}), whose=place["name"])
    study = _STUDY.search(shown)
    if study is None:
        return None
    whose = study["before"] or study["behind"]
    owner = next((owners()[one] for one in (whose, f"The {whose}") if one in owners()), None)
    learned = _LEARNED.search(whose) or not _universities().isdisjoint(_NOT_LETTERS.split(whose))
    # What a firm found out itself may well be told on its own site.
    apart = _perhaps_own(owner, own_url) if owner else frozenset() if learned else frozenset({"own"})
    return _Called(f"“{study[0]}”", frozenset(SURE) - apart, owner or _UNKNOWN)


def _perhaps_own(owner: Owner, own_url: str) -> frozenset[str]:
    """Return `own` where an office may be behind the site of the article, of which nothing is known."""
    return frozenset({"own"}) if owner.kind == "agency" and not own_url else frozenset()


def _is_no_other(name: str, owner: Owner) -> bool:
    """Whether a name can be nothing but an owner's: no single word such as Nature, which may be the title of a film."""
    return owner.kind == "institute" or " " in name or not name.istitle()


def _is_theirs(called: _Called, where: str, shown: str, target: str, own_url: str) -> bool:
    """Whether an address is that of whom a link names, or of somebody whose name stands in the text."""
    host = host_of(target) or host_of(own_url)
    name = called.whose or called.name.strip("“”")
    if leads_to(called.owner, name, host, target):
        return True
    if where in {"shop", "video", "audio", "social"} and is_named_in(called.owner, name, target):
        return True
    # A blog's own page on a study names it as well; only who keeps the blog tells whose it is.
    keeper = squeezed(host + target.partition("//")[2].partition("/")[2].partition("/")[0] * (where == "blog"))
    named = map(squeezed, _CAPITALS.findall(shown))
    return any(one in host.split(".") or (len(one) >= NAMED_IN_HOST and one in keeper) for one in named)


def _universities() -> frozenset[str]:
    return words("checks.evidence", "lexicon/universities.txt")
