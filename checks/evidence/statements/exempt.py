"""Exemptions: sentences that are no claim of the author's, whatever they say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from checks.article import PROSE, Article, BlockKind, Sentence, once
from checks.evidence.sources.exhibits import exhibits
from checks.evidence.sources.quotations import quotations
from checks.evidence.sources.references import references
from checks.evidence.sources.starred import starred
from checks.evidence.statements.effects import tells_effect
from checks.position import Span
from checks.tokens import tokens, vocabulary

LEAST_TOKENS = 4
"""Shorter sentences are fragments, labels or exclamations."""

FRAGMENT = "a fragment"
"""Why what is no whole sentence is no claim."""

QUESTION = "a question"
"""Why what only asks is no claim."""

BYLINE = "a byline"
"""Why what tells who made the article and when is no claim."""

DEFINITION = "a definition"
"""Why what tells what a word means is no claim."""

OWN_TERM = "a term of the article's own"
"""Why what a word is to mean in the article is no claim."""

EXAMPLE = "a worked example"
"""Why a made-up case is no claim."""

WHOLE = 14
"""Tokens below which a line without a full stop is a label or an entry, not a sentence."""

ASIDE = 60
"""Code points at the end of a sentence in which a question in brackets is looked for."""

BEGINNING = 130
"""Code points at the beginning of a sentence by which an example or a definition is known."""

_STOP = re.compile(r"[.!?…:][\"'”’)\[\]\d]*\s*$")
_QUESTION = re.compile(r"\?[\"'”’\])]*\.?\s*$")
_DOUBT = re.compile(r"(?<=\S) ?[(\[](?!or\b)[^()\[\]?]{1,40}\?[)\]][.!]?\s*$")
"""A question in brackets behind a statement, which somebody wrote into the text: "(source?)"."""
_PRESUMES = re.compile(
    r"(?:[“\"'(]|(?:And|But|Now|So|Well),? )?"
    r"(?:(?:[Dd]o|[Dd]id|[Dd]on['’]t|[Dd]idn['’]t) you (?:know|reali[sz]e)|(?:[Aa]re|[Ww]ere) you aware),? "
    r"(?:that (?!\w+\?)|(?:there|they|we|it|he|she|today|over|about|around|nearly|almost|more|most|only|half|every|one"
    r"|in|\d[\d.,]*)\b[^?]{12})"
)
"""A question that takes for granted what it states: "Did you know that half of all ferries run late?"."""
_EXAMPLE = re.compile(
    r"(?:[“\"'(]|(?:For example|For instance|Now|So|Let us|Let's),? )?"
    r"(?:(?:[Ss]uppose|[Ii]magine|[Aa]ssume|[Ss]ay) "
    r"(?:that )?(?:you|we|a|an|the|your|somebody|someone|two|there|[Ii]t|I|he|she|they)\b"
    r"|(?:[Ss]uppose|[Aa]ssume|[Ss]ay) (?:that )?[A-ZÀ-Þ][\w'’-]{1,20} [a-z]{2,12}s\b"
    r"|(?:[Ss]uppose|[Aa]ssume|[Ii]magine) that\b)"
)
_MONTH = r"(?:[A-Z][a-z]{2,8}\.? )?"
_PERSONAL = r"(?:[A-Z][\w.’'-]*|and|&|de|van|von|der)"
_BYLINE = re.compile(
    r"(?:(?:Medically |Legally |Technically )?(?:[Ww]ritten|[Rr]eviewed|[Ff]act[ -][Cc]hecked|[Ee]dited|[Tt]ranslated)"
    rf" (?:and \w+ )?by |By ){_PERSONAL}(?:,? {_PERSONAL}){{1,7}}(?:, [\w ]{{3,40}})?\W{{0,3}}\Z"
    rf"|(?:Last |First )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Rr]eviewed|[Mm]odified)(?: on| in|:)? {_MONTH}"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?{_MONTH}\d{{4}}\W{{0,3}}\Z"
    r"|(?:Photos?|Photograph|Images?|Pictures?|Illustrations?|Videos?|Graphics?|Credits?) ?(?:by |credits?|courtesy|:)"
    r"|(?:Correction|Clarification|Editor['’]s note|Disclosure|Disclaimer|Update)\b[^:.]{0,40}:"
    r"|(?:A previous|An earlier) version of this (?:article|story|post|page)\b"
)
_DEFINITION = re.compile(
    r"(?:The (?:term|word|phrase|expression) )?[“\"‘'][^“”\"]{2,80}[”\"’'] (?:means|refers to|denotes|stands for)\b"
)
_TEXT = (
    r"(?:article|book|chapter|guide|lease|notice|page|paper|piece|policy|post|report|section|series|story|study|text)"
)
_TERM = re.compile(
    rf"(?:(?:In|Throughout|For the purposes? of) (?:this|the present) {_TEXT},? [^.;:]{{2,60}}?"
    rf"|(?:(?:An?|The|Our) )?[^.;:,]{{2,50}}? (?:here|as used here|in this {_TEXT})) "
    r"(?:means?|refers? to|stands? for|denotes?|(?:is|are) (?:meant|understood|used (?:to mean|in the sense)))\b"
    r"|By [^.;:]{2,60}? (?:we|I) (?:here )?mean\b"
    r"|(?:We|I) (?:here )?(?:use|define|take) [^.;:]{2,60}? (?:to mean|as)\b",
    re.IGNORECASE,
)
"""What a word is to mean in the article, which is for its author to say."""
_DEFINED = (DEFINITION, OWN_TERM)
_MEANING = (" mean", " refer", " stand", " denote", " used", " understood", " defin")
_ANNOUNCES = re.compile(
    r"[^.;:,\d]{2,60} (?:has|have|had|are|were|serves?|consists? of|falls? into|takes?|comes? in) "
    r"(?:only |just |these )?(?:two|three|four|five|six|several) (?:[a-z-]{2,14} ){0,2}[a-z-]{2,14}s\.\s*\Z"
)
_ENDS = frozenset(["aims", "goals", "purposes", "objectives", "tasks", "functions"])
_AIMS = re.compile(
    r"[^.;:,\d]{2,60} (?:has|have|had|serves?|pursues?) (?:only |just |these )?(?:two|three|four|five|several)"
    rf"(?: main| chief| different)? (?:{'|'.join(sorted(_ENDS))})\b[:.]"
)
"""How many ends something has, which whoever tells them says only to tell them in turn."""
_FOLLOWS = re.compile(r"(?:The )?(?:[Ff]irst(?:ly)?|[Oo]ne)\b|They are\b|These are\b|\W{0,3}1\b")
"""How what was announced begins: "Treatment has two aims. The first is …"."""
_BEGINNINGS = (
    (
        EXAMPLE,
        _EXAMPLE,
        frozenset(["for", "now", "so", "let", "let's", "suppose", "imagine", "assume", "say", *"“\"'("]),
    ),
    (
        BYLINE,
        _BYLINE,
        frozenset(
            [
                *("medically", "legally", "technically", "written", "reviewed", "fact", "edited", "translated", "by"),
                *("last", "first", "updated", "published", "posted", "modified", "photo", "photos", "photograph"),
                *("image", "images", "picture", "pictures", "illustration", "illustrations", "video", "videos"),
                *("graphic", "graphics", "credit", "credits", "correction", "clarification", "editor's", "disclosure"),
                *("disclaimer", "update", "a", "an"),
            ]
        ),
    ),
    (DEFINITION, _DEFINITION, frozenset(["the", *"“\"‘'"])),
    (OWN_TERM, _TERM, frozenset(["a", "an", "the", "our", "in", "throughout", "for", "by", "we", "i", *"“\"‘'"])),
)
"""Why a sentence that begins so is no claim, with the tokens that it can begin with: most begin otherwise."""


def exempt(article: Article, sentence: Sentence) -> str:
    """Return why a sentence is no claim of the author's, or an empty string."""
    return exemptions(article)[sentence.index]


