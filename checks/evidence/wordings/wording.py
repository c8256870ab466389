"""Wording: superlatives, praise and absolutes in an article's own prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.article import Article, Sentence, once
from checks.evidence.need import needs
from checks.evidence.sources.heard import OUTRIGHT, RANKINGS, heard, heard_in
from checks.evidence.statements.effects import of_health
from checks.evidence.statements.exempt import QUESTION, exempt
from checks.evidence.statements.topic import is_strict
from checks.evidence.wordings.atlas import claims_nothing
from checks.evidence.wordings.excuses import is_excused
from checks.evidence.wordings.items import is_read
from checks.evidence.wordings.kinds import Taken, is_measured, joined, kind_of, most_telling
from checks.evidence.wordings.possessive import counts_owned, is_owned, owns_widely
from checks.evidence.wordings.ranking import (
    counts_one,
    leads_widely,
    ranges,
    singles_out,
)
from checks.evidence.wordings.scope import scope
from checks.evidence.wordings.sense import Candidate, bar, company, hype_bar, manner, share, talks, traits
from checks.evidence.wordings.shown import NO_END, shown
from checks.evidence.wordings.unrivaled import unrivaled
from checks.finding import Evidence
from checks.once import once_each
from checks.phrases import Hit, section_words
from checks.position import Span
from checks.tokens import Tokens, tokens

MEASURABLE = 0.4
"""Need of a source from which a superlative that could be measured is reported."""

EXCUSED = 0.25
"""The most that praise that is taken back, quoted or part of a name counts for: too little to be listed."""

RANGED = 0.6
"""Least confidence in a ranking that tells what it ranges over: a claim on the world, whatever its sentence needs."""

PLAIN = 0.45
"""Least share at which part of a usually plain phrase is reported."""

RANKED = 0.5
"""Share from which a ranking, the only one of its kind or a certainty is reported even where warm words are usual:
unlike those it is true or false. A stock phrase is reported from it, too: it tells nothing wherever it stands."""

STRICTLY = 0.2
"""Share from which a promise of safety or of a cure is reported where a strict standard is held to, or its sentence
speaks of health: by reading, nearly all that is promised there, "there is no risk of dependence", somebody acts on. It
then is as sure as `RANKED`."""

_STRICT = frozenset({"judged", "only", "absolute", "cliche"})
_EMPTY = frozenset({"hype", "cliche"})
"""Sections of words that hardly ever do anything but praise."""


class Wording(NamedTuple):
    """One wording that is stronger than a plain statement."""

    kind: str
    """`praise`, `cliche`, `judged`, `measurable`, `only` or `absolute`."""
    span: Span
    """In the text."""
    sentence: int
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    """What it brings along itself: a figure, a comparison set."""


@once
def wordings(article: Article) -> tuple[Wording, ...]:
    """Return the strong wordings of an article, in reading order, none overlapping another."""
    heard = zip(article.sentences, _weighed(article), strict=True)
    return tuple(one for sentence, found in heard if found for one in _in_sentence(article, sentence))


@once
def praise(article: Article) -> tuple[float, ...]:
    """Return, for each sentence, how likely it is that it praises, 0 to 1; what is excused counts for little."""
    return tuple(praising(article, at) for at in range(len(article.sentences)))


@once_each
def praising(article: Article, sentence: int) -> float:
    """Return how likely it is that a sentence praises, 0 to 1; what is excused counts for little."""
    most = 0.0
    for candidate, sure in _shares(article)[sentence]:
        if sure > most:
            most = max(most, _heard(article, candidate, sure, sentence))
    return most


def _heard(article: Article, candidate: Candidate, share: float, sentence: int) -> float:
    """Return how likely a phrase is praise of the author's own."""
    if share <= EXCUSED:
        return share
    column = tokens(article)
    kind = kind_of(column, candidate.hit)
    return EXCUSED if is_excused(article, column, candidate.hit, sentence, kind) else share


def candidates(words: Sequence[str], where: range) -> list[Candidate]:
    """Return the phrases of the lists in a sentence, those that are usually meant plainly marked, no part of a term."""
    found = heard_in(words, where)
    return _candidates(words, [one for one in found.strong[0] if one.section not in OUTRIGHT], found.harmless[0])


