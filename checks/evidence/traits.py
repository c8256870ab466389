"""Traits: what a linear model looks at in a sentence and around it.

Each sentence becomes a list of short names: its words (proper names and
numbers only as what they are), pairs of words, the cues of the phrase lists,
its shape and tense, its place in the paragraph, traits of the sentences beside
it, the words of the heading above, and a few of the whole text. Training and
checking call the same function, so that they agree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from checks.article import Article, MarkKind, Sentence, once
from checks.evidence.attribution import attributions
from checks.evidence.outline import LEAST_TOKENS, Outline, outlines, shape
from checks.evidence.references import references

__all__ = ["LONG", "extent", "figures", "outlines", "parts", "surroundings", "traits"]

LONG = 6
"""Sentences from which a text is long enough to show what kind of text it is."""

VOICED = 0.1
"""Share of sentences that speak of the author or to the reader from which a text has a voice of its own."""

SPARSE = 12
"""Sentences for each marker beyond which a text does not cite by markers as a rule."""

TOPIC_TIMES = 3
"""Sentences that name somebody from which they are what the article is about."""

HEADING_WORDS = 8
"""Words of a heading that are looked at."""

_STORY_TITLE = re.compile(
    r"\((?:[\w' -]{0,30} )?(?:film|novel|novella|series|season|opera|play|comics?|video game|game|musical|miniseries"
    r"|short story|manga|anime|episode|ballet|book|poem|character|TV series)\)|\bseason \d",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"[^\W\d_]{3,}")


def _bin(number: float, *edges: float) -> int:
    """Return how many of the rising `edges` a number has reached."""
    return bisect_right(edges, number)


@once
def _sentences(article: Article) -> tuple[Outline, ...]:
    """Return the outlines of what is long enough to be a sentence and no entry of a list of references."""
    listed = references(article).blocks
    return tuple(
        one
        for sentence, one in zip(article.sentences, outlines(article), strict=True)
        if len(one.classes) > LEAST_TOKENS and sentence.block not in listed
    )


@once
def extent(article: Article) -> str:
    """Return how much there is to judge a sentence by.

    `bare` is a single sentence, `short` an excerpt of a few; `marked` is a text that
    cites by markers, where one without a marker stands out; of the rest, `told` is
    what has no link either and hardly ever speaks of its author or to its reader, as
    encyclopedias and reports do whose sources were lost, and `long` what does, whose
    author often is the source.
    """
    seen = _sentences(article)
    size = len(seen)
    if size <= 1:
        return "bare"
    if SPARSE * len(references(article).markers) >= size:
        return "marked"
    if size < LONG:
        return "short"
    voiced = sum(one.own or one.reader or one.instructs for one in seen)
    links = any(one.kind is MarkKind.LINK for one in article.marks)
    return "long" if links or voiced >= VOICED * size else "told"


@once
def surroundings(article: Article) -> tuple[str, ...]:
    """Return the traits of the whole text, which all its sentences share."""
    seen = _sentences(article)
    count = len(seen) or 1
    present = sum(one.present for one in seen)
    past = sum(one.past for one in seen)
    tells = sum(one.persons and one.present > one.past for one in seen)
    return (
        f"d:own{_bin(sum(one.own for one in seen) / count, 0.01, 0.1, 0.3, 0.6)}",
        f"d:reader{_bin(sum(one.reader for one in seen) / count, 0.01, 0.1, 0.3, 0.6)}",
        f"d:how{_bin(sum(one.instructs for one in seen) / count, 0.05, 0.15, 0.3)}",
        f"d:present{_bin(present / (present + past + 1), 0.2, 0.4, 0.6, 0.8)}",
        f"d:names{_bin(sum(len(one.names) for one in seen) / count, 0.3, 1, 2, 3)}",
        f"d:tells{_bin(tells / count, 0.2, 0.4, 0.6, 0.8)}",
        f"d:story{bool(_STORY_TITLE.search(article.title))}",
        f"d:size{_bin(len(seen), 2, 4, 10, 40)}",
        f"d:marked{bool(references(article).markers)}",
    )


def traits(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the traits of each sentence of an article, in order."""
    return (tuple(chain.from_iterable(them)) for them in parts(article))


