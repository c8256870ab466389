"""A word or name that one article of a run writes otherwise than most of the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checks.article import PROSE, Article, once
from checks.finding import Finding, Severity
from checks.grammar.options import GrammarOptions
from checks.grammar.people import NAME, is_misspelled
from checks.grammar.reading import found, reading
from checks.grammar.spellings import listed
from checks.position import Span
from checks.rule import Context, Example, Rule, related

WORD = Rule(
    name="grammar/spelled-otherwise-elsewhere",
    summary="A word that nearly all other articles of the audit write in another way: e-mail in two, email in forty.",
    why="Readers of several articles wonder whether two things are meant, and a search on the site finds half of them.",
    fix="Write it as the other articles do, or change the house style and write it in the new way everywhere.",
    source="Every style guide asks for consistency; spellings.txt of this check.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "Send an [[e-mail]] to the harbour.",
            others=tuple(f"Pier {number} can be asked by email at night." for number in "12345"),
        ),
        Example(
            "The [[web site]] tells the fares.",
            others=tuple(f"The website of pier {number} is old, and another website is new." for number in "12345"),
        ),
    ),
    passed=(
        Example("Send an e-mail to the harbour.", others=("Pier 1 can be asked by email.",)),
        Example(
            "Send an e-mail, or an email, to the harbour.",
            others=tuple(f"Pier {number} can be asked by email at night." for number in "12345"),
            note="Told within the article already.",
        ),
    ),
)

PERSON = Rule(
    name="grammar/name-otherwise-elsewhere",
    summary="A name of two words that other articles of the audit spell otherwise: Katherine and Catherine Brandt.",
    why="Readers wonder whether these are two people, and the one who is named minds most.",
    fix="Look the name up, and spell it that way throughout.",
    source="Every style guide: check names; compares names of two words that differ by one letter or sound the same.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "The boat of [[Ole Kvalhiem]] is red.",
            others=tuple(f"Ole Kvalheim built pier {number} in one summer." for number in "123"),
        ),
        Example(
            "[[Catherine Brandt]] sold the ferry.",
            others=tuple(f"Katherine Brandt built ferry {number} in one summer." for number in "123"),
        ),
    ),
    passed=(
        Example("The boat of Ole Kvalhiem is red.", others=("Ole Kvalheim built pier 1.",)),
        Example(
            "Catherine Brandt sold the ferry to Katherine Brandt.",
            others=tuple(f"Katherine Brandt built ferry {number} in one summer." for number in "123"),
        ),
    ),
)

RULES = (WORD, PERSON)

USUAL_WORD = 5
"""Articles that must write a word in the usual way."""
USUAL_NAME = 3
"""Articles that must spell a name in the usual way."""
RARE = 0.2
"""Share of those articles that may have the other way: more is a house that has not decided."""
SHOWN = 3
"""Articles with the usual way that a finding names."""
LISTED, NAMED = "word", "name"


class Form(NamedTuple):
    """A way of writing a word or name, and where an article first has it."""

    kind: str
    written: str
    span: Span


@once
def forms(article: Article) -> tuple[Form, ...]:
    """Return what an article says of how words and names are written, each way once."""
    if article.language.partition("-")[0].lower() != "en":
        return ()
    words = [Form(LISTED, form, spans[0]) for form, spans in listed(article)]
    names: dict[str, Span] = {}
    for match in found(article, NAME):
        if match[0] not in names and reading(article).block(match.start()).kind in PROSE:
            names[match[0]] = Span(*match.span())
    return (*words, *(Form(NAMED, name, span) for name, span in names.items()))


Holders = Mapping[str, Sequence[tuple[Article, Span]]]


def compare(articles: Sequence[Article], context: Context[GrammarOptions]) -> Iterator[tuple[str, Finding]]:
    """Yield, for articles that write a word or name in their own way, its first place there."""
    words: dict[str, list[tuple[Article, Span]]] = defaultdict(list)
    names: dict[str, list[tuple[Article, Span]]] = defaultdict(list)
    for article in articles:
        for form in forms(article):
            (words if form.kind == LISTED else names)[form.written].append((article, form.span))
    for rare, usual in (*_rare_words(words), *_rare_names(names)):
        holders, rule = (words, WORD) if rare in words else (names, PERSON)
        yield from _findings(rule, holders, rare, usual, context.vocabulary)


def _rare_words(words: Holders) -> Iterator[tuple[str, str]]:
    """Yield ways of writing a listed word that few articles have, with the way that most have."""
    groups: dict[str, list[str]] = defaultdict(list)
    for form in words:
        groups[re.sub("[ -]", "", form)].append(form)
    for group in groups.values():
        usual = max(group, key=lambda form: len(words[form]))
        for form in group:
            if form != usual and _is_rare(len(words[form]), len(words[usual]), USUAL_WORD):
                yield form, usual


def _rare_names(names: Holders) -> Iterator[tuple[str, str]]:
    """Yield names that few articles spell so, with the spelling that others have."""
    known = [name.split() for name, holders in names.items() if len(holders) >= USUAL_NAME]
    beside: dict[tuple[int, str], list[list[str]]] = defaultdict(list)
    for usual in known:
        for same in (0, 1):
            beside[same, usual[same]].append(usual)
    for name, holders in names.items():
        parts = name.split()
        for same in (0, 1):
            for usual in beside.get((same, parts[same]), ()):
                written, times = " ".join(usual), len(names[" ".join(usual)])
                if _is_rare(len(holders), times, USUAL_NAME) and is_misspelled(usual[1 - same], parts[1 - same]):
                    yield name, written


def _is_rare(times: int, usual: int, least: int) -> bool:
    return usual >= least and (times <= RARE * usual or times == 1)


def _findings(
    rule: Rule, holders: Holders, rare: str, usual: str, accepted: frozenset[str]
) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for each article with the rare way that has not the usual one as well."""
    both = {article.id for article, _ in holders[usual]}
    shown = [related(article, span, "written so here") for article, span in holders[usual][:SHOWN]]
    for article, span in holders[rare]:
        written = article.slice(span)
        if article.id not in both and written not in accepted:
            better = usual[0].upper() + usual[1:] if written[0].isupper() else usual
            message = f"“{written}” is written “{better}” in {len(holders[usual])} other articles of this audit."
            yield (
                article.id,
                rule.finding(article, span, message, confidence=0.7, replacements=(better,), related=shown),
            )
