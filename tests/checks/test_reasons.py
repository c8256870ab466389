"""What makes a sentence a claim, in words: the figures, dates and verbs that are quoted, and what would settle it."""

from __future__ import annotations

import pytest

from checks.article import Article
from checks.citations.statements import statements
from checks.evidence.overstated import overstated
from checks.evidence.reasons import reasons
from checks.parsing import parse


def markdown(text: str) -> Article:
    return parse(text, name="article.md")


def figure(text: str) -> str:
    """Return the figure that is quoted of the first sentence; empty without one."""
    told = (one.words for one in reasons(markdown(text), 0))
    return next((one.partition("“")[2].rstrip("”)") for one in told if one.startswith("gives a figure")), "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In one town a quarter of long-term users sleep at home.", "a quarter of long-term users"),
        ("A loss of 0.3 percent you hardly notice.", "0.3 percent"),
        ("The top 10 percent of the bakers own the mill.", "10 percent"),
        ("A review of 27 trials put the gain at a tenth.", "27 trials"),
        ("Guides get a bonus of 12 percent under the new rules.", "12 percent"),
        ("Walks of 40 minutes raise the pulse of the dogs.", "40 minutes"),
        ("The board received 318 written complaints in May.", "318 written complaints"),
        ("The mill cost 3.7 million euros in the end.", "3.7 million euros"),
        ("Adults need between 200 and 300 mg of it a day.", "200 and 300 mg"),
        ("The tax is 5, 10 or 25 percent of the rent.", "5, 10 or 25 percent"),
        ("The nut is about 45-50% fat and hardly any sugar.", "about 45-50%"),
        ("Oiling the hull 1–2 times a year is plenty.", "1–2 times"),
        ("The toll fell from $5–10 to $3 on the old bridge.", "$5–10 to $3"),
        ("Young bakers (20 to 30 of them) sleep 9 hours a night.", "9 hours"),
        ("Some bakers of the town (20 to 30 of them) hardly ever sleep.", "20 to 30"),
        ("The new pump loses roughly one drop in four on the way.", "roughly one drop in four"),
        ("The beam can be seen on eight nights out of ten.", "eight nights out of ten"),
        ("Six out of ten bakers never change the flour.", "Six out of ten"),
        ("The lower lake is four times more salty than the sea.", "four times more"),
        ("Rain after dusk cuts the yield of the vines by a fifth.", "a fifth"),
        ("The storm cut the harvest by as much as 70 percent.", "as much as 70 percent"),
        ("The ferry carries more than 900 bicycles.", "more than 900 bicycles"),
        ("Most repairs of a clock take more than a year.", "more than a year"),
        ("The lake holds a thousand boats in summer.", "a thousand boats"),
        ("The 12 mills of the valley saved about €1.4 million last year.", "about €1.4 million"),
        ("A 3-hour tour of the mills draws 40 guests.", "40 guests"),
        ("The 70 boats carry more than 90,000 bicycles.", "more than 90,000 bicycles"),
        ("Guilds own nine of the top 10 mills.", "nine of the top 10"),
        ("The guild owns more than a quarter of the boats.", "more than a quarter of the boats"),
    ],
)
def test_figures_are_shown_with_their_bound_and_with_what_they_count(text: str, shown: str) -> None:
    assert figure(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Coffee after 4 p.m. keeps the bakers awake.",
        "The mill burned down on October 5, 1871, in a storm.",
        "It was the 2nd town with a mill in the county.",
        "They rang the bell a third time in the second half.",
        "Salt reduces the growth of moss in most gardens [1].",
        "Salt reduces the growth of moss in most gardens.[\\[4\\]](https://www.moss.net/a/b.pdf) Lime helps it.",
        "The Breezo 300 cleans the air of the rooms.",
        "The filter meets EN 1733 in all rooms.",
        "18F improves the delivery of letters and reduces their cost.",
        "The 18F team improved the way in which letters are sent.",
        "18F's letters are shorter than others and reach more homes.",
        "18F writes letters, and work done by the staff of 18F reduces their cost.",
        "A 3D printer makes the parts of the pump.",
        "5G will reduce the delay of most calls.",
        "The 2D map also shows the gardens of the county.",
        "21st century technology reduces the work of most bakers.",
        "The 12th mill burned down in a storm.",
        "1. Shared ovens cut the work of most bakers.",
        "2) Shared ovens cut the work of most bakers.",
        "Since version 5.1, the pump also retries once.",
        "Since 6 May 2013, every landlord must keep the receipts.",
        "In *Holt v Marsh* [2011] EWCA Civ 402, the court held that a shed is a house.",
    ],
)
def test_what_only_points_or_names_is_no_figure(text: str) -> None:
    assert figure(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Singing lowers blood pressure in most adults (Berg, Holm, & Lund, 2014).",
        "Berg and others (2014) found that singing lowers blood pressure.",
        "Singing counts as sport under Ruling 2014-12.",
    ],
)
def test_the_year_of_a_source_is_no_date(text: str) -> None:
    assert not any(one.words.startswith("gives a date") for one in reasons(markdown(text), 0))


