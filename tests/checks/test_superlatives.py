from __future__ import annotations

import re
from importlib.resources import files

import pytest

from checks import citations
from checks.article import Article, Format
from checks.evidence import claims, praised
from checks.evidence.claims import LISTED
from checks.evidence.wordings.sense import MODEL, bar, hype_bar, manner, talks
from checks.evidence.wordings.wording import RANGED, praise, wordings
from checks.finding import SURE, Finding, Severity
from checks.linear import model
from checks.overlap import distinct
from checks.parsing import parse
from checks.rule import Context
from checks.superlatives import CHECK, SuperlativesOptions
from checks.superlatives.rules import FACTUAL

PUFFERY, RANK, FACT, ABSOLUTE = (
    f"superlatives/{name}" for name in ("puffery", "unsupported-superlative", "factual-superlative", "absolute-claim")
)


def article(text: str) -> Article:
    return parse(text, id="article", format=Format.MARKDOWN)


def findings(text: str) -> list[Finding]:
    return list(CHECK.run(article(text), Context(SuperlativesOptions()))) if CHECK.run else []


def quotes(text: str) -> list[str]:
    return [one.quote for one in findings(text)]


@pytest.mark.parametrize(
    ("text", "rule", "quote", "severity"),
    [
        ("Our clinic offers the most effective treatment for colds.", RANK, "the most effective", Severity.WARNING),
        ("The Tolda is the longest river in the country.", FACT, "the longest", Severity.SUGGESTION),
        ("It is the world's first smart kettle.", FACT, "the world's first", Severity.SUGGESTION),
        ("Our approach is unlike any other.", RANK, "unlike any other", Severity.WARNING),
        ("The syrup cures diabetes within a month.", ABSOLUTE, "cures diabetes", Severity.WARNING),
        ("The firm sells a groundbreaking pump.", PUFFERY, "groundbreaking", Severity.WARNING),
        ("This course will unlock the full potential of your team.", PUFFERY, "unlock the full potential", None),
    ],
)
def test_tells_kinds_of_wording_apart(text: str, rule: str, quote: str, severity: Severity | None) -> None:
    (one,) = findings(text)
    assert (one.rule, one.quote) == (rule, quote)
    assert severity is None or one.severity is severity


@pytest.mark.parametrize(
    ("claimed", "excused"),
    [
        ("The pump is groundbreaking.", "The pump is hardly groundbreaking."),
        ("He is a clever and brilliant cellist.", "He was too brilliant to be liked."),
        ("Success is guaranteed if you train.", "Success is never guaranteed, even if you train."),
        ("Recovery is guaranteed.", "If recovery were guaranteed, everyone would train."),
        (
            "The jury saw the most beautiful garden in town.",
            "The jury met to choose the most beautiful garden in town.",
        ),
        (
            "The pump is legendary among farmers in the north.",
            "The farmers call it the “legendary” pump, said Ida Holm.",
        ),
        ("The harbor is the most beautiful in the world.", "Is the harbor the most beautiful in the world?"),
        ("She saw the greatest harvest of all time.", "She saw The Greatest Harvest twice that week."),
    ],
)
def test_what_is_taken_back_supposed_sought_or_named_is_no_claim(claimed: str, excused: str) -> None:
    assert quotes(claimed)
    assert not quotes(excused)


@pytest.mark.parametrize(
    ("claimed", "excused"),
    [
        (
            "Everybody would call it the finest barn in the valley.",
            "Nobody would call it the finest barn in the valley.",
        ),
        ("There is no doubt that people call it the finest barn.", "He never said that it was the finest barn."),
        (
            "The sign that it is the best boat in the world is on the door.",
            "The claim that it is the best boat in the world is false.",
        ),
        (
            "It used to be called the finest inn, but it never was cheap.",
            "It used to be called the finest inn, but it never was.",
        ),
        ("Our aim is to become the leading maker of pumps.", "The aim is to become the leading maker of pumps."),
        ("They came to the finest inn in the valley.", "They tried to build the finest inn in the valley."),
        ("The award went to the most innovative pump.", "The award for the most innovative pump went to a school."),
        ("They claim that the car is a marvel.", "Proponents of the plan claim that the car is a marvel."),
        ("Critics said the opera was groundbreaking.", "Critics said the opera was groundbreaking, but we disagree."),
        (
            "Their door, “the best a pump can ever be”, is of oak.",
            "Their slogan, “the best a pump can ever be”, is on the door.",
        ),
    ],
)
def test_what_is_contradicted_aimed_at_or_a_slogan_is_no_claim(claimed: str, excused: str) -> None:
    assert quotes(claimed)
    assert not quotes(excused)


@pytest.mark.parametrize("item", ["Unbeatable value", "The quietest pump on the market", "Amazing battery life"])
def test_praise_is_found_in_items_of_a_list(item: str) -> None:
    text = f"Our pump has much to offer.\n\n- {item}\n- Runs on two batteries\n"
    (one,) = findings(text)
    assert one.quote in item
    assert item in {article(text).slice(claim.span) for claim in praised(article(text)) if claim.score >= LISTED}
    assert not quotes(f"# {item}\n\nOur pump has much to offer.\n")
    assert not quotes(f"| Pump | {item} |\n|---|---|\n| Red | {item} |\n")


@pytest.mark.parametrize(
    "item",
    [
        "[Unbeatable value](https://www.pumps.example/value)",
        "The Finest Harvest of All",
        "200 g butter, the finest you have",
        "choose the most beautiful garden, and",
    ],
)
def test_items_that_name_list_or_go_on_are_no_claims(item: str) -> None:
    assert not quotes(f"This is what is in the box.\n\n- {item}\n- Two batteries\n")


