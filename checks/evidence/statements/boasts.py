"""Boasts: what a seller says of its success, on which its own word is no evidence.

Authors may vouch for what they plan, charge, offer and have lived through, and
for what their product has. What it does for customers, how many of them are
content, how it compares and where it ranks is what a reader doubts, whoever
tells it: advertisers have to be able to substantiate just that. The word lists
are ours, by reading pages of sellers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from checks.article import Article, once
from checks.evidence.statements import effects
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.exempt import FRAGMENT, exempt
from checks.evidence.statements.outline import outlines, shape
from checks.evidence.statements.rivalry import acts, beats, heals, outdoes, promised, ranked, unbeaten
from checks.evidence.statements.satisfaction import content, endorsed, gained, succeeds, trusted
from checks.evidence.statements.selling import Line, line_of, sells, words_of
from checks.evidence.statements.topic import is_strict
from checks.evidence.statements.unclaimed import is_own_work
from checks.tokens import tokens

SURE = 0.65
"""How likely an editor is to ask for a source of a boast, by reading."""


@once
def boasts(article: Article) -> Mapping[int, Demand]:
    """Return what sentences boast of, by sentence."""
    everywhere = sells(article) or is_strict(article)
    column, openers = tokens(article), _openers().keys()
    found: dict[int, Demand] = {}
    for sentence, outline in zip(article.sentences, outlines(article), strict=True):
        if not (everywhere or outline.own) or "quote" in outline.glance:
            continue
        if openers.isdisjoint(column.of(sentence.index)):
            continue
        before = sentence.index - 1
        goes_on = before in found and article.sentences[before].block == sentence.block
        told = boast(line_of(article, sentence.index, goes_on=goes_on))
        if told and exempt(article, sentence) in {"", FRAGMENT} and not is_own_work(article, sentence):
            found[sentence.index] = told
    return found


def boast(line: Line) -> Demand | None:
    """Return what a sentence boasts of; None where it does not."""
    openers = _openers()
    opened = sorted({number for word in openers.keys() & line.seen for number in openers[word]})
    for kind in map(_kinds().__getitem__, opened):
        if kind.beside.isdisjoint(line.seen):
            continue
        place = kind.find(line)
        if place is not None and words_of("aimed").isdisjoint(line.words(line.where.start, place.start)):
            return Demand(line.column.span(place.start, place.stop), kind.told, kind.settles, SURE)
    return None


class _Kind(NamedTuple):
    """A kind of boast."""

    find: Callable[[Line], range | None]
    opens: frozenset[str]
    """Words of which one must stand in a sentence."""
    beside: frozenset[str]
    """Words of which another one must, so that few sentences are looked at closely."""
    told: str
    settles: str


@cache
def _openers() -> Mapping[str, tuple[int, ...]]:
    """Return, by word, the kinds that one of their openers is, as indices."""
    found: dict[str, list[int]] = {}
    for number, kind in enumerate(_kinds()):
        for word in kind.opens:
            found.setdefault(word, []).append(number)
    return {word: tuple(them) for word, them in found.items()}


@cache
def _kinds() -> tuple[_Kind, ...]:
    """Return how each kind of boast is found, what is said of it, and what would settle it; the most telling first."""
    crowd = words_of("crowd") | words_of("people")
    return (
        _Kind(
            succeeds,
            words_of("rate") | words_of("won") | words_of("lost"),
            words_of("own") | {"we", "we've"},
            "gives the author's own rate of success",
            "say how it was counted, over which cases and years, and who can check it",
        ),
        _Kind(
            content,
            crowd,
            words_of("attests") | words_of("trusts"),
            "says how many customers are satisfied or better off",
            "name the survey, its year and how many took part",
        ),
        _Kind(
            trusted,
            words_of("trusting") | {"join"},
            crowd,
            "says how many rely on it",
            "say how and when they were counted",
        ),
        _Kind(
            gained,
            crowd | words_of("ours") | words_of("one") | {"they"},
            words_of("gains") | words_of("tells"),
            "says what customers gain",
            "say how that was measured, on whom and when",
        ),
        _Kind(
            ranked,
            words_of("ranked") | words_of("superlative") | words_of("most") | words_of("champion"),
            words_of("first") | words_of("superlative") | words_of("champion") | {"most", "year"},
            "ranks the author's own product or service above others",
            "say who ranked it, when and against what",
        ),
        _Kind(
            beats,
            words_of("others") | {"we", "us", "ours"},
            frozenset(["than", "like", "as", "other", "others"]),
            "compares the product with others",
            "cite a source for the comparison",
        ),
        _Kind(
            unbeaten,
            words_of("quality") | shape("comparative") | {"as"},
            frozenset(["no", "nobody", "nothing"]),
            "says that nothing is above it",
            "say who compared them, or leave the rank out",
        ),
        _Kind(
            outdoes,
            frozenset(["times", "x", "itself", "twice"]),
            words_of("quality") | shape("comparative") | {"pay", "pays", "paid", "as"},
            "says by how much the author's own product or service is better",
            "cite who measured that, on whom and when",
        ),
        _Kind(
            acts,
            words_of("acts"),
            frozenset(["by", "half", "%", "percent"]),
            "says how much the author's own product or service achieves",
            "cite who measured that, on whom and when",
        ),
        _Kind(
            endorsed,
            words_of("endorsers"),
            words_of("endorses") | {"tell", "told", "report"},
            "says who speaks well of it",
            "name them, or the survey, and where it can be read",
        ),
        _Kind(
            heals,
            words_of("heals"),
            effects.of_stakes() | words_of("any"),
            "says what something does for somebody's body",
            "cite a study, a guideline or a health agency",
        ),
        _Kind(
            promised,
            words_of("will") | words_of("helps"),
            words_of("notices") | words_of("earns") | words_of("felt") | {"never"},
            "promises its reader a result",
            "cite what bears out that it comes about, and say how often",
        ),
    )
