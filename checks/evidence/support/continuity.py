"""Continuity: whether a sentence goes on about the source, or the matter, of the one beside it.

"The study also found …" needs no second link, and a figure that follows
"According to the census, …" is read as the census's. A sentence about something
else in the same paragraph is not.
"""

from __future__ import annotations

import re

from checks.article import Article
from checks.evidence.sources.scene import NOT_NAMES
from checks.once import once_each
from checks.tokens import tokens

LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

STEM = 5
"""Letters by which a word and its forms are known."""

ALIKE = 3
"""Such words that two sentences beside each other share when they are about the same matter."""

MATTER = 2
"""Such words that a sentence shares with one that gives what a work found, when it tells more of that."""

_GOES_ON = re.compile(
    r"(?:The|This|That|These|Those|Its|Their|Both|Another|In (?:the|this|that|these|another))"
    r"(?: same| new| latest| later| other)? "
    r"(?:study|studies|report|reports|researchers|authors?|survey|trial|trials|analysis|paper|team|findings?|results?"
    r"|data|figures|numbers|investigators|review|poll|article|experiments?|agency|organi[sz]ation|document|statistics"
    r"|participants|patients|scientists|group|respondents|estimates?|census|court|ruling|institute|ministry)\b"
    r"|Those (?:who (?:took|got|received|ate|drank|used|were given)|given|treated|assigned|in the \w{3,12} group)\b"
    r"|(?:It|They|He|She|Researchers|Participants|Respondents)(?: also| then| further| even)? "
    r"(?:found|finds|find|shows?|showed|reports?|reported|says?|said|notes?|noted|conclude[sd]?|suggests?|suggested"
    r"|estimate[sd]?|adds?|added|warned|warns|wrote|writes|explained|explains|argued|argues|recommend(?:s|ed)?"
    r"|observed|identified|revealed|reveals|predict(?:s|ed)?|forecasts?|expect(?:s|ed)?|calculate[sd]?)\b"
)
_TAGGED = re.compile(
    r"(?:,|[,.?!][”\"]) (?:he|she|they|it) (?:said|says|told|tells|added|adds|explained|explains|wrote|writes|recalled"
    r"|recalls|noted|notes|warned|warns|argued|argues|joked|admitted|admits|insisted|insists)\b(?! (?:that|how|why)\b)"
)
"""Words of whoever spoke before: “Patience helps,” she said, or "Repairs would take a year, it said"."""
_THEY = frozenset({"he", "she", "they", "it"})
_WORKS = r"(?:study|trial|survey|poll|report|review|analysis|experiment|paper|census)"
_INTRODUCES = re.compile(
    rf"(?:(?:In|According to|By) )?(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:(?!of\b)[\w’'-]+ ){{0,5}}?{_WORKS}\b"
)
_AGAIN = re.compile(rf"(?:The|This|That)(?: same)? (?P<work>{_WORKS})\b")
_IN_VIEW = re.compile(
    r"\b[Ii]n (?:his|her|their|its) (?:own |considered |expert )?"
    r"(?:view|views|judge?ment|account|opinion|words|estimate|estimation|telling|assessment)\b"
)
_SOME = (
    r"(?i:(?:(?:nearly|almost|about|around|roughly|over|only|just|more than|fewer than|less than|at least|up to|the) )?"
    r"(?:half|most|none|some|many|few|both|all|each|several|neither|either|majority|minority"
    r"|a (?:third|quarter|fifth|half|few|handful|majority|minority)|\d[\d.,]*(?: ?%| percent| per cent)?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?: thirds| quarters| fifths| in \w{2,8})?)"
    r" of (?:those|these|them))"
)
_THERE = re.compile(r"\b(?<!from )(?<!over )there[.!]?[”\"’)\]]{0,2}\Z")
LONGEST_THERE = 20
"""Code points at the end of a sentence in which a last "there" is looked for, with the word before it."""