def _candidates(words: Sequence[str], hits: Sequence[Hit], harmless: Sequence[Hit]) -> list[Candidate]:
    if not harmless:
        return [Candidate(hit, plain=False) for hit in hits]
    terms = {at for one in harmless if one.section == "term" for at in range(one.first, one.stop)}
    found = []
    reach, at = 0, 0
    for hit in hits:
        while at < len(harmless) and harmless[at].first <= hit.first:
            reach = max(reach, harmless[at].stop if harmless[at].section == "plain" else 0)
            at += 1
        # "The ultimate consumer": what opens a wording may stand before the term, and "the" behind it.
        last = hit.stop - 1
        while last > hit.first and words[last] in NO_END:
            last -= 1
        if last not in terms:
            found.append(Candidate(hit, hit.stop <= reach))
    return found


def _ranked(column: Tokens, heard: Sequence[tuple[Candidate, float]]) -> Iterator[tuple[Candidate, float]]:
    """Yield candidates with their shares: where "delicious" praises, "most delicious" does no less.

    In "most abundant" the second word says nothing by itself: that is for what it ranges over to tell. Nor is a stock
    phrase less than what it ends with.
    """
    last: dict[int, float] = {}
    for one, sure in heard:
        last[one.hit.stop] = max(sure, last.get(one.hit.stop, 0.0))
    for one, sure in heard:
        if column.words[one.hit.first - 1] == "most" and one.hit.section == "praise" and is_measured(column, one.hit):
            continue
        most = one.hit.section == "judged" and column.words[one.hit.first] == "most" and not one.plain
        yield one, last[one.hit.stop] if most or one.hit.section == "cliche" else sure


def _by_range(article: Article, sentence: Sentence, candidate: Candidate, sure: float) -> float:
    """Return the share of a ranking that could be looked up, mended by what it ranges over."""
    hit, column = candidate.hit, tokens(article)
    where = column.sentences[sentence.index]
    if hit.section == "only":
        if column.words[hit.stop - 1] in _COUNTING and is_owned(column, hit, where):
            return max(RANGED, sure) if counts_owned(column, hit, where) else 0.0
        told = column.words[hit.stop - 1] == "only" and singles_out(column, hit, where)
        return 0.0 if counts_one(column, hit, where) else max(RANGED, sure) if told else sure
    if hit.section not in {"measurable", "judged"}:
        return sure
    if hit.section == "measurable" and claims_nothing(article, column, hit, sentence.index):
        return 0.0
    wide = ranges(column, hit, where) if hit.section == "measurable" else leads_widely(column, hit, where)
    owned = wide and hit.first > where.start and owns_widely(column.words[hit.first - 1])
    return max(RANGED, sure) if owned or (wide and not candidate.plain) else sure


@once
def _shares(article: Article) -> tuple[tuple[tuple[Candidate, float], ...], ...]:
    """Return the candidates of each sentence with how likely each is praise by the words around it."""
    column = tokens(article)
    talk = talks(article)
    kind = manner(article)
    phrases = zip(article.sentences, column.sentences, heard(article).strong, heard(article).harmless, strict=True)
    out: list[tuple[tuple[Candidate, float], ...]] = []
    for sentence, where, strong, harmless in phrases:
        here = [one for one in strong if one.section not in OUTRIGHT] if strong else strong
        if not here:
            out.append(())
            continue
        found = _candidates(column.words, here, harmless)
        if found and not is_read(article, sentence):
            found = []
        if found and exempt(article, sentence) == QUESTION:
            # Whoever asks ranks nothing.
            found = [one for one in found if one.hit.section in _EMPTY]
        shares = [
            (one, share(traits(column, one, where, company(found, at), talk=talk), kind))
            for at, one in enumerate(found)
        ]
        out.append(tuple(shares))
    return tuple(out)


