"""Rivalry: where a seller ranks itself, what it beats, by how much what it sells acts, and what it promises."""

from __future__ import annotations

from collections.abc import Sequence

from checks.evidence.sources.scene import DETERMINERS
from checks.evidence.statements import effects
from checks.evidence.statements.constructions import compared
from checks.evidence.statements.outline import shape
from checks.evidence.statements.selling import Line, is_number, words_of

NEAR = 6
"""Tokens behind a rank or an act in which it stands of what, by whom or how much."""

PROMISED = 7
"""Tokens behind "you will" in which what is promised stands."""

SUBJECT = 5
"""Tokens before "is the easiest" in which what is ranked stands."""

_ASKING = frozenset(["which", "what", "who", "that", "whether", "how", "where"])
_COPULAS = frozenset(["is", "are", "was", "were", "remains", "remain", "it's", "we're"])
_BETWEEN = frozenset(["the", "by", "far", "also", "simply", "now", "still", "quite", "and", "easily", "probably"])
_NOBODY = frozenset(["nobody", "none", "nothing"])
_SUBJECTS = frozenset(["it", "this", "these", "they", "we", "our", "we're", "it's", "ours"])
_PARTING = frozenset(["for", "by", "in", ",", "to", "of", "is", "are", "was", "were"])
_COUNTED = frozenset(["more", "less", "fewer", "higher", "lower", "larger", "bigger"])
"""Comparatives of what a house counts itself: "four times more visitors"."""
_LEADING = frozenset(["and", "can", "will", "also", "even", "now", "usually", "typically", "often", "that", "which"])
_EQUAL = frozenset(["much", "many", "large", "big", "high", "long"])
_TIMES = frozenset(["times", "x"])
_MORE = frozenset(["more", "less", "hours", "percent", "%", "weight", "euros", "pounds", "dollars", "€", "£", "$"])


def ranked(line: Line) -> range | None:
    """Return the rank that a seller gives itself: "rated number one", "It is the easiest way"."""
    for at in line.places("ranked"):
        first = next((one for one in range(at + 1, at + 6) if line.word(one) in words_of("first")), 0)
        between = line.words(at + 1, first)
        if not (line.own or line.word(line.where.start) in _SUBJECTS or at == line.where.start):
            continue
        if "year" in line.words(at + 1, at + 1 + NEAR) and not _is_named(line, at):
            return range(at, at + 1)  # "voted installer of the year"
        if first and _PARTING.isdisjoint(between) and not _is_named(line, first):
            return range(at, first + 1)
    most = [one for one in line.places("most") if line.word(one - 1) == "most"]
    if not line.selling:
        return None
    for at in line.places("champion"):
        town = (
            line.word(at - 1).endswith("'s") and line.column.forms[at - 1][:1].isupper() and at - 1 > line.where.start
        )
        if town and not _SUBJECTS.isdisjoint(line.words(line.where.start, at)):
            return range(at - 1, at + 1)
    for place in (*(range(at, at + 1) for at in line.places("superlative")), *(range(at - 1, at + 1) for at in most)):
        if _ranks_own(line, place):
            return place
    return None


def _is_named(line: Line, at: int) -> bool:
    """Whether it is told by whom something was ranked: "voted best bakery by readers of the Herald"."""
    return "by" in line.words(at, at + 2 + NEAR)


def _ranks_own(line: Line, place: range) -> bool:
    """Whether a superlative ranks the author or what is sold, and not a thing of its own among its own."""
    behind = line.words(place.stop, place.stop + NEAR)
    if not (words_of("us") | {"we", "i"}).isdisjoint(behind) or not words_of("occasion").isdisjoint(behind[:2]):
        return False
    at = place.start - 1
    while line.word(at) in _BETWEEN:
        at -= 1
    before = line.words(line.where.start, at) or [line.word(at)]
    if "the" not in line.words(at + 1, place.start):
        return False
    verb, told = line.word(at), before[-SUBJECT:]
    if verb in words_of("offers"):
        return told[-1] == "we"
    return verb in _COPULAS and not _SUBJECTS.isdisjoint((*told, verb)) and _ASKING.isdisjoint(told)


def beats(line: Line) -> range | None:
    """Return how a seller compares itself with others: "than any other firm", "four times faster"."""
    if not line.selling:
        return None
    words = line.column.words
    start = next((at for at in line.where if words[at].isalnum()), line.where.start)
    opens = line.word(start) in _NOBODY or (line.word(start) == "no" and line.word(start + 1) in {"one", "other"})
    us = next((at for at in line.where if words[at] in {"than", "like", "as"}), 0) if opens else 0
    if us and line.word(us + 1) in {"we", "us", "ours"}:
        return range(start, us + 2)
    ours = next((at for at in line.where if words[at] == "ours"), 0)
    if ours and not {"other", "others", "competitors", "rivals"}.isdisjoint(line.seen):
        return range(ours, min(line.where.stop, ours + 2))
    than = words.index("than", start, line.where.stop) if "than" in line.seen else start
    of_theirs = line.word(than + 1) == "those" and not line.own
    rivals = line.word(than + 1) in words_of("others") and line.word(than + 2) not in words_of("occasion")
    compares = _compared(line, than) if rivals and not of_theirs else None
    if compares:
        return range(compares.start, min(line.where.stop, compares.stop + 2))
    return None


