"""The card of the model of claims: what it was fitted on, how right it is on what it has not seen, and its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from tests.benchmarks.training.fitting import Sample
from tests.benchmarks.training.meanings import meanings

STEPS = (0.2, 0.4, 0.6, 0.8, 1.0)
"""Upper ends of the ranges of confidence for which the share that is right is told."""

FEWEST = 15
"""Sentences below which no share is told."""

ASKED, LEFT = {"cn"}, {"cited", "covered", "uncited_par"}
"""Kinds of sentences of whole articles: those that editors asked a source for, and those that they left alone."""

SUPPORTED = {"cited", "covered", "cn"}
"""Kinds of sentences that a source stood behind, or was asked for."""

KINDS = {
    "bare": "single sentences (debates)",
    "short": "excerpts of a few sentences (encyclopedia, government, our own)",
    "marked": "articles that cite by markers (encyclopedia)",
    "behind": "the same, behind the last marker of a paragraph",
    "long": "articles with links, or with an author who says “we” or “you” (government, newspapers, our own)",
    "told": "articles with neither markers, links nor such an author (newspapers, our own)",
    "real": "of the last two, those of the government and of newspapers alone",
}
REAL = frozenset({"digitalgov", "news"})
"""Sources without markers that people wrote who knew nothing of us."""

TEXT = """\
# The model of claims

How much a sentence needs a source, 0 to 1. A logistic regression over named traits: words, pairs of words, cues of
phrase lists, shape, tense, place in the paragraph, neighbors, heading, and a few of the whole text
(`statements/traits.py`). {weights:,} weights, read as text; nothing is downloaded, and it holds no text of the
data. A text that is a single sentence is judged by a model of its own (`alone.txt`, {alone:,} weights), fitted on the
same data, in which sentences that stand among others count for half and traits that stand as often on both sides
for little.
Written, as this card is, by `python -m tests.benchmarks.training DATA ARTICLES`.

## What it was fitted on

| data | sentences | what a positive is | licence |
|---|---|---|---|
| `citeneed_fa` (Quaremba et al. 2026) | {citeneed_fa:,} | a featured article cites something for it | CC BY-SA 4.0 |
| `citeneed_art` (Wikipedia of 2016) | {citeneed_art:,} | it carries a citation, or a request for one | CC BY-SA 3.0 |
| `unmarked`: the same, unmarked | {unmarked:,} | it, or what follows in its paragraph, did | CC BY-SA 3.0 |
| `checkworthy` (ClaimBuster) | {checkworthy:,} | annotators held it worth checking | GPL-3.0 |
| articles of digital.gov | {digitalgov:,} | an editor would ask for a source (labels: ours) | public domain |
| newspaper articles of `readability_ose` (OneStopEnglish) | {news:,} | the same | CC BY-SA 4.0 |
| `labels/articles` | {written:,} | the same; articles and labels are ours | this project's |
| `excerpts`: digital.gov and ours again | {excerpts:,} | the same, each between its neighbors alone | the same |
| `labels/spoken.txt` | {spoken:,} | worth checking; sentences of debates and labels are ours | this project's |

Words borrow meaning from {classes} classes that we wrote down ourselves (`tests/benchmarks/training/meanings.txt`), and
from vectors that are made of the same files and of `hype_npov`, `puffery`, `readability_ose`, `grammar_clean`
(CC BY-SA) and those records of `dup_corpus` that people published on free terms; neither excerpts of CLEAR nor
rewritten text, which are for non-commercial use or not by people, are read. `envclaim`, `npov`, `babe` and
`grammar_cweb` are for measuring alone and were not read. `audit_e2e` was not read either, but is made of sentences of
the files above: what the product does on its development part is no measure of new text.

## How right it is

By five-fold cross-validation: a sentence is judged by a model that has seen no sentence of its article. Two splits.

| data | figures |
|---|---|
{figures}

`citeneed_art` is asked as the product asks it: of the sentences that nothing supports, is one reported? Recall is on
those that editors tagged, false flags on those that are cited, covered by a later marker, or in an uncited paragraph
that nobody objected to. There are {asked} tagged ones, so that recall is uncertain by a tenth. Which bar a sentence of
such an article is held to depends on what is cited around it (`standards` in `checks/evidence/need.py`).

`unmarked` tells what the model does in an encyclopedic text whose markers were lost: of the sentences that a source
supported, and of those in paragraphs without any that nobody objected to, the share that is reported.

## What a confidence means

Of the sentences that would be reported, the share that is labelled as needing a source, by the confidence of the
finding; by the same models, which have not seen the article.

| text | {ranges} |
|---|{lines}
{reliability}

Half-labels (“either way would be fine”) count half. In articles that cite by markers nearly every sentence is cited, so
cited and uncited sentences were weighed alike; of those that are reported there, the share that an editor had tagged
is far lower than the confidence says, and the share that carries a source elsewhere far higher. Behind the last marker
of a paragraph the confidence is how often such a place had held one: each paragraph lost its last marker, and what then
stood without one was counted beside what editors had left without one. The model hardly tells the two apart. A sentence
that praises besides keeps the lower confidence of other places. The share itself is told by curves in which real
articles weigh more than half; our own, of which there are more, are labelled more clearly. Of articles without markers
only those whose sentences we labelled are counted, not `unmarked`, nearly all of which had a source.

## Limits

- English only, as everything here. The text is not understood: nothing is looked up, and a well-known truth is a claim.
- A text on its publisher's own work reads like one on somebody else's: figures about own products and visits are
  reported now and then (digital.gov above). What an editor asks of newspapers is harder to tell than of our own
  articles, which are plainer: of what is reported there an editor would let four in ten pass.