_APPEARED = re.compile(
    r"(?:The|Their|His|Her|Its|This|That|These|Those|Both) (?:work|papers?|study|studies|results?|findings?|research"
    r"|article|analysis|report|data|trial|experiments?|review) (?:has |have )?"
    r"(?:appeared|appears?|(?:was|were|is|are|been) (?:published|reported|described|printed)|came out) "
    r"(?:\w{1,12} ){0,4}?(?:in|by|at|on|as)\b"
)
_IT = re.compile(r"(?:It|They|Its|Their)\b")
_PUBLISHED = re.compile(r"\b(?:published|described|reported|presented|printed) (?:\w{1,12} ){0,3}?(?:in|by|at)\b")
LONGEST_NOTICE = 140
"""Code points of a sentence that tells where a work appeared and no more of it."""

_ADDS = re.compile(
    rf"{_SOME}\b"
    r"|(?:In fact|Of (?:these|those|them|(?:the|all|its|their) \d[\d,]*)"
    r"|Among (?:these|those|them)|Also|Moreover|Furthermore|In addition|Additionally|No other|None of"
    r"|Similarly|Likewise|(?:By|In) (?:contrast|comparison)|Overall|Another|Only|Specifically|(?:That|This) (?:is|was"
    r"|compares|figure|number)|The (?:rest|others?|remaining|figure|number|share"
    r"|effects?|difference|association|benefits?|improvement|reduction))\b"
)
_POINTS_BACK = re.compile(
    r"(?:That|This|These|Those|The (?:figures?|numbers?|data|findings?|results?|estimates?|statistics?)|So)\b"
    r"[^.:;]{0,80}?\b(?:from|according to|found by|says?|said|reports?|reported|found|shows?|showed)\b"
)
_REFERS = re.compile(
    r"(?:(?:It|They|Its|Their|These|Those|This|That|Both|Such|Another|Only)\b"
    r"|The (?:same|rest|others?|remaining|remainder|former|latter)\b"
    r"|The (?:rise|fall|drop|increase|decrease|decline|growth|gap|trend|change|loss|losses|cost|costs|toll)\b(?! of)"
    r"|(?:Among|Of|In|For|Between) (?:these|those|them)\b"
    r"|[^.:;]{3,40}? of (?:these|those|them|which)\b"
    r"|[^.:;]{0,40}?\b[Tt]he (?:number|share|figure|rate|proportion|percentage|total)\b(?! of))"
)
_TAKES_UP = re.compile(
    r"The (?:price|costs?|sum|loss(?:es)?|gains?|rise|fall|drop|decline|growth|change|sale|move|decision|results?"
    r"|effects?|difference|reasons?|practice|method|plan|attempt|event|project|discovery)\b(?! of)"
    r"|(?:Of|For|After|Before|Since|During|Despite|Under|With) (?:this|that|these|those|them|it)\b"
    r"|(?:So|Thus|Hence|Therefore|As a result|In turn|Instead|Then|Afterwards|Later)\b"
    r"|[^.:;]{3,80}? of (?:these|those|them|which)\b"
)
"""How a sentence begins that takes up what the one before told: "The price was …"."""
"""How a sentence begins that speaks of what the one before gave: "Half of them …", "In towns the share is …"."""
_VIEW = re.compile(
    r"(?:The|This|That|These|Those|Such|Both|One such)(?: \w{3,12})?? (?:claims?|beliefs?|views?|ideas?|theor(?:y|ies)"
    r"|stor(?:y|ies)|rumou?rs?|charges?|allegations?|legends?|notions?|arguments?|criticisms?|opinions?|reputation"
    r"|estimates?|praise|verdict|judge?ment|figures?)\b"
    r"|(?:This|That|These|Those) (?:is|was|were|are|has|had|have|goes|go|rests?|comes?|came)\b"
)
"""How a sentence begins that speaks of a view which the one before told."""
_MEASURES = re.compile(
    r"\b(?:most|least|more|less|fewer|second|third|last|half|twice|percent|per cent|(?!interest|forest|harvest|honest"
    r"|request|protest|modest|invest|suggest|arrest|guest|quest|digest|manifest|west|rest|test|best\b)\w{3,10}est)\b|%"
)
"""What a short sentence holds that puts one more thing beside what was just measured: "Nurses gained most."."""
YEAR = 4
"""Digits of a year."""

