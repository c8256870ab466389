"""Settings of the duplication check."""

from __future__ import annotations

from pydantic import Field

from checks.rule import Options


class DuplicationOptions(Options):
    """What counts as a repetition."""

    min_passage_words: int = Field(
        8, ge=5, le=500, description="Shortest passage that is reported when the same article repeats it, in words."
    )
    min_shared_words: int = Field(
        15, ge=5, le=500, description="Shortest passage that is reported when two articles share it, in words."
    )
    max_phrase_share: float = Field(
        0.02, gt=0, le=1, description="Share of an article's words that one phrase of four to eight words may make up."
    )
    related_articles: int = Field(
        5, ge=1, le=100, description="Near-duplicates that are listed for one article; further ones are counted."
    )
