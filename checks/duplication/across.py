"""What the articles of a run have in common: near-duplicates, and passages that otherwise different articles share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.article import Article
from checks.duplication.align import Side, Weights, passages, points
from checks.duplication.corpus import (
    CHROME_ARTICLES,
    SMALLEST,
    Duplicate,
    Meeting,
    chrome,
    meetings,
    near_duplicates,
    share_a_stretch,
    signature,
)
from checks.duplication.terms import WORD
from checks.duplication.trim import tight
from checks.duplication.units import Unit, units
from checks.position import Span

WORTHWHILE = 3
"""Rare shingles that two articles share when they have a passage in common; fewer are a name or a turn of phrase."""

LONE = 0.65
"""Likeness that a single sentence must have; two articles on one subject come closer by chance than two sentences of
one article."""
CLOSING_WORDS = 50
CLOSING_SENTENCES = 3
"""What both articles end with, if no longer than so many words and with no more than so many sentences after it, is
standing text."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two articles, by number, have in common; spans are in their texts."""

    one: int
    two: int
    here: Span
    there: Span
    likeness: float
    """1 is word for word."""
    surest: float
    """The likeness of its most alike sentences."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles of a run have in common."""

    duplicates: tuple[Duplicate, ...]
    shared: tuple[Shared, ...]


def compare_all(articles: Sequence[Article], least: int) -> Comparison:
    """Return the near-duplicates among `articles`, and the passages of at least `least` words that others share."""
    everything = [units(article) for article in articles]
    known = chrome(everything)
    sentences = [[unit for unit in some if unit.terms not in known] for some in everything]
    signatures = [signature(article.id, some) for article, some in zip(articles, sentences, strict=True)]
    met = sorted(meetings(signatures), key=lambda meeting: (meeting.one, meeting.two))
    duplicates = sorted(near_duplicates(signatures, met), key=lambda pair: (pair.one, pair.two))
    same = {(pair.one, pair.two) for pair in duplicates}
    different = [
        one
        for one in met
        if one.shared >= WORTHWHILE
        and (one.one, one.two) not in same
        and share_a_stretch(signatures[one.one], signatures[one.two])
    ]
    return Comparison(tuple(duplicates), tuple(_rare(list(_shared(articles, sentences, different, least)))))


def _shared(
    articles: Sequence[Article], sentences: Sequence[Sequence[Unit]], met: Sequence[Meeting], least: int
) -> Iterator[Shared]:
    articles_of = Counter(term for some in sentences for term in {term for unit in some for term in unit.terms})
    weights = Weights(articles_of, max(SMALLEST, len(articles)))
    by_first: dict[int, list[int]] = defaultdict(list)
    for meeting in met:
        by_first[meeting.one].append(meeting.two)
    sides: dict[int, Side] = {}

    def side(number: int) -> Side:
        if number not in sides:
            sides[number] = Side(sentences[number], weights)
        return sides[number]

    for one, others in by_first.items():
        for two in others:
            for passage in passages(points(side(one), side(two), _any), LONE):
                lefts, rights = (
                    sentences[number][first : last + 1]
                    for number, (first, last) in ((one, passage.left), (two, passage.right))
                )
                if _closes(lefts, sentences[one]) and _closes(rights, sentences[two]):
                    continue
                here, there = tight(articles[one], lefts, articles[two], rights)
                if min(_words(articles[one], here), _words(articles[two], there)) >= least:
                    yield Shared(one, two, here, there, passage.likeness, passage.surest)
        sides.pop(one, None)


def _closes(some: Sequence[Unit], everything: Sequence[Unit]) -> bool:
    """Whether the sentences are a short closing, such as an invitation to write in: a publication's standing text."""
    after = everything[-1].index - some[-1].index
    return after <= CLOSING_SENTENCES and sum(unit.words for unit in some) <= CLOSING_WORDS


def _rare(found: Sequence[Shared]) -> Iterator[Shared]:
    """Yield the passages that few articles share; what stands in more, in whatever wording, is site chrome."""
    places: dict[int, list[tuple[Span, int]]] = defaultdict(list)
    for one in found:
        places[one.one].append((one.here, one.two))
        places[one.two].append((one.there, one.one))

    def holders(article: int, span: Span) -> int:
        return len({other for place, other in places[article] if place.overlaps(span)})

    for one in found:
        if max(holders(one.one, one.here), holders(one.two, one.there)) < CHROME_ARTICLES - 1:
            yield one


def _any(_one: Unit, _two: Unit) -> bool:
    return True


def _words(article: Article, span: Span) -> int:
    return len(WORD.findall(article.slice(span)))
