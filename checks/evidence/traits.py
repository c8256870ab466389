"""Traits: what a linear model looks at in a sentence and around it.

Each sentence becomes a list of short names: its words (proper names and
numbers only as what they are), pairs of words, the cues of the phrase lists,
its shape and tense, its place in the paragraph, traits of the sentences beside
it, the words of the heading above, and a few of the whole text. Training and
checking call the same function, so that they agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks.article import Article, BlockKind, once
from checks.evidence.attribution import attributions
from checks.evidence.references import references
from checks.phrases import phrases
from checks.tokens import Tokens, tokens

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_SUBJECTS = frozenset(
    ["he", "she", "it", "who", "which", "that", "they", "and", "then", "but", "also", "while", "as", "when"]
)
_OWN = frozenset(
    [
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "we're",
        "we've",
        "we'd",
        "we'll",
        "our",
        "ours",
        "us",
        "ourselves",
        "let's",
    ]
)
_READER = frozenset(["you", "your", "yours", "you're", "you'll", "you've", "you'd", "yourself"])
_MODALS = frozenset(
    [
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "shall",
        "cannot",
        "can't",
        "won't",
        "i'll",
        "we'll",
        "you'll",
        "they'll",
    ]
)
_PERSONS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_STORY_HEADINGS = frozenset(
    [
        "plot",
        "synopsis",
        "story",
        "storyline",
        "premise",
        "summary",
        "prologue",
        "epilogue",
        "narrative",
        "episodes",
        "episode",
        "scenario",
        "recap",
        "act",
        "acts",
        "volume",
        "chapter",
        "setting",
        "characters",
        "tale",
        "libretto",
        "argument",
        "campaign",
    ]
)
_STORY_TITLE = re.compile(
    r"\((?:[\w' -]{0,30} )?(?:film|novel|novella|series|season|opera|play|comics?|video game|game|musical|miniseries|short story|manga|anime|"
    r"episode|ballet|book|poem|character|TV series)\)|\bseason \d",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    ["he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "there"]
)
_BE_PRESENT = frozenset(
    ["is", "are", "am", "has", "have", "do", "does", "isn't", "aren't", "it's", "that's", "there's"]
)
_BE_PAST = frozenset(["was", "were", "had", "did", "wasn't", "weren't", "didn't", "hadn't"])


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return forms that are mostly present, mostly past, and bare, of verbs that tell what happens."""
    bare: set[str] = set()
    present: set[str] = set()
    past: set[str] = set()
    for line in files("checks.evidence").joinpath("lexicon/verbs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            base, now, then = line.split()
            bare.add(base)
            present.add(now)
            past.add(then)
    return frozenset(present - past), frozenset(past - present), frozenset(bare - past)


TOPIC_TIMES = 3
"""Sentences that name somebody from which they are what the article is about."""


LEAST_TOKENS = 3
"""Lines with no more tokens are not counted as sentences of a text."""

LONG = 4
"""Sentences from which a text is long enough to show what kind of text it is."""


class Outline(NamedTuple):
    """What is seen of a sentence at a glance."""

    classes: tuple[str, ...]
    """Words, with names, years, numbers and months as `<Name>`, `<year>`, `<num>`, `<month>`."""
    glance: tuple[str, ...]
    """Traits that its neighbours see too."""
    own: bool
    reader: bool
    persons: bool
    present: int
    past: int
    names: int
    figures: int
    subjects: tuple[str, ...]
    """Its names, in lower case."""


@once
def cues(article: Article) -> Mapping[int, tuple[str, ...]]:
    """Return the sections of the list of cues whose phrases begin at a token."""
    found: dict[int, tuple[str, ...]] = {}
    for hit in phrases("checks.evidence", "lexicon/claims.txt").find(tokens(article).words):
        found[hit.first] = (*found.get(hit.first, ()), hit.section)
    return found


@once
def outlines(article: Article) -> tuple[Outline, ...]:
    """Return the outline of each sentence."""
    column = tokens(article)
    skipped = _marker_tokens(article, column)
    found = cues(article)
    return tuple(_outline(column, where, skipped, found) for where in column.sentences)


def _marker_tokens(article: Article, column: Tokens) -> set[int]:
    """Return the tokens of reference markers, which say nothing about the sentence itself."""
    found: set[int] = set()
    for marker in references(article).markers:
        if marker.span.length:
            found.update(range(column.at(marker.span.start), column.at(marker.span.end)))
    return found


def _outline(column: Tokens, where: range, skipped: set[int], hints: Mapping[int, tuple[str, ...]]) -> Outline:
    present_forms, past_forms, bare_forms = _verbs()
    classes: list[str] = []
    glance: set[str] = set()
    present = past = names = figures = own = reader = persons = modals = 0
    before = ""
    subjects: list[str] = []
    for at in where:
        if at in skipped:
            continue
        word, form = column.words[at], column.forms[at]
        first = form[0]
        if at in hints:
            glance.update(hints[at])
        if first.isdigit():
            kind = "<year>" if _YEAR.fullmatch(word) else "<num>"
            figures += 1
            glance.add(kind)
        elif not first.isalpha():
            kind = word
            if kind in '“”"':
                glance.add("quote")
            elif kind in "%$€£":
                glance.add("<measure>")
        elif word in _MONTHS and first.isupper():
            kind = "<month>"
            glance.add(kind)
        elif first.isupper() and classes and word not in _OWN:
            kind = "<Name>"
            names += 1
            subjects.append(word)
        else:
            kind = word
            if word in _OWN:
                own += 1
            elif word in _READER:
                reader += 1
            elif word in _PERSONS:
                persons += 1
            elif word in _MODALS:
                modals += 1
            if word in _BE_PRESENT or word in present_forms:
                present += 1
            elif word in _BE_PAST or word in past_forms or (word.endswith("ed") and len(word) > 4):
                past += 1
            elif word.endswith("s") and (before in _SUBJECTS or before == "<Name>") and not word.endswith("ss"):
                present += 1
        classes.append(kind)
        before = kind
    if persons:
        glance.add("person")
    if own:
        glance.add("own!")
    if reader:
        glance.add("reader!")
    if modals:
        glance.add("modal")
    if names:
        glance.add("names" if names > 1 else "name")
    if classes and classes[0] in bare_forms:
        glance.add("imperative")
    tense = "none" if present + past == 0 else "past" if past > present else "present" if present > past else "both"
    glance.add(f"tense:{tense}")
    if tense in {"past", "present"}:
        glance.add(f"{tense}+{'person' if persons else 'name' if names else 'thing'}")
    return Outline(
        tuple(classes),
        tuple(sorted(glance)),
        own > 0,
        reader > 0,
        persons > 0 or names > 0,
        present,
        past,
        names,
        figures,
        tuple(subjects),
    )


def _bin(number: float, *edges: float) -> int:
    return sum(number >= edge for edge in edges)


@once
def extent(article: Article) -> str:
    """Return how much there is to judge a sentence by.

    `bare` is a single sentence, `short` two or three; `marked` is a text that
    cites by markers, where one without a marker stands out; the rest is `long`.
    """
    size = sum(len(outline.classes) > LEAST_TOKENS for outline in outlines(article))
    if size < 2:
        return "bare"
    if references(article).markers:
        return "marked"
    return "short" if size < LONG else "long"


@once
def surroundings(article: Article) -> tuple[str, ...]:
    """Return the traits of the whole text, which all its sentences share."""
    seen = [outline for outline in outlines(article) if len(outline.classes) > LEAST_TOKENS]
    count = len(seen) or 1
    own = sum(one.own for one in seen) / count
    reader = sum(one.reader for one in seen) / count
    present = sum(one.present for one in seen)
    past = sum(one.past for one in seen)
    names = sum(one.names for one in seen) / count
    tells = sum(one.persons and one.present > one.past for one in seen) / count
    refs = references(article)
    return (
        f"d:own{_bin(own, 0.01, 0.1, 0.3, 0.6)}",
        f"d:reader{_bin(reader, 0.01, 0.1, 0.3, 0.6)}",
        f"d:present{_bin(present / (present + past + 1), 0.2, 0.4, 0.6, 0.8)}",
        f"d:names{_bin(names, 0.3, 1, 2, 3)}",
        f"d:tells{_bin(tells, 0.2, 0.4, 0.6, 0.8)}",
        f"d:story{bool(_STORY_TITLE.search(article.title))}",
        f"d:size{_bin(len(seen), 2, 4, 10, 40)}",
        f"d:marked{bool(refs.markers)}",
    )


def traits(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the traits of each sentence of an article, in order."""
    seen = outlines(article)
    whole = surroundings(article)
    credited = attributions(article)
    heading: tuple[str, ...] = ("h:none",)
    headings: dict[int, tuple[str, ...]] = {}
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            words = re.findall(r"[^\W\d_]+", article.slice(block.span).casefold())
            heading = tuple(f"h:{word}" for word in dict.fromkeys(words[:8])) or ("h:none",)
            if not _STORY_HEADINGS.isdisjoint(words):
                heading += ("h!story",)
        headings[number] = heading
    sizes = Counter(sentence.block for sentence in article.sentences)
    about = _paragraphs(article, seen)
    known = _topics(article, seen)
    for sentence, one in zip(article.sentences, seen, strict=True):
        index, block = sentence.index, sentence.block
        beside = [
            (where, seen[at])
            for where, at in (("p", index - 1), ("n", index + 1))
            if 0 <= at < len(seen) and article.sentences[at].block == block
        ]
        opens = not any(where == "p" for where, _ in beside)
        closes = not any(where == "n" for where, _ in beside)
        found = [*_own_traits(one), *whole, *headings[block]]
        found.append(f"k:{article.blocks[block].kind}")
        found.append(f"at:{'only' if opens and closes else 'first' if opens else 'last' if closes else 'inside'}")
        found.append(f"par{_bin(sizes[block], 2, 3, 5, 8)}")
        found += about[block]
        if not known.isdisjoint(one.subjects):
            found.append("is:topic")
        if ":" in one.classes[1:6]:
            found.append("is:labelled")
        for where, other in beside:
            found += [f"{where}:{name}" for name in other.glance]
        if "h!story" in headings[block]:
            found += [f"story:{name}" for name in one.glance if name.startswith(("tense", "present", "past"))]
        found += {f"a:{each.kind}{'!' if each.speech else ''}" for each in credited[index]}
        yield tuple(found)


def _paragraphs(article: Article, seen: Sequence[Outline]) -> dict[int, tuple[str, ...]]:
    """Return, by block, whether its author or its reader is spoken of in it."""
    found: dict[int, set[str]] = {}
    for sentence, one in zip(article.sentences, seen, strict=True):
        here = found.setdefault(sentence.block, set())
        if one.own:
            here.add("par:own")
        if one.reader:
            here.add("par:reader")
    return {block: tuple(sorted(them)) for block, them in found.items()}


def _topics(article: Article, seen: Sequence[Outline]) -> set[str]:
    """Return the names that the article is about: those in its title, and those that recur."""
    count = Counter(name for one in seen for name in one.subjects)
    known = {name for name, times in count.items() if times >= TOPIC_TIMES}
    return known | set(re.findall(r"[^\W\d_]{3,}", article.title.casefold()))


def _own_traits(one: Outline) -> Iterator[str]:
    classes = one.classes
    yield f"len{_bin(len(classes), 6, 10, 15, 22, 30, 40)}"
    yield f"figures{_bin(one.figures, 1, 2, 4)}"
    yield f"names{_bin(one.names, 1, 2, 4, 7)}"
    if classes:
        yield f"first:{classes[0]}"
        yield "opens:" + " ".join(classes[:3])
        yield f"last:{classes[-1]}"
        if classes[0] in _OPENERS:
            yield "is:anaphor"
    for name in one.glance:
        yield f"g:{name}"
    yield from _words(classes)


def _words(classes: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    before = "^"
    for word in classes:
        if word not in seen:
            seen.add(word)
            yield word
        pair = f"{before} {word}"
        if pair not in seen:
            seen.add(pair)
            yield pair
        before = word
