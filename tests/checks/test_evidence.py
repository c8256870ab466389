"""What needs a source, what is exempt, and which support reaches what."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from checks.article import Article, Format
from checks.citations.statements import statements
from checks.evidence.claims import claims, told
from checks.evidence.need import bars, needs, standards, weighed_by
from checks.evidence.reasons import reasons
from checks.evidence.sources.attribution import attributions
from checks.evidence.statements.exempt import exempt
from checks.evidence.statements.outline import outlines
from checks.evidence.statements.topic import topic
from checks.evidence.statements.traits import extent, traits
from checks.evidence.support.reach import reached
from checks.evidence.wordings.wording import wordings
from checks.finding import SURE, Severity
from checks.parsing import parse
from tests.benchmarks.training.labels import digest, published, written

HARBOR = (
    "# The harbor\n\nThe harbor was dug in 1871 and freezes every third winter. Its cranes lift 400 tons an hour. "
    "Twice as many ships call there as before the war.[1] The pilots live on the island. "
    "Ferries carry half a million people a year.\n\nThe old light went out in 1956.\n\n## References\n\n1. Berg, E. "
    "Harbors of the north. 2011."
)


def markdown(source: str) -> Article:
    return parse(source, id="article", format=Format.MARKDOWN)


def supported(article: Article) -> dict[str, bool]:
    """Return, by sentence, whether something supports it."""
    found = reached(article)
    return {article.slice(one.span): any(support.supports for support in found[one.index]) for one in article.sentences}


def test_a_figure_needs_a_source_more_than_the_authors_own_morning() -> None:
    article = markdown(
        "Regular naps reduce the risk of stroke by 38 percent in adults over 60.\n\n"
        "I got up at six this morning and walked my dog along the canal, as I always do."
    )
    figure, morning = needs(article)
    assert figure > 0.6
    assert morning < 0.3


def test_what_makes_a_claim_is_told_in_an_editors_words() -> None:
    article = markdown("Sales rose by 40 percent in 2016 because of the mild winter.")
    assert {one.words for one in reasons(article, 0)} == {
        "gives a figure (“40 percent”)",
        "names a cause (“because of”)",
        "gives a date (“2016”)",
    }
    assert told(markdown("The bridge is made of wood."), 0) == "states a fact (“is made of wood”)"
    assert told(markdown("The bridge fell into the river."), 0) == "tells what happened (“fell into the river”)"


def test_reasons_stand_in_the_order_of_their_weight() -> None:
    found = reasons(markdown("Most visitors who walk 40 miles sleep longer than those who walk none."), 0)
    assert len(found) > 1
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


def test_the_figure_that_a_ranking_rests_on_needs_a_source_itself() -> None:
    [claim] = claims(markdown("The largest fund holds 1.4 trillion dollars, 38 percent of the market."))
    assert "ranks its subject" in claim.why
    assert not claim.supported


def test_what_is_denied_or_supposed_is_no_claim_for_its_praise() -> None:
    denied = "The drug is by no means a game-changer."
    assert not [one for one in claims(markdown(denied)) if "praises" in one.why]
    assert [one for one in claims(markdown("The drug is a game-changer.")) if "praises" in one.why]


def test_an_article_wrapped_in_quotation_marks_is_its_author_s_own() -> None:
    wrapped = "“In this guide we explore a groundbreaking way to bake bread, and you will see how it works at home.”"
    own = markdown(f"# Bread\n\n{wrapped}\n\nMix flour and water.")
    assert [own.slice(one.span) for one in wordings(own)] == ["groundbreaking"]
    said = markdown(f"# Bread\n\n{wrapped[:-1]},” said Anna Berg, the baker.\n\nMix flour and water.")
    assert not wordings(said)


def test_a_field_is_named_only_where_the_article_is_about_it() -> None:
    sentence = "The regulation of mood improves when patients sleep."
    assert "law" not in told(markdown(sentence), 0)
    law = "The court ruled that the statute is illegal. The lawsuit cites the law and the rights of tenants. "
    ruled = markdown(law * 3 + "The regulation of rents is legal.")
    assert "law" in told(ruled, len(ruled.sentences) - 1)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Does tea prevent strokes in older people?", "a question"),
        ("Tea prevents strokes in older people (source?).", ""),
        ("Does tea prevent strokes (or does it not?).", "a question"),
        ("Did you know that 40 percent of ferries run late?", ""),
        ("But do you realize we have not built a single school since 1998?", ""),
        ("Are you aware that one in nine boats has no life vest?", ""),
        ("Do you know that song?", "a question"),
        ("Did you know him well?", "a question"),
        ("Do you know how many boats have no life vest?", "a question"),
        ("Do you realize what this means for the schools in town?", "a question"),
        ("Suppose you drink ten cups of tea a day for 30 years.", "a worked example"),
        ("“Black tea” means the leaves of a bush that were left to wither.", "a definition"),
        ("Tea and health today", "a fragment"),
        ("These are the effects that people report most often:", "an introduction of what follows"),
        ("“Tea prevents one in three strokes in this town,” said Marta Iversen, the mayor.", ""),
        ("“Tea prevents one in three strokes here. Nobody knows why,” said Marta Iversen, the mayor.",
         "somebody else's words"),
        ("> Tea prevents one in three strokes, and nobody knows why.", "somebody else's words"),
        ("# Tea prevents strokes.", "a heading"),
        ("Tea prevents one in three strokes in older people.", ""),
        ("A *deposit* here means money that is paid in advance.", "a term of the article's own"),
        ("In this guide, “renter” means anybody who pays for a room.", "a term of the article's own"),
        ("By drizzle we mean rain of less than 0.5 millimetres.", "a term of the article's own"),
        ("The bridge here is used by 40 percent of the boats.", ""),
        ("The treatment has two aims. The first is to relieve pain.", "an introduction of what follows"),
        ("The treatment has two main aims: to relieve pain and to keep the patient on her feet.",
         "an introduction of what follows"),
        ("The treatment has two causes. Nobody knows them.", ""),
    ],
)  # fmt: skip
def test_exemptions(source: str, reason: str) -> None:
    article = markdown(source)
    assert exempt(article, article.sentences[0]) == reason


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The dose lowers blood pressure in patients, and the symptoms of the disease fade under treatment.", "health"),
        (
            "The court held that the tenant may sue the landlord under the act, and the statute of limits applies.",
            "law",
        ),
        (
            "Investors sold stocks for cash last week. Bonds gained, and the yield of the funds fell.",
            "finance",
        ),
        ("The boat leaves at six and comes back at nine, and the dog sleeps on the deck between the ropes.", ""),
        ("The court is of clay. A court is swept daily, and who rents a court for an hour pays at the court.", ""),
    ],
)
def test_topics(source: str, expected: str) -> None:
    assert topic(markdown(source)) == expected


def test_a_sentence_that_stands_alone_has_a_model_of_its_own() -> None:
    sentence = "Unemployment in our state has fallen for thirty months in a row. "
    alone, among_others = markdown(sentence), markdown(sentence * 3)
    assert set(weighed_by(alone).bars) == set(weighed_by(alone).curves) == {"bare"}
    assert set(standards(alone)) == {"bare"}
    assert "bare" not in weighed_by(among_others).bars
    assert "bare" not in weighed_by(among_others).curves
    assert needs(alone)[0] > bars(alone)[0]
    assert reasons(alone, 0)


@pytest.mark.parametrize(
    ("checked", "not_checked"),
    [
        ("He voted against the farm bill eleven times.", "He will never understand what a farm bill is for."),
        ("Half of our steel mills have closed since 1979.", "We need to do more for the men in our steel mills."),
        ("Their plan cuts school lunches by a third.", "I think that their plan is a bad plan for our schools."),
    ],
)
def test_in_a_debate_facts_are_worth_checking_and_views_are_not(checked: str, not_checked: str) -> None:
    fact, view = markdown(checked), markdown(not_checked)
    assert needs(fact)[0] > bars(fact)[0]
    assert needs(view)[0] < bars(view)[0]


def test_the_bar_depends_on_how_much_text_there_is_and_on_markers() -> None:
    sentence = "The harbor was dug in 1871 and freezes every third winter. "
    assert extent(markdown(sentence)) == "bare"
    assert extent(markdown(sentence * 3)) == "short"
    assert extent(markdown(sentence * 9)) == "told"
    assert extent(markdown(sentence * 8 + "We saw it from the train.")) == "long"
    assert extent(markdown(sentence * 8 + "It has a [page](https://harbor.org) of its own.")) == "long"
    assert extent(markdown(HARBOR)) == "marked"


def test_in_a_text_with_markers_the_bar_depends_on_what_is_cited_around_a_sentence() -> None:
    lights = "## Lights\n\nThe old light burned 40 tons of coal. It stood on a rock. It went out in 1956.\n\n## Refer"
    old = "The new light turns once a minute. It is run from Oslo."
    article = markdown(HARBOR.replace("The old light went out in 1956.", old).replace("## Refer", lights))
    held = {article.slice(one.span): name for one, name in zip(article.sentences, standards(article), strict=True)}
    assert held["The pilots live on the island."] == "after"
    assert held["Ferries carry half a million people a year."] == "after"
    assert held["The new light turns once a minute."] == "amid", "its section cites as a rule"
    assert held["It is run from Oslo."] == "marked"
    assert held["The old light burned 40 tons of coal."] == "inside"
    assert held["It stood on a rock."] == "amid", "it names nothing"
    assert held["It went out in 1956."] == "marked"
    by_name = dict(zip(standards(article), bars(article), strict=True))
    assert by_name["marked"] < by_name["inside"] < by_name["amid"]
    assert by_name["after"] < by_name["marked"], "there each claim lacks one"


def test_behind_the_last_marker_what_the_author_tells_of_himself_is_asked_less() -> None:
    told = {"I like the view from there.": "aside", "Try the soup at the pier.": "aside", "They pay no tax.": "after"}
    told |= {'One of them said, "I like the view from there."': "after", "The US buys most of the fish.": "after"}
    for sentence, name in told.items():
        article = markdown(HARBOR.replace("The pilots live on the island.", sentence))
        at = next(one.index for one in article.sentences if article.slice(one.span).startswith(sentence[:9]))
        assert standards(article)[at] == name, sentence
    least = weighed_by(markdown(HARBOR)).bars
    assert least["after"] < least["aside"]


def test_where_nearly_all_is_cited_a_paragraph_without_a_marker_is_left_alone_more_often() -> None:
    told = "The old light burned coal. It went out in 1956."
    cited = "The harbor was dug in 1871. It freezes every third winter. Its cranes lift 400 tons an hour.[1]"
    bar = {}
    for times in (1, 4):
        paragraphs = [cited] * times + [told, "## References", "1. Berg, E. Harbors of the north. 2011."]
        article = markdown("\n\n".join(paragraphs))
        last = next(one.index for one in article.sentences if "1956" in article.slice(one.span))
        bar[standards(article)[last]] = bars(article)[last]
    assert bar["settled"] > bar["marked"]


def test_health_is_held_to_a_stricter_standard() -> None:
    plain = markdown("The boat leaves at six and comes back at nine in the evening. " * 8)
    health = markdown("The drug lowers blood pressure in patients, and symptoms of the disease fade. " * 8)
    assert max(bars(health)) < min(bars(plain))


def test_a_marker_covers_what_stands_before_it_in_its_paragraph() -> None:
    found = supported(markdown(HARBOR))
    assert found["The harbor was dug in 1871 and freezes every third winter."]
    assert found["Its cranes lift 400 tons an hour."]
    assert not found["Ferries carry half a million people a year."]
    assert not found["The old light went out in 1956."]


def test_a_marker_without_its_note_supports_nothing() -> None:
    claim = "In 2016, 41 per cent of the hives in the north were lost.[^1]"
    assert not any(supported(markdown(f"{claim}\n")).values())
    noted = supported(markdown(f"{claim}\n\n[^1]: Berg, E. Hives of the north. 2017.\n"))
    assert next(iter(noted.values()))
    assert all(supported(markdown(claim.replace("[^1]", "[1]"))).values()), "a list may stand elsewhere"


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("a [study in The Lancet](https://www.tea-shop.net/lancet-says)", False),
        ("a [study in The Lancet](https://www.thelancet.com/journals/hives)", True),
        ("the [World Health Organization](https://www.hive-store.net/sleep)", False),
        ("the [World Health Organization](https://www.who.int/news/sleep)", True),
        ("the [Bee Keepers Register](https://www.amazon.com/dp/B0HIVE)", False),
        ("the [Bee Keepers Register](https://www.bkr.org.uk/hives/2016)", True),
    ],
)
def test_a_link_that_leads_to_something_else_than_it_names_supports_nothing(link: str, *, leads: bool) -> None:
    article = markdown(f"In 2016, 41 per cent of the hives in the north were lost, according to {link}.")
    assert list(supported(article).values()) == [leads]


def test_what_is_said_twice_needs_one_source() -> None:
    again = "Every third winter the harbor freezes, and its heavy cranes stand still until March."
    article = markdown(
        f"{again}\n\nThe town is small.\n\nEvery third winter the harbor freezes, and its cranes stand still until "
        "March ([yearbook](https://harbors.example.org/yearbook))."
    )
    assert supported(article)[again]
    other = "Every fourth summer a circus comes, and its heavy elephants stand patiently beside the water."
    assert not supported(markdown(article.source.replace(again, other, 1)))[other]


@pytest.mark.parametrize(
    ("sentence", "credits"),
    [
        ("The town pays more per capita than Oslo does.", False),
        ("Most of the ships come from the United States in summer.", False),
        ("The harbor is the deepest in the north, per the Berg Institute.", True),
        ("The harbor is deep, according to the 2014 yearbook of the Berg Institute.", True),
    ],
)
def test_a_name_in_passing_is_no_source(sentence: str, *, credits: bool) -> None:
    assert supported(markdown(sentence))[sentence] is credits


@pytest.mark.parametrize(
    ("sentence", "instructs"),
    [
        ("Simmer for twenty minutes and stir now and then.", True),
        ("Then add the onions and fry them until they brown.", True),
        ("Do not open the oven while the bread rises.", True),
        ("Onions contain sulfur, which makes cooks cry.", False),
    ],
)
def test_instructions_are_seen(sentence: str, *, instructs: bool) -> None:
    assert outlines(markdown(sentence))[0].instructs is instructs


@pytest.mark.parametrize(
    "source",
    [
        ("# Bean stew\n\nSoak the beans overnight in plenty of cold water. Drain them and cook them for an hour.\n\n"
        "Fry two onions in olive oil until they turn golden. Add the beans, a liter of stock and a bay leaf, and let "
        "everything simmer for 40 minutes. Season with salt and vinegar.\n\nServe the stew with bread. It keeps in the "
        "fridge for three days."),
        ("# A new boat\n\nWe bought the boat in May, after two years of saving. I sanded the hull for nine days. My "
        "brother painted it blue.\n\nOn the first trip we lost the anchor. We laughed about it later, over soup, in a "
        "harbor whose name I have forgotten.\n\nNext summer we want to sail to the islands."),
    ],
)  # fmt: skip
def test_recipes_and_memories_need_no_source(source: str) -> None:
    article = markdown(source)
    held = bars(article)
    assert not [one.span for one in claims(article) if one.need >= held[one.sentence]]


def test_a_long_text_with_few_claims_is_no_article_without_sources() -> None:
    claiming = (
        "Arabica accounts for 60 percent of all coffee in the world.\n\nOnly 7 percent of all guests take sugar; 83 "
        "percent prefer milk.\n\nCoffee reduces the risk of stroke by 20 percent in adults over 50."
    )
    telling = "The house has a blue door and a small garden. Come in and sit down by the window.\n\n"
    for times, summed_up in ((4, True), (60, False)):
        article = markdown(f"# My summer\n\n{telling * times}{claiming}")
        found = Counter(one.rule for one in statements(article, None))
        assert found["citations/missing-citation"] == 3
        assert (found["citations/no-sources"] == 1) is summed_up


def test_a_strict_standard_reports_more_and_errors_only_where_it_is_sure() -> None:
    pipes = (
        "# Old pipes\n\nMost houses in the old town have copper pipes. The town replaced them in 1970 after a flood. "
        "Some owners kept the old ones.\n\nAbout 40 percent of the houses still use them. Such pipes last longer "
        "than others. They make the water taste better. Copper causes liver damage in 5 percent of infants.\n\n"
        "The [yearbook](https://www.office.gov/1970) has a chapter on the flood. Its cover is blue."
    )
    article = markdown(pipes)
    usual = {one.span: one for one in statements(article, None)}
    strict = {one.span: one for one in statements(article, None, strict=True)}
    assert usual.keys() < strict.keys()
    for one in strict.values():
        assert (one.severity is Severity.ERROR) <= (one.confidence >= SURE)
        assert one.why.endswith("This article is held to a stricter standard.")
    assert all(strict[span].severity.rank <= one.severity.rank for span, one in usual.items())
    assert Severity.ERROR in {one.severity for one in strict.values()}


def test_a_survey_without_a_source_is_a_claim() -> None:
    article = markdown(
        "# What guests want\n\nWe asked around in the harbor.\n\n83% of guests prefer rooms that face the water. "
        "Two in three say they would pay more for a balcony. Only 7 percent still book by telephone.\n\n"
        "Our house opens in April. Come and see the view."
    )
    lacking = {one.sentence for one in claims(article) if one.need >= bars(article)[one.sentence]}
    shown = [article.slice(one.span) for one in article.sentences if one.index in lacking]
    assert shown == [
        "83% of guests prefer rooms that face the water.",
        "Two in three say they would pay more for a balcony.",
        "Only 7 percent still book by telephone.",
    ]


def test_a_name_is_a_name_whatever_it_is() -> None:
    one, other = (
        markdown(f"The harbor of {name} was dug in {year}.") for name, year in (("Moss", 1871), ("Bodo", 1902))
    )
    assert list(traits(one)) == list(traits(other))


def test_a_sentence_weighs_what_its_traits_weigh_by_name() -> None:
    article = markdown(HARBOR + "\n\n# Piers\n\nThe old pier is long. The old pier is old, as the old say: 9 in 10.")
    linear, field = weighed_by(article), extent(article)
    for names, outline, need, one in zip(
        traits(article), outlines(article), needs(article), article.sentences, strict=True
    ):
        raw = linear.bias + linear.total(names, field) + linear.mean(outline.distinct, "~")
        assert need == pytest.approx(linear.share(raw, field), abs=0.001) or exempt(article, one)


def test_an_unrelated_paragraph_changes_no_support() -> None:
    found = supported(markdown(HARBOR))
    longer = supported(markdown(HARBOR.replace("\n\nThe old light", "\n\nRopes lie on the quay.\n\nThe old light")))
    assert {**longer, **found} == longer


def test_labels_hold_no_sentence_and_fit_the_articles_that_we_wrote() -> None:
    for (name, key), label in ((pair, label) for pair, label in published("digitalgov-claims.tsv").items()):
        assert re.fullmatch(r"[\w.%-]+\.md", name)
        assert re.fullmatch(r"[0-9a-f]{12}", key)
        assert label in {0, 0.5, 1}
    assert digest("one") != digest("two")
    for one in written():
        article = parse(one.source, id=one.title, format=Format.MARKDOWN)
        shown = {article.slice(sentence.span) for sentence in article.sentences}
        assert len(shown & one.labels.keys()) >= 0.8 * len(one.labels), one.title


def patterns() -> list[tuple[str, str]]:
    """Return the name and text of each pattern of both checks and of evidence."""
    found = []
    for package in ("citations", "evidence", "superlatives"):
        for path in sorted(Path(import_module(f"checks.{package}").__file__ or "").parent.glob("*.py")):
            module = import_module(f"checks.{package}.{path.stem}" if path.stem != "__init__" else f"checks.{package}")
            found += [
                (f"{package}/{path.stem}.{name}", value.pattern)
                for name, value in vars(module).items()
                if isinstance(value, re.Pattern)
            ]
    return found


@pytest.mark.parametrize(("name", "pattern"), patterns())
def test_no_pattern_repeats_what_repeats(name: str, pattern: str) -> None:
    assert not nested(pattern), name


def nested(pattern: str) -> bool:
    """Whether an unbounded repetition stands inside another one: the way in which a pattern can blow up."""
    parser = import_module("re._parser")

    def deep(tokens: object, *, inside: bool) -> bool:
        for op, argument in tokens:  # type: ignore[attr-defined]
            kind = str(op)
            if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
                _, most, body = argument
                endless = most is parser.MAXREPEAT or most > 1000
                if (endless and inside) or deep(body, inside=inside or endless):
                    return True
            elif kind == "SUBPATTERN":
                if deep(argument[3], inside=inside):
                    return True
            elif kind == "BRANCH":
                if any(deep(one, inside=inside) for one in argument[1]):
                    return True
            elif kind in {"ASSERT", "ASSERT_NOT"} and deep(argument[1], inside=inside):
                return True
        return False

    return deep(parser.parse(pattern), inside=False)


@pytest.mark.parametrize(
    ("pattern", "blows"), [(r"(?:a+)+b", True), (r"(?:a|b*)*c", True), (r"a+b+", False), (r"(?:ab){2,9}c*", False)]
)
def test_nested_repetitions_are_seen(pattern: str, *, blows: bool) -> None:
    assert nested(pattern) is blows


def test_entries_of_a_list_of_references_are_no_sentences_and_name_no_source() -> None:
    entries = "".join(
        f"- Berg, E. ({year}). According to Apiary Letters, the hives froze over. Apiary Letters, 4, 1–9.\n"
        for year in range(2001, 2019)
    )
    article = markdown(f"Frost killed the hives (Berg, 2001).\n\n## References\n\n{entries}")
    assert extent(article) == "bare"
    assert not any(attributions(article))
    assert any(attributions(markdown("According to Apiary Letters, the hives froze over.")))
