"""Offices: sources that are named by what they are, whose readers know which: "the 2021 census", "the land registry".

An office of which a place has one, a count with its year and what either keeps
can be found by whoever knows where the article is about. "A recent report",
"official statistics" and "government data" cannot. What an office does is no
source: "the police stopped 1,200 drivers". The patterns are ours, by reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks.evidence.sources.scene import Attribution, Scene, words_of

_YEAR = r"(?:1[5-9]|20)\d\d"
_SHOWS = (
    r"(?:(?:also|now|still|already|later) )?(?:conclud(?:es|ed)|confirm(?:s|ed)?|count(?:s|ed)?|estimate[sd]?|finds"
    r"|found|gave|gives?|indicate[sd]?|lists?|listed|named|names|notes?|noted|puts?|records?|recorded|reported|reports|said"
    r"|says?|show(?:s|ed)?|states?|stated)"
)
_TELLS = (
    r"(?:(?:also|now|still|later|itself) )?(?:(?:calculate[sd]|concluded?|estimate[sd]?|found|finds|reported|reports"
    r"|ruled) that\b|(?:calculate[sd]|counts?(?! on)|counted(?! on)|estimate[sd]?|measured|recorded|registered|reported"
    r"|reports) (?:[^ .;]{1,20} ){0,8}?\d\S*|puts? (?:[a-z]+) (?:[^ .;]{1,20} ){0,6}?at [£$€\d]\S*)"
)
"""What an office found out. What it says is its word, for which a reader is sent nowhere."""
_PAPERS = r"(?:accounts|data|documents|estimates|figures|files|minutes|numbers|records|registers?|rolls|statistics)"
_WORKS = (
    r"(?:accounts|assessment|audit|budget|bulletin|census|count|figures|forecast|inquiry|inventory|log|minutes|records"
    r"|register|report|review|statistics|survey|yearbook)"
)
_HELD = r"(?:accounts|data|figures|records|statistics|registers)"


@cache
def _known() -> re.Pattern[str]:
    """Return what names an office, a count or its papers, over tokens parted by blanks."""
    civic = "|".join(sorted(words_of("civic"), key=len, reverse=True))
    alone = "|".join(sorted(words_of("alone"), key=len, reverse=True))
    house = "|".join(sorted(words_of("house"), key=len, reverse=True))
    place = "|".join(sorted(words_of("town"), key=len, reverse=True))
    kept = rf"(?:(?:{civic}) ){{1,3}}(?:and (?:[a-z]+ ){{1,2}})?(?:{house})"
    office = rf"(?:{kept}|(?:(?:{civic}) ){{0,2}}(?:{alone})|ministry (?:of|for) [a-z]+)"
    owner = rf"(?:{kept}|(?:(?:{civic}) ){{0,2}}(?:{alone}|{place}))['’]s"
    dated = rf"(?: (?:for|from|of) (?:[A-Z][a-z]+ )?{_YEAR})?"
    kept_by = r"(?:kept|held|published|released|compiled)"
    count = rf"(?:{_YEAR} (?:[a-z]+ ){{0,2}}census|census (?:of|in|for) {_YEAR})"
    kind = r"(?:register|log|ledger|rolls?|returns|minutes|yearbook|directory|gazette|almanac)"
    words = rf"(?:(?:{_YEAR}|[A-Z]?[a-z-]+) ){{0,4}}?"
    holders = rf"(?i:{civic}|court|police|company|tax|parish|church)"
    patterns = (
        rf"(?i:according to|at|in|by|as of|from|since|per) the (?:[a-z]+['’]s )?{count}",
        rf"[Tt]he {count}(?: (?:report|returns|figures|data))? {_SHOWS}",
        rf"[Aa]ccording to the {office}(?= [,.])",
        rf"[Aa]ccording to the {owner} {words}{_WORKS}{dated}",
        rf"[Aa]ccording to (?:the )?(?:{civic}) {_PAPERS}",
        rf"(?i:{_PAPERS}) (?:{kept_by} )?(?:at|by|from|in|of) the {office}(?: for {_YEAR})? {_SHOWS}",
        # That papers follow is asked first, for it is asked at every word.
        rf"(?=\S+ {_HELD} ){holders} {_HELD}{dated[:-1]} {_SHOWS}",
        rf"(?i:court|police|church) (?:documents|records|figures|files|papers) {_SHOWS}",
        rf"[Tt]he {office} {_TELLS}",
        r"[Tt]he inquest (?:found|heard|concluded|ruled) that",
        rf"[Tt]he {owner} {words}{_WORKS}{dated} {_SHOWS}",
        rf"[Tt]he {_YEAR} (?:[a-z-]+ ){{0,3}}{_WORKS} (?:by|from|of) the (?:{office}|(?:[a-z]+ )?company) {_SHOWS}",
        rf"[Tt]he (?:[a-z]+ ){{0,2}}{kind} (?:of|for) {_YEAR} {_SHOWS}",
    )
    # That a word begins is asked once, and not by each of them at every letter.
    return re.compile(rf"(?<!\S)(?:{'|'.join(patterns)})(?!\S)")


def offices(scene: Scene) -> Iterator[Attribution]:
    """Yield the offices, counts and papers that a sentence names as where it has something from."""
    if not scene.hits.get("keeper"):
        return
    shown = " ".join(scene.column.forms[scene.where.start : scene.where.stop])
    for found in _known().finditer(shown):
        first, stop = (scene.where.start + shown.count(" ", 0, at) for at in found.span())
        yield Attribution("named", scene.column.span(first, stop + 1), speech=True)
