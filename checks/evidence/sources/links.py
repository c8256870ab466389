"""Links: what an address points to, and whether it is one at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

SUPPORTING = frozenset({"study", "government", "reference", "news", "data", "site", "own", "document"})
"""Kinds of target that a reader can check a statement against."""

WORKS = frozenset({"study", "news", "data", "document"})
"""Kinds of target of which a page is a work that states something, whatever the link to it is called."""


NOWHERE = frozenset({"", "#", "#!", "#0", "/#", "about:blank"})
"""Addresses that stay on the page: what is put where an address is still to come, or where a script listens."""


class Weight(IntEnum):
    """How much a link can support."""

    NONE = 0
    SENTENCE = 1
    """Its own sentence and no other."""
    FULL = 2


KIND_NAMES = {
    "study": "a study",
    "government": "an official source",
    "reference": "a reference work",
    "news": "a news report",
    "data": "a data set",
    "site": "another site",
    "own": "the same site",
    "document": "a document",
    "social": "a social network",
    "video": "a video",
    "audio": "a recording",
    "chat": "a chat assistant",
    "search": "a page of search results",
    "shop": "a shop",
    "shortened": "a shortened address, which hides where it leads",
    "image": "a picture",
    "anchor": "a place on the same page",
    "contact": "an address to write to",
    "nothing": "nothing",
}
"""In words that complete "a link to …"."""

_OWN_WORD = frozenset({"about", "blog", "developer", "developers", "help", "investor", "newsroom", "press", "support"})
"""Where the owner of a site that others fill speaks in its own name."""

_STORE = frozenset({"cart", "checkout", "product", "products", "shop"})
"""Parts at the beginning of paths under which a site sells: what it says of its wares is no source for anything."""
_OWN_STORE = _STORE | {"collections", "store"}
"""On the article's own site; elsewhere a museum may have collections."""
_STORES = (["shop"], ["store"])
"""Whole paths of stores."""
_DOCUMENT = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ppt", ".pptx")
_PICTURE = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{|%7B%7B")
_DOUBLED = re.compile(r"https?:/{0,2}https?:?//")
_SCHEME = re.compile(r"(h?t{1,3}ps?|https?)([:/\\;.,]{1,4})")
_HOST = re.compile(
    r"(?:[\w-]{1,63}\.){1,20}[a-zA-Z][\w-]{1,63}\.?|localhost|[0-9a-fA-F.]*:[0-9a-fA-F:.]*|\d{1,3}(?:\.\d{1,3}){3}"
    r"|0x[0-9a-fA-F]{1,8}|\d{8,10}"
)

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_POINTING = frozenset({"here", "this", "that", "link", "source", "article", "page", "post"})
"""Words of links that point from a statement to where it comes from."""
_INVITING = _POINTING | frozenset(
    [
        *("about", "add", "all", "and", "at", "basket", "blog", "browse", "buy", "cart", "check", "checkout", "click"),
        *("contact", "demo", "details", "discover", "doc", "docs", "documentation", "donate", "download", "downloads"),
        *("explore", "faq", "find", "follow", "for", "free", "get", "go", "home", "homepage", "in", "info"),
        *("information", "it", "its", "join", "learn", "log", "more", "newsletter", "now", "on", "order", "our", "out"),
        *("please", "pricing", "read", "register", "see", "share", "shop", "sign", "site", "started", "subscribe"),
        *("the", "their", "to", "try", "tutorial", "up", "us", "view", "visit", "web", "website", "you", "your"),
    ]
)
"""Words of links that invite somebody to go somewhere and do not say that anything is stated there."""
_ORDERING = frozenset({"book", "request", "schedule", "reserve"})
_ORDERED = frozenset({"appointment", "call", "consultation", "demo", "meeting", "quote", "table"})
_STARTING = frozenset({"activate", "begin", "claim", "create", "open", "start"})
_STARTED = frozenset({"account", "membership", "plan", "subscription", "trial"})
"""Words of links that take an order, "book a demo", "start your free trial", and state nothing."""
_ANY = frozenset({"a", "an", "day", "free", "month", "my", "now", "our", "the", "today", "week", "your"})
_ORDERS = ((_ORDERING, _ORDERED), (_STARTING, _STARTED))
_ASKING = re.compile(
    r"(?:citations?|sources?|references?|verification|better source) (?:needed|required|missing)|cn|failed verification"
    r"|(?:by |according to )?(?:who|whom|which|when|where)\?"
)
"""Text of links to pages on citing, which ask for a source."""
_OF_WORKS = frozenset(
    [
        *(
            "audit",
            "census",
            "count",
            "data",
            "experiment",
            "figures",
            "findings",
            "numbers",
            "poll",
            "report",
            "reports",
        ),
        *("results", "review", "statistics", "stats", "studies", "study", "survey", "table", "test", "tests", "trial"),
    ]
)
"""Words of links that say that something is stated behind them."""
_NUMBER = re.compile(r"\W{0,2}[1-9]\d{0,2}\W{0,2}")
_SEARCH = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:google\.[a-z.]{2,6}/search|bing\.com/search|duckduckgo\.com/\?q=|search\.(?:brave|yahoo)\.com/)"
)
_FRONT = re.compile(r"/?(?:(?:index|default|home)(?:\.\w{2,5})?/?)?", re.IGNORECASE)

