"""What an article repeats of itself: the right places, and nothing that is said again on purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import samples
from checks.article import Format
from checks.duplication import CHECK
from checks.duplication.options import DuplicationOptions
from checks.finding import Finding
from checks.parsing import parse
from checks.rule import Context

PARAGRAPHS = [samples.ORCHARD, samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT, samples.PURCHASING]


def find(source: str, form: Format = Format.MARKDOWN, **options: float) -> list[Finding]:
    article = parse(source, format=form)
    assert CHECK.run is not None
    found = list(CHECK.run(article, Context(DuplicationOptions(**options))))
    for one in found:
        assert one.span is not None
        assert article.quote(one.span) == one.quote
        for place in one.related:
            assert place.span is not None
            assert article.quote(place.span) == place.quote
    return found


def test_unrelated_paragraphs_repeat_nothing() -> None:
    assert find("\n\n".join(PARAGRAPHS)) == []


@given(st.permutations(PARAGRAPHS), st.integers(0, 5), st.integers(0, 5))
def test_a_copied_paragraph_is_found_exactly(paragraphs: list[str], which: int, behind: int) -> None:
    copy = paragraphs[which]
    source = "\n\n".join([*paragraphs[: behind + 1], copy, *paragraphs[behind + 1 :]])
    (found,) = find(source)
    first, second = source.index(copy), source.rindex(copy)
    assert found.span == (second, second + len(copy))
    assert [place.span for place in found.related] == [(first, first + len(copy))]
    assert found.confidence > 0.9


@given(st.permutations(PARAGRAPHS))
def test_a_repetition_is_found_wherever_it_stands(paragraphs: list[str]) -> None:
    sentence = "The lock keeper counts the swans on the upper pond every morning before the first boat comes through."
    source = f"{sentence} {paragraphs[0]}\n\n" + "\n\n".join(paragraphs[1:]) + f" {sentence}"
    (found,) = find(source)
    assert found.quote == sentence
    assert found.related[0].quote == sentence


def test_reference_markers_make_no_difference() -> None:
    one = "The pond froze over twice[3][4] in the winter of the great strike, and the swans left it[5]."
    two = "The pond froze over twice[11][12] in the winter of the great strike, and the swans left it[13]."
    (found,) = find(f"{one}\n\n{samples.FERRY}\n\n{two}")
    assert found.quote == two
    assert "word for word" in found.message


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The museum bought the painting in 1931 from a dealer who found it behind a wardrobe in a farmhouse.",
            "In 1931 the museum purchased the painting from a dealer, who found it in a farmhouse behind a wardrobe.",
        ),
        (
            "Anyone who finds a ringed bird should write down the number, the place and the date for the station.",
            "If you find a ringed bird, please write down the number, the date and the place for the station.",
        ),
    ],
)
def test_a_reworded_sentence_is_found(one: str, two: str) -> None:
    (found,) = find(f"{one}\n\n{samples.FERRY}\n\n{two}")
    assert found.quote == two
    assert "in other words" in found.message or "almost" in found.message


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "In 1931 the museum bought eleven paintings from a dealer in Ghent.",
            "In 1954 the museum bought four paintings from a dealer in Lyon.",
        ),
        ("See the table below for the details.", "See the table below for the details."),
        (
            "The Royal Society for the Protection of Mountain Birds counts the nests.",
            "Few people have heard of the Royal Society for the Protection of Mountain Birds.",
        ),
    ],
    ids=["other facts", "too short", "a name"],
)
def test_what_is_alike_but_says_something_else_is_left_alone(one: str, two: str) -> None:
    assert find(f"{one}\n\n{samples.FERRY}\n\n{two}") == []


def test_parallel_sentences_side_by_side_are_style() -> None:
    text = "Whoever plants a tree thinks of his children. Whoever plants a wood thinks of the children of his children."
    assert find(f"{text}\n\n{samples.FERRY}") == []


def test_a_pull_quote_and_a_linked_title_are_said_again_on_purpose() -> None:
    said = "We never thought that one winter could carry away the path that our grandparents walked all their lives"
    title = "[How the lock keeper counts the swans on the upper pond](swans.md)"
    source = f"“{said},” she said.\n\n{title}\n\n{samples.FERRY}\n\n> {said}.\n\n{title}\n"
    assert find(source) == []


def test_code_headings_and_references_are_not_compared() -> None:
    block = "```\nfor every swan on the upper pond count one and write the number in the book of the lock\n```"
    heading = "## How the lock keeper counts the swans on the upper pond every morning of the year"
    entry = "[^1]: J. Smith, How the lock keeper counts the swans on the upper pond, Journal of Ponds, 2001."
    source = (
        f"A[^1] b.[^2]\n\n{block}\n\n{heading}\n\n{block}\n\n{heading}\n\n{entry}\n\n{entry.replace('1]', '2]', 1)}\n"
    )
    assert find(source) == []


def test_a_passage_said_three_times_is_two_repetitions() -> None:
    copy = samples.BAKERY
    found = find(f"{copy}\n\n{samples.FERRY}\n\n{copy}\n\n{samples.LIBRARY}\n\n{copy}")
    assert [one.quote for one in found] == [copy, copy]
    assert [len(one.related) for one in found] == [1, 2]


def test_the_shared_part_of_a_longer_sentence_is_cut_out() -> None:
    shared = "the lock keeper counts the swans on the upper pond every morning before the first boat comes through"
    tail = (
        "while in the evening, when the tourists have left, his daughter feeds the geese behind the mill with "
        "stale bread from three bakeries"
    )
    (found,) = find(f"Every summer {shared}.\n\n{samples.FERRY}\n\nIt is said that {shared}, {tail}.")
    assert shared in found.quote.casefold()
    assert "geese" not in found.quote


def test_thousands_of_equal_sentences_are_one_repetition() -> None:
    sentence = "The lock keeper counts the swans on the upper pond every single morning."
    found = find("\n\n".join([sentence] * 3000))
    assert found
    assert found[0].related[0].line == 1


def test_the_least_length_can_be_set() -> None:
    sentence = "The lock keeper counts the swans on the upper pond."
    source = f"{sentence}\n\n{samples.FERRY}\n\n{sentence}"
    assert len(find(source)) == 1
    assert find(source, min_passage_words=11) == []


def test_a_phrase_is_told_once_with_all_its_places() -> None:
    source = (
        "Our roof window cleaning service is quick. Book the roof window cleaning service online. No roof window "
        "cleaning service is cheaper. Ask for the roof window cleaning service in spring, and tell a friend about "
        "the roof window cleaning service."
    )
    (found,) = find(source)
    assert found.rule == "duplication/repeated-phrase"
    assert {found.quote, *(place.quote for place in found.related)} == {"roof window cleaning service"}
    assert len(found.related) == 4
    assert find(source, max_phrase_share=1) == []


def test_a_long_article_may_use_a_phrase_five_times() -> None:
    leads = ("You turn left at", "Nobody fishes from", "The mill stands behind", "They mended", "We met beside")
    said = [f"{text} {lead} the wooden bridge over the weir." for text, lead in zip(PARAGRAPHS, leads, strict=False)]
    short, long = "\n\n".join(said), "\n\n".join([*said, samples.ORDINANCE, samples.DOCTRINE, *PARAGRAPHS * 2])
    assert ["phrase" in one.rule for one in find(short)] == [True]
    assert not any("phrase" in one.rule for one in find(long))


@given(st.text(max_size=800), st.sampled_from(Format))
def test_any_text_can_be_searched(source: str, form: Format) -> None:
    find(source, form)
