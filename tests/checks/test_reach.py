"""What a source supports, and which sources are told of a sentence that none supports."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.evidence.sources.references import references
from checks.evidence.support.reach import SHOWN, considered
from checks.finding import Evidence
from checks.parsing import parse

YEARBOOK = "[yearbook](https://www.agriculture.gov/yearbook/2016)"


def markdown(source: str) -> Article:
    return parse(source, id="article", format=Format.MARKDOWN, url="https://harbor-news.net/bees")


def of(article: Article, words: str) -> tuple[Evidence, ...]:
    """Return what was considered for the one sentence that holds `words`."""
    [index] = [one.index for one in article.sentences if words in article.slice(one.span)]
    return considered(article, index)


def distances(article: Article, words: str) -> list[int | None]:
    """Return how far away what supports a sentence stands."""
    return list(dict.fromkeys(one.distance for one in of(article, words) if one.supports))


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        (f"The {YEARBOOK} counts 4 million hives. Goats outnumber people in two valleys.", "Goats", []),
        (f"Goats outnumber people in two valleys. The {YEARBOOK} counts 4 million hives.", "Goats", []),
        (f"The {YEARBOOK} counts 4 million hives. The report also tells of losses.", "losses", [-1]),
        (f"The {YEARBOOK} counts 4 million hives. They found 9 percent more. The authors blame frost.", "frost", [-2]),
        (f"The {YEARBOOK} counts 4 million hives. Rain fell. The authors blame frost.", "frost", []),
        (f"The {YEARBOOK} counts 4 million hives. Only 9 percent were lost.", "9 percent", []),
        (f"A survey in the {YEARBOOK} counts 4 million hives. Only 9 percent were lost.", "9 percent", [-1]),
        (f"Frost killed 9 percent of the hives. Mites killed more ({YEARBOOK}).", "Frost", [1]),
        (f"Frost killed 9 percent of the hives. Goats eat grass ({YEARBOOK}).", "Frost", []),
        (f"Garlic prevents 90 percent of colds. Garlic grows in many valleys ({YEARBOOK}).", "colds", []),
        (f"Garlic prevents 90 percent of colds. Without garlic, colds last a week ({YEARBOOK}).", "90", [1]),
        (f"Frost killed 9 percent of the hives. Mites killed more. See the {YEARBOOK}.", "Frost", [2]),
        (f"Frost killed 9 percent. A. Rain. B. Snow fell too. Mites killed more. Ants ({YEARBOOK}).", "Frost", []),
        (f"Frost killed 9 percent of the hives. That is what the {YEARBOOK} says.", "Frost", [1]),
        (f"A survey in the {YEARBOOK} counts hives. Rain fell. The survey blames frost.", "frost", [0, -2]),
        (f"Frost killed 9 percent of the hives. The full count is available in the {YEARBOOK}.", "Frost", []),
        (f"Frost killed 9 percent of the hives. The full data are available in the {YEARBOOK}.", "Frost", [1]),
        (f"A survey in the {YEARBOOK} counts hives. Rain fell. The trial blames frost.", "frost", []),
        (f"A trial in the {YEARBOOK} warmed hives. Rain fell. The study blames frost.", "frost", [-2]),
        (f"Frost killed 9 percent of the hives. The {YEARBOOK} has the exact figures.", "Frost", [1]),
        (f"Frost killed 9 percent of the hives. The {YEARBOOK} has the figures of goats.", "Frost", []),
        (f"Frost killed 9 percent of the hives. [Ants](https://ants.net/a/b) came. Rain ({YEARBOOK}).", "Frost", []),
        (f"These are figures from the {YEARBOOK}:\n\n- Frost killed 9 percent.\n- Mites killed more.", "Mites", [-2]),
        (f"Buy the {YEARBOOK} at the kiosk.\n\n- Frost killed 9 percent.\n- Mites killed more.", "Mites", []),
        (f"Frost killed 9 percent. Figures from the {YEARBOOK}:\n\n- Mites killed more.", "Frost", []),
        (f"A review in the {YEARBOOK} pools trials. It found frost. The effect faded.", "faded", [-2]),
        (f"Frost killed 9 percent. Mites killed more. {YEARBOOK}", "Frost", [2]),
        (f"The {YEARBOOK} counts hives. In its view frost is to blame.", "frost", [-1]),
        (f"The {YEARBOOK} counts hives. In the keepers' view frost is to blame.", "frost", []),
        (f"A survey in the {YEARBOOK} asked keepers. Half of those over 60 blame frost.", "frost", [-1]),
        (f"A survey in the {YEARBOOK} asked keepers. Nearly two thirds of them blame frost.", "frost", [-1]),
        (f"A survey in the {YEARBOOK} asked keepers. Of the 400 keepers, 90 blame frost.", "frost", [-1]),
        (f"A survey in the {YEARBOOK} asked keepers. In its view bees sleep. Most of them died.", "died", [-2]),
        (f"A survey in the {YEARBOOK} asked keepers. Most of the goats live.", "goats", []),
        (f"A trial in the {YEARBOOK} warmed hives. No other hives lost so few.", "so few", [-1]),
        (f"The {YEARBOOK} warms keepers. No other hives lost so few.", "so few", []),
        (f"A trial in the {YEARBOOK} warmed hives. Losses fell by a fifth there.", "Losses", [-1]),
        (f"A trial in the {YEARBOOK} warmed hives. There goats eat grass.", "goats", []),
        (f"A team warmed hives. Losses fell. The work appeared in the {YEARBOOK}.", "Losses", [1]),
        (f"A team warmed hives. Losses fell. The work appeared in the {YEARBOOK}.", "warmed", []),
        (f"A team warmed hives. They found fewer losses. The results were published in the {YEARBOOK}.", "team", [2]),
        (f"A team warmed hives. The horse appeared in the {YEARBOOK}.", "team", []),
        (f"Frost kills old hives in valleys. Frost kills fewer hives in valleys, the {YEARBOOK} tells.", "old", [1]),
        (f"Frost kills old hives in valleys. But frost spares some hives in valleys, the {YEARBOOK} says.", "old", []),
        ("Frost kills old hives. These losses underline the use of a [wall](https://a.net/b/c) in winter.", "old", []),
        ("Frost killed 9 percent. Mites killed more.^[Berg, E. *Hives of the north*, p. 31.]", "Frost", [1]),
        ("Mites (Berg 2011). Frost killed 9 percent (ibid.).\n\n## References\n\n- Berg (2011). Hives.", "Frost", [0]),
        ("Frost killed 9 percent.* Rain fell.\n\n\\*Yearbook of the valley, 2016.", "Frost", [0]),
        ("Frost killed 9 percent †. Rain fell.\n\n† Source: the keepers' own count.", "Frost", [0]),
        ("Frost killed 9 percent.* Rain fell.\n\n\\*Prices may change.", "Frost", []),
        ("Frost killed 9 percent.† Rain fell.", "Frost", []),
        ("Frost killed 9 percent [see @berg2011, p. 4]. Rain fell.", "Frost", [0]),
        ("Frost killed 9 percent \\\\cite[p. 4]{berg2011}. Rain fell.", "Frost", [0]),
        ('Frost killed 9 percent {{< cite "berg2011" >}}. Rain fell.', "Frost", [0]),
        ("Frost killed 9 percent. {% footnote Berg, Hives %} Rain fell.", "Frost", [0]),
        ("Frost killed 9 percent<ref>Berg, Hives, 2011</ref>. Rain fell.", "Frost", [0]),
        ('Frost killed 9 percent {{< figure "berg2011" >}}. Rain fell.', "Frost", []),
        ("Frost killed 9 percent [write to bees@hives.net]. Rain fell.", "Frost", []),
        ("Frost killed 9 percent — source: Berg Institute, 2016. Rain fell.", "Frost", [0]),
        ("Frost killed 9 percent, that is 2^[x] hives. Mites killed more.", "Mites", []),
        (f"- Frost killed 9 percent.\n- Mites killed more.\n\nSource: {YEARBOOK}", "Frost", [2]),
        (f"Frost killed 9 percent. Mites killed more.\n\nSource: {YEARBOOK}", "Frost", [2]),
        (f"The {YEARBOOK} counts 4 million hives.\n\nThe report also tells of losses.", "losses", [-1]),
        (f"## Hives\n\nThe {YEARBOOK} counts hives.\n\n## Losses\n\nThe report tells of losses.", "losses", []),
    ],
)  # fmt: skip
def test_how_far_a_source_reaches(source: str, words: str, expected: list[int]) -> None:
    assert distances(markdown(source), words) == expected


@pytest.mark.parametrize(
    ("link", "supports"),
    [
        ("[a report](https://www.agriculture.gov/2016)", True),
        ("[here](https://www.agriculture.gov/2016)", True),
        ("[the front](https://agriculture.gov/)", False),
        ("[the paper](https://www.reuters.com)", False),
        ("[a count](/hives/count)", True),
        ("[learn more](https://hives.net/count)", False),
        ("[the docs](https://hives.net/docs/count)", False),
        ("[book a call](https://hives.net/call)", False),
        ("[a book](https://hives.net/keeping)", True),
        ("[learn more](https://doi.org/10.1000/hives.7)", True),
        ("[a film](https://www.youtube.com/watch?v=hives)", False),
        ("[the book](https://www.amazon.com/dp/hives)", False),
        ("[a keeper](https://twitter.com/keeper/status/9)", False),
        ("[a table](https://zenodo.org/records/99)", True),
        ("[below](#losses)", False),
        ("[the best pump](/collections/pumps/frost-king)", False),
        ("[the label](https://pumps.net/us/products/frost-king)", False),
        ("[the sieve](https://museum.net/collections/sieve-7)", True),
        ("[a study](https://doi.org/10.1016)", False),
        ("[a report](ttps://www.agriculture.gov/2016)", False),
        ("[cold winters](/blog/cold-winters)", False),
        ("[the winter count](/blog/the-winter-count)", True),
        ("[2016 winters](/blog/2016-winters)", True),
        ("[what cold winters do](/blog/cold-winters)", True),
        ("[add to cart](https://pumps.net/a/b)", False),
        ("[citation needed](https://en.wikipedia.org/wiki/Wikipedia:Citation_needed)", False),
    ],
)
def test_what_a_link_is_worth(link: str, *, supports: bool) -> None:
    article = markdown(f"Frost killed 9 percent of the hives, says {link} on bees.")
    assert bool(distances(article, "Frost")) is supports


@pytest.mark.parametrize("link", ["[a count](/hives/count)", "[here](https://www.agriculture.gov/2016)"])
def test_an_own_page_and_a_bare_here_serve_their_own_sentence_alone(link: str) -> None:
    article = markdown(f"Frost killed 9 percent of the hives ({link}). The report tells of mites.")
    assert distances(article, "Frost") == [0]
    assert not distances(article, "mites")


def test_a_sentence_without_support_tells_the_nearest_sources_of_its_section() -> None:
    article = markdown(
        f"The {YEARBOOK} counts hives. Bees sleep. [One](https://a.net/b/c) tells why. Goats eat grass. Rain fell. "
        "[Two](https://a.net/d/e) tells where. [Three](https://a.net/f/g) asks.\n\n## Losses\n\nMites kill bees."
    )
    told = of(article, "Goats")
    assert len(told) == SHOWN
    assert [(one.text, one.distance, one.supports) for one in told] == [
        ("One", -1, False), ("Two", 2, False), ("yearbook", -3, False),
    ]  # fmt: skip
    assert not of(article, "Mites")
    for one in told:
        assert one.span is not None
        assert one.text in article.quote(one.span)


@pytest.mark.parametrize(
    ("again", "expected"),
    [("The same 2014 research", [-2]), ("The 2014 field study", [-2]), ("The 2016 study", []), ("A 2014 study", [])],
)
def test_a_work_is_recalled_by_its_year(again: str, expected: list[int]) -> None:
    article = markdown(f"A 2014 trial in the {YEARBOOK} warmed hives.\n\n## Losses\n\n{again} blames frost for mites.")
    assert distances(article, "frost") == expected


def test_entries_in_lines_of_one_paragraph_are_known_by_their_numbers() -> None:
    source = (
        "Frost killed 9 percent [2]. Mites killed more [3].\n\n## Notes\n\n<a name='n1'></a>1. Berg, vol. 2. Oslo.\n"
        "2. Lind, Frost, 1988.\n3. Moe, Mites, 1991.\n"
    )
    assert [one.label for one in references(markdown(source)).entries] == ["1", "2", "3"]
    assert not references(markdown(source)).dangling
    assert distances(markdown(source), "Frost killed") == [0]
    assert distances(markdown(source), "Mites killed") == [0]


NOTED = (
    "Frost kills bees [1]. Mites do, too [2]. {} Hives hum [1].\n\n## References\n\n1. Berg, E. Hives. 2011.\n"
    "2. Lind, O. Mites. 2014.\n"
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("According to the CDC, rain kills 9 percent.", []),
        ("The CDC estimates that rain kills 9 percent.", []),
        ("The CDC estimates that rain kills 9 percent [2].", [0]),
        ("“Rain killed 9 percent,” said Marta Iversen, the ranger.", [0]),
    ],
)
def test_where_others_have_a_note_an_office_has_one_and_whom_the_author_spoke_to_has_none(
    sentence: str, expected: list[int]
) -> None:
    article = markdown(NOTED.format(f"\n\n{sentence}\n\n"))
    assert distances(article, "9 percent") == expected
    assert distances(markdown(sentence), "9 percent") == [0], "in a text without notes a name is enough"


def test_links_to_other_articles_of_the_site_in_a_list_are_not_told_as_sources_nearby() -> None:
    article = markdown(
        "Goats eat grass.\n\n- [Ten goats that swam](/goats/ten)\n- [A shed](/sheds)\n\nMites kill bees."
    )
    assert not of(article, "Mites")
    assert not of(article, "Goats")


def test_a_marker_without_an_entry_or_a_bare_name_is_not_told_as_a_source_nearby() -> None:
    article = markdown(
        "Mites killed more.[^6] Goats eat grass. Lind said so.\n\n[^1]: Berg, E. Hives of the north. 2011.\n"
    )
    assert [one.kind for one in of(article, "Mites")] == ["reference"]
    assert not of(article, "Goats")


def test_a_table_that_the_article_shows_is_evidence() -> None:
    table = "| Year | Hives |\n|---|---|\n| 2016 | 9 |\n\n*Table 1. Hives by year.*\n\n"
    article = markdown(f"# Hives\n\n{table}As Table 1 shows, frost killed 9 percent. Table 2 counts the mites.")
    assert [(one.kind, one.distance) for one in of(article, "frost")] == [("table", 0)]
    assert not distances(article, "mites")


CAPTIONED = (
    "# Hives\n\nBees sleep. {mention} frost killed 9 percent.\n\n| Year | Hives |\n|---|---|\n| 2016 | 9 |\n\n"
    "{caption}\n\n## Mites\n\nThe table below counts the mites of the valley."
)


@pytest.mark.parametrize(
    ("mention", "caption", "expected"),
    [
        ("As the table shows,", f"*Hives by year. Source: {YEARBOOK}*", ["table", "government link"]),
        ("As Table 4 shows,", f"Table 4: Hives by year ({YEARBOOK}).", ["table", "government link"]),
        ("As the table below shows,", f"Source: {YEARBOOK}", ["table", "government link"]),
        ("As seen in the table,", f"Source: {YEARBOOK}", ["table", "government link"]),
        ("As the table above shows,", f"Source: {YEARBOOK}", []),
        ("As the chart shows,", f"Source: {YEARBOOK}", []),
        ("At the table, they said that", f"Source: {YEARBOOK}", []),
    ],
)
def test_a_caption_lends_its_sources_to_what_speaks_of_its_table(
    mention: str, caption: str, expected: list[str]
) -> None:
    article = markdown(CAPTIONED.format(mention=mention, caption=caption))
    assert [one.kind for one in of(article, "frost") if one.supports] == expected
    assert not distances(article, "mites of the valley"), "no table stands below it"


def test_a_figure_s_caption_lends_its_sources_to_what_speaks_of_the_figure() -> None:
    source = (
        "<p>Figure 2 shows that frost killed 9 percent.</p><p>Bees sleep.</p><figure><img src='a.png' alt=''>"
        "<figcaption>Figure 2. Losses. Data: <a href='https://www.agriculture.gov/a/b'>ministry</a></figcaption></figure>"
    )
    article = parse(source, id="article", format=Format.HTML)
    assert [one.kind for one in of(article, "frost") if one.supports][:2] == ["chart", "government link"]


@pytest.mark.parametrize(
    ("law", "supports"),
    [
        ("Section 213(1) of the Housing Act 2004", True),
        ("Article 5 of the GDPR", True),
        ("Brown v Green [2013] EWCA Civ 669", True),
        ("Brown v. Green, 347 U.S. 483", True),
        ("42 U.S.C. § 1983", True),
        ("Public Law 104-191", True),
        ("Directive 2011/83/EU", True),
        ("§ 14 BKleingG", True),
        ("§ 14 Abs. 2 BKleingG", True),
        ("Art. 9 GDPR", True),
        ("Article 9(2) TFEU", True),
        ("7 CFR 1.61", True),
        ("7 CFR Part 322", True),
        ("7 USC 281", True),
        ("s 9(2) Bees Act 1980", True),
        ("section 9 Bees and Wasps (Control) Act 1980", True),
        ("reg 4 Bee Diseases and Pests Control Regulations 2006", True),
        ("the score of 24 USC 17", False),
        ("§ 14 of the rules", False),
        ("the bees 9 Act 1980", False),
        ("the Housing Act 2004", False),
        ("section 9 of the city", False),
        ("[2013] Bees", False),
    ],
)
def test_a_place_in_the_law_is_a_source(law: str, *, supports: bool) -> None:
    article = markdown(f"Under {law}, keepers must count their hives within 30 days.")
    assert bool(distances(article, "keepers")) is supports


@pytest.mark.parametrize(("law", "supports"), [("section 9 Bees Act 1980", True), ("The rules of the club", False)])
def test_a_section_in_brackets_is_one_of_the_act_that_is_cited_before(law: str, *, supports: bool) -> None:
    article = markdown(f"{law} says who keeps bees.\n\nA keeper who counts no hives pays 90 euros (section 12).")
    assert bool(distances(article, "A keeper")) is supports


def test_a_list_of_references_without_blank_lines_has_its_entries() -> None:
    listed = "\n\n## References\n\n[1] Berg, E. Hives of the north. 2011.\n[2] Moe, R. Frost in 2012. 2013."
    article = markdown(f"Frost killed 9 percent [1]. Mites killed more [2]. Ants came [3].{listed}")
    assert distances(article, "Frost killed") == [0]
    assert distances(article, "Mites") == [0]
    assert not distances(article, "Ants")


def test_what_stands_in_a_sentence_and_is_not_enough_is_told_first() -> None:
    article = markdown("[A film](https://youtu.be/hives) shows hives. [The shop](https://amazon.com/hives) sells them.")
    assert [(one.kind, one.distance) for one in of(article, "sells")] == [("shop link", 0), ("video link", -1)]


def test_a_marker_without_an_entry_supports_nothing_in_an_article_with_a_list() -> None:
    listed = "\n\n## References\n\n1. Berg, E. Hives of the north. 2011."
    source = "Frost killed 9 percent of the hives [1]. Mites killed more [2]."
    assert distances(markdown(source + listed), "Frost") == [0]
    assert not distances(markdown(source + listed), "Mites")
    assert distances(markdown(source), "Mites") == [0]


@pytest.mark.parametrize("marker", ["(1)", "(1, 2)", "(1-2)", "[Berg 2011]", "(Berg, 2011: 14)", "[Berg et al., 2011]"])
def test_markers_of_other_styles_are_markers_where_the_list_has_them(marker: str) -> None:
    listed = "\n\n## References\n\n1. Berg, E. Hives of the north. 2011.\n2. Moe, R. Frost. 2013."
    assert distances(markdown(f"Frost killed 9 percent of the hives {marker}.{listed}"), "Frost killed") == [0]


COLONIES = """

