"""Quotations: where somebody else's words stand, and whether the reader learns whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, MarkKind, Sentence, once
from checks.evidence.sources.attribution import Attribution, attributions
from checks.evidence.sources.references import is_marked, references
from checks.position import Span

LEAST_WORDS = 8
"""A shorter quotation is a title, a term, an example or a scare quote as often as somebody's words."""

LONG_WORD = 4
"""Letters from which a word of a title is written with a capital."""

BLOCKS_BEFORE = 3
"""Blocks before a quotation in which its speaker may have been named, as in an interview."""

_PAIRED = re.compile(r"“[^“”]{0,2000}”")
_STRAIGHT = re.compile(r'(?<!\w)"(?=\S)[^"]{0,2000}(?<=\S)"(?!\w)')
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKED = re.compile(r"[\"“]")
_INTRODUCED = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Oo]ur|[Mm]y|motto|mantra|slogan|tagline|titled|called"
    r"|labell?ed|[A-Z][a-z]+ [A-Z][a-z]+|[a-z]+,? [A-Z][a-z]{2,}|[A-Z]{2,})\b"
)
_NOBODYS = (
    r"(?:sayings?|rules?|proverbs?|adages?|jokes?|maxims?|mottos?|truism|clich[eé]|wisdom|rhymes?|refrain|mantra)"
)
_GOES = re.compile(
    rf"\b(?:goes|went|says|said|runs|ran|has) (?:the|an?|that|this|one) (?:[\w’'-]+ ){{0,3}}{_NOBODYS}\b"
    rf"|\b{_NOBODYS}(?: [\w’'-]+){{0,4}} (?:goes|went|go|says?|runs?|ran|has it)\b"
)
"""Words that are everybody's, of whom no speaker is missed."""
_VOICED = re.compile(r"[?!]|\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?|[Ll]et['’]s)\b")
"""Words of somebody who talks: an example, a thought, a line of dialogue, a customer's words."""
_ASKING = re.compile(r"[?!]|\b(?:[Yy]ou|[Yy]ours?|[Ll]et['’]s)\b")
_COUNTED = re.compile(
    r"\d%|\d (?:percent|per cent|million|billion)\b"
    r"|\b(?:by|than|of) (?:a|one|two) (?:half|thirds?|quarters?|fifths?|tenths?)\b"
    r"|\b\d+,\d{3}\b|\bby half\b|\b(?:1[89]|20)\d\d\b|\b(?:doubled|tripled|trebled|halved)\b"
)
"""Figures that somebody gives: whoever talks so in an article is asked for them."""
_DASHED = re.compile(r"\s*[—–―-]")
_SIGNED = re.compile(r"(?:^|\n|[.!?”\"])[ \t]*[—–―-]{1,2}[ \t]*[A-ZÀ-Þ][\w.’'-]+", re.MULTILINE)
_CITED = re.compile(r"[”\"]\s+[A-ZÀ-Þ][^”\"\n]{2,80}\Z")
"""A line behind the words that says whose they are, as `<cite>` shows it."""

_SIGNED_BEHIND = re.compile(r"[.,]?\s*(?:[—–―-]{1,2}|\()\s*(?:[A-ZÀ-Þ]|a |an |the )")


_LABELED = re.compile(
    r"\W{0,4}(?:(?:[A-Z][\w’'-]{1,30} ){0,3}[A-Z][\w’'-]{1,30} ?:"
    r"|(?:Note|Tip|Warning|Caution|Important|Remember|Update|Disclaimer|Summary"
    r"|Takeaway|Key|Example|Definition|Quick|Bottom line|In (?:short|brief|summary)|TL;?DR)\b)"
)
_ENDS = re.compile(r"[a-z\d][.!?…][\"”’)\]]{0,2}\s*\Z")
PULLED = 50
"""Code points by which a line is known again that was pulled out of the article."""


class Quotation(NamedTuple):
    """Words given as somebody's."""

    span: Span
    """In the text, with the quotation marks."""
    sourced: bool
    """Whether a speaker or a source is named beside it."""
    voiced: bool
    """Whether it reads as somebody talking, so that nobody asks who it was."""
    block: int
    marked: bool = True
    """Whether it stands in quotation marks; a block set off without them may be a summary as well."""