INVITING = "# Trips\n\nYou book online. We leave at nine. You bring a coat. We take eight guests. You pay then.\n\n{}"


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Ready to embark on a seamless journey?", "seamless"),
        ("Are you looking for a truly unforgettable holiday?", "unforgettable"),
        ("Want to unlock your full potential?", "unlock your full potential"),
        ("So, ready to take your team to the next level?", "take your team to the next level"),
    ],
)
def test_a_question_that_only_invites_praises(question: str, quote: str) -> None:
    assert quote in quotes(INVITING.format(question))


@pytest.mark.parametrize(
    "question",
    [
        "Is this the best boat for the trip?",
        "Who built the revolutionary engine?",
        "Looking for the cheapest trip?",
        "What makes a holiday unforgettable?",
        "Is it a groundbreaking boat or a fad?",
    ],
)
def test_a_question_that_asks_praises_nothing(question: str) -> None:
    assert not quotes(INVITING.format(question))


def test_a_turn_ends_a_negation() -> None:
    assert quotes("It is not cheap, but the finest chair in Europe.") == ["the finest"]
    assert quotes("It is not only groundbreaking but cheap.") == ["groundbreaking"]


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("This is the tallest of the nine towers in our valley.", "comparison", "of the nine"),
        ("At 540 square kilometers, it is the largest lake here, ahead of Elm with 310.", "figure", "310"),
        ("At 42 per cent it has the largest share of the trade in Wales.", "figure", "42 per cent"),
        (
            "In the [count of 2023](https://census.gov/2023) it was the largest town.",
            "government link",
            "count of 2023",
        ),
    ],
)
def test_a_ranking_with_its_scope_or_source_is_listed_as_supported(text: str, kind: str, shown: str) -> None:
    read = article(text)
    assert not findings(text)
    (claim,) = praised(read)
    assert claim.supported
    assert (claim.evidence[0].kind, claim.evidence[0].text) == (kind, shown)
    # A figure is what the ranking rests on; for what else the sentence states it needs a source itself.
    assert [one.supported for one in claims(read)] == [kind != "figure"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The town has 12,000 inhabitants and is home to the northernmost brewery in the world.", []),
        ("The mill ships 900 sacks a day; it is the oldest mill in the county.", []),
        ("The bridge is 2,300 meters long and the longest in the county.", []),
        ("At £90 it is the cheapest kettle in Europe.", []),
        ("At 38 decibels it is the quietest pump in the world.", []),
        ("The tower is the tallest in the county, higher than the 310 meters of the next.", ["310 meters"]),
        ("The largest employer is the brewery, with 60 percent of the workers.", ["60 percent"]),
        ("It is the cheapest kettle in Wales, against £120 it cost before.", ["120"]),
    ],
)
def test_a_ranking_rests_on_a_figure_that_compares_in_its_own_clause(text: str, figures: list[str]) -> None:
    (wording,) = wordings(article(text))
    assert [one.text for one in wording.evidence if one.kind == "figure"] == figures


@pytest.mark.parametrize(
    ("text", "rule", "quote"),
    [
        ("The filter is always 100 per cent safe.", ABSOLUTE, "always 100 per cent safe"),
        ("With this plan you are guaranteed to win.", ABSOLUTE, "you are guaranteed to win"),
        ("Renting a mill is always the best choice for a baker.", ABSOLUTE, "always the best choice"),
        ("The trick works every time.", ABSOLUTE, "works every time"),
        ("With the app they will never lose a parcel again.", ABSOLUTE, "never lose a parcel again"),
        ("The lamp eliminates all germs in the room.", ABSOLUTE, "eliminates all germs"),
        ("It is the only mill that truly understands bakers.", RANK, "the only mill that truly understands"),
        ("They give the best advice in the business.", RANK, "the best advice in the business"),
        ("It is the best kettle that money can buy.", RANK, "the best kettle that money can buy"),
        ("There is no better pump on the market.", RANK, "no better pump on the market"),
        ("Nothing else comes close to this pump.", RANK, "Nothing else comes close"),
        ("There's simply no better way to wash a rug.", RANK, "There's simply no better way"),
        ("You won't find a better pump anywhere.", RANK, "You won't find a better pump"),
        ("Nobody makes better kettles.", RANK, "Nobody makes better kettles"),
        ("It outperforms every other pump.", RANK, "outperforms every other"),
        ("Savers cannot lose money with it.", ABSOLUTE, "cannot lose money"),
        ("There is no risk whatsoever.", ABSOLUTE, "no risk whatsoever"),
        ("It is the slimmest kettle on the market.", FACT, "the slimmest"),
        ("It was the best-selling Welsh cookbook of 2016.", FACT, "the best-selling"),
    ],
)
def test_plain_words_claim_as_much_whatever_stands_around_them(text: str, rule: str, quote: str) -> None:
    warm = "We love our customers, and you are always welcome in our shop. " * 10
    for before in ("", warm):
        assert [(one.rule, one.quote) for one in findings(f"{before}{text}") if one.quote in text] == [(rule, quote)]


@pytest.mark.parametrize(
    ("claimed", "own"),
    [
        ("The mill makes the smoothest flour.", "Sift the flour for the smoothest dough."),
        ("The smoothest dough of all is theirs.", "For the smoothest dough, sift the flour."),
        ("They sell the freshest ginger that grows.", "Use the freshest ginger you can find."),
        ("Use the best kettle on the market.", "Use the best kettle you can find."),
        ("It was the most peaceful hour of the century.", "It was the most peaceful hour of my week."),
        ("It was the happiest day of the age.", "It was the happiest day of our lives."),
        ("The lamp eliminates all germs in the room.", "No lamp eliminates all germs in a room."),
        ("Renting is always the best choice for a baker.", "Renting is not always the best choice for a baker."),
    ],
)
def test_what_is_asked_for_or_ones_own_affair_claims_nothing_of_the_world(claimed: str, own: str) -> None:
    assert len(findings(claimed)) == 1
    assert not findings(own)


