"""The rules that this check has of its own, beside the proofreader's; they know English only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.article import Article
from checks.finding import Finding
from checks.grammar import (
    acronyms,
    agreement,
    articles,
    balance,
    casing,
    confusions,
    dates,
    hyphens,
    marks,
    names,
    people,
    pronouns,
    repeats,
    slips,
    spaces,
    spellings,
    spun,
    stops,
    styles,
    variants,
)
from checks.languages import is_english
from checks.position import Span

FINDERS: tuple[Callable[[Article], Iterator[Finding]], ...] = (
    confusions.find,
    agreement.find,
    pronouns.find,
    articles.find,
    names.find,
    people.find,
    variants.find,
    spaces.trailing,
    spaces.glued,
    repeats.find,
    balance.find,
    hyphens.find,
    casing.find,
    spellings.find,
    spun.find,
    slips.verbs,
    slips.apostrophes,
    slips.figures,
    slips.addresses,
    stops.find,
    acronyms.find,
    acronyms.unexplained,
    styles.quotes,
    styles.serial,
    styles.percent,
    styles.headings,
    dates.dates,
    dates.one_sided,
    dates.thousands,
    marks.openers,
    marks.dashes,
    marks.doubled,
)

RULES = (
    confusions.RULE,
    agreement.RULE,
    pronouns.RULE,
    articles.RULE,
    names.RULE,
    people.RULE,
    variants.RULE,
    spaces.TRAILING,
    spaces.GLUED,
    repeats.RULE,
    balance.RULE,
    hyphens.RULE,
    casing.RULE,
    spellings.RULE,
    spun.RULE,
    slips.VERBS,
    slips.APOSTROPHE,
    slips.FIGURE,
    slips.ADDRESS,
    stops.RULE,
    acronyms.RULE,
    acronyms.UNEXPLAINED,
    styles.QUOTES,
    styles.SERIAL,
    styles.PERCENT,
    styles.HEADINGS,
    dates.DATES,
    dates.ONE_SIDED,
    dates.THOUSANDS,
    marks.OPENER,
    marks.DASH,
    marks.DOUBLED,
)


def findings(article: Article, accepted: frozenset[str]) -> tuple[Finding, ...]:
    """Return what our own rules find in an article, in source order; not what the user's vocabulary accepts."""
    if not is_english(article.language):
        return ()
    found = [one for find in FINDERS for one in find(article) if one.quote not in accepted]
    return tuple(sorted(found, key=lambda one: (one.span or Span(-1, -1), one.rule)))


def is_told(finding: Finding, ours: tuple[Finding, ...]) -> bool:
    """Whether one of our findings says already what a proofreader's finding in the same place says."""
    place = finding.span
    return place is not None and any(one.span is not None and one.span.overlaps(place) for one in ours)
