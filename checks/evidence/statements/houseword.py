"""House word: what somebody says for whoever sells it, which is a statement with a speaker and yet no evidence.

"It is completely safe," said the company's founder, tells whose words these are,
and nothing that bears them out. Where a strict standard is held to, or the
article is the seller's own page, what is told so of safety, effects, success and
rank needs a source as if the author had said it. Somebody from outside is a
source, and so is the house on its own accounts, plans and people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checks.article import Article, Sentence, once
from checks.evidence.statements.boasts import boast
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.outline import cues
from checks.evidence.statements.selling import line_of, sells
from checks.evidence.statements.topic import is_strict, topic
from checks.position import Span
from checks.tokens import tokens

SURE = 0.65
"""How likely an editor is to ask for a source of such words, by reading."""

TOLD = "rests on the word of the seller"
SETTLES = "cite a study, a test or somebody independent"

_FIRM = (
    r"(?:company|firm|clinic|practice|brand|maker|manufacturer|producer|start-?up|shop|store|studio|seller|vendor"
    r"|developer|supplier|provider|retailer|agency|fund|bank|lender|broker|insurer|distributor|institute)"
)
_OFFICE = (
    r"(?:(?:co-?)?founders?|chief \w+(?: officer)?|CEO|C[FTMO]O|heads?|(?:co-?)?owners?|(?:vice[- ])?presidents?"
    r"|directors?|partners?|inventors?|spokes(?:man|woman|person)|managers?|boss|doctors?|surgeons?|physicians?|dentists?"
    r"|psychologists?|physiotherapists?|dermatologists?|dietitians?|researchers?|engineers?|developers?|accountants?"
    r"|consultants?|nurses?|midwi(?:fe|ves)|vets?|teachers?|instructors?|technicians?|stylists?|beauticians?"
    r"|nutritionists?|pharmacists?|lawyers?|solicitors?|advis[eo]rs?|scientists?|chemists?|trainers?|coach(?:es)?"
    r"|therapists?|experts?|team)"
)
_SPEECH = frozenset([
    "say", "says", "said", "claim", "claims", "claimed", "tells", "told", "explains", "explained", "promises",
    "promised", "adds", "added", "insists", "insisted", "maintains", "maintained", "assures", "assured", "writes",
    "wrote", "notes", "noted", "according", "words",
])  # fmt: skip
"""Words of which one stands where somebody is said to speak."""
_SPEAKS = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he {_FIRM}['’]s|[Ii]ts|[Tt]heir)(?: [\w-]+){{0,3}}? {_OFFICE}\b"
    rf"|\b{_OFFICE}(?: and [\w ]{{3,30}}?)? (?:of|at) (?:our|the|this) (?:{_FIRM})\b"
    rf"|\b(?:founders?|CEO|chief executive(?: officer)?|owners?|inventors?)(?: and [\w ]{{3,30}}?)? of (?:the )?"
    r"[A-Z][\w&’'.-]{0,30}(?: [A-Z][\w&’'.-]{1,30}){0,3}"
    rf"|\b(?:who (?:also )?(?:sells?|markets?|makes?|founded|owns?|invented)|whose {_FIRM} (?:sells?|makes?|offers?)) "
    r"(?:it|them|this|these|the|his|her|their|its|[A-Z]\w+)\b(?: [\w’'-]+)?"
    rf"|\b[Tt]he (?:company|firm|brand|maker|manufacturer|producer|seller|vendor|supplier|retailer) "
    r"(?:says|said|claims|claimed|promises|promised|insists|maintains)\b"
)
"""Whose speaker somebody is."""
_SURELY = re.compile(
    r"\b(?:(?:completely|totally|absolutely|entirely|perfectly|fully|utterly|wholly|100 ?%|100 percent) "
    r"(?:safe|harmless|natural|painless|secure|free|effective|reliable|legal)"
    r"|(?:no|zero|without|free (?:of|from)|hardly any) (?:any |known |serious |real |harmful )?"
    r"(?:side[- ]effects?|risks?|danger|downsides?|drawbacks?|pain)"
    r"|(?:is|are|it['’]s) (?:\w+ )?safe\b|guarantee[sd]?|(?:clinically |scientifically )?proven"
    r"|risk-free|safer|cures?|cured|heals?"
    r"|always works?|never fails?|works? (?:for|on|in) (?:everyone|everybody|anyone|all|every)"
    r"|(?:it|they|our \w+) (?:always|never)|every \w+ (?:gets|finds|wins|sleeps|feels|loses|passes|recovers)"
    r"|(?:nobody|no one|everyone|everybody|anyone|anybody|nothing)\b"
    r"|(?:no \w+)(?: [\w’']+){0,4} (?:has|have|had) ever|(?:has|have) never)\b",
    re.IGNORECASE,
)
_EFFECTS = frozenset({"result", "cause"})


@once
def housewords(article: Article) -> Mapping[int, Demand]:
    """Return the sentences that rest on the word of whoever sells what they praise."""
    if not (is_strict(article) or sells(article)):
        return {}
    column = tokens(article)
    found = {}
    for sentence in article.sentences:
        if _SPEECH.isdisjoint(column.of(sentence.index)):
            continue
        speaker = _speaker(article, sentence)
        if speaker and not exempt(article, sentence) and _is_doubted(article, sentence):
            found[sentence.index] = Demand(speaker, TOLD, SETTLES, SURE)
    return found


def _speaker(article: Article, sentence: Sentence) -> Span | None:
    """Return where it stands for whom somebody speaks; None where it is not for a house."""
    found = _SPEAKS.search(article.text, *sentence.span)
    return Span(*found.span()) if found else None


def _is_doubted(article: Article, sentence: Sentence) -> bool:
    """Whether what is told is of safety, effects, success or rank, of which a house's word is no evidence."""
    if _SURELY.search(article.text, *sentence.span):
        return True
    if topic(article) == "health" and any(hit.section in _EFFECTS for hit in cues(article)[sentence.index]):
        return True
    # In the news on money a firm tells of its own business.
    if not (sells(article) or topic(article) in {"health", "law"}):
        return False
    spoken = line_of(article, sentence.index)._replace(own=True, instructs=False, selling=True)
    return boast(spoken) is not None
