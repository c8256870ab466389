"""The card of the model of praise: what it was fitted on, how right it is on what it has not seen, and its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from checks.evidence.wordings.wording import RANKED, STRICTLY
from tests.benchmarks.training.fitting import Sample

RANGES = ((0.2, 0.3), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 1.0))
"""Ranges of confidence for which the share that is right is told."""

FEWEST = 15
"""Weighted wordings below which no share is told."""

PARTS = {
    "hype_npov, puffery": (("hype_npov", "puffery"), "single sentences (encyclopedia)"),
    "encyclopedia": (("encyclopedia",), "encyclopedic articles"),
    "digitalgov": (("digitalgov",), "articles of digital.gov"),
    "written": (("written",), "sentences of our own"),
    "articles": (("articles",), "articles of our own"),
}

TEXT = """\
# The model of praise

Whether a phrase of the lists (`lexicon/praise.txt`, `promotion.txt`, `peacock.txt`, `superlatives.txt`) praises where
it stands, 0 to 1: "a novel by Austen" or "a novel approach", "critical care" or "critically acclaimed"; what stands
in a term of art (`terms.txt`: "a brilliant cut") is not asked about. A logistic regression over the phrase, the words
beside it and what else of the lists stands in the sentence (`checks/evidence/wordings/sense.py`), in which
rare words borrow from their like through vectors that do not ship, and words that the data does not hold are judged by
how often the lists say that they praise: hardly ever anything else, as the case may be, now and then. {weights:,}
weights, read as text; nothing is downloaded, and it holds no text of the data.
Written, as this card is, by `python -m tests.benchmarks.training DATA ARTICLES`.

## What it was fitted on

| data | phrases | what a positive is | licence |
|---|---|---|---|
| `hype_npov` (WETBench, edits) | {hype_npov:,} | an editor removed it as puffery | CC BY-SA (Wikipedia) |
| `puffery` (Bertsch & Bethard 2021) | {puffery:,} | its sentence is tagged [peacock term] | CC BY-SA (Wikipedia) |
| articles of digital.gov | {digitalgov:,} | an editor would strike it or ask proof (labels: ours) | public domain |
| `labels/praise.txt`, `peacock.txt` | {written:,} | the same; sentences and labels are ours | this project's |
| `labels/praised` | {articles:,} | the same, in articles that we wrote | this project's |
| `citeneed_art`, `dup_corpus` | {encyclopedia:,} | as for digital.gov (labels: ours) | CC BY-SA (Wikipedia) |
| the same and `grammar_clean`, the rest | {background:,} | none: taken for plain, at little weight | CC BY-SA |

Tagged sentences do not tell which word was meant: the model first weighs each by itself, and the likeliest stands for
the sentence. Of encyclopedic articles we judged what an earlier model held for likely praise, in one pass; the rest
holds some praise, so that its words count little, and in no figure here. `npov`,
`babe` and `envclaim` are for measuring alone and were not read; `audit_e2e` was not read either, but holds sentences of
the files above, so what the product does on its development part is no measure of new text.

## How right it is

By five-fold cross-validation: a phrase is judged by a model that has seen nothing of its article, pair or sentence.
{splits} splits.

| data | figures |
|---|---|
{figures}

These are the model's alone: the check also leaves out what is taken back, supposed, quoted or part of a name. Part of
the phrase lists (`praise.txt`) was made with the development data at hand, so that on new text a few more words are
missed. The rest (`promotion.txt`, `peacock.txt`, `terms.txt`) was made from general knowledge of such writing. Without
the phrases that occur in one document of the data only and stand in `praise.txt` alone, the whole check comes, cross-
validated, to F1 0.75 and AUC 0.82 on `puffery`, to F1 0.77, twins 0.91, span F1 0.66 and 0.09 of the other bias on
`hype_npov` (22 November 2026; plain senses of words were listed after reading what was wrongly found there): rather
these than the figures above are to be expected of text that nobody has seen.

## What a confidence means

Of the phrases with such a confidence, the share that is labelled as praise, by models that have not seen them and
curves of another split. `--min-confidence 0.7` leaves what is right about three times in four.

| text | {ranges} |
|---|{lines}
{reliability}

In brackets, the number of phrases by their weight. A finding is made from a share of {alone:g} where a sentence stands
alone, {passage:g} in passages, {strict:g} in articles on health, law or money, {cited:g} in articles that cite, where
praise without a note stands out, {long:g} in other articles and {talk:g} in those that speak as "we" or to "you", where
warm words are usual; there, too, from {hype:g} what hardly ever does anything but praise, from {hype_strict:g} in
articles on health, law or money and from {hype_cited:g} in those that cite. A ranking, the only one of its kind, a
certainty and a stock phrase are reported from {ranked:g} in all of them: unlike warm words they are true or false, or
say nothing. In articles on health, law or money, and in sentences on health elsewhere, a promise of safety or of a
cure is told from a share of {promised:g}, and as {ranked:g}, for there readers act on nearly all of those.