def test_the_only_one_of_a_few_tells_what_it_is_compared_with() -> None:
    text = "Hers was the only one of the three that stayed dry."
    assert not findings(text)
    assert [[one.text for one in each.evidence] for each in wordings(article(text))] == [["of the three"]]
    assert quotes("Hers was the only one of its kind.") == ["the only one"]


def test_words_that_only_praise_need_less_where_warm_words_are_usual() -> None:
    warm = article(" ".join(f"We hope that you like our pump number {number}." for number in range(10)))
    cold = article(" ".join(f"The pump moves {number} liters of water an hour." for number in range(10)))
    assert hype_bar(warm) < bar(warm)
    assert hype_bar(cold) == bar(cold)


def test_a_year_a_date_or_a_rank_is_no_figure() -> None:
    for text in (
        "In 2019 it was the tallest tower in the country.",
        "On May 4 it became the tallest tower in the country.",
        "Under rule no. 7 it is the tallest tower in the country.",
    ):
        assert quotes(text) == ["the tallest"], text


def test_a_stock_phrase_is_not_supported_by_a_source() -> None:
    text = "In the [trial of 2023](https://doi.org/10.1000/x.1) we unlock the full potential of your team."
    assert quotes(text) == ["unlock the full potential"]


def test_praise_is_supported_in_its_own_sentence_only() -> None:
    source = "[The jury's report](https://www.who.int/reports/9) tells more."
    assert quotes(f"The firm sells a groundbreaking pump. {source}") == ["groundbreaking"]
    assert not quotes("The firm sells a groundbreaking pump, [the jury found](https://www.who.int/reports/9).")


@pytest.mark.parametrize(
    ("text", "unsettled"),
    [
        # A link in parentheses closes a sentence about something else, or about the same.
        ("Garlic is completely safe. Garlic grows in Spain ({link}).", ["completely safe"]),
        ("Garlic is completely safe. Nobody was harmed by garlic that was safe to eat ({link}).", []),
        ("Garlic is completely safe ({link}).", []),
        ("Ginger is the most effective remedy of all. Ginger grows in India ({link}).", ["the most effective"]),
        # A note at the end covers a ranking by convention, but hardly bears out that nothing ever fails.
        ("Ginger is the most effective remedy of all. It grows in India [1].{list}", []),
        ("Ginger has no side effects. It grows in India [1].{list}", ["no side effects"]),
        ("Ginger has no side effects [1]. It grows in India.{list}", []),
    ],
)
def test_certainties_need_a_source_of_their_own(text: str, unsettled: list[str]) -> None:
    link = "[yearbook](https://www.agriculture.gov/yearbook/2016)"
    entries = "\n\n## References\n\n1. Berg, E. Crops of the south. Lund, 2016."
    assert quotes(text.format(link=link, list=entries)) == unsettled


def test_in_an_article_on_health_nobodys_word_makes_a_certainty() -> None:
    about = "The tablets treat pain in patients with cancer, diabetes, asthma or another disease, as doctors advise. "
    assert quotes(f"{about}Dr. Berg, a surgeon at Lund, says that the drug is completely safe.") == ["completely safe"]


def test_a_finding_tells_the_evidence_that_was_considered_and_its_distance() -> None:
    text = "The firm sells a groundbreaking pump. It is red. [The report](https://www.who.int/reports/9) tells more."
    (one,) = findings(text)
    assert [(piece.text, piece.distance) for piece in one.evidence] == [("The report", 2)]


def test_wordings_that_touch_are_one_finding() -> None:
    assert quotes("Their bakery is the best in the world.") == ["the best in the world"]


@pytest.mark.parametrize(
    ("text", "rule", "quote"),
    [
        ("She runs the best and most beautiful inn on the coast.", RANK, "the best and most beautiful"),
        ("It is a breathtaking, unforgettable and magical place.", PUFFERY, "breathtaking, unforgettable and magical"),
        ("He is the greatest and the most legendary cellist.", RANK, "the greatest and the most legendary"),
    ],
)
def test_wordings_of_one_list_are_one_finding_of_the_more_telling_kind(text: str, rule: str, quote: str) -> None:
    (one,) = findings(text)
    assert (one.rule, one.quote) == (rule, quote)


def test_praise_of_one_sentence_is_one_finding_with_all_its_places_the_surest_first() -> None:
    text = "The breathtaking hall holds a groundbreaking pump, a lovely well and one more groundbreaking pump."
    (one,) = findings(text)
    places = [one.span, *(each.span for each in one.related)]
    heard = {each.span: each.confidence for each in wordings(article(text))}
    assert sorted(heard) == sorted(place for place in places if place)
    assert [heard[place] for place in places if place] == sorted(heard.values(), reverse=True)
    assert all(text[each.span.start : each.span.end] == each.quote for each in one.related if each.span)
    assert [one.message.count(f"“{word}”") for word in ("breathtaking", "groundbreaking", "lovely")] == [1, 1, 1]


def test_a_grade_is_no_place_in_time() -> None:
    assert [one.rule for one in findings("The town has a first-rate school.")] == [PUFFERY]


