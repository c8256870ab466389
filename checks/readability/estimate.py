"""Our own estimate of the US school grade that a text asks of its reader.

The classic formulas count letters and syllables where a reader meets words, and
disagree by several grades. Ours weighs what an editor can see and mostly change:

- how long the sentences are (logarithm of the mean number of words),
- how much of the text stands in unfamiliar words (their syllables per word),
- how much stands in abstract nouns (their share of the words),
- how many unfamiliar names it drops (their share of the words).

Shares enter by their square root, which evens out the spread of counts. Each is
put on one scale by its mean and spread over a mixed corpus (OneStopEnglish,
long Wikipedia articles, articles of digital.gov) and they are added with
weights 1, 1, 1/2, 1/4: simple weights predict as well as fitted ones, and
better on texts of another kind (Dawes 1979, "The robust beauty of improper
linear models"). The weights were chosen by the order of simplified versions of
the same article (OneStopEnglish, Vajjala and Lucic 2018). Level and spread are
those of the median of Flesch-Kincaid, ARI, Coleman-Liau and Gunning Fog over
the same corpus, so that a grade means what it means there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from checks.readability.prose import FRAGMENT, Read
from checks.readability.vocabulary import look_up

MINIMUM_WORDS = 50
"""From here the estimate says something: it strays from that of the whole text by 3.3 grades (standard deviation);
with 100 words by 2.4, with 200 by 1.7."""


class Load(NamedTuple):
    """What makes a text hard."""

    sentence: float
    """Natural logarithm of the mean number of words of a sentence."""
    unfamiliar: float
    """Square root of the syllables in unfamiliar words, per word."""
    abstract: float
    """Square root of the share of abstract nouns."""
    names: float
    """Square root of the share of unfamiliar names."""


WEIGHTS = Load(7.017, 15.78, 14.512, 5.319)
BASE = -20.743
BEND = 3.0
TOP = 22.0
"""Beyond that a grade means no more than that the text is very hard."""


def load(sentences: Iterable[Read]) -> Load:
    """Return what makes the sentences hard; capitalised words inside a sentence are taken for names."""
    words = lines = heavy = abstract = names = 0
    for sentence in sentences:
        words += len(sentence.words)
        lines += len(sentence.words) > FRAGMENT
        for place, written in enumerate(sentence.words):
            word = look_up(written)
            if word.capital and place:
                names += not word.familiar
                continue
            abstract += word.abstract
            heavy += 0 if word.familiar else word.syllables
    every = max(words, 1)
    return Load(
        math.log(every / max(lines, 1)), math.sqrt(heavy / every), math.sqrt(abstract / every), math.sqrt(names / every)
    )


def hardness(sentences: Iterable[Read]) -> float:
    """Return the estimate without bounds, to compare sentences by."""
    return BASE + sum(weight * part for weight, part in zip(WEIGHTS, load(sentences), strict=True))


def grade(sentences: Iterable[Read]) -> float:
    """Return the estimate, between 0 and `TOP`; 13 and more is beyond school.

    Below grade 6 it levels off towards 0, since no text asks for less than no
    schooling; above it is the sum as it stands.
    """
    return min(TOP, BEND * math.log1p(math.exp(min(hardness(sentences), TOP) / BEND)))
