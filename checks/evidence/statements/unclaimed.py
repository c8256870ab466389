"""Unclaimed: sentences that may praise but state nothing of the world that a source would bear out.

They tell what the article itself does, what its author did and saw, who is
behind it, how a product behaves that it documents, go on with a made-up case,
or only suppose, doubt or define. The word lists and the bounds are ours, by reading.
"""

from __future__ import annotations

import re
from functools import cache

from checks.article import Article, BlockKind, MarkKind, Sentence, once
from checks.evidence.statements.exempt import EXAMPLE, exempt
from checks.evidence.statements.ownhouse import ownhouse
from checks.evidence.statements.sayings import SAYING, is_saying
from checks.evidence.statements.supposed import supposed
from checks.evidence.statements.topic import is_strict
from checks.evidence.statements.traits import extent
from checks.phrases import section_words
from checks.tokens import tokens

BEGINNING = 160
"""Code points at the beginning of a sentence by which it is known."""

LETTERS = 4
"""Letters from which a word of a made-up case tells that a sentence goes on with it."""

TERMS = 2
"""Technical words from which a sentence of a manual tells how its product behaves."""

_THIS = (
    r"(?:(?:this|today['’]s) (?:\w+ )?(?:article|post|guide|piece|section|chapter|report|tutorial|series|newsletter"
    r"|episode|page|story|overview|review|column|issue|paper)|(?:the )?(?:next|following) (?:few )?(?:sections?"
    r"|paragraphs?|chapters?|pages?|steps?)|what follows|the rest of this (?:article|post|guide))"
)
_TELLS = (
    r"(?:explain|explore|describe|cover|delve|dive|discuss|examine|look|outline|introduce|list|walk|review|summari[sz]e"
    r"|break|compare|answer|address|unpack|investigate|share|go over|take a|show (?:you|how|what|why)"
    r"|tell (?:you|how|what|why)|give you|help you|be (?:looking|discussing|exploring|covering|sharing))"
)
_WILL = r"(?:['’]ll| will| am going to| are going to|['’]re going to| want to| would like to|['’]d like to| shall)?"
_ABOUT_ITSELF = re.compile(
    rf"(?:In|Throughout|Over|During|With) {_THIS}\b,? (?:we|I|you)\b{_WILL}(?: (?:also|then|first|briefly))? {_TELLS}"
    rf"|{_THIS}(?: will| also| then| first| briefly)* {_TELLS}"
    rf"|(?:We|I){_WILL}(?: (?:now|also|then|first|briefly))? (?:delve|dive|dig)s? (?:\w+ )?(?:in|into|deep|beneath)\b"
    rf"|(?:We|I){_WILL}(?: (?:now|also|then|first))? (?:take a (?:\w+ )?(?:look|dive)|have a look)\b"
    rf"|[^.!?\n]{{3,140}}, (?:we|I|{_THIS}){_WILL} "
    r"(?:examine|explore|discuss|delve|dive|review|outline|uncover|unravel)s?\b"
    r"|(?:Let['’]s|Let us|Join us as we) (?:now )?(?:delve|dive|dig|explore|take a|look|start|begin|unpack|break)\b"
    r"|(?:Read on|Keep reading|Stay tuned|Scroll down)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"%|\bpercent\b|\bper cent\b|[$€£]\s?\d")

_WORK = (
    r"(?:results?|findings|measurements?|tests?|testing|pilots?|benchmarks?|experiments?|analysis|interviews|surveys?"
    r"|tastings?|counts?|comparisons?|polls?|inspections?|data|numbers|figures|logs|analytics|metrics|statistics|trials?|experience)"
)
_SAW = (
    r"(?:found|observed|measured|surveyed|interviewed|tested|asked|counted|analy[sz]ed|saw|noticed|learned|learnt"
    r"|discovered|tracked|recorded|compared|tried|sampled|reviewed|gathered|collected)"
)
_OWN_WORK = re.compile(
    rf"(?:In|From|During|Across|According to|Based on) (?:our|my) (?:own )?(?:\w+ )?{_WORK}\b"
    rf"|(?:Our|My) (?:own )?(?:\w+ )?{_WORK} (?:also |clearly |so far )?"
    r"(?:suggest|show|indicate|reveal|found|find|confirm|point|told|tell|say|back)(?:s|ed)?\b"
    rf"|(?:[A-Z][^.,;:]{{2,50}}, )?(?:[Ww]e|I) (?:have |also |then |first |even ){{0,2}}{_SAW}\b"
)

_TOLD = r"(?:read|heard|learned|learnt|know|knew|believe|think|guess|suspect|argue|am told|was told|says?|said|told)"
_LIVED = re.compile(
    r"(?:(?:When|After|Before|Once|While|Since|As|Until|Last|That|One|For|On|At|In)\b[^.,;:]{0,60}?,? )?"
    rf"(?:I(?:['’](?:ve|d|m|ll))? (?!(?:\w+ )?{_TOLD}\b)\w|[Mm]y \w+ (?!(?:\w+ )?{_TOLD}\b)\w)"
)
"""What somebody has lived through, and not what they were told."""

_RIVALS = re.compile(
    r"\bthan (?:any|all|most|other|others|competing|competitors|rival|rivals|the (?:other|competition))\b"
)

_PEOPLE = (
    r"(?:board|team|staff|people|members|leadership|story|history|committee|speakers?|presenters?|instructors?|founders?"
    r"|authors?|editors?|experts|volunteers|crew|company|trainers|hosts?|panelists|panellists|firm|clinic|practice|office"
    r"|lawyers|solicitors|doctors|surgeons|dentists|nurses|therapists|teachers|coaches|workshop|studio|shop|school|farm"
    r"|partners|family|bakery|brewery|kitchen|restaurant|hotel|agency)"
)
_WHO = re.compile(
    rf"(?:about (?:us|me|our [\w ]{{2,30}}|the {_PEOPLE})|our {_PEOPLE}(?: members)?"
    r"|meet (?:the|our|your) [\w ]{2,30}|who we are"
    r"|(?:(?:author|speaker|presenter|instructor)['’]?s? )?bio(?:s|graph(?:y|ies))?"
    r"|(?:our |the )?(?:guest )?(?:speakers?|presenters?|instructors?|panelists|panellists|trainers))",
    re.IGNORECASE,
)
BEHIND = "it tells who is behind the article"
LAST = 3
"""Paragraphs at the end in which an article may tell of its author."""
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}"
_BIO = re.compile(
    rf"\W{{0,3}}(?:About the author:? )?{_NAME} (?:is|was|has been|works|writes|teaches|serves|covers|reports)\b"
    r"[^.]{0,120}?\b(?:authors?|editors?|writers?|reporters?|journalists?|correspondent|columnist|contributors?|freelancer?"
    r"|blogger|fellow|professor|lecturer|researcher|novelist|photographer)\b"
)
_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|I|[Mm]y|[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+)\b"
)

