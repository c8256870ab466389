"""The language of an article, and of passages in it that are in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checks.article import PROSE, Block, Mark, MarkKind
from checks.languages import ENGLISH, detect, is_in, is_known
from checks.parsing.language import language_tag, same_language
from checks.position import SourceMap, Span

KEYS = ("language", "lang", "locale")
"""What front matter calls the language."""

UNKNOWN = ENGLISH
"""What an article is taken for that does not say and does not show what it is written in."""

SAMPLE = 6_000
"""Code points of prose that are enough to tell a language."""

PASSAGE = 15
"""Words of a passage from which its language is told, if it is not the article's."""

SHORT = 4 * PASSAGE
"""Code points that such a passage has at least."""

_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{2,1000})[”“»\"]")
"""What stands in quotation marks, of whatever house."""


def declared(metadata: Mapping[str, object]) -> tuple[str, str]:
    """Return the key of front matter that names the language, and what it says; both may be empty."""
    for key in KEYS:
        value = metadata.get(key)
        if value is False:
            # What YAML makes of the code for Norwegian, "no".
            return key, "no"
        if isinstance(value, str) and value.strip():
            return key, value.strip()
    return "", ""


def known_tag(value: str) -> str:
    """Return a language tag in its usual case, or nothing when it names no language that there is."""
    tag = language_tag(value)
    return tag if tag and is_known(tag) else ""


def spoken(metadata: Mapping[str, object], page: str, given: str, text: str, blocks: Sequence[Block]) -> str:
    """Return an article's language: what its front matter says, or its page, or who gives it, or its words.

    Args:
        metadata: front matter.
        page: the tag that the page itself states, may be empty.
        given: the tag used where the source names none; empty to tell it by the words.
        text: the article's text.
        blocks: its blocks.
    """
    return known_tag(declared(metadata)[1]) or known_tag(page) or known_tag(given) or by_words(text, blocks) or UNKNOWN


def by_words(text: str, blocks: Sequence[Block]) -> str:
    """Return the language that the prose of an article is written in, or nothing when that is not sure."""
    sample: list[str] = []
    size = 0
    for block in blocks:
        if block.kind in PROSE and not block.boilerplate and not block.language:
            sample.append(text[slice(*block.span)])
            size += block.span.length
            if size > SAMPLE:
                break
    shown = "\n".join(sample)
    # What its passages would be held for, a short article is held for, too.
    return detect(shown) or _other_language(shown, UNKNOWN)


def with_languages(text: str, blocks: Sequence[Block], language: str) -> list[Block]:
    """Return the blocks, each with its language if that is surely another than the article's."""
    return [_placed(text, block, language) for block in blocks]


def foreign_quotations(text: str, blocks: Sequence[Block], places: SourceMap, language: str) -> Iterator[Mark]:
    """Yield a mark for each passage in quotation marks, inside a block, that is surely in another language."""
    for block in blocks:
        if block.kind not in PROSE or block.language:
            continue
        for match in _QUOTED.finditer(text, *block.span):
            span = Span(*match.span(1))
            found = _other_language(text[slice(*span)], language)
            if found:
                yield Mark(MarkKind.LANGUAGE, span, places.to_source(span), target=found)


def _placed(text: str, block: Block, language: str) -> Block:
    if block.language:
        return replace(block, language="") if same_language(block.language, language) else block
    if block.kind not in PROSE:
        return block
    shown = text[slice(*block.span)]
    found = _other_language(shown, language)
    # Around a long quotation the article's own words may be few.
    return replace(block, language=found) if found and not is_in(_QUOTED.sub(" ", shown), language) else block


def _other_language(shown: str, language: str) -> str:
    """Return the language of a passage when it is surely not the given one, else nothing."""
    # Most blocks are too short to tell, which a look at their length tells at once.
    if len(shown) < SHORT or is_in(shown, language):
        return ""
    found = detect(shown, PASSAGE)
    return "" if same_language(found, language) else found