_COMPARES = re.compile(r"\bthan (?!\d|an? |half\b|one\b|two\b)")
"""What tells that a sentence compares on its own, and not with what was told before."""

SHORT = 9
"""Words of such a sentence at most."""

_TURNS = re.compile(r"(?:However|But|Yet|Still|Although|Though|While|Instead|On the other hand|By contrast)\b")
_WORK = frozenset(
    form
    for word in [
        *("study", "studies", "survey", "surveys", "report", "reports", "reported", "research", "poll", "polls"),
        *("census", "analysis", "statistics", "findings", "review", "paper", "data", "figures", "numbers", "trial"),
        *("trials", "experiment", "experiments", "pilot", "pilots", "found", "estimate", "estimates", "according"),
    ]
    for form in (word, f"{word}'s")
)
_VIEWS = frozenset(
    [
        *("view", "views", "judgment", "judgement", "judgments", "judgements", "account", "opinion", "words"),
        *("estimate", "estimation", "telling", "assessment"),
    ]
)
_COMMON = frozenset(
    [
        *("about", "above", "across", "after", "again", "against", "almost", "along", "already", "also", "although"),
        *("always", "among", "another", "around", "because", "become", "been", "before", "being", "below", "between"),
        *("beyond", "billion", "both", "could", "daily", "day", "does", "done", "during", "each", "either", "enough"),
        *("even", "ever", "every", "first", "five", "four", "from", "further", "great", "half", "have", "having"),
        *("here", "hour", "however", "instead", "into", "just", "last", "least", "less", "like", "likely", "made"),
        *("make", "many", "might", "million", "month", "more", "most", "much", "must", "nearly", "never", "next"),
        *("nine", "number", "often", "once", "only", "other", "over", "people", "percent", "person", "rather"),
        *("same", "second", "seven", "several", "should", "since", "small", "some", "still", "such", "than", "that"),
        *("their", "them", "then", "there", "these", "they", "thing", "third", "this", "those", "though", "thousand"),
        *("three", "through", "throughout", "time", "today", "together", "toward", "under", "until", "using"),
        *("usually", "very", "week", "well", "were", "what", "when", "where", "whether", "which", "while", "whole"),
        *("whose", "will", "with", "within", "without", "would", "year", "yearly", "your"),
    ]
)


def goes_on(article: Article, index: int) -> bool:
    """Whether a sentence tells of the source of the one before: "The study also found …", "In their view …"."""
    span = article.sentences[index].span
    if _GOES_ON.match(article.text, span.start, span.end):
        return True
    if _holds(article, index, _THEY) and _TAGGED.search(article.text, span.start, span.end):
        return True
    return _holds(article, index, _VIEWS) and _IN_VIEW.search(article.text, span.start, span.end) is not None


def names_again(article: Article, index: int, earlier: int) -> bool:
    """Whether a sentence begins with the work that an earlier one introduced: "A study … . The study …"."""
    span = article.sentences[index].span
    again = _AGAIN.match(article.text, span.start, span.end)
    if again is None:
        return False
    # Any work may be called a study in the end.
    work = _WORKS if again["work"] in {"study", "paper"} else again["work"]
    return re.search(rf"\b{work}\b", article.slice(article.sentences[earlier].span)) is not None


def adds(article: Article, index: int) -> bool:
    """Whether a sentence carries the one before on: "Of these, …", "Half of those …", "Rents fell there."."""
    span = article.sentences[index].span
    ending = article.text[max(span.start, span.end - LONGEST_THERE) : span.end]
    return bool(_ADDS.match(article.text, span.start, span.end) or _THERE.search(ending))


