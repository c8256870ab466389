"""Words that are no slips though no dictionary has them: names, acronyms, terms, house words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checks.article import Article, once
from checks.grammar.rules import is_spelling
from checks.grammar.spelling import is_plain_slip, is_slip
from checks.grammar.vouched import vouched
from checks.position import Span
from checks.rule import Match

REPETITION = "ENGLISH_WORD_REPEAT_RULE"
REPEATED = 3
"""Times that an unknown word must stand in an article to count as a term of its own."""

OPENING = 4
"""Code points before a word that tell whether a sentence begins with it."""

REACH = 9
"""Code points between words of a phrase: a space, or a short word with its spaces."""

UNIT = 4
"""Letters of a unit at most."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s$")
_MEASURE = re.compile(r"\d\s?$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that an article and its reader's settings vouch for."""

    accepted: frozenset[str]
    """The user's, case kept."""
    counts: Mapping[str, int]
    """How often each word stands in the article, as written."""
    unknown: tuple[Span, ...]
    """Where words stand that no dictionary has, in order."""
    vouched: frozenset[str]
    """What the article's links, front matter and explanations know, in small letters."""

    def accepts(self, article: Article, match: Match, span: Span) -> bool:
        """Whether an unknown word at `span` is a name or term rather than a slip, or words repeated are a name."""
        if match.rule == REPETITION:
            return _is_name(article.slice(span))
        if not is_spelling(match):
            return False
        word = _POSSESSIVE.sub("", article.slice(span))
        if self._known(word):
            return True
        if is_plain_slip(word, match.replacements):
            return self._is_foreign(span, 1) and not self._is_beside_name(article, span)
        if self.counts.get(word, 0) >= REPEATED or self._is_foreign(span, REACH):
            return True
        coined = any(char.isdigit() or char.isupper() for char in word[1:]) or _is_unit(article, word, span)
        return coined or not is_slip(word, match.replacements, opens=_opens_sentence(article, span))

    def _is_foreign(self, span: Span, reach: int) -> bool:
        """Whether another unknown word stands within reach of one, as in a phrase of another language."""
        return any(0 <= max(span.start - one.end, one.start - span.end) <= reach for one in self._beside(span))

    def _is_beside_name(self, article: Article, span: Span) -> bool:
        """Whether the unknown words next to one are names."""
        return all(article.text[one.start].isupper() for one in self._beside(span))

    def _beside(self, span: Span) -> tuple[Span, ...]:
        at = bisect_left(self.unknown, span)
        return (*self.unknown[max(0, at - 1) : at], *self.unknown[at + 1 : at + 2])

    def _known(self, word: str) -> bool:
        forms = (word, word.removesuffix("s"), word.lower(), word.lower().removesuffix("s"))
        return any(form in self.accepted for form in forms) or any(form in self.vouched for form in forms[2:])


def _is_name(repeated: str) -> bool:
    """Whether a word that stands twice is capitalised both times, as in Baden Baden."""
    return all(word[:1].isupper() for word in repeated.split())


def _opens_sentence(article: Article, span: Span) -> bool:
    """Whether a capital letter at a span tells nothing, because a sentence begins there."""
    before = article.text[max(0, span.start - OPENING) : span.start]
    return not before.strip() or before.endswith("\n") or _SENTENCE_END.search(before) is not None


def _is_unit(article: Article, word: str, span: Span) -> bool:
    """Whether a short word after a figure is likely a unit."""
    return len(word) <= UNIT and bool(_MEASURE.search(article.text[max(0, span.start - 2) : span.start]))


def vocabulary(article: Article, accepted: frozenset[str], unknown: Iterable[Span]) -> Vocabulary:
    """Return the words that count as known in an article, given where a proofreader has found unknown ones."""
    places = tuple(sorted(unknown))
    return Vocabulary(accepted, _counts(article), places, vouched(article) if places else frozenset())


@once
def _counts(article: Article) -> Mapping[str, int]:
    return Counter(_WORD.findall(article.text))