LONGEST_TOPIC = 3
"""Words of a link that only names a topic at most."""

STROKES_OF_FRONT = 3
"""Strokes in the address of a front page at most: `https://example.org/index.html`."""

STORE_WITHIN = 2
"""Parts of a path, behind a language perhaps, in which a store is looked for."""

PARTS_OF_SECOND_LEVEL = 3
"""Parts of a host whose owner stands before a second level such as `co.uk`."""

_SECOND_LEVEL = frozenset({"co", "com", "org", "gov", "ac", "net", "edu", "go", "or", "gob"})

NOT_FULL = "the host is not a full name"


@cache
def _kinds() -> dict[str, str]:
    text = files("checks.evidence").joinpath("hosts.toml").read_text(encoding="utf-8")
    return {host: kind for kind, hosts in tomllib.loads(text).items() for host in hosts}


@lru_cache(maxsize=1 << 12)
def host_of(address: str) -> str:
    """Return the host of an address in lower case without `www.`, or an empty string."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def site(host: str) -> str:
    """Return the part of a host that names its owner: `example.co.uk` of `shop.example.co.uk`."""
    parts = host.split(".")
    second = len(parts) >= PARTS_OF_SECOND_LEVEL and parts[-2] in _SECOND_LEVEL
    return ".".join(parts[-PARTS_OF_SECOND_LEVEL if second else -2 :])


def is_front(address: str) -> bool:
    """Whether an address is the front page of a site's owner, where no statement can be looked up."""
    if address.strip().rstrip("/").count("/") > STROKES_OF_FRONT:
        return False
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    host = host_of(address)
    return bool(host) and host == site(host) and not parts.query and bool(_FRONT.fullmatch(parts.path))


def is_numbered(shown: str) -> bool:
    """Whether the text of a link is a number such as [3], so that it is a marker that leads to the work itself."""
    return bool(_NUMBER.fullmatch(shown))


def is_asking(shown: str) -> bool:
    """Whether the text of a link asks for a source, as "citation needed" does, which leads to a page on citing."""
    return bool(_ASKING.fullmatch(shown.strip(" []()\xa0").lower()))


def _is_cross_reference(address: str, words: Collection[str]) -> bool:
    """Whether a link on the article's own site only leads to more on its topic: "[coconut oil](/coconut-oil)"."""
    slug = set(_WORD.findall(address.partition("?")[0].rstrip("/").rpartition("/")[2].lower()))
    return 0 < len(words) <= LONGEST_TOPIC and slug.issuperset(words) and _OF_WORKS.isdisjoint(words)