@once
def exemptions(article: Article) -> tuple[str, ...]:
    """Return, for each sentence, why it is no claim of the author's; an empty string where it may be one."""
    blocks = _by_block(article)
    return tuple(blocks[one.block] or _by_text(article, one) for one in article.sentences)


@once
def _by_block(article: Article) -> tuple[str, ...]:
    listed = references(article).blocks
    notes = {at for them in starred(article).values() for at in them}
    captions = {at for one in exhibits(article) for at in one.captions}
    reasons = []
    for number, block in enumerate(article.blocks):
        reason = ""
        if block.kind not in PROSE:
            reason = f"a {block.kind}"
        elif block.boilerplate:
            reason = "site chrome"
        elif block.language and not block.language.startswith("en"):
            reason = "another language"
        elif block.spoken or block.kind is BlockKind.QUOTATION:
            # Even a set-off quotation without a speaker is shown as somebody's.
            reason = "somebody else's words"
        elif number in listed:
            reason = "a list of references"
        elif number in captions:
            reason = "a caption"
        elif number in notes:
            reason = "a note"
        reasons.append(reason)
    return tuple(reasons)


def _by_text(article: Article, sentence: Sentence) -> str:
    text, (start, end) = article.text, sentence.span
    # Regular expressions that look at one end only need not see the whole sentence.
    ending, beginning = text[max(start, end - 20) : end], text[start : min(end, start + BEGINNING)]
    if "?" in ending and _QUESTION.search(ending):
        doubt = _DOUBT.search(text, max(start, end - ASIDE), end)
        if not doubt and not _PRESUMES.match(beginning):
            return QUESTION
    column = tokens(article)
    where = column.sentences[sentence.index]
    count = len(where)
    if count < LEAST_TOKENS or (count < WHOLE and not _STOP.search(ending)):
        return "" if tells_effect(article, sentence) else FRAGMENT
    if ending.rstrip().endswith(":") or (count < WHOLE and _announces(article, sentence)):
        return "an introduction of what follows"
    if _tells_ends(article) and not _ENDS.isdisjoint(column.of(sentence.index)) and _AIMS.match(text[start:end]):
        return "an introduction of what follows"
    for reason, pattern in _opened_by().get(column.words[where.start], ()):
        if (reason not in _DEFINED or _holds(beginning, _MEANING)) and pattern.match(beginning):
            return reason
    return "somebody else's words" if _is_quoted(article, sentence.span) else ""