def test_praise_of_another_sentence_facts_and_certainties_have_findings_of_their_own() -> None:
    text = "The groundbreaking pump has no side effects and is the world's first. It is breathtaking."
    assert [(one.rule, one.quote) for one in findings(text)] == [
        (PUFFERY, "groundbreaking"),
        (ABSOLUTE, "no side effects"),
        (FACT, "the world's first"),
        (PUFFERY, "breathtaking"),
    ]
    assert not any(one.related for one in findings(text))


def test_a_capital_in_the_middle_of_a_description_makes_no_name() -> None:
    assert quotes("She is an Amazing singer.") == ["Amazing"]
    assert not quotes("She saw The Amazing Harvest in Turku.")
    assert not quotes("They came with a Sublime and two vans.")


def test_who_praises_the_source_is_not_supported_by_it() -> None:
    assert quotes("According to the legendary Anna Berg, the mill was built in May.") == ["legendary"]
    assert not quotes("According to Anna Berg, it is a legendary mill.")


def test_what_can_be_looked_up_may_stay_as_it_is() -> None:
    (one,) = findings("The Tolda is the longest river in the country.")
    assert (one.rule, one.severity) == (FACTUAL.name, Severity.SUGGESTION)
    assert one.remedy.endswith("may stay")
    (other,) = findings("Their bakery is the best in the world.")
    assert other.rule == RANK


@pytest.mark.parametrize("text", ["Their bakery is the best in the world.", "The syrup cures diabetes within a month."])
def test_messages_are_one_sentence_that_tells_what_is_missing_and_what_would_do(text: str) -> None:
    (one,) = findings(text)
    assert one.quote in one.message
    assert re.fullmatch(r"“[^”]+” [^.]+, (?:but|and) nothing in or beside [^.:]+: [^.:]+\.", one.message)


def test_a_text_that_talks_to_its_reader_is_held_to_a_milder_standard() -> None:
    plain = " ".join(f"The pump moves {number} liters of water an hour." for number in range(10))
    warm = " ".join(f"We hope that you like our pump number {number}." for number in range(10))
    bars = model(*MODEL).bars
    assert bar(article("The pump is red.")) == bars["alone"]
    assert (talks(article(plain)), bar(article(plain))) == (False, bars["long"])
    assert (talks(article(warm)), bar(article(warm))) == (True, bars["talk"])


def test_a_text_that_cites_or_tells_of_others_has_a_confidence_of_its_own() -> None:
    noted = " ".join(f"The mill ground {number} sacks of rye an hour.[{number}]" for number in range(1, 11))
    few = "The mill stands in Lund. It was built in May. Its wheels are of oak."
    bars = model(*MODEL).bars
    assert (manner(article(noted)), bar(article(noted))) == ("told", bars["cited"])
    assert hype_bar(article(noted)) == bars["hype_cited"] < bar(article(noted))
    assert (manner(article(few)), bar(article(few))) == ("told", bars["passage"])
    assert manner(article(f"{few} We like it.")) == "long"
    assert (manner(article("The mill stands in Lund.")), bar(article("It is old."))) == ("", bars["alone"])


def test_confidence_rises_with_the_score_and_stays_a_share() -> None:
    for curve in model(*MODEL).curves.values():
        assert list(curve.scores) == sorted(curve.scores)
        shares = list(curve.shares)
        assert shares == sorted(shares)
        assert 0 < shares[0] < 0.1
        assert 0.7 < shares[-1] < 1


def test_the_least_confidence_of_a_finding_is_the_bar_of_its_article() -> None:
    text = "The firm sells a groundbreaking pump. He is a legendary cellist. The lamp has a stylish and gorgeous foot."
    read = article(text)
    found = wordings(read)
    assert len(found) >= 3
    assert all(bar(read) <= one.confidence <= 1 for one in found)
    assert len(praise(read)) == len(read.sentences)


def test_a_ranking_is_reported_where_warm_words_are_usual() -> None:
    warm = "We love our customers, and you are always welcome in our shop. " * 10
    found = wordings(article(warm + "Our bakery is among the finest in the county."))
    assert [one.kind for one in found] == ["judged"]


def test_words_of_two_lists_count_as_the_more_telling() -> None:
    found = wordings(article("The hotel has an unparalleled view of the harbor."))
    assert [one.kind for one in found] == ["only"]


def test_the_card_tells_of_the_model_that_is_shipped() -> None:
    folder = files("checks.evidence").joinpath("models")
    weights = sum(map(len, model(*MODEL).weights.values()))
    card = folder.joinpath("praise.md").read_text(encoding="utf-8")
    assert f"{weights:,} weights" in " ".join(card.split())
    assert all(f"{bar:g} " in card for bar in model(*MODEL).bars.values())


def test_the_table_of_claims_calls_praise_supported_where_the_check_does() -> None:
    source = "[the jury found](https://www.who.int/reports/9)"
    for text in (
        f"The firm sells a groundbreaking pump. It is red, {source}.",
        f"The firm sells a groundbreaking pump, {source}.",
        f"It is the best pump on the coast. It is red, {source}.",
        f"It is the best pump on the coast, and it is a legendary one. It is red, {source}.",
    ):
        read = article(text)
        assert praised(read)[0].supported != bool(findings(text)), text
        assert claims(read)[0].supported != bool(findings(text)), text


def test_what_is_excused_or_not_reported_only_may_praise() -> None:
    (told,) = praised(article("The pump is groundbreaking."))
    assert told.why == "praises (“groundbreaking”)"
    for text in ("The pump is hardly groundbreaking.", "The farmers call it the “legendary” pump, said Ida Holm."):
        assert not quotes(text)
        assert [one.why for one in praised(article(text))] in ([], ["may praise"])
        assert all(one.score < LISTED for one in praised(article(text)))


