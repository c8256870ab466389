"""Ends of sentences that nupunkt overlooks, for it takes the last word for an abbreviation or an initial."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from checks.lists import words

_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"“‘(\[]?(?:[A-Z][a-z]|A [a-z]|[A-Z][A-Z\d]|I['’ ]))")
"""What may end a sentence, before what may begin one: a name, a word or an acronym with a capital."""

REACH = 80
"""Code points before a stop that are looked at."""

_WORD = re.compile(r"\b[A-Za-z][a-z]+\Z")
_NO = frozenset({"no", "No"})
_REFUSAL = re.compile(r"(?:\A|(?P<before>\b[A-Za-z]+\.?|\W) ?)[Nn]o\Z")
_NUMBERED = frozenset(
    [
        *("accession", "at", "batch", "bulletin", "bus", "cat", "catalog", "catalogue", "chassis", "contract"),
        *("document", "file", "house", "inv", "inventory", "invoice", "item", "job", "licence", "license"),
        *("lot", "map", "model", "ms", "op", "opus", "order", "paper", "part", "patent", "permit", "phone"),
        *("plate", "ref", "reference", "reg", "registration", "report", "room", "route", "serial", "symphony"),
        *("tel", "telephone", "track", "vol"),
    ]
)
"""Words before a "no." that is short for number, whatever follows: "inventory no. Add. 12", "at no. Ten"."""
_WORDED = re.compile(
    r"[\"“‘(\[]?(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b)"
    r"(?:[A-Z][a-z]+\b(?!\.)|[AI]['’ ])"
)
"""What begins a sentence and is no number or mark such as "Ten" or "Add."."""
_PER_CENT = re.compile(r"\bper cent\Z")
_MEASURE = re.compile(
    r"\b(?P<word>[A-Za-z]+)\s[£$€~≈]?\d[\d.,–-]{0,12}\s?(?:(?:sq|cu)\.?\s?)?"
    r"(?P<unit>kg|g|m|ft|yd|gal|hrs?|min|sec|lbs?|oz)\Z"
)
_DEGREES = re.compile(
    r"\b(?P<word>[a-z]+)(?: (?:about|minus|nearly|over|only))? [-−–]?\d{1,3}(?:\.\d{1,2})? ?°? ?[CF]\Z"
)
_WHEN = (
    r"(?:(?:and|but|then|so) )?(?:[Aa]bout|[Aa]fter|[Aa]round|[Bb]efore|[Bb]y|[Cc]irca|[Ff]rom|[Ii]n|[Ss]ince|[Uu]ntil)"
)
_ERA = re.compile(
    rf"(?P<opening>(?:\A|[.!?;:,][\"”’)]? ){_WHEN} (?:\w+ ){{0,2}})?\b\d{{1,4}} (?:B\.C(?:\.E)?|A\.D|C\.E)\Z"
)
"""A year before or after Christ, and whether it opens its sentence or clause: "In 300 B.C. Greek settlers came"."""
_JUNIOR = re.compile(r"\b[A-Z][\w’'-]+,? (?:Jr|Sr)\Z")
_BEGINS = re.compile(
    r"(?:A|An|After|All|Although|And|As|At|Because|Before|Both|But|By|During|Each|Every(?:body|one)?|Few|For|From|He|Her"
    r"|His|How|However|I|If|In|It|Its|Many|Most|My|No|Nobody|None|Nothing|On|One|Only|Our|She|Since|So|Some(?:body|one)?"
    r"|That|The|Their|Then|There|These|They|This|Those|Though|To|Under|Until|We|What|When|Where|While|Who|With|You|Your)\b"
)
"""Words that hardly ever go on with a name: "… King Jr. Nobody expected it", but "King Jr. Boulevard runs north"."""
_KITCHEN = frozenset({"gal", "lb", "lbs", "oz"})
"""Units behind which kitchens name a good by its place: "Add 2 oz. Parma ham"."""
_REACHING = frozenset(
    [
        *("about", "above", "almost", "approximately", "around", "at", "averages", "below", "by", "exactly", "exceeds"),
        *("gained", "holds", "is", "just", "lost", "nearly", "only", "over", "roughly", "than", "to", "under", "was"),
        *("weigh", "weighed", "weighing", "weighs", "were", "are"),
    ]
)
"""Words before a measure that is what a sentence has to say, so that it may end with it."""
_OF_MORE = frozenset(
    [
        *("a", "an", "another", "any", "each", "every", "his", "her", "its", "my", "our", "that", "the", "their"),
        *("these", "this", "those", "your"),
    ]
)
"""Words before a measure of something that is still to be named: "a 6 ft. Christmas tree"."""
_LETTER = re.compile(r"\b(?P<noun>[A-Za-z]{3,}) (?:[A-Z]\d{0,2}(?:/|,? (?:(?:and|or) )?)){0,5}[A-Z]\Z")
_FIRM = re.compile(r"\b[a-z]+ (?:(?:[A-Z][\w'’-]{0,30},?|&) ){1,6}(?:Inc|Ltd|Corp|(?<=& )Co)\Z")
"""A firm that is not the first thing that its sentence names."""
_SUBJECT = re.compile(
    r"(?!(?:[A-Z][\w’'-]* ){0,3}(?:Analyst|C[EFOT]O|Chair|Chief|Co-|Counsel|Director|Econom|Engineer|Executive|Founder"
    r"|General|Head|Manag|Partner|President|Senior|Spokes|Treasur|Vice))"
    r"(?:[A-Z][\w’'-]{0,30} ){1,4}(?!(?:and|at|by|for|from|in|of|on|or|that|to|which|who|with)\b)[a-z]"
)
"""A name and a word behind it in small letters, and no officer of the firm named before: "Harrods was next"."""


def overlooked(text: str, known: Container[int]) -> Iterator[int]:
    """Yield the offsets where further sentences begin in a text, beside those known already."""
    for match in _STOP.finditer(text):
        if match.end() not in known and _is_end(text[max(0, match.start() - REACH) : match.start()], text, match):
            yield match.end()


def _is_end(before: str, text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends with the word at the end of `before`, though what stands there may be an abbreviation."""
    word = _WORD.search(before)
    if word and (word[0] in words("checks", "last-words.txt") or word[0] in _NO):
        return word[0] not in _NO or _is_refusal(before, text, stop.end())
    if not stop[0].startswith("."):
        return False
    if _PER_CENT.search(before) or _is_measure(before):
        return True
    if _is_named_end(before, text, stop):
        return True
    letter = _LETTER.search(before)
    if letter:
        noun = letter["noun"].lower()
        return not words("checks", "lettered.txt").isdisjoint({noun, noun.removesuffix("s")})
    return bool(_FIRM.search(before) and _SUBJECT.match(text, stop.end()))