def parts(article: Article, left_out: Container[int] = ()) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the traits of each sentence in parts: first its own, then those that it shares with other sentences.

    Nothing for a sentence whose index is `left_out`.
    """
    seen = outlines(article)
    whole = surroundings(article)
    credited = attributions(article)
    headings = _headings(article)
    about = {block: (*whole, *headings[block], *them) for block, them in _paragraphs(article, seen).items()}
    known = _topics(article, seen)
    for sentence, one in zip(article.sentences, seen, strict=True):
        if sentence.index in left_out:
            yield ()
            continue
        own = _own_traits(one)
        if not known.isdisjoint(one.names):
            own.append("is:topic")
        if "h!story" in headings[sentence.block]:
            own += [f"story:{name}" for name in one.glance if name.startswith(("tense", "present", "past"))]
        if credited[sentence.index]:
            own += {f"a:{each.kind}{'!' if each.speech else ''}" for each in credited[sentence.index]}
        yield tuple(own), about[sentence.block], *_beside(article, seen, sentence)


def _headings(article: Article) -> tuple[tuple[str, ...], ...]:
    """Return, for each block, the words of the heading that it stands under."""
    said = {at: _said_by(article, at) for at in set(article.headings)}
    return tuple(said[at] for at in article.headings)


def _said_by(article: Article, at: int) -> tuple[str, ...]:
    """Return the words of the heading that is the block `at`; -1 for none."""
    words = _LETTERS.findall(article.slice(article.blocks[at].span).casefold()) if at >= 0 else []
    heading = tuple(f"h:{word}" for word in dict.fromkeys(words[:HEADING_WORDS])) or ("h:none",)
    return heading if shape("story").isdisjoint(words) else (*heading, "h!story")


def _paragraphs(article: Article, seen: Sequence[Outline]) -> dict[int, tuple[str, ...]]:
    """Return, by block, its kind, its size, and whether its author, its reader or what to do is told of in it."""
    found: dict[int, set[str]] = {}
    sizes = Counter(sentence.block for sentence in article.sentences)
    for sentence, one in zip(article.sentences, seen, strict=True):
        here = found.setdefault(sentence.block, set())
        if one.own:
            here.add("par:own")
        if one.reader:
            here.add("par:reader")
        if one.instructs:
            here.add("par:how")
    return {
        block: (f"k:{article.blocks[block].kind}", f"par{_bin(sizes[block], 2, 3, 5, 8)}", *sorted(them))
        for block, them in found.items()
    }


def _topics(article: Article, seen: Sequence[Outline]) -> set[str]:
    """Return the names that the article is about: those in its title, and those that recur."""
    count = Counter(name for one in seen for name in one.names)
    return {name for name, times in count.items() if times >= TOPIC_TIMES} | set(
        _NAMES.findall(article.title.casefold())
    )


def _beside(article: Article, seen: Sequence[Outline], sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """Yield the place of a sentence in its paragraph, and what is seen of the sentences beside it there."""
    index, block, sentences = sentence.index, sentence.block, article.sentences
    before = index > 0 and sentences[index - 1].block == block
    after = index + 1 < len(sentences) and sentences[index + 1].block == block
    yield ("at:inside" if before and after else "at:last" if before else "at:first" if after else "at:only",)
    if before:
        yield _prefixed("p:", seen[index - 1].glance)
    if after:
        yield _prefixed("n:", seen[index + 1].glance)


def figures(one: Outline) -> str:
    """Return the trait of how many figures a sentence gives."""
    return f"figures{_bin(one.figures, 1, 2, 4)}"


@lru_cache(maxsize=1 << 14)
def _prefixed(prefix: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(prefix + name for name in names)


def _own_traits(one: Outline) -> list[str]:
    classes = one.classes
    found = [
        f"len{_bin(len(classes), 6, 10, 15, 22, 30, 40)}",
        figures(one),
        f"names{_bin(len(one.names), 1, 2, 4, 7)}",
    ]
    if classes:
        found += (f"first:{classes[0]}", "opens:" + " ".join(classes[:3]), f"last:{classes[-1]}")
        if classes[0] in shape("opener"):
            found.append("is:anaphor")
        if ":" in classes[1:6]:
            found.append("is:labelled")
    found += _prefixed("g:", one.glance)
    found += one.distinct
    found += dict.fromkeys(map(" ".join, zip(("^", *classes), classes, strict=False)))
    return found
