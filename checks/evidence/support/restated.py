"""Restatements: what an article says twice, so that the source of one place serves the other.

A summary repeats in other sections what the text supports, and nobody expects
the same source twice; nor where "the 2019 study" is spoken of once more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from checks.article import Article, Sentence, once
from checks.evidence.statements.exempt import exemptions
from checks.known import Known
from checks.tokens import Tokens, tokens

LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

FEWEST = 6
"""Such words from which two sentences can be told to say the same."""

SHARED = 0.75
"""Share of their words, those of both taken together, that two sentences have in common when they say the same."""

COMMON = 16
"""Sentences in which a word may stand to be looked up."""


_MARKER = re.compile(r"\[\d{1,3}\]")
_NO_LETTERS = re.compile(r"[\W_]+")

_WORK = r"(?:study|trial|research|survey|report|review|analysis|paper|poll|experiment)"
_DATED = re.compile(rf"(?P<year>[12][09](?<=19|20)\d\d) (?:[a-z-]{{3,14}} )?{_WORK}\b")
_RECALLING = re.compile(r"\b[Tt](?:he|his|hat)(?: same| above| earlier)? \Z")
LONGEST_RECALLING = 13
"""Code points of "That earlier ", the longest beginning of what recalls a work."""


def is_repeated(article: Article, sentence: Sentence) -> bool:
    """Whether an article has stated before, word for word, what a sentence states: one claim, judged where it is first.

    Markers aside, for the second time it often has none.
    """
    alike = _by_letters(article).get(_letters(article, sentence), ())
    if not alike or alike[0] >= sentence.index:
        return False
    told, sentences = _plain(article, sentence), article.sentences
    return any(_plain(article, sentences[at]) == told for at in alike if at < sentence.index)


@once
def _by_letters(article: Article) -> Mapping[int, Sequence[int]]:
    """Return, by how many letters they have, the sentences that state something: only such can be the same."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for sentence, free in zip(article.sentences, exemptions(article), strict=True):
        if not free:
            found[_letters(article, sentence)].append(sentence.index)
    return found


def _letters(article: Article, sentence: Sentence) -> int:
    """Return how many letters and digits of a sentence are compared."""
    column = tokens(article)
    where = column.sentences[sentence.index]
    if "[" in column.words[where.start : where.stop]:
        return len(_plain(article, sentence))
    return sum(map(_SIZES.__getitem__, column.forms[where.start : where.stop]))


_SIZES = Known[str, int](lambda form: len(_NO_LETTERS.sub("", form).lower()))


def _plain(article: Article, sentence: Sentence) -> str:
    return _NO_LETTERS.sub("", _MARKER.sub("", article.slice(sentence.span))).lower()


def recalled(article: Article, bare: Collection[int], supported: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a sentence that speaks of "the 2019 study" and an earlier one that has its source and its year."""
    left = set(bare)
    for match in _DATED.finditer(article.text) if left and supported else ():
        if not _RECALLING.search(article.text, max(0, match.start() - LONGEST_RECALLING), match.start()):
            continue
        index = article.sentence_at(match.start())
        introduced = re.compile(rf"\b{match['year']}\b.{{0,60}}?\b{_WORK}\b|\b{_WORK}\b.{{0,120}}?\b{match['year']}\b")
        earlier = (at for at in supported if at < index)
        first = next((at for at in earlier if introduced.search(article.slice(article.sentences[at].span))), None)
        if index in left and first is not None:
            left.discard(index)
            yield index, first


def restated(article: Article, bare: Collection[int], supported: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a sentence without support and a supported one that says the same in about the same words."""
    if not bare or not supported:
        return
    column = tokens(article)
    where: dict[str, list[int]] = {}
    words = {index: _words(column, index) for index in supported}
    for index, them in words.items():
        for word in them:
            where.setdefault(word, []).append(index)
    for index in bare:
        if len(column.sentences[index]) < FEWEST:
            continue
        known = where.keys() & column.of(index)
        if len(known) < SHARED * FEWEST:
            continue
        own = _words(column, index)
        if len(own) < FEWEST or len(known) < SHARED * len(own):
            continue
        best = _likest(known, where)
        if best >= 0 and len(own & words[best]) >= SHARED * len(own | words[best]):
            yield index, best


def _words(column: Tokens, index: int) -> set[str]:
    return {word for word in column.of(index) if len(word) >= LETTERS}


def _likest(known: set[str], where: Mapping[str, list[int]]) -> int:
    """Return the sentence that shares most rare words, the first of several, or -1."""
    count: Counter[int] = Counter()
    for word in known:
        if len(where[word]) <= COMMON:
            count.update(where[word])
    return max(count, key=lambda at: (count[at], -at), default=-1)