def test_a_bound_of_a_figure_compares_nothing() -> None:
    bound = reasons(markdown("Repairs of the clock take more than a year."), 0)
    assert not any(one.words.startswith("compares") for one in bound)
    ranked = reasons(markdown("Brass clocks run longer than wooden clocks."), 0)
    assert ranked[0].settles == "cite a source for the comparison"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yellow onions taste sweet.", "states a fact"),
        ("Straw protects the roots from frost.", "states a fact (“protects the roots…”)"),
        ("The old chapel is open in winter.", "states a fact (“is open in winter”)"),
        ("Onion bread is healthier.", "compares (“is healthier”)"),
        ("Good bees can recognise the face of a keeper.", "states a fact (“can recognise the face…”)"),
        ("The bell of the tower cracked in the frost.", "tells what happened (“cracked in the frost”)"),
        ("When bees know the keeper, the hive is open in winter.", "states a fact (“is open in winter”)"),
        ("When bees know the keeper, they are less fierce in winter.", "compares (“are less fierce…”)"),
        (
            "At the fair last May, the keepers agreed to open the hives.",
            "tells what happened (“agreed to open…”)",
        ),
        (
            "The keepers met and wrote down ways of improving access to hives.",
            "tells what happened (“met and wrote down…”)",
        ),
        ("A pony carries bread for nine farms.", "gives a figure (“nine farms”)"),
    ],
)
def test_what_a_plain_sentence_tells_is_quoted_by_its_verb(text: str, words: str) -> None:
    assert reasons(markdown(text), 0)[0].words == words


def test_a_sentence_that_cites_the_law_is_settled_by_the_law() -> None:
    text = "Under section 12 of the Harbour Act 1987, a captain can sell the ropes of most boats."
    assert "the law" in reasons(markdown(text), 0)[0].settles
    assert "the law" not in reasons(markdown("A captain can sell the ropes of most boats."), 0)[0].settles


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Glass is the valley's most common export to the islands.", "generalizes"),
        ("Glass is their most common export to the islands.", "generalizes"),
        ("21st century technology reduces the work of bakers.", "tells of the past"),
        ("In the twenty-first century most bakers sleep at home.", "tells of the past"),
        ("Nine of the top 10 most used ovens stand in Wales.", "generalizes"),
        ("Bakers most likely to rest at home live in Wales.", "generalizes"),
        ("Almost 50% of the bakers rest at home.", "generalizes"),
        ("The letter of the bakers was lost and never arrived.", "generalizes"),
        ("Because it is a drug, the powder must contain an approved salt.", "tells what happened"),
        ("A mill won't be listed higher by adding a wheel.", "tells what happened"),
        ("Bakers who have not found rest at home often sleep in the mill.", "reports a finding (“found”)"),
    ],
)
def test_words_that_belong_to_something_else_are_no_reason(text: str, untold: str) -> None:
    assert not any(one.words.startswith(untold) for one in reasons(markdown(text), 0))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In most valleys glass is made of white sand.", "generalizes (“most”)"),
        ("Doctors found that rest at home eases the cough of bakers.", "reports a finding (“found”)"),
    ],
)
def test_the_same_words_are_a_reason_elsewhere(text: str, told: str) -> None:
    assert any(one.words == told for one in reasons(markdown(text), 0))


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        ("Small amounts of it come from oily fish, eggs and smoked cheese.", "smoked"),
        ("The harbor board refused 40 claims for want of a signed lease.", "signed"),
        ("Doubles from €140 in the old mill.", "Doubles"),
        ("The court spoke of the operation of natural forces.", "forces"),
        ("It was among the first reports of a flood in the valley.", "reports"),
        ("Rents have grown by 4 percent a year over the past century.", "century"),
    ],
)
def test_no_reason_quotes_a_word_for_what_it_is_not(text: str, misread: str) -> None:
    assert not any(f"“{misread}" in one.words for one in reasons(markdown(text), 0))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The brewers smoked cheese over the fires of the town.", "smoked"),
        ("The board forces the millers out of the valley.", "forces"),
        ("A cup of tea doubles the speed of the bakers.", "doubles"),
        ("The mill burned in the 12th century.", "century"),
        ("The hill has been settled since 1200 BC.", "1200 BC"),
    ],
)
def test_a_reason_quotes_the_verb_or_the_time_that_speaks_for_it(text: str, read: str) -> None:
    assert any(read in one.words for one in reasons(markdown(text), 0))