@once
def _weighed(article: Article) -> tuple[tuple[tuple[Candidate, float], ...], ...]:
    """Return the candidates of each sentence with how sure each is, rankings by their range, the longest first."""
    column = tokens(article)
    weighed: list[tuple[tuple[Candidate, float], ...]] = []
    phrases = zip(article.sentences, column.sentences, _shares(article), heard(article).strong, strict=True)
    for sentence, where, known, strong in phrases:
        here = [*strong, *unrivaled(column, where)]
        if not here:
            weighed.append(())
            continue
        shares = [(one, _by_range(article, sentence, one, sure)) for one, sure in _ranked(column, known)]
        # What these claim is told by what they range over, not by the words around them.
        shares += [(Candidate(hit, plain=False), 0.0) for hit in _outright(article, sentence, here)]
        shares.sort(key=lambda pair: (pair[0].hit.first - pair[0].hit.stop, -pair[1], pair[0]))
        weighed.append(tuple(shares))
    return tuple(weighed)


def _outright(article: Article, sentence: Sentence, here: Sequence[Hit]) -> list[Hit]:
    """Return what ranks outright in a sentence, and slogans, which are such in a question, too."""
    found = [one for one in here if one.section in OUTRIGHT]
    reason = exempt(article, sentence) if found else ""
    return [one for one in found if not reason or (reason == QUESTION and one.section == "slogan")]


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Wording]:
    column = tokens(article)
    where = column.sentences[sentence.index]
    for hit, confidence in joined(column, _taken(article, column, sentence)):
        kind = kind_of(column, hit)
        own = tuple(scope(article, column, hit, sentence.index, kind))
        yield Wording(kind, shown(article, column, hit, where, kind), sentence.index, round(confidence, 3), own)


def _taken(article: Article, column: Tokens, sentence: Sentence) -> list[Taken]:
    """Return the phrases that are reported, in reading order; what is excused excuses what stands in it."""
    least, most = bar(article), hype_bar(article)
    weighed = _weighed(article)[sentence.index]
    if not weighed:
        return []
    # Most are neither sure enough for any bar nor of a kind that what they range over can speak for.
    # What a sentence promises may be somebody's health, whatever the article is about.
    strict = is_strict(article) or not of_health().isdisjoint(column.of(sentence.index))
    lowest = min(least, most, STRICTLY if strict else RANKED)
    likely = [pair for pair in weighed if pair[1] >= lowest or pair[0].hit.section in _LOOKED_UP]
    telling = most_telling(column, (one.hit for one, _ in weighed)) if likely else {}
    taken: list[Taken] = []
    used: set[int] = set()
    for candidate, confidence in likely:
        hit, sure = candidate.hit, confidence
        kind = kind_of(column, hit)
        enough = min(least, RANKED) if kind in _STRICT and not candidate.plain else least
        weak = kind == "absolute" and STRICTLY <= sure < RANKED and not candidate.plain
        if weak and strict and _promises(column, hit):
            sure = RANKED
        enough = min(enough, most) if hit.section in _EMPTY else enough
        if sure < (max(enough, PLAIN) if candidate.plain else enough):
            sure = _measurable(article, sentence, candidate)
        place = range(hit.first, hit.stop)
        if not sure or not used.isdisjoint(place):
            continue
        used.update(place)
        if not is_excused(article, column, hit, sentence.index, kind):
            taken.append(Taken(telling[place], sure))
    return sorted(taken)


def _promises(column: Tokens, hit: Hit) -> bool:
    """Whether a certainty promises safety, a cure or a gain."""
    return not section_words(*RANKINGS, "promise").isdisjoint(column.words[hit.first : hit.stop])


_COUNTING = frozenset(["first", "only"])
_LOOKED_UP = OUTRIGHT | {"only", "measurable"}
"""Sections of which `_measurable` may be sure."""


def _measurable(article: Article, sentence: Sentence, candidate: Candidate) -> float:
    """Return the confidence in a ranking that could be looked up, by what it ranges over, or its need of a source."""
    hit = candidate.hit
    column = tokens(article)
    where = column.sentences[sentence.index]
    if hit.section == "owned":
        return RANGED if counts_owned(column, hit, where) else 0.0
    if hit.section in OUTRIGHT - {"first"}:
        return RANGED
    if hit.section == "first" or (hit.section == "only" and column.words[hit.stop - 1] == "only"):
        return RANGED if singles_out(column, hit, where) else 0.0
    if hit.section != "measurable" or claims_nothing(article, column, hit, sentence.index):
        return 0.0
    need = needs(article)[sentence.index]
    if ranges(column, hit, where):
        return max(RANGED, need)
    return need if need >= MEASURABLE and not candidate.plain else 0.0
