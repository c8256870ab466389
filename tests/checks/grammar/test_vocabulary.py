"""Each source of names and terms, with a word that is flagged where the source does not vouch for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checks.article import Article, Format
from checks.finding import Finding
from checks.grammar import CHECK
from checks.grammar.options import GrammarOptions
from checks.grammar.vouched import vouched
from checks.parsing import parse
from checks.rule import Context
from tests.checks.grammar.test_check import SPELLING, Pencil

SLIP = ("sweeep", SPELLING, ("sweep",))
SHORT = ("pshot", SPELLING, ("shot",))


def article(source: str, name: str = "one") -> Article:
    return parse(source, id=name, format=Format.MARKDOWN)


def flagged(source: str, mark: tuple[str, str, tuple[str, ...]], *words: str) -> bool:
    assert CHECK.run is not None
    context = Context(GrammarOptions(), Pencil(mark), frozenset(words))
    return any(finding.quote == mark[0] for finding in CHECK.run(article(source), context))


PLAIN = "Each sweeep in the harbour writes about ferries."


def test_a_word_that_nothing_vouches_for_is_flagged() -> None:
    assert flagged(PLAIN, SLIP)


PLAINLY = ("recieved", SPELLING, ("received",))


@pytest.mark.parametrize(
    "source",
    [
        "The captain recieved it. The crew recieved it. The town recieved it.",
        "It was painted by her, who recieved zqvarn for it.",
    ],
    ids=["repeated", "beside an unknown word"],
)
def test_what_is_a_keystroke_from_a_common_word_is_no_term(source: str) -> None:
    assert flagged(source, PLAINLY)


@pytest.mark.parametrize(
    ("vouching", "not_vouching"),
    [
        (f"{PLAIN} One sweeep left. The other sweeep stayed.", f"{PLAIN} One of them left."),
        (
            "Each [sweeep](https://harbour.test/sweeep-guide) writes about ferries.",
            "Each [sweeep](https://harbour.test/guide) writes about ferries.",
        ),
        (f"---\ntags: [ferries, sweeep]\n---\n\n{PLAIN}", f"---\ntags: [ferries]\n---\n\n{PLAIN}"),
        (f"---\nterms:\n  people: sweeep\n---\n\n{PLAIN}", f"---\ntitle: The sweeep who wrote\n---\n\n{PLAIN}"),
    ],
    ids=["repeated", "linked", "tags of front matter", "terms of front matter"],
)
def test_what_vouches_for_a_word(vouching: str, not_vouching: str) -> None:
    assert not flagged(vouching, SLIP)
    assert flagged(not_vouching, SLIP)


@pytest.mark.parametrize(
    ("vouching", "not_vouching"),
    [
        ("The pshot (pier ship harbour ocean tide) is new.", "The pshot (a thing that nobody knows) is new."),
        ("The pier ship harbour ocean tide (pshot) is new.", "The old and useful thing (pshot) is new."),
        ("The pier, ship and harbour of the tide (psht) is new.", "The ship and harbour of the tide (psht) is new."),
    ],
)
def test_a_short_form_that_is_explained_in_brackets_is_a_term(vouching: str, not_vouching: str) -> None:
    mark = SHORT if "pshot" in vouching else ("psht", SPELLING, ("shot",))
    known = mark[0] in vouched(article(vouching))
    assert known
    assert mark[0] not in vouched(article(not_vouching))


def test_an_explained_short_form_is_not_flagged() -> None:
    assert flagged("The pshot (a thing that nobody knows) is new.", SHORT)
    assert not flagged("The pshot (pier ship harbour ocean tide) is new.", SHORT)


def test_a_capital_within_a_sentence_tells_of_a_name() -> None:
    mark = ("Departmemtt", SPELLING, ("Department",))
    assert not flagged("We met the Departmemtt of the harbour.", mark)
    assert flagged("The ferry is old. Departmemtt of the crew is new.", mark)
    assert flagged("Departmemtt of the crew is new.", mark)


def test_the_users_vocabulary_is_accepted_with_plural_and_owner() -> None:
    assert not flagged(PLAIN, SLIP, "sweeep")
    assert not flagged("All sweeeps write.", ("sweeeps", SPELLING, ("sweeps",)), "sweeep")


# -- the publication's own words


def overruled(sources: Sequence[str]) -> list[tuple[str, Finding]]:
    assert CHECK.run is not None
    assert CHECK.overrule is not None
    context = Context(GrammarOptions(), Pencil(SLIP))
    articles = [article(source, f"a{number}") for number, source in enumerate(sources)]
    return list(CHECK.overrule([(one, list(CHECK.run(one, context))) for one in articles], context))


def test_a_word_of_several_articles_is_a_term_of_the_publication() -> None:
    found = overruled([PLAIN, "A sweeep is here.", "Ask a sweeep."])
    assert [(name, finding.quote) for name, finding in found] == [("a0", "sweeep"), ("a1", "sweeep"), ("a2", "sweeep")]


def test_a_word_of_two_articles_may_be_a_slip() -> None:
    assert not overruled([PLAIN, "A sweeep is here.", "Ask a captain."])


def test_a_slip_that_spreads_stays_a_slip_where_the_right_word_is_far_more_usual() -> None:
    usual = [f"They sweep pier {number} at night." for number in range(7)]
    assert not overruled([PLAIN, "A sweeep is here.", "Ask a sweeep.", *usual])
    assert overruled([PLAIN, "A sweeep is here.", "Ask a sweeep.", *usual[:6]])
