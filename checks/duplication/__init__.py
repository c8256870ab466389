"""What is said twice: within an article, and across the articles of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.article import PROSE, Article, BlockKind
from checks.duplication.across import compare_all
from checks.duplication.corpus import Duplicate
from checks.duplication.options import DuplicationOptions
from checks.duplication.phrases import repeated_phrases
from checks.duplication.rules import NEAR_DUPLICATE, REPEATED_PASSAGE, REPEATED_PHRASE, SHARED_PASSAGE
from checks.duplication.within import repeats
from checks.finding import Finding, Related
from checks.position import Span
from checks.rule import Check, Context, related

WORD_FOR_WORD = 0.97
ALMOST = 0.75
SAME = 0.9
OPENINGS = PROSE | {BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that stands elsewhere too, with the other places."""

    span: Span
    likeness: float
    surest: float
    elsewhere: tuple[Related, ...]


def run(article: Article, context: Context[DuplicationOptions]) -> Iterator[Finding]:
    """Yield what the article repeats of itself."""
    places = [
        Place(one.again, one.likeness, one.surest, (related(article, one.first, "said here before"),))
        for one in repeats(article, context.options.min_passage_words)
    ]
    for place in _merged(places):
        words, lines = len(article.slice(place.span).split()), [str(other.line) for other in place.elsewhere]
        where = f"line{'s' if len(lines) > 1 else ''} {' and '.join(dict.fromkeys(lines))}"
        message = f"{words} words repeat what stands in {where}, {_how(place.likeness)}."
        yield REPEATED_PASSAGE.finding(
            article, place.span, message, confidence=_sure(place.surest), related=place.elsewhere
        )
    for phrase in repeated_phrases(article, context.options.max_phrase_share):
        first, *others = phrase.places
        share = f"{phrase.share:.1%}"
        message = f"“{' '.join(phrase.words)}” stands here {len(phrase.places)} times, {share} of all words."
        confidence = min(0.95, 0.6 + 5 * (phrase.share - context.options.max_phrase_share))
        elsewhere = [related(article, place, "again") for place in others]
        yield REPEATED_PHRASE.finding(article, first, message, confidence=confidence, related=elsewhere)


def compare(articles: Sequence[Article], context: Context[DuplicationOptions]) -> Iterator[tuple[str, Finding]]:
    """Yield what the articles have in common, for each of the articles concerned."""
    found = compare_all(articles, context.options.min_shared_words)
    yield from _duplicates(articles, found.duplicates, context.options.related_articles)
    places: dict[int, list[Place]] = defaultdict(list)
    for one in found.shared:
        for number, span, other, there in (
            (one.one, one.here, one.two, one.there),
            (one.two, one.there, one.one, one.here),
        ):
            note = f"in {_name(articles[other])}"
            place = Place(span, one.likeness, one.surest, (related(articles[other], there, note),))
            places[number].append(place)
    for number, some in sorted(places.items()):
        article = articles[number]
        for place in _merged(some):
            words, (first, *more) = len(article.slice(place.span).split()), place.elsewhere
            also = f" and in {len(more)} more" if more else ""
            message = f"{words} words also stand {first.note}{also}, {_how(place.likeness)}."
            yield (
                article.id,
                SHARED_PASSAGE.finding(
                    article, place.span, message, confidence=_sure(place.surest), related=place.elsewhere
                ),
            )


def _duplicates(articles: Sequence[Article], pairs: Sequence[Duplicate], shown: int) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for each near-duplicate of each article, the closest first, up to a number."""
    beside: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        beside[pair.one].append((pair.likeness, pair.two))
        beside[pair.two].append((pair.likeness, pair.one))
    for number, others in sorted(beside.items()):
        article = articles[number]
        closest = sorted(others, key=lambda other: (-other[0], other[1]))
        for place, (likeness, other) in enumerate(closest[:shown], 1):
            more = len(closest) - shown if place == shown else 0
            also = f" So do {more} more articles." if more > 0 else ""
            how = "the same" if likeness >= SAME else "much the same"
            message = f"Says {how} as {_name(articles[other])} (likeness {likeness:.0%}).{also}"
            finding = NEAR_DUPLICATE.finding(
                article,
                _opening(article),
                message,
                confidence=min(0.99, 0.6 + 0.4 * likeness),
                related=(related(articles[other], None, "the other article"),),
            )
            yield article.id, finding


def _opening(article: Article) -> Span | None:
    """Return the title, or the first sentence where there is none.

    A near-duplicate concerns the whole article; it is pinned to where that begins, since an annotation in a pull
    request or an editor needs a place.
    """
    for block in article.blocks:
        if not block.boilerplate and block.kind in OPENINGS:
            sentences = article.sentences_of(block)
            return block.span if block.kind is BlockKind.HEADING or not sentences else sentences[0].span
    return None


def _merged(places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places in order; those that lie one in another, or nearly, become one with all that they relate to."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.span.start, -one.span.end)):
        last = kept[-1] if kept else None
        if last is not None and _overlap(last.span, place.span) * 2 > min(last.span.length, place.span.length):
            span = Span(last.span.start, max(last.span.end, place.span.end))
            kept[-1] = Place(
                span,
                max(last.likeness, place.likeness),
                max(last.surest, place.surest),
                last.elsewhere + place.elsewhere,
            )
        else:
            kept.append(place)
    yield from kept


def _overlap(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)


def _how(likeness: float) -> str:
    if likeness >= WORD_FOR_WORD:
        return "word for word"
    return "almost word for word" if likeness >= ALMOST else "in other words"


def _sure(likeness: float) -> float:
    """Return the confidence in a passage whose surest pair of sentences is so alike."""
    return min(0.97, 0.05 + 0.95 * likeness)


def _name(article: Article) -> str:
    return f"“{article.title}” ({article.id})" if article.title else article.id


CHECK = Check(
    name="duplication",
    summary="Passages and phrases said twice, and articles that say the same.",
    rules=(REPEATED_PASSAGE, REPEATED_PHRASE, SHARED_PASSAGE, NEAR_DUPLICATE),
    options=DuplicationOptions,
    run=run,
    compare=compare,
    languages=frozenset(),
)
