"""What says that nothing is more so ranks as a superlative does; what compares with a few, or denies time, does not."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.evidence.wordings.unrivaled import unrivaled
from checks.evidence.wordings.wording import wordings
from checks.parsing import parse
from checks.tokens import tokens


def heard(text: str) -> list[str]:
    article = parse(text, id="article", format=Format.PLAIN)
    column = tokens(article)
    return [article.slice(column.span(hit.first, hit.stop)) for hit in unrivaled(column, column.sentences[0])]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("There is no prettier harbor in the whole of Wales.", "no prettier"),
        ("There's no more efficient workshop anywhere in the north.", "no more efficient"),
        ("You will not find a cheaper kettle in Wales.", "not find a cheaper"),
        ("Nothing else on the market comes close for comfort.", "Nothing else on the market comes close"),
        ("For comfort, nothing comes close to it.", "nothing comes close"),
        ("By then it shipped more slate in a year than any other port.", "more slate in a year than any other port"),
        ("The bay is warmer than anywhere else in Norway.", "warmer than anywhere else"),
        ("It is more powerful than all other pumps together.", "more powerful than all other pumps"),
        ("Theirs is the purest oil you can buy.", "the purest oil you can buy"),
        ("It is the most gripping novel you will ever read.", "the most gripping novel you will ever read"),
    ],
)
def test_a_comparison_that_leaves_nothing_above_is_heard_with_its_words(sentence: str, quote: str) -> None:
    assert heard(sentence) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "The shop is no longer in Wales.",
        "She was no older than ten.",
        "It costs no more than a ticket to Wales.",
        "The law gives no more rights in Wales than in England.",
        "He loved her more than anyone else.",
        "It was worse than any other novel I have read.",
        "It rains harder in May than at any other time.",
        "It is warmer in May than in any other month.",
        "This rope was longer than any of the others.",
        "Nobody came close to the fire.",
        "There is no better way.",
        "You can buy the freshest fish at the pier.",
        "Take the best one that you have.",
        "From the top you can see the pier.",
    ],
)
def test_what_compares_with_a_few_or_denies_no_rival_is_not(sentence: str) -> None:
    assert heard(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The bay is warmer than anywhere else in Norway.", "measurable"),
        ("It has more inns than any other town.", "measurable"),
        ("It is more powerful than all other pumps together.", "only"),
        ("Theirs is the purest oil you can buy.", "judged"),
    ],
)
def test_what_could_be_measured_is_told_from_what_nobody_can_weigh(sentence: str, kind: str) -> None:
    article = parse(sentence, id="article", format=Format.PLAIN)
    assert [one.kind for one in wordings(article)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Is there no prettier harbor in Wales?",
        "If there were no cheaper kettle in Wales, she would buy it.",
        "Use the freshest oil you can buy.",
        "“There is no prettier harbor in Wales,” said Ann Bee, the mayor.",
    ],
)
def test_what_is_asked_supposed_advised_or_quoted_ranks_nothing(sentence: str) -> None:
    assert not wordings(parse(sentence, id="article", format=Format.PLAIN))
