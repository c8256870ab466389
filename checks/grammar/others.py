"""What becomes of LanguageTool's findings in languages other than English.

The table for English was decided on data; for other languages there is none
here, so the choice is a cautious one and says so (`others.toml`): style,
register and typography are off, an unknown word counts only when a keystroke
or two make a known one of it, and every finding is less sure than in English.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from itertools import islice
from types import MappingProxyType

from checks.article import Article, once
from checks.finding import Finding, Severity
from checks.grammar import rules
from checks.grammar.options import GrammarOptions
from checks.grammar.text import Proof
from checks.languages import is_english, primary
from checks.position import Span
from checks.rule import Match

REPLACEMENTS = 5
"""Corrections offered at most."""

CANDIDATES = 3
"""Of the corrections, best first, that are looked at."""

REPEATED = 3
"""Times that an unknown word must stand in an article to count as a term of its own."""

LONG = 8
"""Letters of a word in which two keystrokes are still a slip."""

NOUNS_CAPITALISED = frozenset({"de"})
"""Languages in which a capital inside a sentence says nothing about names."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


@dataclass(frozen=True, slots=True)
class _Table:
    issues: frozenset[str]
    """LanguageTool's kinds of issue that are off."""
    categories: frozenset[str]
    patterns: tuple[str, ...]
    """Of rules that are off."""
    warnings: tuple[str, ...]
    """Patterns of categories."""
    confidence: Mapping[str, float]
    """By kind of issue."""


def unwanted(options: GrammarOptions, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return ids of rules and of categories that need not be run at all on a text in a language."""
    if is_english(language):
        return rules.unwanted_rules(options), rules.unwanted_categories(options)
    table = _table()
    named = {rule for rule in (*table.patterns, *options.disabled_rules) if "*" not in rule}
    # Where a rule is wanted, its category has to be run.
    categories = frozenset(options.disabled_categories) | (frozenset() if options.enabled_rules else table.categories)
    return frozenset(named - set(options.enabled_rules)), categories


def finding(
    article: Article, options: GrammarOptions, accepted: frozenset[str], reading: Proof, match: Match
) -> Finding | None:
    """Return what a match in an article is told as, or None when it is no fault.

    Args:
        article: which is not in English.
        options: the `[grammar]` settings.
        accepted: the user's words.
        reading: what was proofread.
        match: what LanguageTool flags in it.
    """
    if _is_off(match, options):
        return None
    span = reading.place(match.span)
    if span is None or not span.length:
        return None
    if rules.is_spelling(match) and not _is_slip(article, span, match, accepted):
        return None
    return rules.rule_of(match).finding(
        article,
        span,
        match.message,
        confidence=_table().confidence.get(match.issue, _table().confidence["other"]),
        severity=_severity(match),
        replacements=match.replacements[:REPLACEMENTS],
    )


def _severity(match: Match) -> Severity:
    grave = any(fnmatchcase(match.category, pattern) for pattern in _table().warnings)
    return Severity.WARNING if grave else Severity.SUGGESTION


def _is_off(match: Match, options: GrammarOptions) -> bool:
    if match.rule in options.enabled_rules:
        return False
    table = _table()
    if match.issue in table.issues or match.category in {*table.categories, *options.disabled_categories}:
        return True
    return any(fnmatchcase(match.rule, pattern) for pattern in (*table.patterns, *options.disabled_rules))


def _is_slip(article: Article, span: Span, match: Match, accepted: frozenset[str]) -> bool:
    """Whether an unknown word is mistyped rather than a name, a term or one of another language."""
    word = article.slice(span)
    if word in accepted or word.lower() in accepted or _counts(article)[word] >= REPEATED:
        return False
    if any(char.isdigit() or char.isupper() for char in word[1:]):
        return False
    if word[:1].isupper() and primary(article.language) not in NOUNS_CAPITALISED and not _begins(article, span):
        return False
    return any(_is_near(word, one) for one in islice(match.replacements, CANDIDATES))


def _is_near(word: str, correction: str) -> bool:
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= LONG else 1
    return int(OSA.distance(word.lower(), correction.lower(), score_cutoff=most)) <= most


def _begins(article: Article, span: Span) -> bool:
    """Whether a word begins a sentence, where each has a capital."""
    return any(sentence.span.start == span.start for sentence in article.sentences)


@once
def _counts(article: Article) -> Counter[str]:
    return Counter(_WORD.findall(article.text))


@cache
def _table() -> _Table:
    data = tomllib.loads((files(__package__) / "others.toml").read_text("utf-8"))
    off = data["off"]
    return _Table(
        frozenset(off["issues"]),
        frozenset(off["categories"]),
        tuple(off["rules"]),
        tuple(data["severity"]["warning"]),
        MappingProxyType(data["confidence"]),
    )
