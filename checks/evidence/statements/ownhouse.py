"""Own house: what an author may vouch for: who they are, since when, what they sell, and what they reckon themselves.

"We have worked in labor law since 1998", "Dr. Lund joined the clinic in 2011" and
"Each capsule holds 300 mg" are told by whoever knows best. What goes beyond it, an
effect, a cause, a share or a comparison, is no fact of the house. "That makes 36
euros a year" follows from the figures before it. The patterns are ours, by
reading pages of sellers.
"""

from __future__ import annotations

import re

from checks.article import Article, Sentence
from checks.evidence.statements.outline import cues, outlines, shape
from checks.evidence.statements.selling import sells
from checks.evidence.statements.traits import extent
from checks.tokens import tokens

HOUSE = "it tells of the author's own house"
SOLD = "it describes what its author sells"
RECKONED = "it reckons with figures just given"

BEGINNING = 200
"""Code points at the beginning of a sentence by which it is known."""

_BEYOND = frozenset({"result", "cause", "comparison", "prediction"})
"""Cues of what no house can vouch for."""

_HOUSES = (
    r"(?:firm|clinic|company|practice|office|team|shop|store|studio|workshop|school|business|agency|bakery|brewery|farm"
    r"|restaurant|hotel|surgery|laboratory|group|family)"
)
_WHEN = r"(?:(?:Since|In|From|Until|For|After|Before|Today|Now|Together)\b[^.;:,]{0,30},? )?"
_WE = re.compile(
    rf"{_WHEN}(?:[Ww]e|[Oo]ur (?:\w+ )?{_HOUSES}) (?:(?:have|has|had|also|now|still|both|all|only|first|then) ){{0,3}}"
    r"(?:are|were|been|is|was|worked|work|run|ran|opened|moved|started|began|begun|founded|set up|employs?|trained"
    r"|belong|qualified|live|lived|taught|studied|bought|built|grew up|come|came|specialise|specialize|practise"
    r"|practice|act|acted|advise|advised|speak|kept|keep)\b"
)
_JOINED = re.compile(
    rf"\b(?:founded|opened|joined|runs|leads|heads|started|took over|owns|manages) (?:the|our) (?:\w+ )?{_HOUSES}\b"
    rf"|\b(?:with|at|for) (?:us|our (?:\w+ )?{_HOUSES}|the {_HOUSES}) (?:since|for|from|as)\b"
)
_CONTENTS = re.compile(
    r"(?:Each|Every|One|An?|The|Our) (?:[\w-]+ ){1,4}?(?:contains?|holds?|weighs?|measures?|includes?"
    r"|comes? (?:with|in|as)|(?:is|are) (?:hand)?(?:made|filled|packed|cut|sewn|printed|bottled|roasted|baked) "
    r"(?:of|from|in|by|with))\b"
)
_PRICE = re.compile(
    r"(?:An?|Our|The|One|Each|Every|Two|Three|Four|Five|Six|Eight|Ten|Twelve|All|\d+) (?:[\w-]+ ){1,7}?"
    r"(?:costs?|comes? to|makes?|would (?:be|cost|make)|(?:is|are)(?: available)? (?:for|from)) "
    r"(?:from |about |only |just )?[$€£]?\d[\d.,]*"
)
_ELSEWHERE = frozenset(
    ["average", "typical", "usual", "typically", "usually", "market", "others", "elsewhere", "rival", "most"]
)
"""Words of prices that are not the house's own."""
_SOMEBODY = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-ZÀ-Þ][\w'’.-]+ [A-ZÀ-Þ][\w'’-]+ (?:has been|has worked|has taught|studied"
    r"|trained|qualified|graduated|joined|teaches|taught|speaks|looks after|is (?:an?|the|our)|was (?:an?|the))\b"
)
_SUM = re.compile(
    r"(?:(?:So|Thus|Hence|And|Then),? )?(?:(?:[Tt]hat|[Tt]his|[Tt]hese|[Ii]t(?: all)?|[Tt]hey|[Tt]he (?:two|total|sum))"
    r"(?: together)?|[Tt]ogether(?: they| that| these)?|(?:[Ii]n (?:all|total)|[Aa]ltogether)(?:,? (?:that|this|it))?)"
    r",? (?:thus |then )?(?:makes?|comes? to|adds? up to|amounts? to|works? out (?:at|to|as)|leaves?|totals?)\b"
    r"|(?:[Tt]hat|[Tt]his)(?:['’]s| is| means)(?: (?:about|around|roughly|only|just|nearly|almost))? [$€£]?\d"
)


def ownhouse(article: Article, sentence: Sentence) -> str:
    """Return what an author vouches for in a sentence: the house, what it sells, or a sum; empty without."""
    text = article.text[sentence.span.start : min(sentence.span.end, sentence.span.start + BEGINNING)]
    if _SUM.match(text) and _is_given(article, sentence):
        return RECKONED
    if extent(article) != "long" or not sells(article):
        return ""
    if _PRICE.match(text) and _ELSEWHERE.isdisjoint(tokens(article).of(sentence.index)):
        return SOLD
    if _is_beyond(article, sentence):
        return ""
    if _WE.match(text) or _JOINED.search(text) or _SOMEBODY.match(text):
        return HOUSE
    return SOLD if _CONTENTS.match(text) else ""


def _is_beyond(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells an effect, a cause, a share or a comparison besides."""
    if any(hit.section in _BEYOND for hit in cues(article)[sentence.index]):
        return True
    words = tokens(article).of(sentence.index)
    return "most" in words or not shape("comparative").isdisjoint(words)


def _is_given(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, gives figures to reckon with."""
    before = sentence.index - 1
    beside = before >= 0 and article.sentences[before].block == sentence.block
    return beside and outlines(article)[before].figures > 0
