"""Glosses: sentences that tell what a word means, by what kind of thing it names and what sets that apart.

"A ropewalk is a lane in which rope is made" holds by the meaning of the word,
and any dictionary bears it out. What says besides how much, how often, what came
of it or what is best is a claim as anywhere: "A statin is a drug that cuts the
risk of stroke by a third". The patterns are ours, by reading.
"""

from __future__ import annotations

import re

from checks.article import Article, Sentence
from checks.evidence.statements.counting import ratio
from checks.evidence.statements.effects import of_stakes, words_of
from checks.evidence.statements.outline import NAME, cues, outlines, shape, tense
from checks.tokens import tokens

_OPENS_NO_TERM = (
    r"(?:The|This|That|These|Those|It|He|She|They|We|I|You|His|Her|Its|Our|Your|My|Their|And|But|So|What|Which|Here|There"
    r"|All|Each|Every|If|When|Some|More|Less|Fewer|Not|Now|Having|Being|Getting)"
)
_GENUS = (
    r"(?:ability|act|activity|area|art|belief|branch|class|condition|degree|device|difference|distance|duty|effect|extent"
    r"|feature|form|group|habit|idea|kind|manner|material|method|money|moment|number|part|period|person|people|piece|place"
    r"|point|practice|principle|process|property|quality|quantity|ratio|right|route|set|skill|sort|space|state|strip|study"
    r"|style|substance|sum|system|technique|thing|time|tool|type|unit|use|way|wear|work|anyone|anybody|anything|someone"
    r"|something)"
)
_BARE = r"[A-Z]?[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,5}?"
_BEHIND = r"(?:of|to|that|which|who|where|when|in which|by which|at which|between|for|from|with|on|used|made)"
_NAMES = r"(?:refers to|denotes|stands for|is (?:the|a|another) (?:[\w'’-]+ )?(?:term|name|word|shorthand) for)"
_MEANS = re.compile(
    rf"(?!{_OPENS_NO_TERM}\b){_BARE} means (?:only |simply |just )?(?:(?:the|an?|any|all) (?:[a-z-]+ ){{0,2}})?"
    rf"{_GENUS}s? {_BEHIND} [^\d%,;:–—]*\Z"
    r"|(?:The|This|That|These|It|They)(?: [a-z]+){0,3} (?:is|are) (?:also |often )?(?:called|known as|named) "
    r"[^\d%,;:–—]*\Z"
    rf"|(?:An? )?(?!{_OPENS_NO_TERM}\b){_BARE} {_NAMES} [^\d%,;:–—]*\Z"
)
"""What a word is used for, told by what kind of thing it is, and nothing besides."""
_BESIDES = frozenset({"result", "cause", "comparison", "quantity", "prediction", "history"})
"""Cues of what a definition does not state."""
_IS_A = re.compile(
    r"(?:An? |The )?(?P<term>[A-Z]?[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,3}) (?:is|are) (?:an?|any|the|one kind of)? ?"
    r"(?P<kind>(?:[a-z-]+ ){0,3}?[a-z-]{3,}) "
    r"(?:that|which|who|whose|where|used|made|chosen|built|near|of|for|in|between|with)\b[^\d%;:–—]*\Z"
)
_KIND = re.compile(
    r"\b(?:fee|charge|loan|fund|tax|contract|agreement|document|letter|drug|medicine|test|scan|treatment|procedure|operation"
    r"|disease|condition|disorder|injury|account|bond|share|deposit|policy|court|claim|plan|program|tool|file|form|plant"
    r"|nerve|bone|muscle|vein|disc|tooth)\Z"
)
"""Kinds of things that are explained on such pages."""
_JUDGED = r"(?:good|bad|great|real|true|better|perfect|typical|modern|new|recent|single|few|little|lot|number)"
_DONE = (
    r"(?:act|activity|arrangement|art|coating|covering|craft|habit|layer|manner|material|method|mixture|part|practice"
    r"|process|replacement|schedule|skill|study|substance|sum|technique|treatment|use|way|work)"
)
"""Kinds of what is done or worked with, by which a word without an article is told to name no one thing."""
_SETS_APART = (
    r"(?:that|which|who|whose|where|when|whereby|[a-z]{2,12}ed|built|worn|kept|held|given|paid|drawn|laid|cut|left|made"
    r"|wound|spread|chosen|of|for|in|between|with|without|at|on|from|by|to|near|under|along|around|through|against)"
)
_COMMON = re.compile(
    rf"An? (?!{_JUDGED}\b)(?:[a-z][a-z'’-]* ){{1,4}}?(?:is|was) (?:(?:an?|any|the|one) (?:[a-z'’-]+,? ){{0,6}}?"
    rf"|(?:some|any)(?:one|body|thing) )(?:in |by |through |from |between |on |with |to |at )?{_SETS_APART}\b"
    r"[^\d%$€£;:–—]*\Z"
    rf"|(?!{_OPENS_NO_TERM}\b)[A-Z][a-z'’-]{{2,}} (?:[a-z][a-z'’-]* ){{0,2}}?is (?:the |an? |any )?(?:[a-z-]+ ){{0,2}}?"
    rf"{_DONE}s? (?:in |by |through )?{_SETS_APART}\b"
    r"[^\d%$€£;:–—]*\Z"
)
"""Of what kind anything of a name is, "a ropewalk is a lane where …", or what is done or used, "grafting is the …"."""
_PLAIN = (
    r"(?:X-ray|blood|fixed|flexible|hard|hollow|kind of|long|monthly|narrow|short|single|small|soft|special|sort of"
    r"|thin|tiny|type of|urine|yearly|written)"
)
_OF_FIELD = re.compile(
    rf"An? (?:[a-z][a-z'’-]*,? ){{1,4}}?is an? (?:{_PLAIN},? ){{0,3}}"
    r"(?:X-ray|account|bond|camera|charge|contract|device|fee|growth|lens|loan|lump|machine|medicine|needle|picture|sample|scan"
    r"|swelling|tax|tear|test|tube)(?: (?:of|on|in|inside|with|from) [^\d%$€£,;:–—]{2,60})?\.\s*\Z"
)
"""What a test, a part or a loan is, in words that praise and promise nothing: "a barium swallow is an X-ray test"."""
_WHO_IS = re.compile(
    r"(?:The|An?) (?:[a-z]+ (?:or|and) )?[a-z]+ (?:who|that|which) [^\d%$€£,;:–—]{3,70}? (?:is|are) "
    r"(?:also |often |usually )?(?:called|known as) (?:an? |the )?[a-z-]+(?: [a-z-]+)?\.\s*\Z"
)
"""How whoever does something is called: "the nurse who does the test is called an endoscopist"."""
_PRAISED = frozenset(["best", "genius", "hero", "heroes", "legend", "master", "saint", "star", "wizard"])
"""What nobody is called for what they do."""
_EFFECTS = frozenset([
    "bet", "cure", "cures", "extends", "helps", "prolongs", "remedy", "ruins", "safe", "saves", "save", "trap", "works",
    "gamble", "risk", "waste", "worth",
])  # fmt: skip
"""Words of what something does for somebody, or is worth."""
_BEYOND = re.compile(
    r", (?:and|but|so|yet|though|although) (?:it|they|this|these|that|there|he|she|we|you|not)\b"
    r"|\b(?:that|which|who) (?:has|have|had|did|will|can|could|was (?:[a-z]{2,12}ed|built|made))\b"
    r"|\bby (?:(?:a|one|two|three|about|nearly|up|to|over|more|than) ){0,3}"
    r"(?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b"
    r"|\b(?:that|which|who) (?:improve|boost|enhance|harm|hurt|worsen|damage|promote|cure)s\b"
    r"|\bevery (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\b"
)
"""What goes on with something else, tells of one time, or how often."""
_TELLING = re.compile(r"\b(?:that|which|who) (?P<verb>[a-z]+)\b")
"""The verb of what sets something apart."""
_STATES = frozenset({"cause", "comparison", "quantity", "prediction"})
"""Cues of what no definition states."""
_SHARES = frozenset(["third", "quarter", "total"])
"""Words of quantities that stand before a noun as well: "a third person"."""


