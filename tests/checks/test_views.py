"""What encyclopedias tell without vouching for it: views of others, stories, and what any map shows."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.evidence.claims import praised
from checks.finding import Finding
from checks.parsing import parse
from checks.rule import Context
from checks.superlatives import CHECK, SuperlativesOptions
from checks.superlatives.rules import FACTUAL


def findings(text: str, format: Format = Format.PLAIN) -> list[Finding]:
    assert CHECK.run
    return list(CHECK.run(parse(text, id="a", format=format), Context(SuperlativesOptions())))


def read(text: str) -> Article:
    return parse(text, id="a", format=Format.PLAIN)


@pytest.mark.parametrize(
    ("told", "view"),
    [
        ("The state is the supreme form of spirit.", "Lund held that the state is the supreme form of spirit."),
        ("He was the finest tenor of his time.", "She considered him the finest tenor of his time."),
        ("His teacher Lund was a genius.", "Berg regarded his teacher as a genius."),
        ("The bridge is a masterpiece.", "The mayor described the bridge as a masterpiece."),
        ("The island is irrefutably theirs.", "The crown refused, believing that the island is irrefutably theirs."),
        ("The voting rule is the perfect compromise.", "The rule is seen by its supporters as the perfect compromise."),
        ("It shaped him more than any other faith.", "The argument that it shaped him more than any other is weak."),
        ("Critics consider him the greatest tenor.", "His pupils considered him the greatest tenor."),
        ("It is the finest work of its century.", "In 1998, readers voted it the finest work of its century."),
        ("The firm believes that its pump is a marvel.", "The king believed that the pump was a marvel."),
        ("She called the renowned chef.", "She called the chef a renowned fool."),
        ("He believed in God, and his stunning paintings show it.", "He believed that his paintings were stunning."),
        ("She wrote of a mayor who is a legendary liar.", "She wrote that the mayor was a legendary liar."),
        (
            "Considered by critics to be the finest tenor, he died.",
            "Considered by Lund to be the finest tenor, he died.",
        ),
        ("It is seen by many as a marvel.", "It is seen in Norway as a marvel."),
        ("It is the largest mill of Wales, with three wheels.", "It is the largest of Wales's three mills."),
        ("We believe that the pump is a marvel.", "The smith believed that the pump was a marvel."),
        ("The call was the most historic of all.", "The king called it the most historic of all."),
    ],
)
def test_what_somebody_thinks_is_not_said_by_the_author(told: str, view: str) -> None:
    assert findings(told)
    assert not findings(view)


def test_who_is_quoted_as_saying_so_need_not_be_known() -> None:
    assert not findings("Lund said, “It seems to me that the pump is assured of a tremendous success in every town.”")
    assert findings("Our customers say, “It seems to us that the pump is a tremendous success in every town.”")


@pytest.mark.parametrize(
    ("praise", "story"),
    [
        ("The novel is an uncompromising tale.", "The novel centers on an uncompromising weaver."),
        ("The film is a wonderful, beautiful thing.", "The protagonist is a wonderful, beautiful thing."),
        ("# Reception\n\nShe is a legendary dancer.", "# Plot summary\n\nShe is a legendary dancer."),
        ("# Plot\n\nShe dances.\n\n# Cast\n\nShe is legendary.", "# Plot\n\n## Act 1\n\nShe is a legendary dancer."),
        ("# Our story\n\nWe build legendary pumps.", "# Main characters\n\nLund builds legendary pumps."),
    ],
)
def test_what_happens_in_a_story_is_no_praise(praise: str, story: str) -> None:
    assert findings(praise, Format.MARKDOWN)
    assert not findings(story, Format.MARKDOWN)


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        ("It is the second-largest town in Wales.", "It is the third-largest town in Wales."),
        ("It is the longest river in Wales.", "It is the 12th-longest river in Wales."),
        ("It is the most populous county in Wales.", "It is Wales's fourth-most populous county."),
        ("It is the largest city in Wales.", "Its capital and largest city is Lund."),
        ("The oldest mill in Kent burned down.", "The oldest mills in Kent used no steam."),
        ("The warmest zone in the world lies there.", "The warmest zones hold the least ice."),
        ("The oldest arts festival in Wales opened in May.", "The oldest arts of Wales survived."),
        ("The highest peaks in Wales are these two.", "The highest peaks in Wales are in the north."),
        ("Hers are the earliest inscriptions in Greek.", "In the earliest Greek inscriptions it lies on its side."),
        ("It is the second-largest port in Wales.", "It is the second-largest port in Europe after Hamburg."),
        ("The mills are the oldest in Wales.", "They live from the coast to the highest mountain streams."),
        ("They serve the largest banks in Wales.", "They moved to the largest cities in Wales."),
        ("Hers was the first school in Wales with a forge.", "In 1913 the first 80 schools in Wales were built."),
        ("It is the highest mill in Wales.", "The highest point in Wales lies in the north."),
        ("It was the only school in Wales with a forge.", "It was the only title of his career."),
        ("It has the largest stained-glass window in Wales.", "The largest stained the least."),
    ],
)
def test_what_a_map_or_a_table_shows_is_no_boast(claim: str, known: str) -> None:
    assert [one.rule for one in findings(claim)] == [FACTUAL.name]
    assert not findings(known)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lake Elm, at 388 square miles, is the largest lake in Wales.", ["388 square"]),
        ("The highest peak in the county is Mount Horn at 852 m.", ["852 m"]),
        ("Mount Horn is the highest on the island at 188 m above sea level.", ["188 m"]),
        ("With an area of 23,000 km2, it is the largest in the region.", ["23,000 km2"]),
        ("At 300 g, it is the lightest tent in Wales.", []),
        ("The bridge is 2,300 meters long, the longest in the county.", []),
    ],
)
def test_land_and_living_things_may_be_ranked_by_their_own_measure(text: str, figures: list[str]) -> None:
    (claim,) = praised(read(text))
    assert [one.text for one in claim.evidence if one.kind == "figure"] == figures
    assert claim.supported == bool(figures)


def test_the_number_one_reason_is_counted_not_praised() -> None:
    (found,) = findings("Smoking is the number one reason for fires in the county.")
    assert found.rule == FACTUAL.name
    (found,) = findings("It is the number one bakery in the county.")
    assert found.rule != FACTUAL.name
