"""What a later source covers: how close it must stand, by what a reader is asked to believe."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.evidence.support.reach import considered
from checks.parsing import parse

WORKS = "\n\n## References\n\nHolt, A. (1969). *Vane*. London: Faber.\n\nKrause, P. (1992). *The end*. Nice: Sud."
NOTES = "\n\n[^1]: County archive, mill book 12, 1880.\n\n[^2]: Health Board, yearbook, 2019."
HEALTH = (
    "# Asthma and its treatment\n\nPatients with high blood pressure take medicine. A doctor may prescribe a drug. The "
    "treatment of a disease such as asthma, cancer or diabetes has side effects, and the dose depends on the "
    "symptoms of the patient.[^2]\n\n"
)
REPORT = "[2019 report of the council](https://www.council.gov/reports/libraries-2019)"
TOWN = "The council closed 12 libraries in 2018. Visits fell by 30 percent. The trams were sold to Leeds."
NEWS = "[Reuters](https://www.reuters.com/health/beet-2020-01-01)"
POST = "[post](https://twitter.com/x/status/1)"


def is_supported(article: Article, words: str) -> bool:
    [index] = [one.index for one in article.sentences if words in article.slice(one.span)]
    return any(one.supports for one in considered(article, index))


def check(source: str, covered: list[str], uncovered: list[str]) -> None:
    article = parse(source, id="article", format=Format.MARKDOWN, url="https://town.net/a")
    found = {words: is_supported(article, words) for words in (*covered, *uncovered)}
    assert found == {**dict.fromkeys(covered, True), **dict.fromkeys(uncovered, False)}


@pytest.mark.parametrize(
    ("text", "covered", "uncovered"),
    [
        ("Vane was born (Holt, 1969). He drew nine bridges. The mill burned. He died (Krause, 1992).", [], ["nine"]),
        ("The bank was sold in 1845. The price was low. Traders protested (Holt, 1969).", ["price", "sold"], []),
        ("Coal kept the mill alive. By 1830 it carried 66,000 tons a year (Holt, 1969).", ["alive"], []),
        ("He was the richest man in England. He died young (Krause, 1992).", ["young"], ["richest"]),
        ("Rents doubled (Holt, 1969). Wages fell. Bread was dear (Krause, 1992).", ["doubled", "Wages"], []),
        ("The hall has nine arches of granite. The arches came from Wales (Holt, 1969).", ["nine"], []),
        ("The plough cut twice as fast. This speed made it popular (Holt, 1969).", ["plough"], []),
        ("Sheep filled the valley. Coal came by canal. Mills employed 400 (Holt, 1969).", ["400", "Coal"], ["Sheep"]),
        ("Chocolate reduces the risk of stroke. Vane opened a school (Holt, 1969).", ["school"], ["Chocolate"]),
        ("Rents doubled. Holt (1969) counted 40 mills in the town.", ["40 mills"], ["Rents"]),
        ("Half of all keepers lost hives. Mites are to blame. See Holt (1969).", ["Half", "Mites"], []),
    ],
)
def test_a_marker_that_names_authors_covers_what_is_the_same_matter(
    text: str, covered: list[str], uncovered: list[str]
) -> None:
    check(f"# Vane\n\n{text}{WORKS}", covered, uncovered)


@pytest.mark.parametrize(
    ("text", "covered", "uncovered"),
    [
        ("The mill was built in 1790. It employed 400 men. Coal came by canal.[^1]", ["1790", "400", "Coal"], []),
        ("The mill opened in 1790.[^1] It employed 400 men. Coal came by canal.[^2]", ["opened", "400"], []),
        ("Critics say that Vane stole designs. The mill burned in 1880.[^1]", ["burned"], ["Critics"]),
        ("Critics say that Vane stole designs. Stolen designs were shown in court.[^1]", ["Critics"], []),
        ("It is often said that Vane died of guilt. He left £400. The mill was sold.[^1]", ["£400"], ["guilt"]),
        ("It is widely believed that the mill was haunted. The claim was put to rest in 1966.[^1]", ["haunted"], []),
        ("While it is often said to be old, the mill opened in 1790. Coal came by canal.[^1]", ["1790"], []),
        ("The mill is thought to have stood idle. The roof is of slate. Coal came by canal.[^1]", ["idle"], []),
        ("Two wheels have been found. The roof is of slate.[^1]", ["wheels"], []),
        ("The owner said that the mill lost money. Coal came by canal.[^1]", ["owner"], []),
    ],
)
def test_a_note_covers_what_is_plainly_told_and_not_what_some_hold(
    text: str, covered: list[str], uncovered: list[str]
) -> None:
    check(f"# Mill\n\n{text}{NOTES}", covered, uncovered)


@pytest.mark.parametrize(
    ("text", "covered", "uncovered"),
    [
        ("Sedation is always safe in older people. Patients must not drive.[^1]", ["drive"], ["always"]),
        ("The drug has no side effects whatever. It comes in boxes of ten.[^1]", ["boxes"], ["whatever"]),
        ("Research suggests that garlic thins blood. The clinic opened in 1990.[^1]", ["clinic"], ["garlic"]),
        ("The clinic has 40 beds. It opened in 1990. Nurses work in shifts.[^1]", ["40 beds", "1990"], []),
        ("Inhalers cut attacks by half. With inhalers attacks last a day less.[^1]", ["by half"], []),
    ],
)
def test_where_readers_risk_much_a_note_is_about_what_is_promised(
    text: str, covered: list[str], uncovered: list[str]
) -> None:
    check(f"{HEALTH}{text}{NOTES}", covered, uncovered)


@pytest.mark.parametrize(
    ("text", "covered", "uncovered"),
    [
        (f"Mallow lowers it by 7 mmHg ({POST}). Beetroot lowers it by 4 mmHg ({NEWS}).", ["Beetroot"], ["Mallow"]),
        (f"Beetroot lowers pressure by 4 mmHg ({NEWS}). Mallow lowers pressure by 2 mmHg ({POST}).", [], ["Mallow"]),
        (f"Walking lowers pressure by 5 mmHg. Yoga lowers pressure by 4 mmHg ({NEWS}).", ["Walking"], []),
        (f"Tea lowers it ({POST}). That is what the figures from {NEWS} say.", ["Tea lowers"], []),
    ],
)
def test_a_post_put_there_as_a_source_is_not_made_good_by_the_next_link(
    text: str, covered: list[str], uncovered: list[str]
) -> None:
    check(f"# Tea\n\n{text}", covered, uncovered)


@pytest.mark.parametrize(
    ("text", "covered", "uncovered"),
    [
        (f"{TOWN}\n\nSee also [our guide](https://town.net/guides/libraries).", [], ["closed 12", "Visits", "trams"]),
        (f"{TOWN}\n\nSee also the {REPORT}.", [], ["closed 12", "Visits", "trams"]),
        (f"{TOWN} See also our [guide to Leeds](/leeds/guide).", [], ["closed 12", "Visits", "trams"]),
        (f"{TOWN}\n\nSee our [page on fines](https://town.net/fines/all).", [], ["closed 12", "Visits"]),
        (f"{TOWN}\n\nSee the {REPORT}.", ["closed 12", "Visits"], []),
        (f"Bears sleep. The mayor fell ill. {TOWN}\n\nSee the {REPORT}.", ["closed 12"], ["Bears", "mayor"]),
        (f"{TOWN}\n\nSource: {REPORT}.", ["closed 12", "Visits", "trams"], []),
        (f"- The council closed 12 libraries.\n- Visits fell.\n\nSource: {REPORT}", ["closed 12", "Visits"], []),
        ("Rents rose in Leeds.\n\nSee [Moving to Leeds](https://leeds.net/moving/in) for more.", [], ["Rents"]),
        (
            "The lock of the canal is old. The pit closed.\n\nSee [Berg on the canal](https://archive.net/berg/canal).",
            ["lock"],
            ["pit"],
        ),
        ("The lock is old. See [Berg on the canal](https://archive.net/berg/canal).", ["lock"], []),
        ("Half of all keepers lost hives.\n\nSee [our video](https://www.youtube.com/watch?v=hives).", [], ["Half"]),
        ("Garlic cures colds in 9 of 10 people.\n\nSee [ten recipes](https://food.net/recipes/ten).", [], ["Garlic"]),
    ],
)
def test_see_covers_what_the_work_it_names_is_about(text: str, covered: list[str], uncovered: list[str]) -> None:
    check(f"# Town\n\n{text}", covered, uncovered)
