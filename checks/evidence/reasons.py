"""Reasons: why the model of claims marked a sentence, in words that an editor understands.

What the model looks at is gathered under a few kinds of claim, and those that
are seen in the sentence are told by how much their traits weighed: not what a
list finds first, but what moved the score. Each is shown with the words that
speak for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from checks.article import Article
from checks.evidence.need import weighed_by
from checks.evidence.sources.laws import cited_laws
from checks.evidence.statements.constructions import compared, to_come
from checks.evidence.statements.counting import numerals
from checks.evidence.statements.figures import figure, is_bound, number, year
from checks.evidence.statements.forms import is_no_verb
from checks.evidence.statements.misread import misread
from checks.evidence.statements.outline import Outline, cues, outlines, shape, tense
from checks.evidence.statements.pieces import PIECE, led_on, piece
from checks.evidence.statements.topic import STRICT, topic
from checks.evidence.statements.traits import extent, figures
from checks.evidence.wordings.factual import FACTUAL, ranks
from checks.known import Known
from checks.once import once_each
from checks.phrases import Hit, section_words
from checks.tokens import Tokens, tokens

MOST = 4
"""Reasons that are told of a sentence."""

QUOTED = 5
"""Tokens of a sentence that a reason quotes at most."""

SHOWN = 3
"""Tokens that are quoted of what never or always holds."""

_SAID = {
    "figure": ("gives a figure", "name the report or the data that it comes from"),
    "quantity": ("mentions a quantity", "name the report or the data that it comes from"),
    "result": ("states an effect", "cite the study that found it"),
    "finding": ("reports a finding", "cite the study that found it"),
    "cause": ("names a cause", "cite a source for the cause"),
    "comparison": ("compares", "cite a source for the comparison"),
    "prediction": ("predicts", "say whose forecast it is"),
    "law": ("makes a claim about the law", "cite the law, the ruling or the office"),
    "finance": ("makes a claim about money", "cite the accounts, the statistics or the office"),
    "health": ("makes a claim about health", "cite a study, a guideline or a health agency"),
    "date": ("gives a date", "cite a record or an account of it"),
    "history": ("tells of the past", "cite a record or an account of it"),
    "certainty": ("leaves no room for exceptions", "say how often it holds, for whom and by what evidence"),
    "generality": ("generalizes", "cite a source that shows how general this is"),
    "event": ("tells what happened", "cite a report or a record of it"),
    "state": ("states a fact", "cite a study or a reference work"),
    "measurable": ("ranks its subject by size, number or time", "say who measured it, when and against what"),
    "first": ("singles its subject out", "cite a record, a register or a reference work"),
    "owned": ("ranks its subject above others", "say who ranked it, and by what measure"),
    "low": ("ranks its subject below others", "say who ranked it, and by what measure"),
}
"""By kind of claim, what is said of such a sentence, and what would settle it."""

RANK = "rank"
"""Kind of a rank that could be looked up, whichever of `checks.evidence.wordings.factual.FACTUAL` it is."""

_LAWFUL = {
    **dict.fromkeys(("state", "generality", "comparison"), "cite the law, the ruling or the office"),
    **dict.fromkeys(("figure", "quantity"), "cite the law or the ruling, or name the report that it comes from"),
    **dict.fromkeys(("date", "history"), "cite the law, the ruling or a record of it"),
}
"""What would settle a sentence on the law, where that is something else."""

_WHOLE = FACTUAL | {"figure"}
"""Kinds that are quoted with all their words."""

_TO_COME = frozenset({"date", "figure", "quantity", "result", "finding", "event", "state"})
"""What may be foretold, so that a record or a study does not settle it."""

_MERE = frozenset(["percentage", "average", "median", "rate", "rates", "ratio", "total"])
"""Words that speak of a quantity without a figure."""
_CERTAIN = frozenset(["always", "never", "nobody", "none", "everybody", "everyone"])
"""Words that leave no exception."""
_MULTIPLES = frozenset(["doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved", "twice"])
"""Words that give a figure, whatever they do besides: "visits have tripled"."""
_GROWN = frozenset(["quadrupled", "trebled", "quintupled"])
_AMOUNTS = frozenset(["a", "about", "almost", "half", "more", "nearly", "one", "over", "two", "three", "up"])
"""Words behind "by" that tell by how much something fell or rose."""
_ERAS = frozenset(["bc", "bce", "ad"])
_FEW = frozenset(["few", "little", "bit", "handful"])
"""Words of no amount: "more than a few friendships"."""
_PERFECT = frozenset(["has", "have", "had"])
"""Verbs behind which a past form tells what happened: "he has worked there"."""
_DEGREES = frozenset(["most", "more", "least", "less"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her", "your", "our"])


class Reason(NamedTuple):
    """One thing that makes a sentence a claim."""

    words: str
    """Completes "This sentence …", with the words that speak for it."""
    settles: str
    """What would settle it, as something to do."""
    weight: float
    """How much its traits add to the score, on the model's own scale."""
    kind: str = ""
    """What is seen in the sentence, a key of what is said of it; empty where nothing stands out."""