_GOES_ON = re.compile(
    r"(?:(?:And|But|So|Then|Now|If|That|This|These|Those|It|He|She|They|You|Your|His|Her|Their|We|The|After|At|By|In|With"
    r"|Over|On|Each|Every|Instead|Meanwhile|Later|Next|Once|When|Because|Since|For|Without|As)\b)"
)
_TURNS = re.compile(
    r"(?:In (?:reality|fact|practice|general|most|many|the (?:United|US|UK|EU)|(?:1[5-9]|20)\d\d)\b|Studies|Research"
    r"|According|Most|Many|On average|Statistics|Nationally|Nationwide|The average|In real life)"
)
_REFERS = frozenset(
    [
        *("he", "her", "him", "his", "it", "now", "our", "she", "so", "that", "their", "them", "then", "they", "this"),
        *("we", "you", "your"),
    ]
)
"""Words that may go on with a made-up case."""

_COMMON = frozenset(
    [
        "each",
        "from",
        "have",
        "into",
        "less",
        "more",
        "only",
        "over",
        "some",
        "than",
        "when",
        "which",
        "will",
        "with",
        "year",
    ]
)
"""Words that two sentences share whatever they tell."""

_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bthan (?:other|any|all|most)\b|(?<!\bat )\bmost\b")
MARKS_OF_MANUAL = 3
"""Pieces of code in its text from which an article without a block of code counts as technical."""


LONGEST_ADVICE = 200
"""Code points of a sentence that sends its reader to somebody who knows."""
_ADVISER = (
    r"(?:doctors?|physicians?|GP|clinicians?|pharmacists?|midwi(?:fe|ves)|dentists?|vets?|veterinarians?|therapists?"
    r"|dietitians?|lawyers?|solicitors?|attorneys?|accountants?|(?:tax |financial )?advis[eo]rs?"
    r"|(?:health ?care )?providers?)"
)
_SENDS_TO = re.compile(
    r"(?:[^.;:,\d]{3,90} (?:should|must|needs? to|ought to|may want to|had better)|(?:Always |Please )?)"
    r"(?: ?(?:always|first|also|still|then))?"
    r" ?(?:[Aa]sk|[Cc]onsult|[Ss]ee|[Cc]all|[Cc]ontact|[Tt]alk (?:to|with)|[Ss]peak (?:to|with)|[Cc]heck with)"
    rf"(?: with)? (?:a|an|your|their|the|his or her)(?: own| local| qualified)? {_ADVISER}\b"
    r"[^.;:,\d]{0,80}\W{0,3}\Z"
)
"""Advice to ask somebody who knows, which states nothing itself."""
_CALLS = re.compile(
    r"(?:Anyone|Anybody|Everyone|Everybody|Those|Readers|Members|Visitors|Volunteers|Parents|Residents|Whoever)\b[^.;]{2,110}?"
    r"\b(?:should|can|is asked to|are asked to|is invited to|are invited to|is welcome to|are welcome to)"
    r" (?:please )?(?:write|contact|call|e-?mail|ring|phone|get in touch|come|join|meet|ask|drop)\b"
)
"""A call on readers to write or to come."""
_DISCLAIMS = re.compile(
    r"(?:(?:It|This|The (?:information|contents?|material)|What follows)\b[^.;]{0,90}?\b(?:not|no|never)|Nothing|None)"
    r"\b[^.;]{0,60}?\b(?:legal|medical|financial|tax|investment|professional) (?:advice|counsel|opinion)\b"
)
"""What says that an article is no advice."""


