"""Rules on the level of the article and of its sections."""

from __future__ import annotations

import math
from collections.abc import Iterator

from checks import samples
from checks.article import Article, Format
from checks.finding import Finding, Related, Severity
from checks.readability.estimate import grade, hardness
from checks.readability.formulas import MINIMUM_WORDS, reading_ease
from checks.readability.measure import COMPARABLE, measure
from checks.readability.options import ReadabilityOptions
from checks.readability.prose import Read, by_section, prose
from checks.rule import Example, Rule, related

SURE = 0.8
"""A grade is over its target when four in five samples of such a text would be."""
SPREAD = 24
"""Grades by which the estimate strays, times the square root of the number of words: 2.4 for 100, 1 for 600."""
SECTION_WORDS = 120
SHOWN = 3

GRADE_LEVEL = Rule(
    name="readability/grade-level",
    summary="The article asks more years of schooling of its reader than the target.",
    why="Readers of every level finish an easier text sooner and remember more; those below its level give up.",
    fix="Start with the hardest sentences, listed here: halve them, and put common words in the place of rare ones.",
    source=(
        "Our estimate from sentence length, unfamiliar words, abstract nouns and names, on the scale of the classic "
        "formulas; flagged when it is over the target in four of five samples of this length. Grade 12 ends secondary "
        "school; health authorities ask for 6 to 8."
    ),
    severity=Severity.WARNING,
    flagged=(Example(samples.ORDINANCE), Example(f"<h1>Participation</h1><p>{samples.DOCTRINE}</p>", Format.HTML)),
    passed=(
        Example(samples.PURCHASING),
        Example(
            "Notwithstanding supplementary considerations, harmonization necessitates departmental authorization.",
            note="Fewer than 100 words say nothing about a level.",
        ),
    ),
)
READING_EASE = Rule(
    name="readability/reading-ease",
    summary="The Flesch reading ease of the article is under the target.",
    why="A low value means long words in long sentences, which tire every reader.",
    fix=(
        "Prefer the short word (“use”, not “utilization”) and let verbs do the work of nouns; "
        "then shorten the longest sentences."
    ),
    source="R. Flesch, “A new readability yardstick” (1948), by textstat. Under 30 is his class “very difficult”.",
    severity=Severity.SUGGESTION,
    flagged=(Example(samples.ORDINANCE), Example(f"# Participation\n\n{samples.DOCTRINE}\n")),
    passed=(Example(samples.PURCHASING), Example(f"# The ferry\n\n{samples.FERRY}\n")),
)
SECTION_GRADE = Rule(
    name="readability/section-grade",
    summary="One section is far harder than the target and than the article as a whole.",
    why="A reader who follows the article stops where it turns hard; often that part comes from another hand.",
    fix="Rewrite the section in the voice of the others, starting with its hardest sentence.",
    source="The same estimate as for the article, for sections of 120 words or more.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            f"# A new way to buy\n\n{samples.PURCHASING}\n\n## How others do it\n\n{samples.LIBRARY}\n\n"
            f"{samples.BAKERY}\n\n## [[The rules behind it]]\n\n{samples.ORDINANCE}\n"
        ),
        Example(
            f"<h2>The orchard</h2><p>{samples.ORCHARD}</p><p>{samples.ALLOTMENT}</p>"
            f"<h2>[[The rules]]</h2><p>{samples.ORDINANCE}</p>",
            Format.HTML,
        ),
    ),
    passed=(
        Example(f"# A new way to buy\n\n{samples.PURCHASING}\n\n## The ferry\n\n{samples.FERRY}\n"),
        Example(
            f"# Rules\n\n{samples.ORDINANCE}\n\n## More rules\n\n{samples.ORDINANCE}\n",
            note="Where all is equally hard, `readability/grade-level` says so once.",
        ),
    ),
)


def over_target(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield what is wrong with the level of the article as a whole."""
    measured, sentences = measure(article), prose(article)
    words = _words(sentences)
    if measured.grade is not None and words >= MINIMUM_WORDS:
        sure = _probability(measured.grade, options.target_grade, words)
        if sure >= SURE:
            message = f"Reads at grade {measured.grade:.1f}; the target is {options.target_grade:g}."
            yield GRADE_LEVEL.finding(article, None, message, confidence=sure, related=_hardest(article, sentences))
    ease = reading_ease(measured.indices)
    if ease is not None and ease < options.target_ease:
        message = f"Flesch reading ease is {ease:.0f}; the target is {options.target_ease:g} or more."
        confidence = min(0.95, 0.7 + (options.target_ease - ease) / 100)
        yield READING_EASE.finding(article, None, message, confidence=confidence)


def hard_sections(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield sections that stand out; the place is the heading, or the first sentence where there is none."""
    whole = measure(article).grade
    if whole is None:
        return
    allowed = max(options.target_grade, whole) + options.section_margin
    for section, inside in by_section(article):
        words = _words(inside)
        if words < SECTION_WORDS:
            continue
        level = grade(inside)
        sure = _probability(level, allowed, words)
        if sure >= SURE:
            place = section.heading.span if section.heading else inside[0].span
            message = (
                f"This section reads at grade {level:.1f}, the article at {whole:.1f}; "
                f"the target is {options.target_grade:g}."
            )
            yield SECTION_GRADE.finding(article, place, message, confidence=sure, related=_hardest(article, inside, 1))


def _words(sentences: tuple[Read, ...]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _probability(level: float, target: float, words: int) -> float:
    """Return how likely the true level is over the target, errors being normal."""
    return min(0.99, 0.5 * (1 + math.erf((level - target) * math.sqrt(words) / SPREAD / math.sqrt(2))))


def _hardest(article: Article, sentences: tuple[Read, ...], count: int = SHOWN) -> list[Related]:
    long = [sentence for sentence in sentences if len(sentence.words) >= COMPARABLE]
    worst = sorted(long, key=lambda sentence: hardness([sentence]), reverse=True)[:count]
    return [
        related(article, sentence.span, f"grade {grade([sentence]):.0f}, {len(sentence.words)} words")
        for sentence in worst
    ]
