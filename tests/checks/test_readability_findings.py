"""Where readability points: the right place, once, and no more than options allow."""

from __future__ import annotations

import pytest

from checks import samples
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.readability import CHECK
from checks.readability.options import ReadabilityOptions
from checks.readability.sentences import weigh
from checks.rule import Context


def find(source: str, rule: str = "", **options: float) -> list[Finding]:
    article = parse(source)
    assert CHECK.run is not None
    found = list(CHECK.run(article, Context(ReadabilityOptions(**options))))
    assert all(one.span is None or article.quote(one.span) == one.quote for one in found)
    return [one for one in found if rule in one.rule]


LONG = (
    "The boat that brings the post has not been seen since the storm broke the pier at the end of the old town and the "
    "people on the island have begun to wonder whether the letters they wait for will ever arrive."
)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("We saw it.", 3),
        ("We saw it (and wrote it down at once) on Monday.", 5),
        ("The Royal Society for the Protection of Birds counted them.", 4),
        ("Bring bread, cheese, two bottles of water, a map and your own good knife.", 2 + 1 + 1 + 7),
        ("It is late, so we go.", 6),
    ],
)
def test_a_sentence_weighs_what_a_reader_carries(text: str, weight: int) -> None:
    assert weigh(text) == weight


def test_a_long_sentence_is_found_in_place_and_explained() -> None:
    (found,) = find(f"Nothing has come. {LONG} The rest is lost.", "long-sentence")
    assert found.quote == LONG
    assert "42 words" in found.message
    assert found.severity is Severity.SUGGESTION


def test_a_very_long_sentence_is_a_warning() -> None:
    (found,) = find(f"{LONG[:-1]}, and {LONG[0].lower()}{LONG[1:]}", "long-sentence")
    assert found.severity is Severity.WARNING
    assert "It could end after “will ever arrive”" in found.fix


def test_the_limit_of_a_sentence_can_be_set() -> None:
    assert find(LONG, "long-sentence", max_sentence_words=42) == []


@pytest.mark.parametrize("source", [f"“{LONG}”", f"> {LONG}\n", f"<blockquote><p>{LONG}</p></blockquote>"])
def test_quoted_sentences_are_left_alone(source: str) -> None:
    assert find(source, "long-sentence") == []


def test_a_hard_article_shows_its_hardest_sentences() -> None:
    source = f"{samples.PURCHASING}\n\n{samples.ORDINANCE}\n\n{samples.DOCTRINE}"
    (found,) = find(source, "grade-level")
    assert found.span is None
    assert len(found.related) == 3
    assert all(place.quote in samples.ORDINANCE + samples.DOCTRINE for place in found.related)
    assert find(source, "grade-level", target_grade=25) == []


def test_confidence_grows_with_the_distance_from_the_target() -> None:
    source = f"{samples.PURCHASING}\n\n{samples.ORDINANCE}"
    (near,), (far,) = find(source, "grade-level", target_grade=8), find(source, "grade-level", target_grade=3)
    assert 0.8 <= near.confidence <= far.confidence <= 0.99


def test_an_easy_article_with_one_hard_section_names_the_section_only() -> None:
    easy = [samples.PURCHASING, samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT, samples.ORCHARD]
    parts = "\n\n".join(f"## Part {number}\n\n{text}" for number, text in enumerate(easy, 1))
    found = find(f"{parts}\n\n## The rules\n\n{samples.ORDINANCE}\n")
    levels = [(one.rule, one.quote) for one in found if "grade" in one.rule]
    assert levels == [("readability/section-grade", "The rules")]


def test_a_wall_ends_at_a_heading_a_list_or_a_picture() -> None:
    parts = [samples.ORCHARD, samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT]
    assert len(find("\n\n".join(parts), "wall")) == 1
    for landmark in ("## A heading", "- a list\n- of two", "![A pear tree](tree.jpg)"):
        assert find("\n\n".join([*parts[:3], landmark, *parts[3:]]), "wall") == [], landmark


def test_a_term_that_the_article_explains_is_not_hard() -> None:
    paragraph = (
        "Sedimentation, precipitation, evaporation and condensation follow one another here, and those who live by the "
        "river have learned to look at the sky, at the mud and at the mist before the boats go out."
    )
    assert len(find(paragraph, "hard-words", max_hard_share=0.1)) == 0  # four are too few
    harder = paragraph.replace("the mud", "turbidity")
    assert len(find(harder, "hard-words", max_hard_share=0.1)) == 1
    assert find(f"# Turbidity\n\n{harder}", "hard-words", max_hard_share=0.1) == []


def test_plain_texts_raise_nothing() -> None:
    source = "\n\n".join(
        f"## {number}\n\n{text}"
        for number, text in enumerate([samples.PURCHASING, samples.FERRY, samples.BAKERY, samples.LIBRARY], 1)
    )
    assert find(source) == []
