"""Statements: claims without a source, vague attributions, quotations without a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article, Sentence
from checks.citations.lookedfor import looked_for, unread, wants_note
from checks.citations.runs import joined
from checks.citations.sections import gathered
from checks.citations.statement_rules import FEW_SOURCES, MISSING, NO_SOURCES, QUOTATION, VAGUE
from checks.citations.unsourced import STRICTER, summed_up
from checks.evidence.claims import LISTED, Claim, claimed, claims, told
from checks.evidence.need import bars, needs, sureness
from checks.evidence.overstated import overstated
from checks.evidence.ranked import ranks_lightly, ranks_only
from checks.evidence.reasons import reasons
from checks.evidence.sources.attribution import Attribution, attributions
from checks.evidence.sources.quotations import quotations
from checks.evidence.sources.tellers import teller
from checks.evidence.statements.accusations import accusations
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.demanded import demand
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.statements.topic import is_strict, topic
from checks.evidence.support.reach import considered, reached
from checks.evidence.support.restated import is_repeated
from checks.evidence.support.running import carries_on
from checks.finding import LIKELY, SURE, Evidence, Finding, Severity, stricter
from checks.grouping import FEWEST, summed
from checks.overlap import distinct
from checks.tokens import tokens

SHARE = 0.06
"""Share of the sentences that such claims must be: hardly anything in a long memoir or guide needs a source."""

VAGUE_AT_LEAST, VAGUE_BY_NEED = 0.5, 0.4
"""How likely a vague attribution is to be one that an editor would mark, and how far its sentence's need adds to that;
from reading some on articles of digital.gov: about half where nothing much is stated, nearly all where it is."""

_FIELDS = {"health": "health", "law": "the law", "finance": "money"}

_NOBODY = ("names nobody", "name who says so")
_NAMING = (
    (
        frozenset(["buyers", "customers", "drivers", "owners", "users"]),
        ("names nobody", "say who they are, or name the survey"),
    ),
    (
        frozenset(
            [
                *("data", "evidence", "findings", "literature", "polls", "report", "reports", "research", "results"),
                *("science", "statistics", "studies", "study", "survey", "surveys", "trials", "shown", "proven"),
                *("proved", "demonstrated", "documented", "established", "linked", "associated", "known", "tested"),
                *("validated", "knowledge", "secret", "knows", "clinically", "scientifically"),
            ]
        ),
        ("names no study or report", "say which it is and where it can be read"),
    ),
    (frozenset(["courts", "tribunals", "judges"]), ("names no ruling", "cite it")),
    (frozenset(["expected"]), ("names nobody", "say whose forecast it is")),
)
"""Words of a vague attribution that stand for something else than people, what it fails to name, and what settles it.
`_NOBODY` for people."""

_WORKS = frozenset({"analysis", "census", "experiment", "poll", "report", "review", "study", "survey", "trial"})
_TELL = frozenset(
    [
        *("concluded", "concludes", "estimated", "estimates", "finds", "found", "indicated", "indicates", "reported"),
        *("revealed", "reveals", "showed", "showing", "shows", "suggested", "suggests", "used"),
    ]
)
"""A work of others, and what tells that a sentence gives what is in it."""

TELLING = 8
"""Tokens behind a work in which that is told."""

SURE_OF_BLOCK = 0.5
"""How often a passage that is set off without quotation marks is somebody's: by reading, for there are few."""

STRONG = 0.75
"""Score from which a claim that lacks a source is a warning; below, a suggestion."""


