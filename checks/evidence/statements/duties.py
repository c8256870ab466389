"""Duties: what the law asks of the reader, and what it allows, forbids, presumes or sets as a period.

"You must file by 31 January" tells the reader what to do, and nobody asks for a
source of it in a guide to somebody's own office. In an article on law or money,
where a strict standard is held to, a wrong deadline does harm, and the law that
sets it is to be cited; elsewhere under that standard where a penalty, a tax or
a court is spoken of. Rules that are told of others ("The burden of proof lies on
the seller") hold no figure and address nobody, and do the same harm. The word
lists are ours, by reading guides to the law.
"""

from __future__ import annotations

import re

from checks.article import Article, Sentence, once
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.topic import topic
from checks.evidence.statements.unclaimed import unclaimed
from checks.position import Span

LAWFUL = frozenset({"law", "finance"})
"""Topics of articles in which a duty is the law's, and not a doctor's or a maker's."""

SURE = 0.6
"""How likely an editor of such texts is to want the law named: judged by reading, for there are few."""

LAID_DOWN = "tells the reader what the law asks"
SETTLES = "cite the law, the ruling or the office"
"""What is said of a duty, and what would settle it."""

CONTRACT = 2
"""Mentions of itself ("this agreement") from which a text is a contract: it makes the rules that it states."""

_DOES = (
    r"(?:be \d+|file|pay|register|report|keep|claim|apply|appeal|submit|return|notify|renew|declare|send|sign|serve"
    r"|withdraw|deduct|inform|respond|deposit|disclose|object|vote|contribute|withhold)"
)
_DUTY = re.compile(
    rf"\b[Yy]ou (?:(?:must|may|need|cannot|can)(?: not)?(?: only)? (?:to )?{_DOES}"
    rf"|(?:have|are (?:legally )?(?:required|obliged|obligated|entitled|allowed)) to {_DOES}"
    r"|(?:will|can|may|could) be (?:fined|charged|penali[sz]ed|sued|prosecuted|evicted|taxed)"
    r"|are (?:legally )?(?:liable|entitled)|have (?:\w+ ){1,3}(?:days|weeks|months|years) to)\b"
)
_COUNT = r"(?:\d+|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|end of the (?:tax )?year)"
)
_TERM = re.compile(
    rf"\b(?:by|before|until) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{_MONTH}\b"
    rf"|\b(?:within|for|at least|up to|after) {_COUNT} (?:\w+ )?(?:days|weeks|months|years)\b"
    rf"|\b{_COUNT} (?:\w+ )?(?:days|weeks|months|years) to\b"
    r"|[$€£]\d|\b\d[\d,]* (?:percent|per cent|pounds|dollars|euros)\b|\d%|\bto vote\b"
)
_LAW = re.compile(
    r"\b(?:fined?|fines|penalty|penalties|prosecut(?:ed|ion)|by law|the law|courts?|tribunal|tax(?:es|ed|able)?"
    r"|tax return|deductible|minimum wage|statutory|liable)\b"
)

