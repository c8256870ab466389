"""Press: who tells it by their office, as newspapers do, where a sentence names nobody whom anybody could find.

"Police said", "the harbor master told the meeting", "says the depot manager, Irene
Falk", "minutes of the June meeting show", "according to figures released by the
trust": a reader of the article knows whom to ask (`checks.evidence.sources.callers`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.sources.callers import PREPOSITIONS, Caller, caller, hears, is_known, is_named, words_of
from checks.evidence.sources.saying import reports
from checks.evidence.sources.scene import DETERMINERS, Attribution, Scene
from checks.evidence.sources.scene import words_of as credits_of
from checks.phrases import Hit

LONGEST = 14
"""Tokens by which somebody is called at most."""

INSERTED = 3
"""Parts between commas behind which a verb is still that of whoever stands before them: "the regulator, the CQC, …"."""

_SIGNS = frozenset({",", ";", ":", "—", "–", "“", "”", '"'})
_PARTED = _SIGNS | frozenset({"(", ")", ".", "!", "?", "‘", "’", "and", "or"})
_BESIDE = frozenset(
    [
        *("also", "now", "still", "later", "then", "since", "has", "have", "had", "recently", "itself", "himself"),
        *("herself", "themselves", "yesterday", "today"),
    ]
)
"""Words between whoever speaks and the verb."""
_SUBJECTS = frozenset([
    "he", "she", "it", "they", "there", "no", "nobody", "more", "nearly", "almost", "half", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten",
])  # fmt: skip
"""Words with which begins what is told."""
_INVERTED = frozenset({",", '"', "”", "’"})
_RELATIVE = frozenset({"who", "which", "whose"})
_INSERTS = DETERMINERS | PREPOSITIONS | _RELATIVE
_ITSELF = frozenset({"it", "its"})
_PERSONS = frozenset({"he", "she"})
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "sir"})
_TAGS = frozenset({"said", "says", "told", "tells"})
_FROM = frozenset({"from", "by"})


def told_by_office(scene: Scene) -> Iterator[Attribution]:
    """Yield who tells what a sentence states, by their office, and the papers that it is taken from."""
    for hit in sorted((*scene.hits.get("speech", ()), *scene.hits.get("telling", ()))):
        if not _tells(scene, hit):
            continue
        if subject := _before(scene, hit):
            yield _credit(scene, range(subject.at, hit.stop), "person" if subject.named else "office")
        elif scene.word(hit.first - 1) in _INVERTED and (who := _behind(scene, hit.stop)):
            yield _credit(scene, range(hit.first, who.stop))
    for hit in scene.hits.get("according", ()):
        # "According to", but "figures from": there it is the figures that are somebody's.
        begins = hit.stop - 1 if scene.word(hit.stop - 1) in _FROM else hit.stop
        if who := _behind(scene, begins if begins == hit.stop else hit.first):
            yield _credit(scene, range(hit.first, who.stop))
    for hit in scene.hits.get("taken", ()) if scene.column.words[scene.where.stop - 1] == ":" else ():
        led = scene.column.words[scene.where.start : hit.first]
        if not credits_of("list").isdisjoint(led) and (who := _behind(scene, hit.stop)):
            yield _credit(scene, range(hit.first, who.stop))


def _credit(scene: Scene, where: range, kind: str = "office") -> Attribution:
    return Attribution(kind, scene.column.span(where.start, where.stop), speech=True)


def _tells(scene: Scene, hit: Hit) -> bool:
    """Whether what may be a noun or tell of a deed as well tells what somebody says: "the council claims that"."""
    if scene.column.words[hit.first] in words_of("hears") and scene.word(hit.first - 1) in credits_of("being"):
        return True
    if not reports(scene, hit):
        return False
    verb, after = scene.column.words[hit.first], scene.word(hit.stop)
    if verb in words_of("deed as well"):
        return after in credits_of("opens")
    opens = after in credits_of("opens") | _SUBJECTS or after[:1].isdigit()
    if verb in words_of("finds"):
        return opens
    if verb not in words_of("else as well"):
        return True
    return opens or after in DETERMINERS | {"", "."} or hit.stop in scene.names


class _Subject(NamedTuple):
    """Who tells something."""

    at: int
    """Where it begins that names them."""
    named: bool
    """Whether they are named, and not called by their office."""


def _before(scene: Scene, hit: Hit) -> _Subject | None:
    """Return who stands before a verb as its subject, where that is somebody by what they are."""
    words, start = scene.column.words, scene.where.start
    at = hit.first - 1
    while at > start and (words[at] in _BESIDE or (words[at].endswith("ly") and words[at - 1] not in DETERMINERS)):
        at -= 1
    told = at >= start and words[at] in credits_of("being")
    if told and words[hit.first] not in words_of("hears"):
        return None
    at -= told
    inserted: range | None = None
    for _ in range(INSERTED):
        if at >= start and words[at] == ",":
            at -= 1
        begins = _begin(scene, at)
        # What is inserted about whoever speaks names others: "Lund, who runs the port office, said".
        part = None if words[begins] in _RELATIVE else _part(scene, at)
        who = caller(scene, part, inserted) if part else None
        if part and who:
            named = _is_person(scene, hit, who)
            if named or _fits(scene, hit, who, told=told):
                return _Subject(part.start, named)
        # Behind a comma the part may be one that is inserted between whoever speaks and the verb.
        if begins <= start or words[begins - 1] != "," or not _is_inserted(scene, begins):
            return None
        inserted = range(begins, at + 1)
        at = begins - 1
    return None


def _is_person(scene: Scene, hit: Hit, who: Caller) -> bool:
    """Whether somebody named says something: "mayor Tove Lund expects", "the Kremlin denied", "…, he told the jury"."""
    verb = scene.column.words[hit.first]
    if who.noun in _PERSONS:
        return verb in _TAGS and scene.word(who.at - 1) == "," and _is_told_of(scene, who.at)
    about = hit.stop + (scene.word(hit.stop) == "that")
    return verb in words_of("opines") and scene.word(about) not in _ITSELF and is_named(who)


def _fits(scene: Scene, hit: Hit, who: Caller, *, told: bool) -> bool:
    """Whether somebody whom a reader can identify tells it with a verb; `told`: is told it."""
    verb = scene.column.words[hit.first]
    if told or verb == "heard":
        return hears(who)
    return (verb not in words_of("verb of several") or who.is_several) and is_known(who)


def _is_told_of(scene: Scene, at: int) -> bool:
    """Whether a full name, or one with a title, stands before a pronoun: "Mr Lund's boat sank, he said"."""
    before = [one for one in range(scene.where.start, at) if one in scene.names]
    return any(one + 1 in scene.names or scene.word(one - 1) in _TITLES for one in before)


def _is_inserted(scene: Scene, at: int) -> bool:
    """Whether what begins at a token may be inserted between a subject and its verb."""
    word = scene.column.words[at]
    return word in _INSERTS or at in scene.names or word.endswith(("ed", "ing")) or word in words_of("participle")


def _begin(scene: Scene, last: int) -> int:
    """Return where the part between signs begins that ends with the token `last`."""
    at = last
    while at > scene.where.start and scene.column.words[at - 1] not in _SIGNS:
        at -= 1
    return max(at, scene.where.start)


def _part(scene: Scene, last: int) -> range | None:
    """Return the tokens that end at `last` and may be those by which somebody is called."""
    words, first = scene.column.words, last
    if last < scene.where.start or words[last] in _PARTED:
        return None
    lowest = max(scene.where.start, last - LONGEST)
    while first > lowest and words[first - 1] not in _PARTED and words[first - 1] not in words_of("end"):
        first -= 1
    for at in range(first, last + 1):
        if words[at] in DETERMINERS and (at == first or words[at - 1] not in PREPOSITIONS):
            return range(at, last + 1)
    return None if words[first] in PREPOSITIONS and first != last else range(first, last + 1)


def _behind(scene: Scene, start: int) -> range | None:
    """Return who stands behind a verb or "according to", where that is somebody by what they are."""
    words, stop = scene.column.words, start
    while stop < min(scene.where.stop, start + LONGEST):
        if words[stop] in _PARTED or words[stop] in words_of("end"):
            break
        if words[stop] in DETERMINERS and stop > start and words[stop - 1] not in PREPOSITIONS:
            break
        stop += 1
    who = range(start, stop)
    return who if who and is_known(caller(scene, who)) else None
