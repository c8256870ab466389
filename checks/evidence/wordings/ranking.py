"""Ranking: what a superlative, "the first" or "the only" ranges over.

"The oldest pub in England" claims something of the world that can be looked up;
"his oldest friend", "the lowest setting" and "the first chapter" do not.
"""

from __future__ import annotations

from functools import cache

from checks.article import Article
from checks.evidence.sources.heard import RANKINGS
from checks.evidence.statements.outline import YEAR, begins_instruction, outlines, tense
from checks.evidence.wordings.possessive import owns_widely, ranks_within
from checks.phrases import Hit, section_words
from checks.tokens import Tokens

REACH = 9
"""Tokens after a ranking in which what it ranges over may begin."""

HEAD = 3
"""Tokens after a ranking in which the noun that it ranks is looked for."""

_BREAKS = frozenset([",", ";", ":", ".", "(", "and", "but", "or", "that", "which", "who", "when", "where", "is", "was"])
_WITHIN = frozenset(["in", "of", "on", "across", "within", "throughout", "anywhere"])
_DETERMINERS = frozenset(["the", "a", "an", "all", "any", "its", "their", "his", "her", "our", "your", "whole", "this"])
_EVERYWHERE = frozenset(["ever", "known", "recorded", "worldwide", "globally", "nationwide", "statewide"])
_MADE = frozenset(["made", "makes", "making", "became", "named", "elected", "appointed"])
_COPULAS = frozenset(["is", "are", "was", "were", "be"])
NAMED = 4
"""Tokens before "the first" in which "made Lund" founds it."""

_JOINTS = frozenset([",", "and", "&", "or"])
_AGES = frozenset(["century", "millennium", "dynasty", "generation"])
_OWNED = frozenset(["its", "their", "his", "her", "our"])


