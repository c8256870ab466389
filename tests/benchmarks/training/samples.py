"""What the model of claims learns from: sentences of the data and of our own, each with whether it needs a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checks.article import Article, Format, Sentence
from checks.evidence.need import BEHIND, standards
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.traits import extent, traits
from checks.evidence.support.reach import reached
from checks.parsing import parse
from tests.benchmarks.training import card
from tests.benchmarks.training.data import Judged, behind_notes, excerpts, sentences_of, single, whole
from tests.benchmarks.training.fitting import Sample
from tests.benchmarks.training.labels import digest, published, spoken
from tests.benchmarks.training.labels import written as our_articles

WEIGHTS = {
    "citeneed_fa": 40.0, "citeneed_art": 0.1, "unmarked": 0.01, "checkworthy": 1.3, "digitalgov": 5.0, "news": 2.0,
    "written": 1.2, "excerpts": 0.8, "spoken": 2.0,
}  # fmt: skip
"""How much a sample of each source counts: small and well-judged sources more."""

OWN_EXCERPTS = 0.1
"""How much of that an excerpt of our own articles keeps: there are many, and real ones read otherwise."""

CHECKWORTHY = 1.6
"""Further weight of the rare positives of debates."""

POSITIVE, NEGATIVE = {"cited", "cn"}, {"uncited_par", "lead_uncited_par", "uncited_weak"}
UNSURE = {"uncited_weak": 0.5}
"""How much a sentence counts of a paragraph without a source where the whole article has few: that nobody asked for one
says less there."""


def samples(data: Path, articles: Path) -> list[Sample]:
    """Return all samples, those that are only told and not learnt from among them."""
    learnt = [*_samples(data), *_published(articles), *_news(data), *_written(), *_excerpts(articles), *_spoken()]
    return [*_balanced(learnt), *_behind(data)]


def _samples(data: Path) -> Iterator[Sample]:
    for judged in excerpts(data, "citeneed_fa"):
        yield from _of(judged, "citeneed_fa", judged.record["article"], judged.record["label"])
    for judged in single(data, "checkworthy"):
        more = CHECKWORTHY if judged.record["label"] else 1.0
        yield from _of(judged, "checkworthy", judged.record["id"], judged.record["label"], more)
    for judged in whole(data, "citeneed_art"):
        kind = judged.record["kind"]
        label = 1 if kind in POSITIVE else 0
        sure = UNSURE.get(kind, 1.0)
        yield from _of(judged, "citeneed_art", judged.article.id, label, learn=kind in POSITIVE | NEGATIVE, sure=sure)
    # The same articles as if their markers had been lost: that is how many texts arrive.
    for judged in whole(data, "citeneed_art", markers=False):
        kind = judged.record["kind"]
        label = 1 if kind in card.SUPPORTED else 0
        yield from _of(judged, "unmarked", judged.article.id, label, learn=kind in card.SUPPORTED | {"uncited_par"})


def _of(
    judged: Judged, source: str, group: str, label: int, more: float = 1.0, *, learn: bool = True, sure: float = 1.0
) -> Iterator[Sample]:
    weight = WEIGHTS[source] * more * sure
    for sentence in sentences_of(judged):
        yield _sample(
            judged.article, sentence, source, judged.record["id"], group, label, weight, learn=learn,
            kind=_kind(judged.record), counts=sure,
        )  # fmt: skip


def _behind(data: Path) -> Iterator[Sample]:
    """Yield sentences behind the last note of their paragraph, by whether they had one: for their confidence alone."""
    for judged, had_one in behind_notes(data, "citeneed_art"):
        name, group = judged.record["id"], judged.article.id
        for sentence in sentences_of(judged):
            one = _sample(judged.article, sentence, "behind", name, group, int(had_one), 1.0, learn=False)
            if one.extra["bar"] == BEHIND and not one.extra["exempt"] and not one.extra["reached"]:
                yield one


def _kind(record: Mapping[str, Any]) -> str:
    """Return the kind of a sentence; one that carries a source and is tagged nevertheless is of neither kind."""
    kind = str(record.get("kind", ""))
    return "disputed" if kind in card.ASKED and record.get("cites") else kind


def _sample(
    article: Article, sentence: Sentence, source: str, name: str, group: str, label: float, weight: float, *,
    learn: bool = True, kind: str = "", counts: float = 1.0,
) -> Sample:  # fmt: skip
    part = extent(article)
    found = _traits(article)[sentence.index]
    names = [*(("", one) for one in found), *((part, one) for one in found if " " not in one)]
    return Sample(
        source, name, group, label, weight, tuple(names), {"~": found}, part, learn,
        {
            "kind": kind,
            "counts": counts,
            "exempt": exempt(article, sentence),
            "bar": standards(article)[sentence.index],
            "reached": any(one.supports for one in reached(article)[sentence.index]),
        },
    )  # fmt: skip


_MADE: dict[int, tuple[Article, list[tuple[str, ...]]]] = {}


def _traits(article: Article) -> list[tuple[str, ...]]:
    if id(article) not in _MADE:
        _MADE.clear()
        _MADE[id(article)] = (article, list(traits(article)))
    return _MADE[id(article)][1]


def _published(articles: Path) -> Iterator[Sample]:
    """Yield the sentences of published articles that we labelled."""
    for found in _of_published(articles):
        yield from _labelled("digitalgov", *found)


def _news(data: Path) -> Iterator[Sample]:
    """Yield the same of newspaper articles."""
    labels = published("news-claims.tsv")
    for judged in single(data, "readability_ose"):
        for found in _of_labelled(judged.article, labels):
            yield from _labelled("news", *found)


def _labelled(source: str, article: Article, sentence: Sentence, label: float) -> Iterator[Sample]:
    """Yield a sentence with its label; one that may go either way counts as both."""
    for each, share in ((1, label), (0, 1 - label)):
        if share:
            name = f"{article.id} {sentence.index}"
            yield _sample(article, sentence, source, name, article.id, each, WEIGHTS[source] * share, counts=share)


def _written() -> Iterator[Sample]:
    for article, sentence, label in _of_ours():
        name = f"{article.id} {sentence.index}"
        yield _sample(article, sentence, "written", name, article.id, label, WEIGHTS["written"])


def _excerpts(articles: Path) -> Iterator[Sample]:
    """Yield the same sentences between their neighbors alone, so that there are short texts of these genres, too."""
    own = ((*one, OWN_EXCERPTS) for one in _of_ours())
    for article, sentence, label, share in [*own, *((*one, 1.0) for one in _of_published(articles))]:
        shown = article.slice(sentence.span)
        block = article.sentences_of(article.blocks[sentence.block])
        text = " ".join(article.slice(one.span) for one in block if abs(one.index - sentence.index) <= 1)
        excerpt = parse(text, id=article.id, format=Format.PLAIN)
        for one in excerpt.sentences:
            if excerpt.slice(one.span) == shown and label in {0, 1} and extent(excerpt) == "short":
                name = f"{article.id} {sentence.index}"
                yield _sample(excerpt, one, "excerpts", name, article.id, label, WEIGHTS["excerpts"] * share)


def _spoken() -> Iterator[Sample]:
    """Yield our own sentences of debates, each by itself."""
    for text, label in spoken():
        article = parse(text, id=text, format=Format.PLAIN)
        more = CHECKWORTHY if label else 1.0
        for sentence in article.sentences:
            yield _sample(article, sentence, "spoken", text, text, label, WEIGHTS["spoken"] * more)


def _of_published(articles: Path) -> Iterator[tuple[Article, Sentence, float]]:
    labels = published("digitalgov-claims.tsv")
    for path in sorted(articles.glob("*.md")):
        yield from _of_labelled(parse(path.read_text(encoding="utf-8"), id=path.name, name=path.name), labels)


def _of_labelled(
    article: Article, labels: Mapping[tuple[str, ...], float]
) -> Iterator[tuple[Article, Sentence, float]]:
    for sentence in article.sentences:
        label = labels.get((article.id, digest(article.slice(sentence.span))))
        if label is not None:
            yield article, sentence, label


def _of_ours() -> Iterator[tuple[Article, Sentence, float]]:
    for one in our_articles():
        article = parse(one.source, id=one.title, format=Format.MARKDOWN)
        for sentence in article.sentences:
            label = one.labels.get(article.slice(sentence.span))
            if label is not None:
                yield article, sentence, label


def _balanced(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Weigh the few uncited sentences of whole articles as much as the many cited ones."""
    learnt = [one for one in samples if one.source == "citeneed_art" and one.learn]
    uncited = sum(float(one.extra["counts"]) for one in learnt if not one.label)
    ratio = sum(one.label for one in learnt) / max(1, uncited)
    for one in samples:
        if one.source == "citeneed_art" and not one.label:
            yield replace(one, weight=one.weight * ratio, extra={**one.extra, "counts": one.extra["counts"] * ratio})
        else:
            yield one