def unclaimed(article: Article, sentence: Sentence) -> str:
    """Return why a sentence states nothing that a source would bear out, whatever it praises; empty when it may."""
    text = article.text[sentence.span.start : min(sentence.span.end, sentence.span.start + BEGINNING)]
    behind = _sections(article)[sentence.block]
    if behind and _PERSON.search(text) and not _MEASURE.search(text):
        return behind
    if _DISCLAIMS.match(text) or (_ABOUT_ITSELF.match(text) and not _MEASURE.search(text)):
        return "it tells what the article does"
    if sends := _sends(article, sentence):
        return sends
    if is_own_work(article, sentence):
        return "the author's own work"
    # A lone sentence may be anybody's: a speaker's in a debate, for instance.
    if extent(article) == "long" and _LIVED.match(text) and not _RIVALS.search(text):
        return "the author's own experience"
    said = SAYING if is_saying(article, sentence) else ""
    return said or _of_no_world(article, sentence) or supposed(article, sentence) or ownhouse(article, sentence)


def _sends(article: Article, sentence: Sentence) -> str:
    """Return why a sentence only sends its reader to somebody; empty when it does not."""
    if sentence.span.length > LONGEST_ADVICE:
        return ""
    text = article.slice(sentence.span)
    if _CALLS.match(text) and not is_strict(article):
        return "a call on readers"
    return "advice to ask somebody who knows" if _SENDS_TO.match(text) else ""


def is_own_work(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells what its author looked into: "In our tasting, four of six preferred it".

    In some fields what is told on the strength of "our results" has to be published, and so has any comparison.
    """
    if is_strict(article):
        return False
    text = article.text[sentence.span.start : min(sentence.span.end, sentence.span.start + BEGINNING)]
    return _OWN_WORK.match(text) is not None and not _RIVALS.search(text)


def _of_no_world(article: Article, sentence: Sentence) -> str:
    """Return why a sentence is about a made-up case or a product that is documented; empty when it is not."""
    if sentence.index in _continued(article):
        return EXAMPLE
    return "it documents a product" if _is_technical(article) and _documents(article, sentence) else ""


@once
def _sections(article: Article) -> tuple[str, ...]:
    """Return, for each block, why those who are told of there need no source: they are behind the article."""
    found = []
    reason, level = "", 0
    for block in article.blocks:
        if block.kind is BlockKind.HEADING and (not reason or block.level <= level):
            title = article.slice(block.span).strip(" :#\n")
            reason, level = (BEHIND if _WHO.fullmatch(title) else ""), block.level
        found.append(reason)
    for at in _last(article):
        if _BIO.match(article.slice(article.blocks[at].span)):
            found[at] = BEHIND
    return tuple(found)


def _last(article: Article) -> list[int]:
    """Return the last paragraphs of an article, where it tells of its author."""
    prose = (at for at, one in enumerate(article.blocks) if one.kind is BlockKind.PARAGRAPH and not one.boilerplate)
    return list(prose)[-LAST:]


@once
def _continued(article: Article) -> frozenset[int]:
    """Return the sentences that go on with a made-up case: "That leaves her with $300"."""
    found: set[int] = set()
    words: set[str] = set()
    block = -1
    for sentence in article.sentences:
        if sentence.block != block:
            words, block = set(), sentence.block
        if exempt(article, sentence) == EXAMPLE:
            words = _words(article, sentence)
        elif words:
            here = _words(article, sentence) - _COMMON
            begins = article.text[sentence.span.start : sentence.span.start + BEGINNING]
            if _TURNS.match(begins) or not (_GOES_ON.match(begins) or words & here - _REFERS):
                words = set()
            elif words & here or _REFERS & here:
                found.add(sentence.index)
                words |= here
    return frozenset(found)


def _words(article: Article, sentence: Sentence) -> set[str]:
    return {word for word in tokens(article).of(sentence.index) if len(word) >= LETTERS or word in _REFERS}


@once
def _is_technical(article: Article) -> bool:
    """Whether an article shows code, so that it documents something that runs."""
    marks = sum(one.kind is MarkKind.CODE for one in article.marks)
    return marks >= MARKS_OF_MANUAL or any(one.kind is BlockKind.CODE for one in article.blocks)


def _documents(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells how what the article documents behaves."""
    here = set(tokens(article).of(sentence.index))
    if not here.isdisjoint(_manual("world")) or _DATED.search(article.slice(sentence.span)):
        return False
    return len(here & _manual("term")) + any(article.marks_in(sentence.span, MarkKind.CODE)) >= TERMS


@cache
def _manual(section: str) -> frozenset[str]:
    return section_words("checks.evidence", "lexicon/manuals.txt", section)
