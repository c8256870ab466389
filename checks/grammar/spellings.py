"""One word written in two ways in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.dialect import variant_pairs
from checks.grammar.reading import is_quoted, reading, word_index
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/spelled-two-ways",
    summary="A word that is written in two ways in one article, such as e-mail and email, organise and organize.",
    why="Readers wonder whether two things are meant, and a search in the text finds only half of the places.",
    fix="Choose one way, the house style's or the more frequent one, and use it throughout.",
    source="Every style guide asks for consistency; spellings.txt and dialects.txt of this check.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example("Send an email to the harbour. The email is read at noon; no [[e-mail]] is read at night."),
        Example("The dataset is old. Each dataset has a name, and one [[data set]] has two."),
        Example("They organize a race. The club that organizes it will [[organise]] two more and organize a third."),
    ),
    passed=(
        Example("Follow up on the follow-up every day in everyday clothes, and set up the set-up."),
        Example(
            "They organise a race. “We organize it,” he wrote to the World Trade Organization, which organises more."
        ),
        Example("A decision-making body makes decisions; its decision making is slow."),
    ),
)


def find(article: Article) -> Iterator[Finding]:
    """Yield the less frequent spelling of each word that is written in two ways, at its first place."""
    for forms in (*_listed(article), *_dialects(article)):
        usual, other = sorted(forms, key=lambda form: len(forms[form]), reverse=True)[:2]
        if len(forms[usual]) > len(forms[other]):
            yield _finding(article, forms, usual, other)


def _finding(article: Article, forms: Mapping[str, Sequence[Span]], usual: str, other: str) -> Finding:
    many, few = forms[usual], forms[other]
    times = f"{len(many)} times" if len(many) > 1 else "once"
    return RULE.finding(
        article,
        few[0],
        f"“{article.slice(few[0])}” is written “{usual}” elsewhere in this article ({times}).",
        confidence=0.85,
        replacements=(_like(usual, article.slice(few[0])),),
        related=[related(article, span) for span in (*few[1:], many[0])],
    )


def _like(word: str, written: str) -> str:
    return word[0].upper() + word[1:] if written[0].isupper() else word


def listed(article: Article) -> Iterator[tuple[str, list[Span]]]:
    """Yield each form of a word of the list with its places, where there are any."""
    index = word_index(article)
    for forms in _rows():
        for form, first, parts in forms:
            if parts <= index.words and (spans := _places(article, form, index[first])):
                yield form, spans


def _listed(article: Article) -> Iterator[dict[str, list[Span]]]:
    """Yield the forms found of each word of the list of which there are two."""
    index = word_index(article)
    for forms in _rows():
        here = [(form, first) for form, first, parts in forms if parts <= index.words]
        if len(here) > 1:
            found = {form: spans for form, first in here if (spans := _places(article, form, index[first]))}
            if len(found) > 1:
                yield found


def _dialects(article: Article) -> Iterator[dict[str, list[Span]]]:
    """Yield words that an article writes the American and the British way, but not in names and quotations."""
    index = word_index(article)
    other = _other_side()
    for british in sorted(other.keys() & index.words, key=lambda word: index[word]):
        if other[british] in index:
            forms = (british, other[british])
            found = {
                form: [span for span in _places(article, form, index[form]) if _is_own(article, span)] for form in forms
            }
            if all(found.values()):
                yield found


def _is_own(article: Article, span: Span) -> bool:
    """Whether a word is the author's own rather than part of a name or quotation."""
    return article.text[span.start].islower() and not is_quoted(reading(article).before(span.start))


def _places(article: Article, form: str, starts: Sequence[int]) -> list[Span]:
    """Return where a form stands by itself, of the places where its first word does."""
    text = reading(article).text
    spans = []
    for start in starts:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        alone = before not in _JOINED and not after.isalnum() and after not in _JOINED_AFTER
        if alone and text[start:end].lower() == form and not text[start + 1 : end].isupper():
            spans.append(Span(start, end))
    return spans


_JOINED = frozenset("-@#/_.&")
_JOINED_AFTER = frozenset("-@#/_&")


@cache
def _rows() -> tuple[tuple[tuple[str, str, frozenset[str]], ...], ...]:
    """Return the forms of each word of the list and of its plural, each with its first part and all of them."""
    rows = [[f"{form}{end}" for form in line.split(", ")] for line in lines("spellings.txt") for end in ("", "s")]
    parted = [[(form, re.split("[ -]", form)) for form in row] for row in rows]
    return tuple(tuple((form, parts[0], frozenset(parts)) for form, parts in row) for row in parted)


@cache
def _other_side() -> Mapping[str, str]:
    """Return the American spelling of each British one."""
    return dict(variant_pairs())