@once
def quotations(article: Article) -> tuple[Quotation, ...]:
    """Return the quotations of an article: blocks set off as somebody's, and quoted sentences of some length."""
    return tuple(sorted([*_inline(article), *_set_off(article)], key=lambda one: one.span))


def _inline(article: Article) -> Iterator[Quotation]:
    listed = references(article).blocks
    for index, block in enumerate(article.blocks):
        # Quoted list items are examples, and a paragraph that answers a question is an interview's.
        if block.kind is not BlockKind.PARAGRAPH or block.spoken or index in listed or _answers(article, index):
            continue
        text = article.slice(block.span)
        if ('"' not in text and "“" not in text) or _in_dialogue(article, index):
            continue
        straight = text.count('"')
        matches = [*_PAIRED.finditer(text), *(_STRAIGHT.finditer(text) if straight and straight % 2 == 0 else ())]
        for match in matches:
            words = _WORD.findall(match[0])
            if len(words) >= LEAST_WORDS and not _is_title(words):
                span = Span(*match.span()).shift(block.span.start)
                yield Quotation(span, _has_speaker(article, span, index), _is_voiced(match[0]), index)


def _answers(article: Article, at: int) -> bool:
    """Whether the block before asks or announces what stands here."""
    return at > 0 and article.slice(article.blocks[at - 1].span).rstrip("\"”'’*_ ").endswith(("?", ":"))


def _in_dialogue(article: Article, at: int) -> bool:
    """Whether a paragraph that is all in quotation marks stands beside another one."""
    beside = (article.blocks[near] for near in (at - 1, at + 1) if 0 <= near < len(article.blocks))
    return _is_all_quoted(article, article.blocks[at]) and any(_is_all_quoted(article, block) for block in beside)


def _is_all_quoted(article: Article, block: Block) -> bool:
    text = article.slice(block.span).strip("*_ \n")
    return bool(_MARKED.match(text)) and text.endswith(("”", '"'))


def _is_voiced(shown: str) -> bool:
    return bool(_VOICED.search(shown)) and not (_COUNTED.search(shown) and not _ASKING.search(shown))


def _is_title(words: list[str]) -> bool:
    long = [word for word in words[1:] if len(word) >= LONG_WORD]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def _has_speaker(article: Article, span: Span, index: int) -> bool:
    """Whether the sentences of a quotation, or those beside it, credit somebody."""
    first, last = article.sentence_at(span.start), article.sentence_at(span.end - 1)
    touching = [one for one in article.sentences[max(first, 0) : last + 1] if one.span.overlaps(span)]
    if not touching:
        return True
    credited = attributions(article)
    if any(not one.span.overlaps(span) for each in touching for one in credited[each.index]):
        return True  # "a source said" is told of as such
    near = article.sentences[max(touching[0].index - 1, 0) : touching[-1].index + 2]
    beside = [one for one in near if one.block == index]
    if any(_credits(credited[one.index]) for one in beside):
        return True
    whole = Span(beside[0].span.start, beside[-1].span.end)
    return (
        _points_somewhere(article, whole)
        or _introduced(article, span, touching)
        or bool(_SIGNED_BEHIND.match(article.text, span.end, article.blocks[index].span.end))
        or _told_around(article, index)
    )


def _told_around(article: Article, at: int) -> bool:
    """Whether somebody is named as speaking in the block itself, in the one after, or before the quotations before.

    Newspapers let the words of one speaker run over several paragraphs and name
    them once; who spoke some other words further up says nothing.
    """
    around = [at, at + 1] if at + 1 < len(article.blocks) else [at]
    before = at - 1
    while before > max(at - BLOCKS_BEFORE, 0) and _is_words_of(article, before):
        around.append(before)
        before -= 1
    around += [before] if before >= 0 else []
    return any(_tells(article)[block] for block in around)


@once
def _tells(article: Article) -> tuple[bool, ...]:
    """Return, for each block, whether somebody is named as speaking in it."""
    told = [False] * len(article.blocks)
    for sentence, them in zip(article.sentences, attributions(article), strict=True):
        if any(one.kind == "named" or (one.speech and one.kind != "vague") for one in them):
            told[sentence.block] = True
    return tuple(told)


