"""Rules on paragraphs and what stands between headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from checks import samples
from checks.article import Article, Block, BlockKind, MarkKind
from checks.finding import Finding, Severity
from checks.languages import is_english
from checks.position import Span
from checks.readability.options import ReadabilityOptions
from checks.readability.prose import Read, prose
from checks.readability.vocabulary import look_up
from checks.rule import Example, Rule, related

HARD_WORDS = 5
"""So many different hard words make a paragraph hard; fewer can be looked up."""
HARD_PARAGRAPH = 30
"""Words of a paragraph from which a share says something."""
SYLLABLES = 3
TERM = 3
"""A word used so often is a term of the article, which its reader learns."""
LISTED = 6
_LETTERS = re.compile(r"\w+")


def _first_marked(text: str) -> str:
    first, stop, rest = text.partition(". ")
    return f"[[{first}.]] {rest}" if stop else f"[[{text}]]"


DENSE_PARAGRAPH = Rule(
    name="readability/dense-paragraph",
    summary="A paragraph is too long to be read in one go, above all on a phone.",
    why="Readers scan by paragraphs; a long one fills the screen, hides where a thought ends and is skipped.",
    fix="Break it where the thought turns, and give each part a first sentence that says what it is about.",
    source="Yoast SEO flags paragraphs of more than 150 words; GOV.UK asks for no more than five sentences.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(f"# How we buy\n\n[[{samples.PURCHASING} {samples.FERRY}]]\n"),
        Example(f"<p>[[{samples.BAKERY} {samples.LIBRARY}]]</p>"),
    ),
    passed=(
        Example(f"# How we buy\n\n{samples.PURCHASING}\n\n{samples.FERRY}\n"),
        Example(
            "| Item | Price |\n|---|---|\n" + "| Paper, a box of five hundred sheets | Four crowns a box |\n" * 15,
            note="A table is not a paragraph.",
        ),
    ),
)
WALL_OF_TEXT = Rule(
    name="readability/wall-of-text",
    summary="Paragraph follows paragraph with no heading, list or picture to hold on to.",
    why="Most readers look for the part they need before they read; without landmarks they cannot find it.",
    fix="Set a heading wherever the subject changes, every 200 to 300 words.",
    source="Yoast SEO asks for a subheading every 300 words, Nielsen for text that can be scanned; we flag from 600.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "# Five places\n\n"
            + "\n\n".join(
                (_first_marked(samples.ORCHARD), samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT)
            )
        ),
        Example(
            "".join(
                f"<p>{one}</p>"
                for one in (
                    _first_marked(samples.LIBRARY),
                    samples.ALLOTMENT,
                    samples.PURCHASING,
                    samples.FERRY,
                    samples.ORCHARD,
                )
            )
        ),
    ),
    passed=(
        Example(
            f"# Five places\n\n{samples.ORCHARD}\n\n{samples.FERRY}\n\n## More\n\n"
            f"{samples.BAKERY}\n\n{samples.LIBRARY}\n\n{samples.ALLOTMENT}\n"
        ),
        Example(
            f"{samples.ORCHARD}\n\n{samples.FERRY}\n\n{samples.BAKERY}\n", note="A short article needs no headings."
        ),
    ),
)
HARD_WORDS_RULE = Rule(
    name="readability/hard-words",
    summary="A paragraph holds too many long words that many readers do not know.",
    why="One unknown word can be guessed from its neighbours; among unknown neighbours the meaning is lost.",
    fix="Keep the terms that the article is about and explain them once; use everyday words for the rest.",
    source=(
        "Familiar words after Dale and Chall (1948), brought up to date. Counted are other words of three or more"
        " syllables, but not names, nor words in a heading, nor words used three times or more."
    ),
    severity=Severity.SUGGESTION,
    flagged=(
        Example(f"# Participation\n\n[[{samples.DOCTRINE}]]\n"),
        Example(
            "[[The committee's deliberations exemplify an institutional predisposition towards procrastination: "
            "ambiguous terminology, contradictory stipulations and superfluous formalities proliferate while "
            "substantive disagreements remain unacknowledged and the affected residents are disregarded with unfailing "
            "regularity.]]"
        ),
    ),
    passed=(
        Example(
            "The committee keeps putting things off. Its terms are vague, its rules contradict each other, and it"
            " asks for forms that nobody needs. Nobody says where they disagree, and the people who live there "
            "are not heard at all."
        ),
        Example(
            "# Photosynthesis and chlorophyll\n\nPhotosynthesis is how plants make sugar. Chlorophyll catches the"
            " light, and photosynthesis turns it into sugar. Without chlorophyll there would be no "
            "photosynthesis, and without photosynthesis no plants, and so nothing for animals to eat.",
            note="What the article is about has to be named.",
        ),
    ),
)


def dense_paragraphs(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield paragraphs and list items that are too long."""
    for number, words in _words_by_block(article).items():
        block = article.blocks[number]
        if words <= options.max_paragraph_words or block.spoken or block.kind is BlockKind.QUOTATION:
            continue
        sentences = len(article.sentences_of(block))
        message = (
            f"A paragraph of {words} words in {sentences} sentence{'s' if sentences != 1 else ''}; "
            f"the limit is {options.max_paragraph_words}."
        )
        confidence = min(0.9, 0.5 + 0.2 * words / options.max_paragraph_words)
        yield DENSE_PARAGRAPH.finding(article, block.span, message, confidence=confidence)