def weight(address: str, shown: str, names: str) -> Weight:
    """Return how much a link can support, by what it points to (`names`, of `kind_of`) and how it is worded.

    Shops, videos and social networks state nothing that lasts; a front page
    states nothing in particular; "the docs" and "learn more" invite somebody to
    read on. An article's own site is no second witness, so it serves the
    sentence that links to it and no other, and so does a bare "here".
    """
    if names not in SUPPORTING or is_front(address):
        return Weight.NONE
    words = set(_WORD.findall(shown.lower()))
    digits = _DIGIT.search(shown) is not None
    if names == "own" and not digits and _is_cross_reference(address, words):
        return Weight.NONE
    if any(words & asks and words & asked and words <= asks | asked | _ANY for asks, asked in _ORDERS):
        return Weight.NONE
    points = words <= _POINTING and not is_numbered(shown)
    if not points and words <= _INVITING and not digits:
        return Weight.SENTENCE if names in WORKS else Weight.NONE
    return Weight.SENTENCE if points or names == "own" else Weight.FULL


def _kind_of_host(host: str) -> str:
    kinds = _kinds()
    parts = host.split(".")
    if parts[0] in _OWN_WORD:
        return "site"
    for at in range(len(parts)):
        tail = ".".join(parts[at:])
        kind = kinds.get(tail) or kinds.get(f".{tail}")
        if kind:
            return kind
    return "site"


@lru_cache(maxsize=1 << 12)
def kind_of(address: str, own_url: str = "") -> str:
    """Return what an address points to: a key of `KIND_NAMES`.

    Relative addresses and those on the host of `own_url` are the article's own
    site. The host decides, save for files, whose ending does, and for what a
    site sells.
    """
    address = address.strip()
    lower = address.lower()
    if address in NOWHERE or lower.startswith("javascript:"):
        return "nothing"
    if address.startswith("#"):
        return "anchor"
    if lower.startswith(("mailto:", "tel:", "sms:")):
        return "contact"
    absolute = lower.startswith(("http:", "https:", "//", "www.", "ftp:"))
    host = host_of(address) if absolute else ""
    path = lower.partition("?")[0].partition("#")[0]
    if path.endswith(_PICTURE):
        return "image"
    if host and _SEARCH.match(lower):
        return "search"
    kind = _kind_of_host(host) if host else "own"
    if host and kind == "site" and own_url and host == host_of(own_url):
        kind = "own"
    return _kind_by_path(path, kind, absolute=absolute) if kind in {"site", "own"} else kind


def _kind_by_path(path: str, kind: str, *, absolute: bool) -> str:
    """Return what a page of no site in particular is, by its address in lower case without the query."""
    if path.endswith(_DOCUMENT):
        return "document"
    parts = path.rstrip("/").partition("//")[2].split("/")[1:] if absolute else path.strip("/").split("/")
    selling = _OWN_STORE if kind == "own" else _STORE
    return "shop" if not selling.isdisjoint(parts[:-1][:STORE_WITHIN]) or parts in _STORES else kind


@lru_cache(maxsize=1 << 12)
def fault_in(address: str) -> str:
    """Return what is wrong with the form of a web address, in words, or an empty string.

    Only what no browser could follow: a wrong or doubled scheme, no host, white
    space inside. Template placeholders are another matter and not looked at.
    """
    address = address.strip()
    if not address or _TEMPLATE.search(address) or address.startswith(("#", "/", ".", "?")):
        return ""
    lower = address.lower()
    if _DOUBLED.match(lower):
        return "the scheme stands twice"
    if lower.startswith("file:"):
        return "it is a file on somebody's own computer"
    scheme = _SCHEME.match(lower)
    if scheme and scheme[0] not in {"http://", "https://"} and "/" in scheme[2]:
        return f"it begins “{scheme[0]}” where “https://” is meant"
    return _fault_behind_scheme(address) if lower.startswith(("http://", "https://")) else ""


def _fault_behind_scheme(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return "the host is not written as one"
    if re.search(r"\s", address):
        return "there is white space inside"
    if not _HOST.fullmatch(host) and host.isascii():
        return NOT_FULL if host else "there is no host"
    return ""
