"""The language of an article, and of passages in it that are in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checks.article import PROSE, Block
from checks.languages import ENGLISH, detect, is_in, is_known
from checks.parsing.language import language_tag, same_language

KEYS = ("language", "lang", "locale")
"""What front matter calls the language."""

UNKNOWN = ENGLISH
"""What an article is taken for that does not say and does not show what it is written in."""

SAMPLE = 6_000
"""Code points of prose that are enough to tell a language."""

PASSAGE = 15
"""Words of a passage from which its language is told, if it is not the article's."""


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
    return detect("\n".join(sample))


def with_languages(text: str, blocks: Sequence[Block], language: str) -> list[Block]:
    """Return the blocks, each with its language if that is surely another than the article's."""
    return [_placed(text, block, language) for block in blocks]


def _placed(text: str, block: Block, language: str) -> Block:
    if block.language:
        return replace(block, language="") if same_language(block.language, language) else block
    if block.kind not in PROSE:
        return block
    shown = text[slice(*block.span)]
    if is_in(shown, language):
        return block
    found = detect(shown, PASSAGE)
    return replace(block, language=found) if found and not same_language(found, language) else block
