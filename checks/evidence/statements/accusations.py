"""Accusations: what harms whoever it is said of, or whoever believes it, and so needs a source wherever it stands.

"The mayor took bribes" gives no figure and names no cause, and an editor asks for
nothing sooner; "nettle tea dissolves kidney stones" may cost somebody's health in
an article about gardens. Not what a court, the police or somebody else is said to
say, what a story tells, what is supposed, denied or laid down, and no metaphor: whom
a crime is said of is somebody, and what is done is done to somebody.
"""

from __future__ import annotations

from collections.abc import Mapping

from checks.article import Article, Sentence, once
from checks.evidence.sources.attribution import attributions
from checks.evidence.statements import stories
from checks.evidence.statements.charges import COURT, HYPOTHETICAL, SUBJECT, TOLD, kinds, openers
from checks.evidence.statements.demand import Demand
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.outline import outlines
from checks.evidence.statements.traits import extent
from checks.position import Span
from checks.tokens import tokens

SURE = 0.65
"""How likely an editor is to ask for a source, by reading."""

BEFORE = 3
"""Sentences before one in which a court or the police may have been named whose account goes on."""

_FIGURES = frozenset(["act", "scene", "hero", "character"])
"""What a story is told by, beside the words of the list of fiction."""


@once
def accusations(article: Article) -> Mapping[int, Demand]:
    """Return what sentences say that harms somebody, by sentence.

    Not in a sentence or an excerpt that stands alone: it may be anybody's, its source may stand elsewhere, and the
    model of needs knows such sentences best.
    """
    if extent(article) in {"bare", "short"}:
        return {}
    column = tokens(article)
    opening = openers()
    found: dict[int, Demand] = {}
    for sentence in article.sentences:
        if opening.isdisjoint(column.of(sentence.index)):
            continue
        told = _told(article, sentence)
        if told and not _is_anothers(article, sentence, personal=not told.lone):
            found[sentence.index] = told
    return found


def _told(article: Article, sentence: Sentence) -> Demand | None:
    """Return what a sentence says of somebody or of somebody's body; None where it says nothing of the kind."""
    seen = set(tokens(article).of(sentence.index))
    text = article.slice(sentence.span)
    for kind in kinds():
        match = None if kind.opens.isdisjoint(seen) else kind.find.search(text)
        # "Prevent asthma by airing the rooms" tells its reader what to do.
        if match and (SUBJECT.match(text) if kind.personal else match.start()):
            place = Span(*match.span()).shift(sentence.span.start)
            return Demand(place, kind.told, kind.settles, SURE, grave=True, lone=not kind.personal)
    return None


def _is_anothers(article: Article, sentence: Sentence, *, personal: bool) -> bool:
    """Whether a sentence is no claim of the author's about the world: told by somebody, retold, supposed or denied."""
    outline = outlines(article)[sentence.index]
    instructs = outline.instructs and personal
    if outline.own or outline.reader or instructs or "quote" in outline.glance or exempt(article, sentence):
        return True
    text = article.slice(sentence.span)
    if HYPOTHETICAL.search(text) or TOLD.search(text) or attributions(article)[sentence.index]:
        return True
    fiction = stories.words_of("work") | stories.words_of("figure") | _FIGURES
    if sentence.block in stories.retold(article) or not fiction.isdisjoint(tokens(article).of(sentence.index)):
        return True
    first = article.sentences[max(0, sentence.index - BEFORE)] if personal else sentence
    return COURT.search(article.text, first.span.start, sentence.span.end) is not None
