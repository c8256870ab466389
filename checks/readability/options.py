"""Settings of the readability check."""

from __future__ import annotations

from pydantic import Field

from checks.rule import Options


class ReadabilityOptions(Options):
    """Targets; a profile such as `health` or `academic` sets others."""

    target_grade: float = Field(12, ge=1, le=25, description="Highest US school grade that the article may ask for.")
    target_ease: float = Field(
        30, ge=-50, le=120, description="Lowest Flesch reading ease; 60 is plain English, under 30 very difficult."
    )
    section_margin: float = Field(
        2, ge=0, le=15, description="Grades by which a section may exceed both the target and its article."
    )
    max_sentence_words: int = Field(
        35, ge=5, le=200, description="Longest sentence; names, short asides and listed items count less."
    )
    max_paragraph_words: int = Field(150, ge=20, le=1000, description="Longest paragraph.")
    max_unbroken_words: int = Field(
        600, ge=100, le=10_000, description="Longest stretch without a heading, a list or a picture."
    )
    max_hard_share: float = Field(
        0.15, gt=0, le=1, description="Share of long unfamiliar words that a paragraph may hold."
    )