@pytest.mark.parametrize(
    ("claimed", "told"),
    [
        ("He was the first man to row across the lake alone.", "He was the first man to arrive at the lake."),
        ("Hers was the first school in Wales with a forge.", "Hers was the first letter in the box."),
        ("She is the only woman to have won it twice.", "For the only time that week, she rested."),
        ("The Plough has the oldest oven in Wales.", "The Plough has the oldest oven in the building."),
        ("She was the youngest winner in its history.", "They have six pupils, the youngest of whom won."),
        ("It was the wettest summer on record.", "Play the shortest song on the record."),
        ("These are the highest peaks in the country.", "The highest peaks are white until June."),
        ("Its rainfall is the highest in Wales.", "Its rainfall is highest in May."),
        ("The lowest fee in Wales is hers.", "The lowest bore no fruit."),
        ("The largest fund holds nine firms of the market.", "The largest funds are listed below."),
        ("The oldest known mill stands in Wales.", "The oldest mills of Wales needed no steam."),
        ("The fee is the lowest on the market.", "Put the pie in with the oven at the lowest possible heat."),
        ("Wales has the highest number of forges in Europe.", "The highest number on a die is six."),
    ],
)
def test_a_ranking_counts_by_what_it_ranges_over(claimed: str, told: str) -> None:
    (one,) = findings(claimed)
    assert one.rule == FACT
    assert one.confidence >= RANGED
    assert not quotes(told)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("No other lamp of its size burns longer.", "No other lamp of its size"),
        ("The town has more mills than any other in Wales.", "more mills than any other"),
        ("No one does it better, the miller likes to say.", "No one does it better"),
        ("There is simply no better place for a picnic.", "There is simply no better place"),
        ("Our prices cannot be beaten, and we deliver.", "prices cannot be beaten"),
        ("It is the number one kettle in Wales.", "the number one kettle"),
        ("She holds the world record for rowing.", "holds the world record"),
        ("They sell the best pies in the country.", "the best"),
        ("She bakes the most delicious bread that we know of.", "the most delicious"),
    ],
)
def test_what_ranks_outright_is_told_in_running_texts_too(text: str, quote: str) -> None:
    plain = " ".join(f"The pump moves {number} liters of water an hour." for number in range(10))
    assert quotes(f"{plain} {text}") == [quote]


def test_the_top_of_a_market_is_loose_talk_where_the_best_of_it_is_a_rank() -> None:
    plain = " ".join(f"The pump moves {number} liters of water an hour." for number in range(10))
    assert quotes(f"{plain} It is the best pump in the country.") == ["the best"]
    assert quotes(f"{plain} We tried the top pumps in the country.") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It is the fastest-acting glue on the market.", "the fastest-acting"),
        ("They are the world's leading makers of bells.", "the world's leading"),
        ("It was the Ministry of Health's biggest building in the country.", "biggest"),
    ],
)
def test_a_wording_is_shown_whole(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("The pump is breathtakingly built.", "delete it"),
        ("The firm sells a groundbreaking pump.", "give the fact behind it"),
        ("This is the ultimate pump for a small farm.", "nothing goes beyond it"),
        ("The benefit of walking is undeniable.", "nobody doubts it"),
        ("The tea has no side effects and helps you sleep.", "no room for exceptions"),
        ("We make the only pump that truly understands your farm.", "nothing else compares"),
        ("It is the only pump factory in the country.", "can be looked up"),
        ("This course will unlock the full potential of your team.", "is a stock phrase that no source"),
    ],
)
def test_messages_fit_the_words(text: str, advice: str) -> None:
    assert advice in findings(text)[0].message


@pytest.mark.parametrize(
    "text",
    [
        "The ring holds a brilliant cut diamond and a pearl.",
        "Blood returns to the heart through the superior vena cava.",
        "Copper is an excellent conductor of heat and of current.",
        "Each row of the table needs a unique key.",
        "The ultimate consumer pays the tax at the till.",
        "An extraordinary general meeting was held in June.",
        "The guard answered by arresting nine local men.",
        "The mayor has limited executive authority in the county.",
        "Her birthday is celebrated in May, and so is his.",
        "Kant set the phenomenal world apart from the noumenal one.",
        "The airport is a hub for two airlines.",
        "She wept for her beloved, and nobody came.",
        "The farm has pits of the classic Maya period.",
        "The jumbo jet landed beside an animated film crew.",
        "They poured porter, stout and cider.",
        "A fast breeder reactor stands beside the flagship store.",
        "The bird is abundant in the marsh.",
        "The oceans supply the atmospheric moisture of the coast.",
        "She is the personification of the river in the tale.",
        "Crows are plentiful, and so are gulls.",
        "Borga is a national personification of the kingdom.",
        "The government is headed by the premier.",
        "Shake the jar vigorously for nine seconds.",
        "They went on in the face of the storm.",
        "It is a romantic comedy from Norway.",
        "He played the tenor line of the ninth symphony.",
    ],
)
def test_a_strong_word_in_a_term_of_art_says_nothing(text: str) -> None:
    assert not quotes(text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Marlow holds the record for the most goals in a season.", "holds the record"),
        ("The chain runs more stores than any other grocer in Wales.", "more stores than any other grocer"),
        ("He is the last surviving member of the expedition.", "the last surviving"),
        ("It was the first feature film shot entirely under water.", "the first"),
        ("The treaty made Lund the first free port in northern Europe.", "the first"),
        ("She remains the longest-serving member of the council.", "the longest-serving"),
        ("Lung cancer is the leading cause of cancer death worldwide.", "the leading cause"),
        ("It became the best-selling single of 1984 in Denmark.", "the best-selling"),
        ("It was the last country in Europe to abolish the tax.", "the last"),
        ("The firm was the first to sell bottled milk in Britain.", "the first"),
    ],
)
def test_facts_of_rank_need_a_source(text: str, quote: str) -> None:
    (one,) = findings(text)
    assert (one.rule, one.quote) == (FACT, quote)