# What is of the law wherever it stands; what is only where the article is about the law or money; by what is said.
_IS = (
    r"\b(?:is|are|remains?|becomes?) (?:(?:also|only|not|never|always|still|usually|generally|normally|just as) ){0,2}"
)
_WHO = (
    r"(?i:landlords?|tenants?|lodgers?|employers?|employees?|workers?|sellers?|buyers?|retailers?|traders?|consumers?"
    r"|customers?|heirs?|executors?|spouses?|parents?|guardians?|trustees?|beneficiar(?:y|ies)|creditors?|debtors?"
    r"|lenders?|borrowers?|guarantors?|insurers?|taxpayers?|directors?|shareholders?|partners?|drivers?|cyclists?"
    r"|defendants?|claimants?|plaintiffs?|witnesses|judges?|juries|courts?|tribunals?|police|officers?|authorit(?:y|ies)"
    r"|suspects?|controllers?|processors?|citizens?|agents?|adjudicators?|bailiffs?|owners?|neighbou?rs?)"
)
_ACTS = (
    r"(?:deduct|charge|keep|withhold|terminate|dismiss|end|claim|recover|enter|evict|refuse|increase|raise|sue|appeal"
    r"|apply|withdraw|cancel|exclude|demand|require|deny|reject|inspect|search|seize|detain|arrest|order|award|impose"
    r"|pay|repay|refund|return|repair|replace|give|serve|notify|inform|tell|provide|disclose|prove|show|protect|register"
    r"|report|file|submit|obtain|consent|waive|revoke|inherit|disinherit|enforce|stop|record|publish|delete|erase"
    r"|discriminate|retaliate|change|lock|sublet|assign|contest|object|testify|rely|set aside|leave|accept|make)"
)
_DONE = (
    r"(?:heard|consulted|given|served|made|filed|notified|approved|informed|registered|signed|notari[sz]ed|witnessed"
    r"|lodged|declared|disclosed|in writing|paid|repaid|returned|protected|proved|justified|dated)"
)
_PERIOD_OF = r"(?:limitation|notice|cooling-off|objection|appeal|retention|probation(?:ary)?|waiting|withdrawal)"
_RULES = (
    (
        "says what the law allows or forbids",
        re.compile(
            _IS + r"(?:illegal|unlawful|against the law|(?:forbidden|prohibited|allowed|required) by law"
            r"|perfectly legal|a (?:criminal |civil |summary )?offen[cs]e|a crime)\b"
        ),
        re.compile(
            # "A seller may offer" is what may happen, "may refuse" what is allowed: told apart by what sellers do.
            rf"\b{_WHO},? (?:[^.;:\"“”]{{0,60}}? )?(?:(?:must|may|can|shall|need)(?: not)?|cannot)"
            rf"(?: (?:also|only|then|still|never|therefore|generally|normally)){{0,2}} {_ACTS}\b"
            rf"|\b{_WHO} (?:(?:is|are)(?: not)?(?: also| only| always| personally| legally| jointly){{0,2}} "
            r"(?:liable|entitled|obliged|obligated|required|allowed|permitted|exempt|bound|forbidden)"
            rf"|ha(?:s|ve) (?:no|the|a) (?:legal )?(?:right|duty)|(?:do|does) not (?:have|need) to {_ACTS})\b"
            rf"|{_IS}(?:legal(?! (?:advice|counsel|opinions?|guidance|services?)\b)|lawful|forbidden|prohibited"
            r"|permitted|compulsory|mandatory)\b"
        ),
    ),
    (
        "says what holds in law",
        re.compile(
            r"\b(?:burden|onus) of pro(?:of|ving)\b[^.;]{0,40}? (?:is|lies|rests|falls|remains|shifts)\b"
            rf"|{_IS}(?:legally (?:binding|enforceable|valid|void)|unenforceable|null and void)\b"
        ),
        re.compile(
            rf"\bmust (?:first |also |always )?be {_DONE}\b"
            r"|\b(?:counts?|is treated|are treated|is regarded|are regarded) as (?:\w+ ){0,2}"
            r"(?:valid|void|accepted|served|given|withdrawn|dismissed|agreed|income|a gift)\b"
            r"|\b(?:loses?|forfeits?) (?:an?|the|their|his|her|your|one|two|three|all|any) (?:\w+ ){0,4}"
            r"(?:benefits?|rights?|entitlement|claim|deposit|protection|allowance|licen[cs]e)\b"
            r"|\b(?:each|either|every|the losing|the other) (?:side|party) (?:pays?|bears?|covers?)\b"
            rf"|{_IS}(?:enforceable|binding|void|voidable|invalid|valid|unfair dismissal|time-barred|protected by law)"
            r"\b"
            r"|\b(?:is|are) (?:\w+ )?(?:presumed|deemed) to\b"
            rf"|{_IS}(?:tax-free|free (?:of|from) (?:\w+ )?tax|exempt from|(?:tax[- ])?deductible|taxed (?:at|as))\b"
            r"|\b[Ii]t is (?:up to|for) the \w+ to (?:prove|show|establish)\b"
            r"|\b(?:cannot|can ?not|can never|may not|can only|may only) be (?:\w+ )?(?:appealed|enforced|excluded"
            r"|disinherited|waived|revoked"
            r"|overturned|contested|dismissed|evicted|deducted|set aside|challenged|recovered|terminated)\b"
            r"|\b(?:[Cc]laims?|[Cc]ases?|[Dd]isputes?|[Aa]ppeals?)\b[^.;]{0,60}? "
            r"(?:goes|go|(?:is|are) (?:heard|decided)) (?:to|by|in|before) (?:an? |the )?[\w ]{0,30}?"
            r"(?:court|tribunal|track|panel|ombudsman|judge|arbitrator)s?\b"
        ),
    ),
    (
        "says how much time the law gives",
        re.compile(
            r"\b(?:limitation period|statute of limitations)\b[^.;]{0,60}? "
            r"(?:is|lasts|runs|ends|begins|starts|expires)\b"
        ),
        re.compile(
            rf"\b{_PERIOD_OF} period\b[^.;]{{0,40}}? (?:is|lasts|runs|ends|begins|starts|expires)\b"
            rf"|\b(?:[Yy]ou|[Tt]hey|{_WHO}) (?:have|has) (?:only |just |up to )?{_COUNT} (?:\w+ )?"
            r"(?:days|weeks|months|years)\b[^.;]{0,60}? to \w+"
        ),
    ),
)
_CONTRACT = re.compile(
    r"\b(?:this|the present) (?:agreement|contract|lease|policy|licen[cs]e)\b|\bthese (?:terms|conditions|rules)\b"
    r"|\bhere(?:by|in|under)\b",
    re.IGNORECASE,
)


def duty(article: Article, sentence: Sentence) -> Demand | None:
    """Return what a sentence tells of what the law asks, grants, forbids or presumes; None where it does not."""
    found = _asked(article, sentence) or _ruled(article, sentence)
    return None if found is None or exempt(article, sentence) or unclaimed(article, sentence) else found


def _asked(article: Article, sentence: Sentence) -> Demand | None:
    found = _DUTY.search(article.text, sentence.span.start, sentence.span.end)
    if found is None:
        return None
    lawful = _LAW.search(article.text, sentence.span.start, sentence.span.end) is not None
    if topic(article) in LAWFUL:
        lawful = lawful or _TERM.search(article.text, sentence.span.start, sentence.span.end) is not None
    return Demand(Span(*found.span()), LAID_DOWN, SETTLES, SURE) if lawful else None


def _ruled(article: Article, sentence: Sentence) -> Demand | None:
    about = topic(article) in LAWFUL
    for told, anywhere, there in _RULES:
        for pattern in (anywhere, there) if about else (anywhere,):
            found = pattern.search(article.text, sentence.span.start, sentence.span.end)
            if found and not _is_contract(article):
                return Demand(Span(*found.span()), told, SETTLES, SURE)
    return None


@once
def _is_contract(article: Article) -> bool:
    """Whether an article is itself an agreement, which makes the rules that it states."""
    return sum(1 for _ in _CONTRACT.finditer(article.text)) >= CONTRACT
