"""Callers: whether somebody, or a paper, is called by what it is so that a reader of the article can identify it.

"The harbor master", "the trust's nurses", "analysts at Barrow & Finch", "minutes of
the June meeting" can be identified, for the place, the body or the occasion that
the article tells of has one; "a resident", "officials", "a report" and "figures"
cannot. The noun at the head, what stands before it and whose it is tell the two
apart. The word lists are ours, by reading newspapers.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checks.evidence.sources.scene import DETERMINERS, NOT_NAMES, Scene
from checks.evidence.sources.scene import words_of as credits_of
from checks.phrases import section_words

PREPOSITIONS = frozenset(
    [
        *(
            "about",
            "after",
            "against",
            "among",
            "at",
            "before",
            "behind",
            "beside",
            "between",
            "by",
            "during",
            "for",
            "from",
            "in",
            "into",
            "of",
        ),
        *("near", "on", "outside", "over", "since", "to", "under", "with", "within"),
    ]
)
_OWNING = frozenset({"at", "by", "for", "from", "of", "with"})
"""Prepositions behind which stands whose something is."""
_SHOWN = frozenset({"at", "from", "in", "of", "to", "with"})
"""Prepositions behind which stands where a paper was shown."""
_ONES = frozenset({"a", "an"})
_ITS = frozenset({"it", "its", "their", "they"})
_PERSONS = frozenset({"his", "her"})
"""Whose something is that has been named or described: "his figures show"."""
_THE = frozenset({"the", "this", "that", "these"})
_OURS = frozenset({"our", "my", "your"})


WORKS = frozenset([
    "analysis", "census", "evaluation", "inquiry", "paper", "poll", "report", "research", "review", "study", "survey",
    "trial",
])  # fmt: skip
TOLD_OF = "the "
"""How a kind of work begins among what is known, of which one has been named or linked: "the report"."""

_AUTHORS = frozenset(["authors", "researchers", "scientists", "investigators", "team", "surveyors", "pollsters"])
"""Who made such a work: "the authors warn"."""
_FELLOWS = frozenset(["colleagues", "team", "collaborators", "coauthors", "co-authors"])


class Caller(NamedTuple):
    """By what somebody or something is called: a noun, what stands before it, and what behind it tells whose it is."""

    scene: Scene
    at: int
    """Of the noun."""
    before: range
    behind: tuple[range, ...]

    @property
    def noun(self) -> str:
        """The noun at its head."""
        return self.scene.column.words[self.at]

    @property
    def led(self) -> str:
        """The first word before the noun; empty without one."""
        return self.scene.column.words[self.before.start] if self.before else ""

    @property
    def is_definite(self) -> bool:
        """Whether an article or another word tells that it is one that is known."""
        return self.led in DETERMINERS and self.led not in _ONES

    @property
    def is_several(self) -> bool:
        """Whether a verb in the plural may stand behind it."""
        return self.noun.endswith("s") or self.noun in words_of("collective") or self.noun in words_of("several")


def caller(scene: Scene, where: range, inserted: range | None = None) -> Caller:
    """Return how tokens call somebody; `inserted` stands between commas behind them."""
    words = scene.column.words
    stops = (at for at in where[1:] if words[at] in PREPOSITIONS or words[at] in words_of("participle"))
    split = next(stops, where.stop)
    behind = tuple(filter(None, (range(split, where.stop), inserted)))
    return Caller(scene, split - 1, range(where.start, split - 1), behind)


def is_known(who: Caller) -> bool:
    """Whether somebody, or a paper, is called so that a reader of the article can identify it."""
    if who.led in _OURS or who.noun in _OURS:
        return False
    if who.noun in words_of("collective") or who.noun in words_of("spokes"):
        return True
    return _is_office(who) or _is_of_body(who) or _is_paper(who) or _is_office_by_name(who) or _is_told_of(who)


def _is_told_of(who: Caller) -> bool:
    """Whether a work has been named further up, or its authors: "the report", "the authors", "his colleagues"."""
    if who.noun in _FELLOWS and who.led in _PERSONS:
        return True
    if who.led not in _THE or who.behind:
        return False
    known = who.scene.known
    return TOLD_OF + who.noun in known or (who.noun in _AUTHORS and any(TOLD_OF + one in known for one in WORKS))


def _is_office_by_name(who: Caller) -> bool:
    """Whether a name follows what bears it, "the lender Northgate", which does not speak of its own."""
    words = who.scene.column.words
    if who.at not in who.scene.names or not who.is_definite or who.at - 1 not in who.before:
        return False
    if words[who.at - 1] in words_of("maker"):
        return _ITS.isdisjoint(words[who.scene.where.start : who.scene.where.stop])
    return words[who.at - 1] in _known()


def hears(who: Caller) -> bool:
    """Whether somebody hears what others tell, as a court does: "the jury was told"."""
    return who.noun in words_of("hearer")


def is_named(who: Caller) -> bool:
    """Whether a full name, or the one name of a body behind "the", stands there: "mayor Tove Lund", "the Kremlin"."""
    scene, at = who.scene, who.at
    words = scene.column.words
    if at not in scene.names or not words[at].replace("'", "").replace("-", "").isalpha():
        return False
    if at - 1 in scene.names and at - 1 in who.before:
        return words[at - 1] not in NOT_NAMES
    return who.led == "the" and len(who.before) == 1


def _is_office(who: Caller) -> bool:
    """Whether a noun is an office or a body that is told apart: "the mayor", "the town's school", "Ashford Council"."""
    named = who.at in who.scene.names
    sells = who.noun in words_of("maker") and not (named and who.scene.word(who.at + 1) == "of")
    if sells and not _is_of_business(who.scene):
        return False
    if not (sells or named or who.noun in _known()):
        return False
    if named and not (who.noun in _known() or who.noun in words_of("maker")):
        return False
    return who.is_definite or _is_owned(who) or (named and who.led not in _ONES)


def _is_of_body(who: Caller) -> bool:
    """Whether people are those of a body or of somebody: "council officials", "analysts at Barrow & Finch"."""
    if who.noun not in words_of("of a body"):
        return False
    words, names = who.scene.column.words, who.scene.names
    telling = words_of("kind") | (_known() - words_of("any"))
    of_somebody = any(words[at] in telling or (at in names and words[at].endswith("'s")) for at in who.before)
    return of_somebody or _is_owned(who)


def _is_paper(who: Caller) -> bool:
    """Whether a paper is known by whose it is, where it was shown, or what it is: "the council's minutes"."""
    words = who.scene.column.words
    before = {words[at] for at in who.before}
    if who.noun not in words_of("paper") | words_of("one paper"):
        return False
    if who.is_definite and (who.noun in words_of("one paper") or "annual" in before):
        return True
    if who.led in _PERSONS:
        return True
    # "Government data" are any; "a state report released on Monday" is one.
    bodies = _known() if who.behind else _known() - words_of("any")
    if not bodies.isdisjoint(before) or _is_owned(who):
        return True
    occasions = words_of("occasion")
    return any(
        words[at] in _SHOWN and not occasions.isdisjoint(words[at + 1 : one.stop]) for one in who.behind for at in one
    )


def _is_of_business(scene: Scene) -> bool:
    """Whether a sentence is about how a firm fares, which is for the firm to tell, and not about what it sells."""
    return not words_of("business").isdisjoint(scene.column.words[scene.where.start : scene.where.stop])


def _is_owned(who: Caller) -> bool:
    """Whether it is told whose it is: "the council's", "of the union Unite", "released by the trust"."""
    words = who.scene.column.words
    if any(_is_owner(who.scene, words[at]) for at in who.before):
        return True
    return any(
        words[at] in _OWNING and _is_somebody(who.scene, range(at + 1, one.stop)) for one in who.behind for at in one
    )


def _is_somebody(scene: Scene, behind: range) -> bool:
    """Whether a name or a body stands behind a preposition: "of the union Unite", "released by the trust"."""
    ends = (at for at in behind if scene.column.words[at] in PREPOSITIONS)
    whose = range(behind.start, next(ends, behind.stop))
    words = [scene.column.words[at] for at in whose]
    if words[:1] in (["a"], ["an"]):
        return False
    named = any(at in scene.names for at in whose)
    return named or not _known().isdisjoint(words) or any(_is_owner(scene, word) for word in words)


def _is_owner(scene: Scene, word: str) -> bool:
    """Whether a word is the possessive of a body or an officer: "council's", "inspectors'"."""
    if not word.endswith(("'s", "s'")):
        return False
    stem = word.removesuffix("'s").removesuffix("'")
    if stem in words_of("maker"):
        return _is_of_business(scene)
    return stem in _known() or stem.removesuffix("s") in _known() or stem in credits_of("town")


@cache
def _known() -> frozenset[str]:
    """Return the words for bodies and offices."""
    return frozenset().union(*map(words_of, ("body", "officer", "collective")))


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of who tells it in newspapers."""
    return section_words("checks.evidence", "lexicon/press.txt", section)
