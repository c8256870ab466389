"""Satisfaction: what a seller says of its customers: what they gain, how many are content, how often it succeeds."""

from __future__ import annotations

from checks.evidence.statements.selling import Line, is_number, words_of

NEAR = 8
"""Tokens behind those who gain in which the verb stands that says so."""

AMOUNT = 8
"""Tokens behind such a verb in which the amount, the comparison or the result stands."""

SHARED = 7
"""Tokens before those who are content in which it stands how many are."""

_ABOUT = frozenset(
    ["by", "on", "upon", "more", "than", "over", "nearly", "almost", "some", "about", "the", "our", "these"]
)
_OF_TEN = frozenset(["in", "of"])
_PERCENT = frozenset(["%", "percent"])
_STOPS = frozenset(["to", "can", "may", "must", "should", ",", ";", ":", ".", "!", "(", ")", "–", "—"])
_COPULAS = frozenset(["is", "are", "was", "were", "become", "became"])


def gained(line: Line) -> range | None:
    """Return what customers are said to gain: "our customers save 11 hours"."""
    start = line.where.start
    went_on = [start] if line.goes_on and line.word(start) == "they" else []
    for at in (*went_on, *line.places("crowd"), *line.places("ours"), *line.places("one")):
        first, stop = (start, start + 1) if at in went_on else _whose(line, at)
        for verb in range(stop, stop + NEAR) if stop else ():
            if line.word(verb) in _STOPS:
                break
            if line.word(at)[-1:] not in {"s", "y"} and line.word(verb)[-1:] not in {"s", "d"}:
                continue  # "our user experience"
            end = _gain(line, verb)
            if end:
                return range(first, end)
    return None


def _whose(line: Line, at: int) -> tuple[int, int]:
    """Return where a seller's own customers begin and end, "teams that switch to us"; 0, 0 for others."""
    for before in (at - 1, at - 2, at - 3) if line.word(at) in words_of("ours") else ():
        if line.word(before) in words_of("own"):
            return before, at + 1
        if not line.word(before).isalnum():
            break
    bare = at == line.where.start and line.word(at + 1) not in {"who", "that", "which", "with", "without"}
    if bare and line.selling and line.word(at) in words_of("ours"):
        return at, at + 1  # "Users get their refunds sooner"
    if line.word(at + 1) == "of" and line.word(at + 2) in {"ours", "mine"}:
        return at, at + 3
    if line.selling and line.word(at + 1) in {"who", "that"} and line.word(at + 2) in words_of("chooses"):
        us = next((one for one in range(at + 3, at + 6) if line.word(one) in words_of("us")), 0)
        return (at, us + 1) if us else (0, 0)
    average = line.selling and line.word(at) in words_of("one") and line.word(at - 1) in {"average", "typical"}
    return (at - 1, at + 1) if average else (0, 0)


def _gain(line: Line, verb: int) -> int:
    """Return where a gain ends whose verb stands at `verb`; 0 without one."""
    word = line.word(verb)
    if word in words_of("tells"):
        return verb + 1
    if word not in words_of("gains"):
        return 0
    reach = 4 if word in _COPULAS else AMOUNT
    rest = line.words(verb + 1, verb + 1 + reach)
    if "free" in rest[:-1] and rest[rest.index("free") + 1] in {"of", "from"}:
        return verb + 2 + rest.index("free")
    if not words_of("deal").isdisjoint(rest):
        return 0
    for at, each in enumerate(rest):
        bound = each in {"more", "less", "fewer"} and line.word(verb + at + 2) == "than"
        if (each in words_of("much") and not bound) or (word in words_of("spares") and each in words_of("time")):
            return verb + at + 2
    return 0