@pytest.mark.parametrize(
    ("claimed", "plain"),
    [
        ("It was the only ferry to reach the island.", "It was the only ferry I could find to reach the island."),
        ("The Plough is home to the oldest oven in Wales.", "The end is the oldest part of the strand."),
        ("She was the last woman to rule in Norway.", "She was the last to arrive in Norway."),
    ],
)
def test_what_one_person_knows_and_a_part_of_a_thing_are_not_ranked(claimed: str, plain: str) -> None:
    assert quotes(claimed)
    assert not quotes(plain)


@pytest.mark.parametrize("age", ["the nineteenth century", "the 19th century", "his century"])
def test_a_judgment_of_an_age_ranks_widely(age: str) -> None:
    (one,) = findings(f"He was the greatest engineer of {age}.")
    assert (one.rule, one.quote) == (RANK, "the greatest")
    assert one.confidence >= RANGED


def test_a_judgment_ranges_over_nouns_that_are_joined() -> None:
    assert findings("She serves the best fish and chips in the north.")[0].confidence >= RANGED


def test_a_testimonial_of_nobody_is_the_writers_own_praise() -> None:
    told = "“It is the best pump in the world, and it saved us money.”"
    assert quotes(f"Our customers say: {told}")
    assert not quotes(f"The engineer Anna Berg of Turku says: {told}")


CHAT = """\
You can reach us by phone on weekdays.

We are a small team in the north.

If you need a form, you can print it here.

You may bring your own bag.

We answer within nine days.

Your account shows the balance.

You will get a letter from us.

We keep your data for a year.

You can pay by card.

"""
"""A text that speaks to its reader, where warm words are usual and mostly let pass."""


@pytest.mark.parametrize(
    ("claimed", "plain"),
    [
        ("Our pump never clogs.", "The pump never ran on Sunday."),
        ("It never lets you down.", "The rule never lets a clerk sign alone."),
        ("The plan never goes wrong.", "The bus never goes to the coast."),
        ("Everyone loves our bread.", "Everyone signs for the bread."),
        ("All our guests rave about it.", "All our guests got a letter about it."),
        ("Everybody knows that ours is better.", "Everybody knows the way."),
        ("Nobody can resist our cakes.", "Nobody can enter after nine."),
        ("Nobody does it better.", "Nobody does it on Sunday."),
        ("Our course guarantees you a job.", "The act guarantees you a hearing within nine days."),
        ("We guarantee that you will love it.", "We cannot guarantee that you will get a seat."),
        ("The diet is guaranteed to make you slim.", "The loan was guaranteed by the bank."),
        ("There's no doubt that it works.", "There is some doubt about the date."),
        ("It is an established fact that it works.", "It is a fact sheet for patients."),
        ("It is one hundred percent natural.", "It is one hundred percent cotton."),
        ("It is the only shop that listens.", "It is the only form that counts."),
        ("You'll never need another knife.", "You will need another form."),
        ("Our tea is always more effective than pills.", "The form is always more than nine pages long."),
        ("With this plan you will always win.", "You will always be asked for your card."),
        ("You'll never be disappointed.", "You'll never be charged twice."),
        ("It is the only lamp your house will ever need.", "It is the only exit of the house."),
        ("It is the last pan you'll ever buy.", "It is the last page of your form."),
        ("It is the only place on earth with such a view.", "It is the only place to leave your bag."),
        ("No other platform offers as much.", "No other changes were made."),
        ("No other hotel in the valley can match its view.", "No other hotel in the valley was open."),
        ("The single best decision we made was to bake.", "A single best guess is printed for each year."),
        ("Unlock the full potential of your garden.", "Unlock the side gate of the garden."),
        ("When it comes to grip, nothing comes close.", "In winter nothing comes by train."),
        ("Dozer is the only vendor that offers a pump.", "He was the only vendor that stood there in the rain."),
        ("Delivery is guaranteed.", "Delivery is guaranteed only within the county."),
        ("Dozer is the best pump you can buy.", "The best thing you can do is to wait."),
        ("Our list of pumps is the most complete on the web.", "Most of the pumps stand on the quay."),
        ("Our service is second to none.", "Its decision is final and binding."),
        ("Nobody does more for tenants.", "Nobody does more than nine hours a day."),
        ("No one has done more for tenants.", "No one has done more than nine courses."),
        ("Nobody prepares you better.", "Nobody prepares a form for you."),
        ("Nothing like it has ever been done.", "Nothing has been paid so far."),
        ("We are a global leader in pumps.", "The leader in row nine holds the key."),
        ("Our pump is superior to all others.", "The court is superior to the board."),
        ("Nowhere else will you sleep better.", "Nowhere else was a lamp lit."),
        ("It has no equal in the north.", "It has no equal sign in the formula."),
        ("There is nothing quite like our bread.", "There is nothing in the box."),
        ("It leaves the competition far behind.", "She leaves the house in May."),
        ("This diet always works.", "The clerk always works on Sunday."),
        ("The spray stops every leak.", "The patch fixes every line in the list."),
        ("A lifeline to the village, the van offers real hope.", "The lifeline of the boat was cut."),
    ],
)
def test_a_certainty_counts_in_texts_that_speak_to_their_reader_too(claimed: str, plain: str) -> None:
    assert talks(article(CHAT + claimed))
    assert quotes(CHAT + claimed)
    assert not quotes(CHAT + plain)


