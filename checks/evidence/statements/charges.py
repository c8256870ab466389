"""Charges: the words by which accusations and effects on somebody's body are known, and those that make them none.

Ours, by reading.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checks.phrases import read, section_words

LEXICON = ("checks.evidence", "lexicon/accusations.txt")

TOLD = re.compile(
    r"\b(?:said|says|saying|told|heard|hears|alleg\w+|claim(?:s|ed|ing)?|according|report(?:s|ed|edly)|den(?:y|ies|ied)"
    r"|testified|rumou?r\w*|supposedly|believed|suspects? that|whether|called|described|depicts?|portray\w*"
    r"|maintain(?:s|ed|ing)?|insist(?:s|ed|ing)?|argu(?:es|ed|ing)|considered)\b"
)
"""Words by which somebody else is made to answer for a sentence."""

COURT = re.compile(
    r"\b(?:prosecut(?:ors?|ion|ing)|judges?|jury|juries|[Cc]ourts?|tribunal|magistrates?|inquest|indictment|plead(?:s|ed)?"
    r"|[Pp]olice (?:said|say|told|believe|allege|confirmed|report|were called)|[Dd]etectives|[Oo]fficers said)\b"
)
"""Words by which a court or the police is, whose account may go on."""

HYPOTHETICAL = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ss]uppose|[Ii]magine|would|could|might|may|must|should|shall|[Aa]nyone|[Aa]nybody|[Ww]hoever"
    r"|[Ss]omeone|[Ss]omebody|those who|[Pp]eople who|[Pp]ersons?|[Nn]o|[Nn]ot|[Nn]ever|[Nn]obody|[Nn]othing|[Nn]one"
    r"|[Nn]either|nor|without|cleared|acquitted|wrongly|falsely|defines?|you|your|we|our|I|my)\b|n['’]t\b"
)
"""Words of what is not stated of somebody: supposed, laid down, denied or told of the reader or the author."""

SUBJECT = re.compile(
    r"[“\"'‘(]?(?:(?:In|On|Since|By|After|Before|During|At) [^,.;]{2,40}, |[Ll]ater,? |[Tt]hen |[Aa]nd |[Bb]ut )?"
    r"(?:(?:the|its|his|her|their|this|that|these|those|both|one|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|some|many|a|an|he|she|they|it|staff|doctors|nurses|teachers|guards|officials|managers|members|immigrants|migrants"
    r"|refugees)\b|[A-ZÀ-Þ][\w’'.-]+ (?=[A-ZÀ-Þ])|[A-ZÀ-Þ][\w’'.-]+(?= (?:was|were|is|has|had)\b))",
    re.IGNORECASE,
)
"""How a sentence begins that tells of somebody."""

_OBJECTS = r"(?:(?:his|her|its|their|the|a|an|two|three|four|several|some|many|other|more|dozens|hundreds|of) )"
_RECORDS = (
    r"(?:data|records?|results?|accounts?|books|evidence|documents?|figures|signatures?|passports?|cheques?|checks"
    r"|certificates?|prescriptions?|invoices?|minutes|letters?|wills?|receipts?)\b"
)
_VOTES = r"(?:elections?|votes?|ballots?|tenders?|auctions?|polls?|bids?)\b"
_MONEY = r"(?:donations|money|cash|proceeds|savings|takings|funds|millions)\b"
_GOODS = r"(?:cocaine|heroin|drugs|weapons|arms|guns|people|migrants|cigarettes|ivory)\b"
_NO_THEFT = (
    r"(?:the (?:show|scene|limelight|spotlight|headlines|march|lead|thunder|win|game|day|(?:\w+ )?(?:hour|minute)s?)\b"
    r"|a (?:\w+ )?(?:glance|look|kiss|march|base|moment|nap|goal|win)\b|\w+ (?:heart|thunder|breath)\b"
    r"|(?:away|in|into|out|through|up|down|back|across|past|over|off|along|home|third|second)\b)"
)
_PAID = (
    r"(?:took|takes|taking|accepted|accepts|paid|pays|offered|offers|received|receives) (?:\w+ ){0,2}"
    r"(?:bribes?|kickbacks?|backhanders?)\b"
)
_FORGED = (
    r"(?:falsif(?:ied|ies)|fabricates|fiddled|forges|(?<!\ba )(?<!\bof )(?<!s )(?:doctored|fabricated|forged)) "
    rf"{_OBJECTS}?(?:\w+ ){{0,2}}{_RECORDS}"
)
_LIED = r"lied (?:under oath|to (?:parliament|investors|customers|voters|patients|the (?:public|police|inquiry)))\b"
_TIED = (
    r"(?:has|have|had) (?:\w+ )?(?:links|ties|connections) (?:to|with) (?:the |a )?(?:mafia|mob|cartels?"
    r"|organi[sz]ed crime|terrorists?|extremists|gangs?|neo-Nazis)\b"
)
_ACTS = (
    _PAID,
    _FORGED,
    _LIED,
    _TIED,
    rf"rigg(?:ed|ing|s) (?:the |an? |its |their )?(?:\w+ )?{_VOTES}",
    r"(?:covered|covers|hushed|hushes) up (?:\w+ ){0,3}\w+",
    r"cook(?:ed|s) the books\b",
    r"(?:evade[sd]?|dodged) (?:\w+ )?tax(?:es)?\b",
    rf"launder(?:s|ed)? (?:\w+ )?{_MONEY}",
    r"(?:bought|buys) (?:the )?votes\b",
    rf"pocket(?:s|ed) (?:the |its |their |his |her )?(?:\w+ )?{_MONEY}",
    rf"smuggl(?:ed|es) (?:\w+ )?{_GOODS}",
    rf"stole (?!{_NO_THEFT})(?:(?:a|an|the|his|her|its|their) )?[\w£$€]+",
    r"cheated (?:\w+ ){1,3}out of\b",
)
"""Crimes that are told by what was done, each from its verb."""


_NO_SUBJECT = ("were", "are", "was", "is", "of", "for", "the", "and", ",", "in", "with", "by", "to")
"""What stands before a form in -ed that tells of what kind somebody is: "of neglected children"."""


class Kind(NamedTuple):
    """A kind of what is said."""

    find: re.Pattern[str]
    opens: frozenset[str]
    """Words of which one must stand in a sentence, so that few are looked at closely."""
    told: str
    settles: str
    personal: bool
    """Whether it is said of somebody."""


def _accuses(pattern: str, opens: frozenset[str]) -> Kind:
    settles = "cite the ruling, the record or the report that bears it out, or leave it out"
    return Kind(re.compile(rf"\b(?:{pattern})"), opens, "accuses somebody", settles, personal=True)


def _heals(pattern: str, opens: frozenset[str]) -> Kind:
    told = "says what something does for somebody's body"
    settles = "cite a study, a guideline or a health agency"
    return Kind(re.compile(rf"\b(?:{pattern})"), opens, told, settles, personal=False)


@cache
def openers() -> frozenset[str]:
    """Return the words of which one stands in every sentence of any kind."""
    return frozenset().union(*(kind.opens for kind in kinds()))


@cache
def kinds() -> tuple[Kind, ...]:
    """Return how each kind is found, what is said of it and what would settle it."""
    person = rf"{_OBJECTS}{{0,2}}(?:(?!as\b|by\b|for\b|with\b|in\b)\w+ )?(?:{_any('person')})\b"
    two = [line for name, line in read(*LEXICON) if name == "ill of two"]
    ills = rf"(?:{'|'.join(two)}|{_any('ill')})\b"
    before = "".join(rf"(?<!{word} )" for word in _NO_SUBJECT)
    beside = r"(?:(?!for\b|to\b|from\b|of\b)\w+ ){0,2}?"
    return (
        _accuses(
            r"(?:was|were|is|are|been|being|got)(?: \w+ly| later| then| since| both)?(?: found)? "
            rf"(?:{_any('punished')})\b(?: off)? [^.;:]{{0,40}}?\b(?:of|for|with|over|after)\b"
            rf"(?: [\w’'-]+){{0,4}}? (?:{_any('crime')})\b",
            _words("punished"),
        ),
        _accuses(rf"(?:{_any('crimes')})\b|{'|'.join(_ACTS)}", _words("crimes") | _words("opens crime")),
        _accuses(
            rf"{before}(?:(?:{_any('harms')})(?: and \w+)?|sexually (?:abused|assaulted|harassed)) {person}"
            rf"|beats? (?:his|her|their) (?:\w+ )?(?:{_any('person')})\b",
            _words("harms") | {"beat", "beats"},
        ),
        _accuses(
            rf"(?:is|was|are|were) (?:an? |the )?(?:\w+ )?(?:{_any('called')})(?= *[.,!;]| who\b)",
            _words("called"),
        ),
        _accuses(
            rf"(?:{_any('dumps')}) (?:[\w-]+ ){{0,2}}?(?:{_any('waste')}) (?:straight |directly )?"
            r"(?:in|into|onto|on|to) (?:the|a|an|our|its|nearby)\b",
            _words("waste"),
        ),
        _heals(
            rf"(?<!to )(?:(?:{_any('does')}|leads? to|led to|kills) (?!for\b|of\b){beside}{ills}"
            rf"|(?:{_any('moves')}) (?:the |their )?(?:(?:risk|rate|odds|chance|danger|number)s? of )?{beside}{ills})",
            _words("ill") | {line.split()[-1] for line in two},
        ),
        _heals(
            r"(?:makes?|made|renders?|rendered|leaves?|left) (?:the |young |pregnant |older |many )?"
            rf"(?:{_any('person')}|people) (?:{_any('made')})\b",
            _words("made"),
        ),
    )


def _words(section: str) -> frozenset[str]:
    return section_words(*LEXICON, section)


def _any(section: str) -> str:
    """Return a pattern of any of the words of a section, the longest first."""
    return "|".join(sorted(_words(section), key=len, reverse=True))