- Recipes, fiction, obituaries, manuals, pages of companies and charities and the like are known from articles that
  we wrote.
- Labels of whole articles are noisy: an uncited paragraph may need a source that nobody has asked for yet.
"""


class Judged(NamedTuple):
    """A sample and what a model that has not seen its article says of it."""

    sample: Sample
    share: float
    reported: bool
    """Whether the share is above the bar that the product would hold the sentence to."""

    @property
    def free(self) -> bool:
        """Whether it is a sentence that can be reported at all."""
        return not self.sample.extra["exempt"] and not self.sample.extra["reached"]


def text(splits: Sequence[Sequence[Judged]], weights: int, alone: int) -> str:
    """Return the card."""
    samples = [one.sample for one in splits[0]]
    count = {name: len({one.id for one in samples if one.source == name}) for name in FIGURES}
    asked = len({one.id for one in samples if one.source == "citeneed_art" and one.extra["kind"] in ASKED})
    return TEXT.format(
        **count,
        weights=weights,
        alone=alone,
        asked=asked,
        classes=len({name for names in meanings().values() for name in names}),
        figures="\n".join(f"| `{name}` | {told} |" for name, told in figures(splits)),
        ranges=" | ".join(f"{low:.1f}–{high:.1f}" for low, high in _ranges()),
        lines="---|" * len(list(_ranges())),
        reliability="\n".join(_reliability(splits)),
    )


def figures(splits: Sequence[Sequence[Judged]]) -> Iterator[tuple[str, str]]:
    """Yield the name of each data set and its figures in each split."""
    for name, tell in FIGURES.items():
        yield name, "; ".join(tell([one for one in judged if one.sample.source == name]) for judged in splits)


def _ranges() -> Iterator[tuple[float, float]]:
    return zip((0.0, *STEPS), STEPS, strict=False)


def _reliability(splits: Sequence[Sequence[Judged]]) -> Iterator[str]:
    for kind, name in KINDS.items():
        cells = []
        for low, high in _ranges():
            rows = [
                one.sample
                for judged in splits
                for one in judged
                if kind in _told_of(one.sample) and one.reported and low <= one.share < high
                and not one.sample.extra["exempt"]
            ]  # fmt: skip
            total = sum(_counted(one) for one in rows)
            right = sum(one.label * _counted(one) for one in rows)
            enough = len(rows) >= FEWEST * len(splits)
            cells.append(f"{right / total:.2f} ({round(total / len(splits)):,})" if enough else "–")
        yield f"| {name} | {' | '.join(cells)} |"


def _told_of(one: Sample) -> tuple[str, ...]:
    """Return in which rows of the table a sample counts."""
    if one.source == "behind":
        return (one.source,)
    if not one.learn or one.source in {"unmarked", "spoken"}:
        return ()
    return (one.curve, "real") if one.source in REAL else (one.curve,)


def _counted(one: Sample) -> float:
    """Return how much a sample counts as one sentence: half when its label is half, and balanced where the model is."""
    return float(one.extra["counts"])


def _usual(rows: Sequence[Judged]) -> str:
    """Tell how records are told apart, a record being reported when one of its sentences is."""
    best: dict[str, tuple[int, float, bool]] = {}
    for one in rows:
        _, share, reported = best.get(one.sample.id, (0, 0.0, False))
        own = 0.0 if one.sample.extra["exempt"] else one.share
        best[one.sample.id] = (int(one.sample.label), max(share, own), reported or (own > 0 and one.reported))
    labels, shares, decisions = (list(column) for column in zip(*best.values(), strict=True))
    auc = roc_auc_score(labels, shares)
    return f"accuracy {accuracy_score(labels, decisions):.3f}, F1 {f1_score(labels, decisions):.3f}, AUC {auc:.3f}"


def _missing(rows: Sequence[Judged]) -> str:
    rates = []
    for kinds in (ASKED, LEFT):
        chosen = [one for one in rows if one.sample.extra["kind"] in kinds]
        rates.append(sum(one.reported and one.free for one in chosen) / len(chosen))
    return f"recall {rates[0]:.3f}, false flags {rates[1]:.3f}"


def _unmarked(rows: Sequence[Judged]) -> str:
    rates = []
    for kinds in (SUPPORTED, {"uncited_par"}):
        chosen = [one for one in rows if one.sample.extra["kind"] in kinds]
        rates.append(sum(one.reported and one.free for one in chosen) / len(chosen))
    return f"reported {rates[0]:.3f} of those with a source, {rates[1]:.3f} of those without"


def _editor(rows: Sequence[Judged]) -> str:
    """Tell the share of reported sentences that an editor would accept: labelled 1 or one half."""
    label: dict[str, float] = {}
    for one in rows:
        label[one.sample.id] = max(label.get(one.sample.id, 0.0), one.sample.label)
    reported = {one.sample.id for one in rows if one.reported and one.free}
    sure = {one.sample.id for one in rows if one.sample.label and one.sample.extra["counts"] == 1 and one.free}
    accepted = sum(label[name] for name in reported) / max(1, len(reported))
    return f"accepted {accepted:.3f} of {len(reported)}, recall {len(sure & reported) / max(1, len(sure)):.3f}"


FIGURES: Mapping[str, Callable[[Sequence[Judged]], str]] = {
    "citeneed_fa": _usual,
    "checkworthy": _usual,
    "citeneed_art": _missing,
    "unmarked": _unmarked,
    "digitalgov": _editor,
    "news": _editor,
    "written": _editor,
    "excerpts": _usual,
    "spoken": _usual,
}