def walls(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield the first sentence of each stretch that runs on for too long without a landmark."""
    counts = _words_by_block(article)
    for stretch in _stretches(article):
        words = sum(counts.get(number, 0) for number in stretch)
        if words <= options.max_unbroken_words:
            continue
        first = article.sentences_of(article.blocks[stretch[0]])
        place = first[0].span if first else article.blocks[stretch[0]].span
        message = (
            f"From here on {words} words in {len(stretch)} paragraphs without a heading, a list or a picture; "
            f"the limit is {options.max_unbroken_words}."
        )
        confidence = min(0.9, 0.4 + 0.3 * words / options.max_unbroken_words)
        end = related(article, article.blocks[stretch[-1]].span, "where it ends")
        yield WALL_OF_TEXT.finding(article, place, message, confidence=confidence, related=(end,))


def hard_words(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield paragraphs with too many hard words that the article does not need; hard words are known of English."""
    if not is_english(article.language):
        return
    known = _terms(article)
    blocks: dict[int, list[Read]] = defaultdict(list)
    for sentence in prose(article):
        blocks[sentence.block].append(sentence)
    for number, sentences in blocks.items():
        words = sum(len(sentence.words) for sentence in sentences)
        block = article.blocks[number]
        if words < HARD_PARAGRAPH or block.spoken or block.kind is BlockKind.QUOTATION:
            continue
        hard = [word for word in dict.fromkeys(_hard(sentences)) if word not in known]
        share = len(hard) / words
        if len(hard) < HARD_WORDS or share < options.max_hard_share:
            continue
        shown = ", ".join(f"“{word}”" for word in sorted(hard, key=len, reverse=True)[:LISTED])
        more = " and others" if len(hard) > LISTED else ""
        message = f"{len(hard)} of {words} words are long and unfamiliar: {shown}{more}."
        confidence = min(0.9, 0.5 + share)
        yield HARD_WORDS_RULE.finding(article, block.span, message, confidence=confidence)


def _words_by_block(article: Article) -> Mapping[int, int]:
    counts: Counter[int] = Counter()
    for sentence in prose(article):
        counts[sentence.block] += len(sentence.words)
    return counts


def _stretches(article: Article) -> Iterator[list[int]]:
    """Yield runs of paragraphs with nothing between them that catches the eye."""
    run: list[int] = []
    for number, block in enumerate(article.blocks):
        if block.boilerplate:
            continue
        if block.kind is BlockKind.PARAGRAPH and not _has_picture(article, block):
            run.append(number)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _has_picture(article: Article, block: Block) -> bool:
    return any(article.marks_in(Span(block.span.start, block.span.end + 1), MarkKind.IMAGE))


def _terms(article: Article) -> frozenset[str]:
    """Return the words that the article is about: in its title and headings, or used often."""
    counts = Counter(word.lower() for sentence in prose(article) for word in sentence.words)
    headings = [article.slice(block.span) for block in article.blocks if block.kind is BlockKind.HEADING]
    named = (word.lower() for text in (article.title, *headings) for word in _LETTERS.findall(text))
    return frozenset(named) | {word for word, count in counts.items() if count >= TERM}


def _hard(sentences: list[Read]) -> Iterator[str]:
    for sentence in sentences:
        for place, written in enumerate(sentence.words):
            word = look_up(written)
            if not word.familiar and word.syllables >= SYLLABLES and not (word.capital and place):
                yield written.lower()
