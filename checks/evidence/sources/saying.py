"""Saying: whether a verb of speech tells that somebody said something, and where a quotation stands beside it."""

from __future__ import annotations

from checks.evidence.sources.scene import DETERMINERS, Scene, words_of
from checks.evidence.sources.studies import NEAR
from checks.phrases import Hit

PRONOUNS = frozenset({"he", "she", "they", "it"})

_CALLING = frozenset({"called", "calls", "dubbed", "labeled", "labelled", "termed"})
_TELLING = frozenset({"told", "tells"})
_OPENING = frozenset('"“‘')
_QUOTATION_ENDS = frozenset("\"”’',")


def reports(scene: Scene, hit: Hit) -> bool:
    """Whether a verb tells what somebody said: "shared the building" is no report, though whoever shares may speak."""
    weak = scene.column.words[hit.first] in words_of("weak")
    return not weak or scene.word(hit.stop) in words_of("opens") or _has_listener(scene, hit)


def _has_listener(scene: Scene, hit: Hit) -> bool:
    """Whether somebody tells it to those who listen, "told the meeting", and does not tell a story."""
    if scene.column.words[hit.first] not in _TELLING:
        return False
    after = hit.stop + (scene.word(hit.stop) in DETERMINERS)
    return any(scene.word(at) in words_of("listener") or at in scene.names for at in (after, after + 1))


def calls_without_words(scene: Scene, hit: Hit) -> bool:
    """Whether somebody calls another one or a thing something, but not in words that are quoted."""
    if scene.column.words[hit.first] not in _CALLING:
        return False
    behind = scene.column.forms[hit.stop : min(hit.stop + NEAR, scene.where.stop)]
    return _OPENING.isdisjoint(behind)


def is_passive(scene: Scene, hit: Hit) -> bool:
    """Whether somebody is said to do something: "was described"."""
    return hit.first > scene.where.start and scene.column.words[hit.first - 1] in words_of("being")


def follows_quotation(scene: Scene, at: int) -> bool:
    """Whether a quotation or a comma stands right before: “…,” said Smith."""
    return at > scene.where.start and scene.column.forms[at - 1] in _QUOTATION_ENDS


def is_tag(scene: Scene, hit: Hit) -> bool:
    """Whether a sentence begins behind a quotation with a name and a verb of speech: “….” Berg said."""
    first, forms = scene.where.start, scene.column.forms
    return (
        hit.first == first + 1
        and first > 0
        and forms[first - 1] in _QUOTATION_ENDS
        and forms[first][0].isupper()
        and scene.column.words[first] not in PRONOUNS
    )