def is_gloss(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells what a word means, and states nothing besides."""
    text = article.slice(sentence.span)
    words = set(tokens(article).of(sentence.index))
    if _PRAISED & words:
        return False
    if _MEANS.match(text):
        return " than " not in text
    return not _EFFECTS & words and _is_kind(article, sentence, text)


def _is_kind(article: Article, sentence: Sentence, text: str) -> bool:
    """Whether a sentence only tells of what kind something is."""
    if _OF_FIELD.match(text) or _WHO_IS.match(text):
        return not _holds(article, sentence)
    if _COMMON.match(text) and not _tells_more(article, sentence, text):
        return True
    if _BEYOND.search(text) or _tells_of_once(text) or not _is_headed(article, sentence, text):
        return False
    return not _holds(article, sentence)


def _tells_more(article: Article, sentence: Sentence, text: str) -> bool:
    """Whether what is put as a definition tells of something that happened, an effect on somebody, or a name."""
    column = tokens(article)
    words = column.of(sentence.index)
    if _BEYOND.search(text) or NAME in outlines(article)[sentence.index].distinct:
        return True
    if ratio(column, column.sentences[sentence.index]):
        return True
    hits = cues(article)[sentence.index]
    counted = (hit for hit in hits if hit.section in _STATES)
    if any(column.words[hit.first] not in _SHARES or column.words[hit.stop] == "of" for hit in counted):
        return True
    if not (shape("comparative") | words_of("certain") | {"most"}).isdisjoint(words):
        return True
    if _tells_of_once(text):
        return True
    # An effect is part of what a thing is for, "a weir raises the water", but not one on health or money.
    acts = not (words_of("act") | words_of("heals")).isdisjoint(words) or any(hit.section == "result" for hit in hits)
    return acts and not of_stakes().isdisjoint(words)


def _tells_of_once(text: str) -> bool:
    """Whether what is said to be of some kind is set apart by what happened once: "a tax that drove out the mills"."""
    return " is " in text and any(tense(one["verb"]) == "past" for one in _TELLING.finditer(text))


def _is_headed(article: Article, sentence: Sentence, text: str) -> bool:
    """Whether a sentence says of what kind that is of which its heading or the title of the article speaks."""
    found = _IS_A.match(text)
    if found is None:
        return False
    if text.startswith(("A ", "An ")) and _KIND.search(text, 0, found.end("kind")):
        return True
    at = article.headings[sentence.block]
    over = f"{article.title} {article.slice(article.blocks[at].span) if at >= 0 else ''}".casefold()
    return all(word.rstrip("s") in over for word in found["term"].casefold().split())


def _holds(article: Article, sentence: Sentence) -> bool:
    """Whether a definition states an effect, a cause, an amount or what has no exception besides."""
    column = tokens(article)
    where = column.sentences[sentence.index]
    words = column.of(sentence.index)
    if any(hit.section in _BESIDES for hit in cues(article)[sentence.index]) or ratio(column, where):
        return True
    stating = (shape("comparative"), words_of("certain"), words_of("act"))
    return "most" in words or any(not them.isdisjoint(words) for them in stating)
