"""Running on: sentences that go on about the source of another one: "The study also found …", "Of these, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.article import Article
from checks.evidence.sources.attribution import attributions
from checks.evidence.sources.heard import heard
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.support.continuity import (
    ALIKE,
    MATTER,
    adds,
    goes_on,
    goes_on_about_published,
    names_again,
    points_back,
    refers,
    shared,
    tells_further,
    tells_of_work,
    turns,
)
from checks.evidence.support.supports import MARKERS, Support
from checks.tokens import tokens

_TELLING = frozenset({"vague", "speech"})
"""Phrases by which a sentence tells who says it, whoever that is."""

_SAY = frozenset({"believe", "claim", "fear", "say", "think", "warn"})

TOLD = 2
"""Sentences after "According to the census, …" that may still give what the census says."""

LONGEST_RUN = 12
"""Sentences over which a text goes on about one source at most."""


def running_on(
    article: Article, found: Sequence[Sequence[Support]], index: int, block: range
) -> Iterator[tuple[int, Support]]:
    """Yield what stands in another sentence of the paragraph that this one goes on about."""
    at, named, plain = index, True, _is_plain(article, index)
    poor = any(one.poor for one in found[index])
    while at > max(block.start, index - LONGEST_RUN):
        named = named and carries_on(article, at)
        plain = plain and not found[at]
        at -= 1
        usable = [one for one in found[at] if one.good and one.runs_on]
        if usable and not named:
            # What follows a marker without one of its own is not from there, unless it says so.
            usable = [one for one in usable if one.kind not in MARKERS]
        if usable and (named or (not poor and _is_told_on(article, found, index, at))):
            yield from ((at, one) for one in usable)
        elif plain and _is_told_further(article, index, at):
            # "Those in the village" may be anybody's; "Nurses gained most" tells on what the linked survey counted.
            worked = index - at == 1 and tells_of_work(article, at) and not refers(article, index)
            yield from ((at, one) for one in usable if one.kind == "named-source" or (worked and one.kind == "link"))
        if not named and index - at >= TOLD:
            break
    after = index + 1
    if after < block.stop:
        usable = [one for one in found[after] if one.good and one.runs_on and one.kind not in MARKERS]
        if usable and (points_back(article, after) or (not poor and _is_alike(article, index, after))):
            yield from ((after, one) for one in usable)


def _is_plain(article: Article, index: int) -> bool:
    """Whether a sentence credits nobody and risks little, so that it may be told by who was credited before."""
    if attributions(article)[index] or stakes(article, index) >= GRAVE:
        return False
    words = tokens(article).words
    return all(hit.section not in _TELLING and words[hit.first] not in _SAY for hit in heard(article).credits[index])


def _is_told_further(article: Article, index: int, at: int) -> bool:
    """Whether each sentence behind one that credits somebody tells further what that one gives as theirs."""
    return all(carries_on(article, one) or tells_further(article, one, at) for one in range(at + 1, index + 1))


def _is_alike(article: Article, before: int, after: int) -> bool:
    """Whether two sentences beside each other are about the same matter."""
    return shared(article, before, after) >= ALIKE and not turns(article, after)


def carries_on(article: Article, index: int) -> bool:
    """Whether a sentence tells of the source of the one before, or carries on what that gave as found.

    "The study also found …", or behind what somebody found "Of these, …", "The effect faded …".
    """
    return goes_on(article, index) or (
        adds(article, index) and (tells_of_work(article, index - 1) or goes_on(article, index - 1))
    )


def _is_told_on(article: Article, found: Sequence[Sequence[Support]], index: int, at: int) -> bool:
    """Whether a sentence tells more of what an earlier one gave from its source, without naming that again."""
    if names_again(article, index, at):
        return True
    if index - at == 1 and (_is_alike(article, at, index) or goes_on_about_published(article, index)):
        return True
    between = range(at + 1, index)
    return (
        tells_of_work(article, at)
        and not any(found[one] for one in (*between, index))
        and all(shared(article, one, at) >= MATTER for one in (*between, index))
    )