def test_what_is_foretold_is_settled_by_a_forecast_and_no_record() -> None:
    foretold = reasons(markdown("The drought will reduce the flow of the river by 20 percent by 2050."), 0)
    assert {one.settles for one in foretold} == {"say whose forecast it is"}
    gone = reasons(markdown("By 2027, paper letters will have gone from half of the offices of the town."), 0)
    assert {one.settles for one in gone} == {"say whose forecast it is"}
    told = reasons(markdown("The drought of 1950 reduced the flow of the river by 20 percent."), 0)
    assert "say whose forecast it is" not in {one.settles for one in told}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody moved at all in 40 percent of the harbor towns.",
        "After all, the harbor lost 40 percent of its boats.",
        "The harbor loses 40 boats every nine weeks.",
        "The harbor loses 40 boats every winter.",
    ],
)
def test_set_phrases_speak_for_no_many_cases(text: str) -> None:
    assert not any("generalizes" in one.words for one in reasons(markdown(text), 0))


def test_a_dated_figure_is_settled_by_where_the_figure_comes_from() -> None:
    dated = reasons(markdown("The harbor was opened in 1902."), 0)
    both = reasons(markdown("In 1902 the harbor lost 40 percent of its boats."), 0)
    figure = next(one for one in both if one.kind == "figure")
    assert dated[0].settles == "cite a record or an account of it"
    assert both[0].settles == figure.settles == "name the report or the data that it comes from"


def test_all_of_them_does() -> None:
    assert any("“all”" in one.words for one in reasons(markdown("In the harbor all skippers drink 40 cups of tea."), 0))


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Norway has one of the railways that climb by a rack.", "has one of the railways"),
        ("The mill is about to be of interest to bakers.", "is about to be of interest"),
    ],
)
def test_a_piece_that_is_quoted_does_not_end_where_it_says_nothing(text: str, piece: str) -> None:
    assert any(piece in one.words for one in reasons(markdown(text), 0))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("So far the museum has raised more than $40 million.", "effect"),
        ("The bridge brought savings and more than a few friendships.", "figure"),
        ("The bridge was the 2nd most painted sight of the town.", "generalizes"),
        ("The bridge was the second most painted sight of the town.", "generalizes"),
        ("Apps by the mill are in the top 10 of the valley.", "figure"),
        ("The mill is the oldest, most painted sight of the town.", "generalizes"),
        ("These soaps are oil-derived bars that came out of a lab.", "“derived bars"),
        ("It is different from soaps, which are bars engineered in a lab.", "happened"),
        ("Apps produced by old mills account for all of the noise in the valley.", "happened"),
        ("Ropes of hemp break less often than ropes of wire.", "generalizes"),
    ],
)
def test_cues_that_are_none_where_they_stand_are_not_told(text: str, unsaid: str) -> None:
    assert not any(unsaid in one.words for one in reasons(markdown(text), 0))


