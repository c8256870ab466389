"""Need: how much a sentence needs a source, by a linear model.

The model (`models/claims.txt`, described in `models/claims.md`) was fitted on
sentences of which editors decided whether they need a source. A text that is
a single sentence has a model of its own (`models/alone.txt`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from math import fsum
from typing import NamedTuple

from checks.article import Article, Sentence, once
from checks.evidence.statements.exempt import FRAGMENT, exemptions
from checks.evidence.statements.outline import outlines
from checks.evidence.statements.stakes import is_grave
from checks.evidence.statements.topic import is_strict
from checks.evidence.statements.traits import Traits, extent, parts
from checks.evidence.support.reach import reached
from checks.known import Known
from checks.linear import Linear, model

MODEL = ("checks.evidence", "models/claims.txt")
ALONE = ("checks.evidence", "models/alone.txt")
SETTLED = 0.8
"""Share of supported sentences from which the rest of an article that cites by markers is held to need no source."""

CITED = 0.5
"""Share of supported sentences from which a section is held to cite as a rule. In the middle of its uncited paragraphs
editors asked for none of the 185 sources that the bar of `inside` would ask for on development data, in other sections
for 7 of 670, each for a sentence that names something or gives a figure."""

BEHIND = "after"
"""Standard of what stands behind the last note of its paragraph."""

STRICT_BAR = 0.5
"""Share from which a sentence is reported at the latest where a strict standard is held to."""

GRAVE_BAR = 0.3
"""The same for what somebody risks who believes it, and for what is said to hold without exception: by reading those
between the two bars in 43 articles on health, law and money, of which an editor would let about one in seven pass, and
half of the others."""

STRICTER = 0.8
"""What bars are lowered to, as a share, where the strict standard is asked for and not merely told by the topic:
on development data a topic's own texts got more false alarms by it than claims."""


class Weights(NamedTuple):
    """The weights of a model in a field, arranged as the traits of sentences are.

    They are added up exactly, so that it does not matter in which order.
    """

    names: Mapping[str, float]
    words: Known[str, tuple[float, float]]
    """Of a word: what it adds, and what it adds to the mean of words."""
    pairs: dict[tuple[str, str], float]
    """Of two words beside each other. They weigh the same in every field."""
    glances: Known[frozenset[str], _Glance]

    def add_up(self, them: Traits) -> float:
        """Add up the weights of the traits of a sentence, those of its paragraph aside."""
        classes = them.outline.classes
        own, means = zip(*map(self.words.__getitem__, set(classes)), strict=True) if classes else ((), ())
        told = list(filter(None, means))
        return fsum(
            [
                *filter(None, map(self.names.get, them.own)),
                *own,
                fsum(told) / max(1, len(told)),
                *map(self.pairs.__getitem__, self.pairs.keys() & them.pairs),
                self.names.get(them.place, 0.0),
                self.glances[them.outline.glance].here,
                self.glances[them.before.glance].before if them.before else 0.0,
                self.glances[them.after.glance].behind if them.after else 0.0,
            ]
        )


class _Glance(NamedTuple):
    """What it adds that something is seen at a glance in a sentence, in the one before it, and in the one behind it."""

    here: float
    before: float
    behind: float


def weighed_by(article: Article) -> Linear:
    """Return the model that judges the sentences of an article."""
    return model(*_model(article))


def _model(article: Article) -> tuple[str, str]:
    return ALONE if extent(article) == "bare" else MODEL


@cache
def _weights(package: str, name: str, field: str) -> Weights:
    """Return the weights of a model in a field, arranged once a process."""
    linear = model(package, name)
    names, means = linear.weights.get(field) or linear.weights[""], linear.weights["~"]
    pairs = {_pair(trait): weight for trait, weight in names.items() if trait.count(" ") == 1}

    def weigh(glance: frozenset[str]) -> _Glance:
        return _Glance(*(fsum(names.get(sign + one, 0.0) for one in glance) for sign in ("g:", "p:", "n:")))

    words = Known[str, tuple[float, float]](lambda word: (names.get(word, 0.0), means.get(word, 0.0)))
    return Weights(names, words, pairs, Known(weigh))


def _pair(trait: str) -> tuple[str, str]:
    one, _, other = trait.partition(" ")
    return one, other


@once
def needs(article: Article) -> tuple[float, ...]:
    """Return how much each sentence of an article needs a source: the share of such sentences that do, 0 to 1.

    0 for those that are no claim of the author's whatever they say. Of fragments it is told all the same, for
    items of lists are read for praise.
    """
    linear = weighed_by(article)
    field = extent(article)
    weights = _weights(*_model(article), field)
    # What sentences share is added up once.
    shared: dict[int, float] = {}
    found = []
    left_out = {at for at, reason in enumerate(exemptions(article)) if reason not in {"", FRAGMENT}}
    for sentence, them in zip(article.sentences, parts(article, left_out), strict=True):
        if them is None:
            found.append(0.0)
            continue
        if sentence.block not in shared:
            shared[sentence.block] = linear.total(them.paragraph, field)
        raw = linear.bias + weights.add_up(them) + shared[sentence.block]
        found.append(round(linear.share(raw, field), 3))
    return tuple(found)


