"""Codes of languages and regions: which there are, and what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

ENGLISH = "en"
THREE = 3
"""Letters of a code for a language that has no shorter one; there are thousands, and none is refused."""

_OWN_NAMES = {"deutsch": "de", "español": "es", "français": "fr", "italiano": "it", "português": "pt"}
"""What people write in place of a code besides English names."""


class _Codes(NamedTuple):
    names: Mapping[str, str]
    """English name of each two-letter code."""
    short: Mapping[str, str]
    """The two-letter code of three-letter codes and of names, in small letters."""
    regions: frozenset[str]


def is_known(tag: str) -> bool:
    """Whether a well-formed tag, in its usual case, names a language and, where it has one, a region."""
    primary, *others = tag.split("-")
    region = next((part for part in others if len(part) == len("GB") and part.isalpha()), "")
    known = primary in _codes().names or (len(primary) == THREE and primary not in _codes().short)
    return known and (not region or region in _codes().regions)


def primary(tag: str) -> str:
    """Return the language of a tag, without region."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Whether a tag is of some English."""
    return primary(tag) == ENGLISH


def name(tag: str) -> str:
    """Return the English name of a tag's language, or the tag where it has none here."""
    return _codes().names.get(primary(tag), tag)


def named(tag: str) -> str:
    """Return a language for a sentence, such as `French (fr-CA)`."""
    english = name(tag)
    return english if english == tag else f"{english} ({tag})"


def suggestion(wrong: str) -> str:
    """Return the tag that was probably meant by what is none, or nothing."""
    from rapidfuzz import process

    primary, *others = wrong.strip().lower().replace("_", "-").split("-")
    codes = _codes()
    region = others[0].upper() if others else ""
    if primary in codes.names:
        # Most people who write UK mean the country that ISO calls GB.
        return f"{primary}-GB" if region == "UK" else primary
    if primary in codes.short:
        code = codes.short[primary]
        return f"{code}-{region}" if region in codes.regions else code
    near = process.extractOne(primary, codes.short.keys(), score_cutoff=80)
    return codes.short[near[0]] if near else ""


@cache
def _codes() -> _Codes:
    text = (files(__package__) / "codes.txt").read_text("utf-8")
    languages, _, regions = text.partition("=====\n")
    names: dict[str, str] = {}
    short: dict[str, str] = dict(_OWN_NAMES)
    for line in languages.splitlines():
        if not line.startswith("#"):
            code, three, english = line.split(maxsplit=2)
            names[code] = english
            short |= {three: code, english.lower(): code}
    return _Codes(MappingProxyType(names), MappingProxyType(short), frozenset(regions.split()))
