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
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, MarkKind, Sentence, once
from checks.evidence.sources.attribution import attributions
from checks.evidence.sources.references import references
from checks.evidence.statements.outline import LEAST_TOKENS, Outline, outlines, shape

__all__ = ["LONG", "Traits", "extent", "figures", "outlines", "parts", "surroundings", "traits"]

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


def _scale(name: str, *edges: int) -> tuple[str, ...]:
    """Return, for each number up to the last of the rising `edges`, the trait of which of these it has reached."""
    return tuple(f"{name}{_bin(number, *edges)}" for number in range(edges[-1] + 1))


_LENGTHS = _scale("len", 6, 10, 15, 22, 30, 40)
_FIGURES = _scale("figures", 1, 2, 4)
_NAMED = _scale("names", 1, 2, 4, 7)
_PLACES = {
    (True, True): "at:inside",
    (True, False): "at:last",
    (False, True): "at:first",
    (False, False): "at:only",
}
"""Where a sentence stands in its paragraph, by whether another stands before and behind it."""


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


class Traits(NamedTuple):
    """The traits of a sentence, those that many sentences share as what they are shared by."""

    own: Sequence[str]
    """Of its shape, its beginning and whom it credits."""
    outline: Outline
    """Its words, each once, and what is seen of it at a glance."""
    paragraph: tuple[str, ...]
    """Of its paragraph, its heading and the whole text."""
    before: Outline | None
    """The sentence before it in its paragraph."""
    after: Outline | None

    @property
    def pairs(self) -> Iterable[tuple[str, str]]:
        """The pairs of words that stand beside each other, the first behind a `^`."""
        classes = self.outline.classes
        return zip(("^", *classes), classes, strict=False)

    @property
    def place(self) -> str:
        """Where it stands in its paragraph."""
        return _PLACES[self.before is not None, self.after is not None]

    @property
    def names(self) -> Iterator[str]:
        """All of them by name."""
        yield from self.own
        yield from ("g:" + name for name in sorted(self.outline.glance))
        yield from self.outline.distinct
        yield from dict.fromkeys(map(" ".join, self.pairs))
        yield from self.paragraph
        yield self.place
        for sign, other in (("p:", self.before), ("n:", self.after)):
            yield from (sign + name for name in sorted(other.glance)) if other else ()


def traits(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the traits of each sentence of an article by name, in order."""
    return (tuple(one.names) for one in parts(article) if one)


def parts(article: Article, left_out: Container[int] = ()) -> Iterator[Traits | None]:
    """Yield the traits of each sentence of an article, in order; None for a sentence whose index is `left_out`."""
    seen = outlines(article)
    whole = surroundings(article)
    credited = attributions(article)
    headings = _headings(article)
    about = {block: (*whole, *headings[block], *them) for block, them in _paragraphs(article, seen).items()}
    known = _topics(article, seen)
    for sentence, one in zip(article.sentences, seen, strict=True):
        if sentence.index in left_out:
            yield None
            continue
        own = _own_traits(one)
        if not known.isdisjoint(one.names):
            own.append("is:topic")
        if "h!story" in headings[sentence.block]:
            own += [f"story:{name}" for name in sorted(one.glance) if name.startswith(("tense", "present", "past"))]
        if credited[sentence.index]:
            own += {f"a:{each.kind}{'!' if each.speech else ''}" for each in credited[sentence.index]}
        before, after = _beside(article, seen, sentence)
        yield Traits(own, one, about[sentence.block], before, after)


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


def _beside(article: Article, seen: Sequence[Outline], sentence: Sentence) -> tuple[Outline | None, Outline | None]:
    """Return the outlines of the sentences beside one in its paragraph."""
    index, block, sentences = sentence.index, sentence.block, article.sentences
    before = seen[index - 1] if index > 0 and sentences[index - 1].block == block else None
    last = index + 1 == len(sentences) or sentences[index + 1].block != block
    return before, None if last else seen[index + 1]


def figures(one: Outline) -> str:
    """Return the trait of how many figures a sentence gives."""
    return _FIGURES[min(one.figures, len(_FIGURES) - 1)]


def _own_traits(one: Outline) -> list[str]:
    classes = one.classes
    found = [
        _LENGTHS[min(len(classes), len(_LENGTHS) - 1)],
        figures(one),
        _NAMED[min(len(one.names), len(_NAMED) - 1)],
    ]
    if classes:
        found += (f"first:{classes[0]}", "opens:" + " ".join(classes[:3]), f"last:{classes[-1]}")
        if classes[0] in shape("opener"):
            found.append("is:anaphor")
        if ":" in classes[1:6]:
            found.append("is:labelled")
    return found