class _Seen(NamedTuple):
    """A kind of claim that is seen in a sentence."""

    kind: str
    traits: Sequence[str]
    """Those of the model that stand for it."""
    place: range
    """Tokens that show it."""


@once_each
def reasons(article: Article, sentence: int) -> tuple[Reason, ...]:
    """Return what makes a sentence a claim, the weightiest first; there is always one."""
    outline = outlines(article)[sentence]
    column = tokens(article)
    where = column.sentences[sentence]
    hits = cues(article)[sentence]
    weights = weighed_by(article).weights
    here = weights.get(extent(article)) or weights[""]
    seen = [one for one in _seen(article, where, hits, outline) if one.kind not in STRICT or one.kind == topic(article)]
    weighed = [(sum(here.get(trait, 0.0) for trait in one.traits), one) for one in seen]
    # In an article on health most sentences are about health: what else is stated tells more.
    weighed.sort(key=lambda pair: (pair[1].kind in STRICT, not _outdoes_all(column, pair[1], where), -pair[0]))
    lawful = _is_lawful(article, sentence)
    foretold = any(one.kind == "prediction" for one in seen)
    told: list[Reason] = []
    places: list[range] = []
    if rank := ranks(article).get(sentence):
        # What it ranks as is what a sentence says of its subject first of all.
        first = _reason(article, _Seen(rank.kind, (), rank.place), 0.0, lawful=False)
        told.append(first._replace(kind=RANK))
        places.append(rank.place)
    for weight, one in weighed:
        light = weight <= 0 and one.kind != "figure"
        if (light and told) or any(one.place.start in other for other in places) or len(told) == MOST:
            continue
        places.append(one.place)
        reason = _reason(article, one, weight, lawful=lawful)
        # No record shows what is yet to come.
        told.append(reason._replace(settles=_SAID["prediction"][1]) if foretold and one.kind in _TO_COME else reason)
    given = next((one for one in told if one.kind == "figure"), None)
    if given and told[0].kind in {"date", "comparison"}:
        # Where a figure comes from tells when it was so, and against what; an account of that need not have the figure.
        told[0] = told[0]._replace(settles=given.settles)
    return tuple(told) or (_plain(article, where, outline, lawful=lawful),)


def _outdoes_all(column: Tokens, seen: _Seen, where: range) -> bool:
    """Whether what is seen ranks something above all others: "more than any other country"."""
    behind = column.words[seen.place.stop - 1 : min(where.stop, seen.place.stop + 2)]
    return seen.kind == "comparison" and behind == ["than", "any", "other"]


def _is_lawful(article: Article, sentence: int) -> bool:
    """Whether the law would settle what a sentence states: it cites one, or the article is about the law."""
    return topic(article) == "law" or any(article.sentences[sentence].span.overlaps(one) for one in cited_laws(article))