## Limits

- English only. A word that is not in the lists is not seen, whatever it says; the lists hold about {listed:,} words.
- Tags are noisy: nearly a quarter of the sentences tagged [peacock term] hold no word that praises, and editors leave
  praise standing.
- Brochures, recipes and company news are known from our own sentences and articles only.
- Irony, and praise by plain facts, are not understood.
"""


class Judged(NamedTuple):
    """A phrase and what a model that has not seen it says of it."""

    sample: Sample
    share: float


def text(
    splits: Sequence[Sequence[Judged]],
    told: Sequence[Mapping[str, str]],
    bars: Mapping[str, float],
    weights: int,
    listed: int,
) -> str:
    """Return the card, `told` being the figures of each data set by split."""
    names = (*told[0], "background")
    count = {name: sum(one.sample.source == name for one in splits[0]) for name in names}
    return TEXT.format(
        **count,
        **bars,
        ranked=RANKED,
        promised=STRICTLY,
        weights=weights,
        listed=listed,
        splits=len(splits),
        figures="\n".join(f"| `{name}` | {'; '.join(one[name] for one in told)} |" for name in told[0]),
        ranges=" | ".join(f"{low:.1f}–{high:.1f}" for low, high in RANGES),
        lines="---|" * len(RANGES),
        reliability="\n".join(_reliability(splits)),
    )


def _reliability(splits: Sequence[Sequence[Judged]]) -> Iterator[str]:
    for sources, name in PARTS.values():
        cells = []
        for low, high in RANGES:
            rows = [
                one.sample
                for them in splits
                for one in them
                if low <= one.share < high and one.sample.source in sources
            ]
            total = sum(one.weight for one in rows)
            right = sum(one.label * one.weight for one in rows)
            cells.append(f"{right / total:.2f} ({round(total / len(splits)):,})" if total >= FEWEST else "–")
        yield f"| {name} | {' | '.join(cells)} |"


def figures(
    judged: Sequence[Judged], rows: Mapping[str, Sequence[Mapping[str, Any]]], bars: Mapping[str, float]
) -> dict[str, str]:
    """Tell how right the shares are on each data set; `rows` holds the records of those that have some."""
    return {
        "hype_npov": _edits(rows["hype_npov"], best(judged, "hype_npov"), bars["alone"]),
        "puffery": _tagged(rows["puffery"], best(judged, "puffery"), bars["alone"]),
        "encyclopedia": _precision(judged, "encyclopedia", bars["cited"]),
        "digitalgov": _precision(judged, "digitalgov", bars["talk"]),
        "written": _precision(judged, "written", bars["long"]),
        "articles": _precision(judged, "articles", bars["long"]),
    }


def best(judged: Sequence[Judged], source: str) -> dict[str, float]:
    """Return the highest share of each record."""
    found: dict[str, float] = {}
    for one, share in judged:
        if one.source == source:
            found[one.id] = max(share, found.get(one.id, 0.0))
    return found


def _edits(rows: Sequence[Mapping[str, Any]], shares: Mapping[str, float], bar: float) -> str:
    main = [one for one in rows if one["kind"] != "other_bias"]
    f1 = f1_score([one["label"] for one in main], [shares.get(one["id"], 0.0) >= bar for one in main])
    pairs: dict[str, dict[str, float]] = {}
    for one in main:
        if one.get("pair"):
            pairs.setdefault(one["pair"], {})[one["kind"]] = shares.get(one["id"], 0.0)
    twins = [
        (pair["hype"] > pair["neutral_twin"]) + 0.5 * (pair["hype"] == pair["neutral_twin"])
        for pair in pairs.values()
        if len(pair) == 2
    ]
    other = np.mean([shares.get(one["id"], 0.0) >= bar for one in rows if one["kind"] == "other_bias"])
    return f"F1 {f1:.3f}, twins {np.mean(twins):.3f}, other bias flagged {other:.3f}"


def _tagged(rows: Sequence[Mapping[str, Any]], shares: Mapping[str, float], bar: float) -> str:
    chosen = [one for one in rows if one["kind"] in {"puffery", "ir"}]
    labels, scores = [one["label"] for one in chosen], [shares.get(one["id"], 0.0) for one in chosen]
    return f"F1 {f1_score(labels, [score >= bar for score in scores]):.3f}, AUC {roc_auc_score(labels, scores):.3f}"


def _precision(judged: Sequence[Judged], source: str, bar: float) -> str:
    flagged = [one for one, share in judged if one.source == source and share >= bar]
    total = sum(one.weight for one in flagged)
    return f"precision {sum(one.label * one.weight for one in flagged) / max(1e-9, total):.3f} from {bar:g}"