def ranges(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking ranges over what a reader could look up: "in Wales", "on the market", "ever", "of all"."""
    owner = hit.first - 1
    word = column.words[owner] if owner >= where.start else ""
    if owns_widely(word) or (word.endswith("'s") and _is_wide(column, owner, where)):
        return True
    for at in _tail(column, hit, where):
        if column.words[at] == "of" and YEAR.fullmatch("".join(column.words[at + 1 : min(where.stop, at + 2)])):
            return True
        if column.words[at] in _EVERYWHERE or (column.words[at] in _WITHIN and _is_wide(column, at + 1, where)):
            return True
    return False


def leads_widely(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a matter of judgment ranks over a place or market: "the world's leading", "the best pie in the country".

    Names do not count here: "the best way in Excel". Nor does "top", which says
    little more than good: "the top tools on the market".
    """
    words = column.words
    if words[hit.first] == "top":
        return False
    owner = words[hit.first - 1] if hit.first > where.start else ""
    if owner != "the":
        return owns_widely(owner)
    return any(words[at] in _WITHIN and _ranged(column, at + 1, where) for at in _tail(column, hit, where, listed=True))


def is_asked_for(article: Article, column: Tokens, hit: Hit, sentence: int) -> bool:
    """Whether an instruction asks for what ranks: "use the freshest you can find", "blend it for the smoothest soup".

    What invites ("discover the freshest") or names a market asks for nothing.
    """
    where = column.sentences[sentence]
    words = column.words
    start = where.start
    if words[start] == "for" and hit.first - start <= HEAD - 1:
        # "For the smoothest soup, blend it twice."
        comma = next((at for at in _opening(hit, where) if words[at] == ","), where.stop)
        asks = comma + 1 < where.stop and begins_instruction(words[comma + 1 : where.stop])
        start = comma + 1
    else:
        asks = outlines(article)[sentence].instructs
    if not asks or not _words("invites").isdisjoint(words[start : start + HEAD]):
        return False
    owned = hit.first > where.start and words[hit.first - 1] in {"our", "my"}
    return not owned and not ranges(column, hit, where) and not leads_widely(column, hit, where)


def _opening(hit: Hit, where: range) -> range:
    """Return the tokens behind a ranking in which the phrase that opens a sentence may end."""
    return range(hit.stop, min(where.stop, hit.stop + REACH))


def is_of_own_life(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether a ranking stays within somebody's own days or home: "the calmest hour of my week"."""
    words = column.words
    for at in _tail(column, hit, where):
        if words[at] in {"of", "in"}:
            owner, *owned = words[at + 1 : min(where.stop, at + 2 + HEAD)] or ("",)
            if owner == "my":
                return True
            if owner in _words("own") and not (_words("local") | _words("lived")).isdisjoint(owned[:2]):
                return True
    return False


def is_local(article: Article, column: Tokens, hit: Hit, sentence: int) -> bool:
    """Whether a ranking stays within a family, a room or a set of instructions: "his oldest friend"."""
    where = column.sentences[sentence]
    words = column.words
    before = words[hit.first - 1] if hit.first > where.start else ""
    after = words[hit.stop : min(where.stop, hit.stop + HEAD)]
    if before in _words("own") or not _words("kin").isdisjoint(after):
        return True
    if _ranks_itself(column, hit, where) or ranks_within(column, hit, where):
        return True
    tail = _tail(column, hit, where)
    referring = after[:1] == ["of"] and after[1:2] in (["whom"], ["which"], ["these"], ["them"])
    if referring or not _words("chosen").isdisjoint(words[tail.start : tail.stop]):
        return True
    if ranges(column, hit, where):
        return False
    if outlines(article)[sentence].instructs or not _words("part").isdisjoint(after) or _parts_many(column, hit, where):
        return True
    return any(words[at] in _WITHIN and _is_near(column, at + 1, where) for at in tail)


def _ranks_itself(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether something is ranked against itself: "rain is heaviest in May", "the lowest bore no fruit".

    An end or a part ("the highest part") belongs to its whole, however wide that is.
    """
    words = column.words
    before = words[hit.first - 1] if hit.first > where.start else ""
    after = words[hit.stop] if hit.stop < where.stop else ""
    if hit.stop > hit.first + 1:
        return False
    return before in _COPULAS or after in _words("part") or (before == "the" and _acts(column, hit.stop, where))


def _acts(column: Tokens, at: int, where: range) -> bool:
    """Whether a token is the verb of what ranks, "the lowest bore no fruit": no part of it, as in "stained glass"."""
    behind = column.words[at + 1] if at + 1 < where.stop else "."
    return _is_verb(column.words[at]) and (not behind.isalpha() or behind in _words("behind a verb"))


def _parts_many(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "the" and a plural part a whole, "the highest peaks are white", and nothing is said to rank first."""
    words = column.words
    # What is counted or called so is ranked: "are the highest peaks", "one of the largest mills", "two oldest mills".
    if words[hit.first - 1] not in {"the", "its", "their"} or hit.stop > hit.first + 1:
        return False
    if hit.first - 1 > where.start and words[hit.first - 2] in _words("called"):
        return False
    for at in range(hit.stop, min(where.stop, hit.stop + HEAD)):
        if not words[at].isalpha() or words[at] in _BREAKS | _words("behind a head") or _is_verb(words[at]):
            return False
        if words[at].endswith("s") and not words[at].endswith(("ss", "us", "is")):
            return at + 1 == where.stop or _ends_noun(column, at + 1)
    return False


def _ends_noun(column: Tokens, at: int) -> bool:
    """Whether a token is no noun that the one before it could belong to: "the oldest sports club"."""
    word = column.words[at]
    return not word.isalpha() or word in _BREAKS or word in _words("behind a head") or bool(tense(word))


def singles_out(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "the first" or "the only" claims something: "was the first woman to lead it", not "the first chapter"."""
    words = column.words
    before = words[hit.first - 1] if hit.first > where.start else ""
    near = words[hit.stop : hit.stop + 2]
    if counts_one(column, hit, where) or any(word.isdigit() for word in near[:1]):
        return False  # "the first 80 schools" were built before others
    told = (before in _words("founds") and words[hit.first] not in _OWNED) or _is_made(column, hit, where)
    if not told or not (_WITHIN | _words("counted")).isdisjoint(near[:1]):
        return near[:1] == ["ever"]
    if near[:1] == ["to"]:
        return _is_deed(column, hit.stop + 1, where) and ranges(column, hit, where)
    if near[1] in _words("counted"):
        return False
    return any(_is_claimed(column, at, where) for at in _tail(column, hit, where))


def _is_made(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether somebody or something with a name is made the first: "made Lund the first"."""
    before = range(max(where.start, hit.first - NAMED), hit.first)
    return any(column.words[at] in _MADE for at in before) and column.forms[hit.first - 1][:1].isupper()


def _is_claimed(column: Tokens, at: int, where: range) -> bool:
    """Whether here begins what only the first has done, where it was so, or what set it apart."""
    word, following = column.words[at], column.words[at + 1 : at + 2]
    if word in _words("done"):
        return True
    if word == "to":
        return _is_deed(column, at + 1, where)
    if word == "with":
        return following in (["a"], ["an"])
    return word == "ever" or (word in _WITHIN and word != "of" and _is_wide(column, at + 1, where))


def counts_one(column: Tokens, hit: Hit, where: range) -> bool:
    """Whether "the only" counts what a family or a life has one of: "the only child", "the only one I know"."""
    if column.words[hit.stop - 1] != "only":
        return False
    after = column.words[hit.stop : min(where.stop, hit.stop + HEAD)]
    return after[:1] == ["time"] or not _words("kin").isdisjoint(after[:1]) or not _words("teller").isdisjoint(after)


@cache
def _words(section: str) -> frozenset[str]:
    return section_words(*RANKINGS, section)


def _tail(column: Tokens, hit: Hit, where: range, *, listed: bool = False) -> range:
    """Return the tokens after a ranking up to the end of its phrase, over an "and" of nouns if they may be `listed`."""
    stop = hit.stop
    while stop < min(where.stop, hit.stop + REACH):
        if column.words[stop] in _BREAKS and not (listed and _joins(column, stop, where)):
            break
        stop += 1
    return range(hit.stop, stop)


def _joins(column: Tokens, at: int, where: range) -> bool:
    """Whether an "and" or comma joins nouns, "fish and chips", not clauses."""
    if column.words[at] not in _JOINTS or at + 1 >= where.stop:
        return False
    word, form = column.words[at + 1], column.forms[at + 1]
    return form.isalpha() and form.islower() and word not in _BREAKS | _DETERMINERS | _WITHIN and not _is_verb(word)


def _is_verb(word: str) -> bool:
    return tense(word) in {"present", "past"}


def _ranged(column: Tokens, at: int, where: range) -> bool:
    """Whether a place or an age begins here: "in the north", "of the nineteenth century"."""
    noun = _noun(column, at, where)
    near = column.words[noun : min(where.stop, noun + 2)]
    if near and near[0] in _words("wide"):
        return True
    return len(near) > 1 and near[1] in _AGES and (near[0].endswith(("th", "st", "nd", "rd")) or near[0].isdigit())


def _noun(column: Tokens, at: int, where: range) -> int:
    """Return the first token from `at` that is no determiner."""
    while at < where.stop and column.words[at] in _DETERMINERS:
        at += 1
    return at


def _is_near(column: Tokens, at: int, where: range) -> bool:
    noun = _noun(column, at, where)
    return noun < where.stop and column.words[noun] in _words("local")


def _is_wide(column: Tokens, at: int, where: range) -> bool:
    """Whether a place, a market or a name begins here, or "all" and no more."""
    noun = _noun(column, at, where)
    if noun >= where.stop or column.words[noun] in _words("local"):
        return noun > at and column.words[noun - 1] == "all"
    word, form = column.words[noun].removesuffix("'s"), column.forms[noun]
    if word == "record":
        return noun == at  # "on record", not "on the record", a disc
    stands = word in _words("wide") or (form[:1].isupper() and form.isalpha() and form != "I")
    return stands or (column.words[at] == "all" and column.words[noun] in {"time", "."})


def _is_deed(column: Tokens, at: int, where: range) -> bool:
    """Whether a verb follows, not a place, and no verb of coming and going."""
    if at >= where.stop:
        return False
    word, form = column.words[at], column.forms[at]
    return form.isalpha() and form.islower() and word not in _DETERMINERS | _words("passing")