def _said(kind: str, *, lawful: bool) -> tuple[str, str]:
    """Return what is said of a kind of claim, and what would settle it."""
    words, settles = _SAID[kind]
    return words, _LAWFUL.get(kind, settles) if lawful else settles


def _reason(article: Article, seen: _Seen, weight: float, *, lawful: bool) -> Reason:
    words, settles = _said(seen.kind, lawful=lawful)
    column = tokens(article)
    quoted = len(seen.place) if seen.kind in _WHOLE else QUOTED
    first = seen.place.start
    shown = article.slice(column.span(first, led_on(column, range(first, min(seen.place.stop, first + quoted)))))
    return Reason(f"{words} (“{shown}”)", settles, round(weight, 3), seen.kind)


def _plain(article: Article, where: range, outline: Outline, *, lawful: bool) -> Reason:
    """Return the reason where nothing stands out: a number in words, or what the sentence tells, by its verb."""
    column = tokens(article)
    if amount := number(article, where):
        return _reason(article, _Seen("figure", (), amount), 0.0, lawful=lawful)
    where = _main(column, where)
    verb = _verb(article, column, where, past=True) if "tense:past" in outline.glance else None
    stated = _verb(article, column, where, past=False)
    if verb is not None and stated is not None and stated < verb and column.words[stated] not in _PERFECT:
        verb = None  # "It is a soap engineered in a lab" tells of no event, either
    # "Must contain" and "won't be listed" tell of no event.
    past = verb is not None and column.words[verb] not in shape("modal")
    words, settles = _said("event" if past else "state", lawful=lawful)
    verb = verb if verb is not None else stated
    if verb is None:
        return Reason(words, settles, 0.0)
    if not past and verb + 1 < where.stop and column.words[verb + 1] in shape("comparative"):
        words, settles = _said("comparison", lawful=lawful)
    return Reason(f"{words} (“{piece(article, column, range(verb, where.stop))}”)", settles, 0.0)


def _main(column: Tokens, where: range) -> range:
    """Return the tokens of the main clause of a sentence that opens with another one: "When it rains, …"."""
    if column.words[where.start] not in section_words("checks.evidence", "lexicon/reasons.txt", "subordinating"):
        return where
    comma = next((at for at in where if column.words[at] == ","), None)
    return range(comma + 1, where.stop) if comma is not None and where.stop - comma > PIECE else where


def _verb(article: Article, column: Tokens, where: range, *, past: bool) -> int | None:
    """Return the first form of a verb in the tense of the sentence, behind its first word; else what looks like one."""
    words = column.words
    wanted = "past" if past else "present"
    surely = (
        at
        for at in where[1:]
        if (
            tense(words[at]) == wanted
            and not (
                is_no_verb(column, at, where, joined=True) or _is_hyphened(article, at) or _is_made(column, at, where)
            )
        )
        or (words[at] in shape("modal") and column.forms[at].islower())
    )
    # "protects the roots": a word in -s before an article is hardly ever a noun.
    likely = (at for at in where[1:-1] if tense(words[at]) == "s" and words[at + 1] in _ARTICLES)
    return next(surely, None) or (next(likely, None) if not past else None)


def _is_made(column: Tokens, at: int, where: range) -> bool:
    """Whether a past form tells of what kind something is: "apps made by brands", "the most used apps".

    Not in "rents dropped by 9 percent".
    """
    if at > where.start and column.words[at - 1] in _DEGREES:
        return True
    after = column.words[at + 1 : at + 3]
    return after[:1] == ["by"] and not any(word[0].isdigit() or word in _AMOUNTS for word in after[1:])


def _is_hyphened(article: Article, at: int) -> bool:
    """Whether a token is the second part of a word, as "derived" is of "oil-derived"."""
    start = tokens(article).starts[at]
    return article.text[start - 1 : start] in {"-", "‑"}