@once
def standards(article: Article) -> tuple[str, ...]:
    """Return, for each sentence, which bar it is held to: the extent of the text, and where it stands.

    In a text that cites by markers it matters what is cited around a sentence. Where nothing in its paragraph before
    it is supported, nor by what follows:

    - `marked`: it is where a marker would stand, at the end of the paragraph;
    - `inside`: it stands before that end, and names somebody or something or gives a figure, in a section that
      cites little;
    - `amid`: it stands before that end, and names nothing, or the section cites as a rule. It is asked for a source
      only when it states more than most;
    - `settled`: nearly everything else in the article is supported. What editors left without a source there they
      mostly hold to need none.

    Where something before it in its paragraph is supported, so that it stands behind the last marker:

    - `after`: it lacks a marker however little it states: by cross-validation on sentences that were put there without
      one the model does not tell them from others, and three such places in four held one.

    Where a marker would stand or behind the last one, if it speaks of its author or to its reader:

    - `aside`: it is asked for a source when it states something nevertheless.
    """
    extended = extent(article)
    if extended != "marked":
        return (extended,) * len(article.sentences)
    found: list[str] = []
    settled, shares = _settled(article), _shares(article)
    for block, sentences in groupby(article.sentences, key=lambda one: one.block):
        paragraph = list(sentences)
        cites = shares[block] >= CITED
        seen = False
        for sentence in paragraph:
            ends = sentence is paragraph[-1]
            if settled and not seen:
                found.append("settled")
            elif (seen or ends) and _is_voiced(article, sentence):
                found.append("aside")
            elif seen:
                found.append(BEHIND)
            elif ends:
                found.append("marked")
            else:
                found.append("inside" if not cites and _is_specific(article, sentence) else "amid")
            seen = seen or is_supported(article, sentence.index)
    return tuple(found)


def _shares(article: Article) -> tuple[float, ...]:
    """Return, for each block, the share of supported sentences in its section, of those that state something."""
    sections = article.headings
    stated, supported = Counter[int](), Counter[int]()
    for sentence, free in zip(article.sentences, exemptions(article), strict=True):
        if not free:
            stated[sections[sentence.block]] += 1
            supported[sections[sentence.block]] += is_supported(article, sentence.index)
    return tuple(supported[one] / max(1, stated[one]) for one in sections)


def _is_specific(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence names somebody or something, or gives a figure."""
    outline = outlines(article)[sentence.index]
    return bool(outline.names or outline.figures)


def _is_voiced(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence speaks of its author or to its reader, and does not quote who does."""
    outline = outlines(article)[sentence.index]
    return (outline.own or outline.reader or outline.instructs) and "quote" not in outline.glance


def _settled(article: Article) -> bool:
    """Whether nearly all that an article states is supported."""
    stated = [is_supported(article, at) for at, free in enumerate(exemptions(article)) if not free]
    return sum(stated) >= SETTLED * len(stated)


def sureness(article: Article, index: int, need: float) -> float:
    """Return how sure it is that a sentence wants a source, by how much it needs one.

    That is the same thing but behind the last note of a paragraph, where it is how often such places held another.
    """
    if standards(article)[index] != BEHIND:
        return need
    return round(weighed_by(article).share(need, BEHIND), 3)


def is_supported(article: Article, index: int) -> bool:
    """Whether something supports a sentence."""
    # What supports it stands first.
    them = reached(article)[index]
    return bool(them) and them[0].supports


def bars(article: Article, *, strict: bool | None = None) -> tuple[float, ...]:
    """Return, for each sentence, the share from which it is reported when nothing supports it.

    Long texts without markers have a higher bar: there the author often is the
    source. By a `strict` standard all bars are lower; None: the highest are, in
    health, law and finance.
    """
    usual = weighed_by(article).bars
    lower = STRICTER if strict else 1.0
    most = STRICT_BAR if strict or (strict is None and is_strict(article)) else 1.0
    bar_of = {one: min(bar * lower, most) for one, bar in usual.items()}
    found = tuple(bar_of[one] for one in standards(article))
    if most == 1.0:
        return found
    return tuple(
        min(bar, GRAVE_BAR) if bar > GRAVE_BAR <= need and is_grave(article, at) else bar
        for at, (bar, need) in enumerate(zip(found, needs(article), strict=True))
    )