def tells_where_it_appeared(article: Article, index: int) -> bool:
    """Whether a sentence does nothing but tell where what was just told appeared: "The work was published in …"."""
    span = article.sentences[index].span
    return span.length <= LONGEST_NOTICE and bool(_APPEARED.match(article.text, span.start, span.end))


def goes_on_about_published(article: Article, index: int) -> bool:
    """Whether a sentence begins with "It" or "They" behind one that tells where something was published."""
    if not index or not _IT.match(article.text, article.sentences[index].span.start):
        return False
    before = article.sentences[index - 1].span
    return bool(_PUBLISHED.search(article.text, before.start, before.end))


def introduces_work(article: Article, index: int) -> bool:
    """Whether a sentence begins with a work that is new: "A 2012 trial of 46 adults found …"."""
    return bool(_INTRODUCES.match(article.text, article.sentences[index].span.start))


def points_back(article: Article, index: int) -> bool:
    """Whether a sentence tells where what was just said comes from: "That is what the census found."."""
    span = article.sentences[index].span
    return bool(_POINTS_BACK.match(article.text, span.start, span.end))


def refers(article: Article, index: int) -> bool:
    """Whether a sentence begins by speaking of what the one before gave: "These losses …", "Half of them …"."""
    start = article.sentences[index].span.start
    return bool(_REFERS.match(article.text, start) or _TAKES_UP.match(article.text, start))


def speaks_of_view(article: Article, index: int) -> bool:
    """Whether a sentence begins by speaking of what the one before told as a view: "The claim was examined …"."""
    return bool(_VIEW.match(article.text, article.sentences[index].span.start))


def turns(article: Article, index: int) -> bool:
    """Whether a sentence begins with a turn to something else: "However, …"."""
    return bool(_TURNS.match(article.text, article.sentences[index].span.start))


def tells_further(article: Article, index: int, told: int) -> bool:
    """Whether a sentence plainly tells further what an earlier one, `told`, gives as somebody's.

    It refers to what was told, speaks of the same things, or briefly puts another figure beside it. One that brings in
    a name is about something else, and so is one that brings in a year, unless it speaks of what was told.
    """
    span = article.sentences[index].span
    if turns(article, index) or not _names(article, index) <= _names(article, told):
        return False
    if _REFERS.match(article.text, span.start, span.end):
        return True
    if not _years(article, index) <= _years(article, told):
        return False
    if shared(article, index, told):
        return True
    words = sum(map(str.isalnum, tokens(article).of(index)))
    return (
        words <= SHORT
        and _MEASURES.search(article.text, span.start, span.end) is not None
        and not _COMPARES.search(article.text, span.start, span.end)
    )


def _names(article: Article, index: int) -> set[str]:
    """Return the words with a capital that do not merely begin a sentence."""
    column = tokens(article)
    where = column.sentences[index]
    return {
        column.words[at]
        for at in range(where.start + 1, where.stop)
        if column.forms[at][0].isupper() and column.words[at] not in NOT_NAMES
    }


def _years(article: Article, index: int) -> set[str]:
    """Return the years that a sentence gives."""
    return {word for word in tokens(article).of(index) if len(word) == YEAR and word.isdecimal() and word[0] in "12"}


def tells_of_work(article: Article, index: int) -> bool:
    """Whether a sentence gives what it says as found or reported in some work."""
    return _holds(article, index, _WORK)


def _holds(article: Article, index: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(tokens(article).of(index))


def shared(article: Article, one: int, other: int) -> int:
    """Return how many telling words two sentences have in common."""
    return len(_telling(article, one) & _telling(article, other))


def akin(article: Article, one: int, other: int) -> int:
    """Return how many telling words two sentences have in common by their beginnings: "memory", "memories"."""
    stems = [{word[:STEM] for word in _telling(article, at)} for at in (one, other)]
    return len(stems[0] & stems[1])


@once_each
def _telling(article: Article, index: int) -> set[str]:
    words = (word for word in tokens(article).of(index) if len(word) >= LETTERS and word.isalpha())
    return {word.removesuffix("s") for word in words} - _COMMON
