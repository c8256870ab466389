"""How hard an article is to read: textstat's indices, our own estimate, and where a reader stumbles."""

from __future__ import annotations

from collections.abc import Iterator

from checks.article import Article
from checks.finding import Finding
from checks.languages import ENGLISH, is_english
from checks.readability.formulas import OTHERS, warm
from checks.readability.level import GRADE_LEVEL, READING_EASE, SECTION_GRADE, hard_sections, over_target
from checks.readability.measure import measure
from checks.readability.model import Readability, SectionReadability
from checks.readability.options import ReadabilityOptions
from checks.readability.paragraphs import (
    DENSE_PARAGRAPH,
    HARD_WORDS_RULE,
    WALL_OF_TEXT,
    dense_paragraphs,
    hard_words,
    walls,
)
from checks.readability.sentences import LONG_SENTENCE, long_sentences
from checks.rule import Check, Context

__all__ = ["CHECK", "Readability", "SectionReadability", "measure", "warm"]


def run(article: Article, context: Context[ReadabilityOptions]) -> Iterator[Finding]:
    """Yield what makes the article hard to read."""
    for find in (over_target, hard_sections, long_sentences, dense_paragraphs, walls, hard_words):
        yield from find(article, context.options)


def _leaves_out(language: str) -> str:
    return "" if is_english(language) else "its estimate of the grade and its list of familiar words know English only"


CHECK = Check(
    name="readability",
    summary="Text that is harder to read than it need be.",
    rules=(GRADE_LEVEL, READING_EASE, SECTION_GRADE, LONG_SENTENCE, DENSE_PARAGRAPH, WALL_OF_TEXT, HARD_WORDS_RULE),
    options=ReadabilityOptions,
    run=run,
    languages=frozenset({ENGLISH, *OTHERS}),
    leaves_out=_leaves_out,
    warm=warm,
)