def _seen(article: Article, where: range, hits: Sequence[Hit], outline: Outline) -> Iterator[_Seen]:
    """Yield the kinds of claim that are seen in a sentence."""
    column = tokens(article)
    bounds = [hit for hit in hits if hit.section == "comparison" and is_bound(column, hit, where)]
    by_kind: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit not in bounds and not misread(column, hit, where):
            by_kind.setdefault(hit.section, []).append(hit)
    for kind in ("result", "cause", "comparison", "prediction", "law", "finance", "health", "history", "generality"):
        if its := by_kind.get(kind):
            shown = _kind(kind, column.words[its[0].first])
            yield _Seen(shown, (f"g:{kind}", *_words(column, its)), range(its[0].first, its[0].stop))
        elif kind == "comparison" and (parted := compared(column, where)):
            yield _Seen(kind, (), parted)
    amounts = [hit for hit in hits if hit.section == "quantity"]
    traits = [f"g:{name}" for name, there in (("quantity", amounts), ("comparison", bounds)) if there]
    traits += _words(column, (*amounts, *bounds))
    if amount := figure(article, where, amounts) or _bounded(column, where, bounds):
        traits += [f"g:{name}" for name in ("<num>", "<measure>") if name in outline.glance]
        if "<num>" in outline.glance:
            traits += ["<num>", figures(outline)]
        certain = _certain(article, where, amount)
        yield _Seen("certainty", traits, certain) if certain else _Seen("figure", traits, amount)
    elif times := list(compress(where, map(_MULTIPLIES.__getitem__, column.words[where.start : where.stop]))):
        yield _Seen("figure", traits, range(times[0], times[0] + 1))
    elif mere := [hit for hit in amounts if column.words[hit.first] in _MERE]:
        yield _Seen("quantity", traits, range(mere[0].first, mere[0].stop))
    yield from _dated(article, where)


def _certain(article: Article, where: range, amount: range) -> range | None:
    """Return the tokens of what never or always holds, if the amount only tells for what span: "any 20-year period"."""
    column = tokens(article)
    if not _is_hyphened(article, amount.stop):
        return None
    at = next((at for at in where if column.words[at] in _CERTAIN), None)
    return range(at, min(at + SHOWN, where.stop)) if at is not None else None


def _kind(section: str, word: str) -> str:
    """Return what is told of a cue: "found" reports what somebody found out, "tripled" gives a figure."""
    if word in _MULTIPLES:
        return "figure"
    reports = section == "result" and word in section_words("checks.evidence", "lexicon/reasons.txt", "finding")
    return "finding" if reports else section


def _multiplies(word: str) -> bool:
    return word in _GROWN or (word.endswith("fold") and word.removesuffix("fold") in numerals())


_MULTIPLIES = Known(_multiplies)


def _dated(article: Article, where: range) -> Iterator[_Seen]:
    """Yield that a sentence gives a date, or foretells what will be so by it."""
    column = tokens(article)
    when = year(article, where)
    if when and (coming := to_come(column, where, when)):
        yield _Seen("prediction", ("g:<year>", "<year>"), coming)
    elif when:
        era = when.stop < where.stop and column.words[when.stop] in _ERAS
        yield _Seen("date", ("g:<year>", "<year>"), range(when.start, when.stop + era))


def _bounded(column: Tokens, where: range, bounds: Sequence[Hit]) -> range | None:
    """Return the tokens of the first bound with what it bounds: "more than a year"."""
    for hit in bounds:
        few = not _FEW.isdisjoint(column.words[hit.stop + 1 : hit.stop + 2])
        if column.words[hit.stop] in {"a", "an"} and not few:
            return range(hit.first, min(hit.stop + 2, where.stop))
    return None


def _words(column: Tokens, hits: Sequence[Hit]) -> Iterator[str]:
    return (word for hit in hits for word in column.words[hit.first : hit.stop])