def test_who_raises_prices_has_an_effect() -> None:
    assert any("“raised”" in one.words for one in reasons(markdown("The levy raised rents in 40 towns."), 0))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mills that run by day lose less flour than mills that run by night.", "compares (“less flour than mills”)"),
        ("More bakers close in the winter than in summer.", "compares (“More bakers close in the winter”)"),
        ("Rye has a coarser grain than oats.", ""),
        ("The guild would rather close the mill than sell the lake.", ""),
        ("There is no more flour in the mill than in the town.", ""),
        ("The price of flour will fall in 2041.", "predicts (“will fall in 2041”)"),
        ("It is widely believed that the mills will close by 2041.", "predicts (“will close by 2041”)"),
        ("In 2041 the mills will close for good.", "predicts (“will close”)"),
        ("The 2019 law will apply to the mill.", ""),
        ("Her will was read at the mill in 1641.", ""),
    ],
)
def test_comparisons_and_forecasts_whose_words_stand_apart(text: str, told: str) -> None:
    said = [one.words for one in reasons(markdown(text), 0)]
    assert next((one for one in said if one.startswith(("compares", "predicts"))), "") == told
    assert not told or "widely" not in " ".join(said)


def test_a_forecast_is_asked_for_whose_it_is() -> None:
    assert reasons(markdown("The price of flour will fall in 2041."), 0)[0].settles == "say whose forecast it is"


@pytest.mark.parametrize(
    ("text", "words", "settles"),
    [
        (
            "There is no risk in going to court with the guild.",
            "leaves no room for exceptions (“no risk”)",
            "say how often it holds, for whom and by what evidence",
        ),
        (
            "Our bakers are the most trusted in Delft and promise a refund.",
            "ranks its subject above all others (“most trusted”)",
            "say who ranked it and by what measure, or drop the ranking",
        ),
        ("The guild court is the highest court in Delft.", "", ""),
        ("The salve of the guild is no miracle cure, but it soothes burns.", "", ""),
        ("The mill of the guild burned down in 1641.", "", ""),
        ("Most bakers trusted the court of the guild.", "", ""),
    ],
)
def test_a_claim_that_goes_too_far_is_told_by_its_wording(text: str, words: str, settles: str) -> None:
    told = overstated(markdown(text), 0)
    assert (told.words, told.settles) == (words, settles) if told else not words


def test_what_would_help_a_claim_that_goes_too_far_is_asked_for() -> None:
    source = (
        "# Courts\n\nThe court of the guild ruled on the law in 1641. There is no risk in going to court over rent."
    )
    article = markdown(source)
    strong = overstated(article, 2)
    assert strong
    for one in statements(article, 0.0, strict=True):
        if one.quote.startswith("There is no risk"):
            assert strong.settles in one.message
            assert one.reasons[0] == strong.words
            break
    else:
        pytest.fail("the claim is not found")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rents in the valley have tripled.", "gives a figure (“tripled”)"),
        ("Deaths fell twofold behind the dam.", "gives a figure (“twofold”)"),
        ("Twice as many boys as girls leave the school.", "gives a figure (“Twice as many”)"),
        ("The pier had four times more visitors than the mill.", "compares (“more visitors than the mill”)"),
    ],
)
def test_what_has_grown_by_a_multiple_or_compares_by_one_is_asked_for_its_data(text: str, told: str) -> None:
    first = reasons(markdown(text), 0)[0]
    assert (first.words, first.settles) == (told, "name the report or the data that it comes from")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Patients over 80 are four times as likely to fall.", "four times as likely"),
        ("Half of men older than 65 snore.", "Half of men"),
        ("Drivers under 25 pay $900 more a year.", "$900"),
        ("Nearly half of adults aged 18 to 24 rent.", "Nearly half of adults"),
        ("Adults over 50 lose muscle quickly.", ""),
        ("In schools over 80 percent of pupils walk.", "over 80 percent"),
        ("Farms over 40 hectares get a bonus.", "over 40 hectares"),
        ("The fund paid out over 80 people.", "over 80 people"),
    ],
)
def test_an_age_tells_of_a_group_and_is_not_the_figure(text: str, shown: str) -> None:
    assert figure(text) == shown


def test_what_never_happens_in_a_span_of_time_is_a_certainty() -> None:
    told = reasons(markdown("A 30-year bond always pays more than a bill."), 0)
    assert "leaves no room for exceptions (“always pays more”)" in {one.words for one in told}
    assert all(one.kind != "figure" for one in told)
