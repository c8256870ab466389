"""Credits: sources that a sentence names well enough for a reader to find them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.evidence.sources.offices import offices
from checks.evidence.sources.owners import acronyms, spelled_out
from checks.evidence.sources.saying import PRONOUNS, calls_without_words, follows_quotation, is_passive, is_tag, reports
from checks.evidence.sources.scene import DETERMINERS, NOT_NAMES, Attribution, Scene, words_of
from checks.evidence.sources.studies import (
    CLOSE,
    NEAR,
    NEXT,
    PARTED,
    is_periodical,
    lines,
    named_next,
    pointers,
    studies,
)
from checks.phrases import Hit

LONGEST_PRESENTED = 30
"""Tokens before a verb of speech in which its speaker is presented: "Iversen, who has run the ward since …, said"."""

_PRESENTING = frozenset({"a", "an", "the", "who", "whose", "one"})
_INSIDE = frozenset({".", "&", "dr", "prof", "mr", "mrs", "ms", "st"})
_ITSELF = frozenset({"it", "its"})
_CLOSING = frozenset({",", ")", "—", "–", ".", ";"})
_BESIDE = frozenset({"also", "now", "still", "recently", "itself", "alone"})
"""Words between a name and its verb."""
_WITHIN = frozenset({"of", "for", "the", "and", "&", "on", "at"})
"""Words within the name of an agency."""
_FAMED = frozenset({"guardian", "economist", "lancet"})
"""Newspapers and periodicals whose name is one word behind an article."""
_AGE = re.compile(r"[1-9]\d")


def credited(scene: Scene) -> list[Attribution]:
    """Return the sources that a sentence names, and whom it has speak."""
    said = [*_according(scene), *_taken(scene), *_said(scene), *studies(scene), *pointers(scene), *lines(scene)]
    said += [one for one in offices(scene) if not any(one.span.overlaps(other.span) for other in said)]
    return said if any(one.kind == "named" for one in said) else [*said, *_stated(scene)]


def _according(scene: Scene) -> Iterator[Attribution]:
    """Yield "according to" and its like with the name that follows in the same breath."""
    words = scene.column.words
    for hit in scene.hits.get("according", ()):
        single = hit.stop == hit.first + 1
        if (
            single
            and words[hit.first] == "per"
            and hit.first > scene.where.start
            and words[hit.first - 1] not in PARTED
        ):
            continue  # "miles per USB port"
        inside = named_next(scene, hit.stop, NEXT if single else NEAR)
        if single and inside and scene.column.forms[hit.first] == "Per" and scene.word(inside[-1] + 1) != ",":
            continue  # "Per Lund joined in May", a name
        if not inside and not single and (stop := _presented_first(scene, hit) or _of_office(scene, hit)):
            yield Attribution("named", scene.column.span(hit.first, stop))
        elif inside and not (words[hit.first : hit.stop] == ["published", "in"] and _is_place(scene, hit, inside)):
            kind = "name" if _is_given(scene, inside) else "named"
            yield Attribution(kind, scene.column.span(hit.first, _with_work(scene, inside[-1] + 1)))


def _taken(scene: Scene) -> Iterator[Attribution]:
    """Yield whence the list is that a sentence leads in: "The rules below come from the Road Agency's handbook:"."""
    if not scene.where or scene.column.words[scene.where.stop - 1] != ":":
        return
    for hit in scene.hits.get("taken", ()):
        led = scene.column.words[scene.where.start : hit.first]
        inside = () if words_of("list").isdisjoint(led) else named_next(scene, hit.stop, NEAR)
        if inside:
            yield Attribution("named", scene.column.span(hit.first, _with_work(scene, inside[-1] + 1)))


def _with_work(scene: Scene, stop: int) -> int:
    """Return where a name ends with the work that it names: "the STAR*D trial", "the Road Agency's handbook"."""
    return stop + (scene.has("study", range(stop, stop + 1)) or scene.word(stop) in words_of("work"))


def _presented_first(scene: Scene, hit: Hit) -> int:
    """Return where a name ends that is led in by what its owner is: "according to the head teacher, Marta Lund"."""
    words, names = scene.column.words, scene.names
    stop = next((at for at in range(hit.stop, min(hit.stop + NEAR, scene.where.stop)) if words[at] == ","), hit.stop)
    led = [words[at] for at in range(hit.stop, stop)]
    inside = [at for at in range(stop + 1, min(stop + CLOSE, scene.where.stop)) if at in names]
    if not led or led[0] not in DETERMINERS or not {stop + 1, stop + 2} <= names or not _is_of_somebody(led):
        return 0
    # "According to the chart, Cape Wrath is near" opens with a work, and what follows is another matter.
    opens = hit.first == scene.where.start and not scene.has("role", range(hit.stop, stop))
    return 0 if opens or scene.word(inside[-1] + 1) not in _CLOSING else inside[-1] + 1


def _is_of_somebody(led: Sequence[str]) -> bool:
    """Whether words say what somebody is, "the head of the school", and are no work and no other phrase."""
    other = words_of("work") | words_of("records") | words_of("no-source") | (words_of("between") - _WITHIN)
    return other.isdisjoint(led) and all(word.replace("'", "").replace("-", "").isalpha() for word in led)


def _of_office(scene: Scene, hit: Hit) -> int:
    """Return where the work of an office ends that its readers know: "according to a county survey"; 0 without one.

    A thing's own work tells whose it is, too: "according to the town's traffic survey".
    """
    words = scene.column.words
    if scene.word(hit.stop) not in DETERMINERS:
        return 0
    whose = False
    for at in range(hit.stop + 1, min(hit.stop + NEAR, scene.where.stop)):
        word = words[at]
        if word in words_of("work") or word in words_of("records"):
            return at + 1 if whose else 0
        if not word.replace("'", "").isalpha() or word in words_of("between"):
            return 0
        whose = whose or word in words_of("office") or (word.endswith("'s") and word[:-2] in words_of("town"))
    return 0


def _is_given(scene: Scene, inside: Sequence[int]) -> bool:
    """Whether a name is a mere first name, of somebody who was not introduced before nor is here."""
    last, given = inside[-1], words_of("given name")
    if len(inside) > 1 or scene.word(last) not in given or scene.word(last) in scene.known:
        return False
    if scene.word(last + 1) == "," and scene.word(last + 2) in {"a", "an", "who", "whose"}:
        return False
    if scene.word(last + 1) == "and" and last + 2 in scene.names and scene.word(last + 2) not in given:
        return False
    return not scene.has("role", range(last - CLOSE, last + CLOSE))


def _is_place(scene: Scene, hit: Hit, inside: Sequence[int]) -> bool:
    """Whether something was published in a place rather than in a periodical: "published in London in 1922"."""
    if is_periodical(scene, inside):
        return False
    before = range(max(scene.where.start, hit.first - CLOSE), hit.first)
    return len(inside) == 1 or words_of("work").isdisjoint(scene.column.words[at] for at in before)


def _said(scene: Scene) -> Iterator[Attribution]:
    """Yield verbs of speech with the name or pronoun that they belong to."""
    words = scene.column.words
    for hit in scene.hits.get("speech", ()):
        if hit.first in scene.names or is_passive(scene, hit) or calls_without_words(scene, hit):
            continue  # part of a name, as in United States, or "was described"
        presented = _presented(scene, hit)
        who = [at for at in range(hit.first - NEAR, hit.first) if at in scene.names]
        who = [presented, *who] if presented < hit.first else _beside_verb(scene, hit, who)
        if not who and follows_quotation(scene, hit.first):
            who = [at for at in range(hit.stop, hit.stop + CLOSE) if at in scene.names]
        elif not who and is_tag(scene, hit):
            who = [hit.first - 1]
        if who:
            yield _speaking(scene, hit, who)
        elif hit.first > scene.where.start and words[hit.first - 1] in PRONOUNS:
            yield Attribution("pronoun", scene.column.span(hit.first - 1, hit.stop), speech=True)


def _beside_verb(scene: Scene, hit: Hit, who: list[int]) -> list[int]:
    """Return the names that may be the subject of a verb: none in "In evidence to MPs, the boss said"."""
    words = scene.column.words
    if not who or words[hit.first - 1] == ",":
        return who
    cut = next((at for at in range(hit.first - 1, who[-1], -1) if words[at] == ","), None)
    return [] if cut is not None and words[cut + 1] in DETERMINERS else who


def _is_owner(scene: Scene, who: Sequence[int]) -> bool:
    """Whether a run of names is that of an agency, an institute or a newspaper, such as "The Guardian"."""
    words = [scene.column.words[at] for at in who]
    named = {" ".join(words[first:stop]) for first in range(len(words)) for stop in range(first + 1, len(words) + 1)}
    return not named.isdisjoint(spelled_out()) or (len(words) == 1 and words[0] in _FAMED)


def _stated(scene: Scene) -> Iterator[Attribution]:
    """Yield agencies, institutes and the like with what they found or count: "the Department of Energy puts …"."""
    words, forms = scene.column.words, scene.column.forms
    for hit in scene.hits.get("states", ()):
        last = hit.first - 1
        if last >= scene.where.start and words[last] in _BESIDE:
            last -= 1
        if last not in scene.names:
            continue
        first = at = last
        while at >= max(scene.where.start, last - NEAR) and (at in scene.names or words[at] in _WITHIN):
            first = at if at in scene.names else first
            at -= 1
        who = [at for at in range(first, last + 1) if at in scene.names]
        placed = scene.has("institution", range(first, last + 1)) or any(forms[at] in acronyms() for at in who)
        placed = placed or _is_body(scene, hit, who)
        if placed or _is_owner(scene, who):
            yield Attribution("named", scene.column.span(first, hit.stop), speech=True)


def _speaking(scene: Scene, hit: Hit, who: Sequence[int]) -> Attribution:
    words, forms = scene.column.words, scene.column.forms
    first, stop = min(who[0], hit.first), max(who[-1] + 1, hit.stop)
    # A role stands before the name, between name and verb, or behind both: "said Marta Iversen, the ranger".
    near = range(first - CLOSE, stop + (NEAR if scene.word(stop) in PARTED else 0))
    placed = scene.has("role", near) or scene.has("institution", near) or _is_body(scene, hit, who)
    ends = next((at for at in range(first, scene.where.stop) if at not in scene.names), stop)
    placed = placed or any(is_presented(scene, at) for at in (ends, stop, *(at + 1 for at in who)))
    placed = placed or scene.has("told-in", range(scene.where.start, hit.first))
    known = any(words[at] in scene.known or forms[at] in acronyms() for at in who) or _is_owner(scene, who)
    placed = placed or _is_led_in(scene, first, hit)
    kind = "name"
    if reports(scene, hit):
        kind = "named" if placed or known else "person" if _is_full(scene, hit, who) else "name"
    return Attribution(kind, scene.column.span(_whole(scene, first), stop), speech=True)


def _is_full(scene: Scene, hit: Hit, who: Sequence[int]) -> bool:
    """Whether a full name, or one with a title, stands beside the verb: "Marta Lund said", "said Mrs Lund".

    A brand that speaks of its own is nobody whom a reader could ask.
    """
    words, last = scene.column.words, who[-1]
    about = hit.stop + (scene.word(hit.stop) == "that")
    beside = all(words[at] in _BESIDE or not words[at].isalnum() for at in range(last + 1, hit.first))
    first = last - 1 - (words[last - 1] == "&")
    pair = {first, last} <= scene.names and words[first] not in NOT_NAMES and words[last].isalpha()
    return beside and pair and scene.word(about) not in _ITSELF


def _is_led_in(scene: Scene, first: int, hit: Hit) -> bool:
    """Whether a full name between commas is led in by what its owner is: "the school's matron, Marta Lund, said"."""
    if not {first, first + 1} <= scene.names or scene.word(first - 1) != "," or scene.word(hit.first - 1) != ",":
        return False
    before = range(max(scene.where.start, first - 1 - NEAR), first - 1)
    led = [at for at in before if scene.word(at) in DETERMINERS or scene.word(at).endswith("'s")]
    return bool(led) and all(scene.word(at).replace("'", "").isalpha() for at in range(led[-1], first - 1))


def is_presented(scene: Scene, stop: int) -> bool:
    """Whether a name that ends before `stop` is told more of right behind it: "Lund, who heads the drainage board".

    Behind a first name and a surname, an age or what somebody is tells enough: "Marta Lund, 71", "Marta Lund, a baker".
    """
    if scene.word(stop) not in {",", "—", "–", "("}:
        return False
    after, full = scene.word(stop + 1), stop - 1 in scene.names and stop - 2 in scene.names
    aged = _AGE.fullmatch(after) and scene.word(stop + 2) in _CLOSING
    return after in {"who", "whose", "which"} or (
        full and (bool(aged) or (after in {"a", "an"} and bool(scene.word(stop + 2))))
    )


def _is_body(scene: Scene, hit: Hit, who: Sequence[int]) -> bool:
    """Whether who speaks right before a verb is a body by its name: "Harbor Police said", "the Tide Office said"."""
    last = hit.first - 1
    return last in who and last - 1 in scene.names and scene.column.words[last] in words_of("body")


def _presented(scene: Scene, hit: Hit) -> int:
    """Return where the name begins that is presented between commas before the verb; where the verb is without one.

    In "Iversen, a nurse at Saint Olaf, told …" the name next to the verb is that of the hospital.
    """
    words, names = scene.column.words, scene.names
    if scene.word(hit.first - 1) != ",":
        return hit.first
    for at in range(hit.first - 2, max(scene.where.start, hit.first - LONGEST_PRESENTED), -1):
        presenting = words[at + 1] in _PRESENTING or scene.has("role", range(at + 1, at + 2))
        if words[at] == "," and presenting and at - 1 in names:
            first = at - 1
            while first > scene.where.start and (first - 1 in names or words[first - 1] in _INSIDE):
                first -= 1
            return first
    return hit.first


def _whole(scene: Scene, first: int) -> int:
    """Return where a speaker's name begins who is introduced with more words than `NEAR`, so that it is shown whole."""
    words = scene.column.words
    joining, whole, at = words_of("joining"), first, first - 1
    while at >= max(scene.where.start, first - NEAR):
        if at in scene.names:
            whole = at
        elif words[at] not in joining and not scene.has("role", range(at, at + 1)):
            break
        at -= 1
    return whole