@pytest.mark.parametrize(
    ("slogan", "plain"),
    [
        ("Say goodbye to back pain.", "Say goodbye to your host at the gate."),
        ("You'll be amazed by the taste.", "You'll be asked for your card at the desk."),
        ("Prepare to be wowed.", "Prepare to be asked for your card."),
        ("You will fall in love with our pies.", "You will fall in line with the others."),
        ("This book will change your life.", "This form will change your address."),
        ("It is trusted by thousands of bakers.", "It is used by bakers in the north."),
        ("The kettle is a no-brainer.", "The kettle has no lid."),
        ("The results speak for themselves.", "The clerks speak for an hour."),
        ("The bread is baked with love.", "The bread is baked with rye."),
        ("It is quality you can trust.", "It is a form you can print."),
        ("You can't go wrong with our lamps.", "You can't go home with our lamps."),
        ("The quality of the bread speaks for itself.", "The mayor speaks for the town."),
        ("Say goodbye to endless paperwork.", "Say goodbye to the driver at the last stop."),
        ("Join thousands of happy customers.", "We wrote to thousands of customers."),
        ("The bakers went above and beyond.", "The path goes above and behind the mill."),
        ("The band won the hearts of the town.", "The band won the cup of the town."),
        ("Together we can move mountains.", "Together we can move the boxes."),
        ("We leave no child behind.", "Leave no bag behind the door."),
        ("Our pupils have gone on to achieve great things.", "Our pupils have gone on to the next room."),
        ("It ticks all the boxes.", "The clerk ticks the boxes of the form."),
    ],
)
def test_a_slogan_is_one_wherever_it_stands(slogan: str, plain: str) -> None:
    assert [one.rule for one in findings(CHAT + slogan)] == [PUFFERY]
    assert not quotes(CHAT + plain)


def test_a_sentence_of_nothing_but_praise_has_a_note_that_can_be_read() -> None:
    words = ["legendary", "iconic", "breathtaking", "stunning", "exquisite", "dazzling", "sublime", "magnificent"]
    (one,) = findings("He met " + ", then ".join(f"a {word} man" for word in words) + ".")
    assert len(one.related) == len(words) - 1
    assert "and 1 more." in one.message


def test_what_a_ranking_ranges_over_is_no_praise_by_itself() -> None:
    assert not quotes("He tried to build the fastest car in the world and failed.")
    assert not quotes("There are nine such mills in the country.")
    assert quotes("They bake the crispest bread in the country.") == ["the crispest"]


def test_in_articles_on_health_empty_words_are_told_from_less() -> None:
    plain = "The dose lowers blood pressure in patients, and the symptoms fade under treatment in May. " * 9
    bars = model(*MODEL).bars
    assert hype_bar(article(plain)) == bars["hype_strict"] < bar(article(plain))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The council has one of the highest debts per head of any in the north.", "one of the highest"),
        ("It is the most notorious prison in the country.", "the most notorious"),
        ("It was the worst drought in the history of Wales.", "the worst"),
    ],
)
def test_a_ranking_of_what_is_bad_or_neutral_is_a_fact_that_wants_a_source(text: str, quote: str) -> None:
    (one,) = findings(text)
    assert (one.rule, one.quote) == (FACT, quote)
    for worded in ("one of the finest", "one of the best"):
        assert [(one.rule, one.quote) for one in findings(f"It is {worded} mills in the north.")] == [(RANK, worded)]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("was a unique groundbreaking wonder", PUFFERY),
        ("was a truly unique masterpiece", PUFFERY),
        ("was unlike any other", RANK),
    ],
)
def test_what_is_unique_beside_praise_only_adds_to_it(words: str, rule: str) -> None:
    assert [one.rule for one in findings(f"The sluice of the mill {words}.")] == [rule]


def test_praise_is_told_beside_a_mark_without_an_entry() -> None:
    source = (
        "# Mills\n\nThe sluice was a unique groundbreaking wonder [7]. It is the best sluice in Europe [7].\n\n"
        "Rain fell in 1650 [1]. It snowed [2]. It hailed [3].\n\n## References\n\n"
        "1. Berg, E. Mills. 2011.\n2. Lund, M. Rain. 2012.\n3. Vos, T. Snow. 2013.\n"
    )
    dangling = "citations/dangling-reference"
    parsed = article(source)
    assert citations.CHECK.run is not None
    told = list(
        distinct(parsed, [*citations.CHECK.run(parsed, Context(citations.CitationsOptions())), *findings(source)])
    )
    assert [one.rule for one in told].count(dangling) == 2
    assert [one.quote for one in told if one.check == "superlatives"] == ["unique groundbreaking wonder"]


def test_a_stock_phrase_that_is_called_unique_is_settled_by_no_source() -> None:
    sourced = "The sluice was a unique groundbreaking wonder, says the [yearbook](https://www.delft.nl/year/1640)."
    assert [one.rule for one in findings(sourced)] == [PUFFERY]
    assert not findings(sourced.replace("unique groundbreaking wonder", "sluice"))


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("Patients with the disease take a dose of the drug, and their symptoms fade under treatment. ", 1),
        ("Potters take a handful of clay from the pit, and their wheels turn under the roof. ", 0),
    ],
    ids=["health", "crafts"],
)
def test_in_health_a_note_on_another_matter_settles_no_ranking(opening: str, told: int) -> None:
    ranked = "It is the most powerful remedy for cracks. Benches were painted green in spring.[^1]"
    found = findings(f"{opening * 3}\n\n{ranked}\n\n[^1]: Moe, *Benches*, 1990.")
    assert [one.rule for one in found].count(RANK) == told


