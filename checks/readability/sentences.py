"""The rule on long sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, MarkKind
from checks.finding import Finding, Severity
from checks.languages import is_english
from checks.position import Span
from checks.readability.options import ReadabilityOptions
from checks.readability.prose import Read, prose
from checks.rule import Example, Rule

NAME_WORDS = 2
"""A name weighs as much as two words, however long it is."""
ITEM_WORDS = 5
"""A stretch between commas of so few words is an item of a series and weighs as much as one word."""
SERIES = 2
"""So many items make a series."""
VERY_LONG = 1.5
"""Times the limit: from there it is a warning."""

_CAPITALISED = r"[A-Z][\w'’&.-]*"
_NAME = re.compile(rf"\b{_CAPITALISED}(?:\s(?:(?:of|for|and|on|in|&|de|van|von)\s)?(?:the\s)?{_CAPITALISED})+")
_ASIDE = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]|\{\{[^{}]*\}\}")
_STOP = re.compile(r"[,;]")
_SAYS = re.compile(r"[\w'’-]+")
_JOINT = re.compile(
    r"; |: | [–—] |—|, (?:and|but|or|so|which|who|whose|where|while|whereas|although|though|because|since|as|with)\b"
    r"| (?:which|because|although|whereas|while|so that|in order to)\b"
)
_BREAK = re.compile(r"; | [–—] |—|, (?:and|but|so) ")
"""Where a sentence can end as it stands."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")

LONG_SENTENCE = Rule(
    name="readability/long-sentence",
    summary="A sentence is longer than most readers can hold in mind.",
    why="By the end of a long sentence readers have lost its beginning; they go back or go away.",
    fix="Make two sentences of it, or turn its parts into a list.",
    source=(
        "Plain-language guides set 15 to 20 words as the mean and 25 as the aim (GOV.UK); we flag from 35. Names "
        "count two words, short asides none, short items of a series one; quotations are left alone."
    ),
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "The harbour was closed for a week. [[The council decided in March that the old harbour wall would "
            "have to be rebuilt before the winter storms, which meant that the fishing boats had to move to the "
            "next town while the work went on, and that nobody could say when they would be back.]] Most were "
            "back by June."
        ),
        Example(
            "- Bring a coat.\n- [[If you plan to stay on the island after the last boat has gone you should tell "
            "the warden before noon because the hut is locked at six and the only other key is kept by a farmer "
            "on the far side of the hill who goes to bed early.]]\n",
        ),
    ),
    passed=(
        Example(
            "The council will rebuild the harbour wall before winter. The fishing boats move to the next town "
            "until then. Nobody can say yet when they will be back."
        ),
        Example(
            "For the trip you need a warm coat, two pairs of socks, a hat, good boots, a map of the island, some "
            "bread and cheese, a bottle of water, a torch, a whistle, a pencil, the key of the hut and a little "
            "money for the boat.",
            note="A list inside a sentence is not hard to follow.",
        ),
        Example(
            "> We went down to the harbour in the dark because my father had heard the bell and thought that "
            "somebody was out there, and when we came round the corner we saw that the whole wall had gone and "
            "that the sea was in the street.\n",
            note="Nobody can shorten what somebody else said.",
        ),
    ),
)


def long_sentences(article: Article, options: ReadabilityOptions) -> Iterator[Finding]:
    """Yield each sentence that weighs more words than allowed."""
    english = is_english(article.language)
    for sentence in prose(article):
        if len(sentence.words) <= options.max_sentence_words or _is_quoted(article, sentence):
            continue
        text = article.slice(sentence.span)
        weight = weigh(text)
        if weight <= options.max_sentence_words:
            continue
        excess = weight / options.max_sentence_words
        joints = [match.group().strip(" ,") or "," for match in _JOINT.finditer(text)] if english else []
        yield LONG_SENTENCE.finding(
            article,
            sentence.span,
            _message(len(sentence.words), options.max_sentence_words, joints),
            confidence=min(0.95, 0.4 + 0.3 * excess),
            severity=Severity.WARNING if excess >= VERY_LONG else Severity.SUGGESTION,
            fix=_advice(text) if english else "",
        )


def weigh(text: str) -> int:
    """Return the length of a sentence in words as a reader feels it.

    An aside weighs nothing, a name as much as two words, a short item between
    two commas of a series as much as one.
    """
    text = _NAME.sub(lambda match: "Name " * min(NAME_WORDS, match.group().count(" ") + 1), _ASIDE.sub(" ", text))
    parts = [len(_SAYS.findall(part)) for part in _STOP.split(text)]
    items = [words for words in parts[1:-1] if 0 < words <= ITEM_WORDS]
    return sum(parts) - (sum(items) - len(items) if len(items) >= SERIES else 0)


def _is_quoted(article: Article, sentence: Read) -> bool:
    """Whether most of the sentence is somebody else's words."""
    if article.blocks[sentence.block].spoken:
        return True
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(article.text, *sentence.span)]
    quoted += [mark.span for mark in article.marks_in(sentence.span, MarkKind.QUOTE)]
    return sum(span.length for span in quoted) * 2 > sentence.span.length


def _message(words: int, limit: int, joints: list[str]) -> str:
    message = f"A sentence of {words} words"
    if joints:
        names = list(dict.fromkeys(f"“{joint}”" for joint in joints))
        message += (
            f", joined by {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f", joined by {names[0]}"
        )
    return f"{message}; the limit is {limit}."


def _advice(text: str) -> str:
    """Return where the sentence could end: at the break nearest to its middle, if there is one."""
    middle = len(text) / 2
    breaks = [match for match in _BREAK.finditer(text) if middle / 2 < match.start() < middle * 1.5]
    if not breaks:
        return ""
    at = min(breaks, key=lambda match: abs(match.start() - middle)).start()
    before = " ".join(text[:at].split()[-3:]).strip(" ,;:")
    return f"It could end after “{before}”; make the rest a sentence of its own, or a list if it names several things."
