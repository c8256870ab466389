"""Studies: works that a sentence names well enough for a reader to find them, and what sends a reader to one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from checks.evidence.sources.owners import periodicals
from checks.evidence.sources.scene import Attribution, Scene, words_of
from checks.phrases import Hit

NEAR = 8
"""Tokens within which a name and the verb of speech, or a role, belong together."""

NEXT = 2
"""Tokens within which a name follows a single word such as "per" or "citing"."""

CLOSE = 4
"""Tokens within which a study and its author, place or year belong together."""

BEHIND = 3
"""Tokens behind a name in which a word such as "theorem" tells that it is no speaker's."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BY = frozenset({"by", "from", "at"})
_WHERE = frozenset({"of", "in"})
_WITHIN = frozenset({"of", "for"})
"""Words within the name of an office."""
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "!", "?"})
PARTED = frozenset({",", "(", "—", "–", ";"})


def named_next(scene: Scene, start: int, near: int) -> Sequence[int]:
    """Return the tokens of the first name from `start`, before any sign; none where a theorem or a plan is named."""
    words = scene.column.words
    no_source, given = words_of("no-source"), words_of("given name")
    found: list[int] = []
    for at in range(start, scene.where.stop):
        if words[at] in _ENDS or (at >= start + near and not found):
            break
        if at in scene.names or (found and words[at] == "&" and at + 1 in scene.names):
            found.append(at)
        elif found and _is_within(scene, at, given=words[found[-1]] in given):
            continue
        elif found:
            break
        elif words[at] in no_source:
            return ()
    behind = range(found[-1] + 1, min(found[-1] + 1 + BEHIND, scene.where.stop)) if found else range(0)
    for at in behind:
        if words[at] in _ENDS:
            break
        if words[at] in no_source:
            return ()
    return found


def _is_within(scene: Scene, at: int, *, given: bool) -> bool:
    """Whether a token stands within a name: "the National Institutes of Health", "the STAR*D trial"."""
    word = scene.word(at)
    return at + 1 in scene.names and (word == "*" or (word in _WITHIN and not given))


def is_periodical(scene: Scene, inside: Sequence[int]) -> bool:
    """Whether a name is that of a periodical, or one that periodicals bear, such as "Annals"."""
    words = [scene.column.words[at] for at in inside]
    return not words_of("periodical").isdisjoint(words) or any(
        " ".join(words[:stop]) in periodicals() for stop in range(1, len(words) + 1)
    )


def studies(scene: Scene) -> Iterator[Attribution]:
    """Yield studies that are named well enough to be found: by author or place and year, or by their own name."""
    told = scene.hits.get("study", ())
    words = scene.column.words
    people = words_of("people")
    names = frozenset(at for at in scene.names if words[at] not in people) if told else frozenset()
    for hit in told:
        if (hit.first in scene.names and hit.stop in scene.names) or scene.has(
            "institution", range(hit.stop, hit.stop + 1)
        ):
            continue  # part of a longer name, such as Research Council, or of "the research institute"
        near = range(hit.first - CLOSE, hit.stop + CLOSE)
        after = _is_by(scene, hit, names)
        dated = any(_YEAR.fullmatch(words[at]) for at in near if at in scene.where)
        placed = any(at in names for at in near)
        if hit.first - 1 in names or after or (dated and placed) or (placed and scene.has("institution", near)):
            first = hit.first
            while first > scene.where.start and (
                first - 1 in names or _YEAR.fullmatch(words[first - 1]) or words[first - 1] == "*"
            ):
                first -= 1
            yield Attribution("named", scene.column.span(first, max(after, hit.stop)))
            return


def _is_by(scene: Scene, hit: Hit, names: Collection[int]) -> int:
    """Return where a study's author or periodical ends; 0 without: "a study of Germans in Berlin" names neither."""
    words = scene.column.words
    for at in range(hit.stop, min(hit.stop + NEXT, scene.where.stop)):
        ordered = words[at] == "for" and scene.word(at + 1) == "the" and at + 2 in names
        by = (words[at] in _BY and at + 1 in names) or ordered
        inside = named_next(scene, at + 1 + ordered, CLOSE) if by or words[at] in _WHERE else ()
        if inside and (by or is_periodical(scene, inside)):
            return inside[-1] + 1
        if words[at] == "by" and (author := _introduced(scene, at + 1)):
            return author
    return 0


def _introduced(scene: Scene, start: int) -> int:
    """Return where a name ends that a role leads in: "(by) the town's chief engineer, Marta Lund"; 0 without one."""
    for hit in scene.hits.get("role", ()):
        at = hit.stop + (scene.word(hit.stop) == ",")
        if start <= hit.first < start + NEAR and {at, at + 1} <= scene.names:
            inside = named_next(scene, at, NEXT)
            return inside[-1] + 1 if inside else 0
    return 0


def pointers(scene: Scene) -> Iterator[Attribution]:
    """Yield what sends the reader to somebody's work: "see the ministry's report"."""
    words = scene.column.words
    for hit in scene.hits.get("pointer", ()):
        if any(at in scene.names or words[at].endswith(("'s", "s'")) for at in range(hit.first + 1, hit.stop)):
            yield Attribution("named", scene.column.span(hit.first, hit.stop))


def lines(scene: Scene) -> Iterator[Attribution]:
    """Yield lines that do nothing but name a source: "Source: Institute of Bees, 2019"."""
    for hit in scene.hits.get("line", ()):
        inside = named_next(scene, hit.stop, NEXT)
        opens = hit.first <= scene.where.start + 1 or scene.word(hit.first - 1) in PARTED
        if inside and opens:
            yield Attribution("named", scene.column.span(hit.first, inside[-1] + 1))