def statements(article: Article, bar: float | None, *, strict: bool | None = None) -> Iterator[Finding]:
    """Yield findings on statements that need a source and have none in reach, and on words without a speaker.

    Where a sentence is found twice the more useful finding stands in the end
    (`checks.overlap`). In an article without any source one finding sums up
    all claims; elsewhere one sums up those of a section that leaves several
    without. A strict standard, None: that of the article's topic, has a lower
    bar, and makes errors of what is sure.
    """
    held = is_strict(article) if strict is None else strict
    least = bars(article, strict=strict) if bar is None else (bar,) * len(article.sentences)
    found = joined(article, list(_unsupported(article, least, held=held)))
    found = [_held(article, one) for one in found] if held else found
    many = sum(claim.need >= least[claim.sentence] for claim in claims(article))
    sourced = any(one.supports for reaching in reached(article) for one in reaching)
    members = [one for one in distinct(article, found) if one.group]
    if many >= max(FEWEST, SHARE * len(article.sentences)) and not sourced:
        head = NO_SOURCES.finding(article, None, "", confidence=0, sums=NO_SOURCES.name)
        yield summed(article, head, members, summed_up)
        yield from found
    else:
        for one in gathered(article, found, members, FEW_SOURCES):
            yield _reasoned(article, one) if held and one.sums else one
    yield from _quotations(article)


def _held(article: Article, finding: Finding) -> Finding:
    """Return a finding as a strict standard has it; a rank that can be looked up misleads nobody for long."""
    reasoned = _reasoned(article, finding)
    missing = finding.span if finding.rule == MISSING.name else None
    return reasoned if missing and ranks_only(article, article.sentence_of(missing)) else stricter(reasoned)


def _reasoned(article: Article, finding: Finding) -> Finding:
    """Return a finding that says to what its article is held."""
    about = topic(article)
    which = f"An article on {_FIELDS[about]}" if about in _FIELDS else "This article"
    return replace(finding, why=f"{finding.why} {which} {STRICTER}")


def _unsupported(article: Article, least: Sequence[float], *, held: bool) -> Iterator[Finding]:
    by_sentence = claimed(article)
    asked: Sentence | None = None
    for sentence, credited, reaching in zip(article.sentences, attributions(article), reached(article), strict=True):
        claim = by_sentence.get(sentence.index)
        vague = next((one for one in credited if one.kind == "vague"), None)
        before, asked = asked, None
        if any(one.supports for one in reaching):
            continue
        if vague and not exempt(article, sentence):
            asked = sentence
            yield _vague(article, vague, considered(article, sentence.index), sentence.index)
        stated = claim is not None and claim.need >= least[claim.sentence]
        telling = stated and bool(reasons(article, sentence.index)[0].kind)
        laid = demand(article, sentence, held=held, stated=telling)
        if laid and not is_repeated(article, sentence):
            need = claim.need if claim else 0.0
            asked = sentence
            yield _demanded(article, sentence, laid, considered(article, sentence.index), need)
        elif claim and stated and not is_repeated(article, sentence):
            asked = sentence
            # Whoever is asked which study it was need not be asked again for what "it also found".
            if reaching or not _goes_on_behind(article, before, sentence):
                yield _missing(article, claim, considered(article, sentence.index), held=held)


def _goes_on_behind(article: Article, before: Sentence | None, sentence: Sentence) -> bool:
    """Whether a sentence goes on about the source of another one, `before` it in its paragraph."""
    return before is not None and before.block == sentence.block and carries_on(article, sentence.index)


def _vague(article: Article, vague: Attribution, evidence: Sequence[Evidence], index: int) -> Finding:
    shown, need = article.slice(vague.span), needs(article)[index]
    here = set(shown.lower().split())
    names, settles = next((said for words, said in _NAMING if not words.isdisjoint(here)), _NOBODY)
    place = article.map.to_source(vague.span)
    looked = looked_for([one for one in evidence if one.span is None or not one.span.overlaps(place)])
    message = f"“{shown}” {names}, and {looked}"
    return VAGUE.finding(
        article,
        vague.span,
        message,
        confidence=VAGUE_AT_LEAST + VAGUE_BY_NEED * need,
        severity=None if need >= LISTED else Severity.SUGGESTION,
        remedy=settles,
        evidence=evidence,
        reasons=(names, *_reasons(article, index)),
        group=NO_SOURCES.name,
    )