@pytest.mark.parametrize(
    ("sentence", "ruled"),
    [
        ("The patients of the ward recovered without exception.", False),
        ("Without exception, the bridges of the county failed.", False),
        ("Members must sign in without exception.", True),
        ("The rule applies to guests without exception.", True),
    ],
)
def test_without_exception_is_a_certainty_unless_it_lays_down_a_rule(sentence: str, *, ruled: bool) -> None:
    assert [one.rule for one in findings(sentence)] == ([] if ruled else [ABSOLUTE])


def test_the_certainties_of_a_sentence_are_one_finding() -> None:
    told = [
        one
        for one in findings("The mill sells honey. Our honey is 100% safe, totally risk-free and has no side effects.")
        if one.rule == "superlatives/absolute-claim"
    ]
    assert len(told) == 1
    assert {"100% safe", "totally risk-free", "no side effects"} == {
        told[0].quote,
        *(one.quote for one in told[0].related),
    }


CLINIC = (
    "# Sore knees\n\nPatients with knee pain see a doctor at the clinic. The nurse writes down symptoms and drugs, and "
    "the dose of each medicine. The patient rests.\n\n{} The diagnosis is sent to the physician.\n"
)


@pytest.mark.parametrize(
    ("sentence", "rule", "severity"),
    [
        ("The cream is a guaranteed remedy.", ABSOLUTE, Severity.ERROR),
        ("It is a one-of-a-kind treatment.", RANK, Severity.ERROR),
        ("We have the friendliest staff, and the finest cake is sold next door.", RANK, Severity.WARNING),
        ("The lake behind the house is the deepest lake in the country.", FACT, Severity.SUGGESTION),
        ("The garden behind it is a groundbreaking masterpiece.", PUFFERY, Severity.WARNING),
    ],
)
def test_an_error_is_what_readers_of_such_articles_act_on_and_only_from_four_in_five(
    sentence: str, rule: str, severity: Severity
) -> None:
    [there] = findings(CLINIC.format(sentence))
    assert (there.rule, there.severity) == (rule, severity)
    assert there.confidence >= SURE or severity is not Severity.ERROR
    assert all(one.severity is not Severity.ERROR for one in findings(sentence))


def test_who_says_arguably_is_not_certain() -> None:
    assert {one.rule for one in findings("It is arguably the finest bridge on the coast.")} == {RANK}


@pytest.mark.parametrize(
    "sentence",
    [
        "Asking a child is the oldest trick in the book.",
        "If they merged, the new yard would be the largest in the county.",
        "A tunnel there would be the longest in the country.",
        "Were the pier mended, it would be the only one on the lake.",
        "It was love at first sight.",
    ],
)
def test_sayings_and_what_something_would_be_rank_nothing(sentence: str) -> None:
    assert findings(sentence) == []


def test_what_came_later_and_what_is_are_ranked() -> None:
    assert findings("She would become the first woman to lead the choir of the county.")
    assert findings("The yard is the largest in the county, and it would be missed.")


@pytest.mark.parametrize(
    ("plain", "praising"),
    [
        ("The saint's bones were said to have a miraculous power.", "The cream has a miraculous power."),
        ("Hermes was the divine messenger of the gods.", "The organ has a divine sound."),
        ("The immortal dragon guards the hoard.", "The immortal singer guards the stage."),
        ("Zinc has a key role in the growth of cells.", "Zinc plays a vital role in a brilliant life."),
        ("The team won the Best in Show ribbon.", "The team is the best in the country."),
        ("Its feast day falls in June.", "It is a feast for the senses."),
    ],
)
def test_what_is_told_of_gods_cells_and_prizes_is_meant_plainly(plain: str, praising: str) -> None:
    told = [one for one in findings(plain) if "said to" not in one.quote]
    assert told == []
    assert findings(praising)


def test_a_grade_praises_and_ranks_nothing() -> None:
    [found] = findings("The bakery hired a top-notch team.")
    assert found.rule == PUFFERY


@pytest.mark.parametrize(
    ("little", "much"),
    [
        ("The answer is a little beautiful.", "The answer is truly beautiful."),
        ("The village is somewhat charming.", "The village is utterly charming."),
        ("It is a moderately impressive arch.", "It is a hugely impressive arch."),
        ("The novel is far less than brilliant.", "The novel is nothing less than brilliant."),
    ],
)
def test_faint_praise_is_none(little: str, much: str) -> None:
    assert not findings(little)
    assert findings(much)


@pytest.mark.parametrize(
    "promise",
    [
        "Nettle pills for arthritis are natural and have no side effects, so they are worth a try.",
        "The baths of the valley are proven to cure eczema and asthma.",
    ],
)
def test_a_promise_on_health_is_told_whatever_the_article_is_about(promise: str) -> None:
    walks = "We walked along the river and up to the old mill. " * 4
    told = findings(f"# A week in the valley\n\n{walks}\n\n{promise} {walks}\n")
    assert [one.rule for one in told] == ["superlatives/absolute-claim"]


VOICED = "# Notes\n\n" + " ".join(f"We moved form {number} to the new site." for number in range(9)) + "\n\n"


@pytest.mark.parametrize(
    ("plain", "praised"),
    [
        (
            "Everybody asked how agencies provide an outstanding service.",
            "The agencies provide an outstanding service.",
        ),
        ("It leaves fewer groundbreaking ideas for small towns.", "It leaves groundbreaking ideas for small towns."),
        ("The new form is a whopping 91 percent shorter.", "The new form is a whopping success."),
    ],
)
def test_what_is_wished_for_or_measured_is_not_praised(plain: str, praised: str) -> None:
    assert not quotes(VOICED + plain)
    assert quotes(VOICED + praised)