def _is_refusal(before: str, text: str, start: int) -> bool:
    """Whether a "no" before a stop is an answer and not short for number, behind which a number or a mark stands."""
    noun = _REFUSAL.search(before)
    return (
        noun is not None
        and (noun["before"] or "").rstrip(".").lower() not in _NUMBERED
        and bool(_WORDED.match(text, start))
    )


def _is_named_end(before: str, text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends with degrees, an era or a younger namesake, and another one begins behind it."""
    if before.endswith(("C", "F")) and (degrees := _DEGREES.search(before)):
        return degrees["word"] in _REACHING and bool(
            _SUBJECT.match(text, stop.end()) or _BEGINS.match(text, stop.end())
        )
    if before.endswith(("B.C", "B.C.E", "A.D", "C.E")) and (era := _ERA.search(before)):
        return not era["opening"] and bool(_SUBJECT.match(text, stop.end()) or _BEGINS.match(text, stop.end()))
    return before.endswith(("Jr", "Sr")) and bool(_JUNIOR.search(before) and _BEGINS.match(text, stop.end()))


def _is_measure(before: str) -> bool:
    """Whether a text ends with a measure that completes what is stated."""
    found = _MEASURE.search(before)
    if found is None or found["word"].lower() in _OF_MORE:
        return False
    return found["unit"] not in _KITCHEN or found["word"] in _REACHING
