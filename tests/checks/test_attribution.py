"""Who is said to have said it, and whether a reader could find them."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations.statements import statements
from checks.evidence.sources.attribution import attributions
from checks.parsing import parse


def credited(source: str) -> list[str]:
    """Return what credits somebody whom a reader could find."""
    article = parse(source, id="article", format=Format.MARKDOWN)
    return [article.slice(one.span) for them in attributions(article) for one in them if one.kind == "named"]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("According to the Berg Institute, the harbor is deep.", ["According to the Berg Institute"]),
        ("According to Berg, the harbor is deep.", ["According to Berg"]),
        ("The harbor is deep, according to the 2014 yearbook of the Berg Institute.",
         ["according to the 2014 yearbook of the Berg Institute"]),
        ("The harbor is deep, per the Berg Institute.", ["per the Berg Institute"]),
        ("The harbor is deep, said Marta Iversen, the ranger.", ["said Marta Iversen"]),
        ("Marta Iversen, a professor at Bergen, said that the harbor is deep.",
         ["Marta Iversen, a professor at Bergen, said"]),
        ("Elena Rossi, a doctor at the University of Bologna, says that harbors are deep.",
         ["Elena Rossi, a doctor at the University of Bologna, says"]),
        ("Dr. Elena Rossi, a nurse at St. Olaf's Ward, told us that harbors are deep.",
         ["Dr. Elena Rossi, a nurse at St. Olaf's Ward, told"]),
        ("Elena Rossi, who has led the ward since the old quay burned down, a professor, says that harbors are deep.",
         ["Elena Rossi, who has led the ward since the old quay burned down, a professor, says"]),
        ("Elena Rossi, professor of tides at the University of Bologna, said that harbors are deep.",
         ["Elena Rossi, professor of tides at the University of Bologna, said"]),
        ("The harbor is deep, said Elena Rossi, who heads the drainage board. It grows, Rossi said.",
         ["said Elena Rossi", "Rossi said"]),
        ("The Guardian reported that the harbor is deep.", ["Guardian reported"]),
        ("Forbes predicts that harbors will be deeper.", ["Forbes predicts"]),
        ("The Pew Research Center found that harbors are deep.", ["Pew Research Center found"]),
        ("The Department of Harbors now puts the depth at 9 meters.", ["Department of Harbors now puts"]),
        ("Researchers at the University of Bergen found that harbors are deep.", ["University of Bergen found"]),
        ("NASA lists 40 deep harbors.", ["NASA lists"]),
        ("Old Quay lists 40 deep harbors.", []),
        ("The harbor at the University of Bergen has walls, and divers found 40 cracks.", []),
        ("According to the 2011 census, nine boats lay here.", ["According to the 2011 census"]),
        ("The census of 1851 counted nine boats.", ["The census of 1851 counted"]),
        ("A census counted nine boats.", []),
        ("Figures from the land registry show nine quays.", ["Figures from the land registry show"]),
        ("Figures from the field show nine quays.", []),
        ("Court files show that the boat sank.", ["Court files show"]),
        ("Tax records from 1890 show nine boats.", ["Tax records from 1890 show"]),
        ("The weather service measured 90 centimeters.", ["The weather service measured 90"]),
        ("The weather service closed nine huts.", []),
        ("In a survey for the Tide Forum in 2018, nine in ten had seen one.", ["survey for the Tide Forum"]),
        ("The town's 2018 tide survey found nine wrecks.", ["The town's 2018 tide survey found"]),
        ("The parish register of 1742 lists nine smiths.", ["The parish register of 1742 lists"]),
        ("According to the port authority, nine boats sank.", ["According to the port authority"]),
        ("According to some authorities, nine boats sank.", []),
        ("The police stopped nine boats in 2019.", []),
        ("Per Gartner, the harbor is deep.", ["Per Gartner"]),
        ("Per Lund joined the harbor in May.", []),
        ("According to H&B Quay Figures, the harbor is deep.", ["According to H&B Quay Figures"]),
        ("The CDC estimates that one in nine harbors is deep.", ["CDC estimates"]),
        ("Eurostat reported that one in nine harbors is deep.", ["Eurostat reported"]),
        ("A 2014 study by Berg found that the harbor is deep.", ["2014 study by Berg"]),
        ("A study in the Lancet found that the harbor is deep.", ["study in the Lancet"]),
        ("A study published in the Journal of Harbors found depths.",
         ["published in the Journal of Harbors", "study published in the Journal of Harbors"]),
        ("A paper published in Harbor Medicine measured depths.", ["published in Harbor Medicine"]),
        ("Harbor department figures show that 900 boats came.", ["department figures show"]),
        ("Court records show that nine boats sank.", ["Court records show"]),
        ("According to the National Institutes of Harbors, the quay is old.",
         ["According to the National Institutes of Harbors"]),
        ("The harbor is deep; see the ministry's report.", ["see the ministry's report"]),
        ("Source: Institute of Harbors, 2019", ["Source: Institute of Harbors"]),
        ("The harbor is deep, said Marta Lund, a net mender.", ["said Marta Lund"]),
        ("Marta Lund, 71, from Odda, said the ferry never came. It was late, Lund said.",
         ["Marta Lund, 71, from Odda, said", "Lund said"]),
        ("Old Quay Police said that two boats were missing.", ["Old Quay Police said"]),
        ("The Tide Office found that the harbor is deep.", ["Tide Office found"]),
        ("Oxfam said that 40 wells were dry.", ["Oxfam said"]),
        ("A report by the town's chief engineer, Marta Lund, puts the depth at 9 meters.",
         ["report by the town's chief engineer, Marta Lund"]),
        ("In a letter to her sister, Marta Lund recalled a wet summer.", ["Marta Lund recalled"]),
        ("Nine boats sank, according to the head pilot, Marta Lund.", ["according to the head pilot, Marta Lund"]),
        ("The quay holds 90 boats, according to a harbor board survey published in May.",
         ["according to a harbor board survey"]),
        ("Fares rose by a tenth, according to the town's own figures.", ["according to the town's own figures"]),
        ("Repairs would take a year, the harbor's rigger, Marta Lund, told the meeting.", ["Marta Lund, told"]),
        ("Nine boats sank, the club's treasurer, Marta Lund, said.", ["Marta Lund, said"]),
    ],
)  # fmt: skip
def test_who_can_be_found(sentence: str, named: list[str]) -> None:
    assert credited(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Pythagoras's theorem, the mast is ten meters long.",
        "According to Newton's second law, the ship slows down.",
        "According to the schedule, Berlin is the next harbor.",
        "According to the schedule Berlin is the next harbor.",
        "According to plan, the Apollo left the harbor at nine.",
        "According to German law, the harbor belongs to the town.",
        "The novel was published in London in 1922 and sold 9,000 copies.",
        "The pump moves 40 tons per USB port and hour.",
        "The building that Bergen University shared with the town burned down.",
        "Berg was described as the deepest harbor of the Hanse by visitors.",
        "The depth is a matter of taste, said Lund, a week later.",
        "The police said that two boats were missing.",
        "A report by divers in the spring, Marta Lund adds, is lost.",
        "US studies show that one in nine harbors is deep.",
        "A survey of Americans found that one in nine harbors is deep.",
        "A study in Germany found that one in nine harbors is deep.",
        "Berg said the mayor lied about the harbor.",
        "The harbor is deep; check the records.",
        "Our source: a man on the quay.",
        "Nine boats sank, according to a report.",
        "Nine boats sank, according to a new survey of the quay.",
        "Nine boats sank, according to a survey in the city.",
        "It is deep according to the chart and, Marta Lund adds, to the log.",
        "According to the chart, Cape Wrath, Dover and Hull are deep.",
        "It is deep according to the survey, Marta Lund adds.",
        "Behind the quay, Marta Lund told the story of her boat.",
        "In the yard Marta Lund, told to wait, left.",
        "The Lund Guard is led by a Chief of Staff who reports to the mayor.",
        "The Berg Institute reports to the board of the harbor.",
        "The Harbors Research Program brings unprecedented depths to the public.",
    ],
)
def test_what_sounds_like_a_source_and_is_none(sentence: str) -> None:
    assert not credited(sentence)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("H&B Quay Figures reports depths.", ["H&B Quay Figures reports"]),
        ("Holm & Berg's Quay said it.", ["Holm & Berg's Quay said"]),
        ("“Depths grow,” said Berg.", ["said Berg"]),
        ("“Berg,” I said.", []),
        ('"Deeper now," I said.', []),
        ('He laughed. "Deeper now," I said.', []),
        ("I said, ‘Deeper now.’", []),
    ],
)
def test_a_name_is_shown_whole_and_the_first_word_of_a_quotation_is_none(sentence: str, shown: list[str]) -> None:
    article = parse(sentence, id="article", format=Format.MARKDOWN)
    bare = [one for them in attributions(article) for one in them if one.kind in {"name", "person"}]
    assert [article.slice(one.span) for one in bare] == shown


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [
        ("Studies say that singing helps.", ["Studies say"]),
        ("A new report warns that the wells are dry.", ["A new report warns"]),
        ("One expert said that the wells are dry.", ["One expert said"]),
        ("Courts have repeatedly ruled that a shed is a house.", ["Courts have repeatedly ruled that"]),
        ("Neuroscientists have long known that naps help.", ["Neuroscientists have long known"]),
        ("It is common knowledge that naps help.", ["It is common knowledge that"]),
        ("The general consensus is that naps help.", ["The general consensus is that"]),
        ("The brewery is regarded as one of the best in the county.", ["is regarded as one of the best"]),
        ("Customers report better sleep after a week.", ["Customers report better"]),
        ("Historians argue that the quay was a fort.", ["Historians argue"]),
        ("Industry figures show that 900 boats came.", ["figures show"]),
        ("Most people see the quay as a mistake.", ["Most people see"]),
        ("Most people see a dentist twice a year.", []),
        ("A filing is regarded as a first step.", []),
        ("Teachers use the hall on Fridays.", []),
        ("The same 2025 research found that naps help.", []),
        ("Our results suggest that naps help.", []),
        ("Guests are expected to bring shoes.", []),
        ("The court held that a shed is a house.", []),
    ],
)
def test_authority_without_a_name_is_vague(sentence: str, vague: list[str]) -> None:
    article = parse(sentence, id="article", format=Format.MARKDOWN)
    found = [one for them in attributions(article) for one in them if one.kind == "vague"]
    assert [article.slice(one.span) for one in found] == vague


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Clinically proven to soften the skin in two weeks.", "names no study or report"),
        ("It is well known that singing lowers blood pressure.", "say which it is and where it can be read"),
        ("Courts have consistently ruled that a shed is a house.", "names no ruling"),
        ("Rents along the canal are expected to rise by a tenth.", "say whose forecast it is"),
        ("Customers report better sleep after a week.", "say who they are, or name the survey"),
        ("Some experts believe that singing lowers blood pressure.", "name who says so"),
    ],
)
def test_what_is_asked_for_fits_what_is_credited(sentence: str, asked: str) -> None:
    article = parse(sentence, id="article", format=Format.MARKDOWN)
    (told,) = [one.message for one in statements(article, None) if one.rule == "citations/vague-attribution"]
    assert asked in told


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Tom, the harbor is deep.",
        "According to Anna, two boats sank in 1901.",
        "The harbor is deep, according to Karen.",
        "According to my friend Jenny, the harbor is deep.",
        "According to our neighbor Bob, the harbor is deep.",
        "It is deep according to Susan, but nobody measured it.",
        "In the words of Emma, the harbor is deep.",
        "According to a certain Steve, the harbor is deep.",
        "The harbor is nine fathoms deep (according to Laura).",
        "Two boats sank in 1901, according to David.",
    ],
)
def test_a_first_name_alone_is_nobody_whom_a_reader_could_find(sentence: str) -> None:
    assert credited(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Tom Berg, the harbor is deep.",
        "According to Tom, a pilot of the harbor, it is deep.",
        "According to professor Tom, the harbor is deep.",
        "According to Tom, who sounded it, the harbor is deep.",
        "According to Nature, the harbor is deep.",
        "According to Reuters, two boats sank in 1901.",
        "According to Livy, 40 ships sank.",
        "According to Berg, the harbor is deep.",
        "According to Tom and Berg, the harbor is deep.",
        "According to Gartner, two boats in three are old.",
    ],
)
def test_a_name_with_more_to_it_is_somebody(sentence: str) -> None:
    assert credited(sentence)


def test_a_first_name_of_somebody_introduced_before_is_somebody() -> None:
    article = parse("Marta Lund, a professor, spoke. According to Marta, it is deep.", id="a", format=Format.PLAIN)
    assert [one.kind for one in attributions(article)[1]] == ["named"]


@pytest.mark.parametrize("who", ["Dozer says", "The maker says", "The company claims", "Dozer said"])
def test_the_word_of_a_maker_on_its_own_work_is_no_source_and_told_as_such(who: str) -> None:
    article = parse(f"{who} that its pump uses 30 percent less power than any other did in 2019.")
    [message] = [one.message for one in statements(article, None, strict=None)]
    assert f"“{who}” is that party's own word, not independent evidence" in message


@pytest.mark.parametrize(
    "sentence",
    ["She says that it uses 30 percent less power.", "Dozer says that pumps use 30 percent less power in winter."],
)
def test_who_speaks_of_something_else_gives_no_own_word(sentence: str) -> None:
    assert not [one for them in attributions(parse(sentence)) for one in them if one.kind == "self"]
