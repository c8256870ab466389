"""Lists of references that are known by their entries and by the markers they fit."""

from __future__ import annotations

import pytest

from checks.article import Article, BlockKind
from checks.citations import CitationsOptions
from checks.citations import run as find
from checks.evidence.sources.references import references
from checks.rule import Context
from tests.checks.parsing.shown import html, markdown, plain

TEXT = "Bees eat 15 kg of honey in winter.[1] Mites killed a third of the hives in 2018.[2]\n\n"
WORKS = ("Roe A. Honey stores. Apiary J 2014.", "Doe B. Mites. Bee World 2019.", "Keepers' Union. Count, 2020.")
ITEMS = "".join(f"{at}. {one}\n" for at, one in enumerate(WORKS, 1))
LINES = "".join(f"[{at}] {one}\n" for at, one in enumerate(WORKS, 1))
OL = f"<ol>{''.join(f'<li>{one}</li>' for one in WORKS)}</ol>"


def labels(article: Article) -> list[str]:
    return [one.label for one in references(article).entries]


@pytest.mark.parametrize(
    "title",
    [
        *("References:", "**Sources:**", "**References**:", "*Sources*", "---", "", "Sources used", "Our sources:"),
        *("## Sources and notes", "## Source list", "## Where the figures come from", "Further reading and sources"),
    ],
)
def test_a_list_that_fits_the_markers_is_one_whatever_stands_above_it(title: str) -> None:
    article = markdown(f"{TEXT}{title}\n\n{ITEMS}")
    assert labels(article) == ["1", "2", "3"]
    assert not references(article).dangling


@pytest.mark.parametrize("title", ["References:\n", "**Sources**\n\n", "Sources used\n\n", "\n"])
def test_numbered_lines_are_entries(title: str) -> None:
    assert labels(markdown(f"{TEXT}{title}{LINES}")) == ["1", "2", "3"]
    assert labels(plain(f"{TEXT}{title.replace('*', '')}{LINES}")) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "title", ["<p><strong>References:</strong></p>", "<p>Sources:</p>", "<hr>", "<h4>We used</h4>"]
)
def test_so_it_is_in_html(title: str) -> None:
    assert labels(html(f"<p>{TEXT}</p>{title}{OL}")) == ["1", "2", "3"]


def test_raised_numbers_may_begin_entries() -> None:
    article = html(
        "<p>Bees eat honey.<sup>1</sup> Mites kill.<sup>2</sup></p>"
        f"<p><sup>1</sup> {WORKS[0]}</p><p><sup>2</sup> {WORKS[1]}</p>"
    )
    assert labels(article) == ["1", "2"]
    assert [one.labels for one in references(article).markers] == [("1",), ("2",)]


def test_a_word_on_the_author_may_stand_behind() -> None:
    assert labels(markdown(f"{TEXT}---\n\n{ITEMS}\n*Anna Roe keeps bees.*")) == ["1", "2", "3"]


def test_a_title_in_a_line_of_its_own_becomes_a_heading() -> None:
    kinds = [one.kind for one in markdown(f"# Bees\n\n{TEXT}**Sources:**\n\n{ITEMS}").blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, *[BlockKind.REFERENCE] * len(WORKS)]


@pytest.mark.parametrize("title", ["## References\n\n", "References:\n", "**References**\n\n"])
def test_entries_typed_line_by_line_are_several(title: str) -> None:
    works = (
        "Doe, B. (2019). *Mites*. Delft: Wax.\nRoe, A. (2014). *Stores*. Kent: Hive.\nPoe, C. (2011). *Owls*. Leeds."
    )
    article = markdown(f"Bees fly (Roe, 2014). They sting (Doe, 2019).\n\n{title}{works}")
    entries = references(article).entries
    assert [article.slice(one.span)[:3] for one in entries] == ["Doe", "Roe", "Poe"]
    assert len(references(article).cited) == len("RD")


def test_an_entry_that_goes_on_in_the_next_line_is_one() -> None:
    work = "Doe, B. (2019). *Mites and the\nlosses of 2018*. Delft: Wax."
    assert labels(markdown(f"Bees fly (Doe, 2019).\n\n## References\n\n{work}")) == ["1"]


@pytest.mark.parametrize(
    "source",
    [
        "The second value is a[1], the third is [2].\n\n1. Open the hive.\n2. Weigh the honey.\n3. Close it.",
        "The slice gives [1] and [2].\n\n1. Install version 2019 of the program.\n2. Open it in 2020 or later.",
        f"{TEXT}## Questions\n\n1. How much honey do bees eat?\n2. When do mites come?",
        "Three keepers told.\n\n1. Anna Roe lost 20 hives in 2018.\n2. Ben Doe lost 9 in 2019.",
        "Pick a socket [1] or [2].\n\n1. The first was made in 1998, with four pins.\n2. The second came in 2004.",
        "The works [1] opened.\n\n1. 1871: opened\n2. 1904: burnt\n3. 1950: closed",
        "Press [1] and [2].\n\n1. Fill the kettle, model 2019, with water.\n2. Press the left key. Wait.",
        "See line [1] and [2].\n\n1. GET /index 2020-01-01\n2. POST /form 2020-01-02",
        "Group [1] plays first.\n\n1. Leeds, founded 1919\n2. York, founded 1922",
        "Mix.\n\nNotes:\n\n1. Warm the honey first.\n2. Let it rest.",
        "Sources:\n\n- the Elm spring\n- the brook at Ash Hill\n\nIt flows north.",
        "Good sources:\n\n1. Lentils\n2. Eggs",
        "References:\n\nWe ask two references of each tenant, from 2020 or later.",
        f"1. {WORKS[0]}\n2. {WORKS[1]}\n\nOf these, the first [1] and the second [2] are in print.\n\n## More\n\nText.",
    ],
)
def test_other_lists_are_none(source: str) -> None:
    assert labels(markdown(f"# Bees\n\n{source}")) == []


def test_works_at_the_end_that_nothing_announces_are_neither_claims_nor_missed() -> None:
    works = "- Doe, B. (2019). *Mites*. Delft: Wax.\n- Roe, A. (2014). *Stores*. Kent: Hive.\n"
    article = markdown(f"# Bees\n\nBees fly.\n\n---\n\n{works}")
    assert len(references(article).entries) == len("RD")
    assert not list(find(article, Context(options=CitationsOptions())))


def test_where_authors_are_cited_nobody_counts_the_entries_of_a_list_without_numbers() -> None:
    works = "\n\n## References\n\nDoe, B. (2019). *Mites*. Delft.\n\nRoe, A. (2014). *Stores*. Kent."
    named = markdown(f"Bees fly (Roe, 2014). They sting (Doe, 2019). They sleep [1].{works}")
    assert [label for _, label in references(named).dangling] == ["1"]
    counted = markdown(f"Bees fly [2]. They sting [1].{works}")
    assert not references(counted).dangling


def test_a_list_in_which_several_authors_stand_is_the_one_cited_from_however_many_are_missing() -> None:
    works = "\n\n## References\n\nDoe, B. (2019). *Mites*. Delft.\n\nRoe, A. (2014). *Stores*. Kent."
    cited = "".join(f" They dance (Poe, 200{at})." for at in range(4))
    article = markdown(f"Bees fly (Roe, 2014). They sting (Doe, 2019).{cited}{works}")
    found = [one.message for one in find(article, Context(options=CitationsOptions())) if "dangling" in one.rule]
    assert len(found) == len("0123")
    assert all("none of the 2 entries" in one for one in found)