## References

- Berg, E. (2011). Hives of the north. Apiary, 4, 1–9.
- van der Moe, R. (2013). Frost in hives. Apiary, 6, 2–8.
- Lind, A., Holm, B., & Falk, C. (2015a). Mites. Apiary, 8, 3–7.
- Tan Q, Lo W. Ants in hives. Apiary 2017.
"""


@pytest.mark.parametrize(
    "told",
    [
        "Berg (2011) counted the hives",
        "Berg (2011: 12) counted the hives",
        "Berg’s (2011) frost killed the hives",
        "Berg and colleagues (2011) counted the hives",
        "Berg and her co-workers (2011) counted the hives",
        "Berg and others (2011) counted the hives",
        "Van der Moe (2013) counted the hives",
        "Lind, Holm, and Falk (2015a) counted the hives",
        "However, Lind, Holm & Falk (2015a) counted the hives",
        "Tan Q et al. (2017) counted the hives",
        "Berg (2011, 2011) counted the hives",
    ],
)
def test_authors_told_with_the_year_of_an_entry_cite_it(told: str) -> None:
    article = markdown(f"Frost killed 9 percent of the valley. {told} of the valley.{COLONIES}")
    assert distances(article, "the hives") == [0]
    assert not references(article).dangling
    assert len(references(article).cited) == 1
    assert not distances(article, "9 percent"), "what it opens is not what stood before it"


@pytest.mark.parametrize("told", ["Dunkirk (2011)", "Falk (1999)", "In May and June (2011)", "In London (2008, 2012)"])
def test_a_name_with_a_year_that_no_entry_has_is_no_citation(told: str) -> None:
    article = markdown(f"{told} left the hives empty.{COLONIES}")
    assert not distances(article, "the hives")


@pytest.mark.parametrize(
    ("inside", "cites"),
    [
        ("Dahl, 2009", True),
        ("see also Dahl, 2009", True),
        ("London, 2009", False),
        ("Dahl, 1764", False),
        ("born E. Dahl, 1974", False),
        ("June 1971", False),
        ("Paris, 2009", True),
    ],
)
def test_where_and_when_something_happened_is_no_citation(inside: str, cites: bool) -> None:  # noqa: FBT001
    article = markdown(f"Goats broke the hives ({inside}).{COLONIES}- Paris, O. (2009). Ants. Apiary, 2, 1–9.\n")
    assert bool(references(article).markers) == cites


def test_several_authors_whom_no_entry_has_are_missed_in_the_list() -> None:
    [(marker, label)] = references(markdown(f"Dahl and colleagues (2009) left.{COLONIES}")).dangling
    assert (marker.told, label) == (True, "Dahl 2009")


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("Mites killed more (Berg, 2011).", [1]),
        ("Mites killed more.(Berg, 2011)", [1]),
        ("Mites killed more (Berg, 2011), and ants came.", [1]),
        ("Mites killed more (Berg, 2011) while ants came.", [1]),
        ("Mites killed more, as was counted by Berg (2011).", [1]),
        ("Mites killed more (Berg, 2011) Ants came.", [1]),
        ("The mites (Berg, 2011) killed more.", []),
        ("Berg (2011), however, counts more mites.", []),
        ("As Berg (2011: 12) writes, mites killed more.", []),
    ],
)
def test_a_marker_covers_what_stands_before_it_where_it_closes(cited: str, expected: list[int]) -> None:
    article = markdown(f"Frost killed 9 percent of the hives. {cited}{COLONIES}")
    assert distances(article, "Frost killed") == expected


@pytest.mark.parametrize("text", ["(3)", "(1) and", "(Moss 1999)"])
def test_numbers_in_parentheses_that_are_no_markers(text: str) -> None:
    listed = "\n\n## References\n\n1. Berg, E. Hives of the north. 2011.\n2. Moe, R. Frost. 2013."
    assert not distances(markdown(f"Frost killed 9 percent of the hives {text}.{listed}"), "Frost killed")


def test_a_number_with_a_wrong_check_digit_supports_nothing() -> None:
    source = "Frost killed 9 percent of the hives (ISBN 978-0-306-40615-{})."
    assert distances(markdown(source.format(7)), "Frost") == [0]
    assert not distances(markdown(source.format(8)), "Frost")


@pytest.mark.parametrize("note", ["[3](https://doi.org/10.1000/hives.7)", "[[3]](https://doi.org/10.1000/hives.7)"])
def test_a_number_that_is_a_link_is_a_marker(note: str) -> None:
    assert distances(markdown(f"Frost killed 9 percent. Mites killed more. Ants came. Rats came.{note}"), "Frost") == [
        3
    ]


def test_each_source_is_told_once() -> None:
    twice = markdown(
        "Frost killed 9 percent of the hives.[^1] Mites killed 4 percent of them.[^1]\n\n[^1]: Yearbook 2016."
    )
    assert [one.kind for one in of(twice, "Frost")] == ["footnote"]
    linked = markdown(
        "Frost killed 9 percent of the hives, [according to a 2016 study in Nature](https://doi.org/10.1038/bees.1)."
    )
    assert [one.kind for one in of(linked, "Frost")] == ["study link"]
    apart = markdown(
        "Frost killed 9 percent.[^1] Mites killed 4 percent.[^2]\n\n[^1]: Yearbook 2016.\n[^2]: Yearbook 2017."
    )
    assert [one.target for one in of(apart, "Frost")] == ["1"], "what has a note needs no later one"


STUDY = "https://doi.org/10.1000/hives.7"
CITED = "Frost killed 9 percent (Lund and Berg, 2015). Rain fell."
FIGURES = "\n\nFigures are taken from the audited accounts of the guild."
ENTRIES = "\n\n## References\n\n- Lund, A. and Berg, O. (2015). Hives of the north. Journal of Hives 4, 1-9."


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        (f"{CITED} Lund and Berg also found mites.{ENTRIES}", "mites", [0]),
        (f"{CITED} Lund et al. found mites.{ENTRIES}", "mites", [0]),
        (f"{CITED} Dahl and Moe found mites.{ENTRIES}", "mites", []),
        (f"The map of the hive was published in the {YEARBOOK}. It has 900 cells.", "900", [-1]),
        (f"The map of the hive hangs beside the {YEARBOOK}. It has 900 cells.", "900", []),
        (f"A [trial of tea]({STUDY}) took two summers. Those who got tea built 9 combs more.", "9 combs", [-1]),
        (f"A [trial of tea]({STUDY}) took two summers. Those in the village built 9 combs.", "9 combs", []),
        (f"Hives cost 9 million. Frost is bad.{FIGURES}", "9 million", [2]),
        (f"Hives cost 9 million. Frost is bad.{FIGURES}", "Frost", []),
        ("Hives cost 9 million. Rain fell.\n\nFigures are taken from various places.", "9 million", []),
        ("Hives cost 9 million (see note 12 to the accounts). Rain fell.", "9 million", [0]),
        ("Hives cost 9 million. Bees cost 4 million (see note 12 to the accounts).", "9 million", []),
        (f"Hives will cost 9 million by 2050. Rain fell.{FIGURES}", "9 million", []),
    ],
)  # fmt: skip
def test_works_told_again_and_sources_of_all_figures_reach(source: str, words: str, expected: list[int]) -> None:
    assert distances(markdown(source), words) == expected


@pytest.mark.parametrize(
    ("cited", "kinds"),
    [
        ("([Berg et al., 2019](https://doi.org/10.1000/oats.7))", ["study link"]),
        ("(https://doi.org/10.1000/oats.7)", ["study link"]),
        ("([doi:10.1000/oats.7](https://doi.org/10.1000/oats.7))", ["study link"]),
        ("([PMID 23456789](https://pubmed.ncbi.nlm.nih.gov/23456789/))", ["study link"]),
        ("(Berg et al., 2019; [doi: 10.1000/oats.7](https://doi.org/10.1000/oats.7))", ["study link"]),
        ("(Berg et al., 2019) and ([count](https://www.hives.gov/2016/a))", ["government link", "reference"]),
        ("([one](https://www.hives.gov/2016/a), [two](https://www.hives.gov/2016/b))", ["government link"] * 2),
    ],
)
def test_one_source_that_is_seen_in_several_ways_is_told_once(cited: str, kinds: list[str]) -> None:
    considered = of(markdown(f"Frost killed 9 percent of the hives {cited}."), "Frost")
    assert sorted(one.kind for one in considered if one.supports) == kinds


def test_entries_in_lines_under_their_title_are_each_one() -> None:
    source = (
        "<p>Frost killed 9 percent (Lund et al., 2019).</p><p>References<br>Lund, A. (2019). Frost. Oslo.<br>Berg, E. "
        "(2020). Mites. Oslo.</p>"
    )
    article = parse(source, id="hives", format=Format.HTML)
    found = references(article)
    assert [article.slice(one.span) for one in found.entries] == [
        "Lund, A. (2019). Frost. Oslo.",
        "Berg, E. (2020). Mites. Oslo.",
    ]
    assert found.cited == {0}
    assert found.dangling == ()


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        (f"Mites kill bees. A 2016 trial found 9 percent dead ([Lund]({STUDY})).", "Mites", []),
        (f"Mites kill bees. In a large experiment 9 percent died ([Lund]({STUDY})).", "Mites", []),
        (f"Mites kill bees. In cold years mites weaken more ([Lund]({STUDY})).", "Mites kill", [1]),
        ("Mites kill bees. A trial found 9 percent dead.[^1]\n\n[^1]: Lund, A. Frost. Oslo, 2016.", "Mites", [1]),
        ("Marta Lund, a keeper, told us so. “Mites are worse,” she said.", "worse", [-1]),
        ("Marta Lund, a professor, told us so. It rained. Lund also warns of mites.", "mites", [0]),
        ("It rained. “Mites are worse,” she said.", "worse", []),
        ("Emil Roth, a professor of hives, called mites “the worst of all” in 1956.", "mites", [0]),
        ("Emil Roth, a professor of hives, called the keeper in 1956.", "keeper", []),
    ],
)
def test_a_new_work_bears_out_itself_and_a_speaker_what_is_said_on(
    source: str, words: str, expected: list[int]
) -> None:
    assert distances(markdown(source), words) == expected


@pytest.mark.parametrize(
    "address",
    ["#", "#!", "#0", "/#", "javascript:;", "javascript:void(0)", "JavaScript:void(0);", "about:blank", " # "],
)
def test_a_link_that_leads_nowhere_supports_nothing_and_is_told(address: str) -> None:
    article = parse(f'<p>Frost killed 9 percent, a <a href="{address}">count</a> shows.</p>', format=Format.HTML)
    [nowhere] = [one for one in considered(article, 0) if one.kind == "empty link"]
    assert (nowhere.text, nowhere.supports) == ("count", False)


@pytest.mark.parametrize(
    "address", ["#notes", "#/counts/2016", "mailto:a@hives.gov", "tel:+4712", "/counts#top", "?page=2"]
)
def test_a_link_that_leads_somewhere_is_not_called_empty(address: str) -> None:
    article = parse(f'<p>Frost killed 9 percent, a <a href="{address}">count</a> shows.</p>', format=Format.HTML)
    assert "empty link" not in {one.kind for one in considered(article, 0)}
