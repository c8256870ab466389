"""The scene: a sentence's tokens and what stands among them, for those who ask whom it credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checks.phrases import Hit, section_words
from checks.position import Span
from checks.tokens import Tokens

NOT_NAMES = frozenset(
    [
        *("i", "i'm", "i've", "january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
        *("sunday", "english", "american", "british", "european", "internet"),
    ]
)
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your"]
)


_OPENING = frozenset('"“‘„«')


class Attribution(NamedTuple):
    """A wording that credits somebody."""

    kind: str
    """`named`: a reader could find them; `person`: a full name of whom nothing more is told; `office`: somebody, or a
    paper, by what they are, of which there is one where the article tells of it; `name`: a bare name; `pronoun`: see
    before; `vague`: nobody in particular; `self`: a maker on its own work."""
    span: Span
    """In the text."""
    speech: bool = False
    """Whether a verb of speech carries it."""


class Scene(NamedTuple):
    """A sentence's tokens and what stands among them."""

    column: Tokens
    where: range
    hits: Mapping[str, Sequence[Hit]]
    """Phrases of the list of attributions by section."""
    names: frozenset[int]
    """Tokens that look like parts of proper names."""
    known: set[str]
    """Names that were introduced with a role earlier in the article."""

    def has(self, section: str, near: range) -> bool:
        """Whether a phrase of a section begins in a range of tokens."""
        return any(hit.first in near for hit in self.hits.get(section, ()))

    def word(self, at: int) -> str:
        """Return the token at `at` in lower case; nothing outside the sentence."""
        return self.column.words[at] if at in self.where else ""


def is_name(column: Tokens, at: int, first: int) -> bool:
    """Whether the token at `at`, in a sentence that begins at `first`, looks like part of a proper name."""
    form = column.forms[at]
    if not form[0].isupper() or column.words[at] in NOT_NAMES or column.words[at] in DETERMINERS:
        return False
    if at > first and not _opens(column, at, first):
        return True
    following, next_but_one = (*column.forms[at + 1 : at + 3], "", "")[:2]
    joined = following == "&" and next_but_one[:1].isupper()
    return (form.isupper() and len(form) > 1) or (following[:1].isupper() and following.isalpha()) or joined


def _opens(column: Tokens, at: int, first: int) -> bool:
    """Whether a token opens a quotation, where any word has a capital: it stands close behind a mark that does not."""
    mark = column.forms[at - 1]
    if mark not in _OPENING or column.starts[at] != column.starts[at - 1] + 1:
        return False
    before = column.span(at - 2, at - 1).end if at - 1 > first else -1
    return mark != '"' or before != column.starts[at - 1]


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of what credits and what does not."""
    return section_words("checks.evidence", "lexicon/credits.txt", section)