def unbeaten(line: Line) -> range | None:
    """Return by what words nothing is said to be above something: "there is no safer way"."""
    for at in line.places("quality"):
        none = line.word(at - 1) == "no" and "there" in line.words(at - 4, at)
        if none and line.word(at + 1) not in words_of("occasion"):
            return range(at - 1, at + 1)
    start = line.where.start
    if line.selling and line.word(start) in {"no", "nothing", "nobody"}:
        verb = next((at for at in range(start + 1, start + NEAR) if line.word(at) in _COPULAS), 0)
        after = line.word(verb + 1) if verb else ""
        if after == "as" or after in words_of("quality") | shape("comparative") - {"more", "less"}:
            return range(start, verb + 2)
    return None


def _compared(line: Line, than: int) -> range | None:
    """Return the tokens of a comparison up to its "than"."""
    if line.word(than - 1) in shape("comparative") or line.word(than - 1) in words_of("quality"):
        return range(than - 1, than + 1)
    return compared(line.column, line.where)


def outdoes(line: Line) -> range | None:
    """Return how many times better something is said to be, or how soon it pays: "four times faster"."""
    for at in line.where if line.selling else ():
        word, before, after = line.word(at), line.word(at - 1), line.word(at + 1)
        if word in _TIMES and is_number(before) and after in shape("comparative") - _COUNTED:
            return range(at - 1, at + 2)
        as_much = word == "as" and "as" in line.words(at + 2, at + 4) and after not in _EQUAL
        if as_much and (before == "twice" or before in _TIMES):
            return range(at - 1, at + 2)
        if word == "itself" and before == "for" and line.word(at - 2) in {"pay", "pays", "paid"}:
            return range(at - 2, at + 1)
    return None


def acts(line: Line) -> range | None:
    """Return by how much what is sold is said to act: "cuts stockouts by a third", "kills 99 percent"."""
    if not line.selling or line.instructs or not words_of("priced").isdisjoint(line.seen):
        return None
    for at in (one for one in line.places("acts") if _is_of_sold(line, one)):
        rest = line.words(at + 1, at + 2 + NEAR)
        by = next((one for one, each in enumerate(rest) if each in {"by", "half"}), -1)
        share = next((one for one, each in enumerate(rest) if each in {"%", "percent"}), -1)
        if share > 0 and is_number(rest[share - 1]):
            return range(at, at + 2 + share)
        if by >= 0 and (rest[by] == "half" or _is_amount(rest[by + 1 : by + 4])):
            return range(at, at + 2 + by)
    return None


def _is_of_sold(line: Line, verb: int) -> bool:
    """Whether what acts is what is sold, for all that is seen of it: a name, "it", "our beds", nothing before."""
    at = verb - 1
    while line.word(at) in _LEADING:
        at -= 1
    own = not (words_of("own") | {"the", "its"}).isdisjoint(line.words(max(at - 3, line.where.start), at + 1)[:2])
    own = own and at - line.where.start < SUBJECT
    return at < line.where.start or own or line.word(at) in _SUBJECTS or line.column.forms[at][:1].isupper()


def _is_amount(words: Sequence[str]) -> bool:
    """Whether an amount begins here: "43 percent", "up to 30%", "a third", "half"."""
    return any(is_number(word) or word in {"half", "third", "quarter"} for word in words)


def heals(line: Line) -> range | None:
    """Return what is said to be done for somebody's body: "our balm prevents acne", "it heals any back"."""
    for at in line.places("heals") if line.selling and not line.instructs else ():
        rest = line.words(at + 1, at + 1 + NEAR)
        named = line.word(at - 1).isalpha() and line.word(at - 1) not in DETERMINERS
        if named and (not effects.of_stakes().isdisjoint(rest) or not words_of("any").isdisjoint(rest[:1])):
            return range(at, at + 1 + min(2, len(rest)))
    return None


def promised(line: Line) -> range | None:
    """Return what a seller promises its reader: "you will notice the effect"."""
    for at in line.places("helps") if line.selling else ():
        if line.word(at + 1) == "you" and not words_of("felt").isdisjoint(line.words(at + 2, at + 2 + PROMISED)):
            return range(at, at + 3)
    for at in line.places("will") if line.selling else ():
        if line.word(at) != "you'll" and line.word(at - 1) != "you":
            continue
        rest = line.words(at + 1, at + 1 + PROMISED)
        never = "never" in rest[:1] and "again" in line.words(at, line.where.stop)
        felt = not words_of("notices").isdisjoint(rest[:3]) and not words_of("felt").isdisjoint(rest)
        earned = not words_of("earns").isdisjoint(rest[:2]) and not (words_of("felt") | _MORE).isdisjoint(rest)
        earned = earned and words_of("priced").isdisjoint(line.seen)
        if never or felt or earned:
            return range(at, min(line.where.stop, at + 3))
    return None