def _reasons(article: Article, index: int) -> tuple[str, ...]:
    """Return what else makes the sentence of a vague attribution a claim."""
    return tuple(one.words for one in reasons(article, index)) if needs(article)[index] >= LISTED else ()


def _missing(article: Article, claim: Claim, evidence: Sequence[Evidence], *, held: bool) -> Finding:
    strong = overstated(article, claim.sentence)
    found = (*filter(None, [strong]), *reasons(article, claim.sentence))
    why = strong.words if strong else told(article, claim.sentence)
    noteless, sure = wants_note(evidence), _sure(article, claim)
    unsaid = unread(evidence, teller(article, claim.sentence))
    work = _untold(article, claim.sentence)
    remedy = f"name the {work} and where it can be read" if work else found[0].settles
    message = f"This sentence {why}, and {unsaid or looked_for(evidence)}"
    if unsaid:
        remedy = "say where that can be read"
    if noteless:
        message, remedy = noteless, "add one that says where a reader can look it up"
    return MISSING.finding(
        article,
        claim.span,
        message,
        confidence=sure,
        severity=None if _is_strong(article, claim, sure if held else 0.0) and not noteless else Severity.SUGGESTION,
        remedy=remedy,
        evidence=evidence,
        reasons=tuple(one.words for one in found),
        group=NO_SOURCES.name,
    )


def _sure(article: Article, claim: Claim) -> float:
    """Return how sure a claim is; one that praises, too, only as sure as what it states needs a source.

    It then gives way to what says of the praise the more easily (`checks.overlap`).
    """
    praises = claim.score > claim.need
    return claim.need if praises else sureness(article, claim.sentence, claim.need)


def _is_strong(article: Article, claim: Claim, sure: float) -> bool:
    """Whether a claim needs a source so much, or risks so much for whoever believes it, that it is more than advice.

    `sure`: how sure it is where a strict standard is held to, otherwise 0. There all that is sure and about what the
    standard is for is strong, whether it is sure by what it states or by where it stands. What ranks first of all, by
    what could be looked up, is not where nothing is risked by it.
    """
    risked = stakes(article, claim.sentence)
    if ranks_only(article, claim.sentence) or (risked == 0 and ranks_lightly(article, claim.sentence)):
        return False
    if claim.need >= STRONG:
        return True
    grave = risked >= GRAVE or claim.sentence in accusations(article)
    return (grave and claim.need >= LIKELY) or (risked > 0 and sure >= SURE)


def _untold(article: Article, sentence: int) -> str:
    """Return the work on which a sentence rests without saying which it is: "a 2012 survey showed"; empty without."""
    column = tokens(article)
    where = column.sentences[sentence]
    for at in where:
        after = column.words[at + 1 : min(at + 1 + TELLING, where.stop)]
        if column.words[at] in _WORKS and not _TELL.isdisjoint(after):
            return column.words[at]
    return ""


def _demanded(article: Article, sentence: Sentence, laid: Demand, evidence: Sequence[Evidence], need: float) -> Finding:
    why = laid.why(article)
    message = f"This sentence {why}, and {looked_for(evidence)}"
    return MISSING.finding(
        article,
        sentence.span,
        message,
        confidence=max(laid.sure, need),
        severity=None if need >= STRONG or laid.grave else Severity.SUGGESTION,
        remedy=laid.settles,
        evidence=evidence,
        reasons=(why,),
        group=NO_SOURCES.name,
    )


def _quotations(article: Article) -> Iterator[Finding]:
    for quotation in quotations(article):
        if not (quotation.sourced or quotation.voiced):
            message = "Somebody's words are quoted, but no speaker or source is named before, in or after them"
            remedy = "say whose they are"
            if not quotation.marked:
                message = (
                    "A passage is set off as a quotation, but no speaker or source is named before, in or after it"
                )
                remedy = "say whose words they are, or set it as your own text"
            sure, severity = (0.7, None) if quotation.marked else (SURE_OF_BLOCK, Severity.SUGGESTION)
            yield QUOTATION.finding(article, quotation.span, message, confidence=sure, severity=severity, remedy=remedy)