@once
def _tells_ends(article: Article) -> bool:
    """Whether an article speaks of aims, goals and the like anywhere."""
    return not _ENDS.isdisjoint(vocabulary(article))


@cache
def _opened_by() -> Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]:
    """Return, by the token that a sentence begins with, why it may be no claim, and by what that is known."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for reason, pattern, opening in _BEGINNINGS:
        for word in opening:
            found.setdefault(word, []).append((reason, pattern))
    return found


def _holds(text: str, parts: Sequence[str]) -> bool:
    return any(part in text for part in parts)


def _announces(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence only says how many things are told of next: "Treatment has two aims. The first is …"."""
    follows = article.sentences[sentence.index + 1 : sentence.index + 2]
    behind = follows and _FOLLOWS.match(article.text, follows[0].span.start, follows[0].span.end)
    return bool(behind) and _ANNOUNCES.match(article.slice(sentence.span)) is not None


@once
def _quoted_spans(article: Article) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    # Words in quotation marks that nobody is named for are the author's own as far as a reader can tell.
    spans = tuple(one.span for one in quotations(article) if one.sourced)
    return spans, tuple(span.start for span in spans)


def _is_quoted(article: Article, span: Span) -> bool:
    """Whether a sentence stands wholly inside quotation marks."""
    spans, starts = _quoted_spans(article)
    at = bisect_right(starts, span.start + 1) - 1
    return at >= 0 and spans[at].start <= span.start + 1 and span.end - 1 <= spans[at].end