def content(line: Line) -> range | None:
    """Return how many are said to be content: "nine out of ten managers say", "2,300 homes trust us"."""
    for at in (*line.places("crowd"), *line.places("people")):
        verbs = line.words(at + 1, at + 1 + NEAR)
        first = _share(line, at)
        tells = first >= 0 and enumerate(verbs, at + 1)
        verb = next((one for one, word in tells or () if word in words_of("attests") or _gain(line, one)), 0)
        if first >= 0 and verb:
            return range(first, verb + 1)
        trust = next((at + 1 + one for one, word in enumerate(verbs) if word in words_of("trusts")), 0)
        behind = line.words(trust + 1, trust + 5) if trust else []
        if trust and (is_number(line.word(at - 1)) or first >= 0) and not words_of("us").isdisjoint(behind):
            return range(first if first >= 0 else at - 1, trust + 1)
    return None


def _share(line: Line, at: int) -> int:
    """Return where a share of those at `at` begins: "94 percent of our", "nine in ten"; -1 without."""
    least = max(line.where.start, at - SHARED)
    for one in range(at - 1, least - 1, -1):
        word, before = line.word(one), line.word(one - 1)
        if word == "of" and (before in _PERCENT or before in words_of("many") or before == "most"):
            return one - 2 if before in _PERCENT else one - 1
        if is_number(word) and before in _OF_TEN and (is_number(line.word(one - 2)) or line.word(one - 2) == "out"):
            return max(line.where.start, one - 3 if line.word(one - 2) == "out" else one - 2)
        if not word.isalpha():
            break
    return -1


def endorsed(line: Line) -> range | None:
    """Return who is said to speak well of what is sold: "dermatologists recommend it", "customers tell us that"."""
    for at in line.places("endorsers") if line.selling else ():
        verb = at + 1 + (line.word(at + 1) in {"also", "often", "now", "all", "even"})
        if line.word(verb) in words_of("endorses") and line.word(verb + 1) in words_of("endorsed"):
            return range(at, verb + 2)
        told = line.word(verb) in {"tell", "told", "report"} and "that" in line.words(verb + 1, verb + 3)
        if told and (line.word(verb) == "report" or line.word(verb + 1) == "us"):
            return range(at, verb + 2)
    return None


def trusted(line: Line) -> range | None:
    """Return by how many something is said to be trusted: "trusted by 10,000 teams", "join 500 schools"."""
    places = [at for at in line.places("trusting") if "by" in line.words(at + 1, at + 3)]
    if line.word(line.where.start) == "join":
        places.append(line.where.start)
    for at in places if line.selling or line.own else ():
        behind = line.words(at + 1, at + 2 + NEAR)
        crowd = next((one for one, word in enumerate(behind) if word in words_of("crowd") | words_of("people")), 0)
        told = next((word for word in behind[:crowd] if word not in _ABOUT), "")
        if is_number(told) or told in words_of("many"):
            return range(at, at + 2 + crowd)
    return None


def succeeds(line: Line) -> range | None:
    """Return a rate of success of the author's own: "our success rate is 99 percent", "we have won 97 percent"."""
    for at in line.places("rate"):
        before = line.words(at - 3, at)
        named = line.word(at) in words_of("success") or not words_of("success").isdisjoint(before)
        behind = line.words(at + 1, at + 1 + NEAR)
        told = any(is_number(word) or word in words_of("quality") | words_of("much") for word in behind)
        if named and told and not words_of("own").isdisjoint(before):
            return range(at - 1, at + 2)
    for at in line.places("won"):
        rest = line.words(at + 1, at + 1 + NEAR)
        wanted = words_of("cases") if line.word(at) in {"won", "recovered", "secured"} else words_of("crowd")
        if line.own and not {"we", "we've"}.isdisjoint(line.words(at - 3, at)) and not wanted.isdisjoint(rest):
            return range(at, at + 1 + next(one for one, word in enumerate(rest, 1) if word in wanted))
    never = (at for at in line.places("lost") if line.word(at - 1) == "never" and line.own)
    return next((range(at - 1, at + 1) for at in never), None)
