"""Owners: publishers, agencies, institutes and newspapers by name, and where their works are to be found."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote

from checks.evidence.sources.links import site

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

NAMED_IN_HOST = 5
"""Letters from which a name that stands in a host is taken for its owner's."""

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,5}/")
_NOT_LETTERS = re.compile(r"[\W_]+")


class Owner(NamedTuple):
    """Somebody whose works are cited by name."""

    kind: str
    """`agency`, `institute`, `periodical` or `newspaper`."""
    hosts: tuple[str, ...]
    """Hosts, each with all below it."""
    prefixes: tuple[str, ...]
    """Of its DOIs."""


@cache
def owners() -> Mapping[str, Owner]:
    """Return the owners by each of their names, written as in running text."""
    text = files("checks.evidence").joinpath("owners.toml").read_text(encoding="utf-8")
    found = {}
    for kind, them in tomllib.loads(text).items():
        for names, places in them.items():
            hosts = tuple(one for one in places if not one.startswith("10."))
            owner = Owner(kind, hosts, tuple(one for one in places if one.startswith("10.")))
            found.update(dict.fromkeys(names.split("|"), owner))
    return found


@cache
def acronyms() -> frozenset[str]:
    """Return the names of agencies, institutes and newspapers that are a single word, such as CDC and Eurostat."""
    kinds = {"agency", "institute", "newspaper"}
    return frozenset(name for name, one in owners().items() if one.kind in kinds and " " not in name)


@cache
def spelled_out() -> frozenset[str]:
    """Return the names of owners that are several words, in lower case, without an article in front."""
    return frozenset(name.lower().removeprefix("the ") for name in owners() if " " in name)


@cache
def periodicals() -> frozenset[str]:
    """Return the names of periodicals and newspapers in lower case, without an article in front."""
    kinds = {"periodical", "newspaper"}
    return frozenset(name.lower().removeprefix("the ") for name, one in owners().items() if one.kind in kinds)


@cache
def names() -> re.Pattern[str]:
    """Return a pattern of all names, the longest first."""
    parts = sorted(map(re.escape, owners()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def names_owner(text: str) -> bool:
    """Whether a text names one of the owners."""
    return names().search(text) is not None


def leads_to(owner: Owner, name: str, host: str, target: str) -> bool:
    """Whether an address is an owner's, one of its works by DOI, or a place that keeps works of others."""
    doi = _DOI.search(target)
    if doi and owner.prefixes:
        return any(doi[0].startswith(f"{prefix}/") for prefix in owner.prefixes)
    flat = squeezed(name)
    return (
        bool(doi)
        or any(host == one or host.endswith(f".{one}") for one in owner.hosts)
        or keeps_works_of_others(host)
        or (len(flat) >= NAMED_IN_HOST and flat in _NOT_LETTERS.sub("", host))
    )


def keeps_works_of_others(host: str) -> bool:
    """Whether a host keeps or resolves works of others, as archives do, or hides where it leads."""
    return site(host) in _ANYWHERE or host in _ANYWHERE


def is_named_in(owner: Owner, name: str, target: str) -> bool:
    """Whether an address names an owner, as that of a copy or a channel does: `…/files/who-report.pdf`."""
    path = unquote(target).lower()
    words = frozenset(_NOT_LETTERS.split(path))
    short = {one.partition(".")[0] for one in owner.hosts}
    flat = squeezed(name)
    return not words.isdisjoint(short | {flat}) or (len(flat) >= NAMED_IN_HOST and flat in squeezed(path))


def squeezed(name: str) -> str:
    """Return a name without what is no letter, in lower case."""
    return _NOT_LETTERS.sub("", name).lower()