def _is_words_of(article: Article, at: int) -> bool:
    """Whether a block is somebody's words as a whole."""
    block = article.blocks[at]
    return block.spoken or block.kind is BlockKind.QUOTATION or _is_all_quoted(article, block)


def _introduced(article: Article, span: Span, touching: list[Sentence]) -> bool:
    """Whether the words beside the quotation, outside it, hold a name or the author's own "I" or "we"."""
    outside = article.text[touching[0].span.start : span.start] + " " + article.text[span.end : touching[-1].span.end]
    return bool(_INTRODUCED.search(outside) or _GOES.search(outside))


def _credits(them: tuple[Attribution, ...]) -> bool:
    return any(one.kind != "vague" for one in them)


def _set_off(article: Article) -> Iterator[Quotation]:
    """Yield quotations that stand as blocks of their own, those of one group as one."""
    blocks = article.blocks
    index = 0
    while index < len(blocks):
        if not blocks[index].spoken and blocks[index].kind is not BlockKind.QUOTATION:
            index += 1
            continue
        first = index
        while index + 1 < len(blocks) and (blocks[index + 1].spoken or blocks[index + 1].kind is BlockKind.QUOTATION):
            index += 1
        span = Span(blocks[first].span.start, blocks[index].span.end)
        marked = bool(_MARKED.match(article.text, span.start))
        if len(_WORD.findall(article.slice(span))) >= LEAST_WORDS and (
            marked or _reads_as_quoted(article, first, span)
        ):
            signed, voiced = _is_signed(article, first, index, span), _is_voiced(article.slice(span))
            yield Quotation(span, signed, voiced, first, marked)
        index += 1


def _reads_as_quoted(article: Article, block: int, span: Span) -> bool:
    """Whether a block that is set off without quotation marks is prose of somebody else, for all that is seen of it.

    It is not where it is labeled ("Note: …"), set in bold or in lists, holds no
    whole sentence, or is a line of the article pulled out.
    """
    shown = article.slice(span)
    if article.blocks[block].kind is not BlockKind.QUOTATION or _LABELED.match(shown):
        return False
    if not _ENDS.search(article.slice(article.blocks[block].span)):
        return False
    if any(mark.span.length * 2 > span.length for mark in article.marks_in(span, MarkKind.STRONG, MarkKind.LINK)):
        return False
    opening = shown[:PULLED]
    return opening not in article.text[: span.start] and opening not in article.text[span.end :]


def _is_signed(article: Article, first: int, last: int, span: Span) -> bool:
    """Whether a set-off quotation is introduced, signed or cited."""
    credited = attributions(article)
    inside = (one for block in article.blocks[first : last + 1] for one in article.sentences_of(block))
    return (
        bool(_SIGNED.search(article.slice(span)) or _CITED.search(article.slice(span)))
        or _points_somewhere(article, span)
        or any(_credits(credited[one.index]) for one in inside)
        or _told_around(article, first)
        or _is_introduced(article, first - 1)
        or _is_signed_below(article, last + 1)
    )


def _points_somewhere(article: Article, span: Span) -> bool:
    """Whether a link, a note or a marker stands in a span."""
    return is_marked(article, span) or any(article.marks_in(span, MarkKind.LINK))


def _is_introduced(article: Article, before: int) -> bool:
    """Whether the block before a set-off quotation leads to it or to its source."""
    if before < 0:
        return False
    block = article.blocks[before]
    return _points_somewhere(article, block.span) or article.slice(block.span).rstrip().endswith(":")


def _is_signed_below(article: Article, after: int) -> bool:
    """Whether the block after a set-off quotation begins with a dash, a source or its speaker."""
    if after >= len(article.blocks):
        return False
    block = article.blocks[after]
    if block.kind is BlockKind.CAPTION:
        return True
    opening = article.sentences_of(block)[:1]
    return bool(_DASHED.match(article.slice(block.span))) or any(
        _points_somewhere(article, one.span) or _credits(attributions(article)[one.index]) for one in opening
    )
