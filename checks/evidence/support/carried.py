"""Carried: supports that reach another block.

A list has them from its lead-in, a list or table from the line below it, and
whoever speaks of a table or chart from its captions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checks.article import Article, BlockKind, once
from checks.evidence.sources.exhibits import mentions
from checks.evidence.support.continuity import goes_on, tells_of_work
from checks.evidence.support.pointing import POINTED, Pointing, pointing, points_to
from checks.evidence.support.supports import Support
from checks.evidence.support.survey import survey

BACK = 3
"""Sentences at the end of a paragraph in which the work stands that the next one goes on about: "The report …"."""

Reach = list[tuple[int, Support]]


@once
def by_block(article: Article) -> tuple[tuple[int, range], ...]:
    """Return the blocks that hold sentences, each with the indices of these."""
    sentences = article.sentences
    first = [one.index for before, one in pairwise(sentences) if before.block != one.block]
    edges = [0, *first, len(sentences)] if sentences else []
    return tuple((sentences[start].block, range(start, stop)) for start, stop in pairwise(edges))


@once
def carried(article: Article) -> Mapping[int, Reach]:
    """Return, by block, the supports of other blocks that reach it, each with its sentence."""
    found = survey(article)
    reach: dict[int, Reach] = {}
    lead: Reach = []
    last: Reach = []
    above: list[int] = []
    for number, indices in by_block(article):
        block = article.blocks[number]
        if block.kind is BlockKind.HEADING:
            lead, last, above = [], [], []
        elif above and len(indices) == 1 and (how := pointing(article, indices.start)):
            for one in above if how is Pointing.ALL else ():
                reach.setdefault(one, []).extend(_usable(found, indices.start))
        else:
            if block.kind is BlockKind.LIST_ITEM:
                if lead:
                    reach.setdefault(number, []).extend(lead)
            else:
                further = last if last and goes_on(article, indices.start) else []
                if further:
                    reach.setdefault(number, []).extend(further)
                last = _nearest_end(found, indices)
                own = [one for one in last if one[0] == indices.stop - 1] or (further if len(indices) == 1 else [])
                lead = own if own and _leads_in(article, indices.stop - 1) else []
            above = [*above, number] if above and _belongs(article, above[-1], number) else [number]
    return reach


@once
def pointed(article: Article) -> Mapping[int, Reach]:
    """Return, by sentence, what the paragraph below only points to: "See the 2019 report of the council."."""
    found: dict[int, Reach] = {}
    for (_, indices), (block, below) in pairwise(by_block(article)):
        if len(below) != 1 or article.blocks[block].kind is BlockKind.HEADING:
            continue
        how = pointing(article, below.start)
        if how in (Pointing.WORK, Pointing.MATTER):
            for at in range(max(indices.start, below.start - POINTED), below.start):
                if points_to(article, how, below.start, at):
                    found.setdefault(at, []).extend(_usable(survey(article), below.start))
    return found


@once
def lent(article: Article) -> Mapping[int, Reach]:
    """Return, by sentence, the supports that captions of tables and charts lend to what speaks of these."""
    found: dict[int, Reach] = {}
    told = [one for one in mentions(article) if one.exhibit and one.exhibit.captions]
    if told:
        held = dict(by_block(article))
        for one in told:
            at = article.sentence_at(one.span.start)
            for caption in one.exhibit.captions if one.exhibit else ():
                for index in held.get(caption, ()):
                    found.setdefault(at, []).extend(_usable(survey(article), index))
    return found


def _nearest_end(found: Sequence[Sequence[Support]], block: range) -> Reach:
    """Return the supports nearest to the end of a block, of which the next one may go on to tell."""
    ends = range(block.stop - 1, max(block.start, block.stop - BACK) - 1, -1)
    return next((usable for at in ends if (usable := list(_usable(found, at)))), [])


def _usable(found: Sequence[Sequence[Support]], index: int) -> Iterator[tuple[int, Support]]:
    return ((index, one) for one in found[index] if one.good)


def _leads_in(article: Article, index: int) -> bool:
    """Whether a sentence announces the list below it, or tells of the work that it is taken from."""
    span = article.sentences[index].span
    return article.text[span.start : span.end].rstrip().endswith(":") or tells_of_work(article, index)


def _belongs(article: Article, one: int, other: int) -> bool:
    """Whether a block belongs to the one above: an item to its list, a cell to its table, a caption."""
    first, second = article.blocks[one], article.blocks[other]
    return second.kind is BlockKind.CAPTION or bool(second.group and second.group == first.group)
